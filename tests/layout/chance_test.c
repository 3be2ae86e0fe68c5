/* What holds for lines and pages of any blocks at any size. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/vec.h"
#include "book.h"
#include "layout/lines.h"
#include "layout/pages.h"

enum { ROUNDS = 1500 };

static struct layout *
chance_layout(struct chance *c, struct book *b)
{
	unsigned blocks = 1 + chance_below(c, 30);
	struct layout *l;

	for (; blocks; blocks--)
		chance_block(c, b);
	book_close(b);
	l = layout_new(&b->text, &b->outline, 1 + chance_below(c, 120),
	               1 + chance_below(c, 60));
	layout_widen(l, chance_below(c, 160));
	return l;
}

/* Calls CHECK on ROUNDS layouts. */
static void
every_time(unsigned seed, void (*check)(struct layout *l, struct chance *c))
{
	struct chance c = { seed };
	unsigned round;

	for (round = 0; round < ROUNDS; round++) {
		struct book b = { 0 };
		struct layout *l = chance_layout(&c, &b);

		check(l, &c);
		layout_free(l);
		book_clear(&b);
	}
}

static void
all_lines(struct layout *l, struct line_list *out)
{
	struct line line;
	bool more;

	out->n = 0;
	for (more = lines_at(l, 0, &line); more;
	     more = lines_next(l, &line, &line))
		vec_push(out, line);
}

static bool
same(const struct line *a, const struct line *b)
{
	return a->start == b->start && a->end == b->end &&
	       a->next == b->next && a->block == b->block &&
	       a->indent == b->indent && a->width == b->width &&
	       a->first == b->first && a->last == b->last &&
	       a->blank == b->blank;
}

static void
tiles(struct layout *l, struct chance *c)
{
	size_t block, i;

	(void)c;
	for (block = 0; block < l->outline->blocks.n; block++) {
		const struct block *b = &l->outline->blocks.at[block];
		const struct line_list *list = lines_of(l, block);
		text_pos p = b->start;

		cr_assert(ne(sz, list->n, 0));
		for (i = 0; i < list->n; i++) {
			const struct line *line = &list->at[i];

			cr_assert(eq(sz, line->start, p));
			cr_assert(line->start <= line->end);
			cr_assert(line->end <= line->next);
			cr_assert(line->next > p);
			cr_assert(line->first == (i == 0));
			cr_assert(line->last == (i + 1 == list->n));
			p = line->next;
		}
		cr_assert(eq(sz, p, b->end));
	}
}

Test(any_lines, hold_every_byte_of_a_block_once)
{
	every_time(1, tiles);
}

/* Only blanks are not shown between END and NEXT, and of a rule what repeats
 * its last character. */
static void
loses_nothing(struct layout *l, struct chance *c)
{
	struct line_list lines = { 0 };
	size_t i;
	text_pos p;
	ucs ch, before;

	(void)c;
	all_lines(l, &lines);
	for (i = 0; i < lines.n; i++)
		for (p = lines.at[i].end; p < lines.at[i].next;) {
			size_t last = p ? ucs_before(l->text->at, p) : p;

			ucs_decode(l->text->at + last, p - last, &before);
			p += ucs_decode(l->text->at + p, l->text->n - p, &ch);
			if (ch != before || l->outline->blocks.at
			    [lines.at[i].block].kind != BLOCK_RULE)
				cr_assert(ucs_is_space(ch) && ch != 0xA0);
		}
	vec_clear(&lines);
}

Test(any_lines, leave_out_nothing_but_blanks)
{
	every_time(2, loses_nothing);
}

static void
keeps_width(struct layout *l, struct chance *c)
{
	struct line_list lines = { 0 };
	struct glyph_list glyphs = { 0 };
	unsigned col, part;
	size_t i, k;

	(void)c;
	all_lines(l, &lines);
	for (i = 0; i < lines.n; i++) {
		const struct line *line = &lines.at[i];

		lines_glyphs(l, line, &glyphs);
		col = line->indent;
		for (k = 0; k < glyphs.n; k++) {
			const struct glyph *g = &glyphs.at[k];

			cr_assert(eq(uint, g->col, col));
			cr_assert(g->width == 1 || g->width == 2);
			cr_assert(g->at >= line->start && g->at < g->end);
			cr_assert(g->end <= line->end);
			cr_assert(ne(uint, g->part[0], 0));
			cr_assert(eq(uint, g->part[GLYPH_PARTS - 1], 0));
			for (part = 0; g->part[part]; part++)
				cr_assert(not(ucs_is_control(g->part[part])));
			col += g->width;
		}
		cr_assert(eq(uint, col, line->indent + line->width));
		cr_assert(col <= l->wide || (col == 2 && l->measure == 1));
	}
	vec_clear(&lines);
	vec_clear(&glyphs);
}

Test(any_lines, are_as_wide_as_their_glyphs_and_no_wider_than_is_allowed)
{
	every_time(3, keeps_width);
}

/* What the glyphs of a line show, as text. */
static void
glyphs_text(const struct line *line, const struct glyph_list *glyphs,
            struct buf *out)
{
	size_t i, part;

	buf_reset(out);
	for (i = 0; i < line->indent; i++)
		buf_char(out, ' ');
	for (i = 0; i < glyphs->n; i++)
		for (part = 0; glyphs->at[i].part[part]; part++)
			buf_ucs(out, glyphs->at[i].part[part]);
}

static void
says_the_same(struct layout *l, struct chance *c)
{
	struct line_list lines = { 0 };
	struct glyph_list glyphs = { 0 };
	struct buf expected = { 0 }, got = { 0 };
	size_t i;

	(void)c;
	all_lines(l, &lines);
	for (i = 0; i < lines.n; i++) {
		lines_glyphs(l, &lines.at[i], &glyphs);
		glyphs_text(&lines.at[i], &glyphs, &expected);
		buf_reset(&got);
		lines_text(l, &lines.at[i], &got);
		cr_assert(eq(str, (char *)buf_text(&got),
		             (char *)buf_text(&expected)));
	}
	vec_clear(&lines);
	vec_clear(&glyphs);
	buf_clear(&expected);
	buf_clear(&got);
}

Test(any_lines, say_as_text_what_their_glyphs_show)
{
	every_time(9, says_the_same);
}

static void
walks_both_ways(struct layout *l, struct chance *c)
{
	struct layout *fresh;
	struct line_list lines = { 0 };
	struct line line;
	size_t i;

	all_lines(l, &lines);
	cr_assert(not(lines_prev(l, &lines.at[0], &line)));
	for (i = lines.n - 1; i; i--) {
		cr_assert(lines_prev(l, &lines.at[i], &line));
		cr_assert(same(&line, &lines.at[i - 1]));
		cr_assert(lines_next(l, &line, &line));
		cr_assert(same(&line, &lines.at[i]));
	}
	fresh = layout_new(l->text, l->outline, l->measure, l->height);
	layout_widen(fresh, l->wide);
	i = chance_below(c, (unsigned)lines.n);
	if (!lines.at[i].blank) {
		text_pos p = lines.at[i].start, n = lines.at[i].next - p;

		cr_assert(lines_at(fresh, p + chance_below(c, (unsigned)n),
		                   &line));
		cr_assert(same(&line, &lines.at[i]));
	}
	layout_free(fresh);
	vec_clear(&lines);
}

Test(any_lines, are_the_same_whichever_way_one_comes)
{
	every_time(4, walks_both_ways);
}

static bool
is_heading(const struct layout *l, const struct line *line)
{
	return l->outline->blocks.at[line->block].kind == BLOCK_HEADING;
}

/* All but blank lines of ALL, in order, are on the pages. */
static void
pages_tile(struct layout *l, struct chance *c)
{
	struct line_list all = { 0 }, page = { 0 };
	size_t i, k = 0, n, count;
	bool done;

	(void)c;
	all_lines(l, &all);
	while (!pages_step(l, 1 + chance_below(c, 50)))
		;
	count = pages_count(l, &done);
	cr_assert(done);
	for (n = 0; n < count; n++) {
		pages_lines(l, n, &page);
		cr_assert(page.n > 0 && page.n <= l->height);
		cr_assert(not(page.at[0].blank));
		cr_assert(not(page.at[page.n - 1].blank));
		for (i = 0; i < page.n; i++, k++) {
			if (i == 0 && all.at[k].blank)
				k++;
			cr_assert(same(&page.at[i], &all.at[k]));
		}
	}
	cr_assert(eq(sz, k, all.n));
	vec_clear(&all);
	vec_clear(&page);
}

Test(any_pages, hold_every_line_once_and_in_order)
{
	every_time(5, pages_tile);
}

static void
finds_places(struct layout *l, struct chance *c)
{
	text_pos p = chance_below(c, (unsigned)l->text->n + 1);
	size_t page = pages_of(l, p), next = page + 1;

	cr_assert(pages_start(l, &page) <= p || page == 0);
	if (pages_start(l, &next) > pages_start(l, &page))
		cr_assert(p < pages_start(l, &next));
	else
		cr_assert(eq(sz, next, page));
}

Test(any_pages, hold_the_places_between_their_starts)
{
	every_time(6, finds_places);
}

static void
comes_again(struct layout *l, struct chance *c)
{
	struct layout *other, *again;
	size_t count, i, page;
	bool done;

	other = layout_new(l->text, l->outline, 1 + chance_below(c, 120),
	                   1 + chance_below(c, 60));
	again = layout_new(l->text, l->outline, l->measure, l->height);
	layout_widen(again, l->wide);
	while (!pages_step(l, SIZE_MAX))
		;
	count = pages_count(l, &done);
	for (i = 0; i < count; i++) {
		page = chance_below(c, (unsigned)count);
		pages_of(other, pages_start(l, &page));
		cr_assert(eq(sz, pages_of(again, pages_start(l, &page)), page));
		cr_assert(eq(sz, pages_start(again, &page),
		             pages_start(l, &page)));
	}
	layout_free(other);
	layout_free(again);
}

Test(any_pages, are_the_same_each_time_a_size_comes_back)
{
	every_time(7, comes_again);
}

static void
takes_counts(struct layout *l, struct chance *c)
{
	unsigned height = 1 + chance_below(c, 60);
	struct layout *fresh, *taking;
	size_t i, n, page, same;
	bool all;

	pages_step(l, chance_below(c, 400));
	taking = layout_new(l->text, l->outline,
	                    l->measure + !chance_below(c, 4), height);
	layout_widen(taking, chance_below(c, 3) ? l->wide : 200);
	fresh = layout_new(l->text, l->outline, taking->measure, height);
	layout_widen(fresh, taking->wide);
	layout_take_counts(taking, l);
	while (!pages_step(fresh, 1000) || !pages_step(taking, 1000))
		;
	n = pages_count(fresh, &all);
	cr_assert(eq(sz, pages_count(taking, &all), n));
	for (i = 0; i < n; i++) {
		page = same = i;
		cr_assert(eq(sz, pages_start(taking, &page),
		             pages_start(fresh, &same)));
	}
	layout_free(fresh);
	layout_free(taking);
}

Test(any_pages, are_the_same_with_lines_that_were_counted_before)
{
	every_time(10, takes_counts);
}

/* Whether the headings that LAST ends, with two lines more, fit a page. */
static bool
avoidable(struct layout *l, const struct line *last)
{
	struct line line = *last, up;
	size_t rows = 1;

	while (lines_prev(l, &line, &up) && (up.blank || is_heading(l, &up))) {
		rows++;
		line = up;
	}
	return rows + 1 + 1 <= l->height;
}

static void
spares_headings(struct layout *l, struct chance *c)
{
	struct line_list page = { 0 };
	struct line *last;
	size_t n, count;
	bool done;

	(void)c;
	while (!pages_step(l, 1000))
		;
	count = pages_count(l, &done);
	for (n = 0; n + 1 < count; n++) {
		pages_lines(l, n, &page);
		last = &page.at[page.n - 1];
		if (is_heading(l, last))
			cr_assert(not(avoidable(l, last)));
	}
	vec_clear(&page);
}

Test(any_pages, end_in_no_heading_unless_they_must)
{
	every_time(8, spares_headings);
}

/* 64 KiB of one thing over and over are set in time, byte for byte. */
Test(any_lines, of_a_block_of_one_thing_are_set_in_time, .timeout = 60)
{
	static const char *const things[] = {
		" ", "\t", "\n", "\r\n", "\f", "a-", "-\n", "( ", "((((",
		"1,", "\xCC\x81", "a\xCC\x81", "\xE2\x80\x8B", "\xC2\xAD",
		"a\xC2\xAD\n", "\xFF", "\x80", "\xC2", "\x01", "漢", "한",
		"👩‍", "🇩🇪", "क्", "—", "“", "a\xC2\xA0", "\xE3\x80\x80",
		"\xD8\x80", "x\n  ", "a b ",
	};
	static const unsigned measures[] = { 1, 66, 5000 };
	struct chance c = { 0 };
	size_t i, m;

	for (i = 0; i < sizeof things / sizeof things[0]; i++) {
		struct book b = { 0 };
		struct buf bytes = { 0 };

		buf_char(&bytes, 'a');
		while (bytes.n < OUTLINE_BLOCK_MAX - 16)
			buf_str(&bytes, things[i]);
		buf_char(&bytes, 'z');
		book_add(&b, BLOCK_PARAGRAPH, bytes.at, bytes.n);
		book_add(&b, BLOCK_VERSE, bytes.at, bytes.n);
		book_add(&b, BLOCK_PRE, bytes.at, bytes.n);
		book_close(&b);
		for (m = 0; m < 3; m++) {
			struct layout *l = layout_new(&b.text, &b.outline,
			                              measures[m], 24);

			tiles(l, &c);
			layout_free(l);
		}
		buf_clear(&bytes);
		book_clear(&b);
	}
}
