/* Landmarks: words by which a place is known again in a text that changed. */
#ifndef LECTERN_TEXT_LANDMARK_H
#define LECTERN_TEXT_LANDMARK_H

#include "text/outline.h"
#include "text/text.h"

/* The words from P on, some 64 bytes of them, as one line; empty at the text's
 * end. The caller frees them. */
char *landmark_at(const struct text *t, text_pos p);

/* Where WORDS now stand in T: of several places the one nearest to GUESS.
 * GUESS (at most the text's end) where they stand nowhere or are empty. Linear
 * in T. */
text_pos landmark_find(const struct text *t, const char *words,
                       text_pos guess);

/* The same in a text that had the PARAGRAPHS then (fingerprint_write; NULL:
 * not known); the beginning where the words stand nowhere and it is another
 * text by its paragraphs (fingerprint_is_another): nobody means its middle. */
text_pos landmark_return(const struct text *t, const struct outline *o,
                         const char *words, const char *paragraphs,
                         text_pos guess);

#endif
