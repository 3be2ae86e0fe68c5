/* A trial of anchoring: highlights, a changed text, and what became of them. */
#ifndef LECTERN_TESTS_BENCH_TRIAL_H
#define LECTERN_TESTS_BENCH_TRIAL_H

#include "judge.h"

/* Highlights MARKS spans of the N bytes of UTF-8, changes the text, looks for
 * them, and adds to *TALLY. With TOLD each one that is not as it should be is
 * printed, and what it answers to. */
void trial_run(const char *bytes, size_t n, enum mutation m, size_t marks,
               struct dice *d, bool told, struct tally *tally);

#endif
