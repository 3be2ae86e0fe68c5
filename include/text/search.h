/* Finding a phrase in a text, folded. */
#ifndef LECTERN_TEXT_SEARCH_H
#define LECTERN_TEXT_SEARCH_H

#include "text/fold.h"
#include "text/text.h"

/* Beside FOLD_CASE and FOLD_ACCENTS: case counts only where the phrase holds a
 * capital. */
enum { SEARCH_SMART_CASE = 4 };

/*
 * The first place at or behind FROM that has WORDS (UTF-8), both folded as HOW
 * says, so that a phrase is found over line ends, whatever its quotation marks
 * are. False, *OUT untouched, when there is none or WORDS fold to nothing.
 * Matches may overlap: to go on, search from behind the last one's start.
 * Linear in what is read, with memory for a few times WORDS and 256 KiB.
 */
bool search_next(const struct text *t, const char *words, unsigned how,
                 text_pos from, struct span *out);

/* The same backwards: the last one that begins before FROM. */
bool search_prev(const struct text *t, const char *words, unsigned how,
                 text_pos from, struct span *out);

#endif
