/* The words that words.c knows. */
#ifndef LECTERN_TEXT_STRUCTURE_VOCABULARY_H
#define LECTERN_TEXT_STRUCTURE_VOCABULARY_H

#include "text/structure/words.h"

/* The word stands in the entry itself, NULs behind it: to look one up follows
 * no pointers. */
struct vocabulary_entry {
	char word[30];
	uint8_t is, value; /* enum word_class */
};

/* In the order of their bytes. */
struct vocabulary {
	const struct vocabulary_entry *at;
	size_t n;
};

/* The words that begin with each byte; none begins with a figure. What is no
 * ASCII has one part. */
extern const struct vocabulary vocabulary_letters[26], vocabulary_others;

#endif
