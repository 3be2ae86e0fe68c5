/* Where a line of a block ends. */
#ifndef LECTERN_LAYOUT_BREAKS_H
#define LECTERN_LAYOUT_BREAKS_H

#include "layout/layout.h"

/*
 * Sets one line of block B that begins at START, at most ROOM columns wide:
 * fills END, NEXT and WIDTH of *LINE. The answer depends on START alone, not
 * on how one came there, so lines are the same from whichever side they are
 * reached. Breaks by UAX #14; a word wider than ROOM is cut between clusters;
 * a cluster wider than ROOM stands alone. A soft hyphen at END counts into
 * WIDTH only where the line was broken at it. O(ROOM).
 */
void breaks_next(const struct layout *l, const struct block *b, text_pos start,
                 unsigned room, struct line *line);

#endif
