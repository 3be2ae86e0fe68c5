/* The record format: a strict, tolerant subset of GNU rec files. */
#ifndef LECTERN_MARKS_REC_H
#define LECTERN_MARKS_REC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/pool.h"

/*
 * NAME is NULL for what is no field (a comment, an unreadable line). A value's
 * lines are separated by LF. RAW are the bytes as read, line ends included,
 * NULL once the field was set; NAME and VALUE are the field's own only then,
 * else the file's.
 */
struct rec_field {
	char *name, *value;
	const char *raw;
	size_t raw_n;
};

struct rec_fields {
	struct rec_field *at;
	size_t n, cap;
};

/* Fields that are looked for in every record. */
enum rec_key {
	REC_KIND, REC_WORK, REC_DELETED, REC_UPDATED,
	REC_KEYS /* any other field */
};

/*
 * One record. RAW are its bytes as read, TAIL the blank lines and comments
 * that follow; RAW is written again as long as CHANGED is false, and of a
 * changed record each field that was not set. FIELDS are empty as long as it
 * is UNREAD: rec_fields has them. A DAMAGED one has a line that is not of the
 * format; its good fields are read.
 */
struct rec {
	struct rec_fields fields;
	struct pool *pool; /* the file's: where names and values are read to */
	const char *raw, *tail;
	size_t raw_n, tail_n;
	size_t line; /* of the file, where it begins; 0 for a new one */
	/* [byte] of RAW where a key's value begins, 0 where there is none: of
	 * meaning in a SOUND one, whose bytes say what its fields will. */
	uint32_t keys[REC_KEYS];
	bool unread, sound, damaged, changed;
};

struct rec_problem {
	size_t line;
	const char *what; /* words that live as long as the program */
};

/* A file of records. HEAD is what stands before the first one. Pointers to
 * records stay good as long as the file does. */
struct rec_file {
	struct rec **at;
	size_t n, cap;
	const char *head;
	size_t head_n;
	struct {
		struct rec_problem *at;
		size_t n, cap;
	} problems;
	char *bytes;  /* as read: what every raw, head and tail points into */
	size_t bytes_n;
	struct pool pool; /* records, and names and values as read */
	struct rec_file *adopted; /* whose memory records of this one use */
};

/* Reads N bytes; never fails. What is not of the format is kept byte for byte
 * and named in `problems` by its line. Linear; records as they should be are
 * only found (some 0.2 us each): their fields are read when asked for. */
struct rec_file *rec_parse(const char *bytes, size_t n);
/* The same for bytes from malloc, which are the file's from now on. */
struct rec_file *rec_parse_own(char *bytes, size_t n);
void rec_free(struct rec_file *f);

/* Appends the file to OUT: byte-identical to what was read where nothing has
 * changed. */
void rec_write(const struct rec_file *f, struct buf *out);

/* The fields of R, in the order of the file. Borrowed until R changes. */
const struct rec_fields *rec_fields(const struct rec *r);

/* The value of the first field NAME, or NULL. Borrowed until it is set. */
const char *rec_get(const struct rec *r, const char *name);

/* N bytes that no NUL ends; AT is NULL where there is no such field. */
struct rec_value {
	const char *at;
	size_t n;
};

/* The same without reading R's fields where its bytes tell as much: for those
 * who look at every record of a store. */
struct rec_value rec_look(const struct rec *r, const char *name);
/* As strcmp orders them. Neither AT is NULL. */
int rec_compare(const struct rec_value *a, const struct rec_value *b);
/* Whether that is VALUE; false where either is NULL. */
bool rec_is(const struct rec *r, const char *name, const char *value);
/* Whether R has a field NAME. */
bool rec_has(const struct rec *r, const char *name);

/*
 * Sets the field NAME (the first of that name; else it is added behind the
 * last) or, with NULL, removes every one of that name. What the format cannot
 * hold in VALUE becomes what it can: CR and blanks at a line's end go, invalid
 * UTF-8 becomes U+FFFD. Does nothing where that changes nothing, or where NAME
 * is not of the form [A-Z][A-Za-z0-9_]*.
 */
void rec_set(struct rec *r, const char *name, const char *value);

/* A new empty record at the end of F, owned by F. */
struct rec *rec_add(struct rec_file *f);

/* Empties R and takes it out of F. Comments that follow it stay, if need be on
 * a record without fields. O(records). */
void rec_drop(struct rec_file *f, struct rec *r);

/* Moves all records of OTHER to the end of F, which owns OTHER from now on (or
 * frees it at once where few of its bytes are still needed). */
void rec_take_all(struct rec_file *f, struct rec_file *other);

/* Gives R the fields of BY, which is empty then; comments and unreadable lines
 * of both. Both are of one file. */
void rec_replace(struct rec *r, struct rec *by);

/* R gets the comments and unreadable lines of BY that it has not. */
void rec_keep_lines(struct rec *r, const struct rec *by);

/* A new record at the end of F with the fields of R, which is empty then. */
struct rec *rec_split(struct rec_file *f, struct rec *r);

/* Takes all fields out of R. */
void rec_empty(struct rec *r);
/* Whether R has neither fields nor lines. */
bool rec_is_empty(const struct rec *r);
/* Its fields to be changed. */
struct rec_fields *rec_own_fields(struct rec *r);

/* Takes every empty record out of F but those that comments follow. */
void rec_sweep(struct rec_file *f);

#endif
