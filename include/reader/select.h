/* Selecting: two edges that move by sentence, paragraph, word, line. */
#ifndef LECTERN_READER_SELECT_H
#define LECTERN_READER_SELECT_H

#include "reader/state.h"

/* Begins a selection on the first sentence at or behind the place kept. */
void select_begin(struct reader *r);

/* A key in MODE_SELECT. Digits are kinds there, not counts. */
void select_key(struct reader *r, uint32_t key);

#endif
