/* Terminals, locales and windows of all kinds. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "session.h"

static const char title[] = "It Is Impossible to Remain";

static struct session *
open_in(const char *variable, const char *option)
{
	const struct session_how how = {
		.cols = 100,
		.args = { session_text(), option },
		.env = { variable },
	};

	return session_start(&how);
}

/* Whether the sequence behind "ESC [" is SGR with a colour in it. */
static bool
is_color(const char *at, const char *end)
{
	bool color = false;
	int n = 0;

	for (; at < end && (*at == ';' || (*at >= '0' && *at <= '9')); at++) {
		n = *at == ';' ? 0 : n * 10 + *at - '0';
		color = color || (n >= 30 && n <= 48) || (n >= 90 && n <= 107);
	}
	return color && at < end && *at == 'm';
}

static bool
sent_color(const struct session *s)
{
	const char *at = buf_text(&s->log), *end = at + s->log.n;

	while ((at = memchr(at, '\033', (size_t)(end - at)))) {
		at++;
		if (end - at > 1 && *at == '[' && is_color(at + 1, end))
			return true;
	}
	return false;
}

Test(kinds, colours_only_where_they_are_wanted)
{
	static const struct {
		const char *variable, *option;
		bool color;
	} cases[] = { { "TERM=xterm-256color", "--theme=paper", true },
		      { "TERM=xterm", "--theme=paper", true },
		      { "TERM=linux", "--theme=dark", true },
		      { "NO_COLOR=1", "--theme=paper", false },
		      { "TERM=vt100", "--theme=paper", false },
		      { "TERM=xterm-mono", "--theme=paper", false },
		      { "TERM=xterm-256color", "--no-color", false } };
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct session *s = open_in(cases[i].variable,
		                            cases[i].option);

		session_wait_for(s, title);
		session_send(s, " ");
		session_wait_for(s, "p. 2/");
		session_send(s, "q");
		cr_assert(eq(int, session_wait_end(s), 0));
		cr_assert(eq(int, sent_color(s), cases[i].color), "%s %s",
		          cases[i].variable, cases[i].option);
		session_free(s);
	}
}

Test(kinds, reads_in_terminals_of_many_kinds)
{
	static const char *const types[] = {
		"TERM=vt100",	"TERM=vt220",	 "TERM=linux",
		"TERM=xterm",	"TERM=screen",	 "TERM=tmux-256color",
		"TERM=ansi",	"TERM=rxvt",	 "TERM=xterm-mono",
		"TERM=vt102",
	};
	size_t i;

	for (i = 0; i < sizeof types / sizeof types[0]; i++) {
		struct session *s = open_in(types[i], NULL);

		session_wait_for(s, title);
		session_send(s, " ");
		session_wait_for(s, "p. 2/");
		session_send(s, "q");
		cr_assert(eq(int, session_wait_end(s), 0), "%s", types[i]);
		cr_assert(session_modes_are_restored(s), "%s", types[i]);
		session_free(s);
	}
}

/* Debian's base has no terminal of 16 colours, so one is described here. */
Test(kinds, takes_bright_colours_where_there_are_sixteen)
{
	static const char source[] =
		"lectern-16|sixteen colours,\n\tcolors#16, pairs#256,\n"
		"\tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e9%p1%{8}%-%d%;m,\n"
		"\tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e10%p1%{8}%-%d%;m,\n"
		"\tuse=xterm-256color,\n";
	char *home = session_new_home();
	struct buf line = {0};
	struct session_how how = {
		.home = home,
		.args = { "--theme=dark", session_text() },
		.env = { "TERM=lectern-16" },
	};
	struct session *s;

	buf_printf(&line, "%s/source", home);
	session_write_file(line.at, source, strlen(source));
	buf_reset(&line);
	buf_printf(&line, "tic -x -o %s/.terminfo %s/source 2>/dev/null", home,
	           home);
	if (system(line.at))
		cr_skip_test("no tic");
	s = session_start(&how);
	session_wait_for(s, title);
	cr_assert(sent_color(s));
	cr_assert(not(session_sent(s, 0, "\033[38;5;", 7)));
	cr_assert(not(session_sent(s, 0, "\033[48;5;", 7)));
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
	buf_clear(&line);
	session_remove(home);
}

Test(kinds, believes_the_terminal_more_than_the_environment_in_its_size)
{
	struct session *s = open_in("COLUMNS=40", NULL);

	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, "p. 2/");
	/* The status line reaches the right edge of the window. */
	cr_assert(session_cell(s, 99, 23).reverse);
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

Test(kinds, names_a_cure_where_the_terminal_is_unfit)
{
	static const char *const types[] = { "TERM=dumb", "TERM=nonesuch",
		                             "TERM" };
	size_t i;

	for (i = 0; i < sizeof types / sizeof types[0]; i++) {
		const struct session_how how = {
			.cols = 200,
			.args = { session_text() },
			.env = { types[i] },
		};
		struct session *s = session_start(&how);

		cr_assert(eq(int, session_wait_end(s), 1), "%s", types[i]);
		cr_assert(session_shows(s, "lectern: "));
		cr_assert(session_shows(s, "lectern --dump FILE | less"));
		cr_assert(eq(str, (char *)session_row(s, 1), (char *)""));
		session_free(s);
	}
}

Test(kinds, reads_utf8_in_the_c_locale_and_says_so)
{
	struct session *s = open_in("LC_ALL=C", NULL);

	session_wait_for(s, title);
	session_wait_for(s, "locale is not UTF-8");
	session_send(s, "n ");
	session_wait_for(s, "p. 2/");
	session_wait_for(s, "“");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

Test(kinds, says_nothing_of_the_locale_where_none_was_chosen)
{
	struct session *s = open_in("LC_ALL", NULL);

	session_wait_for(s, title);
	session_settle(s, 100);
	cr_assert(not(session_shows(s, "locale")));
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

Test(kinds, reads_in_windows_of_all_sizes)
{
	static const unsigned cols[] = { 1, 2, 3, 7, 19, 20, 40, 99, 100, 200 };
	static const unsigned rows[] = { 1, 2, 4, 5, 6, 60 };
	size_t c, r;

	for (c = 0; c < sizeof cols / sizeof cols[0]; c++)
		for (r = 0; r < sizeof rows / sizeof rows[0]; r++) {
			const struct session_how how = {
				.cols = cols[c],
				.rows = rows[r],
				.args = { session_text() },
			};
			struct session *s = session_start(&how);

			session_settle(s, 30);
			session_send(s, " \t:s\033sa\033Ho");
			session_settle(s, 30);
			session_send(s, "\033");
			session_settle(s, 50);
			session_send(s, "\003\003\003");
			cr_assert(eq(int, session_wait_end(s), 130),
			          "%ux%u", cols[c], rows[r]);
			session_free(s);
		}
}

Test(kinds, survives_a_window_that_shrinks_to_nothing_and_grows)
{
	struct session *s = open_in(NULL, NULL);
	unsigned i;

	session_wait_for(s, title);
	for (i = 0; i < 100; i++)
		session_resize(s, 1 + i * 37 % 150, 1 + i * 23 % 50);
	session_resize(s, 80, 24);
	session_wait_for(s, title);
	session_wait_for(s, "p. 1/");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}
