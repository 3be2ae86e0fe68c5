/* The front of a text: title, author, and the lines that say where it is
 * from. */
#include <string.h>

#include "text/structure/find.h"

/* Whether a line is "Words: value", as front matter is. */
static bool
is_field(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);
	size_t most = l->n < 40 ? l->n : 40;
	const char *colon = memchr(p, ':', most);

	return colon != NULL && line_is(l, LINE_UPPER_START) &&
	       colon[1] == ' ' && l->n > (size_t)(colon - p) + 2;
}

static bool
is_front_group(const struct survey *s, const struct group *g)
{
	size_t fields = 0;

	for (size_t i = 0; i < g->n; i++)
		fields += is_field(s, g->first + i);
	return fields >= 2 && fields * 2 >= g->n;
}

void
find_front(struct survey *s, struct outline *o)
{
	size_t front = 0, end = s->groups.n < 8 ? s->groups.n : 8;
	const struct group *g = s->groups.at;

	while (front < end && !is_front_group(s, &g[front]))
		front++;
	if (front == end)
		return;
	survey_assign(s, front, 1, ROLE_FRONT);
	for (size_t i = 0; i < front; i++) {
		const struct line *l = &s->lines.at[g[i].first];

		if (l->width > 90 || l->role == ROLE_FURNITURE)
			continue;
		survey_assign(s, i, 1, ROLE_TITLE);
		if (o->title == NULL)
			o->title = outline_words(
				s->t, (struct span){l->at,
			                            line_end(&l[g[i].n - 1])});
	}
}
