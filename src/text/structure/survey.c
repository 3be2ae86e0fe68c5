/* The first look at a text: its lines, the groups they stand in, and how the
 * whole is set. */
#include "text/structure/survey.h"

#include "base/vec.h"

/* [col] No hard-wrapped text is wider. In one that was not wrapped, what is
 * wider than FULL is a paragraph. */
enum { WIDEST_WRAP = 130, FULL = 90 };

/* Where each paragraph is a line, one in so many is long, also where most of it
 * is talk. */
enum { LONG_ENOUGH = 5 };

/* Lines of a wrapped text to a group, where blank lines part no paragraphs. */
enum { DENSE = 50 };

/* Whether line L of a text that was not broken is by itself a paragraph: it is
 * long, or ends as a sentence does. */
static bool
is_paragraph(const struct line *l)
{
	switch (l->last) {
	case '.': case '?': case '!': case ':': case ';': case ',': case '"':
	case 0x3002: case 0xFF1F: case 0xFF01: case 0x201D: case 0xBB:
	case 0x2026:
		return true;
	default:
		return l->width > FULL;
	}
}

/* Groups of lines; APART: where each paragraph is a line and no blank line
 * stands between two, each has a group of its own. */
static void
group_lines(struct survey *s, bool apart)
{
	struct group g = {0};
	bool page = false;
	unsigned gap = 0;

	s->groups.n = 0;
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
		if (g.n > 0 &&
		    (page || (apart && (is_paragraph(l) ||
		                        is_paragraph(l - 1))))) {
			vec_push(&s->groups, g);
			g.n = 0;
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

/* The column that only one in PART of the N values of a histogram passes. */
static unsigned
upper_part(const uint32_t *counts, unsigned most, size_t n, unsigned part)
{
	size_t left = n / part;

	while (most > 0 && left >= counts[most])
		left -= counts[most--];
	return most;
}

/* Lines that another follows in their group are as wide as the text was
 * broken at, more or less; where most of the text stands on wider ones it was
 * not broken at all. */
static void
find_wrap(struct survey *s)
{
	uint32_t counts[WIDEST_WRAP + 1] = {0};
	size_t n = 0, narrow = 0, wide = 0;

	for (size_t g = 0; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = group->first; i < group->first + group->n;
		     i++) {
			const struct line *l = &s->lines.at[i];
			unsigned reach = (unsigned)l->indent + l->width;

			if (reach > WIDEST_WRAP) {
				wide += l->n;
				continue;
			}
			narrow += l->n;
			if (i + 1 < group->first + group->n) {
				counts[reach]++;
				n++;
			}
		}
	}
	/* A text of lines that stand alone was not broken either. */
	if (n * 2 >= s->groups.n && narrow > wide)
		s->manner.wrap = (uint16_t)upper_part(counts, WIDEST_WRAP, n,
		                                      40);
}

static bool
is_full(const struct survey *s, const struct line *l)
{
	unsigned wrap = s->manner.wrap;

	if (wrap == 0)
		return l->width > FULL;
	return (unsigned)l->indent + l->width >= wrap - wrap / 4;
}

/* The leftmost of the N columns that more than one full line in FEW stands in
 * or left of; COUNTS has how many stand in each. */
static uint16_t
margin_of(const uint32_t *counts, size_t n)
{
	enum { FEW = 8 };
	size_t lines = 0, left = 0, i = 0;

	for (size_t k = 0; k < n; k++)
		lines += counts[k];
	while (i + 1 < n && (left + counts[i]) * FEW <= lines)
		left += counts[i++];
	return (uint16_t)i;
}

/* Which of N counts, from FROM on, is the greatest; of equal ones the first. */
static uint16_t
greatest(const uint32_t *counts, unsigned from, unsigned n)
{
	unsigned best = from;

	for (unsigned i = from + 1; i < n; i++)
		if (counts[i] > counts[best])
			best = i;
	return (uint16_t)best;
}

/* The indent and the gap that most full lines and groups have. */
static void
find_usual(struct survey *s)
{
	enum { MOST = 32 };
	uint32_t indents[MOST] = {0}, gaps[MOST] = {0};
	size_t joined = 0, full = 0, lines = 0;

	for (size_t g = 0; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = 0; i < group->n; i++) {
			const struct line *l =
				&s->lines.at[group->first + i];

			lines++;
			if (!is_full(s, l))
				continue;
			full++;
			joined += i > 0;
			if (l->indent < MOST)
				indents[l->indent]++;
		}
		if (group->gap < MOST && g > 0 && survey_is_body(s, g) &&
		    survey_is_body(s, g - 1))
			gaps[group->gap]++;
	}
	s->manner.indent = greatest(indents, 0, MOST);
	s->manner.margin = margin_of(indents, MOST);
	s->manner.gap = greatest(gaps, s->manner.apart ? 0 : 1, MOST);
	if (s->manner.apart)
		return;
	s->manner.dense = s->manner.wrap == 0
	                          ? joined * 2 > full
	                          : s->lines.n / DENSE > s->groups.n;
	s->manner.apart = s->manner.dense && s->manner.wrap == 0 &&
	                  full * LONG_ENOUGH >= lines;
}

void
survey_text(const struct text *t, struct survey *s)
{
	*s = (struct survey){.t = t};
	lines_scan(t, &s->lines);
	group_lines(s, false);
	find_wrap(s);
	find_usual(s);
	if (s->manner.apart) {
		group_lines(s, true);
		find_usual(s);
	}
}

void
survey_clear(struct survey *s)
{
	vec_clear(&s->lines);
	vec_clear(&s->groups);
}

void
survey_assign(struct survey *s, size_t first, size_t n, enum line_role role)
{
	for (size_t g = first; g < first + n && g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = 0; i < group->n; i++)
			s->lines.at[group->first + i].role = (uint8_t)role;
	}
}

bool
survey_is_prose(const struct survey *s, size_t group)
{
	const struct group *g = &s->groups.at[group];
	const struct line *l = group_line(s, group);
	size_t most = s->manner.wrap > 0 ? 3 : 1;

	for (size_t i = 0; i < g->n && i < most; i++)
		if (!is_full(s, &l[i]))
			return g->n == 2 && i == 1;
	return true;
}

bool
survey_is_body(const struct survey *s, size_t group)
{
	const struct group *g = &s->groups.at[group];
	const struct line *l = group_line(s, group);

	if (l->role != ROLE_BODY && l->role != ROLE_NOTE)
		return false;
	for (size_t i = 0; i < g->n && i < 4; i++)
		if (is_full(s, &l[i]))
			return true;
	return g->n > 3;
}

size_t
survey_before(const struct survey *s, size_t group)
{
	for (int steps = 0; group-- > 0 && steps < SURVEY_FARTHEST; steps++)
		if (!survey_passes(group_line(s, group)))
			return group;
	return (size_t)-1;
}

size_t
survey_behind(const struct survey *s, size_t group)
{
	for (int steps = 0; ++group < s->groups.n && steps < SURVEY_FARTHEST;
	     steps++)
		if (!survey_passes(group_line(s, group)))
			return group;
	return (size_t)-1;
}
