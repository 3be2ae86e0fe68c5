/* The bytes of a text, had in any order or as they come. */
#ifndef LECTERN_STORE_SOURCE_H
#define LECTERN_STORE_SOURCE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum source_state { SOURCE_EMPTY, SOURCE_READING, SOURCE_FILLED };

/*
 * A regular file of SIZE bytes is read in chunks, each when it is first asked
 * for, by two threads if need be: a chunk belongs to whoever found it
 * SOURCE_EMPTY, who reads it without holding anything, so that the other waits
 * for it only where it needs that very chunk. LOCK guards CHUNKS and N, the
 * bytes that the file really has. Bytes that have not come, or were gone when
 * their turn came, are 0.
 *
 * A stream (a FIFO, a device, standard input) is read by one thread as it
 * comes: N bytes so far, SIZE at most.
 *
 * AT has room for SIZE bytes and never moves; the system gives memory for a
 * part of it when that is first written.
 */
struct source {
	int fd;
	bool stream;
	char *at;
	size_t size, n;
	uint8_t *chunks; /* enum source_state */
	pthread_mutex_t lock;
	pthread_cond_t filled; /* a chunk more is */
};

/* Opens PATH ("-": standard input, of which a copy is kept). False with *E. */
bool source_open(struct source *s, const char *path, struct error *e);
/* AT is left to the caller, who frees it. */
void source_close(struct source *s);

/* A regular file: sees to it that the bytes FROM to END - 1 are there. */
void source_fill(struct source *s, size_t from, size_t end);
/* How many bytes there are, as far as is known. */
size_t source_size(struct source *s);

/* A stream: reads what has come, waiting for the first byte. 0 at its end, -1
 * with errno on failure (EFBIG past SIZE). */
long source_take(struct source *s);

#endif
