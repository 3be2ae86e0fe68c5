/* A line editor: what is typed at a prompt. */
#ifndef LECTERN_READER_EDIT_H
#define LECTERN_READER_EDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* CURSOR is a byte of TEXT, at the start of a grapheme cluster or at its end.
 * TEXT is valid UTF-8 without controls but LF (Alt-Enter puts one in). */
struct edit {
	struct buf text;
	size_t cursor;
	char *killed; /* what ^W ^U ^K took last, for ^Y */
};

enum edit_result {
	EDIT_GOES_ON,
	EDIT_DONE,      /* Enter */
	EDIT_CANCELLED, /* Esc, ^C; Backspace in an empty line */
	EDIT_UNKNOWN,   /* no key of the editor: Up, Down, Tab, ^E twice ... */
};

/* Begins with a copy of S (NULL: empty), the cursor at its end. */
void edit_begin(struct edit *e, const char *s);
void edit_clear(struct edit *e);
/* What ^Y puts in until something is taken out. */
void edit_keep(struct edit *e, const char *s);

/* Takes a key: characters, arrows to the side, Home ^A, End, ^W word, ^U line,
 * ^K rest, ^Y yank, Backspace, Delete, Alt-b Alt-f, Alt-Enter a line end. */
enum edit_result edit_key(struct edit *e, uint32_t key);
/* Takes pasted UTF-8: controls but LF and TAB (as a blank) are left out. */
void edit_paste(struct edit *e, const char *s);

#endif
