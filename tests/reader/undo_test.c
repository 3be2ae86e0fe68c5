/* Undoing changes of marks by key, and doing them again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "long_text.h"
#include "play.h"

static struct play *
start_with(const char *store)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start_with(buf_text(&text), 80, 24, store, "");
	buf_clear(&text);
	return p;
}

static char *
message(struct play *p)
{
	return p->r->message ? p->r->message : "";
}

static char *
field(struct play *p, const char *name)
{
	const char *value;

	cr_assert(eq(sz, p->r->marks.n, 1));
	value = rec_get(p->r->marks.at[0].rec, name);
	return (char *)(value ? value : "");
}

Test(undo, takes_back_every_change_of_a_mark_and_does_it_again)
{
	struct play *p = start_with("");

	play_keys(p, "U");
	cr_assert(eq(str, message(p),
	             (char *)"nothing to undo: no mark was changed"));
	play_keys(p, "sa2aA thought<Enter>x");
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "U");
	cr_assert(eq(str, message(p), (char *)"undone: highlight, removed "
	             "\302\267 ^R does it again"));
	cr_assert(eq(str, field(p, "Note"), (char *)"A thought"));
	play_keys(p, "U");
	cr_assert(eq(str, message(p), (char *)"undone: highlight, its note "
	             "\302\267 ^R does it again"));
	cr_assert(eq(str, field(p, "Note"), (char *)""));
	play_keys(p, "U");
	cr_assert(eq(str, message(p), (char *)"undone: highlight, its kind "
	             "\302\267 ^R does it again"));
	cr_assert(eq(str, field(p, "As"), (char *)"mark"));
	play_keys(p, "U");
	cr_assert(eq(str, message(p), (char *)"undone: highlight, made "
	             "\302\267 ^R does it again"));
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "U");
	cr_assert(eq(str, message(p),
	             (char *)"nothing to undo: no mark was changed"));
	play_keys(p, "<^R><^R><^R>");
	cr_assert(eq(str, message(p), (char *)"done again: highlight, its "
	             "note \302\267 U undoes it"));
	cr_assert(eq(str, field(p, "As"), (char *)"thesis"));
	play_keys(p, "<^R>");
	cr_assert(eq(str, message(p), (char *)"done again: highlight, removed "
	             "\302\267 U undoes it"));
	play_keys(p, "<^R>");
	cr_assert(eq(str, message(p), (char *)"nothing to do again"));
	play_end(p);
}

Test(undo, saves_what_it_changed)
{
	struct play *p = start_with("");

	play_keys(p, "B");
	while (play_asks(p, REQUEST_SAVE, NULL))
		;
	p->marks->changed = false;
	play_keys(p, "U");
	cr_assert(p->marks->changed);
	cr_assert(play_asks(p, REQUEST_SAVE, NULL));
	play_end(p);
}

Test(undo, shows_the_place_of_what_came_back)
{
	struct play *p = start_with("");
	text_pos there;

	play_keys(p, "3<Space>sa");
	there = p->r->marks.at[0].at.start;
	play_keys(p, "x4<Space>");
	play_keys(p, "U");
	cr_assert(eq(sz, p->r->kept, there));
	cr_assert(eq(sz, p->r->focus, 0));
	play_keys(p, "gU");
	cr_assert(eq(sz, p->r->kept, there));
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "(");
	cr_assert(eq(sz, p->r->kept, 0));
	play_end(p);
}

Test(undo, works_in_the_list_of_marks_too)
{
	struct play *p = start_with("");

	play_keys(p, "B<Space>BA");
	cr_assert(eq(sz, p->r->list.n, 2));
	play_keys(p, "x");
	cr_assert(eq(sz, p->r->list.n, 1));
	play_keys(p, "U");
	cr_assert(eq(int, p->r->mode, MODE_LIST));
	cr_assert(eq(sz, p->r->list.n, 2));
	play_end(p);
}

Test(undo, goes_as_many_steps_as_are_counted)
{
	struct play *p = start_with("");

	play_keys(p, "B<Space>B<Space>B<Space>3U");
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "2<^R>");
	cr_assert(eq(sz, p->r->marks.n, 2));
	play_end(p);
}

Test(undo, gives_a_letter_back_to_the_place_that_had_it)
{
	struct play *p = start_with("");

	play_keys(p, "ma3<Space>ma");
	cr_assert(ne(sz, p->r->marks.at[0].at.start, 0));
	play_keys(p, "U");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(sz, p->r->marks.at[0].at.start, 0));
	play_end(p);
}

Test(undo, reaches_the_last_change_of_the_sitting_before)
{
	struct play *p = start_with("");
	char *store;

	play_keys(p, "<Space>sax");
	store = mem_copy(play_store(p));
	play_end(p);
	p = start_with(store);
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "U");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(ne(sz, p->r->page, 0));
	play_end(p);
	free(store);
}
