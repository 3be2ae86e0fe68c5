/* Sentences of a block, after UAX #29 with what it lacks for real texts. */
#ifndef LECTERN_TEXT_SENTENCE_H
#define LECTERN_TEXT_SENTENCE_H

#include "text/outline.h"
#include "text/text.h"

/*
 * Appends the sentences of block B to OUT, in order: they do not overlap,
 * begin and end at a character that is not white space, and together cover
 * all of it but white space. UAX #29 with: no end behind abbreviations
 * (C.P.S.U., Vol., No., p., initials, a speaker's "A. –" or "B."), an end
 * behind closing quotes and brackets, ellipses only before a capital; where
 * line ends are kept (verse, pre, front, title) each line is one. Linear.
 */
void sentences_of(const struct text *t, const struct block *b,
                  struct span_list *out);

#endif
