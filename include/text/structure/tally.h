/* A table from 64-bit keys to counts. */
#ifndef LECTERN_TEXT_STRUCTURE_TALLY_H
#define LECTERN_TEXT_STRUCTURE_TALLY_H

#include <stddef.h>
#include <stdint.h>

/* All zero is an empty one. */
struct tally {
	struct tally_entry {
		uint64_t key; /* 0 for a free place */
		uint32_t value, second;
	} *at;
	size_t n, cap; /* cap is a power of two, n at most half of it */
};

/* The entry of KEY (not 0), added with zeros when it is new; amortised
 * constant. Borrowed until the next call. */
struct tally_entry *tally_at(struct tally *t, uint64_t key);

/* The same, NULL where there is none. Borrowed until the next tally_at. */
const struct tally_entry *tally_find(const struct tally *t, uint64_t key);

/* The value of KEY, 0 when it has none. */
uint32_t tally_value(const struct tally *t, uint64_t key);

/* Counts KEY (not 0) once more where it is in T; never adds it. */
void tally_count(const struct tally *t, uint64_t key);

void tally_clear(struct tally *t);

#endif
