/* Clicks of the mouse. */
#ifndef LECTERN_READER_CLICK_H
#define LECTERN_READER_CLICK_H

#include "reader/state.h"

/* The first button was pressed at COL and ROW of the screen: a row of the pane
 * or of a list is gone to; right of the text's middle the next page is turned
 * to, left of it the previous one. Nothing happens where something is typed or
 * chosen. */
void click_at(struct reader *r, unsigned col, unsigned row);

#endif
