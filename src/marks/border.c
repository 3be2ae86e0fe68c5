/* Where a quotation whose edge was altered begins and ends. */
#include "marks/match.h"

#include <stdlib.h>

#include "base/mem.h"

/*
 * The matrix of edit distances, a row for each code point of LEFT and RIGHT
 * and a column for each of TEXT, both with one before the first. A blank at
 * the border costs nothing: whether there was one is not kept.
 */
struct sheet {
	struct run left, right, text;
	size_t *cost;
};

static size_t *
cell(const struct sheet *s, size_t row, size_t col)
{
	return &s->cost[row * (s->text.n + 1) + col];
}

static uint32_t
pattern_at(const struct sheet *s, size_t row)
{
	return row < s->left.n ? s->left.c[row] : s->right.c[row - s->left.n];
}

static size_t
cost_beside(const struct sheet *s, size_t row, size_t col)
{
	bool free = row == s->left.n && s->text.c[col - 1] == ' ';

	return *cell(s, row, col - 1) + !free;
}

static size_t
cost_across(const struct sheet *s, size_t row, size_t col)
{
	return *cell(s, row - 1, col - 1) +
	       (pattern_at(s, row - 1) != s->text.c[col - 1]);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void
fill(struct sheet *s, size_t rows)
{
	size_t row, col, cost;

	for (row = 1; row <= rows; row++) {
		*cell(s, row, 0) = row;
		for (col = 1; col <= s->text.n; col++) {
			cost = least(cost_across(s, row, col),
			             *cell(s, row - 1, col) + 1);
			*cell(s, row, col) = least(cost, cost_beside(s, row,
			                                             col));
		}
	}
}

/* Goes back from the end of the pattern to the border. */
static void
trace(const struct sheet *s, size_t rows, struct border *out)
{
	size_t row = rows, col = 0, i;

	for (i = 1; i <= s->text.n; i++)
		if (*cell(s, rows, i) < *cell(s, rows, col))
			col = i;
	while (row > s->left.n) {
		size_t cost = *cell(s, row, col);

		if (col && cost == cost_across(s, row, col)) {
			row--;
			col--;
		} else if (col && cost == cost_beside(s, row, col)) {
			col--;
		} else {
			row--;
		}
	}
	out->last = col;
	while (col && *cell(s, row, col) == cost_beside(s, row, col))
		col--;
	out->first = col;
}

void
match_border(struct run left, struct run right, struct run text,
             struct border *out)
{
	struct sheet s = {left, right, text, NULL};
	size_t rows = left.n + right.n;

	s.cost = mem_new((rows + 1) * (text.n + 1) * sizeof *s.cost);
	fill(&s, rows);
	trace(&s, rows, out);
	free(s.cost);
}
