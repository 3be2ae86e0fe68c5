/* Folding: two writings of the same words become the same code points. */
#ifndef LECTERN_TEXT_FOLD_H
#define LECTERN_TEXT_FOLD_H

#include <stdint.h>

#include "text/text.h"

/*
 * What is folded (MARKS section 2), so that re-wrapping, re-typing and
 * re-encoding a text leave its folded form as it was:
 *
 * - with FOLD_CASE, case: Unicode's full case folding, ß as "ss", final sigma
 *   as sigma;
 * - composed and decomposed letters to composed ones; ligatures and
 *   full-width forms to plain letters; with FOLD_ACCENTS accents are dropped
 *   (for search, not for anchoring), but not the one of й;
 * - a run of white space to one blank, and to none between characters of
 *   scripts written without blanks;
 * - soft hyphens, zero-width characters and bidirectional controls to nothing;
 * - a hyphen (or an en dash without blanks) right behind a letter and before
 *   another, with the white space behind it, to nothing: "well-known",
 *   "well-" at a line's end and "wellknown" are one, and so are "pre- and"
 *   wrapped or not;
 * - every other dash, "--" too, with the blanks around it to '-';
 * - quotation marks, apostrophes and primes to ' or ", '' and `` to ";
 * - the ellipsis to "..."; blanks before a full stop and behind two or more
 *   to nothing, so that "…", "..." and " . . . " are one;
 * - with FOLD_SIGNS (for search) '_' and '*' at the edge of a word to nothing:
 *   "_very_ good". Those within a word and those alone stay.
 */
enum { FOLD_CASE = 1, FOLD_ACCENTS = 2, FOLD_SIGNS = 4 };

/*
 * N folded code points. C[i] comes from the text's bytes from FROM[i] on, at
 * most up to FROM[i + 1]; FROM[n] ends the last. FROM never falls; what one
 * character unfolds to (ß, …) shares one value. Never more code points than
 * there were bytes.
 */
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

/*
 * The bytes of T that the folded code points I up to J (I < J <= f->n) come
 * from, without white space, hyphens and invisible characters behind the
 * last; a character of which only a part is in I..J is there as a whole.
 */
struct span fold_source(const struct text *t, const struct fold *f, size_t i,
                        size_t j);

/* Folding piece by piece what is too long to be folded at once. */
struct folding {
	const char *s;
	size_t at, end; /* [byte] of S: what is still to fold */
	size_t quote;   /* [byte] behind a lone ' just folded, else 0 */
	unsigned how;
	bool unspaced;  /* the last thing but blanks is written without them */
};

/* Begins with the bytes START..END of S. */
void folding_begin(struct folding *f, const char *s, size_t start, size_t end,
                   unsigned how);
/* Folds at least BYTES more of them, or all that are left, onto OUT; false
 * when there were none. Stops where what is still to come cannot change what
 * is folded already, if such a place is near. A blank may stand at the end. */
bool folding_more(struct folding *f, size_t bytes, struct fold *out);

#endif
