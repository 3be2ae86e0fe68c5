/* Footnotes: the definitions that were matched, how far each of them goes,
 * and the marks that refer to them. */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "text/structure/find.h"
#include "text/structure/runs.h"

enum {
	MOST_GROUPS = 8,   /* between two notes that are one note's */
	MOST_LINES = 400,  /* of a note in brackets */
};

/* The definition behind D that is a note, defs.n for none. */
static size_t
next_taken(const struct matcher *m, size_t d)
{
	while (++d < m->defs.n && !m->taken[d])
		;
	return d;
}

/* The line that closes the bracket that line FIRST opens; 0 for none. */
static size_t
closing_line(const struct survey *s, size_t first)
{
	int depth = 0;

	for (size_t i = first; i < s->lines.n && i < first + MOST_LINES; i++) {
		const char *t = line_text(s, i);

		for (size_t k = 0; k < s->lines.at[i].n; k++) {
			depth += t[k] == '[';
			depth -= t[k] == ']';
			if (depth == 0)
				return i;
		}
	}
	return 0;
}

/* The last line of definition D's note. */
static size_t
note_end(const struct matcher *m, size_t d)
{
	const struct survey *s = m->s;
	const struct mark *def = &m->defs.at[d];
	size_t g = m->group[d], next = next_taken(m, d), end;
	const struct group *group = &s->groups.at[g];

	if (def->style == MARK_FOOTNOTE && s->t->at[def->at] == '[' &&
	    (end = closing_line(s, def->line)) > 0)
		return end;
	end = group->first + group->n - 1;
	if (def->style == MARK_ALONE && def->line == end &&
	    g + 1 < s->groups.n) {
		g++;
		end = s->groups.at[g].first + s->groups.at[g].n - 1;
	}
	if (next == m->defs.n)
		return end;
	if (m->defs.at[next].line <= end)
		return m->defs.at[next].line - 1;
	/* Notes that stand together have all that is between them. */
	if (m->run[d] == m->run[next] && m->runs.at[m->run[d]].compact) {
		size_t k = m->group[next];

		if (k - g <= MOST_GROUPS)
			end = s->groups.at[k - 1].first +
			      s->groups.at[k - 1].n - 1;
	}
	return end;
}

/* S without the backslashes that Markdown puts in front of signs. */
static char *
without_escapes(char *s)
{
	char *to = s;

	for (const char *from = s; *from != '\0'; from++)
		if (*from != '\\')
			*to++ = *from;
	*to = '\0';
	return s;
}

/* The label of a definition without brackets, points and words: "1*". */
static char *
label_of(const struct text *t, const struct mark *d)
{
	const char *s = t->at + d->at;
	size_t from = 0, taken = 0, end = d->n;

	if (d->style == MARK_MARKDOWN) {
		end -= s[end - 1] == ':' ? 2 : 1;
		return outline_words(t, (struct span){d->at + 2, d->at + end});
	}
	while (from < end && strchr("[({^ \\", s[from]) != NULL)
		from++;
	if (d->style == MARK_FOOTNOTE)
		while (from < end && note_key(s + from, end - from, &taken) !=
		                             d->key)
			from++;
	if (note_key(s + from, end - from, &taken) != 0)
		end = from + taken;
	return without_escapes(
		outline_words(t, (struct span){d->at + from, d->at + end}));
}

static void
push_note(struct survey *s, struct outline *o, const struct matcher *m,
          size_t d)
{
	const struct mark *def = &m->defs.at[d];
	size_t last = note_end(m, d);
	struct note note = {.at = def->at,
	                    .end = line_end(&s->lines.at[last]),
	                    .body = def->at + def->n};

	note.label = label_of(s->t, def);
	while (note.body < note.end) {
		ucs c;
		size_t k = ucs_decode(s->t->at + note.body,
		                      note.end - note.body, &c);

		if (!ucs_is_space(c) && c != '\n' && c != '\r')
			break;
		note.body += k;
	}
	for (size_t i = def->line; i <= last; i++)
		if (s->lines.at[i].role == ROLE_BODY)
			s->lines.at[i].role = ROLE_NOTE;
	vec_push(&o->notes, note);
}

void
find_notes(struct survey *s, struct outline *o)
{
	struct matcher m;
	uint32_t *index;

	runs_gather(s, &m);
	runs_match(&m);
	index = mem_new((m.defs.n + 1) * sizeof *index);
	for (size_t d = 0; d < m.defs.n; d++) {
		index[d] = (uint32_t)o->notes.n;
		if (m.taken[d])
			push_note(s, o, &m, d);
	}
	for (size_t i = 0; i < m.marks.n; i++) {
		const struct mark *x = &m.marks.at[i];

		if (m.to[i] == NO_DEFINITION)
			continue;
		vec_push(&o->refs, ((struct note_ref){x->at, x->at + x->n,
		                                      index[m.to[i]]}));
	}
	free(index);
	matcher_clear(&m);
}
