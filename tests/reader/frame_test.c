/* Frames: clusters, widths and cutting, drawn as text. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "reader/frame.h"

static char drawn[4096];

static char *
draw(const struct frame *f)
{
	struct buf out = {0};

	frame_text(f, &out);
	cr_assert(lt(sz, out.n, sizeof drawn));
	strcpy(drawn, buf_text(&out));
	buf_clear(&out);
	return drawn;
}

/* The single row of COLS that S makes when ROOM columns are given to it. */
static char *
put(unsigned cols, unsigned room, const char *s, unsigned *used)
{
	struct frame f;
	unsigned n;

	frame_init(&f, cols, 1);
	n = frame_put(&f, 0, 0, room, s, STYLE_TEXT, 0);
	if (used)
		*used = n;
	draw(&f);
	frame_clear(&f);
	return drawn;
}

Test(frame, shows_words_and_nothing_behind_them)
{
	struct frame f;

	frame_init(&f, 10, 3);
	frame_put(&f, 2, 1, 8, "word", STYLE_TEXT, 0);
	cr_assert(eq(str, draw(&f), (char *)"\n  word\n\n"));
	frame_clear(&f);
}

Test(frame, cuts_what_does_not_fit_and_says_so)
{
	unsigned used;

	cr_assert(eq(str, put(20, 6, "exactly", &used), (char *)"exact…\n"));
	cr_assert(eq(uint, used, 6));
	cr_assert(eq(str, put(20, 7, "exactly", &used), (char *)"exactly\n"));
	cr_assert(eq(uint, used, 7));
	cr_assert(eq(str, put(20, 1, "exactly", &used), (char *)"e\n"));
	cr_assert(eq(str, put(4, 99, "exactly", &used), (char *)"exa…\n"));
	cr_assert(eq(str, put(4, 0, "exactly", &used), (char *)"\n"));
	cr_assert(eq(uint, used, 0));
}

Test(frame, never_halves_a_wide_character)
{
	unsigned used;

	cr_assert(eq(str, put(20, 4, "漢字漢", &used), (char *)"漢…\n"));
	cr_assert(eq(uint, used, 3));
	cr_assert(eq(str, put(20, 5, "漢字漢", &used), (char *)"漢字…\n"));
	cr_assert(eq(str, put(20, 6, "漢字漢", &used), (char *)"漢字漢\n"));
	cr_assert(eq(str, put(1, 1, "漢", &used), (char *)"\n"));
}

Test(frame, keeps_combining_marks_with_their_letter)
{
	struct frame f;
	struct cell *c;

	frame_init(&f, 4, 1);
	cr_assert(eq(uint, frame_put(&f, 0, 0, 4, "e\314\201x", 0, 0), 2));
	c = frame_cell(&f, 0, 0);
	cr_assert(eq(u32, c->part[0], 'e'));
	cr_assert(eq(u32, c->part[1], 0x301));
	cr_assert(eq(u32, frame_cell(&f, 1, 0)->part[0], 'x'));
	frame_clear(&f);
}

Test(frame, takes_no_more_marks_than_a_cell_has_room_for)
{
	struct buf s = {0};
	struct frame f;
	int i;

	buf_char(&s, 'e');
	for (i = 0; i < 50; i++)
		buf_ucs(&s, 0x301);
	buf_char(&s, 'x');
	frame_init(&f, 4, 1);
	cr_assert(eq(uint, frame_put(&f, 0, 0, 4, buf_text(&s), 0, 0), 2));
	cr_assert(eq(u32, frame_cell(&f, 0, 0)->part[3], 0x301));
	cr_assert(eq(u32, frame_cell(&f, 1, 0)->part[0], 'x'));
	frame_clear(&f);
	buf_clear(&s);
}

Test(frame, shows_the_first_of_joined_emoji)
{
	unsigned used;

	put(20, 20, "👩‍🚀.", &used);
	cr_assert(eq(str, drawn, (char *)"👩.\n"));
	cr_assert(eq(uint, used, 3));
}

Test(frame, lets_no_control_in)
{
	cr_assert(eq(str, put(20, 20, "a\033[31mb\ac\177\302\233\342\200\256d",
	                      NULL), (char *)"a[31mbcd\n"));
	cr_assert(eq(str, put(20, 20, "a\tb\nc\r\nd", NULL),
	             (char *)"a b c d\n"));
}

Test(frame, shows_invalid_bytes_as_replacements)
{
	cr_assert(eq(str, put(20, 20, "a\377b", NULL),
	             (char *)"a\357\277\275b\n"));
}

Test(frame, touches_nothing_outside_itself)
{
	struct frame f;

	frame_init(&f, 3, 2);
	cr_assert(eq(uint, frame_put(&f, 3, 0, 9, "x", 0, 0), 0));
	cr_assert(eq(uint, frame_put(&f, 0, 2, 9, "x", 0, 0), 0));
	frame_fill(&f, 2, 1, 99, STYLE_STATUS, FRAME_REVERSE);
	frame_fill(&f, 0, 7, 3, STYLE_STATUS, 0);
	cr_assert(eq(u8, frame_cell(&f, 2, 1)->style, STYLE_STATUS));
	cr_assert(eq(u8, frame_cell(&f, 1, 1)->style, STYLE_TEXT));
	cr_assert(eq(ptr, frame_cell(&f, 0, 2), NULL));
	frame_clear(&f);
	frame_init(&f, 0, 0);
	cr_assert(eq(uint, frame_put(&f, 0, 0, 9, "x", 0, 0), 0));
	cr_assert(eq(str, draw(&f), (char *)""));
	frame_clear(&f);
}

Test(frame, leaves_no_half_of_a_wide_cell_behind)
{
	struct frame f;

	frame_init(&f, 6, 1);
	frame_put(&f, 0, 0, 6, "漢字漢", 0, 0);
	frame_put(&f, 1, 0, 1, "x", 0, 0);
	cr_assert(eq(str, draw(&f), (char *)" x字漢\n"));
	frame_put(&f, 2, 0, 1, "y", 0, 0);
	cr_assert(eq(str, draw(&f), (char *)" xy 漢\n"));
	frame_put(&f, 3, 0, 2, "字", 0, 0);
	cr_assert(eq(str, draw(&f), (char *)" xy字\n"));
	cr_assert(eq(u8, frame_cell(&f, 5, 0)->width, 1));
	frame_clear(&f);
}

Test(frame, fills_leave_no_half_of_a_wide_cell_behind)
{
	struct frame f;

	frame_init(&f, 9, 2);
	frame_put(&f, 0, 0, 9, "a\344\270\255\344\270\255"
	          "\344\270\255z", STYLE_TEXT, 0);
	frame_fill(&f, 2, 0, 4, STYLE_STATUS, FRAME_REVERSE);
	cr_assert(eq(str, draw(&f), (char *)"a      z\n\n"));
	cr_assert(eq(uint, f.at[1].width, 1));
	cr_assert(eq(uint, f.at[1].style, STYLE_TEXT));
	cr_assert(eq(uint, f.at[2].style, STYLE_STATUS));
	cr_assert(eq(uint, f.at[5].style, STYLE_STATUS));
	cr_assert(eq(uint, f.at[6].width, 1));
	cr_assert(eq(uint, f.at[6].style, STYLE_TEXT));
	frame_fill(&f, 7, 0, 99, STYLE_STATUS, 0);
	cr_assert(eq(uint, f.at[9].style, STYLE_TEXT));
	frame_fill(&f, 9, 0, 1, STYLE_STATUS, 0);
	frame_fill(&f, 0, 1, 0, STYLE_STATUS, 0);
	cr_assert(eq(uint, f.at[9].style, STYLE_TEXT));
	frame_clear(&f);
}

Test(frame, measures_what_it_puts)
{
	static const char s[] = "e\314\201 漢 \033👩‍🚀";

	cr_assert(eq(uint, frame_width(s, strlen(s)), 1 + 1 + 2 + 1 + 2));
	cr_assert(eq(uint, frame_width("", 0), 0));
}
