/* Matches runs of definitions with the marks that refer to them. */
#include <stdlib.h>

#include "base/vec.h"
#include "text/structure/runs.h"
#include "text/structure/tally.h"

/* Runs in front of one that are asked where its marks begin. */
enum { FARTHEST = 64 };

static uint64_t
chain_key(unsigned style, uint32_t key)
{
	return (uint64_t)key << 8 | style;
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

/* The last mark in front of definition D that has its label and STYLE, which
 * some mark has; NO_MARK for none. */
static uint32_t *
in_front(const struct matcher *m, uint32_t d, unsigned style)
{
	return &m->in_front[d * m->styles + m->place_of[style]];
}

/* The last mark of STYLE and KEY that was chained; NO_MARK for none. */
static uint32_t
last_of(const struct tally *last, unsigned style, uint32_t key)
{
	return tally_value(last, chain_key(style, key)) - 1;
}

/* Mark I goes on from the last of its style and label. */
static void
chain_mark(struct matcher *m, struct tally *last, size_t i)
{
	const struct mark *x = &m->marks.at[i];
	struct tally_entry *e = tally_at(last, chain_key(x->style, x->key));

	m->before[i] = e->value - 1;
	e->value = (uint32_t)i + 1;
}

/* Finds for each mark the one before it of its style and label, and for each
 * definition those right in front. Linear: both are in the order of their
 * places. The last of each are left in *LAST. */
static void
chain_marks(struct matcher *m, struct tally *last)
{
	size_t i = 0;

	for (uint32_t d = 0; d < m->defs.n; d++) {
		const struct mark *def = &m->defs.at[d];

		for (; i < m->marks.n && m->marks.at[i].at < def->at; i++)
			chain_mark(m, last, i);
		for (unsigned style = 0; style < MARK_POINT; style++)
			if (m->of_style[style] > 0)
				*in_front(m, d, style) =
					last_of(last, style, def->key);
	}
	for (; i < m->marks.n; i++)
		chain_mark(m, last, i);
}

static void
gather_marks(struct matcher *m, struct tally *last)
{
	marks_scan(m->s, &m->marks);
	for (size_t i = 0; i < m->marks.n; i++)
		m->of_style[m->marks.at[i].style]++;
	for (unsigned style = 0; style < MARK_POINT; style++)
		if (m->of_style[style] > 0)
			m->place_of[style] = (uint8_t)m->styles++;
	m->before = mem_new(m->marks.n * sizeof *m->before);
	m->to = mem_new(m->marks.n * sizeof *m->to);
	for (size_t i = 0; i < m->marks.n; i++)
		m->to[i] = NO_DEFINITION;
	m->in_front = mem_new(m->defs.n * m->styles * sizeof *m->in_front);
	chain_marks(m, last);
}

/* Whether X is the label of what its line begins with, rather than a mark. */
static bool
is_label(const struct mark *x)
{
	return x->first &&
	       (x->style == MARK_SQUARE || x->style == MARK_FOOTNOTE ||
	        x->style == MARK_MARKDOWN || x->style == MARK_ROUND);
}

/* The last mark of STYLE between FROM and definition D that has its label and
 * that nothing has used; looks at a few only, so that a thousand repeats cost
 * no more. */
static uint32_t
find_mark(const struct matcher *m, uint32_t d, unsigned style, text_pos from)
{
	uint32_t k = *in_front(m, d, style);

	for (int tries = 0; k != NO_MARK && tries < 32; tries++) {
		const struct mark *x = &m->marks.at[k];

		if (x->at < from)
			return NO_MARK;
		if (!x->used && !is_label(x))
			return k;
		k = m->before[k];
	}
	return NO_MARK;
}

struct match {
	unsigned style;
	uint32_t found, rising;
	uint32_t near; /* in the group right above the definition */
	uint32_t tight; /* right behind a word */
};

static bool
is_right_below(const struct matcher *m, const struct mark *mark,
               const struct mark *def)
{
	size_t g = m->group[def - m->defs.at];

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
		uint32_t k = find_mark(m, d, style, from);

		if (k != NO_MARK) {
			match.found++;
			match.rising += match.found == 1 || k > last;
			match.tight += m->marks.at[k].tight;
			match.near += is_right_below(m, &m->marks.at[k],
			                             &m->defs.at[d]);
			last = k;
		}
		if (d == r->last)
			return match;
	}
}

/* Whether all of a few "(1)" at a chapter's end are cited right behind words,
 * as no list of reasons is. */
static bool
ends_chapter(const struct run *r, const struct match *match)
{
	return match->style == MARK_ROUND && r->style == MARK_ROUND &&
	       r->parted && r->compact && match->tight == r->n;
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
	if (ends_chapter(r, match))
		return true;
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
		       (match->near * 5 >= r->n * 4 ||
		        (match->tight > 0 &&
		         (r->at_end || (r->parted && r->compact &&
		                        found == r->n))));
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
		uint32_t k = m->of_style[style] > 0
		                     ? find_mark(m, d, style, from)
		                     : NO_MARK;

		m->taken[d] = true;
		m->run[d] = (uint32_t)run;
		if (k != NO_MARK) {
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

	for (uint32_t d = r->first; m->of_style[style] > 0; d = m->next[d]) {
		uint32_t k = *in_front(m, d, style);

		for (; k != NO_MARK && !m->marks.at[k].used; k = m->before[k])
			m->marks.at[k].used = true;
		if (d == r->last)
			return;
	}
}

/* Where the marks of run I begin: behind the run of its kind in front of it,
 * unless the two stand together and so share what is in front of both. */
static text_pos
zone_of(struct matcher *m, size_t i)
{
	const struct run *r = &m->runs.at[i];

	for (uint32_t k = r->alike; k != NO_RUN; k = m->runs.at[k].alike) {
		struct run *before = &m->runs.at[k];

		if (i - k >= FARTHEST)
			break;
		if (m->defs.at[before->last].at > m->defs.at[r->first].at)
			continue;
		if (m->group[r->first] - m->group[before->last] <= 4)
			return 0;
		run_describe(m, before);
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
	struct run *r = &m->runs.at[i];
	struct match best = {0};
	text_pos from;

	/* Stars below one another are a list's. */
	if (r->style == MARK_SIGN && is_bullet(m, r->first))
		return;

	/* A note may stand in an accepted one: then it is a list there. */
	if (m->taken[r->first])
		return;
	run_describe(m, r);
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

/* Of the marks of one style and label, the last of which is K: those that were
 * not claimed repeat one, and refer to the next definition behind them. */
static void
match_label(struct matcher *m, uint32_t k)
{
	/* what the claimed mark behind refers to */
	uint32_t def = NO_DEFINITION;

	for (; k != NO_MARK; k = m->before[k]) {
		const struct mark *x = &m->marks.at[k];
		uint32_t before = NO_DEFINITION;

		if (x->used) {
			def = m->to[k];
			continue;
		}
		if (x->first)
			continue;
		if (m->before[k] != NO_MARK)
			before = m->to[m->before[k]];
		if (before != NO_DEFINITION &&
		    (def == NO_DEFINITION || m->defs.at[before].at > x->at))
			m->to[k] = before;
		else if (def != NO_DEFINITION)
			m->to[k] = def;
	}
}

/* Only styles that mean nothing else may repeat. */
static void
match_repeats(struct matcher *m, const struct tally *last)
{
	for (size_t i = 0; i < last->cap; i++) {
		uint32_t k = last->at[i].value - 1;

		if (last->at[i].key == 0)
			continue;
		switch (m->marks.at[k].style) {
		case MARK_DIGITS: case MARK_SIGN: case MARK_ROUND:
			break;
		default:
			match_label(m, k);
		}
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
is_plain_note(struct matcher *m, struct run *r)
{
	switch (r->style) {
	case MARK_POINT: case MARK_BARE: case MARK_ALONE: case MARK_ROUND:
		run_describe(m, r);
		return r->headed;
	default:
		return true;
	}
}

void
runs_match(struct matcher *m)
{
	struct tally last = {0};

	if (m->runs.n == 0)
		return;
	gather_marks(m, &last);
	for (size_t i = 0; i < m->defs.n; i++)
		m->signs += m->defs.at[i].style == MARK_SIGN;
	/* What can hardly be anything else has the first choice, and of those
	 * the last: notes stand behind their marks. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = m->runs.n; i-- > 0;)
			if (is_plain_note(m, &m->runs.at[i]) == (pass == 0))
				match_run(m, i);
	drop_own_labels(m);
	match_repeats(m, &last);
	tally_clear(&last);
}
