/* The lines of the record format, for those who read it. */
#ifndef LECTERN_MARKS_REC_LINES_H
#define LECTERN_MARKS_REC_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "marks/rec.h"

/* How far bytes were read. LINE is the number of the line at P. */
struct rec_cursor {
	const char *p, *end;
	size_t line;
};

/* A line without its LF and CR; NEXT is where the following one begins. */
struct rec_line {
	const char *at;
	size_t n;
	const char *next;
	bool cr;
};

static inline bool
rec_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Letters, digits and '_'; digits and '_' begin no name. */
static inline bool
rec_is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* The line at AT, which is before END. */
static inline struct rec_line
rec_line_at(const char *at, const char *end)
{
	const char *lf = memchr(at, '\n', (size_t)(end - at));
	struct rec_line l = {at, (size_t)((lf ? lf : end) - at),
	                     lf ? lf + 1 : end, false};

	if (l.n && at[l.n - 1] == '\r') {
		l.n--;
		l.cr = true;
	}
	return l;
}

static inline bool
rec_is_blank_line(const struct rec_line *l)
{
	size_t i = 0;

	while (i < l->n && rec_is_blank(l->at[i]))
		i++;
	return i == l->n;
}

/* Bytes of the field name that L begins with, 0 where it begins with none. */
static inline size_t
rec_name_length(const struct rec_line *l)
{
	size_t i = 0;

	if (!l->n || !rec_is_letter(l->at[0]))
		return 0;
	while (i < l->n && (rec_is_letter(l->at[i]) || l->at[i] == '_' ||
	                    (l->at[i] >= '0' && l->at[i] <= '9')))
		i++;
	return i < l->n && l->at[i] == ':' ? i : 0;
}

/* Whether L is an Id; NAME is what rec_name_length says of it. */
static inline bool
rec_is_id(const struct rec_line *l, size_t name)
{
	return name == 2 && l->at[0] == 'I' && l->at[1] == 'd';
}

/* Which key the N bytes at NAME are. */
static inline enum rec_key
rec_key_of(const char *name, size_t n)
{
	if (n == 4 && !memcmp(name, "Kind", 4))
		return REC_KIND;
	if (n == 4 && !memcmp(name, "Work", 4))
		return REC_WORK;
	if (n == 7 && !memcmp(name, "Deleted", 7))
		return REC_DELETED;
	if (n == 7 && !memcmp(name, "Updated", 7))
		return REC_UPDATED;
	return REC_KEYS;
}

/* What a record's lines turned out to be. */
struct rec_kind {
	bool named;   /* it has a field */
	bool damaged; /* it has a line that is not of the format */
	bool glued;   /* an Id ended it: another record follows at once */
};

/* A descriptor ("%rec: Mark") and the rest of its block describe records. */
void rec_skip_descriptor(struct rec_cursor *c);

/* Reads the lines of a record closely, up to an empty line or another Id, and
 * reports to F's problems what is not of the format. */
struct rec_kind rec_examine(struct rec_file *f, struct rec_cursor *c);

#endif
