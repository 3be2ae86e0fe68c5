/* Tables of contents: their rows announce the headings. */
#include "text/structure/evidence.h"

enum {
	MOST_ROWS = 4000,
	FRONT_PART = 5, /* an unnamed table stands in the first fifth */
	LEAST_ROWS = 3,
	MOST_ROW_LINES = 4,
	MOST_ALIKE = 3, /* headings without a number */
	MOST_SEARCHED = 600, /* [ln] for an unnamed one */
};

static bool
is_page_number(const char *s, size_t n)
{
	size_t digits = 0;

	while (digits < n && s[digits] >= '0' && s[digits] <= '9')
		digits++;
	return n > 0 && (digits == n ? n <= 4 : number_roman(s, n) > 0);
}

/* The end of the row's words: page number and leader taken off. */
static size_t
row_end(const char *s, size_t n)
{
	size_t end = n, blanks;

	while (end > 0 && s[end - 1] != ' ' && s[end - 1] != '.' &&
	       s[end - 1] != '\t')
		end--;
	if (end == 0 || !is_page_number(s + end, n - end))
		return n;
	blanks = end;
	while (end > 0 && (s[end - 1] == ' ' || s[end - 1] == '.' ||
	                   s[end - 1] == '\t'))
		end--;
	/* Roman figures end a name as well ("Henry IV"). */
	if (blanks - end < 2 && (s[n - 1] < '0' || s[n - 1] > '9'))
		return n;
	return end;
}

/* The hash of what line I says behind its number; 0 when it says nothing. */
static uint64_t
row_hash(const struct survey *s, size_t i, uint64_t *full,
         struct number *number)
{
	const struct line *l = &s->lines.at[i];
	const char *t = line_text(s, i);
	size_t n = row_end(t, l->n);
	struct candidate c = {.line = (uint32_t)i, .lines = 1};

	if (l->flags & LINE_LONG)
		return *full = 0;
	c.at = l->at;
	c.end = l->at + n;
	candidate_read(s, &c);
	*full = c.words;
	if (number != NULL)
		*number = c.number;
	return c.rest;
}

static void
announce(const struct survey *s, size_t i, struct tally *announced)
{
	const char *t = line_text(s, i);
	size_t n = row_end(t, s->lines.at[i].n), open = 0;
	uint64_t full, rest = row_hash(s, i, &full, NULL);
	struct number number = number_read(t, n);

	if (full != 0)
		tally_at(announced, full)->value++;
	if (rest != 0)
		tally_at(announced, rest)->value++;
	/* "NIGHT (Valentine's death)" announces "NIGHT". */
	while (open < n && t[open] != '(')
		open++;
	if (open < n && open > number.n &&
	    (full = words_hash(t + number.n, open - number.n)) != 0)
		tally_at(announced, full)->value++;
}

/* A row that does not end on its line goes on below, up to the next that has
 * a number: all that it says is announced as well. LINES more may be its. */
static void
announce_long(const struct survey *s, size_t i, size_t lines,
              struct tally *announced)
{
	const struct line *l = &s->lines.at[i];
	struct number number = number_read(line_text(s, i), l->n);

	if (number.kind == NUMBER_NONE)
		return;
	for (size_t k = 1; k <= lines; k++) {
		text_pos from = l->at + number.n;
		size_t n = row_end(s->t->at + from, line_end(&l[k]) - from);

		if (line_is(&l[k - 1], LINE_LEADER | LINE_LONG) ||
		    line_is(&l[k], LINE_LONG) ||
		    number_read(line_text(s, i + k), l[k].n).kind !=
		            NUMBER_NONE)
			return;
		tally_at(announced, words_hash(s->t->at + from, n))->value++;
	}
}

static bool
is_row(const struct line *l)
{
	return line_is(l, LINE_LEADER) ||
	       (l->width <= 80 && l->last != ',' &&
	        (l->last != '.' || l->words <= 3) &&
	        !line_is(l, LINE_LOWER_START));
}

/* Whether group G can be part of a table of contents. A row goes on in what
 * hangs below its number, or in all of a few lines. */
static bool
is_rows(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	const struct line *row = group_line(s, g);
	bool numbered = row->width <= 80 &&
	                number_read(line_text(s, group->first), row->n).kind ==
	                        NUMBER_DOTTED;
	size_t rows = 0;

	for (size_t i = group->first; i < group->first + group->n; i++) {
		const struct line *l = &s->lines.at[i];

		rows += is_row(l) ||
		        (numbered && (group->n <= MOST_ROW_LINES ||
		                      l->indent >= row->indent + 2u));
	}
	return rows * 3 >= group->n * 2 &&
	       (group->n > 1 || rows == group->n);
}

/* Gives the lines from FROM up to TO the role of rows. */
static void
take_rows(struct survey *s, size_t from, size_t to, struct tally *announced)
{
	for (size_t i = from, end; i < to; i++) {
		struct line *l = &s->lines.at[i];

		if (l->n == 0 || l->role != ROLE_BODY)
			continue;
		for (end = i + 1; end < to && end - i < MOST_ROW_LINES &&
		                  s->lines.at[end].n > 0;)
			end++;
		announce(s, i, announced);
		announce_long(s, i, end - i - 1, announced);
		l->role = ROLE_CONTENTS;
	}
}

/* A table of contents while it is read. */
struct table {
	struct tally seen; /* hashes of its rows */
	size_t rows;
	size_t end;      /* the line behind it */
	unsigned widest; /* [ln] between its groups */
	size_t number;   /* the group of a number alone, right above; or 0 */
	struct number first; /* that its first row begins with */
};

/* Whether line I begins with the number that the first row of T does, if that
 * is one such as 3.1: no other row has it. */
static bool
begins_again(const struct survey *s, const struct table *t, size_t i)
{
	struct number n = number_read(line_text(s, i), s->lines.at[i].n);

	return t->first.kind == NUMBER_DOTTED && n.kind == NUMBER_DOTTED &&
	       n.depth == t->first.depth && n.parent == t->first.parent &&
	       n.value == t->first.value;
}

/* The hash of all that group G says from its line FROM on, a few lines at
 * most. */
static uint64_t
lines_hash(const struct survey *s, const struct group *g, unsigned from)
{
	const struct line *l = &s->lines.at[g->first + from];

	return words_hash(s->t->at + l->at,
	                  line_end(&l[g->n - from - 1]) - l->at);
}

static uint64_t
group_hash(const struct survey *s, const struct group *g)
{
	return lines_hash(s, g, 0);
}

static bool
has_unit(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	struct candidate c = {.line = (uint32_t)i, .lines = 1};

	c.at = l->at;
	c.end = line_end(l);
	candidate_read_number(s, &c);
	return c.unit > 0;
}

/* Whether group G names another table, as "List of Illustrations" does. */
static bool
names_table(const struct survey *s, size_t g)
{
	const struct line *l = group_line(s, g);
	struct candidate c = {.line = s->groups.at[g].first, .lines = 1};

	if (s->groups.at[g].n > 1 || l->words > 4 || line_is(l, LINE_GAPS))
		return false;
	c.at = l->at;
	c.end = line_end(l);
	candidate_read(s, &c);
	return c.word == WORD_CONTENTS;
}

/* Whether group G stands apart from the table above it, in front of text, as
 * the first heading behind a table does. */
static bool
stands_apart(const struct survey *s, const struct table *t, size_t g)
{
	const struct group *at = &s->groups.at[g];

	if (line_is(group_line(s, g), LINE_LEADER) ||
	    (t->rows < LEAST_ROWS && !has_unit(s, at->first)))
		return false;
	if (at->gap >= 8)
		return true;
	return at->gap >= 2 && at->gap > t->widest && at->n <= 4 &&
	       g + 1 < s->groups.n && survey_is_body(s, g + 1) &&
	       !is_rows(s, g + 1);
}

/* Whether group G says again what a row has said, so that the table is over;
 * its heading may begin with the number right above. */
static bool
comes_again(const struct survey *s, struct table *t, size_t g)
{
	const struct group *at = &s->groups.at[g];
	uint64_t full, rest = row_hash(s, at->first, &full, NULL);

	if (at->gap == 0 || t->rows < 2 || at->n > 4 ||
	    line_is(group_line(s, g), LINE_LEADER))
		return false;
	if (begins_again(s, t, at->first))
		return true;
	if (tally_value(&t->seen, rest != 0 ? rest : full) == 0 &&
	    tally_value(&t->seen, group_hash(s, at)) == 0 &&
	    (rest != 0 || at->n < 2 ||
	     tally_value(&t->seen, lines_hash(s, at, 1)) == 0))
		return false;
	if (t->number > 0 && t->number + 1 == g)
		t->end = s->groups.at[t->number].first;
	return true;
}

static void
read_rows(const struct survey *s, struct table *t, size_t g)
{
	const struct group *at = &s->groups.at[g];

	for (size_t i = at->first; i < at->first + at->n; i++) {
		uint64_t full, rest = row_hash(s, i, &full, NULL);

		if (full == 0)
			continue;
		if (t->rows == 0)
			t->first = number_read(line_text(s, i),
			                       s->lines.at[i].n);
		tally_at(&t->seen, full)->value++;
		if (rest != 0 && rest != full)
			tally_at(&t->seen, rest)->value++;
		if (at->n == 1 && rest == 0)
			t->number = g;
		t->rows++;
	}
	t->end = at->first + at->n;
}

/* The line behind the table that group GROUP begins: where a row's words come
 * again (the first heading that it announced), or running text. */
static size_t
table_end(const struct survey *s, size_t group)
{
	struct table t = {.end = s->groups.at[group].first};
	size_t begin = t.end;

	for (size_t g = group; g < s->groups.n && t.rows < MOST_ROWS; g++) {
		const struct group *at = &s->groups.at[g];

		if (group_line(s, g)->role == ROLE_FURNITURE)
			continue;
		if (!is_rows(s, g) || stands_apart(s, &t, g) ||
		    comes_again(s, &t, g) ||
		    (g > group && at->gap > 1 && names_table(s, g)))
			break;
		if (g > group && at->gap > t.widest)
			t.widest = at->gap;
		read_rows(s, &t, g);
	}
	tally_clear(&t.seen);
	return t.rows >= 2 ? t.end : begin;
}

/* A table that a heading names: "Contents". */
static void
find_named(struct survey *s, const struct candidates *all,
           struct tally *announced)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];
		size_t from;

		if (c->word != WORD_CONTENTS ||
		    s->lines.at[c->line].words > 4 ||
		    s->lines.at[c->line].role != ROLE_BODY)
			continue;
		if (c->line > 400 && c->line > s->lines.n / FRONT_PART)
			break;
		if (c->flags & CAND_GLUED) {
			from = c->line + 1;
			take_rows(s, from,
			          s->groups.at[c->group].first +
			                  s->groups.at[c->group].n,
			          announced);
		}
		if (c->group + 1u >= s->groups.n)
			break;
		from = s->groups.at[c->group + 1].first;
		take_rows(s, from, table_end(s, c->group + 1), announced);
	}
}

/* Rows in progress: lines whose words come again as candidates. */
struct stretch {
	size_t from, last; /* lines */
	size_t hits, rows, misses;
	size_t ordered; /* hits that come again in their order */
	uint32_t place; /* where the last of them does */
};

static void
end_stretch(struct survey *s, struct stretch *st, struct tally *announced)
{
	/* Persons of a play come on in any order. */
	if (st->hits >= LEAST_ROWS && st->ordered * 4 >= st->hits * 3 &&
	    st->hits * 2 >= st->rows - st->misses)
		take_rows(s, st->from, st->last + 1, announced);
	*st = (struct stretch){0};
}

/* The line where what line I says comes again below, with the same number if
 * both have one (scenes are named alike); 0 for none. */
static uint32_t
comes_later(const struct tally *later, uint64_t rest,
            const struct number *number, size_t i)
{
	const struct tally_entry *e = tally_find(later, rest);

	if (e == NULL || e->value <= i + 2)
		return 0;
	return number->kind == NUMBER_NONE || e->second == 0 ||
	                       e->second == number->value
	               ? e->value
	               : 0;
}

static bool
can_be_row(const struct line *l)
{
	return l->n > 0 && l->role == ROLE_BODY && l->width <= 100;
}

/* Line I goes on with a stretch, or ends it; a few lines may miss. */
static void
read_row(struct survey *s, size_t i, const struct tally *later,
         struct stretch *st, struct tally *announced)
{
	const struct line *l = &s->lines.at[i];
	uint64_t full, rest = 0;
	bool row = can_be_row(l);
	struct number number = {0};
	uint32_t place = 0;

	if (row)
		rest = row_hash(s, i, &full, &number);
	if (rest != 0)
		place = comes_later(later, rest, &number, i);
	if (place > 0) {
		if (st->hits++ == 0)
			st->from = i;
		st->ordered += place > st->place;
		st->place = place;
		st->rows++;
		st->misses = 0;
		st->last = i;
	} else if (st->hits > 0) {
		st->rows++;
		if (!row || ++st->misses > 3)
			end_stretch(s, st, announced);
	}
}

/* Where what the first LIMIT lines say comes again as a candidate, and with
 * which number: the last one of each in *LATER. */
static void
find_later(const struct survey *s, const struct candidates *all, size_t limit,
           struct tally *later)
{
	struct tally often = {0};

	for (size_t i = 0; i < limit; i++) {
		uint64_t full, rest = 0;

		if (can_be_row(&s->lines.at[i]))
			rest = row_hash(s, i, &full, NULL);
		if (rest != 0)
			tally_at(&often, rest);
	}
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].rest != 0)
			tally_count(&often, all->at[i].rest);
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];
		struct tally_entry *e;
		uint32_t n = tally_value(&often, c->rest);

		/* What a speaker is called, no row announces. */
		if (n == 0 || (c->number.kind == NUMBER_NONE && n > MOST_ALIKE))
			continue;
		e = tally_at(later, c->rest);
		e->value = c->line;
		e->second = c->number.value;
	}
	tally_clear(&often);
}

/* A table that nothing names: short lines near the front, most of which come
 * again later as candidates. */
static void
find_unnamed(struct survey *s, const struct candidates *all,
             struct tally *announced)
{
	struct tally later = {0};
	struct stretch st = {0};
	size_t limit = s->lines.n / FRONT_PART;

	if (limit > MOST_SEARCHED)
		limit = MOST_SEARCHED;
	find_later(s, all, limit, &later);
	for (size_t i = 0; i < limit; i++)
		if (s->lines.at[i].n > 0)
			read_row(s, i, &later, &st, announced);
	end_stretch(s, &st, announced);
	tally_clear(&later);
}

void
find_contents(struct survey *s, const struct candidates *all,
              struct tally *announced)
{
	find_named(s, all, announced);
	if (announced->n == 0)
		find_unnamed(s, all, announced);
}
