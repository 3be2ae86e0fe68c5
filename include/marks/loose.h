/* Lines that stand between records: comments, and what is unreadable. */
#ifndef LECTERN_MARKS_LOOSE_H
#define LECTERN_MARKS_LOOSE_H

#include "marks/rec.h"

/* Adds those of OTHER that F has not, as comments at its end; whether there
 * were any. Descriptors are left out. O(n log n). */
bool loose_keep(struct rec_file *f, const struct rec_file *other);

#endif
