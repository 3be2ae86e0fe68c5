/* Lines counted beforehand are those that are set. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "book.h"
#include "layout/counts.h"
#include "layout/lines.h"
#include "layout/pages.h"
#include "layout/stops.h"

enum { WIDEST = 90, LEAST = 16 };

static void
write_book(struct chance *c, struct book *b)
{
	unsigned blocks = 1 + chance_below(c, 12);

	while (blocks--)
		chance_block(c, b);
	book_close(b);
}

static struct stops *
all_stops(const struct text *t)
{
	struct stops *s = stops_new(t);

	while (!stops_step(s, 1000))
		;
	return s;
}

/* A layout of B, somewhat wider for lines that are kept. */
static struct layout *
chance_layout(struct chance *c, const struct book *b, unsigned measure)
{
	struct layout *l = layout_new(&b->text, &b->outline, measure,
	                              1 + chance_below(c, 40));

	layout_widen(l, measure + chance_below(c, 30));
	return l;
}

/* Of how many blocks of L the lines are known, which are those it has. */
static size_t
compare_counts(struct layout *l)
{
	size_t i, found = 0;

	for (i = 0; i < l->counts.n; i++) {
		if (!l->counts.at[i])
			continue;
		cr_assert(eq(sz, l->counts.at[i], lines_of(l, i)->n),
		          "block %zu, measure %u, wide %u", i, l->measure,
		          l->wide);
		found++;
	}
	return found;
}

Test(counts, are_of_the_lines_that_are_set)
{
	struct chance c = {3};
	size_t found = 0, all = 0;
	unsigned round, measure;

	for (round = 0; round < 300; round++) {
		struct book b = {0};
		struct stops *s;
		struct counts *counts;

		write_book(&c, &b);
		s = round % 2 ? all_stops(&b.text) : NULL;
		counts = counts_new(&b.text, &b.outline, s, WIDEST, LEAST);
		while (!counts_step(counts, 1 + chance_below(&c, 100)))
			;
		for (measure = LEAST; measure <= WIDEST; measure++) {
			struct layout *l = chance_layout(&c, &b, measure);

			counts_give(counts, l);
			cr_assert(eq(sz, l->counts.n, b.outline.blocks.n));
			found += compare_counts(l);
			all += l->counts.n;
			layout_free(l);
		}
		counts_free(counts);
		stops_free(s);
		book_clear(&b);
	}
	cr_assert(lt(sz, all / 10 * 8, found));
}

Test(counts, begin_pages_where_they_begin_without)
{
	struct chance c = {4};
	unsigned round;
	size_t page, n, i;
	bool all;

	for (round = 0; round < 1000; round++) {
		struct book b = {0};
		struct layout *quick, *slow;
		struct counts *counts;
		unsigned measure = LEAST + chance_below(&c, WIDEST - LEAST);

		write_book(&c, &b);
		counts = counts_new(&b.text, &b.outline, NULL, WIDEST, LEAST);
		/* as far as it comes before the window is another */
		for (i = chance_below(&c, 40); i; i--)
			counts_step(counts, 100);
		slow = chance_layout(&c, &b, measure);
		quick = layout_new(&b.text, &b.outline, measure, slow->height);
		layout_widen(quick, slow->wide);
		counts_give(counts, quick);
		while (!pages_step(slow, 100) || !pages_step(quick, 100))
			;
		n = pages_count(slow, &all);
		cr_assert(eq(sz, pages_count(quick, &all), n));
		for (i = 0; i < n; i++) {
			page = i;
			cr_assert(eq(sz, pages_start(quick, &page),
			             pages_start(slow, &page)));
		}
		counts_free(counts);
		layout_free(quick);
		layout_free(slow);
		book_clear(&b);
	}
}

Test(counts, leave_other_measures_alone)
{
	struct book b = {0};
	struct counts *counts;
	struct layout *l;

	book_add(&b, BLOCK_PARAGRAPH, "a b", 3);
	book_close(&b);
	counts = counts_new(&b.text, &b.outline, NULL, 40, 20);
	while (!counts_step(counts, 1))
		;
	l = layout_new(&b.text, &b.outline, 41, 9);
	counts_give(counts, l);
	cr_assert(eq(sz, l->counts.n, 0));
	layout_free(l);
	l = layout_new(&b.text, &b.outline, 19, 9);
	counts_give(counts, l);
	cr_assert(eq(sz, l->counts.n, 0));
	layout_free(l);
	l = layout_new(&b.text, &b.outline, 20, 9);
	counts_give(counts, l);
	cr_assert(eq(sz, l->counts.n, 1));
	layout_free(l);
	counts_free(counts);
	book_clear(&b);
}
