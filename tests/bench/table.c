/* The rows that the bench prints. */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sitting.h"

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
table_median(double *x, size_t n)
{
	qsort(x, n, sizeof *x, by_size);
	return n % 2 ? x[n / 2] : (x[n / 2 - 1] + x[n / 2]) / 2;
}

void
table_head(const char *name)
{
	printf("%s, %dx%d%*s lectern      less        ratio\n", name,
	       SITTING_COLS, SITTING_ROWS, (int)(24 - strlen(name)), "");
}

void
table_row(const char *what, double ours, double theirs, const char *unit)
{
	printf("  %-28s %9.2f %9.2f %s  %6.2f\n", what, ours, theirs, unit,
	       ours / theirs);
	fflush(stdout);
}
