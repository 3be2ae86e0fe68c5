/* Where a text was left, it begins again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "session.h"

static const char title[] = "It Is Impossible to Remain";

static struct session *
open_in(const char *home)
{
	const struct session_how how = {
		.args = { session_text() },
		.home = home,
	};

	return session_start(&how);
}

static void
quit(struct session *s)
{
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

/* Puts three pages of one paragraph before all that the file PATH holds. */
static void
put_before(const char *path)
{
	struct buf held = {0}, now = {0};
	unsigned i;

	session_read_file(path, &held);
	for (i = 0; i < 100; i++)
		buf_str(&now, "A preface, which was not there. ");
	buf_str(&now, "\n\n");
	buf_add(&now, held.at, held.n);
	session_write_file(path, now.at, now.n);
	buf_clear(&held);
	buf_clear(&now);
}

/* A copy, since the same text's paragraphs are known at the other path. */
Test(places, begins_at_the_same_words_of_a_copy_that_changed)
{
	char *home = session_new_home(), path[256];
	struct session_how how = { .args = { path }, .home = home };
	struct session *s = open_in(home);
	struct buf text = {0};

	session_wait_for(s, title);
	quit(s);
	session_read_file(session_text(), &text);
	snprintf(path, sizeof path, "%s/copy.txt", home);
	session_write_file(path, text.at, text.n);
	s = session_start(&how);
	session_wait_for(s, title);
	session_send(s, "5G");
	session_wait_for(s, "p. 5/");
	session_wait_for(s, "possible for us to leave");
	quit(s);
	put_before(path);
	s = session_start(&how);
	session_wait_for(s, "paragraphs differ (:changes)");
	session_wait_for(s, "possible for us to leave");
	quit(s);
	buf_clear(&text);
	session_remove(home);
}

Test(places, are_not_those_of_another_book_of_the_same_name)
{
	char *home = session_new_home(), path[256];
	struct session_how how = { .args = { path }, .home = home };
	struct session *s;
	struct buf book = {0};
	unsigned i;

	snprintf(path, sizeof path, "%s/book.txt", home);
	for (i = 0; i < 60; i++)
		buf_printf(&book, "Of owls the part %u is told here.\n\n", i);
	session_write_file(path, book.at, book.n);
	s = session_start(&how);
	session_wait_for(s, "part 0 is");
	session_send(s, "3G");
	session_wait_for(s, "p. 3/");
	quit(s);
	book.n = 0;
	for (i = 0; i < 60; i++)
		buf_printf(&book, "Here %u whales were seen.\n\n", i);
	session_write_file(path, book.at, book.n);
	s = session_start(&how);
	session_wait_for(s, "60 paragraphs differ (:changes)");
	cr_expect(session_shows(s, "Here 0 whales"));
	quit(s);
	buf_clear(&book);
	session_remove(home);
}

static void
begins_again_where_it_was_left(int number)
{
	char *home = session_new_home();
	struct session *s = open_in(home);

	session_wait_for(s, title);
	session_send(s, "  ");
	session_wait_for(s, "p. 3/");
	if (number == SIGKILL)
		usleep(2500 * 1000); /* as long as the place must rest */
	session_signal(s, number);
	session_wait_end(s);
	session_free(s);
	s = open_in(home);
	session_wait_for(s, "p. 3/");
	quit(s);
	session_remove(home);
}

Test(places, begins_again_where_a_hangup_ended_it)
{
	begins_again_where_it_was_left(SIGHUP);
}

Test(places, begins_again_where_a_termination_ended_it)
{
	begins_again_where_it_was_left(SIGTERM);
}

Test(places, begins_again_where_it_was_killed)
{
	begins_again_where_it_was_left(SIGKILL);
}

Test(places, begins_again_where_its_terminal_vanished)
{
	char *home = session_new_home();
	struct session *s = open_in(home);
	int status;

	session_wait_for(s, title);
	session_send(s, "  ");
	session_wait_for(s, "p. 3/");
	close(s->master);
	close(s->slave);
	s->master = s->slave = -1;
	cr_assert(eq(int, waitpid(s->pid, &status, 0), s->pid));
	s->ended = true;
	session_free(s);
	s = open_in(home);
	session_wait_for(s, "p. 3/");
	quit(s);
	session_remove(home);
}

/* One signal has to do: the second gives up what was not saved yet. */
Test(places, are_kept_where_the_terminal_takes_nothing_any_more)
{
	char *home = session_new_home();
	struct session *s = open_in(home);

	session_wait_for(s, title);
	session_settle(s, 100);
	tcflow(s->slave, TCOOFF);
	session_send(s, " ");
	usleep(300 * 1000);
	session_signal(s, SIGTERM);
	cr_assert(eq(int, session_wait_end(s), 128 + SIGTERM));
	tcflow(s->slave, TCOON);
	session_free(s);
	s = open_in(home);
	session_wait_for(s, "p. 2/");
	quit(s);
	session_remove(home);
}
