/* Many short words at once, by a rolling hash (Karp and Rabin 1987). */
#include "marks/grams.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

/* Odd, so that it has an inverse modulo 2^64 and no code point is lost. */
static const uint64_t base = 0x9E3779B97F4A7C15;

enum { FILTER_BITS = 20 };

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
bit_of(uint64_t hash)
{
	return (size_t)((hash ^ hash >> 29) * base >> (64 - FILTER_BITS));
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

static int
order_of_hashes(const void *va, const void *vb)
{
	const struct gram *a = va, *b = vb;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->owner > b->owner) - (a->owner < b->owner);
}

void
grams_ready(struct grams *g)
{
	size_t i;

	if (g->n)
		qsort(g->at, g->n, sizeof *g->at, order_of_hashes);
	g->filter = mem_new(((size_t)1 << FILTER_BITS) / 8);
	for (i = 0; i < g->n; i++) {
		size_t bit = bit_of(g->at[i].hash);

		g->filter[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

void
grams_clear(struct grams *g)
{
	free(g->filter);
	g->filter = NULL;
	vec_clear(g);
}

/* The first gram of that hash or of the next one. */
static size_t
lower_bound(const struct grams *g, uint64_t hash)
{
	size_t lo = 0, hi = g->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (g->at[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

void
grams_find(const struct grams *g, struct run r, grams_found *found,
           void *context)
{
	uint64_t hash = 0, first = weight_of_first();
	size_t i, k, bit;

	for (i = 0; i < r.n; i++) {
		hash = next_hash(hash, r.c[i]);
		if (i >= GRAM)
			hash -= first * ((uint64_t)r.c[i - GRAM] + 1);
		bit = bit_of(hash);
		if (i + 1 < GRAM || !(g->filter[bit / 64] >> bit % 64 & 1))
			continue;
		for (k = lower_bound(g, hash); k < g->n &&
		     g->at[k].hash == hash; k++)
			found(context, g->at[k].owner, i + 1);
	}
}
