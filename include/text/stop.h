/* A place where a sentence may end, and the words around it. */
#ifndef LECTERN_TEXT_STOP_H
#define LECTERN_TEXT_STOP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ucs.h"

/* The bytes of a block, and where in them the sentence being read began. */
struct scan {
	const char *s;
	size_t n;
	size_t begin;
	bool is_start; /* of a paragraph */
};

/* Where a sentence may end: "end", “end.”, so ... */
struct stop {
	size_t at;     /* the first full stop or its like */
	size_t behind; /* them all */
	size_t end;    /* and closing quotes, brackets and note marks */
	unsigned dots; /* how many full stops; an ellipsis has three */
	bool strong;   /* there is one that no abbreviation has: ! ? */
	bool wide;     /* of a script that sets no blank behind it */
	bool quoted;   /* a quotation ends here */
};

/* A word that stands before or behind a stop, without what encloses it. */
struct word {
	const char *s;
	size_t n;
	ucs first; /* 0 where there is none */
};

/* The code point at I in *C, 0 behind the last, and its length. */
size_t scan_look(const struct scan *k, size_t i, ucs *c);
size_t scan_skip_blanks(const struct scan *k, size_t i);
/* Behind opening quotes, brackets and dashes at I, at most a few. */
size_t scan_skip_opening(const struct scan *k, size_t i);
/* The letters and digits at I. */
struct word scan_word(const struct scan *k, size_t i);

bool stop_is_quote(ucs c);
/* Emphasis as it is typed, and signs of notes. */
bool stop_is_raised(ucs c);

/* Whether the one full stop at STOP belongs to the word before it and ends
 * nothing. NEXT stands behind it, with no small letter first. */
bool stop_is_abbreviation(const struct scan *k, const struct stop *stop,
                          struct word next);

#endif
