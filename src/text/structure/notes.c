/* Footnotes: definitions, and the marks in the text that refer to them. */
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/structure/find.h"

/* The number at S ("12"), its digits in *N; 0 when there is none. */
static unsigned
number_at(const char *s, size_t most, size_t *n)
{
	unsigned value = 0;

	for (*n = 0; *n < most && *n < 4 && s[*n] >= '0' && s[*n] <= '9';)
		value = value * 10 + (unsigned)(s[(*n)++] - '0');
	return value;
}

/* The first "[NUMBER]" of the text in front of LIMIT; LIMIT if none. */
static text_pos
find_mark(const struct text *t, unsigned number,
                          text_pos from, text_pos limit, text_pos *end)
{
	for (text_pos p = from; p < limit; p++) {
		const char *open = memchr(t->at + p, '[', limit - p);
		size_t n;

		if (open == NULL)
			break;
		p = (text_pos)(open - t->at);
		if (number_at(open + 1, limit - p - 1, &n) != number)
			continue;
		if (n == 0 || p + 1 + n >= limit || open[1 + n] != ']')
			continue;
		*end = p + 2 + n;
		return p;
	}
	return limit;
}

/* The first group of the run of notes "1. ...", "2. ..." at the end. */
static size_t
notes_begin(const struct survey *s)
{
	size_t first = s->groups.n;

	for (size_t g = s->groups.n; g-- > 0;) {
		const struct line *l = &s->lines.at[s->groups.at[g].first];
		size_t n;
		unsigned value;

		if (l->role == ROLE_FURNITURE)
			continue;
		value = number_at(s->t->at + l->at, l->n, &n);
		if (n == 0 || n + 1 >= l->n || s->t->at[l->at + n] != '.')
			break;
		if (value == 1)
			return g;
		first = s->groups.n;
	}
	return first;
}

void
find_notes(struct survey *s, struct outline *o)
{
	size_t begin = notes_begin(s);
	text_pos from = 0;

	for (size_t g = begin; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];
		struct line *l = &s->lines.at[group->first];
		text_pos limit = s->lines.at[s->groups.at[begin].first].at;
		struct note note = {.at = l->at};
		struct note_ref ref = {.note = o->notes.n};
		size_t n;
		unsigned value;

		if (l->role != ROLE_BODY)
			continue;
		value = number_at(s->t->at + l->at, l->n, &n);
		ref.at = find_mark(s->t, value, from, limit, &ref.end);
		if (ref.at == limit)
			continue;
		from = ref.end;
		note.label = mem_text(s->t->at + l->at, n);
		note.end = line_end(&l[group->n - 1]);
		note.body = l->at + n + 1;
		while (note.body < note.end && s->t->at[note.body] == ' ')
			note.body++;
		survey_assign(s, g, 1, ROLE_NOTE);
		vec_push(&o->notes, note);
		vec_push(&o->refs, ref);
	}
}
