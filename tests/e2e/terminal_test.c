/* The terminal is given back as it was, whatever happens. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "session.h"

static struct session *
easel(const char *variable)
{
	const struct session_how how = {
		.program = "tests/e2e/easel",
		.env = { variable },
	};
	struct session *s = session_start(&how);

	session_wait_for(s, "words");
	session_settle(s, 50);
	return s;
}

static void
assert_given_back(struct session *s)
{
	cr_assert(session_modes_are_restored(s));
	cr_assert(not(s->alternate));
	cr_assert(not(s->cursor_hidden));
	cr_assert(session_sent(s, 0, "\033[?2004h", 8));
	cr_assert(session_sent(s, 0, "\033[?2004l", 8));
	/* What is left on is asked for by the last of the two. */
	cr_assert(session_sent(s, s->log.n - 200 < s->log.n ? s->log.n - 200
	                                                    : 0,
	                       "\033[?1l\033>", 7));
}

Test(terminal, is_taken)
{
	struct session *s = easel(NULL);

	cr_assert(s->alternate);
	cr_assert(not(session_modes_are_restored(s)));
	session_free(s);
}

Test(terminal, is_given_back_on_quitting)
{
	struct session *s = easel(NULL);

	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	assert_given_back(s);
	session_free(s);
}

Test(terminal, is_given_back_on_each_signal_that_ends)
{
	static const int numbers[] = { SIGHUP, SIGINT, SIGTERM, SIGQUIT,
		                       SIGUSR1, SIGALRM, SIGPIPE };
	size_t i;

	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct session *s = easel(NULL);

		session_signal(s, numbers[i]);
		cr_assert(eq(int, session_wait_end(s), 128 + numbers[i]));
		assert_given_back(s);
		session_free(s);
	}
}

Test(terminal, is_given_back_on_a_crash)
{
	static const struct {
		const char *key;
		int signal;
	} crashes[] = { { "A", SIGABRT }, { "F", SIGSEGV }, { "O", SIGSEGV },
		        { "M", SIGABRT } };
	size_t i;

	for (i = 0; i < sizeof crashes / sizeof crashes[0]; i++) {
		struct session *s = easel(NULL);

		session_send(s, crashes[i].key);
		cr_assert(eq(int, session_wait_end(s),
		             128 + crashes[i].signal), "%s", crashes[i].key);
		assert_given_back(s);
		cr_assert(session_shows(s, "every mark made so far"));
		session_free(s);
	}
}

Test(terminal, is_given_back_by_the_second_signal_when_the_first_is_not_heard)
{
	struct session *s = easel(NULL);

	session_send(s, "H");
	session_settle(s, 50);
	session_signal(s, SIGTERM);
	usleep(50 * 1000);
	cr_assert(not(session_modes_are_restored(s)), "it hangs");
	session_signal(s, SIGTERM);
	cr_assert(eq(int, session_wait_end(s), 128 + SIGTERM));
	assert_given_back(s);
	session_free(s);
}

Test(terminal, can_be_left_by_the_keyboard_when_the_program_hangs)
{
	struct session *s = easel(NULL);

	session_send(s, "H");
	session_settle(s, 50);
	/* two are enough, but two that come at once may be one signal */
	for (int i = 0; i < 20 && !session_has_ended(s); i++) {
		session_send(s, "\034");
		usleep(50 * 1000);
	}
	cr_assert(eq(int, session_wait_end(s), 128 + SIGQUIT));
	assert_given_back(s);
	session_free(s);
}

Test(terminal, ends_the_program_when_it_vanishes)
{
	const struct session_how how = {
		.program = "tests/e2e/easel",
		.ignores_hangup = true,
	};
	struct session *s = session_start(&how);
	int status;
	unsigned i;

	session_wait_for(s, "words");
	close(s->slave);
	close(s->master);
	s->master = s->slave = -1;
	for (i = 0; i < 500 && !s->ended; i++) {
		usleep(10 * 1000);
		s->ended = waitpid(s->pid, &status, WNOHANG) == s->pid;
	}
	cr_assert(s->ended);
	cr_assert(ne(int, WIFEXITED(status), 0));
	cr_assert(eq(int, WEXITSTATUS(status), 128 + SIGHUP));
	session_free(s);
}

Test(terminal, without_another_screen_keeps_no_rest_in_its_last_line)
{
	struct session *s = easel("TERM=vt100");

	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	cr_assert(session_modes_are_restored(s));
	cr_assert(not(s->cursor_hidden));
	cr_assert(eq(str, (char *)session_row(s, 23), (char *)""));
	session_free(s);
}

static struct session *
shell(void)
{
	const struct session_how how = {
		.program = "sh",
		.args = { "-i" },
		.env = { "PS1=ready> ", "ENV", "HISTFILE" },
	};
	struct session *s = session_start(&how);

	session_wait_for(s, "ready>");
	session_send(s, session_built("tests/e2e/easel"));
	session_send(s, "\r");
	session_wait_for(s, "words");
	session_settle(s, 50);
	return s;
}

static void
leave(struct session *s)
{
	session_send(s, "q");
	session_wait_until_gone(s, "words");
	session_settle(s, 100);
	session_send(s, "exit\r");
	session_wait_end(s);
	session_free(s);
}

Test(terminal, is_given_to_the_shell_and_back_on_suspending)
{
	struct session *s = shell();

	session_send(s, "Z");
	session_wait_for(s, "topped");
	session_settle(s, 100);
	cr_assert(not(s->alternate));
	cr_assert(not(s->cursor_hidden));
	session_send(s, "echo $((6 * 7))\r");
	session_wait_for(s, "42");
	session_send(s, "fg\r");
	session_wait_for(s, "words");
	cr_assert(s->alternate);
	cr_assert(s->cursor_hidden);
	cr_assert(not(session_shows(s, "42")));
	leave(s);
}

Test(terminal, is_measured_again_after_suspending)
{
	struct session *s = shell();

	session_send(s, "Z");
	session_wait_for(s, "topped");
	session_settle(s, 100);
	session_resize(s, 60, 30);
	session_send(s, "fg\r");
	session_wait_for(s, "words");
	session_settle(s, 100);
	cr_assert(eq(u32, session_cell(s, 59, 29).text[0], 'X'));
	leave(s);
}

Test(terminal, is_painted_again_after_a_stop_that_was_not_told)
{
	struct session *s = easel(NULL);

	session_signal(s, SIGSTOP);
	tcsetattr(s->slave, TCSANOW, &s->modes);
	session_wipe(s);
	session_signal(s, SIGCONT);
	session_wait_for(s, "words");
	cr_assert(not(session_modes_are_restored(s)));
	session_free(s);
}

Test(terminal, is_painted_again_when_its_size_changed_there_and_back)
{
	struct session *s = easel(NULL);

	session_wipe(s);
	session_signal(s, SIGWINCH);
	session_wait_for(s, "words");
	session_free(s);
}

Test(terminal, is_another_programs_while_that_runs)
{
	struct session *s = easel(NULL);

	session_send(s, "L");
	session_wait_for(s, "another program");
	cr_assert(not(s->alternate));
	cr_assert(session_modes_are_restored(s));
	session_send(s, "\003\r");
	session_settle(s, 100);
	session_send(s, "\r");
	session_wait_for(s, "words");
	cr_assert(s->alternate, "an interrupt meant the other");
	session_free(s);
}

Test(terminal, tells_its_new_size)
{
	struct session *s = easel(NULL);

	session_resize(s, 132, 50);
	session_wait_for(s, "size 132x50.");
	session_settle(s, 50);
	cr_assert(eq(u32, session_cell(s, 131, 49).text[0], 'X'));
	session_resize(s, 80, 24);
	session_wait_for(s, "size 80x24.");
	session_settle(s, 50);
	cr_assert(eq(u32, session_cell(s, 79, 23).text[0], 'X'));
	session_free(s);
}

Test(terminal, may_be_of_any_size)
{
	static const unsigned sizes[][2] = { { 1, 1 },   { 2, 1 },  { 1, 40 },
		                             { 200, 1 }, { 3, 3 },
		                             { 200, 60 }, { 500, 200 } };
	size_t i;

	for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		const struct session_how how = {
			.program = "tests/e2e/easel",
			.cols = sizes[i][0],
			.rows = sizes[i][1],
		};
		struct session *s = session_start(&how);

		session_wait_for(s, "X");
		session_settle(s, 50);
		cr_assert(eq(u32, session_cell(s, s->cols - 1, s->rows - 1)
		                          .text[0], 'X'));
		session_send(s, "q");
		cr_assert(eq(int, session_wait_end(s), 0));
		session_free(s);
	}
}

Test(terminal, that_is_unfit_is_refused_in_one_line_that_names_a_cure)
{
	static const char *const types[] = { "TERM=dumb", "TERM=nonesuch",
		                             "TERM=", "TERM",
		                             "TERM=\033]0;x\007" };
	size_t i;

	for (i = 0; i < sizeof types / sizeof types[0]; i++) {
		const struct session_how how = {
			.program = "tests/e2e/easel",
			.cols = 200,
			.env = { types[i] },
		};
		struct session *s = session_start(&how);

		cr_assert(eq(int, session_wait_end(s), 1));
		cr_assert(session_shows(s, "easel: "));
		cr_assert(session_shows(s, "lectern --dump FILE | less"));
		cr_assert(eq(str, (char *)session_row(s, 1), (char *)""));
		cr_assert(not(session_sent(s, 0, "\033", 1)));
		session_free(s);
	}
}

Test(terminal, shows_utf8_in_a_c_locale_too)
{
	struct session *s = easel("LC_ALL=C");

	cr_assert(session_shows(s, "“quotes” 中文"));
	session_free(s);
	s = easel("LC_ALL");
	cr_assert(session_shows(s, "“quotes” 中文"));
	session_free(s);
}
