/* The store of marks: nothing that anyone wrote is lost. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "scratch.h"
#include "store/marks_store.h"

TestSuite(marks_store, .init = scratch_begin, .fini = scratch_end);

static const char two[] =
	"# mine\n\n"
	"Id: 1\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\nNote: one\n"
	"\n"
	"Id: 2\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\nNote: two\n";

static struct marks_store
opened(void)
{
	struct marks_store s;
	struct error e = {0};

	cr_assert(marks_store_open(&s, mem_copy(scratch_path("m.rec")), &e),
	          "%s", e.what);
	return s;
}

static void
set_note(struct marks_store *s, const char *id, const char *note)
{
	static uint64_t now = 1795381200000;
	const struct stamp stamp = {now, now};

	now++;
	cr_assert(marks_set(s->marks, marks_by_id(s->marks, id), "Note", note,
	                    &stamp));
}

static void
save(struct marks_store *s)
{
	struct error e = {0};

	cr_assert(marks_store_save(s, &e), "%s", e.what);
	cr_assert(!s->marks->changed);
}

static void
expect(const char *file, const char *words, bool there)
{
	size_t n;
	char *bytes = scratch_read(file, &n);

	cr_assert_eq(!!strstr(bytes, words), there, "%s", bytes);
	free(bytes);
}

Test(marks_store, is_not_written_when_nothing_changed)
{
	struct marks_store s = opened();

	save(&s);
	cr_assert_eq(scratch_count(), 0);
	marks_store_close(&s);
}

Test(marks_store, keeps_one_backup_a_sitting)
{
	struct marks_store s;

	scratch_write("m.rec", two, sizeof two - 1);
	s = opened();
	set_note(&s, "1", "first");
	save(&s);
	set_note(&s, "1", "second");
	save(&s);
	expect("m.rec", "Note: second", true);
	expect("m.rec~", "Note: one", true);
	marks_store_close(&s);
}

Test(marks_store, of_two_sittings_keeps_the_marks_of_both)
{
	struct marks_store a, b;

	scratch_write("m.rec", two, sizeof two - 1);
	a = opened();
	b = opened();
	set_note(&a, "1", "by a");
	save(&a);
	set_note(&b, "2", "by b");
	save(&b);
	set_note(&a, "1", "by a again");
	save(&a);
	expect("m.rec", "# mine\n", true);
	expect("m.rec", "Note: by a again\n", true);
	expect("m.rec", "Note: by b\n", true);
	expect("m.rec", "~", false);
	marks_store_close(&a);
	marks_store_close(&b);
}

Test(marks_store, keeps_what_was_written_by_hand_meanwhile)
{
	static const char edited[] =
		"# mine, and more\n\n"
		"Id: 2\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\n"
		"Note: two\nColour: blue\n\n"
		"stray words\n";
	struct marks_store s;

	scratch_write("m.rec", two, sizeof two - 1);
	s = opened();
	scratch_write("m.rec", edited, sizeof edited - 1);
	set_note(&s, "2", "ours");
	save(&s);
	expect("m.rec", "# mine, and more\n", true);
	expect("m.rec", "stray words\n", true);
	expect("m.rec", "Note: ours\n", true);
	expect("m.rec", "Id: 1\n", false);
	marks_store_close(&s);
}

static void
expect_note(const struct marks_store *s, const char *id, const char *note)
{
	cr_assert_str_eq(rec_get(marks_by_id(s->marks, id), "Note"), note);
}

Test(marks_store, shows_what_another_sitting_wrote_when_it_saves)
{
	struct marks_store a, b;
	struct rec *one;

	scratch_write("m.rec", two, sizeof two - 1);
	a = opened();
	b = opened();
	one = marks_by_id(b.marks, "1");
	set_note(&a, "1", "by a");
	save(&a);
	cr_assert(!marks_store_has_news(&a));
	set_note(&b, "2", "by b");
	save(&b);
	cr_assert(marks_store_has_news(&b));
	cr_assert(!marks_store_has_news(&b));
	expect_note(&b, "1", "by a");
	cr_assert_eq(marks_by_id(b.marks, "1"), one);
	marks_store_close(&a);
	marks_store_close(&b);
}

Test(marks_store, shows_what_another_sitting_wrote_when_it_looks)
{
	struct marks_store a, b;

	scratch_write("m.rec", two, sizeof two - 1);
	a = opened();
	b = opened();
	set_note(&b, "2", "not saved yet");
	marks_store_look(&b);
	cr_assert(!marks_store_has_news(&b));
	set_note(&a, "1", "by a");
	save(&a);
	marks_store_look(&b);
	cr_assert(marks_store_has_news(&b));
	cr_assert(b.marks->changed);
	expect_note(&b, "1", "by a");
	expect_note(&b, "2", "not saved yet");
	save(&b);
	expect("m.rec", "Note: by a\n", true);
	expect("m.rec", "Note: not saved yet\n", true);
	marks_store_close(&a);
	marks_store_close(&b);
}

Test(marks_store, takes_a_hand_edit_without_a_new_time_for_a_later_version)
{
	static const char edited[] =
		"Id: 1\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\n"
		"Note: by hand\n\n"
		"Id: 2\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\n"
		"Note: an old hand\n";
	struct marks_store s;

	scratch_write("m.rec", two, sizeof two - 1);
	s = opened();
	scratch_write("m.rec", edited, sizeof edited - 1);
	set_note(&s, "2", "ours");
	save(&s);
	expect_note(&s, "1", "by hand");
	expect("m.rec", "Note: by hand\n", true);
	expect("m.rec", "Note: one\n", false);
	/* what both changed stays beside */
	expect("m.rec", "Note: ours\n", true);
	expect("m.rec", "Note: an old hand\n", true);
	marks_store_close(&s);
}

Test(marks_store, drops_what_was_taken_out_by_hand_and_nothing_else)
{
	struct marks_store s;
	struct rec *gone;

	scratch_write("m.rec", two, sizeof two - 1);
	s = opened();
	gone = marks_by_id(s.marks, "2");
	scratch_write("m.rec", two, (size_t)(strstr(two, "Id: 2") - two));
	marks_store_look(&s);
	cr_assert(marks_store_has_news(&s));
	cr_assert_eq(marks_by_id(s.marks, "2"), NULL);
	cr_assert_eq(rec_get(gone, "Note"), NULL); /* and not dangling */
	expect_note(&s, "1", "one");
	marks_store_close(&s);
}

Test(marks_store, is_made_again_when_it_is_gone)
{
	struct marks_store s;

	scratch_write("m.rec", two, sizeof two - 1);
	s = opened();
	cr_assert(unlink(scratch_path("m.rec")) == 0);
	set_note(&s, "2", "ours");
	save(&s);
	expect("m.rec", "Note: one\n", true);
	expect("m.rec", "Note: ours\n", true);
	marks_store_close(&s);
}

static void
expect_aside(const char *wreck)
{
	struct marks_store s;
	struct error e = {0};
	char *name;

	scratch_write("m.rec", two, sizeof two - 1);
	s = opened();
	scratch_write("m.rec", wreck, strlen(wreck));
	set_note(&s, "2", "ours");
	cr_assert(!marks_store_save(&s, &e));
	cr_assert(strstr(e.what, "are now kept in"), "%s", e.what);
	expect("m.rec", "ours", false);
	name = strrchr(s.path, '/') + 1;
	expect(name, "Note: ours\n", true);
	expect(name, "Note: one\n", true);
	set_note(&s, "1", "more of ours");
	save(&s);
	expect(name, "Note: more of ours\n", true);
	error_clear(&e);
	marks_store_close(&s);
}

Test(marks_store, is_left_alone_when_it_was_emptied)
{
	expect_aside("");
}

Test(marks_store, is_left_alone_when_it_was_damaged)
{
	expect_aside("<<<<<<< here\nId: 1\n=======\n>>>>>>> there\n");
}

Test(marks_store, that_cannot_be_read_is_not_written_over)
{
	struct marks_store s;
	struct error e = {0};

	scratch_write("m.rec", two, sizeof two - 1);
	chmod(scratch_path("m.rec"), 0);
	scratch_leave_root();
	cr_assert(!marks_store_open(&s, mem_copy(scratch_path("m.rec")), &e));
	cr_assert(s.unread && s.marks->read_only);
	cr_assert(strstr(e.what, "permission denied"));
	marks_store_close(&s);
	error_clear(&e);
}

Test(marks_store, of_a_newer_format_is_read_but_not_written)
{
	static const char newer[] =
		"# lectern marks, format 2.\n\nId: 1\nNote: one\n";
	struct marks_store s;
	struct error e = {0};

	scratch_write("m.rec", newer, sizeof newer - 1);
	cr_assert(!marks_store_open(&s, mem_copy(scratch_path("m.rec")), &e));
	cr_assert(strstr(e.what, "newer lectern"), "%s", e.what);
	cr_assert(marks_by_id(s.marks, "1"));
	marks_store_close(&s);
	error_clear(&e);
}

Test(marks_store, without_a_home_can_only_be_rescued)
{
	struct marks_store s;
	struct error e = {0};
	char *path;

	unsetenv("HOME");
	setenv("TMPDIR", scratch_path(""), 1);
	cr_assert(!marks_store_open(&s, NULL, &e));
	rec_set(rec_add(s.marks->file), "Id", "1");
	s.marks->changed = true;
	cr_assert(!marks_store_save(&s, &e));
	path = marks_store_rescue(&s, &e);
	cr_assert(path);
	expect(strrchr(path, '/') + 1, "Id: 1\n", true);
	free(path);
	marks_store_close(&s);
	error_clear(&e);
}

enum { SAVES = 1000 };

/* Changes the mark of the Id ID, and saves, a thousand times. */
static void
save_often(const char *id)
{
	struct marks_store s = opened();
	struct error e = {0};
	int i;

	for (i = 1; i <= SAVES; i++) {
		const struct stamp stamp = {1795381200000u + (uint64_t)i,
		                            (uint64_t)i};
		char note[32];

		snprintf(note, sizeof note, "%s saved %d", id, i);
		if (!marks_set(s.marks, marks_by_id(s.marks, id), "Note", note,
		               &stamp) ||
		    !marks_store_save(&s, &e))
			_exit(1);
	}
	marks_store_close(&s);
}

Test(marks_store, of_two_sittings_that_save_a_thousand_times_loses_nothing)
{
	int status = 1;
	pid_t other;

	scratch_write("m.rec", two, sizeof two - 1);
	other = fork();
	cr_assert(other >= 0);
	if (!other) {
		save_often("1");
		_exit(0);
	}
	save_often("2");
	cr_assert(waitpid(other, &status, 0) == other);
	cr_assert_eq(status, 0);
	expect("m.rec", "Note: 1 saved 1000\n", true);
	expect("m.rec", "Note: 2 saved 1000\n", true);
	expect("m.rec", "Id: 1~", false);
	expect("m.rec", "Id: 2~", false);
}

static void
make_directory(const char *path)
{
	cr_assert(mkdir(path, 0700) == 0);
}

static void
make_fifo(const char *path)
{
	cr_assert(mkfifo(path, 0600) == 0);
}

static void
make_loop(const char *path)
{
	cr_assert(symlink("m.rec", path) == 0);
}

/* The mark stays where the program is, and is saved when the way is free. */
Test(marks_store, tells_when_something_else_stands_in_its_place)
{
	void (*const makers[])(const char *) = {make_directory, make_fifo,
	                                        make_loop};
	size_t i;

	for (i = 0; i < sizeof makers / sizeof *makers; i++) {
		struct marks_store s;
		struct error e = {0};

		scratch_write("m.rec", two, sizeof two - 1);
		s = opened();
		cr_assert(unlink(scratch_path("m.rec")) == 0);
		makers[i](scratch_path("m.rec"));
		set_note(&s, "1", "ours");
		cr_assert(!marks_store_save(&s, &e));
		cr_assert(e.what != NULL);
		cr_assert(s.marks->changed);
		error_clear(&e);
		cr_assert(remove(scratch_path("m.rec")) == 0);
		save(&s);
		expect("m.rec", "Note: ours\n", true);
		marks_store_close(&s);
		cr_assert(unlink(scratch_path("m.rec")) == 0);
	}
}
