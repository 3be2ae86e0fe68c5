/* Numbers as headings and notes carry them: 12, 3.1.2, XIV, b, 第三. */
#ifndef LECTERN_TEXT_STRUCTURE_NUMBER_H
#define LECTERN_TEXT_STRUCTURE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum number_kind {
	NUMBER_NONE,
	NUMBER_ARABIC,
	NUMBER_DOTTED, /* 3.1.2: DEPTH components */
	NUMBER_ROMAN,
	NUMBER_ROMAN_LOWER,
	NUMBER_LETTER, /* A, B, C */
	NUMBER_LETTER_LOWER,
	NUMBER_WORD, /* first, erstes */
	NUMBER_HAN,
};

struct number {
	uint8_t kind;
	uint8_t depth;   /* of NUMBER_DOTTED, else 1 */
	char suffix;     /* '.', ')', ':', 0; '-' for any dash */
	bool bracketed;  /* "(1)", "[1]" */
	uint32_t value;  /* of the last component */
	uint32_t parent; /* a hash of the components before it */
	uint32_t letter; /* of a single Roman digit: its place in the
	                    alphabet; else 0 */
	uint32_t n;      /* [byte] taken, brackets and suffix included */
};

/* Whether S may begin with a number; most words plainly do not: their first
 * letter is no Roman digit, and another follows. */
bool number_may_begin(const char *s, size_t n);

/* The number that S begins with, KIND NUMBER_NONE when there is none. It ends
 * at a suffix, a blank or the end of S. */
struct number number_read(const char *s, size_t n);

/* The same behind a word that calls for one ("Appendix A"): bare letters are
 * numbers too. */
struct number number_named(const char *s, size_t n);
/* What number_read reads where number_named has read NAMED. */
struct number number_unnamed(struct number named, const char *s, size_t n);

/* Whether N is the first of those that OUTER holds, as 3.1.1 is in 3.1. */
bool number_begins_in(const struct number *n, const struct number *outer);

/* The value of N upper- or lower-case Roman digits at S, 0 when they make no
 * number in the usual writing. */
unsigned number_roman(const char *s, size_t n);

/* The value of the Han digits that S begins with, *TAKEN their bytes; 0. */
unsigned number_han(const char *s, size_t n, size_t *taken);

#endif
