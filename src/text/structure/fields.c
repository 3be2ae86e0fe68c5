/* Lines of the front of a text that are fields: "Written: 1930". */
#include <string.h>

#include "base/ascii.h"
#include "text/structure/front.h"
#include "text/structure/words.h"

enum { MOST_LINES = 400 }; /* of a title page with its front matter */

bool
front_is_field(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);
	size_t most = l->n < 48 ? l->n : 48;
	const char *colon = memchr(p, ':', most);
	size_t words = 1;

	if (colon == NULL || !line_is(l, LINE_UPPER_START) ||
	    (size_t)(colon - p) + 1 >= l->n ||
	    (colon[1] != ' ' && colon[1] != '\t' && colon[1] != '\xC2'))
		return false;
	for (const char *q = p; q < colon; q++)
		words += *q == ' ';
	return words <= 4;
}

/* Whether a field's name in Chinese or Japanese ends before S: they have a
 * wide colon and no blank. */
static bool
is_wide_field(const char *s, size_t n)
{
	ucs c = 0;

	if (n > 0)
		ucs_decode(s, n, &c);
	return c == 0xFF1A;
}

bool
front_is_named_field(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *t = line_text(s, line);
	size_t k;

	return word_first(t, l->n, &k).is == WORD_FIELD &&
	       (front_is_field(s, line) || is_wide_field(t + k, l->n - k));
}

bool
front_is_matter(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	size_t fields = 0;

	for (size_t i = 0; i < group->n; i++)
		fields += front_is_field(s, group->first + i);
	return fields >= 2 && fields * 4 >= group->n;
}

bool
front_is_records(const struct survey *s)
{
	enum { LEAST = 3, ALIKE = 4 }; /* records; [byte] that are the same */
	size_t n = 0;

	if (s->groups.n == 0 || !front_is_matter(s, 0) ||
	    group_line(s, 0)->n < ALIKE)
		return false;
	for (size_t g = 0; g < s->groups.n && n < LEAST; g++)
		n += group_line(s, g)->n >= ALIKE &&
		     memcmp(line_text(s, s->groups.at[g].first),
		            line_text(s, s->groups.at[0].first),
		            ALIKE) == 0 &&
		     front_is_matter(s, g);
	return n == LEAST;
}

/* Behind the name of line I where that is a field which says where the text was
 * taken from; 0 where it is not. */
static size_t
source_at(const struct survey *s, size_t i)
{
	static const char *const names[] = {
		"source:", "sources:", "quelle:", "quellen:", "fuente:",
		"fonte:", "bron:", "k\xC3\xA4lla:", "kilde:",
		"Источник:",
	};

	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if (ascii_begins(line_text(s, i), s->lines.at[i].n, names[k]))
			return strlen(names[k]);
	return 0;
}

void
front_find_source(const struct survey *s, struct outline *o)
{
	size_t most = s->lines.n < MOST_LINES ? s->lines.n : MOST_LINES, i = 0;
	struct span words;

	while (i < most && (s->lines.at[i].role != ROLE_FRONT ||
	                    source_at(s, i) == 0))
		i++;
	if (i == most)
		return;
	words.start = s->lines.at[i].at + source_at(s, i);
	do
		words.end = line_end(&s->lines.at[i++]);
	while (i < most && s->lines.at[i].n > 0 && !front_is_field(s, i) &&
	       s->lines.at[i].role == ROLE_FRONT);
	o->source = outline_words(s->t, words);
}
