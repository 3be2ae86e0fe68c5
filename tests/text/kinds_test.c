/* Texts of the kinds that archives, browsers and programs make. */
#include "found.h"

#define LONG                                                               \
	"A paragraph that a browser has copied stands on one line, however " \
	"long it is, so that nothing tells where a measure would end.\n\n"

Test(kinds, headings_stand_directly_below_one_another)
{
	expect_sections(PROSE "The Two Methods\n\nWages\n\n" PROSE
	                "Hours\n\n" PROSE "The Second Congress\n\nPrices\n\n"
	                PROSE "Land\n\n" PROSE,
	                "1 The Two Methods\n2 Wages\n2 Hours\n"
	                "1 The Second Congress\n2 Prices\n2 Land\n");
}

Test(kinds, two_lines_of_a_browser_s_copy_are_two_headings)
{
	expect_sections(LONG "The Two Methods\nWages\n\n" LONG
	                "The Second Congress\nPrices\n\n" LONG "Land\n\n" LONG,
	                "1 The Two Methods\n2 Wages\n"
	                "1 The Second Congress\n2 Prices\n2 Land\n");
}

Test(kinds, a_number_has_the_name_below_where_all_have_one)
{
	expect_sections(LONG "I\n\nMoney\n\n" LONG "II\n\nThe Old Mill\n\n"
	                LONG "III\n\n1917 and After\n\n" LONG,
	                "1 I Money\n1 II The Old Mill\n"
	                "1 III 1917 and After\n");
}

Test(kinds, a_number_has_no_name_where_others_have_none)
{
	expect_sections(LONG "I\n\nWages\n\n" LONG "Prices\n\n" LONG "II\n\n"
	                LONG "Land\n\n" LONG "III\n\nRent\n\n" LONG,
	                "1 I\n2 Wages\n2 Prices\n1 II\n2 Land\n"
	                "1 III\n2 Rent\n");
}

Test(kinds, the_first_poem_of_a_part_is_no_name_of_it)
{
#define POEM(name) name "\n\nThe wind is in the trees tonight,\n"           \
	"And far away a bell is rung,\nAnd no one knows of any light,\n\n"
	expect_sections("PART I\n\n" POEM("The Rain") POEM("The Sea")
	                POEM("Old Songs") "PART II\n\n" POEM("Autumn")
	                POEM("The Ford") POEM("A Farewell"),
	                "1 PART I\n2 The Rain\n2 The Sea\n2 Old Songs\n"
	                "1 PART II\n2 Autumn\n2 The Ford\n2 A Farewell\n");
#undef POEM
}

Test(kinds, a_roman_letter_counts_where_others_do)
{
	expect_sections(PROSE "I Arrive\n\n" PROSE "II The Inn\n\n" PROSE
	                "III I Leave\n\n" PROSE,
	                "1 I Arrive\n1 II The Inn\n1 III I Leave\n");
}

Test(kinds, a_numbered_name_may_be_a_unit_s_word)
{
	expect_sections("Poems\n\nI. THE INN\n\n" PROSE "II. NIGHT\n\n" PROSE
	                "III. ODE ON MONEY\n\n" PROSE "IV. HOME\n\n" PROSE,
	                "1 I. THE INN\n1 II. NIGHT\n1 III. ODE ON MONEY\n"
	                "1 IV. HOME\n");
}

Test(kinds, the_persons_of_a_play_are_no_table_of_contents)
{
	struct buf b = {0};

	buf_str(&b, "The Play\n\nCHARACTERS\n\nHAMIL.\nROSALDO.\nBELL.\n\n"
	            "ACT I\n\n");
	for (int i = 0; i < 9; i++)
		buf_printf(&b, "%s\n\nWhat is it that you say to me, my lord,"
		               "\nAnd why is it that you do?\n\n",
		           i % 3 == 0   ? "_Bell._"
		           : i % 3 == 1 ? "_Rosaldo._"
		                        : "_Hamil._");
	buf_str(&b, "ACT II\n\n" PROSE);
	expect_sections(buf_text(&b), "1 CHARACTERS\n1 ACT I\n1 ACT II\n");
	buf_clear(&b);
}

Test(kinds, an_appendix_holds_nothing_in_front_of_it)
{
	expect_sections("THE WORK\n\n1. Aims\n\n" PROSE "2. Means\n\n" PROSE
	                "Appendix A. Tables\n\n" PROSE
	                "Appendix B. Notes\n\n" PROSE,
	                "1 1. Aims\n1 2. Means\n1 Appendix A. Tables\n"
	                "1 Appendix B. Notes\n");
}

Test(kinds, a_caption_heads_nothing)
{
	expect_sections(PROSE "          Figure 1: The Machine\n\n" PROSE
	                "          Table 2. The Figures\n\n" PROSE, "");
}

Test(kinds, a_sentence_about_a_section_is_none)
{
	expect_sections("THE WORK\n\n1.  Aims\n\n" PROSE "Section 2 describes the rest of "
	                "it, and what is to be\nsaid of it at the end.\n\n"
	                "2.  The Rest\n\n" PROSE,
	                "1 1. Aims\n1 2. The Rest\n");
}

Test(kinds, the_head_of_a_table_is_not_underlined)
{
	expect_sections("THE WORK\n\n1.  Aims\n\n" PROSE "Name    Value    Sense\n"
	                "----------------------\na       1        none\n\n"
	                "2.  Means\n\n" PROSE "Name    Value    Sense\n"
	                "----------------------\nb       2        none\n\n"
	                "3.  Ends\n\n" PROSE "Name    Value    Sense\n"
	                "----------------------\nc       3        none\n\n",
	                "1 1. Aims\n1 2. Means\n1 3. Ends\n");
}

Test(kinds, what_a_speaker_says_is_no_heading)
{
	struct buf b = {0};

	for (int i = 0; i < 24; i++)
		buf_printf(&b, "%s%s.\n\n%s\n\n",
		           i == 0    ? "SCENE I\n\n"
		           : i == 12 ? "SCENE II\n\n"
		                     : "",
		           i % 2 ? "DUKE" : "ROSALIND",
		           i % 3 ? "What, is it come to this and to no "
		                   "other end,\nAnd so with us?"
		                 : "So spoke the wind upon the hill again");
	expect_sections(buf_text(&b), "1 SCENE I\n1 SCENE II\n");
	buf_clear(&b);
}

Test(kinds, notes_of_each_chapter_are_below_it)
{
	expect_sections("CHAPTER I\n\n" PROSE "Notes\n\n" PROSE
	                "CHAPTER II\n\n" PROSE "Notes\n\n" PROSE,
	                "1 CHAPTER I\n2 Notes\n1 CHAPTER II\n2 Notes\n");
}

Test(kinds, a_table_of_contents_ends_at_the_first_heading)
{
	expect_sections("The Title\n\n\nCONTENTS\n\n  CHAPTER I THE INN\n"
	                "  CHAPTER II THE ROAD\n  CHAPTER III HOME\n\n\n\n"
	                "PREFACE\n\n" PROSE "\n\nCHAPTER I\nTHE INN\n\n" PROSE
	                "\n\nCHAPTER II\nTHE ROAD\n\n" PROSE
	                "\n\nCHAPTER III\nHOME\n\n" PROSE,
	                "1 CONTENTS\n1 PREFACE\n1 CHAPTER I THE INN\n"
	                "1 CHAPTER II THE ROAD\n1 CHAPTER III HOME\n");
}

Test(kinds, the_highest_heading_of_markdown_is_the_title)
{
	const char *s = "[Home](a.htm) > [Authors](b.htm) > [Lind](c.htm)\n\n"
	                "## Rosa Lind\n\n# Our Tasks\n\n### (May 1921)\n\n"
	                PROSE "### Wages\n\n" PROSE "### Prices\n\n" PROSE;

	expect_title(s, "Our Tasks");
	expect_sections(s, "1 Wages\n1 Prices\n");
}

Test(kinds, the_tags_and_links_of_a_heading_are_left_out)
{
	expect_sections("# Title\n\n" PROSE "## <span id=\"a\">One</span>\n\n"
	                PROSE "## [Two](#two)\n\n" PROSE, "1 One\n1 Two\n");
}

Test(kinds, a_name_with_initials_or_at_the_end_is_the_author_s)
{
	expect_title("M. Ilyin\n\nGreat Tasks\n\n(Spring 1902)\n\n" LONG,
	             "Great Tasks");
	expect_title("Rosa Lind\n\nGreat Tasks\n\n(Spring 1902)\n\n" LONG
	             LONG LONG "Rosa Lind Archive\n", "Great Tasks");
}

Test(kinds, a_title_may_name_its_author)
{
	const char *s = "The Lost Garden by Anna Bell\n\nBook I\n\n" PROSE
	                "Book II\n\n" PROSE;

	expect_title(s, "The Lost Garden");
}

static void
expect_source(const char *s, const char *source)
{
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);

	if (source == NULL)
		cr_expect(eq(ptr, o->source, NULL));
	else
		cr_expect(eq(str, o->source ? o->source : "", (char *)source));
	outline_free(o);
	text_free(t);
}

Test(kinds, the_source_is_what_the_front_matter_says_it_is)
{
	expect_source("Great Tasks\n\n(Spring 1902)\n\n"
	              "Written: in the spring of 1902.\n"
	              "Source: The Spark, No. 4,\n  page 3.\n"
	              "Translated: by nobody.\n\n" PROSE PROSE,
	              "The Spark, No. 4, page 3.");
	expect_source("Gro\xC3\x9F" "e Aufgaben\n\nGeschrieben: 1902.\n"
	              "Quelle: Der Funke.\n\n" PROSE PROSE, "Der Funke.");
	expect_source("Great Tasks\n\n" PROSE "Source: of all joy.\n\n"
	              PROSE, NULL);
}

Test(kinds, an_rfc_s_head_in_two_columns_is_no_title)
{
	expect_title("Network Working Group                       R. Bell\n"
	             "Request for Comments: 1                     Bell Ltd\n"
	             "                                          J. Hartley\n"
	             "                                                 IBM\n"
	             "\n\n               A Protocol for Bells\n\n"
	             "Status of this Memo\n\n" PROSE PROSE,
	             "A Protocol for Bells");
}

Test(kinds, remarks_of_a_program_are_no_markdown)
{
	expect_sections("# Network services, as they are known\n#\n"
	                "# The numbers are those of the registry, and those\n"
	                "# of this machine.\n\ntcpmux 1/tcp\necho 7/tcp\n\n"
	                "# UNIX specific services\n#\nexec 512/tcp\n\n"
	                "# Local services\n", "");
	expect_sections("# Where the user names none, whatever there is.\n"
	                "init all\n\n# Only for the tests.\ntest all\n\n"
	                "# Services\nend\n", "");
}

Test(kinds, a_program_or_a_log_has_no_title)
{
	expect_title("Extensions to the Bells Protocol (EBP)\nfor Many (M)\n"
	             "Towers (MT)\n\n" PROSE PROSE,
	             "Extensions to the Bells Protocol (EBP) for Many (M) "
	             "Towers (MT)");
	expect_title("AC_PREREQ([2.69])\nAC_INIT([bells], [1.0])\n"
	             "AC_CONFIG_HEADERS([config.h])\n\n" PROSE PROSE, NULL);
	expect_title("commit 3d2f\nAuthor: Anna Bell\nDate:   Mon May 4\n\n"
	             "    bells: ring them\n\n    They were not rung.\n\n"
	             "commit 77ab\nAuthor: Anna Bell\nDate:   Sun May 3\n\n"
	             "    bells: buy them\n\n"
	             "commit 9a01\nAuthor: Anna Bell\nDate:   Sun May 3\n\n"
	             "    begin\n", NULL);
}

Test(kinds, words_in_a_list_are_neither_title_nor_headings)
{
	const char *s = "able\nabout\nabove\nacross\nadd\nafter\nagain\nair\n"
	                "all\nfirst\nfor\nfour\none\nother\nsecond\nthird\n";

	expect_title(s, NULL);
	expect_sections(s, "");
}

Test(kinds, signs_of_a_program_begin_neither_title_nor_heading)
{
	expect_title("#!/bin/sh\n\n" PROSE PROSE, NULL);
	expect_title("/* What it is for. */\n\n" PROSE PROSE, NULL);
	expect_sections(PROSE "__BEGIN_DECLS\n\n" PROSE ".PHONY: ALL\n\n" PROSE,
	                "");
}

Test(kinds, a_row_of_a_table_of_contents_may_go_on_below)
{
	const char *one = "1.1. What is it that everybody here asks for on "
	                  "each\nday of the year, and is it not too much to "
	                  "be told\nto all of them at once?\n\n";
	const char *two = "1.2. Who is to be told about all of the other "
	                  "things\nthat everybody has forgotten to ask for, "
	                  "and when\nwill there be time for it?\n\n";
	struct buf b = {0};
	char *found;

	buf_printf(&b, "Chapter 1. Asked Often\n\nContents\n\n%s%s%s%s%s%s%s%s",
	           one, two, one, PROSE PROSE, two, PROSE,
	           "1.3. And so?\n\n", PROSE);
	found = sections_of(buf_text(&b), NULL, 0);
	cr_expect(strstr(found, "Contents\n") != NULL);
	cr_expect(strstr(found, " 1.1. What is it") != NULL);
	cr_expect(strstr(found, " 1.2. Who is to be") != NULL);
	cr_expect(strstr(found, "1.1.") == strstr(found, "1.1. What"));
	cr_expect(strstr(strstr(found, "1.1.") + 4, "1.1.") == NULL);
	free(found);
	buf_clear(&b);
}

Test(kinds, the_first_of_what_a_number_holds_counts_on_from_it)
{
	expect_sections("2.1. The Names\n\n" PROSE "2.2. The Rules\n\n" PROSE
	                "2.2.1. what to do with those that obey none?\n\n"
	                PROSE "2.3. The End of It\n\n" PROSE,
	                "1 2.1. The Names\n1 2.2. The Rules\n"
	                "2 2.2.1. what to do with those that obey none?\n"
	                "1 2.3. The End of It\n");
}

Test(kinds, remarks_among_announced_headings_are_no_markdown)
{
	expect_sections("A Guide\n\nContents\n\n3.1. The First\n"
	                "3.2. The Second\n\n3.1. The First\n\n" PROSE
	                "# Where to put it?\n  bin = /bin;\n\n" PROSE
	                "3.2. The Second\n\n" PROSE
	                "# Where to put all of it?\n  lib = /lib;\n\n" PROSE,
	                "1 Contents\n1 3.1. The First\n1 3.2. The Second\n");
}

Test(kinds, the_neighbours_of_a_page_are_no_title)
{
	expect_title("   #Contents Chapter 1 Chapter 3\n\n"
	             "                       The Second Chapter\n\n   " PROSE
	             PROSE, "The Second Chapter");
}

/* A paragraph that was not broken, on a line of its own. */
#define ONE                                                                \
	"The body of a text goes on for a while and says what is to be "   \
	"said, and nobody has broken it by hand where a measure ends, or " \
	"would.\n"

#define VERSE                                                              \
	"The wind that goes over the hill,\nand the river below it,\n"     \
	"that nobody sees,\nit is still.\n\n"

Test(kinds, headings_may_stand_between_paragraphs_without_white)
{
	expect_sections("On Wages\n\n(March 1911)\n\n" ONE "The Facts\n" ONE ONE
	                "What the Unions Say\n" ONE "No such thing!\n" ONE
	                "and one more\n" ONE,
	                "1 The Facts\n1 What the Unions Say\n");
}

Test(kinds, who_signs_a_letter_heads_nothing)
{
	expect_sections(ONE "\n" ONE "\nYours ever,\n\nWilliam Hartley\n\n" ONE,
	                "");
}

Test(kinds, the_last_of_a_title_page_is_a_heading_where_it_stands_apart)
{
	expect_sections("Where To?\n\nThe Paper, No. 3\n\n2 May 1911\n\n"
	                "The danger\n\n" ONE "\nThe front\n\n" ONE
	                "\nWhat now?\n\n" ONE,
	                "1 The danger\n1 The front\n1 What now?\n");
}

Test(kinds, names_in_quotation_marks_may_be_headings)
{
	expect_sections("Songs\n\nEdward Bell\n\nThe Ferry\n\n" VERSE "To a Gull\n\n" VERSE
	                "At Evening\n\n" VERSE "“What It Said”\n\n" VERSE
	                "The Storm\n\n" VERSE,
	                "1 The Ferry\n1 To a Gull\n1 At Evening\n"
	                "1 “What It Said”\n1 The Storm\n");
}

Test(kinds, the_first_poem_stands_right_below_the_title)
{
	expect_sections("Songs\n\nThe Ferry\n\n" VERSE "To a Gull\n\n" VERSE
	                "At Evening\n\n" VERSE "The Storm\n\n" VERSE
	                "The Way Home\n\n" VERSE,
	                "1 The Ferry\n1 To a Gull\n1 At Evening\n"
	                "1 The Storm\n1 The Way Home\n");
}

Test(kinds, a_title_in_capitals_stands_between_author_and_kind)
{
	expect_title("Anna Wolff\n\nLONELY ROADS\n\nNovel\n\n"
	             "CHAPTER I\n\n" PROSE "CHAPTER II\n\n" PROSE,
	             "LONELY ROADS");
	expect_title("Archive > Wolff\n\nAnna Wolff\n\nLonely Roads\n\n"
	             "(1911)\n\n" PROSE PROSE, "Lonely Roads");
}

Test(kinds, rows_with_dots_at_the_end_of_a_book_are_no_headings)
{
	expect_sections("PART ONE\n\n" PROSE "PART TWO\n\n" PROSE
	                "PART ONE ......... 1\nPART TWO ....... 120\n",
	                "1 PART ONE\n1 PART TWO\n");
}

Test(kinds, a_sign_of_sections_without_a_number_makes_no_style_of_its_own)
{
	expect_sections("Stones\n\n" PROSE "Houses\n\n" PROSE "Gates\n\n" PROSE
	                "§ What are walls?\n\n" PROSE "Towers\n\n" PROSE
	                "Roads\n\n" PROSE,
	                "1 Houses\n1 Gates\n1 § What are walls?\n1 Towers\n"
	                "1 Roads\n");
}
