/* Runs of what may be definitions of notes: labels that count on. */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "text/structure/candidates.h"
#include "text/structure/runs.h"
#include "text/structure/tally.h"

enum { OPEN_RUNS = 4, FAMILIES = 4 };

static unsigned
family_of_key(uint32_t key, uint32_t *value)
{
	if (key < KEY_LETTER) {
		*value = key;
		return 0;
	}
	if (key < KEY_SIGN) {
		*value = key - KEY_LETTER - 'a' + 1;
		return 1;
	}
	if (key >= KEY_STARRED && key < KEY_NAME) {
		*value = key - KEY_STARRED;
		return 2;
	}
	*value = 0;
	return 3;
}

/* Puts definition I into the run that it continues, or into a new one. A note
 * may hold a list of its own, so a few runs stay open at a time. */
static void
place_definition(struct matcher *m, uint32_t *open, size_t i)
{
	struct mark *d = &m->defs.at[i];
	uint32_t value;
	unsigned family = family_of_key(d->key, &value);
	struct run *run;

	for (unsigned k = OPEN_RUNS; family < 3 && k-- > 0;) {
		if (open[k] == 0)
			continue;
		run = &m->runs.at[open[k] - 1];
		if (value <= run->value || value > run->value + 2 ||
		    (value == run->value + 2 && run->n < 2))
			continue;
		m->next[run->last] = (uint32_t)i;
		run->last = (uint32_t)i;
		run->value = value;
		run->n++;
		for (unsigned j = k + 1; j < OPEN_RUNS; j++)
			open[j] = 0;
		return;
	}
	if (family < 3 && value != 1 &&
	    ((d->style != MARK_SQUARE && d->style != MARK_FOOTNOTE) ||
	     (family == 1 && d->style == MARK_SQUARE)))
		return;
	vec_push(&m->runs,
	         ((struct run){.first = (uint32_t)i, .last = (uint32_t)i,
	                       .n = 1, .value = value, .style = d->style}));
	if (open[OPEN_RUNS - 1] != 0)
		memmove(open, open + 1, (OPEN_RUNS - 1) * sizeof *open);
	for (unsigned k = 0; k < OPEN_RUNS; k++)
		if (open[k] == 0 || k == OPEN_RUNS - 1) {
			open[k] = (uint32_t)m->runs.n;
			break;
		}
}

/* The class of the heading-like line right in front of a run that begins on
 * LINE of group G. */
static enum word_class
heading_word(const struct survey *s, size_t g, size_t line)
{
	const struct line *l;
	struct candidate c = {.lines = 1};

	if (s->groups.at[g].first == line) {
		g = survey_before(s, g);
		if (g == (size_t)-1)
			return WORD_OTHER;
		c.line = s->groups.at[g].first + s->groups.at[g].n - 1;
	} else {
		c.line = (uint32_t)line - 1;
	}
	l = &s->lines.at[c.line];
	/* The row that underlines it. */
	if (line_is(l, LINE_RULE) && c.line > 0 && l[-1].n > 0) {
		l--;
		c.line--;
	}
	if (l->width > 60 || l->words > 6)
		return WORD_OTHER;
	c.at = l->at;
	c.end = line_end(l);
	while (c.at < c.end && (s->t->at[c.at] == '#' ||
	                        s->t->at[c.at] == ' ' ||
	                        s->t->at[c.at] == '_'))
		c.at++;
	candidate_read_name(s, &c);
	return (enum word_class)c.word;
}

/* Whether R's definitions stand close together: most in the group right behind
 * the one before, or in the same. */
static bool
is_compact(const struct matcher *m, const struct run *r)
{
	uint32_t close = 0;

	for (uint32_t d = r->first; d != r->last; d = m->next[d])
		close += m->group[m->next[d]] - m->group[d] <= 1;
	return close * 3 >= (r->n - 1) * 2;
}

void
run_describe(const struct matcher *m, struct run *r)
{
	const struct survey *s = m->s;
	size_t g = m->group[r->last], end = g;
	enum word_class word;

	if (r->described)
		return;
	word = heading_word(s, m->group[r->first], m->defs.at[r->first].line);
	r->described = true;
	r->headed = word == WORD_NOTES;
	r->works = word == WORD_WORKS;
	for (int k = 0; k < 3 && end < s->groups.n; k++)
		end = survey_behind(s, end);
	r->at_end = end >= s->groups.n;
	r->parted = g + 1 < s->groups.n &&
	            s->groups.at[g + 1].gap > s->manner.gap;
	r->compact = is_compact(m, r);
}

/* Finds the groups that the definitions stand in. */
static void
find_groups(struct matcher *m)
{
	uint32_t g = 0;

	m->group = mem_new(m->defs.n * sizeof *m->group);
	for (size_t d = 0; d < m->defs.n; d++) {
		while (g + 1 < m->s->groups.n &&
		       m->s->groups.at[g + 1].first <= m->defs.at[d].line)
			g++;
		m->group[d] = g;
	}
}

static void
find_alike(struct matcher *m)
{
	struct tally last = {0}; /* runs, plus 1 */

	for (size_t i = 0; i < m->runs.n; i++) {
		struct run *r = &m->runs.at[i];
		uint64_t key = (uint64_t)m->defs.at[r->first].key << 8 |
		               r->style;

		r->alike = tally_value(&last, key) - 1;
		if (r->n >= 2)
			tally_at(&last, key)->value = (uint32_t)i + 1;
	}
	tally_clear(&last);
}

void
runs_gather(const struct survey *s, struct matcher *m)
{
	uint32_t open[MARK_STYLES][FAMILIES][OPEN_RUNS] = {{{0}}};

	*m = (struct matcher){.s = s};
	definitions_scan(s, &m->defs);
	m->next = mem_new(m->defs.n * sizeof *m->next);
	m->run = mem_new(m->defs.n * sizeof *m->run);
	m->taken = mem_new(m->defs.n);
	for (size_t i = 0; i < m->defs.n; i++) {
		uint32_t value;
		const struct mark *d = &m->defs.at[i];

		place_definition(
			m, open[d->style][family_of_key(d->key, &value)], i);
	}
	find_groups(m);
	find_alike(m);
}

void
matcher_clear(struct matcher *m)
{
	vec_clear(&m->defs);
	vec_clear(&m->marks);
	vec_clear(&m->runs);
	free(m->next);
	free(m->run);
	free(m->taken);
	free(m->group);
	free(m->before);
	free(m->in_front);
	free(m->to);
}
