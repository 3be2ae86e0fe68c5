/* The first look at a text: its lines, and the groups they stand in. */
#include "text/structure/survey.h"

#include "base/vec.h"

void
survey_text(const struct text *t, struct survey *s)
{
	struct group g = {0};
	bool page = false;
	unsigned gap = 0;

	*s = (struct survey){.t = t};
	lines_scan(t, &s->lines);
	for (size_t i = 0; i < s->lines.n; i++) {
		const struct line *l = &s->lines.at[i];

		page |= line_is(l, LINE_PAGE);
		if (l->n == 0) {
			if (g.n > 0)
				vec_push(&s->groups, g);
			g.n = 0;
			gap += gap < UINT16_MAX;
			continue;
		}
		if (g.n == 0)
			g = (struct group){.first = (uint32_t)i,
			                   .gap = (uint16_t)gap,
			                   .page = page};
		g.n++;
		gap = 0;
		page = false;
	}
	if (g.n > 0)
		vec_push(&s->groups, g);
}

void
survey_clear(struct survey *s)
{
	vec_clear(&s->lines);
	vec_clear(&s->groups);
}

void
survey_assign(struct survey *s, size_t first, size_t n,
                   enum line_role role)
{
	for (size_t g = first; g < first + n && g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = 0; i < group->n; i++)
			s->lines.at[group->first + i].role = (uint8_t)role;
	}
}
