/* The line editor; '|' draws the cursor in the string. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "reader/edit.h"
#include "reader/input.h"

static struct edit e;
static char drawn[1024];

static void
tear_down(void)
{
	edit_clear(&e);
}

TestSuite(edit, .fini = tear_down);

/* Begins with WITH, its '|' taken out and made the cursor. */
static void
begin(const char *with)
{
	const char *bar = strchr(with, '|');
	struct buf s = {0};

	edit_clear(&e);
	buf_add(&s, with, (size_t)(bar - with));
	buf_str(&s, bar + 1);
	edit_begin(&e, buf_text(&s));
	e.cursor = (size_t)(bar - with);
	buf_clear(&s);
}

static char *
draw(void)
{
	cr_assert(le(sz, e.cursor, e.text.n));
	cr_assert(lt(sz, e.text.n, sizeof drawn - 1));
	memcpy(drawn, buf_text(&e.text), e.cursor);
	drawn[e.cursor] = '|';
	strcpy(drawn + e.cursor + 1, buf_text(&e.text) + e.cursor);
	return drawn;
}

#define KEY(before, key, after)                                       \
	do {                                                          \
		begin(before);                                        \
		cr_assert(eq(int, edit_key(&e, key), EDIT_GOES_ON));  \
		cr_assert(eq(str, draw(), (char *)after));            \
	} while (0)

Test(edit, begins_at_the_end_of_what_is_given)
{
	edit_begin(&e, "The party");
	cr_assert(eq(str, draw(), (char *)"The party|"));
	edit_clear(&e);
	edit_begin(&e, NULL);
	cr_assert(eq(str, draw(), (char *)"|"));
}

Test(edit, takes_characters_at_the_cursor)
{
	KEY("The par|ty", 'x', "The parx|ty");
	KEY("|", 0xe9, "é|");
	KEY("|", 0x6f22, "漢|");
	KEY("a|", 0x1F469, "a👩|");
}

Test(edit, moves_by_clusters)
{
	KEY("The par|ty", INPUT_LEFT, "The pa|rty");
	KEY("The par|ty", INPUT_RIGHT, "The part|y");
	KEY("cafe\314\201|s", INPUT_LEFT, "caf|e\314\201s");
	KEY("caf|e\314\201s", INPUT_RIGHT, "cafe\314\201|s");
	KEY("a👩‍🚀|b", INPUT_LEFT, "a|👩‍🚀b");
	KEY("|ab", INPUT_LEFT, "|ab");
	KEY("ab|", INPUT_RIGHT, "ab|");
	KEY("|", INPUT_RIGHT, "|");
}

Test(edit, moves_to_the_ends_of_the_line)
{
	KEY("one\nt|wo\nthree", INPUT_HOME, "one\n|two\nthree");
	KEY("one\nt|wo\nthree", INPUT_END, "one\ntwo|\nthree");
	KEY("on|e", INPUT_CTRL('A'), "|one");
	KEY("on|e", INPUT_CTRL('E'), "one|");
}

Test(edit, moves_by_words)
{
	KEY("The old par|ty", INPUT_ALT | 'b', "The old |party");
	KEY("The old |party", INPUT_ALT | 'b', "The |old party");
	KEY("The| old party", INPUT_ALT | 'f', "The old| party");
	KEY("  |", INPUT_ALT | 'b', "|  ");
	KEY("|", INPUT_ALT | 'f', "|");
}

Test(edit, leaves_alone_what_is_no_key_of_its_own)
{
	begin("on|e");
	cr_assert(eq(int, edit_key(&e, INPUT_UP), EDIT_UNKNOWN));
	cr_assert(eq(int, edit_key(&e, INPUT_DOWN), EDIT_UNKNOWN));
	cr_assert(eq(int, edit_key(&e, INPUT_TAB), EDIT_UNKNOWN));
	cr_assert(eq(int, edit_key(&e, INPUT_F1), EDIT_UNKNOWN));
	cr_assert(eq(str, draw(), (char *)"on|e"));
}

Test(edit, takes_out_whole_clusters)
{
	KEY("The par|ty", INPUT_BACKSPACE, "The pa|ty");
	KEY("The par|ty", INPUT_DELETE, "The par|y");
	KEY("cafe\314\201|s", INPUT_BACKSPACE, "caf|s");
	KEY("a|👩‍🚀b", INPUT_DELETE, "a|b");
	KEY("|ab", INPUT_BACKSPACE, "|ab");
	KEY("ab|", INPUT_DELETE, "ab|");
}

Test(edit, takes_out_words_and_lines_and_gives_them_back)
{
	KEY("The old par|ty", INPUT_CTRL('W'), "The old |ty");
	KEY("The old  |ty", INPUT_CTRL('W'), "The |ty");
	KEY("one\ntwo th|ree", INPUT_CTRL('U'), "one\n|ree");
	KEY("one t|wo\nthree", INPUT_CTRL('K'), "one t|\nthree");
	cr_assert(eq(int, edit_key(&e, INPUT_HOME), EDIT_GOES_ON));
	cr_assert(eq(int, edit_key(&e, INPUT_CTRL('Y')), EDIT_GOES_ON));
	cr_assert(eq(str, draw(), (char *)"wo|one t\nthree"));
	KEY("|", INPUT_CTRL('Y'), "|");
	KEY("|", INPUT_CTRL('W'), "|");
}

Test(edit, ends_with_enter_and_is_given_up_with_escape)
{
	begin("The par|ty");
	cr_assert(eq(int, edit_key(&e, INPUT_ENTER), EDIT_DONE));
	cr_assert(eq(int, edit_key(&e, INPUT_ESCAPE), EDIT_CANCELLED));
	cr_assert(eq(int, edit_key(&e, INPUT_CTRL('C')), EDIT_CANCELLED));
	begin("|");
	cr_assert(eq(int, edit_key(&e, INPUT_BACKSPACE), EDIT_CANCELLED));
}

Test(edit, puts_in_a_line_end)
{
	KEY("The| party", INPUT_ALT | INPUT_ENTER, "The\n| party");
}

Test(edit, takes_no_control_and_no_bidi_control)
{
	begin("a|");
	cr_assert(eq(int, edit_key(&e, 1 + INPUT_CTRL('N')), EDIT_UNKNOWN));
	cr_assert(eq(int, edit_key(&e, 0), EDIT_UNKNOWN));
	cr_assert(eq(int, edit_key(&e, 0x202e), EDIT_UNKNOWN));
	cr_assert(eq(int, edit_key(&e, 0x9b), EDIT_UNKNOWN));
	cr_assert(eq(str, draw(), (char *)"a|"));
}

Test(edit, takes_what_is_pasted_as_text)
{
	begin("a|b");
	edit_paste(&e, "one\r\ntwo\tthree\033[31m\r\377");
	cr_assert(eq(str, draw(),
	             (char *)"aone\ntwo three[31m\n\357\277\275|b"));
}

Test(edit, never_leaves_the_cursor_inside_a_cluster)
{
	/* a mark that is put before another joins the same letter */
	KEY("e|\314\201", 0x308, "e\314\210\314\201|");
}
