/* Words that announce a division of a text, in many languages. */
#ifndef LECTERN_TEXT_STRUCTURE_WORDS_H
#define LECTERN_TEXT_STRUCTURE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum word_class {
	WORD_OTHER,
	WORD_UNIT,     /* chapter, act, ...; VALUE its rank, 1 is outermost */
	WORD_ORDINAL,  /* first, erstes, ...; VALUE the number */
	WORD_ARTICLE,  /* the, der, ...: may stand between the two above */
	WORD_STANDING, /* preface, index, ...: a division without a number */
	WORD_NOTES,    /* a division that holds notes */
	WORD_CONTENTS, /* a division that lists the others */
	WORD_WORKS,    /* a bibliography: its entries are no notes */
	WORD_END,      /* end, finis: no division */
	WORD_MONTH,
	WORD_BY,    /* by, von: an author's name follows */
	WORD_FIELD, /* written, source: before a colon, front matter */
	WORD_CAPTION, /* figure, table: what a number behind it counts */
};

/* Beside a unit's rank: it stands behind all others, and needs no number. */
enum { UNIT_APPENDED = 32 };

struct word {
	enum word_class is;
	uint8_t value;
	uint32_t which; /* a number of its own; 0 for WORD_OTHER */
};

enum { WORD_MOST = 40 }; /* [byte] of the longest word known */

/* The first N bytes of S up to a blank or punctuation, in lower case without
 * accents, in OUT (NUL-ended, cut at WORD_MOST); the bytes taken of S. */
size_t word_fold(const char *s, size_t n, char out[WORD_MOST + 1]);

/* What a folded word means. O(log of the table). */
struct word word_known(const char *folded);

/* The same of the first word of S; *TAKEN its bytes. */
struct word word_first(const char *s, size_t n, size_t *taken);

/* A hash of the letters and digits of the N bytes at S, case and accents apart;
 * 0 when there are none. */
uint64_t words_hash(const char *s, size_t n);
/* Whether there are any. */
bool words_are_there(const char *s, size_t n);

#endif
