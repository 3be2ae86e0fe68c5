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

uint64_t
gram_weight(void)
{
	uint64_t weight = 1;
	int i;

	for (i = 0; i < GRAM; i++)
		weight *= base;
	return weight;
}

uint64_t
gram_mixed(uint64_t hash)
{
	return (hash ^ hash >> 29) * base;
}

uint64_t
gram_hash(const uint32_t *c)
{
	uint64_t hash = 0;
	size_t i;

	for (i = 0; i < GRAM; i++)
		hash = next_hash(hash, c[i]);
	return hash;
}

uint64_t
gram_rolled(uint64_t hash, uint64_t weight, uint32_t out, uint32_t in)
{
	return next_hash(hash, in) - weight * ((uint64_t)out + 1);
}

static size_t
bucket_of(const struct grams *g, uint64_t hash)
{
	return (size_t)(gram_mixed(hash) >> (64 - g->bits));
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
	size_t places = r.n < GRAM ? 0 : r.n - GRAM + 1, i;

	if (most > places)
		most = places;
	for (i = 0; i < most; i++) {
		size_t at = most > 1 ? i * (places - 1) / (most - 1) : 0;

		put(g, gram_hash(r.c + at), owner);
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
	uint64_t hash, weight = gram_weight();
	uint32_t k;
	size_t i;

	if (r.n < GRAM)
		return;
	hash = gram_hash(r.c);
	for (i = GRAM - 1; i < r.n; i++) {
		if (i >= GRAM)
			hash = gram_rolled(hash, weight, r.c[i - GRAM],
			                   r.c[i]);
		k = g->last[bucket_of(g, hash)];
		for (; k; k = g->at[k - 1].before)
			if (g->at[k - 1].hash == hash)
				found(context, g->at[k - 1].owner, i + 1);
	}
}
