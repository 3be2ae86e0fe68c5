/* Memory for long texts. */
#ifndef LECTERN_STORE_ROOM_H
#define LECTERN_STORE_ROOM_H

#include <stddef.h>

/* Room for N bytes that are going to be filled soon, or NULL with errno; given
 * back by free(). */
char *room_new(size_t n);

/*
 * All N bytes at AT are going to be filled: asks the system for large pages of
 * memory where it has them, from the first whole one on. A page fault for each
 * few kilobytes takes as long as reading them, and keeps another thread of the
 * program waiting.
 */
void room_expect(char *at, size_t n);

#endif
