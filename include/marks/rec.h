/* The record format: a strict, tolerant subset of GNU rec files. */
#ifndef LECTERN_MARKS_REC_H
#define LECTERN_MARKS_REC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* NAME is NULL for what is no field (a comment, an unreadable line): VALUE is
 * then its bytes as they stand. A value's lines are separated by LF. */
struct rec_field {
	char *name, *value;
};

/*
 * One record. RAW are its bytes as read, with the blank lines and comments
 * that follow; they are written again as long as CHANGED is false. A DAMAGED
 * one has a line that is not of the format; its good fields are read, and
 * where it changes, its unreadable lines are kept as they stand.
 */
struct rec {
	struct rec_field *at;
	size_t n, cap;
	char *raw;
	size_t raw_n;
	size_t line; /* of the file, where it begins; 0 for a new one */
	bool damaged, changed;
};

struct rec_problem {
	size_t line;
	char *what;
};

/* A file of records. HEAD is what stands before the first one. Pointers to
 * records stay good as long as the file does. */
struct rec_file {
	struct rec **at;
	size_t n, cap;
	char *head;
	size_t head_n;
	struct {
		struct rec_problem *at;
		size_t n, cap;
	} problems;
};

/* Reads N bytes; never fails. What is not of the format is kept byte for byte
 * and named in `problems` by its line. Linear. */
struct rec_file *rec_parse(const char *bytes, size_t n);
void rec_free(struct rec_file *f);

/* Appends the file to OUT: byte-identical to what was read where nothing has
 * changed. */
void rec_write(const struct rec_file *f, struct buf *out);

/* The value of the first field NAME, or NULL. Borrowed until it is set. */
const char *rec_get(const struct rec *r, const char *name);

/* Sets (adds behind the last field, or with NULL removes) the field NAME.
 * What the format cannot hold in VALUE (NUL, CR, invalid UTF-8) becomes what
 * it can: CR goes, invalid bytes become U+FFFD. */
void rec_set(struct rec *r, const char *name, const char *value);

/* A new empty record at the end of F, owned by F. */
struct rec *rec_add(struct rec_file *f);

/* Takes R out of F and frees it. */
void rec_drop(struct rec_file *f, struct rec *r);

#endif
