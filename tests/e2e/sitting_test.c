/* A sitting with the real program in a real terminal, nearly. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "session.h"

static const char title[] = "It Is Impossible to Remain";
/* Of the text's second page in 80x24, wherever the pages are cut. */
static const char later[] = "underfoot? The clique.";

static struct session *
open_in(const char *home, const char *variable)
{
	const struct session_how how = {
		.args = { session_text() },
		.env = { variable },
		.home = home,
	};

	return session_start(&how);
}

static struct session *
open_text(void)
{
	struct session *s = open_in(NULL, NULL);

	session_wait_for(s, title);
	return s;
}

static void
quit(struct session *s)
{
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

Test(sitting, opens_the_bundled_text_and_shows_its_title)
{
	struct session *s = open_text();

	session_wait_for(s, "with Stalin, Manuilsky, Losovsky");
	session_wait_for(s, "p. 1/");
	quit(s);
}

Test(sitting, turns_pages_forth_and_back)
{
	struct session *s = open_text();

	session_send(s, " ");
	session_wait_for(s, "p. 2/");
	session_send(s, "\033[6~");
	session_wait_for(s, "p. 3/");
	session_send(s, "b");
	session_wait_for(s, "p. 2/");
	session_send(s, "g");
	session_wait_for(s, title);
	session_wait_for(s, "p. 1/");
	quit(s);
}

Test(sitting, leaves_the_terminal_as_it_was_on_quitting)
{
	struct session *s = open_text();

	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	cr_assert(session_modes_are_restored(s));
	cr_assert(not(s->alternate));
	cr_assert(not(s->cursor_hidden));
	cr_assert(eq(str, (char *)session_row(s, 0), (char *)""));
	session_free(s);
}

Test(sitting, leaves_the_terminal_as_it_was_on_signals)
{
	static const int numbers[] = { SIGHUP, SIGINT, SIGTERM, SIGQUIT };
	size_t i;

	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct session *s = open_text();

		session_signal(s, numbers[i]);
		cr_assert(eq(int, session_wait_end(s), 128 + numbers[i]));
		cr_assert(session_modes_are_restored(s));
		cr_assert(not(s->alternate));
		session_free(s);
	}
}

Test(sitting, shows_the_same_words_after_a_resize_there_and_back)
{
	struct session *s = open_text();
	char *before;
	unsigned i;

	session_send(s, "   ");
	session_wait_for(s, "p. 4/");
	session_settle(s, 300);
	before = mem_copy(session_screen(s));
	for (i = 0; i < 5; i++) {
		session_resize(s, 40 + 20 * i, 12 + 9 * i);
		session_settle(s, 100);
	}
	session_resize(s, 80, 24);
	session_wait_for(s, "p. 4/");
	session_settle(s, 300);
	cr_assert(eq(str, (char *)session_screen(s), before));
	free(before);
	quit(s);
}

Test(sitting, tells_of_a_conflict_copy_that_was_taken_in)
{
	static const char copy[] = ".lectern.sync-conflict-20261122-1-A.rec";
	static const char note[] =
		"Id: 1\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\n"
		"Note: theirs\n";
	char *home = session_new_home(), path[256];
	struct session *s;
	struct buf store = {0};

	snprintf(path, sizeof path, "%s/%s", home, copy);
	session_write_file(path, note, sizeof note - 1);
	s = open_in(home, NULL);
	session_wait_for(s, "1 conflict copy taken in: 1 new, 0 updated");
	cr_assert(ne(int, access(path, F_OK), 0));
	session_read_file(session_home(s, ".lectern.rec"), &store);
	cr_expect(ne(ptr, strstr(buf_text(&store), "Note: theirs"), NULL));
	buf_clear(&store);
	quit(s);
	session_remove(home);
}

Test(sitting, tells_of_lines_in_the_store_that_are_no_fields)
{
	static const char torn[] =
		"%rec: Mark\n\n<<<<<<< HEAD\nId: 1\nKind: note\n=======\n";
	char *home = session_new_home(), path[256];
	struct session *s;

	snprintf(path, sizeof path, "%s/.lectern.rec", home);
	session_write_file(path, torn, sizeof torn - 1);
	s = open_in(home, NULL);
	session_wait_for(s, "line 3 of your marks: not a field, and 1 more; "
	                 "see lectern --check");
	quit(s);
	session_remove(home);
}

Test(sitting, begins_where_it_is_told_to)
{
	const struct session_how how = {
		.args = { "--at=40%", session_text() },
	};
	struct session *s = session_start(&how);

	session_wait_for(s, "40%");
	quit(s);
}

Test(sitting, refuses_a_place_that_is_none)
{
	const struct session_how how = {
		.cols = 200,
		.args = { "--at=note:77", session_text() },
	};
	struct session *s = session_start(&how);

	cr_assert(eq(int, session_wait_end(s), 1));
	cr_assert(session_modes_are_restored(s));
	cr_assert(session_shows(s, "lectern: "));
	cr_assert(session_shows(s, "international.txt: there is no note '77'"));
	session_free(s);
}

/* The labels stand between the words, which are in a row again after it. */
static void
highlight_a_sentence(struct session *s)
{
	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, later);
	session_send(s, "s");
	session_wait_until_gone(s, later);
	session_send(s, "c");
	session_wait_for(s, later);
}

Test(sitting, stores_a_highlight_at_once)
{
	struct session *s = open_in(NULL, NULL);
	struct buf store = {0};

	highlight_a_sentence(s);
	session_read_file(session_home(s, ".lectern.rec"), &store);
	cr_assert(ne(ptr, strstr(buf_text(&store), "Kind: highlight"), NULL));
	cr_assert(ne(ptr, strstr(buf_text(&store), "Quote: "), NULL));
	session_signal(s, SIGKILL);
	session_wait_end(s);
	buf_clear(&store);
	session_free(s);
}

static unsigned
underlined_cells(struct session *s)
{
	unsigned col, row, n = 0;

	for (row = 0; row < s->rows; row++)
		for (col = 0; col < s->cols; col++)
			n += session_cell(s, col, row).underline;
	return n;
}

/* The screen but its last line. The caller frees it. */
static char *
text_rows(struct session *s)
{
	char *rows = mem_copy(session_screen(s));

	*strrchr(rows, '\n') = '\0';
	*strrchr(rows, '\n') = '\0';
	return rows;
}

Test(sitting, shows_a_highlight_again_the_next_time)
{
	char *home = session_new_home(), *before, *after;
	struct session *s = open_in(home, NULL);
	unsigned marked;

	highlight_a_sentence(s);
	session_settle(s, 300);
	before = text_rows(s);
	marked = underlined_cells(s);
	cr_assert(gt(uint, marked, 10));
	quit(s);
	s = open_in(home, NULL);
	session_wait_for(s, later);
	session_settle(s, 300);
	after = text_rows(s);
	cr_assert(eq(str, after, before));
	cr_assert(eq(uint, underlined_cells(s), marked));
	free(before);
	free(after);
	quit(s);
	session_remove(home);
}

Test(sitting, writes_a_note_in_the_persons_editor)
{
	static const char script[] =
		"#!/bin/sh\nls -l \"$1\" >$HOME/draft\n"
		"echo \"$1\" >$HOME/name\nstty -a >$HOME/modes\n"
		"echo Compare 1931. >>\"$1\"\n";
	char *home = session_new_home();
	struct buf store = {0}, editor = {0};
	struct session *s;
	struct stat st;

	buf_printf(&editor, "%s/editor", home);
	session_write_file(editor.at, script, strlen(script));
	chmod(editor.at, 0755);
	buf_reset(&editor);
	buf_printf(&editor, "EDITOR=%s/editor", home);
	s = open_in(home, editor.at);
	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, later);
	session_send(s, "E");
	session_settle(s, 500);
	cr_assert(s->alternate);
	quit(s);
	buf_reset(&editor);
	buf_printf(&editor, "%s/.lectern.rec", home);
	session_read_file(editor.at, &store);
	cr_assert(ne(ptr, strstr(buf_text(&store), "Compare 1931."), NULL),
	          "%s", buf_text(&store));
	buf_reset(&editor);
	buf_printf(&editor, "%s/draft", home);
	session_read_file(editor.at, &store);
	cr_assert(not(strncmp(buf_text(&store), "-rw-------", 10)));
	buf_reset(&editor);
	buf_printf(&editor, "%s/modes", home);
	session_read_file(editor.at, &store);
	cr_assert(ne(ptr, strstr(buf_text(&store), " icanon"), NULL));
	buf_reset(&editor);
	buf_printf(&editor, "%s/name", home);
	session_read_file(editor.at, &store);
	store.at[store.n - 1] = '\0';
	cr_assert(ne(int, stat(store.at, &st), 0), "the draft is removed");
	buf_clear(&editor);
	buf_clear(&store);
	session_remove(home);
}

Test(sitting, goes_on_with_a_note_whose_editor_was_killed)
{
	static const char script[] =
		"#!/bin/sh\necho Compare 1931. >>\"$1\"\nkill -9 $$\n";
	char *home = session_new_home();
	struct buf editor = {0};
	struct session *s;

	buf_printf(&editor, "%s/editor", home);
	session_write_file(editor.at, script, strlen(script));
	chmod(editor.at, 0755);
	buf_reset(&editor);
	buf_printf(&editor, "EDITOR=%s/editor", home);
	s = open_in(home, editor.at);
	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, later);
	session_send(s, "E");
	session_wait_for(s, "a goes on with what there is of the note");
	session_send(s, "a");
	session_wait_for(s, "Compare 1931.");
	session_send(s, "\r");
	session_wait_for(s, "note kept");
	quit(s);
	buf_clear(&editor);
	session_remove(home);
}

Test(sitting, names_an_editor_that_is_not_there)
{
	char *home = session_new_home();
	struct session *s = open_in(home, "EDITOR=quill");

	session_wait_for(s, title);
	session_send(s, "E");
	session_wait_for(s, "there is no editor quill: set VISUAL or EDITOR");
	quit(s);
	session_remove(home);
}

Test(sitting, interrupts_what_is_typed_and_else_ends)
{
	struct session *s = open_text();

	session_send(s, ":");
	session_wait_for_cursor(s, true);
	session_send(s, "\003");
	session_wait_for_cursor(s, false);
	cr_assert(not(s->ended));
	session_send(s, " ");
	session_wait_for(s, "p. 2/");
	session_send(s, "\003");
	cr_assert(eq(int, session_wait_end(s), 128 + SIGINT));
	cr_assert(session_modes_are_restored(s));
	session_free(s);
}

Test(sitting, gives_the_terminal_to_the_shell_and_takes_it_again)
{
	const struct session_how how = {
		.program = "sh",
		.args = { "-i" },
		.env = { "PS1=ready> ", "ENV", "HISTFILE" },
	};
	struct session *s = session_start(&how);
	char *page;

	session_wait_for(s, "ready>");
	session_send(s, session_built("src/lectern "));
	session_send(s, session_text());
	session_send(s, "\r");
	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, "p. 2/");
	session_settle(s, 300);
	page = mem_copy(session_screen(s));
	session_send(s, ":\032");
	session_wait_for(s, "topped");
	session_settle(s, 100);
	cr_assert(not(s->alternate));
	session_send(s, "echo $((6 * 7))\r");
	session_wait_for(s, "42");
	session_send(s, "fg\r");
	session_wait_for(s, later);
	session_send(s, "\033");
	session_wait_for(s, "p. 2/");
	session_settle(s, 100);
	cr_assert(eq(str, (char *)session_screen(s), page));
	free(page);
	session_send(s, "q");
	session_settle(s, 300);
	session_send(s, "exit\r");
	session_wait_end(s);
	session_free(s);
}

/* The program without an argument, TEXT going into it: PARTS has %s for the
 * one and then the other. */
static struct session *
start_fed(const char *parts, const char *text)
{
	struct buf line = {0};
	struct session_how how = { .program = "sh", .args = { "-c" } };
	struct session *s;

	buf_printf(&line, parts, text, session_built("src/lectern"));
	how.args[1] = line.at;
	s = session_start(&how);
	buf_clear(&line);
	return s;
}

Test(sitting, reads_what_is_piped_in_without_being_told_to)
{
	struct session *s = start_fed("cat '%s' | '%s'", session_text());

	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, "p. 2/");
	quit(s);
	s = start_fed("exec <'%s' '%s'", session_text());
	session_wait_for(s, title);
	session_wait_for(s, "p. 1/");
	quit(s);
	s = start_fed("exec <'%s' '%s'", "/dev/null");
	session_wait_for(s, "ot yet read");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
}

Test(sitting, reads_a_text_from_standard_input_and_keys_from_the_terminal)
{
	struct buf line = {0};
	struct session_how how = { .program = "sh", .args = { "-c" } };
	struct session *s;

	buf_printf(&line, "cat '%s' | '%s' -", session_text(),
	           session_built("src/lectern"));
	how.args[1] = line.at;
	s = session_start(&how);
	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, "p. 2/");
	quit(s);
	buf_clear(&line);
}

Test(sitting, without_a_text_begins_at_the_shelf)
{
	const struct session_how how = { .cols = 100 };
	struct session *s = session_start(&how);

	session_wait_for(s, "Impossible");
	session_send(s, "\r");
	session_wait_for(s, "p. 1/");
	quit(s);
	s = session_start(&how);
	session_wait_for(s, "Impossible");
	session_send(s, "jjkG\033[5~ZZ");
	cr_assert(eq(int, session_wait_end(s), 0));
	cr_assert(session_modes_are_restored(s));
	session_free(s);
}

Test(sitting, tells_where_marks_cannot_be_saved)
{
	struct session *s = open_in(NULL, "LECTERN_STORE=/proc/none/store");

	session_wait_for(s, title);
	session_send(s, " ");
	session_wait_for(s, later);
	session_send(s, "B");
	session_wait_for(s, "/proc/none");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 1));
	cr_assert(session_shows(s, "lectern: "));
	session_free(s);
}

Test(sitting, looks_through_the_other_texts_of_the_shelf)
{
	char *home = session_new_home();
	struct buf path = {0};
	struct session *s;

	buf_printf(&path, "%s/other.txt", home);
	session_write_file(buf_text(&path), "A quokka is an animal.\n", 23);
	s = session_start(&(struct session_how){
		.args = {buf_text(&path)}, .home = home});
	session_wait_for(s, "A quokka");
	session_send(s, "q");
	session_wait_end(s);
	session_free(s);
	s = open_in(home, NULL);
	session_wait_for(s, title);
	session_send(s, "/quokka\r&");
	session_wait_for(s, "& again looks in all texts");
	session_send(s, "&");
	session_wait_for(s, "quokka  1 found");
	session_wait_for(s, "A quokka is an animal.");
	session_send(s, "\r");
	session_wait_for(s, " other.txt ");
	session_wait_for(s, "1/1");
	session_free(s);
	session_remove(home);
	buf_clear(&path);
}

Test(sitting, says_why_a_mark_is_not_saved_before_where)
{
	static const char store[] = "LECTERN_STORE=/proc/a-directory-that-is-"
	                            "not-there/with-a-rather-long-name/"
	                            "marks.rec";
	struct session *s = open_in(NULL, store);

	session_wait_for(s, title);
	session_send(s, "sa");
	session_wait_for(s, "marks cannot be saved: no such file");
	session_free(s);
}

static struct session *
open_file(const char *home, const char *path)
{
	const struct session_how how = {
		.args = { path }, .home = home, .cols = 100,
	};

	return session_start(&how);
}

/* A copy of the bundled text with FIRST as its first line; the path is
 * malloc's. */
static char *
copy_text(const char *home, const char *name, const char *first)
{
	struct buf text = {0}, out = {0}, path = {0};

	session_read_file(session_text(), &text);
	buf_printf(&path, "%s/%s", home, name);
	buf_printf(&out, "%s\n\n%s", first, buf_text(&text));
	session_write_file(buf_text(&path), out.at, out.n);
	buf_clear(&text);
	buf_clear(&out);
	return buf_take(&path);
}

/* Its own headings, the place and what has changed come with the marks. */
Test(sitting, knows_a_text_that_was_moved_and_revised_by_its_marks)
{
	char *home = session_new_home();
	char *old = copy_text(home, "old.txt", "A first foreword.");
	char *new = copy_text(home, "new.txt", "Another one, in two lines.");
	struct session *s = open_file(home, old);

	session_wait_for(s, "A first foreword.");
	session_send(s, "]]]:nosection\r");
	session_wait_until_gone(s, "The First Four Congresses  ");
	session_send(s, "sb");
	session_send(s, "G");
	session_settle(s, 300);
	quit(s);
	unlink(old);
	s = open_file(home, new);
	session_wait_for(s, "known by your marks of old.txt");
	session_wait_for(s, "1 paragraph differs");
	cr_assert(not(session_shows(s, "Another one, in two lines.")), "%s",
	          session_screen(s));
	quit(s);
	free(old);
	free(new);
	session_remove(home);
}

/* The marks came from another machine, where it was read. */
Test(sitting, tells_of_a_change_of_a_text_that_was_only_marked)
{
	char *home = session_new_home();
	char *path = copy_text(home, "book.txt", "A first foreword.");
	struct session_how how = {
		.args = { "--mark=2-7", path }, .home = home,
	};
	struct session *s = session_start(&how);

	cr_assert(eq(int, session_wait_end(s), 0));
	session_free(s);
	free(path);
	path = copy_text(home, "book.txt", "Before it: a first foreword.");
	s = open_file(home, path);
	session_wait_for(s, "the text changed: marks 1 moved (A)");
	quit(s);
	free(path);
	session_remove(home);
}
