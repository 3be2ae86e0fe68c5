/* The screen alone, seen through a terminal: frames in, cells out. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <signal.h>
#include <string.h>

#include "session.h"

static struct session *
easel(const char *option, const char *variable)
{
	const struct session_how how = {
		.program = "tests/e2e/easel",
		.args = { option },
		.env = { variable },
	};
	struct session *s = session_start(&how);

	session_wait_for(s, "words");
	session_settle(s, 50);
	return s;
}

Test(paint, shows_wide_and_combined_characters_in_their_columns)
{
	struct session *s = easel(NULL, NULL);
	struct session_cell c;

	cr_assert(eq(str, (char *)session_row(s, 0),
	             (char *)"“quotes” 中文 e\u0301 😀 end"));
	c = session_cell(s, 9, 0);
	cr_assert(eq(u32, c.text[0], 0x4e2d));
	cr_assert(eq(uint, c.width, 2));
	c = session_cell(s, 14, 0);
	cr_assert(eq(u32, c.text[0], 'e'));
	cr_assert(eq(u32, c.text[1], 0x301));
	cr_assert(eq(u32, session_cell(s, 19, 0).text[0], 'e'));
	session_free(s);
}

Test(paint, addresses_anew_what_follows_a_character_of_unsure_width)
{
	static const char sent[] = "\360\237\230\200\033[1;19H";
	struct session *s = easel(NULL, NULL);

	cr_assert(session_sent(s, 0, sent, strlen(sent)));
	session_free(s);
}

Test(paint, fills_the_last_cell_of_the_screen)
{
	struct session *s = easel(NULL, NULL);

	cr_assert(eq(u32, session_cell(s, 79, 23).text[0], 'X'));
	session_free(s);
}

Test(paint, gives_each_style_its_colours)
{
	struct session *s = easel("paper", NULL);

	cr_assert(eq(int, session_cell(s, 0, 1).fg, 235));
	cr_assert(eq(int, session_cell(s, 0, 1).bg, 230));
	cr_assert(eq(int, session_cell(s, 70, 15).bg, 230));
	session_free(s);
}

Test(paint, leaves_the_terminal_its_own_colours)
{
	struct session *s = easel("terminal", NULL);

	cr_assert(session_cell(s, 0, 1).fg_own);
	cr_assert(session_cell(s, 0, 1).bg_own);
	session_free(s);
}

Test(paint, takes_the_low_colours_where_there_are_eight)
{
	struct session *s = easel("paper", "TERM=xterm");

	cr_assert(eq(int, session_cell(s, 0, 1).fg, 0));
	cr_assert(eq(int, session_cell(s, 0, 1).bg, 7));
	session_free(s);
}

static bool
sent_color(const struct session *s)
{
	static const char *const starts[] = { "\033[3", "\033[4", "\033[9",
		                              "\033[10", "\033[38", "\033[48" };
	size_t i, k;

	for (i = 0; i + 4 < s->log.n; i++)
		for (k = 0; k < sizeof starts / sizeof starts[0]; k++) {
			const char *at = s->log.at + i;
			size_t n = strlen(starts[k]);

			/* \033[3m and \033[4m are italic and underline */
			if (!strncmp(at, starts[k], n) && at[n] >= '0' &&
			    at[n] <= '9')
				return true;
		}
	return false;
}

Test(paint, sends_no_colour_where_none_is_wanted)
{
	struct session *s = easel("nocolor", NULL);

	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	cr_assert(not(sent_color(s)));
	session_free(s);
}

Test(paint, sends_no_colour_to_a_terminal_without)
{
	struct session *s = easel("paper", "TERM=vt100");

	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	cr_assert(not(sent_color(s)));
	session_free(s);
}

Test(paint, sends_attributes_as_far_as_the_terminal_has_them)
{
	struct session *s = easel("nocolor", NULL);

	cr_assert(session_cell(s, 0, 2).bold);
	cr_assert(session_cell(s, 6, 2).italic);
	cr_assert(session_cell(s, 9, 2).underline);
	cr_assert(session_cell(s, 12, 2).reverse);
	session_free(s);
	s = easel("nocolor", "TERM=vt100");
	cr_assert(session_cell(s, 6, 2).underline, "for want of italic");
	cr_assert(not(session_cell(s, 6, 2).italic));
	session_free(s);
}

Test(paint, lets_nothing_out_that_is_not_printable)
{
	struct session *s = easel(NULL, NULL);
	size_t from = s->log.n;
	unsigned i;

	session_send(s, "i");
	session_wait_for(s, "ill");
	session_settle(s, 50);
	for (i = 0; i < 12; i++)
		cr_assert(eq(u32, session_cell(s, 2 * i + 1, 0).text[0], '.'));
	cr_assert(not(session_sent(s, from, "\007", 1)));
	cr_assert(not(session_sent(s, from, "\033]", 2)));
	cr_assert(not(session_sent(s, from, "\302\205", 2)));
	cr_assert(not(session_sent(s, from, "\302\233", 2)));
	cr_assert(not(session_sent(s, from, "\342\200\256", 3)));
	cr_assert(not(session_sent(s, from, "\342\201\246", 3)));
	session_free(s);
}

Test(paint, keeps_the_columns_where_widths_are_wrong)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "i");
	session_wait_for(s, "ill");
	session_settle(s, 50);
	cr_assert(eq(str, (char *)session_row(s, 1), (char *)"�<one"));
	cr_assert(eq(str, (char *)session_row(s, 2), (char *)"w <two"));
	cr_assert(eq(u32, session_cell(s, 0, 3).text[0], 'c'));
	cr_assert(eq(u32, session_cell(s, 79, 3).text[0], 0xfffd));
	session_free(s);
}

Test(paint, sends_only_what_has_changed)
{
	struct session *s = easel(NULL, NULL);
	size_t from = s->log.n;

	session_send(s, "w");
	session_wait_for(s, "key 77.");
	session_settle(s, 50);
	/* One row of eight letters, and the way there. */
	cr_assert(lt(sz, s->log.n - from, 40));
	session_free(s);
}

Test(paint, sends_all_again_when_asked_to)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "R");
	session_wait_for(s, "key 52.");
	cr_assert(session_sent(s, 100, "quotes", 6));
	session_free(s);
}

Test(paint, shows_the_cursor_only_where_it_is_wanted)
{
	struct session *s = easel(NULL, NULL);

	cr_assert(s->cursor_hidden);
	session_send(s, "c");
	session_wait_for(s, "cursor");
	session_settle(s, 50);
	cr_assert(not(s->cursor_hidden));
	session_send(s, "w");
	session_wait_for(s, "words");
	session_settle(s, 50);
	cr_assert(s->cursor_hidden);
	session_free(s);
}
