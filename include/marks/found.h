/* Where marks are in a text: found once, remembered. */
#ifndef LECTERN_MARKS_FOUND_H
#define LECTERN_MARKS_FOUND_H

#include "marks/marks.h"

/* Private to src/marks: marks_place and its kin are what others call. */

void found_free(struct found *f);

/* Records were dropped or merged: nothing is known of them any more. */
void found_forget(struct marks *m);

/* The marks of WORK (NULL: none) that were not removed, in no order and not
 * placed, replacing what *OUT held. Linear in the store where it has no
 * catalogue. */
void found_marks(const struct marks *m, const struct rec *work,
                 struct mark_list *out);

/* Whether R is the record of a work that was not removed. */
bool found_is_work(const struct rec *r);

/* Whether two work records are of one work. */
bool found_same_work(const struct rec *a, const struct rec *b);

#endif
