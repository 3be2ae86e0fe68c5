/* Filtering rows as one types: what the pane and the list of marks share. */
#include "reader/filter.h"

#include <stdint.h>
#include <string.h>

#include "reader/input.h"
#include "text/fold.h"

/* Whether the folded code points of A stand somewhere in B's. */
static bool
stands_in(const struct fold *a, const struct fold *b)
{
	size_t i;

	for (i = 0; i + a->n <= b->n; i++)
		if (!a->n || !memcmp(a->c, b->c + i, a->n * sizeof *a->c))
			return true;
	return false;
}

bool
filter_lets(const char *query, const char *words)
{
	struct fold all = {0}, word = {0};
	bool lets = true;
	size_t n;

	fold_bytes(words, strlen(words), FOLD_CASE | FOLD_ACCENTS, &all);
	for (; lets && *query; query += n) {
		query += strspn(query, " ");
		n = strcspn(query, " ");
		fold_bytes(query, n, FOLD_CASE | FOLD_ACCENTS, &word);
		lets = stands_in(&word, &all);
	}
	fold_clear(&all);
	fold_clear(&word);
	return lets;
}

bool
filter_move(size_t *cursor, size_t n, size_t rows, unsigned key)
{
	size_t last = n ? n - 1 : 0, page = rows > 1 ? rows - 1 : 1;

	switch (key) {
	case INPUT_UP:
	case 'k':
		*cursor -= *cursor > 0;
		return true;
	case INPUT_DOWN:
	case 'j':
		*cursor += *cursor < last;
		return true;
	case INPUT_PAGE_UP:
		*cursor -= page < *cursor ? page : *cursor;
		return true;
	case INPUT_PAGE_DOWN:
	case ' ':
		*cursor = last - *cursor < page ? last : *cursor + page;
		return true;
	case INPUT_HOME:
	case 'g':
		*cursor = 0;
		return true;
	case INPUT_END:
	case 'G':
		*cursor = last;
		return true;
	default:
		return false;
	}
}
