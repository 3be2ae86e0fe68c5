/* Setting lines: where they end, how they hang, going from one to another. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "book.h"
#include "layout/lines.h"
#include "layout/skip.h"

/* The lines of all blocks as text: indent, then what the glyphs show. Kept
 * ones may be WIDE columns wide. */
static char *
drawn_wide(struct book *b, unsigned measure, unsigned wide)
{
	struct layout *l = layout_new(&b->text, &b->outline, measure, 24);
	struct glyph_list glyphs = { 0 };
	struct buf out = { 0 };
	struct line line;
	bool more;
	size_t i, part;
	unsigned col;

	layout_widen(l, wide);
	for (more = lines_at(l, 0, &line); more;
	     more = lines_next(l, &line, &line)) {
		lines_glyphs(l, &line, &glyphs);
		for (col = 0, i = 0; i < glyphs.n; i++) {
			for (; col < glyphs.at[i].col; col++)
				buf_char(&out, ' ');
			for (part = 0; glyphs.at[i].part[part]; part++)
				buf_ucs(&out, glyphs.at[i].part[part]);
			col += glyphs.at[i].width;
		}
		buf_str(&out, "|\n");
	}
	buf_str(&out, "");
	free(glyphs.at);
	layout_free(l);
	return buf_take(&out);
}

static char *
drawn(struct book *b, unsigned measure)
{
	return drawn_wide(b, measure, measure);
}

static void
draws(enum block_kind kind, unsigned measure, const char *s,
      const char *expected)
{
	struct book b = { 0 };
	char *got;

	book_say(&b, kind, s);
	got = drawn(&b, measure);
	cr_expect(eq(str, got, (char *)expected));
	free(got);
	book_clear(&b);
}

Test(lines, of_a_paragraph_end_at_the_last_blank_that_fits)
{
	draws(BLOCK_PARAGRAPH, 10, "It is time to break with it",
	      "It is time|\nto break|\nwith it|\n");
}

Test(lines, of_a_paragraph_take_line_ends_and_runs_of_blanks_for_one_blank)
{
	draws(BLOCK_PARAGRAPH, 12, "one\ntwo  \t three\r\n four five",
	      "one two|\nthree four|\nfive|\n");
}

/* S as a block of KIND; what stands between < and > in it is a sign. */
static void
draws_signs(enum block_kind kind, enum sign_kind sign, unsigned measure,
            const char *s, const char *expected)
{
	struct book b = { 0 };
	char *got, *bare = mem_copy(s);
	size_t from[8], n[8], signs = 0, out = 0, i;

	for (i = 0; s[i]; i++) {
		if (s[i] == '<')
			from[signs] = out;
		else if (s[i] == '>')
			n[signs] = out - from[signs], signs++;
		else
			bare[out++] = s[i];
	}
	book_add(&b, kind, bare, out);
	for (i = 0; i < signs; i++)
		book_sign(&b, from[i], n[i], sign);
	got = drawn(&b, measure);
	cr_expect(eq(str, got, (char *)expected));
	free(got);
	free(bare);
	book_clear(&b);
}

Test(lines, leave_out_signs_of_markup_and_count_them_as_nothing)
{
	draws_signs(BLOCK_PARAGRAPH, SIGN_HIDDEN, 9, "a <_>very<_> good <**>x<**>",
	            "a very|\ngood x|\n");
	draws_signs(BLOCK_PARAGRAPH, SIGN_HIDDEN, 6, "a <_>very<_> b",
	            "a very|\nb|\n");
	draws_signs(BLOCK_HEADING, SIGN_HIDDEN, 9, "<## >One two< ##>",
	            "One two|\n");
	draws_signs(BLOCK_PARAGRAPH, SIGN_HIDDEN, 12,
	            "see <[>the site<](http://example.org/a/b)>, now",
	            "see the|\nsite, now|\n");
}

Test(lines, that_are_kept_have_words_behind_a_gap_below_one_another)
{
	struct book b = { 0 };
	char *got;
	size_t i;

	book_say(&b, BLOCK_VERSE,
	         "_Al._  One _two_  three\n"
	         "       Four        five\n"
	         "    _Six_ seven");
	for (i = 0; i < b.bytes.n; i++)
		if (b.bytes.at[i] == '_') {
			book_sign(&b, i, 1, SIGN_HIDDEN);
			b.outline.signs.at[b.outline.signs.n - 1].begins =
				LOOK_EMPHASIS;
		}
	got = drawn(&b, 40);
	cr_expect(eq(str, got, (char *)"Al.    One two    three|\n"
	                               "       Four        five|\n"
	                               "    Six seven|\n"));
	free(got);
	book_clear(&b);
}

Test(lines, leave_out_line_ends_that_are_markup)
{
	draws_signs(BLOCK_PRE, SIGN_HIDDEN, 20, "<```c\n>int x;\n\ty;<\n```>",
	            "int x;|\n        y;|\n");
	draws_signs(BLOCK_HEADING, SIGN_HIDDEN, 20, "Title<\n=====>",
	            "Title|\n");
}

Test(lines, hide_a_hyphen_that_only_a_line_end_called_for)
{
	draws_signs(BLOCK_PARAGRAPH, SIGN_HYPHEN, 20, "an impos<->\nsible thing",
	            "an impossible thing|\n");
	draws_signs(BLOCK_PARAGRAPH, SIGN_HYPHEN, 10, "an impos<->\n  sible thing",
	            "an impos-|\nsible|\nthing|\n");
	draws(BLOCK_PARAGRAPH, 20, "a well-\nknown thing",
	      "a well-known thing|\n");
}

Test(lines, show_markup_where_it_is_asked_for_but_no_divided_words)
{
	struct book b = { 0 };
	struct buf out = { 0 };
	struct layout *l;
	struct line line;

	book_say(&b, BLOCK_PARAGRAPH, "_so_ impos-\nsible");
	book_sign(&b, 0, 1, SIGN_HIDDEN);
	book_sign(&b, 3, 1, SIGN_HIDDEN);
	book_sign(&b, 10, 1, SIGN_HYPHEN);
	l = layout_new(&b.text, &b.outline, 40, 24);
	layout_show_markup(l);
	cr_assert(lines_at(l, 0, &line));
	lines_text(l, &line, &out);
	cr_expect(eq(str, (char *)buf_text(&out), (char *)"_so_ impossible"));
	layout_free(l);
	buf_clear(&out);
	book_clear(&b);
}

Test(lines, end_exactly_at_the_measure)
{
	draws(BLOCK_PARAGRAPH, 7, "abc def ghi", "abc def|\nghi|\n");
	draws(BLOCK_PARAGRAPH, 7, "abc def", "abc def|\n");
}

Test(lines, cut_a_word_that_is_longer_than_the_measure)
{
	draws(BLOCK_PARAGRAPH, 4, "ab cdefghij k", "ab|\ncdef|\nghij|\nk|\n");
}

Test(lines, cut_no_cluster)
{
	draws(BLOCK_PARAGRAPH, 2, "e\xCC\x81" "e\xCC\x81" "e\xCC\x81",
	      "e\xCC\x81" "e\xCC\x81|\ne\xCC\x81|\n");
}

Test(lines, give_a_cluster_wider_than_the_measure_a_line_alone)
{
	draws(BLOCK_PARAGRAPH, 1, "漢字", "漢|\n字|\n");
}

Test(lines, of_Chinese_break_between_characters_but_not_before_a_full_stop)
{
	draws(BLOCK_PARAGRAPH, 8, "我们的国。家", "我们的|\n国。家|\n");
}

Test(lines, break_behind_a_hyphen_and_a_dash_and_not_at_a_no_break_space)
{
	draws(BLOCK_PARAGRAPH, 8, "a well-known", "a well-|\nknown|\n");
	draws(BLOCK_PARAGRAPH, 8, "one two—three", "one two—|\nthree|\n");
	draws(BLOCK_PARAGRAPH, 6, "ab c\xC2\xA0" "def", "ab|\nc def|\n");
}

Test(lines, show_a_soft_hyphen_only_where_they_break_at_it)
{
	draws(BLOCK_PARAGRAPH, 8, "Nach\xC2\xADteile", "Nach-|\nteile|\n");
	draws(BLOCK_PARAGRAPH, 10, "Nach\xC2\xADteile", "Nachteile|\n");
	draws(BLOCK_PARAGRAPH, 4, "Nach\xC2\xADteile", "Nach|\nteil|\ne|\n");
}

Test(lines, join_a_word_that_a_line_end_divided)
{
	draws(BLOCK_PARAGRAPH, 20, "the inter-\nnational", "the inter-national|\n");
	draws(BLOCK_PARAGRAPH, 12, "the inter-\nnational", "the inter-|\nnational|\n");
	draws(BLOCK_PARAGRAPH, 20, "a 1914-\n18 war", "a 1914- 18 war|\n");
	draws(BLOCK_PARAGRAPH, 20, "inter\xC2\xAD\nnational", "international|\n");
}

Test(lines, of_verse_stay_and_hang_where_they_are_too_long)
{
	draws(BLOCK_VERSE, 12, "Habe nun, ach! Philosophie\nund\n    Medizin",
	      "Habe nun,|\n  ach!|\n  Philosophi|\n  e|\nund|\n    Medizin|\n");
}

Test(lines, of_verse_keep_no_lead_that_all_of_them_share)
{
	struct book b = { 0 };
	struct block *block = book_say(&b, BLOCK_VERSE, "    x\n      y");
	char *got;

	block->start += 4;
	block->indent = 2;
	got = drawn(&b, 20);
	cr_assert(eq(str, got, (char *)"  x|\n    y|\n"));
	free(got);
	book_clear(&b);
}

Test(lines, of_a_table_keep_inner_blanks_and_stops_of_tabs)
{
	draws(BLOCK_PRE, 30, "a\tb\n  x\t  y", "a       b|\n  x       y|\n");
}

Test(lines, of_a_table_that_are_too_long_hang_so_that_rows_are_told_apart)
{
	draws(BLOCK_PRE, 8, "aaaa bbbb cccc\nd",
	      "aaaa|\n  bbbb|\n  cccc|\nd|\n");
}

/* The same where kept lines may be 16 columns wide, at a measure of 8. */
static void
draws_wide(enum block_kind kind, const char *s, const char *expected)
{
	struct book b = { 0 };
	char *got;

	book_say(&b, kind, s);
	got = drawn_wide(&b, 8, 16);
	cr_expect(eq(str, got, (char *)expected));
	free(got);
	book_clear(&b);
}

Test(lines, that_are_kept_stay_whole_where_the_window_has_room)
{
	draws_wide(BLOCK_PRE, "aaaa bbbb cc dd\n    eeee ffff gg",
	           "aaaa bbbb cc dd|\n    eeee ffff gg|\n");
	draws_wide(BLOCK_VERSE, "Habe nun, ach!", "Habe nun, ach!|\n");
	draws_wide(BLOCK_FURNITURE, "A. Bee  [Page 1]", "A. Bee  [Page 1]|\n");
	draws_wide(BLOCK_RULE, "---------------", "---------------|\n");
	draws_wide(BLOCK_FRONT, "STD:   A. Bee\n       1933",
	           "STD:   A. Bee|\n       1933|\n");
}

Test(lines, that_are_kept_and_have_no_room_are_broken_at_the_measure)
{
	draws_wide(BLOCK_VERSE, "Habe nun, ach! Mitnichten",
	           "Habe|\n  nun,|\n  ach!|\n  Mitnic|\n  hten|\n");
	draws_wide(BLOCK_FURNITURE, "one two three four five",
	           "one two|\n  three|\n  four|\n  five|\n");
}

Test(lines, in_columns_that_have_no_room_are_broken_between_them)
{
	draws(BLOCK_FRONT, 16, "STD: 66     R. Fielding\n"
	      "Category: Standards     Adobe Systems\nTwo words and more",
	      "STD: 66|\n  R. Fielding|\n"
	      "Category:|\n  Standards|\n  Adobe Systems|\n"
	      "Two words and|\n  more|\n");
	draws(BLOCK_PRE, 20, "int x;       /* so and so */\n",
	      "int x;|\n  /* so and so */|\n");
	draws(BLOCK_FURNITURE, 20, "A. Bee    One Two    [Page 1]",
	      "A. Bee    One Two|\n  [Page 1]|\n");
	draws(BLOCK_PRE, 30, "x = 1;   // no more tasks, so tell it",
	      "x = 1;   // no more tasks, so|\n  tell it|\n");
	draws(BLOCK_FRONT, 20, "A. Bee      A Long Title of Some Words",
	      "A. Bee|\n  A Long Title of|\n  Some Words|\n");
}

Test(lines, of_dashes_that_are_too_long_are_cut)
{
	draws_wide(BLOCK_RULE, "-----------------------", "--------|\n");
	draws_wide(BLOCK_RULE, "--------------------\r\n  ----",
	           "--------|\n----|\n");
	draws(BLOCK_RULE, 4, "━━━━━━", "━━━━|\n");
	draws(BLOCK_RULE, 4, "------!", "----|\n  --|\n  !|\n");
}

Test(lines, of_a_table_without_room_take_all_there_is)
{
	draws_wide(BLOCK_PRE, "aaaa bbbb cccc dddd eeee",
	           "aaaa bbbb cccc|\n  dddd eeee|\n");
}

Test(lines, that_flow_or_are_a_title_keep_the_measure)
{
	draws_wide(BLOCK_PARAGRAPH, "one two three", "one two|\nthree|\n");
	draws_wide(BLOCK_ITEM, "- one two", "- one|\n  two|\n");
	draws_wide(BLOCK_TITLE, "One Two Three", "One Two|\n  Three|\n");
	draws_wide(BLOCK_FRONT, "By: One Two", "By: One|\n  Two|\n");
	draws_wide(BLOCK_FIELD, "By: One\nTwo or\nso", "By: One|\n  Two or|\n  so|\n");
}

Test(lines, that_are_empty_inside_a_kept_block_hold_their_bytes)
{
	draws(BLOCK_PRE, 8, "a\n\n  \n b", "a|\n|\n|\n b|\n");
}

Test(lines, of_an_item_hang_by_its_mark)
{
	draws(BLOCK_ITEM, 12, "12. one two three", "12. one two|\n    three|\n");
	draws(BLOCK_ITEM, 9, "• one two", "• one two|\n");
	draws(BLOCK_ITEM, 8, "• one two", "• one|\n  two|\n");
}

Test(lines, are_set_in_by_the_block_but_keep_half_the_measure)
{
	struct book b = { 0 };
	char *got;

	book_say(&b, BLOCK_QUOTE, "one two")->indent = 4;
	got = drawn(&b, 8);
	cr_assert(eq(str, got, (char *)"    one|\n    two|\n"));
	free(got);
	b.outline.blocks.at[0].indent = 60;
	got = drawn(&b, 10);
	cr_assert(eq(str, got, (char *)"     one|\n     two|\n"));
	free(got);
	book_clear(&b);
}

Test(lines, have_a_blank_one_between_blocks_unless_one_goes_on)
{
	struct book b = { 0 };
	char *got;

	book_say(&b, BLOCK_HEADING, "Head");
	book_say(&b, BLOCK_PARAGRAPH, "one");
	book_say(&b, BLOCK_PARAGRAPH, "two")->continues = true;
	got = drawn(&b, 10);
	cr_assert(eq(str, got, (char *)"Head|\n|\none|\ntwo|\n"));
	free(got);
	book_clear(&b);
}

Test(lines, have_a_blank_one_behind_what_parts_a_paragraph)
{
	struct book b = { 0 };
	char *got;

	book_say(&b, BLOCK_PARAGRAPH, "one");
	book_say(&b, BLOCK_FURNITURE, "- 7 -");
	book_say(&b, BLOCK_PARAGRAPH, "two")->continues = true;
	got = drawn(&b, 10);
	cr_assert(eq(str, got, (char *)"one|\n|\n- 7 -|\n|\ntwo|\n"));
	free(got);
	book_clear(&b);
}

Test(glyphs, never_hold_what_a_terminal_obeys)
{
	draws(BLOCK_PARAGRAPH, 40, "a\x1b[31mb\x7f \xC2\x9B" "c",
	      "a\uFFFD[31mb\uFFFD \uFFFDc|\n");
	draws(BLOCK_PARAGRAPH, 40, "a\xE2\x80\xAE" "b\xE2\x81\xA6\xEF\xBB\xBF" "c",
	      "abc|\n");
}

Test(glyphs, give_a_lone_mark_a_base)
{
	draws(BLOCK_PARAGRAPH, 40, "\xCC\x81" "a", "\u25CC\xCC\x81" "a|\n");
}

Test(glyphs, show_the_first_emoji_of_a_joined_sequence)
{
	draws(BLOCK_PARAGRAPH, 40, "👩‍👩‍👧x", "👩x|\n");
	draws(BLOCK_PARAGRAPH, 40, "👍🏽x", "👍x|\n");
	draws(BLOCK_PARAGRAPH, 3, "🇩🇪🇫🇷", "🇩🇪|\n🇫🇷|\n");
}

Test(glyphs, hold_no_more_marks_than_have_room)
{
	draws(BLOCK_PARAGRAPH, 9, "z\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84!",
	      "z\xCC\x80\xCC\x81!|\n");
}

/* Sets 'a', C, 'b' in a line and compares its width with its glyphs'. */
static void
agrees_on(ucs c)
{
	struct book b = { 0 };
	struct buf bytes = { 0 };
	struct glyph_list glyphs = { 0 };
	struct layout *l;
	struct line line;
	unsigned width = 0;
	size_t i;

	buf_char(&bytes, 'a');
	buf_ucs(&bytes, c);
	buf_str(&bytes, "bcd");
	book_add(&b, BLOCK_PRE, bytes.at, bytes.n);
	l = layout_new(&b.text, &b.outline, 80, 24);
	cr_assert(lines_at(l, 0, &line));
	lines_glyphs(l, &line, &glyphs);
	for (i = 0; i < glyphs.n; i++)
		width += glyphs.at[i].width;
	cr_assert(line.width == width, "U+%04X: %u, not %u", (unsigned)c,
	          line.width, width);
	layout_free(l);
	free(glyphs.at);
	buf_clear(&bytes);
	book_clear(&b);
}

Test(glyphs, are_together_as_wide_as_the_line_whatever_the_character)
{
	ucs c;

	for (c = 0; c < 0xD800; c++)
		agrees_on(c);
	for (c = 0xF900; c < 0x10000; c++)
		agrees_on(c);
	for (c = 0x1F000; c < 0x1FB00; c++)
		agrees_on(c);
	for (c = 0xE0000; c < 0xE0200; c++)
		agrees_on(c);
}

Test(glyphs, have_the_width_of_their_character_by_the_quick_way_too)
{
	char s[UCS_MAX_BYTES];
	unsigned width;
	ucs c;

	for (c = '!'; c < 0x10000; c++) {
		size_t n = ucs_encode(c, s);

		if ((c < 0xD800 || c > 0xDFFF) && skip_common(s, n, &width))
			cr_expect(width == ucs_width(c), "U+%04X", (unsigned)c);
	}
}
