/* Finding a phrase in a text, folded. */
#ifndef LECTERN_TEXT_SEARCH_H
#define LECTERN_TEXT_SEARCH_H

#include "text/fold.h"
#include "text/text.h"

/* Beside FOLD_CASE and FOLD_ACCENTS: case counts only where the phrase holds a
 * capital. */
enum { SEARCH_SMART_CASE = 8 };

/* HOW with SEARCH_SMART_CASE decided for WORDS. */
unsigned search_how(const char *words, unsigned how);

/*
 * The first place that begins in WHERE and has WORDS (UTF-8), both folded as
 * HOW says, so that a phrase is found over line ends, whatever its quotation
 * marks are; it may end behind WHERE. False, *OUT untouched, when there is none
 * or WORDS fold to nothing. Linear in what is read, which is WHERE and a few
 * bytes before and behind it. For the same words more than once: query.h.
 */
bool search_next(const struct text *t, const char *words, unsigned how,
                 struct span where, struct span *out);

/* The same backwards: the last one that begins in WHERE. */
bool search_prev(const struct text *t, const char *words, unsigned how,
                 struct span where, struct span *out);

#endif
