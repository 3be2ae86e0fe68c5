/* The text column, the pane and the signs, drawn. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "play.h"
#include "two_roads.h"

Test(view, shows_the_pane_the_text_and_where_one_is)
{
	struct play *p = play_start(text, 100, 20);

	play_keys(p, "3j");
	cr_assert(eq(str, play_screen(p), (char *)
	" Sections               │      Written: 20 July 1933.\n"
	" The First Road         │      Source: The Review, No. 4.\n"
	" The Second Road        │\n"
	"                        │      The First Road\n"
	" Notes                  │\n"
	" 1. Few: there were     │      One must not be deceived by general phrases. The control is in the\n"
	" nine of them in all,   │      hands of a few [1]. By what right? By the right of usurpation.\n"
	" and by the end of it   │\n"
	" not more than three.   │      Not one section has dared to breathe a word about it.\n"
	"                        │\n"
	" 2. Worst: the third.   │      The Second Road\n"
	"                        │\n"
	"                        │      It is long, but it is ours. We counted on reform as on a reality.\n"
	"                        │      Developments followed the worst road [2].\n"
	"                        │\n"
	"                        │      That is all! It is not capable of doing more.\n"
	"                        │\n"
	"                        │      * * *\n"
	"                        │\n"
	" On the Two Roads                                                               p. 1/2  5%  F1 help\n"));
	play_end(p);
}

Test(view, shows_emphasis_by_attribute_and_not_by_its_signs)
{
	struct play *p = play_start(
		"A _Q Q_ and *X* and [p. 7] so on goes this line of words.\n",
		60, 12);

	cr_expect(strstr(play_screen(p), "A Q Q and X and [p. 7] so") != NULL);
	cr_expect(strstr(play_cells(p, FRAME_ITALIC), "  Q Q\n") != NULL);
	cr_expect(strstr(play_cells(p, FRAME_BOLD), "X\n") != NULL);
	cr_expect(strstr(play_cells(p, FRAME_DIM), "[p. 7]\n") != NULL);
	play_end(p);
}

Test(view, dims_nothing_behind_a_block_that_ends_with_a_printed_page)
{
	struct play *p = play_start("This line of words is the first [p. 7]\n"
	                            "\nThis one is the next [p. 8] and more.\n",
	                            60, 12);

	cr_expect(strstr(play_cells(p, FRAME_DIM), "[p. 7]\n") != NULL);
	cr_expect(strstr(play_cells(p, FRAME_DIM), "This") == NULL);
	play_end(p);
}

Test(view, shows_no_pane_on_a_narrow_window)
{
	struct play *p = play_start(text, 46, 12);

	play_keys(p, "]");
	cr_assert(eq(str, play_screen(p), (char *)
	"                On the Two Roads\n"
	"\n"
	"                  (July 1933)\n"
	"\n"
	"   Written: 20 July 1933.\n"
	"   Source: The Review, No. 4.\n"
	"\n"
	"   The First Road\n"
	"\n"
	"   One must not be deceived by general\n"
	"   phrases. The control is in the hands of a\n"
	" The First Road  p. 1/3  14%  1 left  F1 help\n"));
	play_end(p);
}

Test(view, puts_a_sign_where_a_highlight_begins_and_goes_on)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]}{sa3sd2aSee below.<Enter>");
	cr_assert(eq(str, play_screen(p), (char *)
	"   The First Road\n"
	"\n"
	"E  One must not be deceived by general\n"
	"|  phrases. The control is in the hands of a\n"
	"T+ few [1]. By what right? By the right of\n"
	"|  usurpation.\n"
	"\n"
	"   Not one section has dared to breathe a\n"
	"   word about it.\n"
	"\n"
	"   The Second Road\n"
	"\n"
	"   It is long, but it is ours. We counted on\n"
	" note kept\n"));
	play_end(p);
}

Test(view, underlines_highlights)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]}{sa3sd2aSee below.<Enter>");
	cr_assert(eq(str, play_cells(p, FRAME_UNDERLINE), (char *)
	"\n"
	"\n"
	"   One must not be deceived by general\n"
	"   phrases.\n"
	"                           By the right of\n"
	"   usurpation.\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"));
	play_end(p);
}

Test(view, tells_the_kind_again_at_the_head_of_a_page)
{
	struct play *p = play_start(text, 46, 12);

	play_keys(p, "]sB g<Esc>");
	cr_assert(eq(str, play_screen(p), (char *)
	"M  few [1]. By what right? By the right of\n"
	"|  usurpation.\n"
	"|\n"
	"|  Not one section has dared to breathe a\n"
	"|  word about it.\n"
	"|\n"
	"|  The Second Road\n"
	"|\n"
	"|  It is long, but it is ours. We counted on\n"
	"|  reform as on a reality. Developments\n"
	"|  followed the worst road [2].\n"
	" The First Road  p. 2/3  31%  0 left  F1 help\n"));
	play_end(p);
}

Test(view, shows_bookmarks_lettered_marks_and_notes)
{
	struct play *p = play_start(text, 60, 24);

	play_keys(p, "]mq]BgaA thought<Enter>");
	cr_assert(eq(str, play_screen(p), (char *)
	"n                      On the Two Roads\n"
	"\n"
	"                         (July 1933)\n"
	"\n"
	"   Written: 20 July 1933.\n"
	"   Source: The Review, No. 4.\n"
	"\n"
	"'q The First Road\n"
	"\n"
	"   One must not be deceived by general phrases. The control\n"
	"   is in the hands of a few [1]. By what right? By the\n"
	"   right of usurpation.\n"
	"\n"
	"   Not one section has dared to breathe a word about it.\n"
	"\n"
	"B  The Second Road\n"
	"\n"
	"   It is long, but it is ours. We counted on reform as on a\n"
	"   reality. Developments followed the worst road [2].\n"
	"\n"
	"   That is all! It is not capable of doing more.\n"
	"\n"
	"   * * *\n"
	" note kept\n"));
	play_end(p);
}

Test(view, puts_letters_before_the_sentences)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]}{s");
	cr_assert(eq(str, play_screen(p), (char *)
	"   The First Road\n"
	"\n"
	"  aOne must not be deceived by general\n"
	"   phrases.bThe control is in the hands of a\n"
	"   few [1].cBy what right?dBy the right of\n"
	"   usurpation.\n"
	"\n"
	"  eNot one section has dared to breathe a\n"
	"   word about it.\n"
	"\n"
	"   The Second Road\n"
	"\n"
	"  fIt is long, but it is ours.gWe counted on\n"
	" which sentence? a letter  CAPITAL: from the…\n"));
	play_end(p);
}

Test(view, reverses_the_selection)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]}{v)");
	cr_assert(eq(str, play_cells(p, FRAME_REVERSE), (char *)
	"\n"
	"\n"
	"   One must not be deceived by general\n"
	"   phrases. The control is in the hands of a\n"
	"   few [1].\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	" select: ) ( sentence  } { paragraph  w b wo…\n"));
	play_end(p);
}

Test(view, shows_one_s_own_notes_in_the_pane)
{
	struct play *p = play_start(text, 100, 20);

	play_keys(p, "]scaSee below, and compare what is said of it later<Enter>");
	cr_assert(eq(str, play_screen(p), (char *)
	" Sections               │                               On the Two Roads\n"
	"•The First Road         │\n"
	" The Second Road        │                                 (July 1933)\n"
	"                        │\n"
	" Notes                  │      Written: 20 July 1933.\n"
	" 1. Few: there were     │      Source: The Review, No. 4.\n"
	" nine of them in all,   │\n"
	" and by the end of it   │      The First Road\n"
	" not more than three.   │\n"
	"                        │      One must not be deceived by general phrases. The control is in the\n"
	" 2. Worst: the third.   │   M+ hands of a few [1]. By what right? By the right of usurpation.\n"
	"                        │\n"
	" M “By what right?”     │      Not one section has dared to breathe a word about it.\n"
	"   See below, and       │\n"
	"   compare what is said │      The Second Road\n"
	"   of it later          │\n"
	"                        │      It is long, but it is ours. We counted on reform as on a reality.\n"
	"                        │      Developments followed the worst road [2].\n"
	"                        │\n"
	" note kept\n"));
	play_end(p);
}

/* A table with lines of N columns between two paragraphs. */
static struct play *
play_table(unsigned n, unsigned cols)
{
	struct buf words = {0};
	struct play *p;
	unsigned i;

	buf_str(&words, "A Table\n\nIt was long ago, and nobody remembers "
	        "now what there was. This is known.\n\n");
	for (i = 0; i < 4; i++)
		buf_printf(&words, "  190%u  %-*s%3u\n", i, (int)n - 9, "year",
		           i);
	buf_str(&words, "\nThat is all there is to be said of it at all.\n");
	p = play_start(buf_text(&words), cols, 20);
	buf_clear(&words);
	return p;
}

/* Where the line of SCREEN that has WORDS begins and ends. [col] */
static struct span
extent(const char *screen, const char *words)
{
	const char *at = strstr(screen, words), *start, *end;

	cr_assert(at != NULL);
	for (start = at; start > screen && start[-1] != '\n'; start--)
		;
	end = strchr(at, '\n');
	return (struct span){strspn(start, " "), (size_t)(end - start)};
}

Test(view, gives_a_table_the_room_that_the_window_has)
{
	struct play *p = play_table(72, 80);
	struct span at = extent(play_screen(p), "1900");

	cr_expect(eq(sz, at.start, 8));
	cr_expect(eq(sz, at.end, 80));
	cr_expect(eq(sz, extent(play_screen(p), "That is").start, 8));
	play_end(p);
}

Test(view, moves_a_wide_table_to_the_left_with_its_signs)
{
	struct play *p = play_table(77, 80);
	struct span at = extent(play_screen(p), "1900");

	cr_expect(eq(sz, at.start, 3));
	cr_expect(eq(sz, at.end, 80));
	cr_expect(eq(sz, extent(play_screen(p), "That is").start, 8));
	play_keys(p, "sAc");
	cr_expect(eq(sz, extent(play_screen(p), "|  1900").start, 0));
	play_end(p);
}

Test(view, breaks_no_table_in_a_text_beside_the_pane)
{
	struct play *p = play_table(71, 100);
	char *rest = strstr(play_screen(p), "1903  year");

	cr_assert(rest != NULL);
	cr_expect(eq(sz, (size_t)(strchr(rest, '\n') - rest), 71));
	play_end(p);
}

Test(view, keeps_a_wide_table_out_of_the_margin_of_notes)
{
	struct play *p = play_table(80, 120);

	play_keys(p, "t");
	cr_expect(eq(sz, extent(play_screen(p), "1900").end, 94));
	cr_expect(eq(sz, extent(play_screen(p), "That is").start, 28));
	play_end(p);
}
