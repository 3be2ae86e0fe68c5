/* An expected failure as a value: which file, where in it, what is wrong. */
#ifndef LECTERN_BASE_ERROR_H
#define LECTERN_BASE_ERROR_H

#include <stddef.h>

/*
 * All zero is "no error"; WHAT is set when there is one. Owns its strings.
 * Functions that can fail take a `struct error *` and return false (or NULL);
 * their other outputs are then untouched.
 */
struct error {
	char *file;  /* as the user named it; NULL where none is concerned */
	size_t line; /* counted from 1; 0 where none is concerned */
	char *what;  /* what is wrong and, where known, what to do about it */
};

/* Fills *E, replacing what it held; FILE may be NULL. */
void error_set(struct error *e, const char *file, size_t line,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

/* "FILE:LINE: what", "FILE: what" or "what"; control characters of a file's
 * name shown as '?'. The caller frees it. */
char *error_line(const struct error *e);

void error_clear(struct error *e);

#endif
