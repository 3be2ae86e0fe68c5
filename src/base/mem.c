/* Memory that never comes back NULL. */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void (*exhausted_hook)(void);

void
mem_set_exhausted(void (*hook)(void))
{
	exhausted_hook = hook;
}

static void (*large_hook)(char *at, size_t n);

void
mem_set_large(void (*hook)(char *at, size_t n))
{
	large_hook = hook;
}

static void
expect(void *at, size_t n)
{
	if (n >= MEM_LARGE && large_hook)
		large_hook(at, n);
}

static void
exhausted(void)
{
	if (exhausted_hook)
		exhausted_hook();
	abort();
}

void *
mem_new(size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (!p)
		exhausted();
	expect(p, n);
	return p;
}

void *
mem_resize(void *p, size_t count, size_t size)
{
	void *q;

	if (size && count > SIZE_MAX / size)
		exhausted();
	count *= size;
	q = realloc(p, count ? count : 1);
	if (!q)
		exhausted();
	return q;
}

char *
mem_text(const char *s, size_t n)
{
	char *copy;

	if (n == SIZE_MAX)
		exhausted();
	copy = mem_resize(NULL, n + 1, 1);
	expect(copy, n + 1);
	if (n)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *
mem_copy(const char *s)
{
	return s ? mem_text(s, strlen(s)) : NULL;
}

void *
mem_room(void *at, size_t *cap, size_t need, size_t size)
{
	size_t grown;

	if (need <= *cap)
		return at;
	grown = *cap + *cap / 2;
	if (grown < need)
		grown = need;
	if (grown < 8)
		grown = 8;
	at = mem_resize(at, grown, size);
	expect(at, grown * size);
	*cap = grown;
	return at;
}
