/* The rows that the bench prints. */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void
row_add(struct row *r, int peer, double value)
{
	struct column *c = &r->of[peer];

	if (c->n < TABLE_MOST)
		c->at[c->n++] = value;
}

double
column_quantile(struct column *c, unsigned hundredths)
{
	if (!c->n)
		return 0;
	qsort(c->at, c->n, sizeof *c->at, by_size);
	return c->at[(c->n - 1) * hundredths / 100];
}

double
column_median(struct column *c)
{
	return column_quantile(c, 50);
}

void
table_head(const char *name)
{
	int i;

	printf("%-30s", name);
	for (i = 0; i < PEERS; i++)
		printf("%9s", peers[i].is_there ? peers[i].name : "");
	printf("    lectern : less\n");
}

void
table_row(const char *what, struct row *r, const char *unit)
{
	double of[PEERS];
	int i;

	printf("  %-28s", what);
	for (i = 0; i < PEERS; i++) {
		of[i] = column_median(&r->of[i]);
		if (r->of[i].n)
			printf("%9.2f", of[i]);
		else
			printf("%9s", "");
	}
	printf(" %s", unit);
	if (of[PEER_LESS] > 0)
		printf("%*.2f", 11 - (int)strlen(unit),
		       of[PEER_LECTERN] / of[PEER_LESS]);
	putchar('\n');
	fflush(stdout);
}
