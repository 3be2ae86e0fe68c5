/* What is wrong with a text, and where. */
#ifndef LECTERN_CLI_FAULTS_H
#define LECTERN_CLI_FAULTS_H

#include "base/buf.h"
#include "cli/sitting.h"

/* All zero is an empty list. */
struct faults {
	struct fault {
		text_pos at;
		char *what; /* owned */
	} *at;
	size_t n, cap;
};

/* Adds one; WHAT is emptied. */
void faults_add(struct faults *f, text_pos at, struct buf *what);

/* Appends "FILE:LINE: WHAT" to OUT for each, in the order of the text O, and
 * empties F; how many. O(n log n). */
size_t faults_print(struct faults *f, const struct opened *o,
                    struct buf *out);

#endif
