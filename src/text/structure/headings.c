/* Which lines are headings, and of which level. */
#include "base/vec.h"
#include "text/structure/find.h"

/* A date or another line of figures is no heading: "July 20, 1933". */
static bool
ends_in_year(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);

	if (l->n < 5 || l->words > 4)
		return false;
	for (size_t i = l->n - 4; i < l->n; i++)
		if (p[i] < '0' || p[i] > '9')
			return false;
	return true;
}

static bool
stands_alone(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];

	return group->n == 1 && g > 0 && g + 1 < s->groups.n &&
	       s->lines.at[group->first].role == ROLE_BODY;
}

/* An abbreviation's full stop ends no sentence: "The C.P.S.U." */
static bool
ends_in_sentence_mark(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);

	switch (l->last) {
	case '.':
		return l->n < 3 || p[l->n - 3] != '.';
	case '?': case '!': case ':': case ';': case ',':
		return true;
	default:
		return false;
	}
}

static bool
is_heading(const struct survey *s, size_t g)
{
	size_t first = s->groups.at[g].first;
	const struct line *l = &s->lines.at[first];
	const struct line *next = &s->lines.at[s->groups.at[g + 1].first];

	return l->width <= 80 && line_is(l, LINE_UPPER_START) &&
	       !ends_in_sentence_mark(s, first) && !ends_in_year(s, first) &&
	       next->role == ROLE_BODY && next->n > l->n;
}

void
find_headings(struct survey *s, struct outline *o)
{
	for (size_t g = 1; g + 1 < s->groups.n; g++) {
		struct line *l = &s->lines.at[s->groups.at[g].first];
		struct section section;

		if (!stands_alone(s, g) || !is_heading(s, g))
			continue;
		l->role = ROLE_HEADING;
		section = (struct section){
			.at = l->at, .end = line_end(l), .level = 1};
		section.title = outline_words(
			s->t, (struct span){section.at, section.end});
		vec_push(&o->sections, section);
	}
}
