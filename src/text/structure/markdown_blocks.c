/* Blocks of Markdown, and the signs that their lines begin with. */
#include "text/structure/markdown.h"

#include <string.h>

#include "text/structure/shape.h"
#include "text/structure/signs.h"

enum {
	SURE = 2,       /* points that make a text one in Markdown */
	CODE_INDENT = 4, /* [col] */
	LIST_INDENT = 2, /* [col] of a paragraph in an item */
	NAME_MOST = 100, /* [byte] of a link's name */
};

/* Links "[words](address)", as far as they matter. */
static unsigned
count_links(const struct text *t)
{
	const char *p = t->at, *end = p + t->n;
	unsigned n = 0;

	while (n < SURE && (p = memchr(p, ']', (size_t)(end - p)))) {
		p++;
		n += end - p > 2 && *p == '(' && p[1] != ' ' && p[1] != ')' &&
		     (p[1] == '#' || p[1] == '/' || p[1] == '.' ||
		      (p[1] >= 'a' && p[1] <= 'z'));
	}
	return n;
}

bool
markdown_says_so(const struct survey *s)
{
	unsigned points = count_links(s->t);

	for (size_t i = 0; i < s->lines.n && points < SURE; i++)
		if (s->lines.at[i].role == ROLE_PRE && shape_is_fence(s, i))
			points = SURE;
	return points >= SURE;
}

bool
markdown_has_headings(const struct survey *s)
{

	for (size_t i = 0; i < s->lines.n; i++) {
		const struct line *l = &s->lines.at[i];

		if (l->first == '#' &&
		    (l->role == ROLE_HEADING || l->role == ROLE_TITLE))
			return true;
	}
	return false;
}

bool
markdown_breaks(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	text_pos end = line_end(l);

	if (l->last == '\\')
		return true;
	return end + 2 < s->t->n && s->t->at[end] == ' ' &&
	       s->t->at[end + 1] == ' ';
}

unsigned
markdown_quotes(const struct survey *s, size_t i, size_t *taken)
{
	const char *t = line_text(s, i);
	size_t n = s->lines.at[i].n, p = 0;
	unsigned levels = 0;

	while (p < n && t[p] == '>') {
		levels++;
		p++;
		p += p < n && t[p] == ' ';
	}
	*taken = p;
	return levels;
}

/* As many lines as make one paragraph of a quotation, an empty one behind it
 * with them. */
static size_t
quote_lines(const struct survey *s, size_t first, size_t n)
{
	size_t taken, k, begun = s->lines.n;

	for (k = 0; k < n; k++) {
		unsigned levels = markdown_quotes(s, first + k, &taken);
		bool empty = levels && taken == s->lines.at[first + k].n;
		const char *t = line_text(s, first + k) + taken;

		if (!empty && begun == s->lines.n)
			begun = k;
		if (empty && begun < s->lines.n)
			return k + 1;
		if (k > begun && !empty && levels &&
		    (shape_bullet(s, first + k, taken) || *t == '#' ||
		     markdown_breaks(s, first + k - 1)))
			return k;
	}
	return n;
}

/* A line that holds nothing but HTML's signs: it begins and ends with one. */
static bool
is_html(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	const char *t = line_text(s, i);

	if (l->first != '<' || l->n < 3 || t[l->n - 1] != '>')
		return false;
	return t[1] == '/' || t[1] == '!' || (t[1] >= 'a' && t[1] <= 'z');
}

/* Whether the first word of S is an address, and nothing but a title in
 * quotation marks stands behind it. */
static bool
is_address(const char *s, size_t n)
{
	bool is = false;
	size_t i;

	for (i = 0; i < n && s[i] != ' '; i++)
		is |= s[i] == '/' || s[i] == '#' || s[i] == '@' ||
		      (s[i] == '.' && i + 1 < n && s[i + 1] != ' ');
	while (i < n && s[i] == ' ')
		i++;
	return is && (i == n || s[i] == '"' || s[i] == '\'' || s[i] == '(');
}

struct span
markdown_name(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	const char *t = line_text(s, i), *close, *address;

	if (l->first != '[' || l->n < 4 || t[1] == '^')
		return (struct span){0, 0};
	close = memchr(t, ']', l->n < NAME_MOST ? l->n : NAME_MOST);
	if (!close || close + 2 >= t + l->n || close[1] != ':')
		return (struct span){0, 0};
	for (address = close + 2; address < t + l->n && *address == ' ';)
		address++;
	if (!is_address(address, (size_t)(t + l->n - address)))
		return (struct span){0, 0};
	return (struct span){l->at + 1, l->at + (text_pos)(close - t)};
}

void
markdown_links(struct survey *s)
{
	for (size_t i = 0; i < s->lines.n; i++)
		if (s->lines.at[i].first == '[' &&
		    s->lines.at[i].role == ROLE_BODY &&
		    markdown_name(s, i).end > 0)
			s->lines.at[i].role = ROLE_FURNITURE;
}

static bool
is_row(const struct survey *s, size_t i)
{
	return memchr(line_text(s, i), '|', s->lines.at[i].n);
}

/* Whether line I is the rule below a table's head: "---|:--". */
static bool
is_table_rule(const struct survey *s, size_t i)
{
	const char *t = line_text(s, i);

	if (!is_row(s, i))
		return false;
	for (size_t p = 0; p < s->lines.at[i].n; p++)
		if (!strchr("|-: +", t[p]))
			return false;
	return true;
}

/* Whether an item of a list stands before line I, which may be in it. */
static bool
is_in_list(const struct survey *s, size_t i)
{
	enum { BACK = 100 };
	size_t least = i > BACK ? i - BACK : 0;

	while (i-- > least) {
		const struct line *l = &s->lines.at[i];

		if (!l->n)
			continue;
		if (shape_bullet(s, i, 0))
			return true;
		if (l->indent < 2)
			return false;
	}
	return false;
}

static size_t
code_lines(const struct survey *s, size_t first, size_t n)
{
	size_t k = 0;

	if ((first > 0 && s->lines.at[first - 1].n) || is_in_list(s, first))
		return 0;
	while (k < n && s->lines.at[first + k].indent >= CODE_INDENT)
		k++;
	return k;
}

/* The lines of one paragraph: up to one that breaks it off, or to a block of
 * another kind. */
static size_t
paragraph_lines(const struct survey *s, size_t first, size_t n)
{
	size_t k = 1;

	while (k < n && !shape_bullet(s, first + k, 0) &&
	       s->lines.at[first + k].first != '>' &&
	       !is_html(s, first + k) && !markdown_breaks(s, first + k - 1))
		k++;
	return k;
}

size_t
markdown_block(const struct survey *s, size_t first, size_t n,
               enum block_kind *kind)
{
	size_t k = 0;

	while (k < n && is_html(s, first + k))
		k++;
	if (k) {
		*kind = BLOCK_FURNITURE;
		return k;
	}
	if (s->lines.at[first].first == '>') {
		*kind = BLOCK_QUOTE;
		return quote_lines(s, first, n);
	}
	*kind = BLOCK_PRE;
	if (n > 1 && is_row(s, first) && is_table_rule(s, first + 1)) {
		while (k < n && is_row(s, first + k))
			k++;
		return k;
	}
	k = code_lines(s, first, n);
	if (k)
		return k;
	if (shape_bullet(s, first, 0))
		*kind = BLOCK_ITEM;
	else
		*kind = s->lines.at[first].indent >= LIST_INDENT
		        ? BLOCK_QUOTE : BLOCK_PARAGRAPH;
	return paragraph_lines(s, first, n);
}

/* Where "{#name}" begins that ends the bytes P to END; END for none. */
static text_pos
name_at(const char *t, text_pos p, text_pos end)
{
	text_pos q = end;

	if (end == p || t[end - 1] != '}')
		return end;
	while (q > p && t[q - 1] != '{')
		q--;
	return q > p && (t[q] == '#' || t[q] == '.') ? q - 1 : end;
}

/* The '#' before and behind the words of line I. */
static void
hash_signs(const struct survey *s, size_t i, struct sign_list *out)
{
	const char *t = s->t->at;
	text_pos p = s->lines.at[i].at, end = line_end(&s->lines.at[i]);
	text_pos from = p;

	if (t[p] != '#')
		return;
	while (p < end && t[p] == '#')
		p++;
	if (p == end || t[p] != ' ')
		return;
	while (p < end && t[p] == ' ')
		p++;
	sign_add(out, from, p, SIGN_HIDDEN, 0, 0);
	from = name_at(t, p, end);
	if (from == end)
		while (from > p && t[from - 1] == '#')
			from--;
	if (from == end || from == p || t[from - 1] != ' ')
		return;
	while (from > p && t[from - 1] == ' ')
		from--;
	sign_add(out, from, end, SIGN_HIDDEN, 0, 0);
}

/* From the end of the line before I to the end of I. */
static void
whole_line(const struct survey *s, size_t i, struct sign_list *out)
{
	sign_add(out, line_end(&s->lines.at[i - 1]),
	           line_end(&s->lines.at[i]), SIGN_HIDDEN, 0, 0);
}

static void
heading_signs(const struct survey *s, size_t first, size_t n,
              struct sign_list *out)
{
	for (size_t i = first; i < first + n; i++) {
		if (i > first && line_is(&s->lines.at[i], LINE_RULE))
			whole_line(s, i, out);
		else
			hash_signs(s, i, out);
	}
}

static void
quote_signs(const struct survey *s, size_t first, size_t n,
            struct sign_list *out)
{
	size_t taken;

	for (size_t i = first; i < first + n; i++) {
		const struct line *l = &s->lines.at[i];

		if (!markdown_quotes(s, i, &taken))
			continue;
		if (taken == l->n && i > first)
			whole_line(s, i, out);
		else
			sign_add(out, l->at,
			           taken == l->n && n > 1 ? l[1].at
			                                  : l->at + taken,
			           SIGN_HIDDEN, 0, 0);
	}
}

/* The fences of code. The first takes with it what all lines of the code may
 * be set in by as it is. */
static void
fence_signs(const struct survey *s, size_t first, size_t n,
            struct sign_list *out)
{
	const struct line *l = &s->lines.at[first];
	text_pos p;

	if (n < 2)
		return;
	if (shape_is_fence(s, first)) {
		for (p = line_end(l); p < l[1].at && s->t->at[p] != '\n'; p++)
			;
		p += p < l[1].at;
		for (unsigned i = 0; i < l->indent && p < l[1].at &&
		     s->t->at[p] == ' '; i++)
			p++;
		sign_add(out, l->at, p, SIGN_HIDDEN, 0, 0);
	}
	if (shape_is_fence(s, first + n - 1) &&
	    (n > 2 || !shape_is_fence(s, first)))
		whole_line(s, first + n - 1, out);
}

void
line_signs(const struct survey *s, const struct block *b, size_t first,
           size_t n, struct sign_list *out)
{
	switch (b->kind) {
	case BLOCK_HEADING:
	case BLOCK_TITLE:
		heading_signs(s, first, n, out);
		break;
	case BLOCK_QUOTE:
		quote_signs(s, first, n, out);
		break;
	case BLOCK_PRE:
		if (n && s->lines.at[first].role == ROLE_PRE)
			fence_signs(s, first, n, out);
		break;
	default:
		break;
	}
}
