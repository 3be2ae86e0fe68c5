/* Which line starts and marks are notes, and which mean something else. */
#include "found.h"

Test(notes, are_found_where_they_stand_at_the_end)
{
	expect_notes(PROSE "Some say so,[1] others not.[2]\n\n" PROSE
	             "NOTES\n\n1. In a letter.\n\n2. In a book.\n",
	             "1 1\n2 1\n");
}

Test(notes, works_that_are_cited_are_none)
{
	expect_notes(PROSE "As shown [1] and told [2] before.\n\n"
	             "  1. a list begins\n  2. and ends\n\n" PROSE
	             "References\n\n[1] Bell, A., \"Bells\", 1990.\n\n"
	             "[2] Grey, T., \"Mills\", 1991.\n", "");
}

Test(notes, a_citation_at_a_line_s_start_is_none)
{
	expect_notes("This was said of it by others, as one can see in the "
	             "report\n[3] and in what came behind it [3] in the year "
	             "after that one.\n\n" PROSE, "");
}

Test(notes, figures_behind_names_and_points_are_no_marks)
{
	expect_notes("1. First\n\nThe host h1 sends 0x1 to sha1-x, v2.1 and "
	             "A.1.\n\n2. Second\n\nThe host h2 sends 0x2 to "
	             "sha2-x.\n\n" PROSE
	             "First ........1\nSecond .......2\n\n", "");
}

Test(notes, stars_of_emphasis_and_lists_are_none)
{
	expect_notes(PROSE "He said\n*\"once and for all,\"* and went\naway "
	             "with *the\nothers*.\n\n* an item* here\n\n* an item\n\n"
	             "* an item\n\n* an item\n\n* an item\n", "");
}

Test(notes, a_quotation_s_changed_letter_is_none)
{
	expect_notes("He says that \"[a]ll men\" are so.\n\n"
	             "[a]ccording to him, it is so.\n\n" PROSE, "");
}

Test(notes, drawings_have_no_marks)
{
	expect_notes("  A --(1)--> B --(2)--> C\n\n    (1) goes first\n"
	             "    (2) goes last\n\n" PROSE, "");
}

Test(notes, raised_links_of_html_refer_to_them)
{
	expect_notes("# Title\n\nWords<sup><a href=\"#n1\" id=\"f1\">1</a>"
	             "</sup> and more<sup><a href=\"#n2\">2</a></sup>.\n\n"
	             PROSE "## Notes\n\n<a href=\"#f1\" id=\"n1\">1.</a> "
	             "One.\n\n<a href=\"#f2\" id=\"n2\">2.</a> Two.\n",
	             "1 1\n2 1\n");
}

Test(notes, labels_have_no_escapes)
{
	expect_notes("# Title\n\nWords.[\\[\\*\\]](#n1) And more.\n\n" PROSE
	             "## Notes\n\n[\\[\\*\\]](#f1) The note.\n", "* 1\n");
}

Test(notes, lynx_numbers_its_links_in_front_of_the_marks)
{
	expect_notes("   Words^[1]1 and more,^[2]2 it says.\n\n" PROSE
	             "   Notes\n\n   [3]1. One.\n\n   [4]2. Two.\n\n"
	             "References\n\n   1. file:///a.html\n"
	             "   2. file:///b.html\n   3. file:///c.html\n"
	             "   4. file:///d.html\n", "1 1\n2 1\n");
}

Test(notes, a_chapter_may_end_in_one_in_round_brackets)
{
	char *found = notes_of("CHAPTER I\n\nSo it is told.(1)\n\n" PROSE
	                       "(1) Chronicle, book II.\n\n\n\n"
	                       "CHAPTER II\n\nNobody says no,(1) nor "
	                       "yes.(2)\n\n" PROSE "(1) See above.\n\n"
	                       "(2) Not he.\n\n\n\nCHAPTER III\n\n" PROSE);

	cr_expect(eq(str, found, "1 1\n1 1\n2 1\n"));
	free(found);
	/* Reasons are counted in front of words, not behind. */
	found = notes_of(PROSE "Choices (1) and (2) are bad.\n\n" PROSE
	                 "(1) Nothing follows.\n\n(2) It is too late.\n\n\n\n"
	                 "The End\n");
	cr_expect(eq(str, found, ""));
	free(found);
}

Test(notes, a_pattern_of_characters_is_none_of_markdown_s)
{
	char *found = notes_of(PROSE "Say 's/[^0-9]//' to it.\n\n"
	                       "     [^0-9]\n     [a-z]\n\n" PROSE);

	cr_expect(eq(str, found, ""));
	free(found);
}

Test(notes, white_behind_the_number_makes_no_table_of_them)
{
	char *found = notes_of(PROSE "The statute is old.[1] So is the "
	                       "court.[2] Nobody minds.[3]\n\n" PROSE
	                       "1   Act of March 4, c. 88.\n\n"
	                       "2   It was made in 1811.\n\n"
	                       "3   See the report.\n");

	cr_expect(eq(str, found, "1 1\n2 1\n3 1\n"));
	free(found);
}

Test(notes, a_browser_s_number_without_words_behind_it_is_a_mark)
{
	char *found = notes_of("Ten years since [1]the page [2]was made,\n"
	                       "it is not done [1], nor is it bad [2]. So\n"
	                       "it stands.\n\n" PROSE "Notes\n\n"
	                       "1. Nearly.\n\n2. But for this.\n\n"
	                       "References\n\n   1. http://example.org/a\n"
	                       "   2. http://example.org/b\n");

	cr_expect(eq(str, found, "1 1\n2 1\n"));
	free(found);
}
