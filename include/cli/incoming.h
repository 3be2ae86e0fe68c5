/* A text that comes in while it is read already. */
#ifndef LECTERN_CLI_INCOMING_H
#define LECTERN_CLI_INCOMING_H

#include <stdbool.h>

#include "base/error.h"
#include "base/sha256.h"
#include "text/outline.h"
#include "text/text.h"

/*
 * One thread reads, finds the structure piece by piece and sums the hash. It
 * owns the pieces until they are taken; after that they are the caller's. The
 * bytes it has read it never writes again. Everything else belongs to the
 * caller's thread.
 */
struct incoming;

/* What of a text and its outline has changed. */
struct incoming_news {
	text_pos from; /* as reader_grow takes it */
	bool whole;    /* nothing more will come */
	struct error error; /* why not, where that is worth a word */
};

/* [byte] of a regular file: up to this it is quicker to read it whole */
enum { INCOMING_LEAST = 512 * 1024 };

/*
 * Opens PATH ("-" is standard input): *TEXT and *OUTLINE, which the
 * caller owns, hold what is at hand, the surroundings of the byte that the
 * text's start is; NULL with *E. A file of less than INCOMING_LEAST bytes, and
 * one whose encoding has to be converted, are not for this: NULL, and *E is
 * empty. Nothing more comes before incoming_begin.
 */
struct incoming *incoming_new(const char *path, enum text_encoding encoding,
                              struct text **text, struct outline **outline,
                              struct error *e);

/* Reads on; best called when the first words are shown, so that nothing takes
 * the processor from them. More than once is as good. */
void incoming_begin(struct incoming *in);

/* Readable when there is news. */
int incoming_fd(const struct incoming *in);

/* Brings TEXT, OUTLINE and (when it is whole) SHA256 up to date; false where
 * there is no news. */
bool incoming_take(struct incoming *in, struct text *text,
                   struct outline *outline, char sha256[SHA256_HEX + 1],
                   struct incoming_news *news);

/* Sees to it that the bytes around P are there. */
void incoming_see(struct incoming *in, text_pos p);

/* Finds the structure around P, at once; false where that is not possible. */
bool incoming_find(struct incoming *in, const struct text *text,
                   struct outline *outline, text_pos p);

/* Lets go of it without waiting, whether it is done or not, and frees TEXT as
 * soon as the thread has let go of its bytes. */
void incoming_free(struct incoming *in, struct text *text);

#endif
