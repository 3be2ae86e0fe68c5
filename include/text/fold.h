/* Folding: two writings of the same words become the same code points. */
#ifndef LECTERN_TEXT_FOLD_H
#define LECTERN_TEXT_FOLD_H

#include <stdint.h>

#include "text/text.h"

/*
 * What is folded (MARKS section 2): case; runs of white space, line ends and
 * end-of-line hyphens; soft hyphens and zero-width characters; quotation
 * marks to ' and "; dashes to '-'; the ellipsis to "..."; ligatures to their
 * letters. FOLD_ACCENTS also drops accents (search, not anchoring).
 */
enum { FOLD_CASE = 1, FOLD_ACCENTS = 2 };

/* N folded code points; C[i] comes from the text's bytes FROM[i] up to (and
 * FROM[n] ends the last). */
struct fold {
	uint32_t *c;
	text_pos *from; /* n + 1 of them */
	size_t n, cap;
};

/* Folds SPAN of T into *OUT (all zero at first), replacing what it held.
 * No white space at its edges. Linear. */
void fold_span(const struct text *t, struct span span, unsigned how,
               struct fold *out);
/* The same for N bytes of UTF-8 that are no text's; FROM counts from 0. */
void fold_bytes(const char *s, size_t n, unsigned how, struct fold *out);
void fold_clear(struct fold *f);

#endif
