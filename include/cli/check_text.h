/* Examining a text: its sections and notes, and the marks made in it. */
#ifndef LECTERN_CLI_CHECK_TEXT_H
#define LECTERN_CLI_CHECK_TEXT_H

#include "base/buf.h"
#include "cli/sitting.h"

/* What is wrong with the sections and the notes of O. Appends a line
 * "FILE:LINE: what is wrong" to OUT for each problem, in the order of the
 * text; how many. O(n log n). */
size_t check_text_parts(const struct opened *o, struct buf *out);

/* The same of the marks of the open text that are not found in it, or only
 * perhaps; those that are lost go by their line in the store. */
size_t check_text_marks(struct sitting *s, struct buf *out);

#endif
