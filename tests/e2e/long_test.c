/* Texts of any size: read while they come in. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "session.h"

enum { LONG = 10 * 1000 * 1000 }; /* [byte] */

/* Paragraphs that tell their number: "Paragraph 12 of many, ...". Returns the
 * number of the last. */
static unsigned
write_long(const char *path, size_t bytes)
{
	FILE *f = fopen(path, "w");
	unsigned i = 0;
	size_t n = 0;

	cr_assert(ne(ptr, f, NULL));
	n += (size_t)fprintf(f, "A Book of Numbers\n\n");
	while (n < bytes) {
		n += (size_t)fprintf(f, "Paragraph %u of many, which is", ++i);
		n += (size_t)fprintf(f, " followed by the one after it and %s",
		                     i % 3 ? "says very little.\n\n"
		                           : "has nothing to add to that.\n\n");
	}
	fclose(f);
	return i;
}

static struct session *
open_path(const char *home, const char *path)
{
	const struct session_how how = {.args = {path}, .home = home};

	return session_start(&how);
}

static void
quit(struct session *s)
{
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

/* A home with a long text in it, and its last words. */
struct shelf {
	char *home;
	char path[256];
	char last[64];
};

static void
begin(struct shelf *b, size_t bytes)
{
	b->home = session_new_home();
	snprintf(b->path, sizeof b->path, "%s/long.txt", b->home);
	snprintf(b->last, sizeof b->last, "Paragraph %u of many",
	         write_long(b->path, bytes));
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

Test(long_text, shows_its_first_words_its_last_and_its_pages)
{
	struct shelf b;
	struct session *s;

	begin(&b, LONG);
	s = open_path(b.home, b.path);
	session_wait_for(s, "A Book of Numbers");
	session_wait_for(s, "Paragraph 1 of many");
	session_send(s, "G");
	session_wait_for(s, b.last);
	session_send(s, "g");
	session_wait_for(s, "Paragraph 1 of many");
	session_wait_until_gone(s, "reading");
	session_wait_until_gone(s, "/\xE2\x80\xA6");
	session_send(s, "G");
	session_wait_for(s, b.last);
	session_wait_for(s, "100%");
	quit(s);
	session_remove(b.home);
}

Test(long_text, is_opened_again_where_it_was_left)
{
	struct shelf b;
	struct session *s;
	char row[512];

	begin(&b, LONG);
	s = open_path(b.home, b.path);
	session_wait_for(s, "Paragraph 1 of many");
	session_send(s, "90%");
	session_wait_for(s, "90%");
	session_wait_until_gone(s, "/\xE2\x80\xA6");
	session_settle(s, 100);
	snprintf(row, sizeof row, "%s", session_row(s, 0));
	quit(s);
	s = open_path(b.home, b.path);
	session_wait_for(s, row);
	cr_expect(eq(str, (char *)session_row(s, 0), row));
	session_wait_until_gone(s, "/\xE2\x80\xA6");
	cr_expect(eq(str, (char *)session_row(s, 0), row));
	quit(s);
	session_remove(b.home);
}

/* 5000 paragraphs before all that the file PATH holds: by its length a place
 * would lie elsewhere. */
static void
put_before(const char *path)
{
	struct buf text = {0}, now = {0};
	unsigned i;

	session_read_file(path, &text);
	for (i = 0; i < 5000; i++)
		buf_printf(&now, "What was put before it, line %u.\n\n", i);
	buf_add(&now, text.at, text.n);
	session_write_file(path, now.at, now.n);
	buf_clear(&text);
	buf_clear(&now);
}

Test(long_text, that_is_read_again_stays_at_its_words)
{
	struct shelf b;
	struct session *s;

	begin(&b, 1000 * 1000);
	s = open_path(b.home, b.path);
	session_wait_for(s, "Paragraph 1 of many");
	session_wait_until_gone(s, "reading");
	session_send(s, "/paragraph 3000 of\r");
	session_wait_for(s, "Paragraph 3000 of many");
	put_before(b.path);
	session_send(s, "R");
	session_wait_for(s, "5000 paragraphs differ (:changes)");
	cr_expect(session_shows(s, "Paragraph 3000 of many"));
	quit(s);
	session_remove(b.home);
}

Test(long_text, that_changed_begins_at_the_words_where_it_was_left)
{
	struct shelf b;
	struct session *s;

	begin(&b, 1000 * 1000);
	s = open_path(b.home, b.path);
	session_wait_for(s, "Paragraph 1 of many");
	session_wait_until_gone(s, "reading");
	session_send(s, "/paragraph 3000 of\r");
	session_wait_for(s, "Paragraph 3000 of many");
	quit(s);
	put_before(b.path);
	s = open_path(b.home, b.path);
	session_wait_for(s, "5000 paragraphs differ (:changes)");
	cr_expect(session_shows(s, "Paragraph 3000 of many"));
	quit(s);
	session_remove(b.home);
}

Test(long_text, turns_pages_at_a_far_place_before_all_is_known)
{
	struct shelf b;
	struct session *s;
	char words[64];
	unsigned first = 0;

	begin(&b, LONG);
	s = open_path(b.home, b.path);
	session_wait_for(s, "Paragraph 1 of many");
	session_send(s, "50% b ");
	session_wait_for(s, "50%");
	session_wait_until_gone(s, "/\xE2\x80\xA6");
	session_settle(s, 100);
	cr_assert(eq(int, sscanf(strstr(session_screen(s), "Paragraph"),
	                         "Paragraph %u", &first), 1));
	session_send(s, " ");
	snprintf(words, sizeof words, "Paragraph %u of", first + 9);
	session_wait_for(s, words);
	quit(s);
	session_remove(b.home);
}

Test(long_text, can_be_left_at_any_moment)
{
	struct shelf b;
	int i;

	begin(&b, LONG);
	for (i = 0; i < 6; i++) {
		struct session *s = open_path(b.home, b.path);
		double start;

		session_wait_for(s, "p. ");
		session_settle(s, i * 7);
		start = seconds();
		session_send(s, i % 2 ? "Gq" : "q");
		cr_expect(eq(int, session_wait_end(s), 0));
		cr_expect(lt(dbl, seconds() - start, 5));
		session_free(s);
	}
	session_remove(b.home);
}

Test(long_text, keeps_marks_made_when_it_is_whole)
{
	struct shelf b;
	struct session *s;

	begin(&b, LONG);
	s = open_path(b.home, b.path);
	session_wait_for(s, "Paragraph 1 of many");
	session_wait_until_gone(s, "reading");
	session_send(s, "sa");
	session_wait_for(s, "mark");
	quit(s);
	s = open_path(b.home, b.path);
	session_wait_for(s, "Paragraph 1 of many");
	session_wait_until_gone(s, "reading");
	session_send(s, ".");
	session_wait_for(s, "1-5 kind");
	quit(s);
	session_remove(b.home);
}

Test(long_text, may_become_shorter_while_it_is_read)
{
	struct shelf b;
	struct session *s;

	begin(&b, 4 * LONG);
	s = open_path(b.home, b.path);
	session_wait_for(s, "p. 1");
	cr_assert(eq(int, truncate(b.path, LONG / 2), 0));
	session_send(s, "G");
	session_wait_until_gone(s, "reading");
	session_wait_until_gone(s, "/\xE2\x80\xA6");
	session_send(s, "gG");
	session_wait_for(s, "100%");
	quit(s);
	session_remove(b.home);
}

Test(long_text, that_is_one_line_is_read_like_others)
{
	char *home = session_new_home();
	struct session *s;
	char path[256];
	FILE *f;
	int i;

	snprintf(path, sizeof path, "%s/line.txt", home);
	f = fopen(path, "w");
	cr_assert(ne(ptr, f, NULL));
	for (i = 0; i < LONG / 10; i++)
		fprintf(f, "word%05d ", i % 100000);
	fclose(f);
	s = open_path(home, path);
	session_wait_for(s, "word00001");
	session_send(s, "G");
	session_wait_for(s, "word99999");
	session_wait_until_gone(s, "/\xE2\x80\xA6");
	quit(s);
	session_remove(home);
}

/* A FIFO with the session that reads it; *OUT is where to write. */
static struct session *
open_fifo(char *home, int *out)
{
	struct session *s;
	char path[256];

	snprintf(path, sizeof path, "%s/fifo", home);
	cr_assert(eq(int, mkfifo(path, 0600), 0));
	*out = open(path, O_RDWR | O_CLOEXEC);
	cr_assert(ge(int, *out, 0));
	s = open_path(home, path);
	return s;
}

static void
send_words(int fd, const char *words)
{
	cr_assert(eq(int, (int)write(fd, words, strlen(words)),
	             (int)strlen(words)));
}

Test(long_text, from_a_slow_pipe_shows_what_has_come)
{
	char *home = session_new_home();
	struct session *s;
	int fd, i;

	s = open_fifo(home, &fd);
	send_words(fd, "The first words.\n\n");
	session_wait_for(s, "The first words.");
	send_words(fd, "More of them");
	session_wait_for(s, "More of them");
	send_words(fd, " followed.\n\n");
	session_wait_for(s, "More of them followed.");
	for (i = 0; i < 60; i++)
		send_words(fd, "A line that fills the page.\n\n");
	session_send(s, "G");
	send_words(fd, "And then the end.\n");
	session_wait_for(s, "And then the end.");
	session_wait_for(s, "reading");
	close(fd);
	session_wait_until_gone(s, "reading");
	session_wait_for(s, "100%");
	quit(s);
	session_remove(home);
}

Test(long_text, from_a_pipe_that_says_nothing_can_be_left)
{
	char *home = session_new_home();
	struct session *s;
	int fd;

	s = open_fifo(home, &fd);
	session_wait_for(s, "reading");
	quit(s);
	close(fd);
	session_remove(home);
}

Test(long_text, from_a_pipe_may_be_latin_1)
{
	char *home = session_new_home();
	struct session *s;
	int fd;

	s = open_fifo(home, &fd);
	session_wait_for(s, "reading");
	send_words(fd, "Fa\xE7" "ade, na\xEFve words.\n");
	close(fd);
	session_wait_for(s, "Fa\xC3\xA7" "ade, na\xC3\xAFve words.");
	quit(s);
	session_remove(home);
}
