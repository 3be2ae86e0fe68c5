/* What the reader asks of the world outside. */
#ifndef LECTERN_READER_REQUEST_H
#define LECTERN_READER_REQUEST_H

#include "reader/state.h"

/* Adds a request; WORDS and MARK (either may be NULL) are copied. */
void request_add(struct reader *r, enum request_kind kind, const char *words,
                 const char *mark);
/* One that is about the place P. */
void request_place(struct reader *r, enum request_kind kind, text_pos p);
/* The text at PATH instead of this one, at the place P. */
void request_open_at(struct reader *r, const char *path, text_pos p);
void request_clear(struct reader *r);

#endif
