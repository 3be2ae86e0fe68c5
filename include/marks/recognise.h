/* Knowing a work by its quotations, where neither hash nor path is known. */
#ifndef LECTERN_MARKS_RECOGNISE_H
#define LECTERN_MARKS_RECOGNISE_H

#include "marks/marks.h"

/*
 * The work whose marks are made in T, whose file has the facts FACTS: known by
 * hash or path, or else that of which most quotations stand in T with what
 * stood around them, and at least half of a dozen taken evenly from its marks
 * (a single one only where it is long and hardly altered). marks_work knows it
 * by this hash from then on, as long as M lives. NULL where there is none.
 *
 * Linear in the text and in the store: some 10 ms a MiB and 0.2 s for 100,000
 * marks; a text of more than 64 MiB is not looked through.
 */
struct rec *marks_recognise(struct marks *m, const struct work_facts *facts,
                            const struct text *t);

/*
 * Does a part of that, a millisecond or two of it, for a text that marks_work
 * does not know; false when it is done, and where there is nothing to do. T is
 * borrowed until then. It begins anew where the text is another one or records
 * were merged.
 */
bool marks_recognise_step(struct marks *m, const struct work_facts *facts,
                          const struct text *t);

/* Forgets what was done by steps so far. */
void recognise_forget(struct marks *m);

/* Whether WORK is known for FACTS by that alone. */
bool marks_is_recognised(const struct marks *m, const struct rec *work,
                         const struct work_facts *facts);

#endif
