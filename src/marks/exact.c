/* Searching for words that stand as they were. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/match.h"

/* For each I how much of the end of PATTERN[0..I] is a beginning of it
 * (Knuth, Morris and Pratt 1977). */
static size_t *
find_borders(struct run pattern)
{
	size_t *border = mem_resize(NULL, pattern.n, sizeof *border);
	size_t i, k = 0;

	border[0] = 0;
	for (i = 1; i < pattern.n; i++) {
		while (k && pattern.c[i] != pattern.c[k])
			k = border[k - 1];
		k += pattern.c[i] == pattern.c[k];
		border[i] = k;
	}
	return border;
}

void
match_exact(struct run pattern, struct run text, size_t from, size_t to,
            struct match_list *out)
{
	size_t *border, i, k = 0;

	if (!pattern.n)
		return;
	border = find_borders(pattern);
	for (i = from; i < to; i++) {
		while (k && text.c[i] != pattern.c[k])
			k = border[k - 1];
		k += text.c[i] == pattern.c[k];
		if (k == pattern.n) {
			struct match found = {i + 1 - k, i + 1, 0};

			vec_push(out, found);
			k = border[k - 1];
		}
	}
	free(border);
}
