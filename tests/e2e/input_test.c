/* Keys, pastes, the wheel and the clipboard through a terminal. */
#include <criterion/criterion.h>
#include <signal.h>
#include <criterion/new/assert.h>
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
	return s;
}

Test(input, gives_keys_as_they_are_typed)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "j\033OA\033[1;3D\303\251");
	session_wait_for(s, "key 6a.");
	session_wait_for(s, "key 110000.");
	session_wait_for(s, "key 1110002.");
	session_wait_for(s, "key e9.");
	session_free(s);
}

Test(input, gives_escape_soon_and_alone)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "\033");
	session_wait_for(s, "key 1b.");
	session_send(s, "x");
	session_wait_for(s, "key 78.");
	session_free(s);
}

Test(input, gives_control_keys_that_terminals_like_to_keep)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "\003\032\023\021\026\017\r");
	session_wait_for(s, "key 3.");
	session_wait_for(s, "key 1a.");
	session_wait_for(s, "key 13.");
	session_wait_for(s, "key 11.");
	session_wait_for(s, "key 16.");
	session_wait_for(s, "key f.");
	session_wait_for(s, "key d.");
	session_free(s);
}

Test(input, gives_a_paste_in_one_piece)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "\033[200~qqq\033[201~");
	session_wait_for(s, "pasted 3: qqq.");
	session_free(s);
}

Test(input, gives_a_long_paste_whole)
{
	struct session *s = easel(NULL, NULL);
	unsigned i;

	session_send(s, "\033[200~");
	for (i = 0; i < 1000; i++) {
		session_send(s, "twenty bytes a round");
		session_settle(s, 0);
	}
	session_send(s, "\033[201~");
	session_wait_for(s, "pasted 20000: twenty");
	session_free(s);
}

Test(input, gives_a_paste_whole_that_comes_faster_than_it_is_read)
{
	struct session *s = easel(NULL, NULL);
	unsigned i;

	session_send(s, "\033[200~");
	session_settle(s, 100);
	session_signal(s, SIGSTOP);
	/* wherever a piece ends, what it ends on may be the paste's end */
	for (i = 0; i < 600; i++)
		session_send(s, "\033[20\033[20\033[20\033[20\033[20");
	session_signal(s, SIGCONT);
	session_send(s, "\033[201~");
	session_wait_for(s, "pasted 12000: ");
	session_free(s);
}

Test(input, does_not_wait_for_ever_for_the_end_of_a_paste)
{
	struct session *s = easel(NULL, NULL);

	session_send(s, "\033[200~lost");
	session_wait_for(s, "pasted 4: lost.");
	session_send(s, "j");
	session_wait_for(s, "key 6a.");
	session_free(s);
}

Test(input, turns_the_wheel_into_lines)
{
	struct session *s = easel("mouse", NULL);

	cr_assert(session_sent(s, 0, "\033[?1006h", 8));
	session_send(s, "\033[<65;1;1M");
	session_wait_for(s, "key 110001.");
	session_send(s, "\033[<0;8;3M\033[<0;8;3m");
	session_wait_for(s, "click 7,2.");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	cr_assert(session_sent(s, 0, "\033[?1000l", 8));
	session_free(s);
	s = easel(NULL, NULL);
	cr_assert(not(session_sent(s, 0, "\033[?1000h", 8)),
	          "selecting by mouse is left to the terminal");
	session_free(s);
}

Test(input, copies_to_the_clipboard_of_the_terminal)
{
	static const char sequence[] = "\033]52;c;Y29waWVk\007";
	static const char within[] = "\033Ptmux;\033\033]52;c;Y29waWVk\007\033\\";
	struct session *s = easel(NULL, NULL);

	session_send(s, "Y");
	session_wait_for(s, "key 59.");
	cr_assert(session_sent(s, 0, sequence, strlen(sequence)));
	cr_assert(not(session_sent(s, 0, "tmux", 4)));
	session_free(s);
	s = easel(NULL, "TMUX=/tmp/tmux,1,0");
	session_send(s, "Y");
	session_wait_for(s, "key 59.");
	cr_assert(session_sent(s, 0, sequence, strlen(sequence)));
	cr_assert(session_sent(s, 0, within, strlen(within)));
	session_free(s);
}

/* GNU screen hands on what it does not know only in pieces that it can hold. */
Test(input, copies_through_gnu_screen_in_pieces)
{
	static const char short_one[] =
		"\033P\033]52;c;Y29waWVk\007\033\\";
	const struct session_how how = {
		.program = "tests/e2e/easel",
		.env = { "TERM=screen", "STY=1.pts-0.host" },
	};
	struct session *s = session_start(&how);
	size_t longest = 0, pieces = 0, i, piece = 0;

	session_wait_for(s, "words");
	session_send(s, "Y");
	session_wait_for(s, "key 59.");
	cr_assert(session_sent(s, 0, short_one, strlen(short_one)));
	session_send(s, "K");
	session_wait_for(s, "key 4b.");
	for (i = 0; i + 1 < s->log.n; i++) {
		if (memcmp(s->log.at + i, "\033P", 2) == 0) {
			piece = i;
			pieces++;
		} else if (memcmp(s->log.at + i, "\033\\", 2) == 0) {
			longest = i - piece > longest ? i - piece : longest;
		}
	}
	cr_assert(ge(sz, pieces, 5));
	cr_assert(le(sz, longest, 256));
	session_free(s);
}
