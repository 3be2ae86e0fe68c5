/* Many small pieces of memory that end together. */
#ifndef LECTERN_BASE_POOL_H
#define LECTERN_BASE_POOL_H

#include <stddef.h>

/* All zero is an empty one: `struct pool p = {0};`. */
struct pool {
	char **at; /* blocks */
	size_t n, cap;
	char *free; /* what of the last block is not given out */
	size_t room;
};

/* N bytes for objects of any type, not zeroed, until the pool is cleared; ends
 * the program as base/mem.h does. */
void *pool_new(struct pool *p, size_t n);

/* Frees all of it. */
void pool_clear(struct pool *p);

#endif
