/* Clicks of the mouse: pages are turned, rows gone to. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "long_text.h"
#include "play.h"

static struct play *
start(unsigned cols, unsigned rows)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start(buf_text(&text), cols, rows);
	buf_clear(&text);
	return p;
}

/* The row of the screen that has WORDS. */
static unsigned
row_of(struct play *p, const char *words)
{
	unsigned row;

	for (row = 0; row < p->r->rows; row++)
		if (strstr(play_row(p, row, 0), words))
			return row;
	cr_assert(false, "%s is not in\n%s", words, play_screen(p));
	return 0;
}

Test(click, turns_pages_right_and_left_of_the_middle)
{
	struct play *p = start(80, 24);
	text_pos first = p->r->top, second;

	play_click(p, 40, 10);
	second = p->r->top;
	cr_assert(lt(sz, first, second));
	play_click(p, 79, 0);
	cr_assert(lt(sz, second, p->r->top));
	play_click(p, 39, 22);
	cr_assert(eq(sz, p->r->top, second));
	play_click(p, 0, 10);
	cr_assert(eq(sz, p->r->top, first));
	play_end(p);
}

Test(click, on_the_status_line_or_while_typing_does_nothing)
{
	struct play *p = start(80, 24);

	play_click(p, 60, 23);
	cr_assert(eq(sz, p->r->top, 0));
	play_keys(p, ":");
	play_click(p, 60, 10);
	cr_assert(eq(sz, p->r->top, 0));
	cr_assert(eq(int, p->r->prompt.kind, PROMPT_COMMAND));
	play_keys(p, "<Esc>s");
	play_click(p, 60, 10);
	cr_assert(eq(int, p->r->mode, MODE_LABELS));
	cr_assert(eq(sz, p->r->top, 0));
	play_end(p);
}

Test(click, on_a_section_of_the_pane_goes_there)
{
	struct play *p = start(120, 24);
	unsigned row = row_of(p, "Chapter Three");

	play_click(p, 5, row);
	cr_assert(not(strncmp(p->text->at + p->r->kept, "Chapter Three", 13)));
	cr_assert(eq(int, p->r->mode, MODE_READ));
	play_keys(p, "(");
	cr_assert(eq(sz, p->r->top, 0), "it was a jump");
	play_click(p, 5, row_of(p, "Sections"));
	cr_assert(eq(sz, p->r->top, 0));
	play_end(p);
}

Test(click, on_a_note_in_the_pane_goes_there)
{
	struct play *p = play_start("A TEXT\n\nSome words [1] and others.\n\n"
	                            "Notes\n\n1. What is said below.\n",
	                            120, 24);

	cr_assert(eq(sz, p->r->outline->notes.n, 1));
	play_keys(p, "saaMy own<Enter><Esc>");
	play_click(p, 5, row_of(p, "1. What is said"));
	cr_assert(eq(sz, p->r->kept, p->r->outline->notes.at[0].at));
	play_keys(p, "(");
	play_click(p, 5, row_of(p, "My own"));
	cr_assert(eq(sz, p->r->focus, 0));
	play_end(p);
}

Test(click, on_a_row_of_a_list_goes_there)
{
	struct play *p = start(80, 24);
	text_pos there;

	play_keys(p, "saaOne<Enter>3Gsa");
	there = p->r->marks.at[1].at.start;
	play_keys(p, "gA");
	play_click(p, 30, 0);
	play_click(p, 30, 9);
	cr_assert(eq(int, p->r->mode, MODE_LIST), "no row is there");
	play_click(p, 30, 2);
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(sz, p->r->focus, 1));
	cr_assert(eq(sz, p->r->marks.at[p->r->focus].at.start, there));
	play_end(p);
}
