/* Many short words at once: where any of them stands in a text. */
#ifndef LECTERN_MARKS_GRAMS_H
#define LECTERN_MARKS_GRAMS_H

#include <stdbool.h>
#include <stdint.h>

#include "marks/match.h"

/* Code points of a gram: long enough to be rare, and short enough to stand
 * unaltered in a text that was read with errors. */
enum { GRAM = 16 };

/* A gram by its hash, of the thing OWNER. */
struct gram {
	uint64_t hash;
	size_t owner;
};

/* All zero at first. Grams are added, then grams_ready is called once, then
 * they are looked for. */
struct grams {
	struct gram *at;
	size_t n, cap;
	/* When they are ready: those of bucket B, by their hashes, are START[B]
	 * up to START[B + 1]. */
	uint32_t *start;
	unsigned bits; /* there are 2 to the power of these buckets */
};

/* Adds about MOST grams (fewer than 2^32 in all), evenly taken from R; none
 * where it is too short. */
void grams_add(struct grams *g, struct run r, size_t most, size_t owner);
void grams_ready(struct grams *g);
void grams_clear(struct grams *g);

/* Called for each gram that stands in the text before code point END. */
typedef void grams_found(void *context, size_t owner, size_t end);

/* Linear in R and in what is found. */
void grams_find(const struct grams *g, struct run r, grams_found *found,
                void *context);

#endif
