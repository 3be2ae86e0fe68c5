/* Fingerprints: which paragraphs of a text are not those it had before. */
#ifndef LECTERN_TEXT_FINGERPRINT_H
#define LECTERN_TEXT_FINGERPRINT_H

#include <stdint.h>

#include "base/buf.h"
#include "text/outline.h"

/*
 * One for each block with words, in their order: 36 bits of a hash of its
 * folded words, so that a text that was only wrapped or typed anew has the
 * same ones. In a text of 10,000 paragraphs one in seven million new ones is
 * taken for an old one.
 */
struct fingerprints {
	uint64_t *at;
	size_t n, cap;
};

enum { FINGERPRINTS_MAX = 20000 };         /* blocks of a text */
enum { FINGERPRINT_BYTES = 16 * 1024 * 1024 }; /* [byte] of a text */

/* The fingerprints of T into *OUT, replacing what it held; false, *OUT empty,
 * where T has more blocks or bytes than is worth it. Linear: 10 ms for a
 * megabyte. */
bool fingerprint_text(const struct text *t, const struct outline *o,
                      struct fingerprints *out);

/* As six characters each, in lines; and read again, tolerantly. */
void fingerprint_write(const struct fingerprints *f, struct buf *out);
void fingerprint_read(const char *s, struct fingerprints *out);

struct block_list {
	size_t *at; /* indices into the blocks of an outline */
	size_t n, cap;
};

/* The blocks of T whose fingerprints are not among those of THEN, which is
 * sorted by this, into *OUT, replacing what it held; false as above. */
bool fingerprint_news(const struct text *t, const struct outline *o,
                      struct fingerprints *then, struct block_list *out);

/* Whether fewer than one in ten of T's blocks are among those of THEN, as
 * above: it is not the text that it was. Some are in any two of an archive
 * (its notices, "Chapter 1"). False where it is not worth it, or THEN is
 * empty. */
bool fingerprint_is_another(const struct text *t, const struct outline *o,
                            struct fingerprints *then);

#endif
