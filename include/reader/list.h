/* The list of marks: this text's, or all texts'. */
#ifndef LECTERN_READER_LIST_H
#define LECTERN_READER_LIST_H

#include "reader/state.h"

/* Opens the list over the text; ALL for every text's marks. */
void list_open(struct reader *r, bool all);

/* A key in MODE_LIST. */
void list_key(struct reader *r, uint32_t key);

/* Frees the rows. */
void list_clear(struct list *l);

#endif
