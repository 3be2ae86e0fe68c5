/* Where things are on the screen. */
#ifndef LECTERN_READER_GEOMETRY_H
#define LECTERN_READER_GEOMETRY_H

#include "reader/state.h"

/* Places everything for the window and the settings, in r->geometry. */
void geometry_place(struct reader *r);

/* [col] Of a window that has room for two facing pages beside the pane, if it
 * is shown. */
unsigned geometry_facing_needs(const struct reader *r);

/* The columns right of a pane that stands beside the text: where they begin.
 * [col] */
unsigned geometry_left(const struct reader *r);

#endif
