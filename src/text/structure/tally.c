/* A table from 64-bit keys to counts: open addressing, never emptied. */
#include "text/structure/tally.h"

#include <stdlib.h>

#include "base/mem.h"

static size_t
find(const struct tally *t, uint64_t key)
{
	size_t i = (size_t)((key * 0x9E3779B97F4A7C15u) >> 17) & (t->cap - 1);

	while (t->at[i].key != 0 && t->at[i].key != key)
		i = (i + 1) & (t->cap - 1);
	return i;
}

static void
grow(struct tally *t)
{
	struct tally bigger = {.cap = t->cap > 0 ? t->cap * 2 : 64};

	bigger.at = mem_new(bigger.cap * sizeof *bigger.at);
	for (size_t i = 0; i < t->cap; i++)
		if (t->at[i].key != 0)
			bigger.at[find(&bigger, t->at[i].key)] = t->at[i];
	bigger.n = t->n;
	free(t->at);
	*t = bigger;
}

struct tally_entry *
tally_at(struct tally *t, uint64_t key)
{
	size_t i;

	if (t->n * 2 >= t->cap)
		grow(t);
	i = find(t, key);
	if (t->at[i].key == 0) {
		t->at[i].key = key;
		t->n++;
	}
	return &t->at[i];
}

const struct tally_entry *
tally_find(const struct tally *t, uint64_t key)
{
	const struct tally_entry *e;

	if (t->cap == 0 || key == 0)
		return NULL;
	e = &t->at[find(t, key)];
	return e->key == 0 ? NULL : e;
}

uint32_t
tally_value(const struct tally *t, uint64_t key)
{
	return t->cap == 0 || key == 0 ? 0 : t->at[find(t, key)].value;
}

void
tally_count(const struct tally *t, uint64_t key)
{
	size_t i;

	if (t->cap == 0)
		return;
	i = find(t, key);
	if (t->at[i].key == key)
		t->at[i].value++;
}

void
tally_clear(struct tally *t)
{
	free(t->at);
	*t = (struct tally){0};
}
