/* Marks in a text that has changed: found again while reading goes on. */
#ifndef LECTERN_READER_ANCHORING_H
#define LECTERN_READER_ANCHORING_H

#include "reader/state.h"

/* The marks were placed as far as is known: begins to look for the others, and
 * does so at once for a few that are near the screen (some 10 ms). Of a text
 * that the store does not know it begins to look for the work. */
void anchoring_begin(struct reader *r);

/* Whose marks the text has is found out now, if it is not known yet: before a
 * mark is made. Up to half a second beside 100,000 marks. */
void anchoring_recognise(struct reader *r);

/* Tells, when all is known, what changed since the text had the paragraphs
 * THEN (fingerprint_write; NULL: not known). */
void anchoring_compare(struct reader *r, const char *then);

/* Does a part of what is left, some milliseconds; false when that is nothing.
 * WHOLE tells that nothing else is left to do. */
bool anchoring_work(struct reader *r, bool whole);

/* Says what is news where the status line is free for it. */
void anchoring_tell(struct reader *r);

void anchoring_clear(struct reader *r);

#endif
