/* Folding the outline: sections whose subsections are not shown. */
#ifndef LECTERN_READER_PANE_FOLD_H
#define LECTERN_READER_PANE_FOLD_H

#include "reader/state.h"

/* Whether section I has subsections that are folded away. */
bool pane_is_folded(const struct reader *r, size_t i);

/* Left folds the section at the cursor or, where there is nothing to fold,
 * goes to the one above it; Right unfolds; `-` folds all, `+` unfolds all.
 * False when KEY is none of these or has nothing to do. */
bool pane_fold_key(struct reader *r, uint32_t key);

/* Forgets what is folded: the outline is another. */
void pane_unfold(struct reader *r);

#endif
