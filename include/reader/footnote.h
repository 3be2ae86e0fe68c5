/* Footnotes: shown in full at the foot, gone to, come back from. */
#ifndef LECTERN_READER_FOOTNOTE_H
#define LECTERN_READER_FOOTNOTE_H

#include "reader/state.h"

/* Shows the COUNTth footnote that the screen refers to, or (0) the one behind
 * that shown last, in turn. */
void footnote_show(struct reader *r, unsigned long count);

/* A key in MODE_FOOTNOTE; false when it closed the footnote and is to be
 * taken as if none had been shown. */
bool footnote_key(struct reader *r, uint32_t key);

/* Rows of the footnote's text, without its frame, at the measure. [ln] */
unsigned footnote_rows(struct reader *r);
/* The rows of it that are shown at once. [ln] */
unsigned footnote_room(const struct reader *r);

#endif
