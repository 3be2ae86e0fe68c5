/* Words that tell whether a full stop ends a sentence. */
#ifndef LECTERN_TEXT_ABBREV_H
#define LECTERN_TEXT_ABBREV_H

#include <stdbool.h>
#include <stddef.h>

enum abbrev {
	ABBREV_NONE,
	ABBREV_NEVER,  /* no sentence ends here: Mr., e.g. */
	ABBREV_NUMBER, /* none before a number: Vol. 3, but "He said no. 3 …" */
	ABBREV_OFTEN,  /* one only before a word that opens sentences: Co. */
	ABBREV_ETC,    /* one before any capital: etc. */
};

/* What the word of N bytes at S is when a full stop (not one of the N bytes)
 * stands behind it. */
enum abbrev abbrev_kind(const char *s, size_t n);

/* Whether the word, capitalised as it stands, is one that opens sentences far
 * more often than it is part of a name: It, The, But, Der, Il, Он. */
bool abbrev_opens_sentence(const char *s, size_t n);

/* Whether a German ordinal ("am 1. Mai") is to be expected behind the word. */
bool abbrev_expects_ordinal(const char *s, size_t n);

/* Whether the word says that what stands before it was spoken: said, asked. */
bool abbrev_is_saying(const char *s, size_t n);

#endif
