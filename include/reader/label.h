/* Letters at the sentences of a page: the fastest way to highlight. */
#ifndef LECTERN_READER_LABEL_H
#define LECTERN_READER_LABEL_H

#include "reader/state.h"

/* Puts a label at each sentence on the screen. */
void label_begin(struct reader *r);

/* A key in MODE_LABELS: a letter highlights its sentence, a capital begins a
 * range there, page keys turn the page, anything else cancels. */
void label_key(struct reader *r, uint32_t key);

#endif
