/* The status line: what fits, and what takes its place. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "play.h"
#include "two_roads.h"

/* The status line of a window that wide, after some keys. */
static char *
status(unsigned cols, const char *keys)
{
	static char line[512];
	struct play *p = play_start(text, cols, 12);

	play_keys(p, keys);
	strcpy(line, play_row(p, 11, 0));
	play_end(p);
	return line;
}

Test(status, gives_up_what_is_least_needed_first)
{
	cr_assert(eq(str, status(80, "]"), (char *)
	" On the Two Roads · The First Road                 p. 1/3  14%  1 left  F1 help"));
	cr_assert(eq(str, status(60, "]"), (char *)
	" On the Two… · The First Road  p. 2/4  14%  0 left  F1 help"));
	cr_assert(eq(str, status(46, "]"), (char *)
	" The First Road  p. 1/3  14%  1 left  F1 help"));
	cr_assert(eq(str, status(38, "]"), (char *)
	"         p. 1/4  14%  1 left  F1 help"));
	cr_assert(eq(str, status(30, "]"), (char *)
	"         p. 1/4  14%  F1 help"));
	cr_assert(eq(str, status(20, "]"), (char *)
	"    p. 2/5  F1 help"));
}

Test(status, tells_the_page_the_share_and_what_is_left)
{
	cr_assert(eq(str, status(60, ""), (char *)
	" On the Two Roads                       p. 1/4  0%  F1 help"));
	cr_assert(eq(str, status(60, "2]"), (char *)
	" On the Tw… · The Second Road  p. 3/4  50%  1 left  F1 help"));
	cr_assert(eq(str, status(60, "G"), (char *)
	" The Second Road              p. 4/4  100%  0 left  F1 help"));
}

Test(status, does_not_count_what_an_archive_put_behind_the_text)
{
	struct play *p = play_start(
		"On One Road\n\n1. To the Hill\n\n"
		"It is long, but it is ours. We counted on it as on a thing "
		"of ours that goes on and on, and so it went on and on.\n\n"
		"2. Behind the Hill\n\n"
		"There it ends, and nobody had thought of that before one "
		"came to where it ended, and turned round, and went.\n\n"
		"Top of the page\n\nLast updated on 17.10.2011\n",
		40, 7);

	play_keys(p, "G");
	cr_assert(eq(str, play_row(p, 0, 0), (char *)"   Top of the page"));
	play_keys(p, "b");
	cr_assert(eq(str, play_row(p, 6, 0), (char *)
	"           p. 3/4  45%  0 left  F1 help"));
	play_end(p);
}

Test(status, does_not_know_the_number_of_pages_at_once)
{
	struct play *p = play_start(text, 60, 12);
	struct event resize = {.kind = EVENT_RESIZE, .cols = 60, .rows = 6};

	reader_feed(p->r, &resize);
	cr_assert(eq(str, play_row(p, 5, 0), (char *)
	" On the Two Roads                       p. 1/…  0%  F1 help"));
	while (reader_work(p->r, 1))
		;
	cr_assert(eq(str, play_row(p, 5, 0), (char *)
	" On the Two Roads                       p. 1/7  0%  F1 help"));
	play_end(p);
}

Test(status, knows_the_number_at_once_where_a_window_is_as_it_was_before)
{
	struct play *p = play_start(text, 60, 12);
	struct event resize = {.kind = EVENT_RESIZE, .cols = 60, .rows = 6};

	reader_feed(p->r, &resize);
	resize.rows = 12;
	reader_feed(p->r, &resize);
	cr_assert(eq(str, play_row(p, 11, 0), (char *)
	" On the Two Roads                       p. 1/4  0%  F1 help"));
	play_end(p);
}

Test(status, shows_a_count_and_a_pending_key)
{
	cr_assert(eq(str, status(60, "12"), (char *)
	" On the Two Roads                   p. 1/4  0%  F1 help  12"));
	cr_assert(eq(str, status(60, "Z"), (char *)
	" On the Two Roads                    p. 1/4  0%  F1 help  Z"));
	cr_assert(eq(str, status(20, "123"), (char *)
	"    p. 1/5  F1  123"));
}

Test(status, gives_way_to_a_message_until_the_next_key)
{
	cr_assert(eq(str, status(60, "A"), (char *)
	" no marks in this text yet: s highlights, B bookmarks, a n…"));
	cr_assert(eq(str, status(60, "Aj"), status(60, "j")));
}

Test(status, names_the_key_for_help_that_is_in_force)
{
	struct play *p = play_start_with(text, 60, 12, "",
	                                 "bind F1 = nothing\n"
	                                 "bind H = nothing\n"
	                                 "bind e = help\n");

	cr_assert(ne(ptr, strstr(play_row(p, 11, 0), "e help"), NULL));
	play_end(p);
}

Test(status, names_the_command_where_no_key_gives_help)
{
	struct play *p = play_start_with(text, 60, 12, "",
	                                 "bind F1 = nothing\n"
	                                 "bind H = nothing\n");

	cr_assert(ne(ptr, strstr(play_row(p, 11, 0), ":help"), NULL));
	cr_assert(eq(ptr, strstr(play_row(p, 11, 0), ":help help"), NULL));
	play_end(p);
}

Test(status, names_the_file_of_a_text_without_a_title)
{
	struct play *p = play_start("some words and no more of them.\n", 60, 6);

	cr_assert(eq(str, play_row(p, 5, 0), (char *)
	" play.txt                             p. 1/1  100%  F1 help"));
	play_end(p);
}
