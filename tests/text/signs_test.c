/* Markup, divided words and the look of words, as signs in the blocks. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/outline.h"

/* What changes between two looks, as "/" emphasis, "!" strong, "`" code, "~"
 * link, "%" faint. */
static void
add_change(struct buf *out, unsigned from, unsigned to)
{
	static const char marks[] = "/!`~%";
	unsigned i;

	for (i = 0; i < 5; i++)
		if ((from ^ to) >> i & 1)
			buf_char(out, marks[i]);
}

/* The blocks of T, each on a line behind its kind's letter; signs left out. */
static char *
drawn(const struct text *t, const struct outline *o)
{
	static const char kinds[] = "PThFDVCQINfR";
	struct buf out = {0};
	size_t i, s = 0;
	unsigned look = 0;

	for (i = 0; i < o->blocks.n; i++) {
		const struct block *b = &o->blocks.at[i];
		text_pos p = b->start;

		buf_printf(&out, "%c:", kinds[b->kind]);
		cr_expect(look == 0, "no look goes on behind a block");
		while (p < b->end) {
			const struct sign *sign = &o->signs.at[s];

			if (s < o->signs.n && sign->at == p) {
				add_change(&out, look, sign->look);
				look = sign->look;
				p += sign->n;
				s++;
				continue;
			}
			buf_char(&out, t->at[p] == '\n' ? '|' : t->at[p]);
			p++;
		}
		if (s < o->signs.n && o->signs.at[s].at == b->end) {
			add_change(&out, look, o->signs.at[s].look);
			look = o->signs.at[s++].look;
		}
		buf_char(&out, '\n');
	}
	cr_expect(s == o->signs.n, "every sign is in a block");
	buf_str(&out, "");
	return buf_take(&out);
}

static void
expect(const char *s, const char *expected)
{
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);
	char *got = drawn(t, o);

	cr_expect(eq(str, got, (char *)expected));
	free(got);
	outline_free(o);
	text_free(t);
}

Test(emphasis, is_what_stands_in_signs_at_the_edges_of_words)
{
	expect("It was _very good_ and *bold*, said (_he_).\n",
	       "P:It was /very good/ and !bold!, said (/he/).\n");
	expect("“_So?_”—_no_, **never**.\n",
	       "P:“/So?/”—/no/, !never!.\n");
}

Test(emphasis, goes_over_line_ends_of_a_paragraph_but_not_out_of_it)
{
	expect("One _two\nthree_ four.\n", "P:One /two|three/ four.\n");
	expect("_a b_, _c_ and _one two\n\nthree_ four.\n",
	       "P:/a b/, /c/ and _one two\nP:three_ four.\n");
}

Test(emphasis, is_never_in_names_sums_and_rows_of_stars)
{
	expect("A snake_case_name and __init__ and 2 * 3 * 4 and 2*3*4.\n",
	       "P:A snake_case_name and __init__ and 2 * 3 * 4 and 2*3*4.\n");
	expect("All of *.c and *.h, then a/*b*/c, or x_.\n",
	       "P:All of *.c and *.h, then a/*b*/c, or x_.\n");
	expect("One is all of it.\n\n* * *\n\nThe other one is too.\n",
	       "P:One is all of it.\nR:* * *\nP:The other one is too.\n");
}

Test(emphasis, leaves_the_marks_of_notes_alone)
{
	expect("Here is a word* with a note, and there is one more\n"
	       "of which nothing is to be said that is *new*.\n\n"
	       "* The note of it.\n",
	       "P:Here is a word* with a note, and there is one more|"
	       "of which nothing is to be said that is !new!.\n"
	       "N:* The note of it.\n");
}

Test(emphasis, is_not_believed_where_most_signs_stand_alone)
{
	expect("Take _a and _b and _c and _d, but _never_ take e_.\n",
	       "P:Take _a and _b and _c and _d, but _never_ take e_.\n");
}

Test(emphasis, is_nested_and_ends_where_the_last_of_it_ends)
{
	expect("_He said *so* there_.\n", "P:/He said !so! there/.\n");
	expect("# A\n\n*one _two_ three*\n\n# B\n\nText.\n",
	       "T:A\nP:/one two three/\nh:B\nP:Text.\n");
}

#define PROSE                                                             \
	"This text was broken by hand where its measure ends, and so its\n" \
	"lines are of nearly one length, all of them but for the last.\n\n"

Test(hyphens, stay_or_go_by_what_the_text_has_elsewhere)
{
	expect(PROSE "It is a truth that is well-known to all who ever "
	       "have wel-\ncomed a stranger, and a well-\nknown one; we welcomed him.\n",
	       "P:This text was broken by hand where its measure ends, and "
	       "so its|lines are of nearly one length, all of them but for "
	       "the last.\n"
	       "P:It is a truth that is well-known to all who ever have wel|"
	       "comed a stranger, and a well-|known one; we welcomed him.\n");
}

Test(hyphens, stay_between_two_words_of_the_text)
{
	expect("Of light he said that it was not blue, and so of the light-\n"
	       "blue cloth there was none left for him.\n",
	       "P:Of light he said that it was not blue, and so of the light-|"
	       "blue cloth there was none left for him.\n");
}

Test(hyphens, go_before_what_only_ends_words)
{
	expect("That all of this should have been so is, they say, impos-\n"
	       "sible, and that is all there is to say of the gen-\n"
	       "tly sloping lawn and a nation with strange insti-\n"
	       "tutions of its own.\n",
	       "P:That all of this should have been so is, they say, impos|"
	       "sible, and that is all there is to say of the gen-|"
	       "tly sloping lawn and a nation with strange insti-|"
	       "tutions of its own.\n");
}

Test(hyphens, go_in_a_short_text_that_divides_its_words)
{
	expect("That all of this should have been so is, they say, impos-\n"
	       "sible, and that is all there is to say of the distant thun-\n"
	       "dering and of a nation which has had its strange institu-\n"
	       "tions and laws for as long as there was a govern-\n"
	       "ment in it, or for some time before it, and of the moun-\n"
	       "tains.\n",
	       "P:That all of this should have been so is, they say, impos|"
	       "sible, and that is all there is to say of the distant thun|"
	       "dering and of a nation which has had its strange institu|"
	       "tions and laws for as long as there was a govern|"
	       "ment in it, or for some time before it, and of the moun|tains.\n");
	expect("The rain fell on the rain-\ndropped grass; it was impos-\n"
	       "sible to say which institu-\ntions or which govern-\n"
	       "ment had caused all of it to fall.\n",
	       "P:The rain fell on the rain-|dropped grass; it was impos|"
	       "sible to say which institu|tions or which govern|"
	       "ment had caused all of it to fall.\n");
}

Test(hyphens, stay_where_a_capital_or_a_third_part_follows)
{
	expect("We went there with the whole of the family of the Smith-\n"
	       "Joneses and with the mother-in-\nlaw of one of them.\n",
	       "P:We went there with the whole of the family of the Smith-|"
	       "Joneses and with the mother-in-|law of one of them.\n");
}

Test(markdown, hides_the_signs_of_headings_and_underlines)
{
	expect("Title\n=====\n\nText that goes on for a while, and then\n"
	       "it ends here.\n\n## One `x` ##\n\nText.\n\n"
	       "Two\n---\n\nText of it.\n",
	       "T:Title\nP:Text that goes on for a while, and then|"
	       "it ends here.\n"
	       "h:One `x`\nP:Text.\nh:Two\n"
	       "P:Text of it.\n");
}

Test(markdown, leaves_a_rule_below_a_heading_of_a_plain_text)
{
	expect("One\n---\n\nText of it goes on here.\n\nTwo\n---\n\n"
	       "Text of it.\n\nThree\n-----\n\nText of it.\n",
	       "h:One\nR:---\nP:Text of it goes on here.\nh:Two\nR:---\n"
	       "P:Text of it.\nh:Three\nR:-----\nP:Text of it.\n");
}

Test(markdown, shows_the_words_of_links_and_leaves_their_addresses_out)
{
	expect("# A\n\n[the *site*](http://x.org/a_b_(c) \"T\") <http://y_z_> "
	       "[b][1] [c]\n![im](a.png) \\*x\\* <b>y</b><!-- z -->\n\n"
	       "[1]: http://z.org\n\n# B\n\nText.\n",
	       "T:A\nP:~the /site/~ ~http://y_z_~ ~b~ [c]|[im] *x* y\n"
	       "f:[1]: http://z.org\nh:B\nP:Text.\n");
}

Test(markdown, knows_a_link_by_a_name_alone_where_that_has_an_address)
{
	expect("# A\n\nUse [Cargo] and [not this] and [Two\n words], or "
	       "![pic].\n\n# B\n\nText.\n\n[cargo]: http://z.org\n"
	       "[two  words]: a.html\n[pic]: a.png\n[so]: it is.\n",
	       "h:A\nP:Use ~Cargo~ and [not this] and ~Two| words~, or "
	       "[pic].\nh:B\nP:Text.\n"
	       "f:[cargo]: http://z.org|[two  words]: a.html|"
	       "[pic]: a.png\nP:[so]: it is.\n");
}

Test(markdown, takes_code_as_it_stands)
{
	expect("# A\n\nThe `*x*` and ``a`b`` and `lone.\n\n"
	       "```c\nint *x, *y;\n\n  _a_;\n```\n\n    in_dented\n\n"
	       "# B\n\nText.\n",
	       "h:A\nP:The `*x*` and `a`b` and `lone.\n"
	       "C:int *x, *y;||  _a_;\nC:in_dented\nh:B\nP:Text.\n");
}

Test(markdown, knows_quotations_and_their_paragraphs)
{
	expect("# A\n\n> one\n> two _three_\n>\n> four\n\n# B\n\nText.\n",
	       "h:A\nQ:one|two /three/\nQ:four\nh:B\nP:Text.\n");
}

Test(markdown, takes_a_table_of_contents_for_the_list_that_it_is)
{
	struct text *t;
	struct outline *o;
	size_t i, items = 0;
	const char *s = "# A\n\n" PROSE "## Contents\n\n* [One](#one)\n"
	                "  * [Two](#two)\n* [Three](#three)\n\n## One\n\n"
	                PROSE "## Two\n\n" PROSE "## Three\n\n" PROSE;

	t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	o = outline_find(t, NULL, 0);
	for (i = 0; i < o->blocks.n; i++)
		items += o->blocks.at[i].kind == BLOCK_ITEM;
	cr_expect(eq(sz, items, 3));
	outline_free(o);
	text_free(t);
}

Test(markdown, flows_and_breaks_where_two_blanks_say_so)
{
	expect("# A\n\nshort\nlines\nflow\n\nbut this  \nends\n\n"
	       "# B\n\nText.\n",
	       "h:A\nP:short|lines|flow\nP:but this\nP:ends\nh:B\n"
	       "P:Text.\n");
}

/* The labels of the printed pages of S, with the three bytes where each
 * begins. */
static void
expect_pages(const char *s, const char *expected)
{
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);
	struct buf out = {0};
	size_t i;

	for (i = 0; i < o->printed.n; i++)
		buf_printf(&out, "%s=%.3s ", o->printed.at[i].label,
		           t->at + o->printed.at[i].from);
	buf_str(&out, "");
	cr_expect(eq(str, (char *)buf_text(&out), (char *)expected));
	buf_clear(&out);
	outline_free(o);
	text_free(t);
}

Test(printed, pages_are_what_the_text_calls_so_and_faint)
{
	expect_pages("One [p. xii] two [p. 1]three [Pg 2] four [p. 4].\n",
	             "xii=[p. 1=[p. 2=[Pg 4=[p. ");
	expect("One [p. 3] two [p. 4] three.\n",
	       "P:One %[p. 3]% two %[p. 4]% three.\n");
}

Test(printed, pages_at_the_end_of_a_block_leave_the_next_as_it_is)
{
	expect("one is here [p. 3]\n\nit goes on [p. 4]\n\nand it ends.\n",
	       "P:one is here %[p. 3]%\nP:it goes on %[p. 4]%\n"
	       "P:and it ends.\n");
}

Test(printed, pages_that_part_a_sentence_part_no_paragraph)
{
	const char *s =
		"This paragraph goes on over several lines, up to the edge\n"
		"of the page, where the printer has put a number below the\n"
		"words of the\n\n-- 12 --\n\n"
		"IETF's secretary, and then there is one more line of them\n"
		"and another one, at the end of which no full stop follows\n"
		"\n-- 13 --\n\n"
		"   Set in, another paragraph begins here, and that is all.\n";
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 5));
	cr_expect(o->blocks.at[2].continues);
	cr_expect(not(o->blocks.at[4].continues));
	outline_free(o);
	text_free(t);
}

Test(printed, pages_on_lines_of_their_own_part_no_paragraph)
{
	const char *s = "This paragraph goes on over the edge of a\n\n-- 12 "
	                "--\n\nprinted page and then there is another one\n\n"
	                "-- 13 --\n\nof them, and then it ends.\n";
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);

	expect_pages(s, "12=--  13=--  ");
	cr_assert(eq(sz, o->blocks.n, 5));
	cr_expect(eq(int, o->blocks.at[1].kind, BLOCK_FURNITURE));
	cr_expect(o->blocks.at[2].continues);
	outline_free(o);
	text_free(t);
	expect_pages("One is here.\n\np. 7\n\nTwo.\n\np. 8\n\nThree.\n",
	             "7=p.  8=p.  ");
}

Test(printed, pages_are_no_citations_years_and_notes)
{
	expect_pages("See [p. 300], but then [p. 12] and [p. 211], [p. 5].\n",
	             "");
	expect_pages("In [1917] and [1918] it was so, in [1919] too.\n", "");
	expect_pages("A [1] b [2] c [3] d [4] e [5] f [6] g.\n", "");
	expect_pages("A dash of - 12 - and p. 13 and\n\n- 14\n", "");
}

Test(printed, numbers_alone_in_brackets_have_to_count_on_page_by_page)
{
	struct buf bytes = {0};
	unsigned i, k;

	for (i = 7; i < 13; i++) {
		for (k = 0; k < 30; k++)
			buf_str(&bytes, "words of a page that is not short ");
		buf_printf(&bytes, "{%u} ", i);
	}
	expect_pages(buf_text(&bytes), "7={7} 8={8} 9={9} 10={10 11={11 "
	             "12={12 ");
	buf_clear(&bytes);
}

/* Pages of SENTENCES each, of words that go on over the edge or not. */
static char *
book_of_pages(unsigned pages, unsigned sentences, bool amid)
{
	struct buf bytes = {0};
	unsigned i, k;

	for (i = 1; i <= pages; i++) {
		for (k = 0; k < sentences; k++)
			buf_str(&bytes, "These are words of a page that is "
			        "not short, and\nthere are some more.\n");
		buf_str(&bytes, amid ? "Here the page\n\n" : "\n");
		buf_printf(&bytes, "%u\n\n%s", i, amid ? "ends. " : "");
	}
	buf_str(&bytes, "That is all.\n");
	return buf_take(&bytes);
}

Test(printed, numbers_alone_are_pages_where_they_part_sentences)
{
	char *s = book_of_pages(6, 12, true);

	expect_pages(s, "1=1\n\n 2=2\n\n 3=3\n\n 4=4\n\n 5=5\n\n 6=6\n\n ");
	free(s);
}

Test(printed, numbers_alone_are_chapters_where_few_part_nothing)
{
	char *s = book_of_pages(6, 12, false);

	expect_pages(s, "");
	free(s);
	s = book_of_pages(9, 12, false);
	expect_pages(s, "1=1\n\n 2=2\n\n 3=3\n\n 4=4\n\n 5=5\n\n 6=6\n\n "
	             "7=7\n\n 8=8\n\n 9=9\n\n ");
	free(s);
}

Test(printed, pages_that_end_with_their_number_begin_behind_the_one_before)
{
	static const char page[] =
		"The text of this page is not long, but it is\n"
		"one of several.\n\nSmith               RFC                "
		"[Page %u]\n\f\nRFC 9                 Words           May 1999"
		"\n\n";
	struct buf bytes = {0};
	unsigned i;

	for (i = 1; i < 6; i++)
		buf_printf(&bytes, page, i);
	expect_pages(buf_text(&bytes), "1=The 2=\n\f\n 3=\n\f\n 4=\n\f\n "
	             "5=\n\f\n ");
	buf_clear(&bytes);
}

Test(shown, leaves_out_signs_and_joins_words)
{
	const char *s = "It is _most_ impos-\n  sible, he says, to say that "
	                "of all and at all times.\n";
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);
	struct span all = {6, 31};
	char *bare = outline_shown(o, t, all, false);
	char *marked = outline_shown(o, t, all, true);

	cr_expect(eq(str, bare, (char *)"most impossible, he"));
	cr_expect(eq(str, marked, (char *)"_most_ impossible, he"));
	free(bare);
	free(marked);
	outline_free(o);
	text_free(t);
}

Test(signs, of_hostile_rows_take_no_more_than_a_moment)
{
	static const char *const rows[] = {
		"[", "](", "](a", "`", "``a", "<", "<!--", "<a ", "_a ", "*a",
		"a_ ", "\\", "![", "_*", "a-\n", "> ", "\n>", "```\n",
	};
	size_t i, k;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf bytes = {0};
		struct text *t;
		struct outline *o;

		buf_str(&bytes, "# A\n\n# B\n\n");
		for (k = 0; k < 200000; k++)
			buf_str(&bytes, rows[i]);
		k = bytes.n;
		t = text_new(buf_take(&bytes), k, TEXT_UTF8);
		o = outline_find(t, NULL, 0);
		for (k = 1; k < o->signs.n; k++)
			cr_assert(o->signs.at[k].at >= o->signs.at[k - 1].at +
			          o->signs.at[k - 1].n);
		outline_free(o);
		text_free(t);
	}
}
