/* A span of a text as words to be kept: what is quoted, and its context. */
#ifndef LECTERN_MARKS_QUOTE_H
#define LECTERN_MARKS_QUOTE_H

#include "text/outline.h"
#include "text/text.h"

/*
 * The words of SPAN as they read: line ends are blanks where a block flows and
 * kept where it keeps them, an empty line stands between blocks, controls are
 * left out. Where a line ends behind a hyphen inside a word, the halves are
 * joined. What it folds to is what SPAN folds to. O may be NULL: all of it
 * flows. The caller frees it. Linear.
 */
char *quote_of(const struct text *t, const struct outline *o,
               struct span span);

/* The spans of the N folded code points before and behind SPAN, or of as many
 * as there are. */
struct span quote_before(const struct text *t, struct span span, size_t n);
struct span quote_behind(const struct text *t, struct span span, size_t n);

#endif
