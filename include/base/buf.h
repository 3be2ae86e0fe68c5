/* A growable string of bytes. */
#ifndef LECTERN_BASE_BUF_H
#define LECTERN_BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

/*
 * N bytes at AT, which may hold NULs; once anything was added a NUL stands at
 * at[n]. All zero is an empty one: `struct buf b = {0};`.
 */
struct buf {
	char *at;
	size_t n, cap;
};

void buf_add(struct buf *b, const void *s, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
/* Appends the code point C as UTF-8; U+FFFD where C is none. */
void buf_ucs(struct buf *b, uint32_t c);
void buf_printf(struct buf *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Empties B but keeps its memory. */
void buf_reset(struct buf *b);
/* Frees the memory; B is empty afterwards. */
void buf_clear(struct buf *b);
/* The bytes, NUL-ended, now the caller's to free; B is empty afterwards. */
char *buf_take(struct buf *b);
/* The bytes as a C string, never NULL. Borrowed until B changes. */
const char *buf_text(const struct buf *b);

#endif
