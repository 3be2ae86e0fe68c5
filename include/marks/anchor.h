/* Anchors: a quotation by which a highlight finds its words again. */
#ifndef LECTERN_MARKS_ANCHOR_H
#define LECTERN_MARKS_ANCHOR_H

#include "marks/marks.h"
#include "text/fold.h"

/* A text that marks are looked for in, folded when the first one needs it.
 * All borrowed but FOLD; made by { .text = ..., .sha256 = ... }. */
struct anchor_text {
	const struct text *text;
	const char *sha256; /* of its file */
	struct fold fold;   /* of all of it, once FOLDED */
	bool folded;
};

void anchor_clear(struct anchor_text *in);

/* Writes Start, End, Text, Quote, Prefix, Suffix (and Section) of the span AT
 * of T into R; a bookmark or note has no Quote. SHA256 is the file's. */
void anchor_make(struct rec *r, const struct text *t, const struct outline *o,
                 struct span at, bool with_quote, const char *sha256);

/* Finds where the mark R is: its state, and its span in *AT unless it is
 * lost. O(1) in the text it was made in, else linear in the text. */
enum mark_state anchor_find(const struct rec *r, struct anchor_text *in,
                            struct span *at);

#endif
