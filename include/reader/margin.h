/* Marginalia: one's notes beside the lines that they belong to. */
#ifndef LECTERN_READER_MARGIN_H
#define LECTERN_READER_MARGIN_H

#include "reader/state.h"
#include "reader/wrap.h"

enum { MARGIN_MIN = 24 }; /* [col] right of the text; less is no margin */

/* The first column of the margin of the page that line I of those shown is on,
 * and how many there are; false on a window that has no room for it. It is
 * right of the text, and left of it on the left one of two facing pages. */
bool margin_room(const struct reader *r, size_t i, unsigned *col,
                 unsigned *cols);

/* Lays the notes of what is shown out in the margin, as far as they fit. */
void margin_fill(struct reader *r);

/* Whether the note of mark I is shown there. */
bool margin_holds(const struct reader *r, size_t i);

/* The lines of a note in a margin of COLS columns, without its sign. */
void margin_wrap(const char *note, unsigned cols, struct wrap *out);

#endif
