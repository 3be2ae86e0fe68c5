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
grams_add(struct grams *g, struct run r, size_t most, size_t owner)
{
	size_t places = r.n < GRAM ? 0 : r.n - GRAM + 1, i, k;

	if (most > places)
		most = places;
	for (i = 0; i < most; i++) {
		size_t at = most > 1 ? i * (places - 1) / (most - 1) : 0;
		struct gram gram = {0, owner};

		for (k = 0; k < GRAM; k++)
			gram.hash = next_hash(gram.hash, r.c[at + k]);
		vec_push(g, gram);
	}
}

/* Into buckets by counting (no hash is compared, nor many grams moved far). */
void
grams_ready(struct grams *g)
{
	struct gram *sorted = mem_resize(NULL, g->n + 1, sizeof *sorted);
	size_t buckets, i;

	for (g->bits = BITS_LEAST; (size_t)1 << g->bits < ROOM * g->n; )
		g->bits++;
	buckets = (size_t)1 << g->bits;
	g->start = mem_new((buckets + 2) * sizeof *g->start);
	for (i = 0; i < g->n; i++)
		g->start[bucket_of(g, g->at[i].hash) + 2]++;
	for (i = 2; i < buckets + 2; i++)
		g->start[i] += g->start[i - 1];
	/* start[b + 1] moves on from where bucket B begins to where it ends */
	for (i = 0; i < g->n; i++)
		sorted[g->start[bucket_of(g, g->at[i].hash) + 1]++] = g->at[i];
	free(g->at);
	g->at = sorted;
	g->cap = g->n + 1;
}

void
grams_clear(struct grams *g)
{
	free(g->start);
	g->start = NULL;
	vec_clear(g);
}

void
grams_find(const struct grams *g, struct run r, grams_found *found,
           void *context)
{
	uint64_t hash = 0, first = weight_of_first();
	size_t i, k, bucket;

	for (i = 0; i < r.n; i++) {
		hash = next_hash(hash, r.c[i]);
		if (i >= GRAM)
			hash -= first * ((uint64_t)r.c[i - GRAM] + 1);
		if (i + 1 < GRAM)
			continue;
		bucket = bucket_of(g, hash);
		for (k = g->start[bucket]; k < g->start[bucket + 1]; k++)
			if (g->at[k].hash == hash)
				found(context, g->at[k].owner, i + 1);
	}
}
