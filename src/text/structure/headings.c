/* Which candidates are headings. */
#include "base/vec.h"
#include "text/structure/evidence.h"
#include "text/structure/find.h"

/* A name that comes again and again is announced as little as any word: it
 * is a speaker's, and also the title's. */
static void
mark_announced(struct candidates *all, const struct tally *announced)
{
	struct tally words = {0};

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].words != 0)
			tally_at(&words, all->at[i].words)->value++;
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if (c->number.kind == NUMBER_NONE &&
		    (tally_value(&words, c->words) > 3 ||
		     (c->flags & CAND_BRACKETED)))
			continue;
		if ((c->words != 0 && tally_value(announced, c->words) > 0) ||
		    (c->rest != 0 && tally_value(announced, c->rest) > 0))
			c->flags |= CAND_ANNOUNCED;
		all->flags |= c->flags;
	}
	tally_clear(&words);
}

static void
gather(struct survey *s, struct candidates *all)
{
	struct tally announced = {0};

	candidates_gather(s, all);
	find_contents(s, all, &announced);
	if (announced.n > 0) {
		all->n = 0;
		candidates_gather(s, all);
		mark_announced(all, &announced);
	}
	tally_clear(&announced);
}

/* What is no heading has no part in what comes, unless the reader makes it
 * one. */
static void
keep_headings(struct candidates *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].level > 0)
			all->at[n++] = all->at[i];
	all->n = n;
}

/* Whether line I begins with "#", be it nothing else or as many as DEPTH. */
static bool
is_hashed(const struct survey *s, size_t i, unsigned depth)
{
	return i < s->lines.n && s->lines.at[i].first == '#' &&
	       (s->lines.at[i].n == 1 || markup_hashes(s, i) == depth);
}

/* Whether C, which has "#" in front, looks like a shell's prompt ("# apt
 * install") or a program's remark: a sentence, or one of several such lines
 * right below one another. */
static bool
is_remark(const struct survey *s, const struct candidate *c)
{
	ucs first, last = s->lines.at[c->line].last;

	/* Behind "##", and with white around it, a small letter begins a
	 * heading as well. */
	ucs_decode(s->t->at + c->at, c->end - c->at, &first);
	if (ucs_is_lower(first) && c->markup > MARKUP_HASH &&
	    !(c->flags & CAND_GLUED))
		first = 0;
	return ucs_is_lower(first) || last == '.' || last == ',' ||
	       is_hashed(s, c->line + 1u, c->markup) ||
	       (c->line > 0 && is_hashed(s, c->line - 1u, c->markup));
}

/* How many headings without markup, numbered on, a table of contents has. */
static size_t
count_announced(const struct candidates *all)
{
	uint32_t both = CAND_ANNOUNCED | CAND_IN_SEQUENCE;
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->at[i].markup == MARKUP_NONE &&
		     (all->at[i].flags & both) == both;
	return n;
}

/* Where most lines with "#" in front are remarks, or a table of contents
 * announces headings without it, none is a heading. */
static void
drop_remarks(const struct survey *s, struct candidates *all)
{
	size_t hashes = 0, remarks = 0, others;

	if (!all->marked)
		return;
	others = count_announced(all);
	for (int pass = 0; pass < 2; pass++) {
		if (pass == 1 && remarks * 2 <= hashes && others * 4 <= hashes)
			return;
		for (size_t i = 0; i < all->n; i++) {
			struct candidate *c = &all->at[i];

			if (c->markup == MARKUP_NONE ||
			    c->markup >= MARKUP_UNDERLINE)
				continue;
			hashes++;
			if (pass == 0) {
				remarks += is_remark(s, c);
			} else {
				c->markup = MARKUP_NONE;
				c->flags |= CAND_TAKEN;
			}
		}
	}
}

/* Whether a row as wide as its words stands below C and nothing else: what a
 * table's head has below it is as wide as the table. */
static bool
is_underlined(const struct survey *s, const struct candidate *c)
{
	const struct line *l = &s->lines.at[c->line + c->lines - 1u];

	return c->markup >= MARKUP_UNDERLINE && !line_is(l, LINE_GAPS) &&
	       !(c->flags & CAND_GLUED) && l[1].width <= l->width + 2u &&
	       l->width <= l[1].width + 2u;
}

/* In a text with marks of markup only they make headings, unless more
 * headings are numbered that have no marks. One mark is enough where there is
 * one of the other kind too, or links or code say that it is in Markdown. */
static bool
is_marked_up(const struct survey *s, const struct candidates *all)
{
	size_t hashes = 0, lines = 0, numbered = 0, hung = 0;

	if (!all->marked)
		return false;
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];

		hashes += c->markup > 0 && c->markup < MARKUP_UNDERLINE;
		lines += is_underlined(s, c);
		numbered += c->markup == MARKUP_NONE &&
		            !(c->flags & CAND_GLUED) &&
		            (c->flags & CAND_IN_SEQUENCE) != 0;
		hung += c->markup == MARKUP_NONE &&
		        (c->flags & CAND_IN_SEQUENCE) != 0 &&
		        (c->flags & CAND_OUTDENTED) != 0;
	}
	/* Where a text is set in, "# " begins a comment. */
	if (hashes >= 2 && hashes >= hung)
		return true;
	if (hashes > 0 && (lines > 0 || s->manner.markdown))
		return true;
	return hashes + lines >= 3 && hashes + lines >= numbered;
}

static void
choose(struct candidates *all, bool marked)
{
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if (c->flags & CAND_TAKEN)
			c->level = 0;
		else if (marked)
			c->level = c->markup != MARKUP_NONE;
		else
			c->level = c->score >= SCORE_HEADING;
	}
}

/* The first candidate whose line ends behind P, all->n for none. */
static size_t
candidate_at(const struct survey *s, const struct candidates *all, text_pos p)
{
	size_t lo = 0, hi = all->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const struct candidate *c = &all->at[mid];

		if (line_end(&s->lines.at[c->line + c->lines - 1]) < p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static size_t
line_at(const struct survey *s, text_pos p)
{
	size_t lo = 0, hi = s->lines.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (line_end(&s->lines.at[mid]) < p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void
push_section(const struct survey *s, struct outline *o, size_t line,
             text_pos end_of_line, struct span words, unsigned level)
{
	struct section section = {.at = s->lines.at[line].at,
	                          .end = end_of_line,
	                          .level = level};

	section.title = outline_words(s->t, words);
	vec_push(&o->sections, section);
}

/* The line behind the last of C's: its own, its name's, an underline. */
static size_t
last_line(const struct survey *s, const struct candidate *c)
{
	size_t line = c->line;

	while (line < s->lines.n && line_end(&s->lines.at[line]) < c->end)
		line++;
	return line + (c->markup >= MARKUP_UNDERLINE);
}

static void
emit(struct survey *s, struct outline *o, const struct candidate *c)
{
	size_t last = last_line(s, c);

	for (size_t i = c->line; i <= last && i < s->lines.n; i++)
		s->lines.at[i].role = ROLE_HEADING;
	push_section(s, o, c->line, line_end(&s->lines.at[last]),
	             (struct span){c->at, c->end}, c->level);
}

/* Headings in the order of their places, with those that the reader wants
 * and without those that the reader does not. */
static void
emit_all(struct survey *s, struct candidates *all, struct outline *o,
         const struct override *overrides, size_t n)
{
	size_t next = 0;

	for (size_t i = 0; i <= all->n; i++) {
		const struct candidate *c = i < all->n ? &all->at[i] : NULL;

		for (; next < n && (c == NULL || overrides[next].at < c->at);
		     next++) {
			size_t line = line_at(s, overrides[next].at);
			struct line *l = &s->lines.at[line];

			if (overrides[next].level == 0 ||
			    line >= s->lines.n || l->n == 0 ||
			    l->role == ROLE_HEADING)
				continue;
			l->role = ROLE_HEADING;
			push_section(s, o, line, line_end(l),
			             (struct span){l->at, line_end(l)},
			             overrides[next].level);
		}
		if (c != NULL && c->level > 0)
			emit(s, o, c);
	}
}

/* Gives the reader's decisions to the candidates that stand there. */
static void
obey(const struct survey *s, struct candidates *all,
     const struct override *overrides, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = candidate_at(s, all, overrides[i].at);

		if (k < all->n &&
		    s->lines.at[all->at[k].line].at <= overrides[i].at)
			all->at[k].level = (uint8_t)overrides[i].level;
	}
}

void
find_headings(struct survey *s, struct outline *o,
              const struct override *overrides, size_t n)
{
	struct candidates all = {0};
	bool marked;

	gather(s, &all);
	mark_sequences(s, &all);
	drop_remarks(s, &all);
	marked = is_marked_up(s, &all);
	if (marked)
		find_front_of_markdown(s, &all, o);
	/* What only its sections mark up has a title page as others have. */
	if (!marked || o->title == NULL)
		find_front(s, &all, o);
	weigh(s, &all);
	weigh_styles(s, &all);
	choose(&all, marked);
	drop_asides(s, &all);
	join_names(s, &all);
	if (n == 0)
		keep_headings(&all);
	find_levels(s, &all);
	obey(s, &all, overrides, n);
	emit_all(s, &all, o, overrides, n);
	vec_clear(&all);
}
