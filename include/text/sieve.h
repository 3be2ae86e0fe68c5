/* Where in a text's bytes a folded character may stand. */
#ifndef LECTERN_TEXT_SIEVE_H
#define LECTERN_TEXT_SIEVE_H

#include "text/fold.h"

enum { SIEVE_SIDE = 64 }; /* values of a byte's lower six bits */

/*
 * Passes over what cannot hold the KEY, one folded code point of PHRASE
 * (borrowed), in any of its writings; what it stops at is to be looked at more
 * closely. FIRST tells of each byte whether it may begin the key, PAIR of the
 * two bytes that begin a longer character, by their lower bits.
 */
struct sieve {
	ucs key; /* 0: there is none, the phrase may stand anywhere */
	size_t index; /* of the key in the phrase */
	const struct fold *phrase;
	bool folds_case, drops_signs;
	/* ASCII bytes of the key: B | MASK is LOW. BEFORE and AFTER are the
	 * letters around it in lower case, 0 where there are none. */
	unsigned char low, mask, before, after;
	uint8_t first[256];
	bool pair[SIEVE_SIDE][SIEVE_SIDE];
};

/* Chooses the key: the code point of the phrase that is rarest as a rule, of
 * those that have few writings. O(length and, for a phrase without ASCII,
 * some 30,000). */
void sieve_init(struct sieve *v, const struct fold *phrase, unsigned how);

/* The first place from FROM on, before END, where the key may stand; END when
 * there is none. N is the length of S, END at most that. Linear. */
size_t sieve_next(const struct sieve *v, const char *s, size_t n, size_t from,
                  size_t end);

#endif
