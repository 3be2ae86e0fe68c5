/* Reading JSON (RFC 8259), a value at a time. */
#ifndef LECTERN_BASE_JSON_READ_H
#define LECTERN_BASE_JSON_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Where a reading is. At the first fault WHAT says what is wrong in LINE
 * (counted from 1), in words that live as long as the program; from then on
 * every function returns false.
 */
struct json_reader {
	const char *p, *end;
	size_t line;
	unsigned depth;
	const char *what;
};

/* An object or array that is being read. */
struct json_level {
	char close;
	bool begun;
};

/* BYTES are borrowed. */
void json_read_begin(struct json_reader *r, const char *bytes, size_t n);

/* Begins the object ('{') or array ('[') that must stand here. */
bool json_open(struct json_reader *r, char bracket, struct json_level *level);
/* Whether another member or element follows; behind the last one, and on a
 * fault, false. */
bool json_more(struct json_reader *r, struct json_level *level);
/* The name of the member, replacing what *OUT held. */
bool json_name(struct json_reader *r, struct buf *out);

/* A string, or the letters of a number; null gives none. What is no character
 * becomes U+FFFD. */
bool json_text(struct json_reader *r, struct buf *out);
/* Any value, which is left out. */
bool json_skip(struct json_reader *r);
/* Whether an object or array begins here. */
bool json_is(struct json_reader *r, char bracket);

/* Whether nothing but white space follows. */
bool json_ends(struct json_reader *r);
/* Says that WHAT is wrong here; false. */
bool json_fault(struct json_reader *r, const char *what);

#endif
