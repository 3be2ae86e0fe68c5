/* What is found in texts of many kinds, and in texts of no kind. */
#include "found.h"
#include "text/structure/number.h"
#include "text/structure/words.h"

Test(structure, finds_chapters_and_their_names)
{
	expect_sections("A Book of Days\n\nby John Smith\n\n\n\n"
	                "CHAPTER I.\n\nThe Beginning\n\n" PROSE PROSE
	                "\n\nCHAPTER II.\n\nThe Middle\n\n" PROSE PROSE
	                "\n\nCHAPTER III.\n\nThe End of It\n\n" PROSE,
	                "1 CHAPTER I. The Beginning\n"
	                "1 CHAPTER II. The Middle\n"
	                "1 CHAPTER III. The End of It\n");
}

Test(structure, knows_chapters_of_other_languages)
{
	expect_sections("Erstes Kapitel\n\n" PROSE "Zweites Kapitel\n\n" PROSE,
	                "1 Erstes Kapitel\n1 Zweites Kapitel\n");
	expect_sections("Глава первая\n\n" PROSE "Глава вторая\n\n" PROSE,
	                "1 Глава первая\n1 Глава вторая\n");
	expect_sections("第一章 开始\n\n" PROSE "第二章 结束\n\n" PROSE,
	                "1 第一章 开始\n1 第二章 结束\n");
}

Test(structure, puts_what_numbers_again_below_what_holds_it)
{
	expect_sections("ACT I\n\nSCENE I\n\n" PROSE "SCENE II\n\n" PROSE
	                "ACT II\n\nSCENE I\n\n" PROSE "SCENE II\n\n" PROSE,
	                "1 ACT I\n2 SCENE I\n2 SCENE II\n"
	                "1 ACT II\n2 SCENE I\n2 SCENE II\n");
}

Test(structure, takes_speakers_for_no_headings)
{
	struct buf b = {0};

	for (int i = 0; i < 20; i++)
		buf_printf(&b, "%s\n\nSome words that are spoken,\n"
		               "and some more of them.\n\n\n",
		           i % 2 ? "FIRST LORD" : "THE KING");
	expect_sections(buf_text(&b), "");
	buf_clear(&b);
}

Test(structure, finds_nothing_in_prose_and_dialogue)
{
	expect_sections(PROSE PROSE PROSE, "");
	expect_sections("“Yes,” he said.\n\n“No?”\n\n“No.”\n\n" PROSE, "");
	expect_sections("A. – No.\n\nB. – Why?\n\nA. – So.\n\n" PROSE, "");
}

Test(structure, takes_only_markup_in_markdown)
{
	expect_sections("# Title\n\n## One\n\n" PROSE "A Short Line\n\n" PROSE
	                "### Inner {#inner}\n\n" PROSE "```\n# no\n```\n\n"
	                "Two\n---\n\n" PROSE,
	                "1 One\n2 Inner\n1 Two\n");
}

Test(structure, takes_a_shell_s_prompts_for_no_markup)
{
	expect_sections(PROSE "# apt update\n\n" PROSE "# apt upgrade\n\n"
	                PROSE, "");
}

Test(structure, takes_a_list_of_stars_for_no_notes)
{
	const char *s = PROSE "One word* more.\n\n* a\n* b\n* c\n";
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_expect(eq(sz, o->notes.n, 0));
	outline_free(o);
	text_free(t);
}

Test(structure, finds_chapters_in_a_text_without_blank_lines)
{
	struct buf b = {0};

	for (int i = 0; i < 4; i++) {
		buf_str(&b, i == 0 ? "I\n" : i == 1 ? "II\n"
		            : i == 2 ? "III\n" : "IV\n");
		for (int k = 0; k < 60; k++)
			buf_str(&b, "A line that fills the measure of the "
			            "text from its left to its right.\n");
	}
	expect_sections(buf_text(&b), "1 I\n1 II\n1 III\n1 IV\n");
	buf_clear(&b);
}

Test(structure, obeys_the_reader)
{
	const char *s = PROSE "A Plain Line\n\n" PROSE "these words\n\n" PROSE;
	const struct override wants[] = {
		{(text_pos)(strstr(s, "A Plain") - s), 0},
		{(text_pos)(strstr(s, "these") - s), 2},
	};
	char *found = sections_of(s, wants, 2);

	cr_expect(eq(str, found, (char *)"2 these words\n"));
	free(found);
	expect_sections(s, "1 A Plain Line\n");
}

Test(structure, ties_notes_to_the_marks_of_their_chapter)
{
	const char *s = "CHAPTER I\n\nWords[1] of one.\n\n" PROSE
	                "[1] The first.\n\nCHAPTER II\n\nWords[1] of two, "
	                "again[2].\n\n" PROSE "[1] The second.\n\n"
	                "[2] The third.\n\n";
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->notes.n, 3));
	cr_assert(eq(sz, o->refs.n, 3));
	for (size_t i = 0; i < 3; i++)
		cr_expect(eq(sz, o->refs.at[i].note, i));
	outline_free(o);
	text_free(t);
}

Test(structure, keeps_the_line_ends_of_verse)
{
	const char *s = PROSE PROSE "These lines are short,\nAnd so are these,\n"
	                "They end before\nThey have to.\n\n" PROSE;
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 4));
	cr_expect(eq(int, o->blocks.at[1].kind, BLOCK_PARAGRAPH));
	cr_expect(eq(int, o->blocks.at[2].kind, BLOCK_VERSE));
	outline_free(o);
	text_free(t);
}

Test(structure, sets_a_short_line_as_those_above_in_its_column)
{
	const char *s = PROSE PROSE
	                "  Plato: Republic, above all Books VI and VII.\n\n"
	                "  Spinoza: Ethics.\n\n"
	                "  Leibniz: The Monadology, in any edition.\n\n" PROSE
	                "  A. Bee.\n\n" PROSE;
	static const int kinds[] = {BLOCK_QUOTE, BLOCK_QUOTE, BLOCK_QUOTE,
	                            BLOCK_PARAGRAPH, BLOCK_PARAGRAPH};
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 8));
	for (size_t i = 0; i < 5; i++)
		cr_expect(eq(int, o->blocks.at[2 + i].kind, kinds[i]));
	outline_free(o);
	text_free(t);
}

Test(structure, keeps_tables_with_rules_and_drawings_whole)
{
	static const char *const of[] = {
		"Name            Age       Place\n"
		"------------------------------\n"
		"Bob              3        Paris\n"
		"Alice           44        Rome\n\n",
		"+------+------+\n| a    | b    |\n+------+------+\n\n",
		"    +--------+      +--------+\n"
		"    | Client |----->| Server |\n"
		"    +--------+      +--------+\n\n",
		"\xE2\x95\x94\xE2\x95\x90\xE2\x95\x90\xE2\x95\x97\n"
		"\xE2\x95\x91 a\xE2\x95\x91\n"
		"\xE2\x95\x9A\xE2\x95\x90\xE2\x95\x90\xE2\x95\x9D\n\n",
	};

	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		char *s = mem_new(4096);
		struct text *t;
		struct outline *o;

		strcat(strcat(strcat(s, PROSE PROSE), of[i]), PROSE);
		t = text_of(s, strlen(s));
		o = outline_find(t, NULL, 0);
		cr_expect(eq(sz, o->blocks.n, 4), "table %zu", i);
		cr_expect(eq(int, o->blocks.at[2].kind, BLOCK_PRE));
		outline_free(o);
		text_free(t);
		free(s);
	}
	expect_sections(PROSE "1.   One\n========\n" PROSE
	                "2.   Two\n========\n" PROSE, "1 1. One\n1 2. Two\n");
}

Test(structure, takes_words_between_two_rules_for_no_table)
{
	const char *s = PROSE PROSE "Some words.\n-----\nMore words   of it.\n"
	                "Again.\n\n" PROSE;
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 6));
	cr_expect(eq(int, o->blocks.at[3].kind, BLOCK_RULE));
	outline_free(o);
	text_free(t);
}

#define LONG \
	"A paragraph of a text that nobody broke stands on one line, however " \
	"long it is, and the next one stands on the next, behind a blank. "   \
	"This one is as long as any, and goes on to the end of its line.\n\n"

Test(structure, takes_wide_lines_that_are_sentences_for_no_verse)
{
	const char *s = LONG LONG LONG
	                "This was marked up by A. Bee for the Encyclopaedia of "
	                "Old Texts.\nIt is in the public domain, under a "
	                "licence that is named below.\n\n" LONG
	                "From thence our kind hard-hearted is, enduring pain "
	                "and care,\nApproving that our bodies of a stony "
	                "nature are.\n\n" LONG;
	static const int kinds[] = {BLOCK_PARAGRAPH, BLOCK_PARAGRAPH,
	                            BLOCK_PARAGRAPH, BLOCK_VERSE};
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 8));
	for (size_t i = 0; i < 4; i++)
		cr_expect(eq(int, o->blocks.at[3 + i].kind, kinds[i]));
	outline_free(o);
	text_free(t);
}

static void
expect_blocks(const char *s, const char *expected)
{
	static const char kinds[] = "PThFDVCQINfR";
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);
	struct buf out = {0};

	for (size_t i = 0; i < o->blocks.n; i++) {
		const struct block *b = &o->blocks.at[i];

		buf_printf(&out, "%s%c%u", b->tight ? "" : " ", kinds[b->kind],
		           (unsigned)b->indent);
	}
	cr_expect(eq(str, (char *)buf_text(&out), (char *)expected));
	buf_clear(&out);
	outline_free(o);
	text_free(t);
}

#define DEFINED                                                          \
	"       Of what stands here it is said what it is, by and by,\n" \
	"       and at such a length that it takes more lines than one\n" \
	"       of them, and ends.\n\n"

Test(structure, sets_definitions_below_their_terms)
{
	expect_blocks(PROSE PROSE "-f FILE, --file=FILE\n" DEFINED
	              "--term\n" DEFINED DEFINED PROSE,
	              " P0 P0 P0Q7 P0Q7 Q7 P0");
	/* a letter's first paragraph is set in by itself */
	expect_blocks(PROSE PROSE "Dear Sir,\n    I have your letter of the "
	              "month before the last, which I read\nwith the very "
	              "greatest of pleasures, and to which I have no answer\n"
	              "but this one, by which you may see that I have had it "
	              "here.\n\n" PROSE,
	              " P0 P0 P0 P0 P0");
}

Test(structure, takes_justified_lines_for_no_table)
{
	expect_blocks(PROSE PROSE
	              "Obtain    patterns    from    a    file,    one    by    one.    If\n"
	              "this   is   used   many   times   or   is   combined   with   other\n"
	              "options,   search   for   all   of   these   patterns.  It  is  all\n"
	              "And so on.\n\n" PROSE, " P0 P0 P0 P0");
}

#define FIELDS                                                             \
	"Written: 20 July 1933.\nSource: The Militant, 14 October 1933.\n"  \
	"Public Domain: You may freely copy, distribute and display this\n"  \
	"work; as well as make derivative and commercial works, so far as\n" \
	"you name us.\nTranscribed: By Somebody for the Archive of Everybody " \
	"of Old\nProofread: A. Bee.\n\n"

Test(structure, joins_the_lines_of_front_matter_that_the_measure_broke)
{
	const char *s = "A Short History\n\n" FIELDS PROSE PROSE PROSE;
	static const int kinds[] = {BLOCK_TITLE, BLOCK_FRONT, BLOCK_FIELD,
	                            BLOCK_FRONT, BLOCK_PARAGRAPH};
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 7));
	for (size_t i = 0; i < 5; i++) {
		cr_expect(eq(int, o->blocks.at[i].kind, kinds[i]));
		cr_expect(eq(int, o->blocks.at[i].tight, i == 2 || i == 3));
	}
	cr_expect(eq(sz, o->blocks.at[2].start,
	             (size_t)(strstr(s, "Public") - s)));
	cr_expect(eq(sz, o->blocks.at[3].start,
	             (size_t)(strstr(s, "Transcribed") - s)));
	outline_free(o);
	text_free(t);
}

Test(structure, keeps_the_line_ends_of_front_matter_in_columns)
{
	const char *s = "A Short History\n\n"
	                "Written:      In July, and then in August, of 1933.\n"
	                "Source:       The Militant, a paper that was printed in\n"
	                "              New York, of the 14th of October 1933.\n"
	                "\n" PROSE PROSE PROSE;
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->blocks.n, 5));
	cr_expect(eq(int, o->blocks.at[1].kind, BLOCK_FRONT));
	outline_free(o);
	text_free(t);
}

Test(structure, leaves_no_gap_in_a_table_of_contents_that_has_none)
{
	const char *s = "A Short History\n\n" PROSE
	                "1.   The First Period\n2.   The Second Period\n"
	                "    i.   May, 1910\n    ii.   1911\n    iii.   1912\n"
	                "3.   The Third Period\n    i.   1915\n"
	                "    ii.   1916\n\n" PROSE PROSE
	                "The First Period\n\n" PROSE PROSE
	                "The Second Period\n\n" PROSE PROSE
	                "1911\n\n" PROSE "1912\n\n" PROSE
	                "The Third Period\n\n" PROSE PROSE
	                "1915\n\n" PROSE PROSE "1916\n\n" PROSE;
	const char *from = strstr(s, "1."), *to = strstr(s, "1916");
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);
	size_t n = 0;

	for (size_t i = 0; i < o->blocks.n; i++) {
		const struct block *b = &o->blocks.at[i];

		if (b->start < (size_t)(from - s) ||
		    b->start > (size_t)(to - s))
			continue;
		cr_expect(eq(int, b->kind, BLOCK_PRE));
		cr_expect(eq(int, b->tight, n++ > 0));
	}
	cr_expect(lt(sz, 0, n));
	outline_free(o);
	text_free(t);
}

static void
expect_order(const struct text *t)
{
	struct outline *o = outline_find(t, NULL, 0);
	text_pos p = 0;

	for (size_t i = 0; i <= o->blocks.n; i++) {
		text_pos next = i < o->blocks.n ? o->blocks.at[i].start : t->n;

		cr_assert(le(sz, p, next));
		while (p < next) {
			ucs c;

			p += ucs_decode(t->at + p, next - p, &c);
			cr_assert(ucs_is_space(c));
		}
		p = i < o->blocks.n ? o->blocks.at[i].end : p;
	}
	for (size_t i = 1; i < o->sections.n; i++)
		cr_assert(lt(sz, o->sections.at[i - 1].at,
		             o->sections.at[i].at));
	for (size_t i = 1; i < o->notes.n; i++)
		cr_assert(lt(sz, o->notes.at[i - 1].at, o->notes.at[i].at));
	for (size_t i = 0; i < o->refs.n; i++) {
		cr_assert(lt(sz, o->refs.at[i].note, o->notes.n));
		cr_assert(i == 0 || o->refs.at[i - 1].end <=
		                            o->refs.at[i].at);
	}
	outline_free(o);
}

Test(structure, any_text_is_parted_into_blocks_in_order)
{
	static const char *const parts[] = {
		"\n", "\n\n", "\n\n\n\n", "\f", "\r\n", " ", "\t", "[1]", "*",
		"1. ", "IV", "Chapter 2", "Contents", "Notes", "===", "---",
		"# ", "```", "[Footnote 1: ", "]", "word ", "WORDS ", "\xff",
		"第三回", "Title: x\n", "*** START OF THE PROJECT GUTENBERG ",
		"a long line that goes on to the end of the measure, ", "(1)",
		"http://x\n", "References", "\xc2\xa0", "> ", "^1", "{1}",
		"\xef\xbb\xbf", "\xe2\x80\x9d", "a. ", "[^n]", "[^n]: "};
	unsigned seed = 7;

	for (int round = 0; round < 3000; round++) {
		struct buf b = {0};
		struct text *t;

		buf_str(&b, "");
		for (unsigned i = 0; i < (unsigned)round % 90; i++) {
			seed = seed * 1103515245u + 12345u;
			buf_str(&b, parts[(seed >> 16) %
			                  (sizeof parts / sizeof *parts)]);
		}
		t = text_of(b.at, b.n);
		expect_order(t);
		text_free(t);
		buf_clear(&b);
	}
}

Test(structure, reads_numbers_as_they_are_written)
{
	cr_expect(eq(u32, number_read("XIV. On", 7).value, 14));
	cr_expect(eq(u32, number_read("3.1.2 On", 8).depth, 3));
	cr_expect(eq(int, number_read("I went", 6).kind, NUMBER_NONE));
	cr_expect(eq(int, number_read("A man", 5).kind, NUMBER_NONE));
	cr_expect(eq(u32, number_read("A.1.2 On", 8).depth, 3));
	cr_expect(eq(int, number_read("CI-DEVANT AGE", 13).kind, NUMBER_NONE));
	cr_expect(eq(u32, number_read("II-- Words", 10).value, 2));
	cr_expect(eq(u32, number_roman("IIX", 3), 0));
	cr_expect(eq(u32, number_roman("MCMXCIX", 7), 1999));
}

Test(structure, knows_the_first_and_the_last_of_its_words)
{
	static const char *const words[] = {
		"a", "chapter", "kapitel", "zwolftes", "глава", "章", "里"};

	for (size_t i = 0; i + 1 < sizeof words / sizeof *words; i++)
		cr_expect(ne(int, word_known(words[i]).is, WORD_OTHER),
		          "%s", words[i]);
	cr_expect(eq(int, word_known("里").is, WORD_OTHER));
}

#define CHAPTER(n, box, other)                                            \
	n ". On Matters of All Kinds\n\n" PROSE n ".1. Of One\n\n" PROSE      \
	box "\n\n" PROSE n ".2. Of Another\n\n" PROSE other "\n\n" PROSE

Test(structure, makes_no_sections_of_boxes_in_a_numbered_text)
{
	static const char *const numbered =
		"1 1. On Matters of All Kinds\n2 1.1. Of One\n"
		"2 1.2. Of Another\n1 2. On Matters of All Kinds\n"
		"2 2.1. Of One\n2 2.2. Of Another\n";

	expect_sections("It is a culture of its own, with tools; a tool, and "
	                "the basics.\n\n"
	                CHAPTER("1", "CULTURE Old Things", "TOOL A Hammer")
	                CHAPTER("2", "BACK TO BASICS Nails", "TOOL IPsec"),
	                numbered);
	/* an abbreviation is no kind of box */
	expect_sections("It is a matter of taste.\n\n"
	                CHAPTER("1", "HTTP Headers", "HTTP Bodies")
	                CHAPTER("2", "JSON Names", "JSON Values"),
	                "1 1. On Matters of All Kinds\n2 1.1. Of One\n"
	                "3 HTTP Headers\n2 1.2. Of Another\n3 HTTP Bodies\n"
	                "1 2. On Matters of All Kinds\n2 2.1. Of One\n"
	                "3 JSON Names\n2 2.2. Of Another\n3 JSON Values\n");
}
