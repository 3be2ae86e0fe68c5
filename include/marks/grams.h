/* Many short words at once: where any of them stands in a text. */
#ifndef LECTERN_MARKS_GRAMS_H
#define LECTERN_MARKS_GRAMS_H

#include <stdbool.h>
#include <stdint.h>

#include "marks/match.h"

/* Code points of a gram: long enough to be rare, and short enough to stand
 * unaltered in a text that was read with errors. */
enum { GRAM = 16 };

/* The hash of the GRAM code points at C; of those one further on, where OUT is
 * the first of them and IN comes behind, with gram_weight() (it is constant);
 * and one whose high bits depend on all of them. */
uint64_t gram_hash(const uint32_t *c);
uint64_t gram_rolled(uint64_t hash, uint64_t weight, uint32_t out,
                     uint32_t in);
uint64_t gram_weight(void);
uint64_t gram_mixed(uint64_t hash);

/* A gram by its hash, of the thing OWNER. BEFORE it another one came into its
 * bucket: at[BEFORE - 1], 0 for none. */
struct gram {
	uint64_t hash;
	uint32_t owner, before;
};

/* All zero at first. LAST, for each bucket, is one more than the index of the
 * gram that came into it last. */
struct grams {
	struct gram *at;
	size_t n, cap;
	uint32_t *last;
	unsigned bits; /* there are 2 to the power of these buckets */
};

/* Once, before the others: about MOST grams are to come, fewer than 2^32. */
void grams_begin(struct grams *g, size_t most);
/* Adds about MOST grams, evenly taken from R; none where it is too short. */
void grams_add(struct grams *g, struct run r, size_t most, size_t owner);
void grams_clear(struct grams *g);

/* Called for each gram that stands in the text before code point END. */
typedef void grams_found(void *context, size_t owner, size_t end);

/* Linear in R and in what is found. */
void grams_find(const struct grams *g, struct run r, grams_found *found,
                void *context);

#endif
