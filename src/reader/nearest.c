/* Which known name a mistyped one was meant to be, by edit distance. */
#include "reader/nearest.h"

#include <string.h>

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Levenshtein's distance, of strings of at most NEAREST_MAX bytes. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[NEAREST_MAX + 1], n = strlen(b), i, j;

	for (j = 0; j <= n; j++)
		row[j] = j;
	for (i = 0; a[i]; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (j = 0; j < n; j++) {
			size_t up = row[j + 1];

			row[j + 1] = smaller(smaller(up, row[j]) + 1,
			                     diagonal + (a[i] != b[j]));
			diagonal = up;
		}
	}
	return row[n];
}

void
nearest_offer(struct nearest *n, const char *name)
{
	size_t length = strlen(n->s), limit, d;

	/* two letters changed places count as two */
	limit = length < 4 ? 1 : length < 9 ? 2 : length / 3;
	if (length < 2 || length > NEAREST_MAX || strlen(name) > NEAREST_MAX)
		return;
	d = distance(n->s, name);
	if (d <= limit && (!n->best || d < n->distance)) {
		n->best = name;
		n->distance = d;
	}
}
