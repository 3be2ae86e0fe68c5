/* Tells prose, verse, lists and tables apart by how their lines end. */
#include "text/structure/shape.h"

#include "text/structure/front.h"
#include "text/structure/markdown.h"

enum {
	WIDE = 90,        /* [col] a line of its own from here on */
	VERSE = 60,       /* [col] few of its lines are as wide */
	LEAST_SHORT = 2,  /* lines of verse */
	LOOKED_AT = 400,  /* lines of a group that are counted */
};

size_t
shape_bullet(const struct survey *s, size_t i, size_t from)
{
	const struct line *l = &s->lines.at[i];
	const char *t = line_text(s, i) + from;
	size_t p = 0, n = l->n - from;
	ucs c;

	if (l->n < from + 3)
		return 0;
	/* most lines begin with a letter */
	if ((*t | 32) >= 'a' && (*t | 32) <= 'z' && *t != 'o')
		return 0;
	ucs_decode(t, n, &c);
	if (c == 0x2022 || c == 0xB7 || c == 0x25E6)
		return 3;
	if (*t == '*' || *t == '-' || *t == '+')
		return t[1] == ' ' ? 2 : 0;
	if (*t == 'o' && l->indent > 1)
		return t[1] == ' ' ? 2 : 0;
	p += *t == '(';
	while (p < n && p < 4 && t[p] >= '0' && t[p] <= '9')
		p++;
	if (p == 0 || p + 1 >= n || (t[0] == '(' && p == 1))
		return 0;
	return (t[p] == '.' || t[p] == ')') && t[p + 1] == ' ' ? p + 2 : 0;
}

/* [col] The width of a line's first word. */
static unsigned
first_word(const struct survey *s, size_t i)
{
	const char *t = line_text(s, i);
	unsigned n = 0;

	while (n < s->lines.at[i].n && t[n] != ' ')
		n++;
	return n;
}

/* Whether line I ends before the measure does: the first word of the next
 * would have had its place on it. */
static bool
breaks_early(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	unsigned reach = (unsigned)l->indent + l->width;

	if (s->manner.wrap == 0)
		return l->width <= WIDE;
	return reach + first_word(s, i + 1) + 4 < s->manner.wrap;
}

/* Whether lines were made of one length by wider blanks: all but the last fill
 * the measure exactly, which a table's rows do only by chance. */
static bool
is_justified(const struct survey *s, size_t first, size_t n)
{
	const struct line *l = &s->lines.at[first];
	unsigned reach = (unsigned)l->indent + l->width;

	if (n < 3 || s->manner.wrap == 0 || reach + 2 < s->manner.wrap)
		return false;
	for (size_t i = 1; i + 1 < n; i++)
		if ((unsigned)l[i].indent + l[i].width != reach)
			return false;
	return (unsigned)l[n - 1].indent + l[n - 1].width < reach;
}

static bool
is_table(const struct survey *s, size_t first, size_t n)
{
	size_t gaps = 0, most = n < LOOKED_AT ? n : LOOKED_AT;

	if (is_justified(s, first, n))
		return false;
	for (size_t i = first; i < first + most; i++)
		gaps += line_is(&s->lines.at[i], LINE_GAPS | LINE_LEADER);
	return most > 1 && gaps * 5 >= most * 2;
}

/* Whether line I is a row of a drawn box. */
static bool
is_drawn(const struct survey *s, size_t i)
{
	ucs c = s->lines.at[i].first;

	return c == '|' || (c >= 0x2502 && c <= 0x257F);
}

bool
shape_is_ruled(const struct survey *s, size_t first, size_t n)
{
	size_t rules = 0, rows = 0, drawn = 0;

	for (size_t i = first; i < first + n; i++) {
		bool is_row = is_drawn(s, i) ||
		              (line_is(&s->lines.at[i],
		                       LINE_GAPS | LINE_LEADER) &&
		               shape_bullet(s, i, 0) == 0);

		rules += line_is(&s->lines.at[i], LINE_RULE);
		rows += is_row && !line_is(&s->lines.at[i], LINE_RULE);
		drawn += is_drawn(s, i);
	}
	/* A numbered heading may have a gap, and be underlined. */
	return rules > 0 && rows * 2 > n - rules && (drawn > 0 || rows > 1);
}

/* Whether most lines that another follows end before they have to. */
static bool
is_verse(const struct survey *s, size_t first, size_t n)
{
	size_t early = 0, most = n < LOOKED_AT ? n : LOOKED_AT;

	if (most < LEAST_SHORT)
		return false;
	for (size_t i = first; i + 1 < first + most; i++)
		early += breaks_early(s, i);
	return early * 5 >= (most - 1) * 3;
}

bool
shape_is_term(const struct survey *s, size_t first, size_t n)
{
	const struct line *l = &s->lines.at[first];

	if (n < 3 || s->manner.wrap == 0 || s->manner.markdown ||
	    shape_bullet(s, first, 0) > 0 ||
	    (l->indent + l->width) * 4u > s->manner.wrap * 3u)
		return false;
	for (size_t i = 1; i < n; i++)
		if (l[i].indent < l->indent + 2u)
			return false;
	return !is_verse(s, first, n) && !is_table(s, first + 1, n - 1);
}

/* As many lines as an item takes: up to the next mark, or a line that stands
 * as far left as this one. */
static size_t
item_lines(const struct survey *s, size_t first, size_t n)
{
	size_t k = 1;

	while (k < n && shape_bullet(s, first + k, 0) == 0 &&
	       (s->manner.wrap > 0 || s->lines.at[first + k].indent > 0))
		k++;
	return k;
}

/* Whether each of the N lines from FIRST on is a sentence, and wider than
 * verse is. */
static bool
are_sentences(const struct survey *s, size_t first, size_t n)
{
	for (size_t i = first; i < first + n; i++) {
		const struct line *l = &s->lines.at[i];

		if (l->width < VERSE || (l->last != '.' && l->last != '!' &&
		                         l->last != '?'))
			return false;
	}
	return true;
}

/* Lines of text that was not broken are paragraphs, each by itself; short
 * ones together keep their ends. */
static size_t
shape_unbroken(const struct survey *s, size_t first, size_t n,
               enum block_kind *kind)
{
	size_t k = 0;

	while (k < n && s->lines.at[first + k].width <= WIDE &&
	       shape_bullet(s, first + k, 0) == 0)
		k++;
	*kind = BLOCK_PARAGRAPH;
	if (k < LEAST_SHORT || s->manner.dense || are_sentences(s, first, k))
		return 1;
	*kind = BLOCK_VERSE;
	return k;
}

/* Up to a line that is set in more than the one before, which ended early:
 * there a paragraph begins. */
static size_t
paragraph_lines(const struct survey *s, size_t first, size_t n)
{
	for (size_t k = 1; k < n; k++) {
		const struct line *l = &s->lines.at[first + k];

		if (l->indent >= l[-1].indent + 2u && l->indent <= 8 &&
		    (k + 1 == n || l[1].indent < l->indent) &&
		    !line_is(l, LINE_LOWER_START))
			return k;
		if (s->manner.dense && breaks_early(s, first + k - 1) &&
		    !line_is(l, LINE_LOWER_START))
			return k;
		if (shape_bullet(s, first + k, 0) > 0 &&
		    breaks_early(s, first + k - 1))
			return k;
	}
	return n;
}

size_t
shape_block(const struct survey *s, size_t first, size_t n,
            enum block_kind *kind)
{
	const struct line *l = &s->lines.at[first];
	size_t k;

	if (s->manner.markdown && (k = markdown_block(s, first, n, kind)) > 0)
		return k;
	if (shape_bullet(s, first, 0) > 0 && !line_is(l, LINE_LONG)) {
		*kind = BLOCK_ITEM;
		return item_lines(s, first, n);
	}
	*kind = BLOCK_PRE;
	if (is_table(s, first, n))
		return n;
	if (s->manner.wrap == 0)
		return shape_unbroken(s, first, n, kind);
	*kind = BLOCK_VERSE;
	if ((!s->manner.dense && is_verse(s, first, n)) || l->first == '>')
		return n;
	k = paragraph_lines(s, first, n);
	*kind = BLOCK_PARAGRAPH;
	/* Its second line tells: the first may be set in by itself. */
	if (l[k > 1].indent >= s->manner.indent + 2u && l->width > 20)
		*kind = BLOCK_QUOTE;
	return k;
}

/* Whether line I was broken by the measure and goes on in the next: that begins
 * no field of its own. */
static bool
was_wrapped(const struct survey *s, size_t i)
{
	return s->manner.wrap > 0 && !breaks_early(s, i) &&
	       !front_is_field(s, i + 1);
}

size_t
shape_front(const struct survey *s, size_t first, size_t n,
            enum block_kind *kind)
{
	size_t k = 1;

	*kind = BLOCK_FRONT;
	/* in columns each line has its place */
	for (size_t i = first; i < first + n; i++)
		if (line_is(&s->lines.at[i], LINE_GAPS))
			return n;
	while (k < n && was_wrapped(s, first + k - 1))
		k++;
	if (k > 1) {
		*kind = BLOCK_FIELD;
		return k;
	}
	while (k + 1 < n && !was_wrapped(s, first + k))
		k++;
	return k + 1 == n ? n : k;
}

bool
shape_is_fence(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	const char *t = line_text(s, i);

	return (l->first == '`' || l->first == '~') && l->n >= 3 &&
	       t[1] == *t && t[2] == *t;
}

void
shape_fences(struct survey *s)
{
	size_t open = s->lines.n;

	for (size_t i = 0; i < s->lines.n; i++) {
		if (!shape_is_fence(s, i))
			continue;
		if (open == s->lines.n) {
			open = i;
			continue;
		}
		for (size_t k = open; k <= i; k++)
			s->lines.at[k].role = ROLE_PRE;
		open = s->lines.n;
	}
}
