/* The side pane: sections, footnotes of the page, own notes. */
#ifndef LECTERN_READER_PANE_H
#define LECTERN_READER_PANE_H

#include "reader/state.h"

/* Shows or hides it; on a narrow window it comes over the text and takes the
 * keys. */
void pane_toggle(struct reader *r);

/* Moves the keys to the pane, showing it where needed. */
void pane_focus(struct reader *r);

/* A key in MODE_PANE. */
void pane_key(struct reader *r, uint32_t key);

/* A click in the pane, on row ROW of the screen. */
void pane_click(struct reader *r, unsigned row);

#endif
