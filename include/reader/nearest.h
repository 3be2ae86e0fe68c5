/* Which known name a mistyped one was meant to be. */
#ifndef LECTERN_READER_NEAREST_H
#define LECTERN_READER_NEAREST_H

#include <stddef.h>

/*
 * The name nearest to S so far: start with all zero but S, offer it each name
 * and take BEST, NULL where none is near (more than 2 bytes, or a third
 * of a long S, inserted, left out or exchanged; 1 of a very short one).
 */
struct nearest {
	const char *s;
	const char *best; /* borrowed from the offers */
	size_t distance;
};

/* O(product of the lengths), both cut at NEAREST_MAX bytes. */
enum { NEAREST_MAX = 32 };
void nearest_offer(struct nearest *n, const char *name);

#endif
