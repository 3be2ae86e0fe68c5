/* Pages: the rules for their ends, and what holds for all of them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/vec.h"
#include "book.h"
#include "layout/lines.h"
#include "layout/pages.h"

/* Each page's lines by the first character of each, '.' for a blank one. */
static char *
drawn(struct book *b, unsigned measure, unsigned height)
{
	struct layout *l = layout_new(&b->text, &b->outline, measure, height);
	struct line_list lines = { 0 };
	struct buf out = { 0 };
	size_t page, i, count;
	bool all;

	while (!pages_step(l, 1))
		;
	count = pages_count(l, &all);
	for (page = 0; page < count; page++) {
		if (page)
			buf_char(&out, '|');
		pages_lines(l, page, &lines);
		for (i = 0; i < lines.n; i++)
			buf_char(&out, lines.at[i].blank
			                       ? '.'
			                       : b->text.at[lines.at[i].start]);
	}
	buf_str(&out, "");
	vec_clear(&lines);
	layout_free(l);
	return buf_take(&out);
}

/*
 * Draws pages of a book written in small: each word is a block whose every
 * letter is a line, headings in capitals, "+" goes on from the one before, and
 * a line may end with ":".
 */
static void
draws(unsigned height, const char *blocks, const char *expected)
{
	struct book b = { 0 };
	const char *s;
	char *got;

	for (s = blocks; *s; s += strspn(s, " ")) {
		struct buf lines = { 0 };
		bool goes_on = *s == '+';
		enum block_kind kind = BLOCK_PARAGRAPH;

		for (s += goes_on; *s && *s != ' '; s++) {
			if (*s >= 'A' && *s <= 'Z')
				kind = BLOCK_HEADING;
			if (lines.n && *s != ':')
				buf_char(&lines, ' ');
			buf_char(&lines, *s);
		}
		book_add(&b, kind, lines.at, lines.n)->continues = goes_on;
		buf_clear(&lines);
	}
	got = drawn(&b, 2, height);
	cr_expect(eq(str, got, (char *)expected), "%s", blocks);
	free(got);
	book_clear(&b);
}

Test(pages, are_full_where_nothing_forbids_it)
{
	draws(6, "aaaa bbbbbbbb cc", "aaaa|bbbbbb|bb.cc");
	draws(6, "aaa bb cccc", "aaa.bb|cccc");
}

Test(pages, leave_no_single_line_at_the_foot)
{
	draws(6, "aaaa bbbb", "aaaa|bbbb");
	draws(6, "aa bb cc dd", "aa.bb|cc.dd");
	draws(6, "aaaa b cc", "aaaa.b|cc");
}

Test(pages, leave_no_single_line_at_the_head)
{
	draws(6, "aaaaaaa", "aaaaa|aa");
	draws(6, "aaa bbb", "aaa|bbb");
	draws(6, "aa bbbb", "aa.bb|bb");
}

Test(pages, keep_a_heading_with_two_lines_of_what_follows)
{
	draws(6, "aaaa H bbb", "aaaa|H.bbb");
	draws(6, "aa H bbb", "aa|H.bbb");
	draws(8, "aaa H b cc", "aaa|H.b.cc");
}

Test(pages, end_behind_a_section_of_a_single_line)
{
	draws(8, "aaa H b I cc", "aaa.H.b|I.cc");
	draws(8, "aaa H b II cc", "aaa.H.b|II.cc");
	draws(6, "aaa H b I cc", "aaa|H.b|I.cc");
}

Test(pages, keep_headings_in_a_row_together)
{
	draws(8, "aaa H I bbbb", "aaa|H.I.bbbb");
	draws(7, "aaa HH bbbb", "aaa|HH.bbbb");
}

Test(pages, keep_a_line_that_introduces_with_what_follows)
{
	draws(6, "aaaa b: ccc", "aaaa|b.ccc");
	draws(6, "aaa b: ccc", "aaa|b.ccc");
	draws(6, "aaaaa b: c", "aaaaa|b.c");
	/* what stands above a heading belongs to what is above itself */
	draws(6, "aaaa b: H cc", "aaaa.b|H.cc");
	/* of a list of such lines the last counts */
	draws(6, "aa b: c: dd", "aa.b|c.dd");
	draws(6, "a b: c: d: e: f:", "a.b.c|d.e.f");
}

static char *
play_drawn(const char *speaker, unsigned height)
{
	struct book b = { 0 };
	char *got;

	book_say(&b, BLOCK_PARAGRAPH, "1 2 3 4");
	book_say(&b, BLOCK_PARAGRAPH, speaker);
	book_say(&b, BLOCK_VERSE, "5\n6\n7");
	got = drawn(&b, 40, height);
	book_clear(&b);
	return got;
}

Test(pages, end_behind_no_name_of_a_speaker)
{
	static const struct {
		const char *name, *pages;
	} of[] = {
		{ "FAUST", "1|F.567" },
		{ "MARGARET (_aside_)", "1|M.567" },
		{ "\xD0\x93\xD0\x90\xD0\x95\xD0\x92.", "1|\xD0.567" },
		{ "Faust", "1.F|567" },
		{ "1900", "1.1|567" },
	};
	size_t i;

	for (i = 0; i < sizeof of / sizeof *of; i++) {
		char *got = play_drawn(of[i].name, 6);

		cr_expect(eq(str, got, (char *)of[i].pages));
		free(got);
	}
}

Test(pages, give_up_a_rule_where_it_cannot_be_kept)
{
	draws(6, "A B C D E F G hh", "A.B.C|D.E.F|G.hh");
	draws(6, "AAAAAAAA b", "AAAAAA|AA.b");
}

Test(pages, that_are_small_break_paragraphs_anywhere)
{
	draws(1, "aa H b", "a|a|H|b");
	draws(2, "aaa H bb", "aa|a|H|bb");
	draws(3, "aaaa H bb", "aaa|a|H.b|b");
	draws(4, "aaaaa H bb", "aaaa|a|H.bb");
}

Test(pages, see_through_a_paragraph_in_several_blocks)
{
	draws(6, "aaaaaa +bbb", "aaaaaa|bbb");
	draws(6, "aaaaaaa +b", "aaaaaa|ab");
	draws(6, "aaaaa +bb", "aaaaa|bb");
}

Test(pages, of_no_text_are_one)
{
	struct book b = { 0 };
	struct layout *l = layout_new(&b.text, &b.outline, 66, 24);
	struct line_list lines = { 0 };
	struct line line;
	bool all;

	cr_assert(eq(sz, pages_count(l, &all), 1));
	cr_assert(not(all));
	cr_assert(pages_step(l, 1));
	cr_assert(eq(sz, pages_count(l, &all), 1));
	cr_assert(all);
	cr_assert(eq(sz, pages_of(l, 7), 0));
	pages_lines(l, 3, &lines);
	cr_assert(eq(sz, lines.n, 0));
	cr_assert(not(lines_at(l, 0, &line)));
	layout_free(l);
}

Test(pages, are_found_no_further_than_asked_for)
{
	struct book b = { 0 };
	struct layout *l;
	unsigned i;
	bool all;

	for (i = 0; i < 5000; i++)
		book_say(&b, BLOCK_PARAGRAPH, "a few words");
	l = layout_new(&b.text, &b.outline, 66, 24);
	cr_assert(eq(sz, pages_of(l, 0), 0));
	cr_assert(lt(sz, pages_count(l, &all), 3));
	cr_assert(not(pages_step(l, 100)));
	cr_assert(lt(sz, pages_count(l, &all), 20));
	cr_assert(not(all));
	layout_free(l);
	book_clear(&b);
}
