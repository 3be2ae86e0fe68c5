/* How far two runs go together. */
#include <stdlib.h>

#include "base/mem.h"
#include "marks/match.h"

static uint32_t
char_at(struct run r, size_t i, bool backwards)
{
	return r.c[backwards ? r.n - 1 - i : i];
}

static int
greatest(int a, int b, int c)
{
	int ab = a > b ? a : b;

	return ab > c ? ab : c;
}

/*
 * Scores of the best ways from any place in the text: a code point that is the
 * same counts 1, one that is not -1. ROW becomes the row of code point C,
 * number I, from the one above.
 */
static void
next_row(int *row, size_t i, uint32_t c, struct run text, bool backwards)
{
	int diagonal = row[0], above;
	size_t k;

	row[0] = -(int)i;
	for (k = 1; k <= text.n; k++) {
		bool same = c == char_at(text, k - 1, backwards);

		above = row[k];
		row[k] = greatest(diagonal + (same ? 1 : -1), above - 1,
		                  row[k - 1] - 1);
		diagonal = above;
	}
}

void
match_extent(struct run pattern, struct run text, bool backwards,
             struct extent *out)
{
	int *row = mem_new((text.n + 1) * sizeof *row), best = 0;
	size_t i, k;

	out->pattern = out->text = 0;
	for (i = 1; i <= pattern.n; i++) {
		next_row(row, i, char_at(pattern, i - 1, backwards), text,
		         backwards);
		for (k = 1; k <= text.n; k++) {
			if (row[k] <= best)
				continue;
			best = row[k];
			out->pattern = i;
			out->text = k;
		}
	}
	free(row);
}
