/* The front of a text in Markdown: metadata, and the headings that are the
 * title page. */
#include <string.h>

#include "text/structure/evidence.h"
#include "text/structure/find.h"

/* The value of "name: value" in the words of C, empty when it is none. */
static struct span
value_of(const struct survey *s, struct span words, const char *name)
{
	size_t n = strlen(name);
	const char *t = s->t->at + words.start;
	char folded[WORD_MOST + 1];

	if (words.end - words.start <= n ||
	    word_fold(t, words.end - words.start, folded) != n ||
	    strcmp(folded, name) != 0 || t[n] != ':')
		return (struct span){0, 0};
	words.start += n + 1;
	while (words.start < words.end && (s->t->at[words.start] == ' ' ||
	                                   s->t->at[words.start] == '"' ||
	                                   s->t->at[words.start] == '\''))
		words.start++;
	while (words.end > words.start && (s->t->at[words.end - 1] == '"' ||
	                                   s->t->at[words.end - 1] == '\''))
		words.end--;
	return words;
}

static void
take_value(const struct survey *s, struct span words, struct outline *o)
{
	struct span title = value_of(s, words, "title");
	struct span author = value_of(s, words, "author");

	if (title.end > title.start && o->title == NULL)
		o->title = outline_words(s->t, title);
	if (author.end > author.start && o->author == NULL)
		o->author = outline_words(s->t, author);
}

/* "---", fields, "---" at the very front; "% Title" lines of pandoc's. */
static void
read_metadata(struct survey *s, struct outline *o)
{
	size_t i = 0;

	while (i < s->lines.n && s->lines.at[i].n == 0)
		i++;
	for (int k = 0; k < 3 && i < s->lines.n; k++, i++) {
		struct line *l = &s->lines.at[i];
		char **to = k == 0 ? &o->title : &o->author;

		if (l->first != '%' || k == 2)
			break;
		if (*to == NULL)
			*to = outline_words(s->t, (struct span){
							  l->at + 1,
							  line_end(l)});
		l->role = ROLE_TITLE;
	}
	if (i >= s->lines.n || s->lines.at[i].n != 3 ||
	    memcmp(line_text(s, i), "---", 3) != 0)
		return;
	for (size_t k = i + 1; k < s->lines.n && k < i + 60; k++) {
		const struct line *l = &s->lines.at[k];

		if (l->n != 3 || (memcmp(line_text(s, k), "---", 3) != 0 &&
		                  memcmp(line_text(s, k), "...", 3) != 0))
			continue;
		for (size_t j = i; j <= k; j++) {
			l = &s->lines.at[j];
			take_value(s, (struct span){l->at, line_end(l)}, o);
			if (l->n > 0)
				s->lines.at[j].role = ROLE_FRONT;
		}
		return;
	}
}

/* Whether group G says something, however short: an item of a list, or words
 * that end as a sentence does. */
static bool
says_something(const struct survey *s, size_t g)
{
	const struct line *l = group_line(s, g);
	const char *t = s->t->at + l->at;

	if (l->role != ROLE_BODY)
		return false;
	if (l->n > 2 && t[1] == ' ' && strchr("*-+", t[0]) != NULL)
		return true;
	l += s->groups.at[g].n - 1;
	return l->words >= 4 && l->last == '.';
}

/* How many of the first marked headings stand before any text. */
static size_t
count_leading(const struct survey *s, const struct candidates *all,
              size_t *first)
{
	size_t n = 0, group = 0;
	bool begun = false;

	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];

		if (c->markup == MARKUP_NONE)
			continue;
		if (!begun)
			*first = i;
		begun = true;
		for (; group < c->group; group++)
			if ((survey_is_body(s, group) &&
			     group_line(s, group)->role == ROLE_BODY) ||
			    (n > 0 && says_something(s, group)))
				return n;
		group = c->group + 1u;
		n++;
		if (c->flags & CAND_GLUED)
			return n;
	}
	return n;
}

static size_t
count_markup(const struct candidates *all, unsigned markup)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->at[i].markup == markup;
	return n;
}

/* Whether an initial stands in C, as in "J. R. Hartley". */
static bool
has_initial(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at;

	for (text_pos p = c->at; p + 1 < c->end; p++)
		if (t[p + 1] == '.' && t[p] >= 'A' && t[p] <= 'Z' &&
		    (p == c->at || t[p - 1] == ' ' || t[p - 1] == '.'))
			return true;
	return false;
}

static size_t
count_numbered(const struct candidates *all, unsigned markup)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->at[i].markup == markup &&
		     all->at[i].number.kind != NUMBER_NONE;
	return n;
}

/* Whether C, the last of N leading headings, is a section's and no title. */
static bool
is_section(const struct survey *s, const struct candidates *all,
           const struct candidate *c, size_t n, bool has_title)
{
	size_t alike = count_markup(all, c->markup);

	/* The others of its level are numbered: it stands above them. */
	if (c->number.kind == NUMBER_NONE && !candidate_is_standing(c) &&
	    !has_title && alike > 2 &&
	    count_numbered(all, c->markup) + 1 == alike)
		return false;

	if (c->flags & (CAND_BRACKETED | CAND_DATED))
		return false;
	if (c->unit > 0 || c->number.kind != NUMBER_NONE ||
	    (c->word != WORD_OTHER && c->word != WORD_END))
		return n > 1 || alike > 1;
	if (has_title && front_is_name(s, (struct span){c->at, c->end}))
		return alike > 1 && !has_initial(s, c);
	if (has_title)
		return true;
	return alike > 1;
}

/* As many '#' as the markup of C stands for. */
static unsigned
depth_of(const struct candidate *c)
{
	return c->markup < MARKUP_UNDERLINE
	               ? c->markup
	               : c->markup - MARKUP_UNDERLINE + 1u;
}

/* The one of the N leading headings from FIRST on that is of a higher level
 * than all other headings: it is the title, whatever it says. all->n where
 * there is none. */
static size_t
highest(const struct candidates *all, size_t first, size_t n)
{
	size_t best = all->n, alike = 0, seen = 0;

	for (size_t i = first; i < all->n; i++) {
		const struct candidate *c = &all->at[i];
		bool higher;

		if (c->markup == MARKUP_NONE)
			continue;
		seen++;
		higher = best == all->n ||
		         depth_of(c) < depth_of(&all->at[best]);
		alike += !higher && depth_of(c) == depth_of(&all->at[best]);
		if (!higher)
			continue;
		best = i;
		alike = 0;
		if (seen > n && seen > 1)
			return all->n;
	}
	return alike == 0 && seen > 1 ? best : all->n;
}

static void
take_title(struct survey *s, struct candidate *c, bool is_title,
           struct outline *o)
{
	struct span words = {c->at, c->end};

	take_value(s, words, o);
	if (is_title && o->title == NULL) {
		if (value_of(s, words, "author").end == 0)
			o->title = outline_words(s->t, words);
	} else if (!is_title && o->author == NULL && front_is_name(s, words)) {
		o->author = outline_words(s->t, words);
	}
	c->flags |= CAND_TAKEN;
	for (size_t k = 0; k < c->lines; k++)
		s->lines.at[c->line + k].role = ROLE_TITLE;
	if (c->markup >= MARKUP_UNDERLINE)
		s->lines.at[c->line + c->lines].role = ROLE_TITLE;
}

void
find_front_of_markdown(struct survey *s, struct candidates *all,
                       struct outline *o)
{
	size_t first = 0, n, seen = 0, top;

	read_metadata(s, o);
	n = count_leading(s, all, &first);
	top = highest(all, first, n);
	/* The one heading above all others is the title also behind text. */
	if (top < all->n && n == 0)
		n = 1;
	for (size_t i = first; i < all->n && seen < n; i++) {
		struct candidate *c = &all->at[i];
		struct span words = {c->at, c->end};
		bool has_title = o->title != NULL || top < i, is_title;

		if (c->markup == MARKUP_NONE)
			continue;
		seen++;
		if (i != top && seen == n &&
		    is_section(s, all, c, n, has_title))
			return;
		if (seen > 1 && seen < n && has_title && i != top &&
		    c->markup > all->at[first].markup &&
		    (c->unit > 0 || c->word == WORD_STANDING))
			return;
		is_title = top < all->n ? i == top
		                        : seen == n ||
		                                  !front_is_name(s, words);
		take_title(s, c, is_title, o);
	}
}
