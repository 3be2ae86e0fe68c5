/* Comparing new marks with the text that they were made in, a part at a time.
 */
#ifndef LECTERN_MARKS_SETTLER_H
#define LECTERN_MARKS_SETTLER_H

#include "marks/marks.h"

/* Marks that are compared with their text. */
struct settler;

/* For marks made in T, whose file has the hash SHA256. T is borrowed. */
struct settler *settler_new(const struct text *t, const char *sha256);
void settler_free(struct settler *s);

/* R, which stands at AT, is compared, too; before the first step. Borrowed. */
void settler_add(struct settler *s, struct rec *r, struct span at);

/*
 * Does a part of the work, a millisecond or two of it: folds a part of the
 * text, or compares a mark with it. False when all is done; each mark has what
 * anchor_settle writes then, but those that do not stand where they stood.
 * Linear in the text for each mark.
 */
bool settler_step(struct settler *s);

/* Whether S is for that text. */
bool settler_is_for(const struct settler *s, const struct text *t,
                    const char *sha256);

/* Whether any mark was written to. */
bool settler_has_written(const struct settler *s);

#endif
