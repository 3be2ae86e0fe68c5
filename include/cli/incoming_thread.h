/* The thread that reads a text which comes in, and what both sides share. */
#ifndef LECTERN_CLI_INCOMING_THREAD_H
#define LECTERN_CLI_INCOMING_THREAD_H

#include <pthread.h>
#include <stdbool.h>

#include "base/sha256.h"
#include "cli/incoming.h"
#include "store/source.h"
#include "text/partial.h"

/* [byte] of which the first words are made */
enum { INCOMING_FIRST = 32 * 1024 };

struct incoming {
	struct source source;
	char *path;
	enum text_encoding forced;
	int halt[2]; /* closed at the writing end: the thread shall stop */
	int wake[2]; /* a byte: there is news */

	/* of the caller's side alone */
	bool begun;
	struct partial_piece taken; /* from PIECES, not all of it put in yet */

	pthread_mutex_t lock;
	/* under LOCK */
	struct {
		struct partial_piece *at;
		size_t n, cap, first; /* those before are taken */
	} pieces;
	size_t come; /* [byte] of a regular file that were read */
	bool told;   /* WAKE has its byte */
	bool whole;  /* with PIECES that is all */
	bool stop;   /* nobody listens any more */
	bool ended;  /* the thread is gone, or about to */
	char sha256[SHA256_HEX + 1];
	int error;   /* errno value of what ended the reading */
	struct text *text; /* to be freed at the end, once STOP is set */
};

/* Starts it, or where there is no thread to be had does its work at once. It
 * ends when all is read, or soon after STOP was set and the writing end of HALT
 * closed; then it calls incoming_destroy itself. */
void incoming_thread_start(struct incoming *in);

/* Frees all, once STOP is set and the thread has ENDED. */
void incoming_destroy(struct incoming *in);

/* The N bytes that have come, as a text to find structure in. Borrowed from
 * IN. */
struct text incoming_view(const struct incoming *in, size_t n);
/* Whether the first N bytes, which have come, are to be read as UTF-8. */
bool incoming_is_utf8(const struct incoming *in, size_t n);

#endif
