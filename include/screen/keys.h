/* Bytes from a terminal to keys. */
#ifndef LECTERN_SCREEN_KEYS_H
#define LECTERN_SCREEN_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* What a terminal sends for a key, beside what nearly all of them send. */
struct keys_known {
	const char *bytes; /* at least two of them */
	uint32_t key;      /* as reader/input.h */
};

struct keys_table {
	const struct keys_known *at;
	size_t n;
	bool mouse; /* it was asked for */
};

enum keys_kind {
	KEYS_NONE,  /* swallowed: a sequence that is no key of ours */
	KEYS_KEY,
	KEYS_CLICK, /* of the first button, at COL and ROW */
	KEYS_PASTE, /* a paste begins: keys_paste takes what follows */
	KEYS_MORE,  /* the bytes may go on: wait, then call with LAST */
};

/* [ms] how long the rest of a sequence may take, that Esc alone is a key */
enum { KEYS_WAIT = 25 };

struct keys_result {
	enum keys_kind kind;
	uint32_t key;
	unsigned times; /* KEYS_KEY: how often; a turn of the wheel is 3 ln */
	unsigned col, row; /* KEYS_CLICK: from 0 */
	size_t used;    /* [byte]; 0 with KEYS_MORE */
};

/*
 * The first key of the N (at least 1) bytes at S. LAST: no more will come, so
 * an unfinished sequence is what it is (Esc, Alt-[). Sequences of ECMA-48
 * form that name no key of ours are swallowed whole, never taken for typing.
 */
struct keys_result keys_first(const struct keys_table *t, const char *s,
                              size_t n, bool last);

/* [byte] more than this of one paste is dropped */
enum { KEYS_PASTE_MAX = 1 << 20 };

/*
 * Appends of the N bytes at S what belongs to the paste (line ends as LF, NULs
 * left out) to *PASTED. *DONE when its end was met. Returns the bytes used;
 * what may be the beginning of the end is left to the next call.
 */
size_t keys_paste(const char *s, size_t n, struct buf *pasted, bool *done);

#endif
