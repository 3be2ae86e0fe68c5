/* A text of the shelf, read beside the one that is open, to be looked
 * through. */
#ifndef LECTERN_CLI_LEND_H
#define LECTERN_CLI_LEND_H

#include "text/outline.h"
#include "text/text.h"

/* [byte] A longer text is not looked through. */
#define LEND_MOST ((size_t)64 << 20)

struct lend;

/* Begins to read the text at PATH (as paths_short gives it), in a thread of
 * its own; NULL where there can be none. */
struct lend *lend_begin(const char *path, enum text_encoding encoding);
/* Readable when it is there. */
int lend_fd(const struct lend *l);

/* What has come: false while nothing has. TEXT and OUTLINE are L's; TEXT is
 * NULL where it could not be read, and WRONG (L's too) says why. */
struct lent {
	const char *path;
	const struct text *text;
	const struct outline *outline;
	const char *wrong;
};

bool lend_take(struct lend *l, struct lent *out);

/* Lets go of it, whether it has come or not, without waiting. */
void lend_end(struct lend *l);

#endif
