/* A growable string of bytes. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"

static void
make_room(struct buf *b, size_t more)
{
	b->at = mem_room(b->at, &b->cap, b->n + more + 1, 1);
}

void
buf_add(struct buf *b, const void *s, size_t n)
{
	make_room(b, n);
	if (n)
		memcpy(b->at + b->n, s, n);
	b->n += n;
	b->at[b->n] = '\0';
}

void
buf_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_ucs(struct buf *b, uint32_t c)
{
	char bytes[UCS_MAX_BYTES];

	buf_add(b, bytes, ucs_encode(c, bytes));
}

void
buf_printf(struct buf *b, const char *format, ...)
{
	va_list args;
	int need;

	va_start(args, format);
	need = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (need < 0)
		return;
	make_room(b, (size_t)need);
	va_start(args, format);
	vsnprintf(b->at + b->n, (size_t)need + 1, format, args);
	va_end(args);
	b->n += (size_t)need;
}

void
buf_reset(struct buf *b)
{
	b->n = 0;
	if (b->at)
		b->at[0] = '\0';
}

void
buf_clear(struct buf *b)
{
	free(b->at);
	b->at = NULL;
	b->n = b->cap = 0;
}

char *
buf_take(struct buf *b)
{
	char *s;

	make_room(b, 0);
	b->at[b->n] = '\0';
	s = b->at;
	b->at = NULL;
	b->n = b->cap = 0;
	return s;
}

const char *
buf_text(const struct buf *b)
{
	return b->at ? b->at : "";
}
