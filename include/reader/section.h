/* `:section` and `:nosection`: the reader overrules the outline. */
#ifndef LECTERN_READER_SECTION_H
#define LECTERN_READER_SECTION_H

#include "reader/state.h"

/* Makes the line that the selection begins on or, without one, the line at
 * the place kept a heading of LEVEL, or (0) none. Kept with the marks; the
 * outline is asked for anew. */
void section_set(struct reader *r, unsigned level);

#endif
