/* Records of a store by what they are looked up by. */
#include "marks/catalog.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

struct entry {
	uint64_t hash;
	size_t record;
};

struct entries {
	struct entry *at;
	size_t n, cap;
};

struct catalog {
	const struct rec_file *file;
	size_t n; /* records that there were */
	struct entries by[CATALOG_KEYS];
};

static const char *const names[CATALOG_KEYS] = {
	"Id", "Work", "Sha256", "Path",
};

/* FNV-1a; what it leads to is compared. */
static uint64_t
hash_of(const char *s, size_t n)
{
	uint64_t hash = 14695981039346656037u;
	size_t i;

	for (i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)s[i]) * 1099511628211u;
	return hash;
}

static int
order_of_entries(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->record > b->record) - (a->record < b->record);
}

static void
add(struct catalog *c, enum catalog_key key, size_t record)
{
	struct rec_value v = rec_look(c->file->at[record], names[key]);
	struct entry e = {0, record};

	if (!v.at)
		return;
	e.hash = hash_of(v.at, v.n);
	vec_push(&c->by[key], e);
}

struct catalog *
catalog_new(const struct rec_file *f)
{
	struct catalog *c = mem_new(sizeof *c);
	unsigned key;
	size_t i;

	c->file = f;
	c->n = f->n;
	for (i = 0; i < f->n; i++) {
		add(c, CATALOG_ID, i);
		if (rec_is(f->at[i], "Kind", "work")) {
			add(c, CATALOG_SHA256, i);
			add(c, CATALOG_PATH, i);
		} else {
			add(c, CATALOG_WORK, i);
		}
	}
	for (key = 0; key < CATALOG_KEYS; key++)
		if (c->by[key].n)
			qsort(c->by[key].at, c->by[key].n,
			      sizeof *c->by[key].at, order_of_entries);
	return c;
}

void
catalog_free(struct catalog *c)
{
	unsigned key;

	for (key = 0; c && key < CATALOG_KEYS; key++)
		vec_clear(&c->by[key]);
	free(c);
}

bool
catalog_is_good(const struct catalog *c)
{
	return c && c->n == c->file->n;
}

static size_t
first_of(const struct entries *all, uint64_t hash)
{
	size_t lo = 0, hi = all->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (all->at[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

size_t
catalog_next(const struct catalog *c, enum catalog_key key, const char *value,
             size_t *cursor)
{
	const struct entries *all = &c->by[key];
	uint64_t hash;
	size_t i;

	if (!value)
		return CATALOG_END;
	hash = hash_of(value, strlen(value));
	i = *cursor ? *cursor : first_of(all, hash);
	for (; i < all->n && all->at[i].hash == hash; i++) {
		size_t record = all->at[i].record;

		if (!rec_is(c->file->at[record], names[key], value))
			continue;
		*cursor = i + 1;
		return record;
	}
	*cursor = i;
	return CATALOG_END;
}
