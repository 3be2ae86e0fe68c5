/* Texts with blocks made by hand, and seeded chance. */
#ifndef LECTERN_TESTS_LAYOUT_BOOK_H
#define LECTERN_TESTS_LAYOUT_BOOK_H

#include "base/buf.h"
#include "layout/layout.h"

/* A text as it is built block by block; begin with all zero. */
struct book {
	struct buf bytes;
	struct text text;
	struct outline outline;
	char *exact;
};

/* Adds a block of N bytes behind two line ends; TEXT is brought up to date. */
struct block *book_add(struct book *b, enum block_kind kind, const char *s,
                       size_t n);
struct block *book_say(struct book *b, enum block_kind kind, const char *s);
/* The N bytes at AT, which is in the last block, are a sign. Signs are added
 * in order. */
void book_sign(struct book *b, text_pos at, size_t n, enum sign_kind kind);
/* Moves the text to memory that ends with it, where a sanitizer sees each byte
 * read too many. Nothing can be added afterwards. */
void book_close(struct book *b);
void book_clear(struct book *b);

/* A sequence that SEED alone decides. */
struct chance {
	uint64_t state;
};
unsigned chance_below(struct chance *c, unsigned n);

/* Appends about WORDS words of one of the TONGUES (or a mixture). */
enum { TONGUES = 9 };
void chance_words(struct chance *c, unsigned tongue, unsigned words,
                  const char *between, struct buf *out);
/* Adds a block of any kind. */
void chance_block(struct chance *c, struct book *b);

#endif
