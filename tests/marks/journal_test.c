/* Undo and redo of every change of marks. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "desk.h"

static const char words[] =
	"A TITLE\n\nThe first sentence stands here. The second one follows.\n";

static void
open_words(struct desk *d)
{
	desk_open(d, words, strlen(words));
}

static char *
note(const struct rec *r)
{
	return (char *)rec_get(r, "Note");
}

static struct rec *
undo(struct desk *d)
{
	struct stamp s = desk_stamp(d);

	return marks_undo(d->marks, &s);
}

static struct rec *
redo(struct desk *d)
{
	struct stamp s = desk_stamp(d);

	return marks_redo(d->marks, &s);
}

static void
set_note(struct desk *d, struct rec *r, const char *value)
{
	struct stamp s = desk_stamp(d);

	marks_set(d->marks, r, "Note", value, &s);
}

static size_t
placed(struct desk *d)
{
	desk_place(d);
	return d->list.n;
}

Test(journal, undoes_a_mark_and_makes_it_again)
{
	struct desk d;
	struct rec *r;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	cr_assert(eq(ptr, undo(&d), r));
	cr_assert(eq(sz, placed(&d), 0));
	cr_assert(eq(ptr, redo(&d), r));
	cr_assert(eq(sz, placed(&d), 1));
	cr_assert(eq(ptr, redo(&d), NULL));
	desk_clear(&d);
}

Test(journal, undoes_to_any_depth_and_back)
{
	struct desk d;
	struct rec *r;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	set_note(&d, r, "one");
	set_note(&d, r, "two");
	set_note(&d, r, NULL);
	undo(&d);
	cr_assert(eq(str, note(r), (char *)"two"));
	undo(&d);
	cr_assert(eq(str, note(r), (char *)"one"));
	undo(&d);
	cr_assert(eq(ptr, note(r), NULL));
	cr_assert(eq(sz, placed(&d), 1));
	undo(&d);
	cr_assert(eq(sz, placed(&d), 0));
	cr_assert(eq(ptr, undo(&d), NULL));
	redo(&d);
	redo(&d);
	redo(&d);
	cr_assert(eq(str, note(r), (char *)"two"));
	redo(&d);
	cr_assert(eq(ptr, note(r), NULL));
	desk_clear(&d);
}

Test(journal, gives_back_what_was_removed)
{
	struct desk d;
	struct rec *r;
	struct stamp s;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	s = desk_stamp(&d);
	marks_remove(d.marks, r, &s);
	cr_assert(eq(sz, placed(&d), 0));
	undo(&d);
	cr_assert(eq(sz, placed(&d), 1));
	desk_clear(&d);
}

Test(journal, undoes_what_was_done_at_one_stroke_at_one_stroke)
{
	struct desk d;
	struct work_facts f;
	struct stamp s;
	struct span at = {0, 0};
	struct rec *r;

	open_words(&d);
	f = desk_facts(&d);
	s = desk_stamp(&d);
	marks_add(d.marks, &f, d.text, d.outline, MARK_BOOKMARK, at, NULL,
	          'a', &s);
	at.start = at.end = 9;
	s = desk_stamp(&d);
	r = marks_add(d.marks, &f, d.text, d.outline, MARK_BOOKMARK, at, NULL,
	              'a', &s);
	marks_set(d.marks, r, "Note", "x", &s);
	undo(&d);
	cr_assert(eq(sz, placed(&d), 1));
	cr_assert(eq(sz, d.list.at[0].at.start, 0));
	redo(&d);
	cr_assert(eq(sz, placed(&d), 1));
	cr_assert(eq(sz, d.list.at[0].at.start, 9));
	cr_assert(eq(str, note(r), (char *)"x"));
	desk_clear(&d);
}

Test(journal, forgets_what_could_be_done_again_at_a_new_change)
{
	struct desk d;
	struct rec *r;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	set_note(&d, r, "one");
	undo(&d);
	set_note(&d, r, "other");
	cr_assert(eq(ptr, redo(&d), NULL));
	undo(&d);
	cr_assert(eq(ptr, note(r), NULL));
	desk_clear(&d);
}

/* One ahead of the clock would win over what another machine says later. */
Test(journal, makes_one_version_of_what_one_stroke_changes)
{
	struct desk d;
	struct stamp s;
	struct rec *r;
	char time[STAMP_TIME], *made;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	made = mem_copy(rec_get(r, "Updated"));
	s = desk_stamp(&d);
	marks_set(d.marks, r, "Note", "x #y", &s);
	marks_set(d.marks, r, "Tags", "y", &s);
	stamp_time(s.now, time);
	cr_assert(eq(str, (char *)rec_get(r, "Updated"), time));
	cr_assert(eq(str, (char *)rec_get(r, "Was"), made));
	undo(&d);
	cr_assert(eq(ptr, note(r), NULL));
	cr_assert(not(rec_has(r, "Tags")));
	stamp_time(d.now - 1000, time);
	cr_assert(eq(str, (char *)rec_get(r, "Updated"), time));
	free(made);
	desk_clear(&d);
}

Test(journal, makes_one_version_of_a_mark_made_with_a_note)
{
	struct desk d;
	struct work_facts f;
	struct stamp s;
	struct rec *r;
	struct span at = {9, 9};

	open_words(&d);
	f = desk_facts(&d);
	s = desk_stamp(&d);
	r = marks_add(d.marks, &f, d.text, d.outline, MARK_NOTE, at, NULL, 0,
	              &s);
	marks_set(d.marks, r, "Note", "x", &s);
	cr_assert(eq(str, (char *)rec_get(r, "Updated"),
	             (char *)rec_get(r, "Created")));
	cr_assert(not(rec_has(r, "Was")));
	desk_clear(&d);
}

Test(journal, makes_a_new_version_of_what_it_undoes)
{
	struct desk d;
	struct rec *r;
	size_t n;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	set_note(&d, r, "one");
	n = strlen(rec_get(r, "Was"));
	d.marks->changed = false;
	undo(&d);
	cr_assert(d.marks->changed);
	cr_assert(gt(sz, strlen(rec_get(r, "Was")), n));
	desk_clear(&d);
}

/* What the next sitting begins with. */
static void
reopen(struct desk *d)
{
	struct buf b = {0};

	marks_write(d->marks, &b);
	marks_free(d->marks);
	d->marks = marks_parse(b.at, b.n);
	buf_clear(&b);
}

Test(journal, undoes_the_last_mark_of_the_sitting_before)
{
	struct desk d;

	open_words(&d);
	desk_highlight(&d, "The first");
	desk_highlight(&d, "The second");
	reopen(&d);
	cr_assert(undo(&d) != NULL);
	cr_assert(eq(sz, placed(&d), 1));
	cr_assert(eq(ptr, undo(&d), NULL));
	cr_assert(redo(&d) != NULL);
	cr_assert(eq(sz, placed(&d), 2));
	desk_clear(&d);
}

Test(journal, gives_back_what_the_sitting_before_removed_last)
{
	struct desk d;
	struct stamp s;
	struct rec *r;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	s = desk_stamp(&d);
	marks_remove(d.marks, r, &s);
	reopen(&d);
	cr_assert(undo(&d) != NULL);
	cr_assert(eq(sz, placed(&d), 1));
	desk_clear(&d);
}

Test(journal, does_nothing_where_nothing_was_changed)
{
	struct desk d;

	open_words(&d);
	cr_assert(eq(ptr, undo(&d), NULL));
	cr_assert(eq(ptr, redo(&d), NULL));
	cr_assert(not(d.marks->changed));
	desk_clear(&d);
}

Test(journal, undoes_a_confirmation)
{
	struct desk d;
	struct rec *r;
	struct stamp s;
	struct span at = {9, 18};
	char *words_then;

	open_words(&d);
	r = desk_highlight(&d, "The second");
	s = desk_stamp(&d);
	marks_confirm(d.marks, r, d.text, d.outline, d.sha256, at, &s);
	undo(&d);
	placed(&d);
	words_then = desk_words(&d, 0);
	cr_assert(eq(str, words_then, (char *)"The second"));
	free(words_then);
	desk_clear(&d);
}

/* The store as the next sitting reads it, with what this one remembered. */
static void
reopen_remembering(struct desk *d)
{
	struct buf last = {0};

	cr_assert(marks_last_change(d->marks, &last));
	reopen(d);
	marks_remember(d->marks, buf_text(&last), last.n);
	buf_clear(&last);
}

Test(journal, undoes_any_last_change_of_an_earlier_sitting)
{
	static const char *const fields[] = {"Note", "As", "Level", "Refused"};
	struct desk d;
	struct rec *r;
	struct stamp s;
	size_t i;

	for (i = 0; i < sizeof fields / sizeof *fields; i++) {
		open_words(&d);
		r = desk_highlight(&d, "The first");
		s = desk_stamp(&d);
		marks_set(d.marks, r, fields[i], "one", &s);
		s = desk_stamp(&d);
		marks_set(d.marks, r, fields[i], "two\nlines ", &s);
		reopen_remembering(&d);
		r = undo(&d);
		cr_assert(ne(ptr, r, NULL));
		cr_assert(eq(str, (char *)rec_get(r, fields[i]),
		             (char *)"one"));
		cr_assert(ne(ptr, redo(&d), NULL));
		cr_assert(eq(str, (char *)rec_get(r, fields[i]),
		             (char *)"two\nlines"));
		desk_clear(&d);
	}
}

Test(journal, leaves_a_change_alone_that_another_followed)
{
	struct desk d;
	struct rec *r, *other;
	struct stamp s;
	struct buf last = {0};

	open_words(&d);
	other = desk_highlight(&d, "The second");
	r = desk_highlight(&d, "The first");
	set_note(&d, r, "one");
	cr_assert(marks_last_change(d.marks, &last));
	cr_assert(not(marks_last_change(d.marks, &last)));
	s = desk_stamp(&d);
	marks_set(d.marks, other, "As", "evidence", &s);
	reopen(&d);
	marks_remember(d.marks, buf_text(&last), last.n);
	cr_assert(eq(ptr, undo(&d), NULL));
	buf_clear(&last);
	desk_clear(&d);
}
