/* Lists over the text: marks of this text or of all, paragraphs that
 * changed. */
#ifndef LECTERN_READER_LIST_H
#define LECTERN_READER_LIST_H

#include "reader/state.h"

/* Opens a list over the text; where it would be empty, that is said. */
void list_open(struct reader *r, enum list_kind kind);

/* A key in MODE_LIST. */
void list_key(struct reader *r, uint32_t key);

/* A click in MODE_LIST, on row ROW of the screen. */
void list_click(struct reader *r, unsigned row);

/* Fills the open list anew: the marks have changed. */
void list_refill(struct reader *r);

/* Frees the rows. */
void list_clear(struct list *l);

/* For those that fill it (list_marks.c, list_changes.c): adds ROW, a head
 * always, another where the filter lets its WORDS or what is hidden behind
 * them (MORE, or NULL) through. Takes what WORDS holds. */
void list_add(struct list *l, struct list_row row, struct buf *words,
              const char *more);
/* A mark's row, as list_add takes it. */
void list_add_mark(struct reader *r, struct rec *rec);
/* Moves the cursor off a head, where there is another row. */
void list_leave_head(struct list *l);
void list_fill_own(struct reader *r);
void list_fill_all(struct reader *r);
void list_fill_changes(struct reader *r);

#endif
