/* Memory that never comes back NULL. */
#ifndef LECTERN_BASE_MEM_H
#define LECTERN_BASE_MEM_H

#include <stddef.h>

/*
 * Every function here gives memory that the caller frees with free(), or ends
 * the program: first the hook (which gives the terminal back), then abort().
 */

/* N zeroed bytes; N may be 0. */
void *mem_new(size_t n);

/* P grown or shrunk to COUNT items of SIZE bytes; an overflow is exhaustion. */
void *mem_resize(void *p, size_t count, size_t size);

/* A copy of the N bytes at S with a NUL behind it. */
char *mem_text(const char *s, size_t n);

/* A copy of the string S, or NULL when S is NULL. */
char *mem_copy(const char *s);

/*
 * Room for NEED items of SIZE bytes in the array AT of *CAP items: grows by
 * half as much again, so that N pushes cost O(N). Used by base/vec.h.
 */
void *mem_room(void *at, size_t *cap, size_t need, size_t size);

/* What to do before the program ends for want of memory; NULL for nothing. */
void mem_set_exhausted(void (*hook)(void));

/*
 * Whom to tell of memory of MEM_LARGE bytes and more before it is filled, so
 * that the system can be asked for large pages; NULL for nobody. Set it before
 * there are threads.
 */
enum { MEM_LARGE = 8 * 1024 * 1024 };
void mem_set_large(void (*hook)(char *at, size_t n));

#endif
