/* Anchors: a quotation by which a highlight finds its words again. */
#ifndef LECTERN_MARKS_ANCHOR_H
#define LECTERN_MARKS_ANCHOR_H

#include "marks/marks.h"

/*
 * Writes Start, End, Text, Quote, Prefix, Suffix (and Section) of the span AT
 * of T into R; a bookmark or note has no Quote. SHA256 is the file's. O(span):
 * what takes the whole text to know is left to anchor_settle.
 */
void anchor_make(struct rec *r, const struct text *t, const struct outline *o,
                 struct span at, bool with_quote, const char *sha256);

/* Folded code points of context that are kept, at first and at most. */
enum { ANCHOR_CONTEXT = 64, ANCHOR_CONTEXT_MAX = 160 };

/* Writes Prefix and Suffix of N folded code points each. */
void anchor_context(struct rec *r, const struct text *t, struct span at,
                    size_t n);

/*
 * Compares R, which stands at AT, with the rest of T, the text of the hash
 * SHA256 that it was made in: lengthens Prefix and Suffix until no other place
 * has them both, and writes Alike, how well another place would answer, and
 * where the same words (or all but) stand elsewhere Twin, how like the contexts
 * there are, and the words, and how many there are; Likest and Halves, how
 * alike the words of any other place are to all of the mark's and to either
 * half; and Around, what it stands amid, and how much of that is around any
 * other place like it. Linear in the text.
 */
void anchor_settle(struct rec *r, const struct text *t, const char *sha256,
                   struct span at);

/* Whether R was made in the text of the hash SHA256; *AT is then its place. */
bool anchor_stands(const struct rec *r, const struct text *t,
                   const char *sha256, struct span *at);

#endif
