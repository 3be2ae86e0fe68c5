/* The rows that the bench prints. */
#ifndef LECTERN_TESTS_BENCH_TABLE_H
#define LECTERN_TESTS_BENCH_TABLE_H

#include <stddef.h>

#include "peer.h"

/* Values of one kind, of each program; taken at most TABLE_MOST times. */
enum { TABLE_MOST = 256 };

struct column {
	double at[TABLE_MOST];
	size_t n;
};

struct row {
	struct column of[PEERS];
};

void row_add(struct row *r, int peer, double value);

/* Of the values, which it sorts; 0 where there are none. */
double column_median(struct column *c);
/* So many hundredths of the values are not larger. */
double column_quantile(struct column *c, unsigned hundredths);

/* The name of the text, and of the columns. */
void table_head(const char *name);
/* The medians, and the ratio of lectern's to less's. */
void table_row(const char *what, struct row *r, const char *unit);

#endif
