/* Lines and pages found by stops are those found without them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "book.h"
#include "layout/lines.h"
#include "layout/pages.h"
#include "layout/stops.h"

/* A paragraph of common words, with what prose has between them. */
static void
add_prose(struct chance *c, struct book *b, unsigned words)
{
	static const char *const gaps[] = {
		" ", " ", " ", " ", "\n", "\n", "  ", "\r\n", " \n\t", ", ",
		". ", "—", "-", "--", "-\n", "’s ", "… ", " – ", "; “", "” ",
		" (", ") ", "é ", " §", "\xC2\xA0", "\xC2\xAD",
	};
	struct buf bytes = {0};

	buf_char(&bytes, 'a');
	for (; words; words--) {
		chance_words(c, chance_below(c, 9) ? 0 : 1, 1, " ", &bytes);
		buf_str(&bytes, gaps[chance_below(c, 7)
		                     ? chance_below(c, 6)
		                     : chance_below(c, sizeof gaps /
		                                       sizeof *gaps)]);
	}
	buf_char(&bytes, 'z');
	book_add(b, BLOCK_PARAGRAPH, bytes.at, bytes.n);
	buf_clear(&bytes);
}

static void
write_book(struct chance *c, struct book *b)
{
	unsigned blocks = 1 + chance_below(c, 12);

	for (; blocks; blocks--)
		if (chance_below(c, 3))
			add_prose(c, b, chance_below(c, 200));
		else
			chance_block(c, b);
	book_close(b);
}

/* Counts the lines of BLOCK from each of them on; how many lines the stops
 * pass. They are those of L. */
static size_t
compare_lines(struct layout *l, const struct stops *s, size_t block)
{
	const struct block *b = &l->outline->blocks.at[block];
	const struct line_list *lines = lines_of(l, block);
	size_t i, n, found = 0;

	for (i = 0; i < lines->n; i += n ? n : 1) {
		text_pos p = lines->at[i].start;

		n = stops_count(s, &p, b->end,
		                l->measure - lines->at[i].indent);
		cr_assert(i + n <= lines->n);
		cr_assert(eq(sz, p, i + n < lines->n ? lines->at[i + n].start
		                                     : b->end),
		          "%zu lines of %.*s", n,
		          (int)(b->end - lines->at[i].start),
		          l->text->at + lines->at[i].start);
		found += n;
	}
	return found;
}

Test(stops, end_lines_where_their_bytes_do)
{
	struct chance c = {1};
	size_t block, found = 0, all = 0;
	unsigned round;

	for (round = 0; round < 4000; round++) {
		struct book b = {0};
		struct stops *s;
		struct layout *l;

		write_book(&c, &b);
		l = layout_new(&b.text, &b.outline, 1 + chance_below(&c, 120),
		               24);
		s = stops_new(&b.text);
		while (!stops_step(s, 1 + chance_below(&c, 500)))
			;
		for (block = 0; block < b.outline.blocks.n; block++)
			if (b.outline.blocks.at[block].kind ==
			            BLOCK_PARAGRAPH &&
			    !b.outline.blocks.at[block].signs) {
				found += compare_lines(l, s, block);
				all += lines_of(l, block)->n;
			}
		stops_free(s);
		layout_free(l);
		book_clear(&b);
	}
	cr_assert(lt(sz, all, found * 3));
}

Test(stops, begin_pages_where_they_begin_without)
{
	struct chance c = {2};
	unsigned round;

	for (round = 0; round < 1500; round++) {
		struct book b = {0};
		struct layout *quick, *slow;
		struct stops *s;
		unsigned measure = 1 + chance_below(&c, 120);
		unsigned height = 1 + chance_below(&c, 40);
		size_t page, n, i;
		bool all;

		write_book(&c, &b);
		s = stops_new(&b.text);
		quick = layout_new(&b.text, &b.outline, measure, height);
		slow = layout_new(&b.text, &b.outline, measure, height);
		while (!stops_step(s, 100))
			;
		pages_step(quick, chance_below(&c, 50));
		layout_use_stops(quick, s);
		while (!pages_step(slow, 100))
			;
		while (!pages_step(quick, 20))
			;
		n = pages_count(slow, &all);
		cr_assert(eq(sz, pages_count(quick, &all), n));
		for (i = 0; i < n; i++) {
			page = i;
			cr_assert(eq(sz, pages_start(quick, &page),
			             pages_start(slow, &page)));
		}
		stops_free(s);
		layout_free(quick);
		layout_free(slow);
		book_clear(&b);
	}
}

Test(stops, are_not_there_of_a_text_too_long_for_them)
{
	struct text t = {.at = "", .n = (size_t)STOPS_MOST + 1};

	cr_assert(eq(ptr, stops_new(&t), NULL));
}
