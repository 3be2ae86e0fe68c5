/* Anchors: a quotation by which a highlight finds its words again. */
#ifndef LECTERN_MARKS_ANCHOR_H
#define LECTERN_MARKS_ANCHOR_H

#include "marks/marks.h"

/* Writes Start, End, Text, Quote, Prefix, Suffix (and Section) of the span AT
 * of T into R; a bookmark or note has no Quote. SHA256 is the file's. */
void anchor_make(struct rec *r, const struct text *t, const struct outline *o,
                 struct span at, bool with_quote, const char *sha256);

/* Finds where the mark R is in T: its state, and its span in *AT unless it is
 * lost. SHA256 is that of T's file. */
enum mark_state anchor_find(const struct rec *r, const struct text *t,
                            const char *sha256, struct span *at);

#endif
