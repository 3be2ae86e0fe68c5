/* From text to text and back: jumps lead where they came from. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "long_text.h"
#include "play.h"

static const char one[] = "~/one.txt", two[] = "~/two.txt";

/* A reader of a long text at PATH. */
static struct play *
read_at(const char *path, const char *store)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start_with(buf_text(&text), 80, 24, store, "");
	free(p->r->path);
	p->r->path = mem_copy(path);
	buf_clear(&text);
	return p;
}

/* P's reader gives way to one of the text at PATH. */
static struct play *
go_on(struct play *p, const char *path, bool returns)
{
	struct play *next = read_at(path, "");

	reader_came_from(next->r, p->r, returns);
	play_end(p);
	return next;
}

static bool
asks_for(struct play *p, const char *path)
{
	return play_asks(p, REQUEST_RETURN, path);
}

Test(texts, lead_back_to_the_screen_that_was_left)
{
	struct play *p = read_at(one, "");
	char *before;

	play_keys(p, "3]jjj");
	before = mem_copy(play_screen(p));
	p = go_on(p, two, false);
	play_keys(p, "<^O>");
	cr_assert(asks_for(p, one));
	p = go_on(p, one, true);
	cr_assert(eq(str, play_screen(p), before));
	/* and further back in the first one */
	play_keys(p, "<^O>");
	cr_assert(eq(sz, p->r->kept, 0));
	free(before);
	play_end(p);
}

Test(texts, lead_forward_again)
{
	struct play *p = go_on(read_at(one, ""), two, false);
	text_pos there;

	play_keys(p, "5]");
	there = p->r->kept;
	play_keys(p, "<^O>");
	cr_assert(not(asks_for(p, one)));
	play_keys(p, "<^O>");
	cr_assert(asks_for(p, one));
	p = go_on(p, one, true);
	cr_assert(eq(sz, p->r->jumps.here, 0));
	play_keys(p, "<M-Right>");
	cr_assert(asks_for(p, two));
	p = go_on(p, two, true);
	cr_assert(eq(sz, p->r->kept, 0));
	play_keys(p, "<M-Right>");
	cr_assert(eq(sz, p->r->kept, there));
	play_end(p);
}

Test(texts, are_swapped_as_places_are)
{
	struct play *p = read_at(one, "");
	text_pos left;

	play_keys(p, "4]");
	left = p->r->kept;
	p = go_on(p, two, false);
	play_keys(p, "''");
	cr_assert(asks_for(p, one));
	p = go_on(p, one, true);
	cr_assert(eq(sz, p->r->kept, left));
	play_keys(p, "''");
	cr_assert(asks_for(p, two));
	p = go_on(p, two, true);
	cr_assert(eq(sz, p->r->kept, 0));
	play_end(p);
}

Test(texts, a_count_stops_at_the_edge_of_one)
{
	struct play *p = read_at(one, "");

	play_keys(p, "]");
	p = go_on(p, two, false);
	play_keys(p, "]9<^O>");
	cr_assert(eq(sz, p->r->kept, 0));
	cr_assert(asks_for(p, one));
	cr_assert(not(asks_for(p, one)));
	play_end(p);
}

Test(texts, that_cannot_be_opened_change_nothing)
{
	struct play *p = go_on(read_at(one, ""), two, false);

	play_keys(p, "<^O>");
	cr_assert(asks_for(p, one));
	/* nothing came of that */
	play_keys(p, "]<^O>");
	cr_assert(not(asks_for(p, one)));
	cr_assert(eq(sz, p->r->kept, 0));
	play_keys(p, "<^O>");
	cr_assert(asks_for(p, one));
	play_end(p);
}

Test(texts, that_became_shorter_show_their_end)
{
	struct play *p = read_at(one, ""), *now;

	play_keys(p, "G");
	p = go_on(p, two, false);
	play_keys(p, "<^O>");
	now = play_start("Nothing but this.\n", 80, 24);
	reader_came_from(now->r, p->r, true);
	cr_assert(le(sz, now->r->kept, now->text->n));
	cr_assert(ne(ptr, strstr(play_screen(now), "Nothing but"), NULL));
	play_end(p);
	play_end(now);
}

Test(texts, without_a_path_are_not_come_back_to)
{
	struct play *p = go_on(read_at(NULL, ""), two, false);

	play_keys(p, "<^O>");
	cr_assert(eq(str, p->r->message, (char *)"nothing to go back to"));
	play_end(p);
}

static const char lost_mark[] =
	"Id: 01AAAAAAAAAAA\nKind: work\nTitle: A Long Text\n"
	"Path: ~/play.txt\n\n"
	"Id: 01BBBBBBBBBBB\nKind: highlight\nWork: 01AAAAAAAAAAA\n"
	"Start: 5\nEnd: 60\n"
	"Quote: words that were never written in any text of this kind\n";

Test(texts, say_of_a_mark_that_is_lost_that_it_is)
{
	struct play *p = read_at(one, lost_mark);

	reader_go_to_mark(p->r, "01BBBBBBBBBBB");
	cr_assert(eq(str, p->r->message, (char *)
	             "lost: its words are not in this text"));
	reader_go_to_mark(p->r, "01CCCCCCCCCCC");
	cr_assert(eq(str, p->r->message, (char *)
	             "that mark is not of this text any more"));
	play_end(p);
}
