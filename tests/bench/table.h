/* The rows that the bench prints. */
#ifndef LECTERN_TESTS_BENCH_TABLE_H
#define LECTERN_TESTS_BENCH_TABLE_H

#include <stddef.h>

/* Of the N values at X, which it sorts. */
double table_median(double *x, size_t n);

/* The name of the text and of the columns. */
void table_head(const char *name);
/* What was measured, of lectern and of the other, and the ratio. */
void table_row(const char *what, double ours, double theirs,
               const char *unit);

#endif
