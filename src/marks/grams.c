/* Many short words at once, by a rolling hash (Karp and Rabin 1987). */
#include "marks/grams.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

/* Odd, so that it has an inverse modulo 2^64 and no code point is lost. */
static const uint64_t base = 0x9E3779B97F4A7C15;

/* Buckets for each gram: most of what stands in a text falls into none that
 * holds one. */
enum { ROOM = 2, BITS_LEAST = 10 };

static uint64_t
next_hash(uint64_t hash, uint32_t in)
{
	return hash * base + in + 1;
}

/* What the code point that leaves a gram has added to it. */
static uint64_t
weight_of_first(void)
{
	uint64_t weight = 1;
	int i;

	for (i = 0; i < GRAM; i++)
		weight *= base;
	return weight;
}

/* Low bits of such a hash depend on few of its code points. */
static size_t
bucket_of(const struct grams *g, uint64_t hash)
{
	return (size_t)((hash ^ hash >> 29) * base >> (64 - g->bits));
}

void
grams_begin(struct grams *g, size_t most)
{
	for (g->bits = BITS_LEAST; (size_t)1 << g->bits < ROOM * most; )
		g->bits++;
	g->last = mem_new(((size_t)1 << g->bits) * sizeof *g->last);
	g->at = mem_room(NULL, &g->cap, most, sizeof *g->at);
}

static void
put(struct grams *g, uint64_t hash, size_t owner)
{
	uint32_t *last = &g->last[bucket_of(g, hash)];
	struct gram gram = {hash, (uint32_t)owner, *last};

	vec_push(g, gram);
	*last = (uint32_t)g->n;
}

void
grams_add(struct grams *g, struct run r, size_t most, size_t owner)
{
	size_t places = r.n < GRAM ? 0 : r.n - GRAM + 1, i, k;

	if (most > places)
		most = places;
	for (i = 0; i < most; i++) {
		size_t at = most > 1 ? i * (places - 1) / (most - 1) : 0;
		uint64_t hash = 0;

		for (k = 0; k < GRAM; k++)
			hash = next_hash(hash, r.c[at + k]);
		put(g, hash, owner);
	}
}

void
grams_clear(struct grams *g)
{
	free(g->last);
	g->last = NULL;
	vec_clear(g);
}

void
grams_find(const struct grams *g, struct run r, grams_found *found,
           void *context)
{
	uint64_t hash = 0, first = weight_of_first();
	uint32_t k;
	size_t i;

	for (i = 0; i < r.n; i++) {
		hash = next_hash(hash, r.c[i]);
		if (i >= GRAM)
			hash -= first * ((uint64_t)r.c[i - GRAM] + 1);
		if (i + 1 < GRAM)
			continue;
		k = g->last[bucket_of(g, hash)];
		for (; k; k = g->at[k - 1].before)
			if (g->at[k - 1].hash == hash)
				found(context, g->at[k - 1].owner, i + 1);
	}
}
