/* Two facing pages. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "layout/pages.h"
#include "long_text.h"
#include "play.h"
#include "reader/show.h"
#include "two_roads.h"

static struct play *
open_long(unsigned cols, const char *settings)
{
	struct buf b = {0};
	struct play *p;

	long_text(&b);
	p = play_start_with(buf_text(&b), cols, 12, "", settings);
	buf_clear(&b);
	return p;
}

static bool
says(struct play *p, const char *words)
{
	return strstr(play_screen(p), words) != NULL;
}

Test(facing, stand_side_by_side_with_the_odd_page_on_the_right)
{
	struct play *p = play_start_with(text, 100, 12, "",
	                                 "pane = no\nfacing = yes");

	play_keys(p, "l");
	cr_assert(eq(str, play_screen(p), (char *)
	"   The First Road                                     The Second Road\n"
	"\n"
	"   One must not be deceived by general phrases.       It is long, but it is ours. We counted on\n"
	"   The control is in the hands of a few [1]. By       reform as on a reality. Developments followed\n"
	"   what right? By the right of usurpation.            the worst road [2].\n"
	"\n"
	"   Not one section has dared to breathe a word        That is all! It is not capable of doing more.\n"
	"   about it.\n"
	"                                                      * * *\n"
	"\n"
	"\n"
	" On the Two Roads · The First Road                                   p. 2-3/4  14%  0 left  F1 help\n"));
	play_end(p);
}

Test(facing, the_first_page_stands_alone_on_the_right)
{
	struct play *p = play_start_with(text, 100, 12, "", "pane = no");

	play_keys(p, "z");
	cr_assert(eq(sz, p->r->fold, 0));
	cr_assert(eq(str, play_row(p, 0, 0), (char *)
	"                                                                    On the Two Roads"));
	play_keys(p, "<Esc>");
	cr_assert(says(p, "p. 1/"));
	play_keys(p, "z");
	cr_assert(eq(sz, p->r->fold, p->r->lines.n));
	play_end(p);
}

Test(facing, turns_by_two_skip_nothing_and_lead_back)
{
	struct play *p = open_long(120, "facing = yes");
	text_pos end = show_end(p->r), tops[200];
	size_t n = 0;

	cr_assert(p->r->geometry.facing_col > 0, "%u", p->r->cols);
	while (!says(p, "the end of the text")) {
		tops[n++] = p->r->top;
		play_keys(p, " ");
		if (says(p, "the end of the text"))
			break;
		cr_assert(p->r->top == end, "turn %zu", n);
		cr_assert(eq(sz, p->r->page, 2 * n - 1));
		end = show_end(p->r);
	}
	cr_assert(gt(sz, n, 3));
	while (--n) {
		play_keys(p, "b");
		cr_assert(eq(sz, p->r->top, tops[n - 1]));
		cr_assert(eq(sz, p->r->kept, tops[n - 1]));
	}
	play_end(p);
}

Test(facing, go_to_a_page_and_keep_it_when_there_is_one_again)
{
	struct play *p = open_long(120, "");
	size_t page = 6;
	text_pos start;

	play_keys(p, "z7G");
	start = pages_start(p->r->layout, &page);
	cr_assert(eq(sz, p->r->page, 5));
	cr_assert(eq(sz, p->r->kept, start));
	play_resize(p, 80, 12);
	cr_assert(p->r->geometry.facing_col == 0);
	cr_assert(eq(sz, p->r->kept, start));
	play_resize(p, 120, 12);
	cr_assert(eq(sz, p->r->page, 5));
	cr_assert(eq(sz, p->r->kept, start));
	play_end(p);
}

Test(facing, need_room_and_say_how_much)
{
	struct play *p = play_start(text, 80, 12);

	play_keys(p, "z");
	cr_assert(says(p, "two facing pages need 115 columns, there are 80"));
	cr_assert(not(p->settings.facing));
	play_resize(p, 105, 12);
	play_keys(p, "z");
	cr_assert(says(p, "there are 105; t hides the pane"));
	play_keys(p, "tz");
	cr_assert(p->r->geometry.facing_col > 0, "%u", p->r->cols);
	play_keys(p, "t");
	cr_assert(p->r->geometry.facing_col == 0);
	cr_assert(p->settings.facing);
	play_keys(p, "z");
	cr_assert(says(p, "no facing pages, also on a wider window"));
	cr_assert(not(p->settings.facing));
	play_end(p);
}

Test(facing, lines_flow_from_the_left_page_to_the_right_one)
{
	struct play *p = open_long(120, "facing = yes");
	text_pos end;
	unsigned i;

	play_keys(p, " ");
	end = state_shown(p->r).end;
	for (i = 0; i < 30; i++) {
		text_pos top = p->r->top;

		play_keys(p, "j");
		cr_assert(gt(sz, p->r->top, top), "at line %u", i);
	}
	cr_assert(gt(sz, p->r->top, end));
	for (i = 0; i < 100; i++)
		play_keys(p, "k");
	cr_assert(eq(sz, p->r->top, 0));
	play_end(p);
}

Test(facing, a_turn_from_scrolled_lines_skips_nothing)
{
	struct play *p = open_long(120, "facing = yes");
	unsigned lines, i;

	for (lines = 1; lines < 40; lines++) {
		text_pos end;

		play_keys(p, "g");
		for (i = 0; i < lines; i++)
			play_keys(p, "j");
		end = show_end(p->r);
		play_keys(p, " ");
		cr_assert(p->r->paged);
		cr_assert(p->r->top <= end && show_end(p->r) > end,
		          "after %u lines", lines);
	}
	play_end(p);
}

Test(facing, both_pages_have_labels_notes_hits_and_signs)
{
	struct play *p = play_start_with(text, 130, 12, "", "facing = yes");

	play_keys(p, " s");
	cr_assert(says(p, "aOne must not be deceived"));
	cr_assert(says(p, "iThat is all!"));
	play_keys(p, "i");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(says(p, "M  That is all!"));
	cr_assert(says(p, "1. Few: there"));
	cr_assert(says(p, "2. Worst: the"));
	play_keys(p, "<Esc>/is<Enter>");
	cr_assert(strstr(play_cells(p, FRAME_UNDERLINE), "is") != NULL);
	cr_assert(says(p, "1/5  p. 2-3"));
	play_end(p);
}

Test(facing, a_footnote_lies_over_the_page_that_refers_to_it)
{
	struct play *p = play_start_with(text, 100, 12, "",
	                                 "facing = yes\npane = no");

	play_keys(p, " o");
	cr_assert(eq(str, play_row(p, 9, 0), (char *)
	"   1. Few: there were nine of them in all, and"));
	play_keys(p, "o");
	cr_assert(eq(str, play_row(p, 10, 0), (char *)
	"                                                      2. Worst: the third."));
	cr_assert(says(p, "The control is in the hands of a few [1]. By"));
	play_end(p);
}

Test(facing, each_page_has_its_notes_in_its_outer_margin)
{
	struct play *p = play_start_with(text, 190, 12, "",
	                                 "facing = yes\npane = no\nwidth = 46");

	play_keys(p, " saaOf the left page.<Enter><Esc>siaOf the right one."
	             "<Enter><Esc>");
	cr_assert(eq(str, play_row(p, 2, 0), (char *)
	" M Of the left page.                        M+ One must not be deceived by general phrases.        It is long, but it is ours. We counted on"));
	cr_assert(eq(str, play_row(p, 6, 0), (char *)
	"                                               Not one section has dared to breathe a word      M+ That is all! It is not capable of doing more.   M Of the right one."));
	play_end(p);
}

Test(facing, a_selection_goes_from_one_page_to_the_other)
{
	struct play *p = play_start_with(text, 130, 12, "", "facing = yes");

	play_keys(p, " v))))))");
	cr_assert(strstr(play_cells(p, FRAME_REVERSE), "One must not") != NULL);
	cr_assert(strstr(play_cells(p, FRAME_REVERSE), "It is long") != NULL);
	cr_assert(eq(sz, p->r->page, 1));
	play_end(p);
}
