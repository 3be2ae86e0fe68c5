/* What happens to texts: changes that know where every character came from. */
#ifndef LECTERN_TESTS_BENCH_MUTATE_H
#define LECTERN_TESTS_BENCH_MUTATE_H

#include <stddef.h>
#include <stdint.h>

/* A character of a changed text: the code point C, which was code point
 * FROM - 1 of the text before; FROM is 0 for a new one. */
struct letter {
	uint32_t c, from;
};

struct buf;

struct sheet {
	struct letter *at;
	size_t n, cap;
};

/* A generator of our own, so that a run can be repeated. */
struct dice {
	uint64_t state;
};
size_t dice_throw(struct dice *d, size_t n); /* 0 to N - 1 */

enum mutation {
	MUTATE_WRAP,      /* other line lengths */
	MUTATE_HYPHENATE, /* narrow, with words divided */
	MUTATE_UNWRAP,    /* a paragraph a line */
	MUTATE_QUOTES,    /* typed quotes, dashes and ellipses to set ones */
	MUTATE_CRLF,      /* line ends, doubled and trailing blanks, indents */
	MUTATE_ENCODING,  /* to be written by sheet_write_utf16 */
	MUTATE_OCR_05,    /* reading errors in 0.5 % of the characters */
	MUTATE_OCR_2,
	MUTATE_OCR_5,
	MUTATE_OCR_10,
	MUTATE_WORD,      /* a word in every twelve replaced */
	MUTATE_INSERT,    /* paragraphs of another kind put in */
	MUTATE_MOVE,      /* paragraphs in another order */
	MUTATE_DELETE,    /* a quarter of the paragraphs taken out */
	MUTATE_EDITION,   /* WRAP, QUOTES, WORD (few), INSERT */
	MUTATE_SCAN,      /* HYPHENATE, OCR_2, DELETE */
	MUTATE_REVISION,  /* MOVE, DELETE, WORD, WRAP */
	MUTATIONS,
};

extern const char *const mutation_names[MUTATIONS];

/* Reads N bytes of UTF-8. */
void sheet_read(struct sheet *s, const char *bytes, size_t n);
void sheet_clear(struct sheet *s);
/* Appends S to OUT as UTF-16 with a byte order mark. Into BYTE, where it is not
 * NULL, goes where each of its letters begins, and the end: N + 1 of them. */
void sheet_write_utf16(const struct sheet *s, struct buf *out, size_t *byte);
/* Changes S, and once more what was changed before: FROM stays true. */
void sheet_mutate(struct sheet *s, enum mutation m, struct dice *d);

#endif
