/* Two versions of one record: which one replaces the other. */
#ifndef LECTERN_MARKS_VERSION_H
#define LECTERN_MARKS_VERSION_H

#include "base/buf.h"
#include "marks/rec.h"

/* A is the one to take where positive, B where negative. APART: neither was
 * made out of the other. */
struct version_order {
	int better; /* -1, 0 (they are the same), 1 */
	bool apart;
};

/* Exchanging A and B only changes the sign. */
struct version_order version_order(const struct rec *a, const struct rec *b);

/* Where NOW says other things than THEN but has its Updated it was edited by
 * hand: it becomes a version of its own, a millisecond later; whether it
 * does. */
bool version_date_edit(struct rec *now, const struct rec *then);

/* Whether A holds words of a person that B has not. */
bool version_has_more(const struct rec *a, const struct rec *b);

/* The Was of what comes of both, WINNER and LOSER: all that either replaced
 * and the loser's Updated, the last 16, in their order. The caller frees it;
 * NULL where there is none. */
char *version_was(const struct rec *winner, const struct rec *loser);

/* Appends the fields of R in the order of their names, so that two records
 * that differ only in that order give the same. */
void version_content(const struct rec *r, struct buf *out);

#endif
