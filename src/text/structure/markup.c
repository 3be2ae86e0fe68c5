/* Signs that make a line a heading: "##" in front, a row below. */
#include "text/structure/candidates.h"

#include <string.h>

static bool
is_ruled(const struct survey *s, size_t line)
{
	return line_is(&s->lines.at[line], LINE_RULE);
}

/* Whether line I is a row that underlines the one above: of one or two signs
 * only, where that is as short. */
bool
markup_is_underline(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];

	if (is_ruled(s, i))
		return true;
	return i > 0 && l->n > 0 && l->n <= 2 && l->n == l[-1].width &&
	       (l->first == '=' || l->first == '-') && l->first == l->last &&
	       l[-1].indent == l->indent;
}

/* The sign that a row below C's lines underlines it with, MARKUP_NONE when
 * there is no such row. */
unsigned
markup_underline(const struct survey *s, const struct group *g, unsigned lines)
{
	const struct line *below, *above;

	if (lines >= g->n || !markup_is_underline(s, g->first + lines))
		return MARKUP_NONE;
	below = &s->lines.at[g->first + lines];
	above = below - 1;
	if (below->first != below->last || below->width > above->width + 40u)
		return MARKUP_NONE;
	if (below->first == '=')
		return MARKUP_UNDERLINE;
	if (below->first == '-')
		return MARKUP_UNDERLINE + 1;
	/* A row that is not as wide as the words parts what it stands between:
	 * lynx draws such rows right below the words above them. */
	return below->width <= above->width + 4u &&
	                       above->width <= below->width + 4u
	               ? MARKUP_UNDERLINE + 2
	               : MARKUP_NONE;
}

/* As many '#' as stand before a heading of Markdown, 0 for none. */
unsigned
markup_hashes(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *t = line_text(s, line);
	unsigned n = 0;

	while (n < l->n && t[n] == '#')
		n++;
	if (n == 0 || n > 6 || n >= l->n || t[n] != ' ' || l->indent > 0)
		return 0;
	return n;
}

/* Takes the '#' off both ends of C, and "{#name}" behind. */
static void
take_hashes(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at;

	while (t[c->at] == '#' || t[c->at] == ' ')
		c->at++;
	if (t[c->end - 1] == '}') {
		text_pos p = c->end - 1;

		while (p > c->at && t[p] != '{')
			p--;
		if (p > c->at && (t[p + 1] == '#' || t[p + 1] == '.'))
			c->end = p;
	}
	while (c->end > c->at + 1 &&
	       (t[c->end - 1] == '#' || t[c->end - 1] == ' '))
		c->end--;
}

/* Takes the tags of HTML off both ends of C, and what makes a link of it:
 * "<span id=a>Words</span>", "[Words](#a)". */
static void
take_tags(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at;
	const char *close;

	while (c->at < c->end && t[c->at] == '<' &&
	       (close = memchr(t + c->at, '>', c->end - c->at)) != NULL &&
	       (text_pos)(close - t) + 1 < c->end)
		c->at = (text_pos)(close - t) + 1;
	while (c->end > c->at + 3 && t[c->end - 1] == '>') {
		text_pos p = c->end - 1;

		while (p > c->at && t[p] != '<')
			p--;
		if (p == c->at || t[p + 1] != '/')
			break;
		c->end = p;
	}
	if (t[c->at] != '[' || t[c->end - 1] != ')' ||
	    (close = memchr(t + c->at, ']', c->end - c->at)) == NULL ||
	    close[1] != '(' || (text_pos)(close - t) == c->at + 1)
		return;
	c->at++;
	c->end = (text_pos)(close - t);
}

void
markup_take(const struct survey *s, struct candidate *c)
{
	if (c->markup < MARKUP_UNDERLINE)
		take_hashes(s, c);
	take_tags(s, c);
}
