/* What was changed, so that it can be undone. */
#ifndef LECTERN_MARKS_JOURNAL_H
#define LECTERN_MARKS_JOURNAL_H

#include "marks/marks.h"

/* Private to src/marks. */

/* FIELD of R was BEFORE and is AFTER (NULL: it had none). Called after the
 * change; what could be done again no longer can. */
void journal_note(struct marks *m, const struct rec *r, const char *field,
                  const char *before, const char *after,
                  const struct stamp *stamp);
void journal_free(struct journal *j);

/* R is a new version as of STAMP: its Updated goes to its Was, unless STAMP
 * made that version too. */
void marks_touch(struct marks *m, struct rec *r, const struct stamp *stamp);

#endif
