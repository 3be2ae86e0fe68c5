/* A mark that may be here: confirmed or refused. */
#ifndef LECTERN_READER_DOUBT_H
#define LECTERN_READER_DOUBT_H

#include "reader/state.h"

/* Shows where mark I of r->marks, a doubtful one, may be, and asks. */
void doubt_begin(struct reader *r, size_t i);

/* A key in MODE_DOUBT: it is here (Enter, c), it is not (x), later (Esc);
 * movement goes on as ever. */
void doubt_key(struct reader *r, uint32_t key);

#endif
