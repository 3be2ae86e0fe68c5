/* Where marks are in a text: found once, remembered. */
#ifndef LECTERN_MARKS_FOUND_H
#define LECTERN_MARKS_FOUND_H

#include "marks/marks.h"

/* Private to src/marks: marks_place and its kin are what others call. */

void found_free(struct found *f);

/* Records were dropped or anchored anew: nothing is known any more. */
void found_forget(struct marks *m);

/* Whether two work records are of one work. */
bool found_same_work(const struct rec *a, const struct rec *b);

#endif
