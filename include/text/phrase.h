/* A phrase and the search for it: Knuth, Morris and Pratt's over pieces of the
 * text as they are folded, where a sieve finds that it may stand. */
#ifndef LECTERN_TEXT_PHRASE_H
#define LECTERN_TEXT_PHRASE_H

#include "text/fold.h"
#include "text/sieve.h"

/* BORDER[i]: of the phrase's first i + 1 code points, how many of the last
 * are also the first, but not all of them. */
struct phrase {
	struct fold words;
	size_t *border;
	unsigned how;
	struct sieve sieve;
};

/* Of WORDS (UTF-8), folded as HOW says; false when they fold to nothing.
 * phrase_clear in any case. */
bool phrase_init(struct phrase *p, const char *words, unsigned how);
void phrase_clear(struct phrase *p);

/* The first match that begins in WHERE, and the last one. */
bool phrase_next(const struct phrase *p, const struct text *t,
                 struct span where, struct span *out);
bool phrase_prev(const struct phrase *p, const struct text *t,
                 struct span where, struct span *out);

/*
 * A search under way, for matches that begin in WHERE. Of the folded PIECE,
 * DONE code points were read; the last K of them are the phrase's first K, and
 * no longer start of the phrase ends there. Phrase and text are borrowed.
 */
struct scan {
	const struct phrase *phrase;
	const struct text *text;
	struct span where;
	struct fold piece;
	struct folding folding;
	size_t done, k;
	size_t chunk;   /* [byte] to be folded next */
	text_pos until; /* matches that begin up to there are looked for now */
	bool begun, ended;
};

void scan_begin(struct scan *s, const struct phrase *p, const struct text *t,
                struct span where);
/* The next one, from left to right; matches may overlap. Linear in what is
 * read, with memory for a few times the phrase and 256 KiB. */
bool scan_next(struct scan *s, struct span *out);
void scan_end(struct scan *s);

#endif
