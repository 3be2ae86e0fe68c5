/* How often a text has the words that it is asked about. */
#ifndef LECTERN_TEXT_STRUCTURE_ASKED_H
#define LECTERN_TEXT_STRUCTURE_ASKED_H

#include <stdbool.h>
#include <stdint.h>

#include "text/structure/tally.h"
#include "text/text.h"

/*
 * The words that are asked about. BEGIN has a bit for the two letters that
 * each of them begins with, so that few others of the text are read. All zero
 * asks about none.
 */
struct asked {
	struct tally words;
	uint64_t begin[256][256 / 64];
};

#define ASKED_SEED 0xCBF29CE484222325u

/* Whether the byte at P belongs to a word: letters of ASCII and what is beyond
 * it, but for the signs below U+00C0 and the punctuation at U+2000. */
bool asked_is_letter(const char *s, text_pos p, text_pos end);
/* Bytes of the hyphen at P, 0 for none. */
size_t asked_hyphen(const char *s, text_pos p, text_pos end);
/* The hash of the letters from P to END, case apart, behind those that hash to
 * H; ASKED_SEED where none are. */
uint64_t asked_hash(uint64_t h, const char *s, text_pos p, text_pos end);
/* That of a compound of two words that hash to LEFT and RIGHT. */
uint64_t asked_compound(uint64_t left, uint64_t right);

/* Asks about the word that hashes to HASH and begins with the letters FIRST
 * and SECOND, 0 where it has only one; about a compound. */
void asked_add(struct asked *asked, uint64_t hash, char first, char second);
void asked_add_compound(struct asked *asked, uint64_t hash);

/* Counts them: words of their own, and compounds with a hyphen. The halves of
 * a compound, or of a word that a line's end divides, are no words. How many
 * words T has in all. Linear. */
size_t asked_count(const struct text *t, const struct asked *asked);
/* How often there is what hashes to HASH: a word's is odd. */
uint32_t asked_value(const struct asked *asked, uint64_t hash);

void asked_clear(struct asked *asked);

#endif
