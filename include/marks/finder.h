/* Finding marks again in a text that has changed, a part at a time. */
#ifndef LECTERN_MARKS_FINDER_H
#define LECTERN_MARKS_FINDER_H

#include "marks/marks.h"

/* Marks that are looked for in a text. */
struct finder;

/* T is borrowed; WAS is how long its file was when the marks were made
 * [byte], 0 where that is not known. */
struct finder *finder_new(const struct text *t, size_t was);
void finder_free(struct finder *f);

/* R is looked for, too, known by its number: 0, 1, ... in the order of the
 * calls, all of them before the first step. R is borrowed. */
void finder_add(struct finder *f, const struct rec *r);

/*
 * Does a part of the work, a few milliseconds of it: first the mark whose old
 * place is nearest to NEAR, then all that are not yet found in each piece of
 * the text. False when all that can be found is found. For each mark linear
 * in the text, and far less where it is near its old place.
 */
bool finder_step(struct finder *f, text_pos near);

/* Of mark I: false as long as it is looked for. */
bool finder_result(const struct finder *f, size_t i, enum mark_state *state,
                   struct span *at);

#endif
