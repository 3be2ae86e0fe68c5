/* Many small pieces of memory that end together. */
#include "base/pool.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

enum { BLOCK = 64 * 1024 }; /* [byte] */

/* A large piece has a block to itself: the room of the last one stays. */
static void *
add_block(struct pool *p, size_t n)
{
	char *block = mem_resize(NULL, n, 1);

	vec_push(p, block);
	return block;
}

void *
pool_new(struct pool *p, size_t n)
{
	size_t align = _Alignof(max_align_t);
	char *at;

	if (n > BLOCK / 4)
		return add_block(p, n);
	n += (align - n % align) % align;
	if (n > p->room) {
		p->free = add_block(p, BLOCK);
		p->room = BLOCK;
	}
	at = p->free;
	p->free += n;
	p->room -= n;
	return at;
}

void
pool_clear(struct pool *p)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		free(p->at[i]);
	vec_clear(p);
	p->free = NULL;
	p->room = 0;
}
