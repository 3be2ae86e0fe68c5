/* A trial of anchoring: highlights, a changed text, and what became of them. */
#ifndef LECTERN_TESTS_BENCH_TRIAL_H
#define LECTERN_TESTS_BENCH_TRIAL_H

#include "mutate.h"

/* Of the highlights whose words are still there: found RIGHT (to a tenth of
 * their length), NEAR (some of them), at a WRONG place, DOUBTFUL there, or
 * LOST. Of those whose words are gone: GONE in all, ATTACHED to something
 * else. What is half there is not counted. */
struct tally {
	size_t there, right, near, wrong, doubtful, lost;
	size_t gone, attached;
};

/* Highlights MARKS spans of the N bytes of UTF-8, changes the text, looks for
 * them, and adds to *TALLY. */
void trial_run(const char *bytes, size_t n, enum mutation m, size_t marks,
               struct dice *d, struct tally *tally);

void tally_add(struct tally *sum, const struct tally *t);

/* A share of the highlights that are there, in hundredths of a per cent. */
size_t tally_share(size_t part, size_t whole);

#endif
