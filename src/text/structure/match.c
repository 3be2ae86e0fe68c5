/* Matches runs of definitions with the marks that refer to them. */
#include <stdlib.h>

#include "base/vec.h"
#include "text/structure/runs.h"

/* Marks are sorted by so many bytes: their key's and, last, their style. */
enum { KEY_BYTES = 4 };

static unsigned
byte_of(const struct mark *x, unsigned place)
{
	return place < KEY_BYTES ? x->key >> (8 * place) & 0xFF : x->style;
}

/* Puts the marks of FROM in TO by one byte, in their order where it is the
 * same; false, and nothing done, where it is the same in all. */
static bool
sort_by_byte(const struct matcher *m, unsigned place, const uint32_t *from,
             uint32_t *to)
{
	size_t counts[256] = {0}, before = 0, n = m->marks.n;

	for (size_t i = 0; i < n; i++)
		counts[byte_of(&m->marks.at[i], place)]++;
	if (n == 0 || counts[byte_of(m->marks.at, place)] == n)
		return false;
	for (unsigned i = 0; i < 256; i++) {
		size_t count = counts[i];

		counts[i] = before;
		before += count;
	}
	for (size_t i = 0; i < n; i++)
		to[counts[byte_of(&m->marks.at[from[i]], place)]++] = from[i];
	return true;
}

/* Linear; marks are gathered in the order of their places. */
static void
sort_marks(struct matcher *m)
{
	uint32_t *other = mem_new((m->marks.n + 1) * sizeof *other);

	m->order = mem_new((m->marks.n + 1) * sizeof *m->order);
	m->to = mem_new((m->marks.n + 1) * sizeof *m->to);
	for (size_t i = 0; i < m->marks.n; i++) {
		m->order[i] = (uint32_t)i;
		m->to[i] = NO_DEFINITION;
		m->of_style[m->marks.at[i].style]++;
	}
	for (unsigned place = 0; place <= KEY_BYTES; place++)
		if (sort_by_byte(m, place, m->order, other)) {
			uint32_t *sorted = other;

			other = m->order;
			m->order = sorted;
		}
	free(other);
}

/* The place in ORDER behind the last mark of STYLE and KEY before P. */
static size_t
behind_last(const struct matcher *m, unsigned style, uint32_t key, text_pos p)
{
	size_t lo = 0, hi;

	for (unsigned i = 0; i < style; i++)
		lo += m->of_style[i];
	hi = lo + m->of_style[style];
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const struct mark *x = &m->marks.at[m->order[mid]];
		bool before = x->key != key ? x->key < key : x->at < p;

		if (before)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The last mark of STYLE and KEY between FROM and P that nothing has used;
 * looks at a few only, so that a thousand repeats cost no more. */
static uint32_t
find_mark(const struct matcher *m, unsigned style, uint32_t key,
          text_pos from, text_pos p)
{
	size_t i = behind_last(m, style, key, p);

	for (int tries = 0; i > 0 && tries < 32; tries++) {
		uint32_t k = m->order[--i];
		const struct mark *x = &m->marks.at[k];

		if (x->style != style || x->key != key || x->at < from)
			return NO_DEFINITION;
		if (!x->used && !(x->first && x->at != p &&
		                  (x->style == MARK_SQUARE ||
		                   x->style == MARK_FOOTNOTE ||
		                   x->style == MARK_MARKDOWN ||
		                   x->style == MARK_ROUND)))
			return k;
	}
	return NO_DEFINITION;
}

struct match {
	unsigned style;
	uint32_t found, rising;
	uint32_t near; /* in the group right above the definition */
};

static bool
is_right_below(const struct matcher *m, const struct mark *mark,
               const struct mark *def)
{
	size_t g = group_of(m->s, def->line);

	return mark->line < m->s->groups.at[g].first && g > 0 &&
	       mark->line >= m->s->groups.at[g - 1].first;
}

static struct match
try_style(const struct matcher *m, const struct run *r, unsigned style,
          text_pos from)
{
	struct match match = {.style = style};
	uint32_t last = 0;

	for (uint32_t d = r->first;; d = m->next[d]) {
		uint32_t k = find_mark(m, style, m->defs.at[d].key, from,
		                       m->defs.at[d].at);

		if (k != NO_DEFINITION) {
			match.found++;
			match.rising += match.found == 1 || k > last;
			match.near += is_right_below(m, &m->marks.at[k],
			                             &m->defs.at[d]);
			last = k;
		}
		if (d == r->last)
			return match;
	}
}

/* Whether marks of one style can refer to definitions of another at all. */
static bool
can_refer(unsigned mark, unsigned def)
{
	if (def == MARK_MARKDOWN || mark == MARK_MARKDOWN)
		return def == mark;
	if (mark == MARK_SIGN)
		return def == MARK_SIGN || def == MARK_SQUARE ||
		       def == MARK_POINT || def == MARK_FOOTNOTE ||
		       def == MARK_ROUND;
	if (mark == MARK_FOOTNOTE)
		return def == MARK_FOOTNOTE || def == MARK_POINT;
	if (def == MARK_SIGN)
		return mark == MARK_SQUARE || mark == MARK_ROUND;
	if (def == MARK_BRACE || def == MARK_CARET)
		return mark == def || mark == MARK_SUPER;
	return true;
}

/* Whether what was found is enough to believe in, the more so the more often
 * such marks and such line starts mean something else. */
static bool
is_enough(const struct run *r, const struct match *match)
{
	uint32_t found = match->found;
	bool noisy_mark = match->style == MARK_ROUND ||
	                  match->style == MARK_DIGITS;
	bool noisy_def = r->style == MARK_BARE || r->style == MARK_ALONE ||
	                 r->style == MARK_POINT;

	if (found == 0 || match->rising * 5 < found * 4)
		return false;
	if (noisy_mark && found < 2 && r->n > 1)
		return false;
	if (r->headed)
		return found * 3 >= r->n * (noisy_mark ? 2 : 1);
	if (noisy_mark && found < (r->at_end ? 2u : 3u))
		return false;
	/* "(1) ... (2) ..." mostly counts reasons: they are notes where each
	 * stands right below its mark, or all at the very end. */
	if (match->style == MARK_ROUND && r->style != MARK_ROUND)
		return found >= 2 && found * 5 >= r->n * 4 && r->at_end;
	if (match->style == MARK_ROUND)
		return found >= 2 && found * 5 >= r->n * 4 &&
		       (match->near * 5 >= r->n * 4 || r->at_end ||
		        (r->parted && r->compact && found == r->n));
	/* Numbered headings and figures behind names are found everywhere. */
	if (noisy_mark && noisy_def)
		return found >= 2 && found * 5 >= r->n * 4 &&
		       (r->compact || match->near * 5 >= r->n * 4);
	if (noisy_def && (!r->compact || !r->at_end) &&
	    match->near * 2 < found)
		return found >= 2 && found * 5 >= r->n * 4;
	if (r->style == MARK_BARE || r->style == MARK_ALONE)
		return found >= 2 && found * 3 >= r->n * 2;
	return found * 2 >= r->n;
}

static void
claim(struct matcher *m, size_t run, unsigned style, text_pos from)
{
	const struct run *r = &m->runs.at[run];

	for (uint32_t d = r->first;; d = m->next[d]) {
		uint32_t k = find_mark(m, style, m->defs.at[d].key, from,
		                       m->defs.at[d].at);

		m->taken[d] = true;
		m->run[d] = (uint32_t)run;
		if (k != NO_DEFINITION) {
			m->marks.at[k].used = true;
			m->to[k] = d;
		}
		if (d == r->last)
			return;
	}
}

/* What refers to works refers to no notes. A mark that is used was taken with
 * all in front of it. */
static void
claim_works(struct matcher *m, const struct run *r)
{
	unsigned style = r->style < MARK_POINT ? r->style : MARK_SQUARE;

	for (uint32_t d = r->first;; d = m->next[d]) {
		const struct mark *def = &m->defs.at[d];
		size_t i = behind_last(m, style, def->key, def->at);

		while (i-- > 0) {
			struct mark *x = &m->marks.at[m->order[i]];

			if (x->used || x->style != style || x->key != def->key)
				break;
			x->used = true;
		}
		if (d == r->last)
			return;
	}
}

/* Where the marks of run I begin: behind the run of its kind in front of it,
 * unless the two stand together and so share what is in front of both. */
static text_pos
zone_of(const struct matcher *m, size_t i)
{
	const struct run *r = &m->runs.at[i];

	for (size_t k = i; k-- > 0 && i - k < 64;) {
		const struct run *before = &m->runs.at[k];
		size_t a, b;

		if (before->style != r->style || before->n < 2 ||
		    m->defs.at[before->first].key != m->defs.at[r->first].key)
			continue;
		if (m->defs.at[before->last].at > m->defs.at[r->first].at)
			continue;
		a = group_of(m->s, m->defs.at[before->last].line);
		b = group_of(m->s, m->defs.at[r->first].line);
		if (b - a <= 4)
			return 0;
		return before->headed || before->compact
		               ? m->defs.at[before->last].at
		               : 0;
	}
	return 0;
}

/* Whether a line with the same sign stands right above or below, or far more
 * lines begin with signs than words end in one: then they are lists. */
static bool
is_bullet(const struct matcher *m, uint32_t d)
{
	const struct mark *x = &m->defs.at[d];
	bool above = d > 0 && x[-1].key == x->key &&
	             x[-1].line + 1 == x->line;
	bool below = d + 1 < m->defs.n && x[1].key == x->key &&
	             x[1].line == x->line + 1;

	return above || below ||
	       (m->signs > 3 && m->signs > 2 * m->of_style[MARK_SIGN]);
}

static void
match_run(struct matcher *m, size_t i)
{
	const struct run *r = &m->runs.at[i];
	struct match best = {0};
	text_pos from;

	/* Stars below one another are a list's. */
	if (r->style == MARK_SIGN && is_bullet(m, r->first))
		return;

	/* A note may stand in an accepted one: then it is a list there. */
	if (m->taken[r->first])
		return;
	if (r->works) {
		claim_works(m, r);
		return;
	}
	from = zone_of(m, i);
	for (unsigned style = 0; style < MARK_POINT; style++) {
		struct match match;

		if (m->of_style[style] == 0 || !can_refer(style, r->style))
			continue;
		match = try_style(m, r, style, from);
		if (is_enough(r, &match) &&
		    (match.found > best.found ||
		     (match.found == best.found && style == r->style)))
			best = match;
	}
	if (best.found > 0)
		claim(m, i, best.style, from);
	else if (r->headed && r->compact && r->n >= 2 && r->at_end &&
	         r->style != MARK_SIGN)
		claim(m, i, MARK_SQUARE, m->defs.at[r->last].at);
}

/* Of the marks from I to END in ORDER, which have one label: those that were
 * not claimed repeat one, and refer to the next definition behind them. */
static void
match_label(struct matcher *m, size_t i, size_t end)
{
	uint32_t def = NO_DEFINITION;

	/* From the last to the first: DEF is what the claimed mark behind
	 * refers to. */
	for (size_t k = end; k-- > i;) {
		const struct mark *x = &m->marks.at[m->order[k]];
		uint32_t before = NO_DEFINITION;

		if (x->used) {
			def = m->to[m->order[k]];
			continue;
		}
		if (x->first)
			continue;
		if (k > i)
			before = m->to[m->order[k - 1]];
		if (before != NO_DEFINITION &&
		    (def == NO_DEFINITION || m->defs.at[before].at > x->at))
			m->to[m->order[k]] = before;
		else if (def != NO_DEFINITION)
			m->to[m->order[k]] = def;
	}
}

/* Only styles that mean nothing else may repeat. */
static void
match_repeats(struct matcher *m)
{
	for (size_t i = 0, end; i < m->marks.n; i = end) {
		const struct mark *x = &m->marks.at[m->order[i]];

		for (end = i + 1; end < m->marks.n; end++) {
			const struct mark *y = &m->marks.at[m->order[end]];

			if (y->style != x->style || y->key != x->key)
				break;
		}
		if (x->style != MARK_DIGITS && x->style != MARK_SIGN &&
		    x->style != MARK_ROUND)
			match_label(m, i, end);
	}
}

/* The definitions' own labels are no references. */
static void
drop_own_labels(struct matcher *m)
{
	size_t d = 0;

	for (size_t i = 0; i < m->marks.n; i++) {
		struct mark *x = &m->marks.at[i];

		while (d < m->defs.n && (m->defs.at[d].at +
		                         m->defs.at[d].n <= x->at ||
		                         !m->taken[d]))
			d++;
		if (d < m->defs.n && x->at >= m->defs.at[d].at)
			x->used = true;
	}
}

static bool
is_plain_note(const struct run *r)
{
	switch (r->style) {
	case MARK_POINT: case MARK_BARE: case MARK_ALONE: case MARK_ROUND:
		return r->headed;
	default:
		return true;
	}
}

void
runs_match(struct matcher *m)
{
	if (m->runs.n == 0)
		return;
	marks_scan(m->s, &m->marks);
	sort_marks(m);
	for (size_t i = 0; i < m->defs.n; i++)
		m->signs += m->defs.at[i].style == MARK_SIGN;
	/* What can hardly be anything else has the first choice, and of those
	 * the last: notes stand behind their marks. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = m->runs.n; i-- > 0;)
			if (is_plain_note(&m->runs.at[i]) == (pass == 0))
				match_run(m, i);
	drop_own_labels(m);
	match_repeats(m);
}
