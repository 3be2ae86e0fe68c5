/* A text that comes piece by piece is set as if it had come whole. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/vec.h"
#include "book.h"
#include "layout/lines.h"
#include "layout/pages.h"

enum { BLOCKS = 60, BOOKS = 150 };

/* What is known of BOOK's outline: N blocks. */
static void
knows(struct outline *o, const struct book *book, size_t n)
{
	size_t i;

	o->blocks.n = 0;
	for (i = 0; i < n; i++)
		vec_push(&o->blocks, book->outline.blocks.at[i]);
	o->signs.n = 0;
	for (i = 0; i < book->outline.signs.n; i++)
		vec_push(&o->signs, book->outline.signs.at[i]);
	o->known = n < book->outline.blocks.n
	                   ? book->outline.blocks.at[n].start
	                   : book->text.n;
}

/* A wrong guess of the blocks from N on. */
static void
guess(struct chance *c, struct outline *o, size_t n)
{
	size_t i;

	for (i = n; i < o->blocks.n; i++)
		o->blocks.at[i].kind =
			(uint8_t)chance_below(c, BLOCK_RULE + 1);
}

static void
same_pages(struct layout *a, struct layout *b)
{
	size_t i, n, m;
	bool all;

	while (!pages_step(a, 1000))
		;
	while (!pages_step(b, 1000))
		;
	n = pages_count(a, &all);
	cr_assert(all);
	m = pages_count(b, &all);
	cr_assert(all);
	cr_assert(eq(sz, n, m));
	for (i = 0; i < n; i++) {
		size_t page = i, same = i;

		cr_assert(eq(sz, pages_start(a, &page),
		             pages_start(b, &same)));
	}
}

/* Blocks come a few at a time; the last few may be guessed wrongly first. */
static void
grow(struct chance *c, struct book *book, bool guesses)
{
	unsigned measure = 5 + chance_below(c, 60);
	unsigned height = 1 + chance_below(c, 30);
	struct layout *whole, *growing;
	struct outline o = { .partial = true };
	size_t n = 0;

	whole = layout_new(&book->text, &book->outline, measure, height);
	growing = layout_new(&book->text, &o, measure, height);
	while (n < book->outline.blocks.n) {
		size_t sure = n;

		n += 1 + chance_below(c, 12);
		if (n > book->outline.blocks.n)
			n = book->outline.blocks.n;
		if (guesses && chance_below(c, 2)) {
			knows(&o, book, n);
			guess(c, &o, sure);
			pages_step(growing, chance_below(c, 300));
			knows(&o, book, n);
			lines_forget(growing);
			pages_cut(growing, book->outline.blocks.at[sure].start);
		} else {
			knows(&o, book, n);
		}
		pages_step(growing, chance_below(c, 300));
	}
	o.partial = false;
	same_pages(whole, growing);
	layout_free(whole);
	layout_free(growing);
	vec_clear(&o.blocks);
	vec_clear(&o.signs);
}

static void
grow_books(bool guesses)
{
	struct chance c = { 20261123 };
	unsigned i, k;

	for (i = 0; i < BOOKS; i++) {
		struct book book = { 0 };

		for (k = 1 + chance_below(&c, BLOCKS); k; k--)
			chance_block(&c, &book);
		grow(&c, &book, guesses);
		book_clear(&book);
	}
}

Test(growing, pages_are_those_of_the_whole_text)
{
	grow_books(false);
}

Test(growing, a_wrong_guess_leaves_no_trace)
{
	grow_books(true);
}

static void
three_lines_each(struct book *b, size_t blocks)
{
	while (blocks--)
		book_say(b, BLOCK_PARAGRAPH, "aa bb cc");
}

Test(growing, the_last_page_known_is_shown_and_fills)
{
	struct book b = { 0 };
	struct outline o = { .partial = true };
	struct layout *l = layout_new(&b.text, &o, 2, 8);
	struct line_list lines = { 0 };

	three_lines_each(&b, 5);
	pages_lines(l, 0, &lines);
	cr_expect(eq(sz, lines.n, 0));
	knows(&o, &b, 1);
	cr_expect(pages_reach(l, 0, 1000));
	pages_lines(l, 0, &lines);
	cr_expect(eq(sz, lines.n, 3));
	knows(&o, &b, 5);
	pages_lines(l, 0, &lines);
	cr_expect(eq(sz, lines.n, 7), "two paragraphs and the blank between");
	layout_free(l);
	vec_clear(&lines);
	vec_clear(&o.blocks);
	vec_clear(&o.signs);
	book_clear(&b);
}

Test(growing, lines_and_pages_stop_at_what_is_unknown)
{
	struct book b = { 0 };
	struct outline o = { .partial = true };
	struct layout *l = layout_new(&b.text, &o, 2, 8);
	struct line line;
	size_t i;
	bool all;

	three_lines_each(&b, 40);
	knows(&o, &b, 10);
	o.island = (struct span){ b.outline.blocks.at[30].start, b.text.n };
	for (i = 30; i < 40; i++)
		vec_push(&o.blocks, b.outline.blocks.at[i]);
	cr_expect(pages_step(l, 1000));
	pages_count(l, &all);
	cr_expect(not(all));
	cr_expect(not(pages_reach(l, b.text.n, 100000)));
	cr_expect(pages_reach(l, 20, 100000));
	cr_assert(lines_at(l, o.blocks.at[9].end - 1, &line));
	cr_expect(not(lines_next(l, &line, &line)));
	cr_assert(lines_at(l, o.island.start, &line));
	cr_expect(eq(sz, line.start, o.island.start));
	cr_assert(lines_prev(l, &line, &line));
	cr_expect(line.blank);
	cr_expect(not(lines_prev(l, &line, &line)));
	layout_free(l);
	vec_clear(&o.blocks);
	vec_clear(&o.signs);
	book_clear(&b);
}

Test(growing, a_far_page_is_not_found_at_any_price)
{
	struct book b = { 0 };
	struct layout *l = layout_new(&b.text, &b.outline, 2, 8);

	three_lines_each(&b, 1000);
	cr_expect(not(pages_reach(l, b.text.n, 1000)));
	cr_expect(pages_reach(l, 900, 1000));
	cr_expect(pages_reach(l, b.text.n, 100000));
	layout_free(l);
	book_clear(&b);
}
