/* The store in memory: works and marks, changed and written. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "desk.h"

static const char words[] =
	"A TITLE\n\nThe first sentence stands here. The second one follows.\n";

static char *
get(const struct rec *r, const char *field)
{
	return (char *)rec_get(r, field);
}

static char *
written(const struct marks *m)
{
	struct buf b = {0};

	marks_write(m, &b);
	return buf_take(&b);
}

static void
open_words(struct desk *d)
{
	desk_open(d, words, strlen(words));
}

Test(store, is_empty_until_something_is_marked)
{
	struct desk d;
	char *out;

	open_words(&d);
	out = written(d.marks);
	cr_assert(eq(str, out, (char *)""));
	cr_assert(not(d.marks->changed));
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 0));
	free(out);
	desk_clear(&d);
}

Test(store, begins_with_words_for_a_person_and_the_work)
{
	struct desk d;
	char *out, *head = "# lectern marks, format 1. Plain text: edit "
	                   "freely; lectern keeps what it does not know.\n"
	                   "%rec: Mark\n\nId: ";

	open_words(&d);
	desk_highlight(&d, "The second one");
	cr_assert(d.marks->changed);
	out = written(d.marks);
	cr_assert(strncmp(out, head, strlen(head)) == 0, "%s", out);
	cr_assert(strstr(out, "%key") == NULL);
	cr_assert(eq(sz, d.marks->file->n, 2));
	cr_assert(eq(str, get(d.marks->file->at[0], "Kind"), (char *)"work"));
	cr_assert(eq(str, get(d.marks->file->at[0], "Sha256"), d.sha256));
	cr_assert(eq(str, get(d.marks->file->at[1], "Work"),
	             get(d.marks->file->at[0], "Id")));
	cr_assert(eq(str, get(d.marks->file->at[1], "As"), (char *)"thesis"));
	free(out);
	desk_clear(&d);
}

Test(store, gives_back_what_it_wrote)
{
	struct desk d;
	struct marks *again;
	char *out, *out_again;

	open_words(&d);
	desk_highlight(&d, "The second one");
	desk_highlight(&d, "The first");
	out = written(d.marks);
	again = marks_parse(out, strlen(out));
	out_again = written(again);
	cr_assert(eq(str, out, out_again));
	marks_free(d.marks);
	d.marks = again;
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 2));
	cr_assert(lt(sz, d.list.at[0].at.start, d.list.at[1].at.start));
	cr_assert(eq(int, (int)d.list.at[0].as, 2));
	free(out);
	free(out_again);
	desk_clear(&d);
}

Test(store, notes_in_was_what_a_change_replaces_the_last_sixteen)
{
	struct desk d;
	struct rec *r;
	char note[2] = "a";
	int i;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	cr_assert(eq(ptr, get(r, "Was"), NULL));
	for (i = 0; i < 20; i++) {
		struct stamp s = desk_stamp(&d);
		char *was = mem_copy(get(r, "Updated"));
		size_t n = strlen(was);

		note[0]++;
		cr_assert(marks_set(d.marks, r, "Note", note, &s));
		cr_assert(eq(str, get(r, "Was") + strlen(get(r, "Was")) - n,
		             was));
		cr_assert(strcmp(get(r, "Updated"), was) > 0);
		free(was);
	}
	cr_assert(eq(sz, strlen(get(r, "Was")), 16 * 25 - 1));
	desk_clear(&d);
}

Test(store, makes_no_version_of_a_change_that_changes_nothing)
{
	struct desk d;
	struct rec *r;
	struct stamp s;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	s = desk_stamp(&d);
	marks_set(d.marks, r, "As", "thesis", &s);
	marks_set(d.marks, r, "Note", NULL, &s);
	cr_assert(eq(ptr, get(r, "Was"), NULL));
	desk_clear(&d);
}

Test(store, is_later_than_what_it_replaces_even_when_the_clock_is_not)
{
	struct desk d;
	struct rec *r;
	struct stamp s = {1000, 5};
	char *before;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	before = mem_copy(get(r, "Updated"));
	marks_set(d.marks, r, "Note", "x", &s);
	cr_assert(strcmp(get(r, "Updated"), before) > 0);
	free(before);
	desk_clear(&d);
}

Test(store, keeps_a_removed_mark_until_it_is_purged)
{
	struct desk d;
	struct rec *r;
	struct stamp s;
	uint64_t month = (uint64_t)31 * 24 * 60 * 60 * 1000;

	open_words(&d);
	r = desk_highlight(&d, "The first");
	s = desk_stamp(&d);
	cr_assert(marks_remove(d.marks, r, &s));
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 0));
	cr_assert(get(r, "Quote") != NULL);
	cr_assert(eq(sz, marks_purge(d.marks, s.now + 1000, 30), 0));
	cr_assert(eq(sz, marks_purge(d.marks, s.now + month, 30), 1));
	cr_assert(eq(sz, d.marks->file->n, 1));
	desk_clear(&d);
}

Test(store, has_one_bookmark_of_a_letter)
{
	struct desk d;
	struct work_facts f;
	struct stamp s;
	struct span at = {0, 0};

	open_words(&d);
	f = desk_facts(&d);
	s = desk_stamp(&d);
	marks_add(d.marks, &f, d.text, d.outline, MARK_BOOKMARK, at, NULL,
	          'a', &s);
	at.start = at.end = 9;
	s = desk_stamp(&d);
	marks_add(d.marks, &f, d.text, d.outline, MARK_BOOKMARK, at, NULL,
	          'a', &s);
	s = desk_stamp(&d);
	marks_add(d.marks, &f, d.text, d.outline, MARK_BOOKMARK, at, NULL,
	          'b', &s);
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 2));
	cr_assert(eq(int, d.list.at[0].letter, 'a'));
	cr_assert(eq(sz, d.list.at[0].at.start, 9));
	desk_clear(&d);
}

Test(store, gives_no_two_records_one_id)
{
	struct desk d;
	struct work_facts f;
	struct stamp s;
	struct span at = {0, 5};
	struct rec *a, *b;

	open_words(&d);
	f = desk_facts(&d);
	s = desk_stamp(&d);
	a = marks_add(d.marks, &f, d.text, d.outline, MARK_HIGHLIGHT, at,
	              "mark", 0, &s);
	b = marks_add(d.marks, &f, d.text, d.outline, MARK_HIGHLIGHT, at,
	              "mark", 0, &s);
	cr_assert(strcmp(get(a, "Id"), get(b, "Id")) != 0);
	cr_assert(strcmp(get(a, "Id"), get(a, "Work")) != 0);
	cr_assert(eq(ptr, marks_by_id(d.marks, get(b, "Id")), b));
	cr_assert(eq(ptr, marks_by_id(d.marks, "nobody"), NULL));
	desk_clear(&d);
}

Test(store, changes_nothing_in_a_newer_format)
{
	static const char newer[] = "# lectern marks, format 2. New.\n\nId: 1\n";
	struct desk d;
	struct work_facts f;
	struct stamp s = {1, 1};
	struct span at = {0, 5};
	char *out;

	open_words(&d);
	marks_free(d.marks);
	d.marks = marks_parse(newer, strlen(newer));
	f = desk_facts(&d);
	cr_assert(d.marks->read_only);
	cr_assert(eq(ptr, marks_add(d.marks, &f, d.text, d.outline,
	                            MARK_HIGHLIGHT, at, "mark", 0, &s),
	             NULL));
	cr_assert(not(marks_set(d.marks, d.marks->file->at[0], "Note", "x",
	                        &s)));
	cr_assert(not(marks_remove(d.marks, d.marks->file->at[0], &s)));
	cr_assert(eq(sz, marks_purge(d.marks, 1, 0), 0));
	cr_assert(not(d.marks->changed));
	out = written(d.marks);
	cr_assert(eq(str, out, (char *)newer));
	free(out);
	desk_clear(&d);
}

Test(store, knows_a_work_by_its_hash_else_by_its_path)
{
	static const char file[] =
		"Id: 1\nKind: work\nPath: ~/a\nSha256: aa\n\n"
		"Id: 2\nKind: work\nPath: ~/b\nSha256: bb\n";
	struct marks *m = marks_parse(file, strlen(file));
	struct work_facts f = {NULL, NULL, "~/a", "bb", 1, NULL};

	cr_assert(eq(str, get(marks_work(m, &f), "Id"), (char *)"2"));
	f.sha256 = "cc";
	cr_assert(eq(str, get(marks_work(m, &f), "Id"), (char *)"1"));
	f.path = "~/c";
	cr_assert(eq(ptr, marks_work(m, &f), NULL));
	marks_free(m);
}

Test(store, counts_records_that_two_machines_made_of_a_work_as_one)
{
	static const char file[] =
		"Id: 1\nKind: work\nPath: ~/a\nSha256: aa\n\n"
		"Id: 2\nKind: work\nPath: ~/b\nSha256: aa\n\n"
		"Id: 3\nKind: bookmark\nWork: 1\nStart: 1\n\n"
		"Id: 4\nKind: bookmark\nWork: 2\nStart: 2\n\n"
		"Id: 5\nKind: bookmark\nWork: 9\nStart: 2\n";
	struct marks *m = marks_parse(file, strlen(file));
	struct work_list works = {0};
	struct mark_list list = {0};

	marks_works(m, &works);
	cr_assert(eq(sz, works.n, 1));
	marks_place(m, works.at[0], NULL, "aa", desk_kinds, &list);
	cr_assert(eq(sz, list.n, 2));
	vec_clear(&works);
	vec_clear(&list);
	marks_free(m);
}

Test(store, lists_what_is_still_looked_for_as_pending)
{
	static const char other[] = "Nothing of the kind is said in here.\n";
	struct desk d;
	struct work_facts f;
	const struct rec *work;

	open_words(&d);
	desk_highlight(&d, "The second one");
	desk_replace(&d, other, strlen(other));
	f = desk_facts(&d);
	work = marks_work(d.marks, &f);
	marks_place_known(d.marks, work, d.text, d.sha256, desk_kinds,
	                  &d.list);
	cr_assert(d.list.at[0].pending);
	cr_assert(eq(int, d.list.at[0].state, MARK_LOST));
	while (marks_seek(d.marks, 0))
		;
	marks_place_known(d.marks, work, d.text, d.sha256, desk_kinds,
	                  &d.list);
	cr_assert(not(d.list.at[0].pending));
	cr_assert(eq(int, d.list.at[0].state, MARK_LOST));
	cr_assert(not(marks_seek(d.marks, 0)));
	desk_clear(&d);
}

Test(store, compares_marks_of_a_long_text_with_it_in_idle_time)
{
	struct buf b = {0};
	struct desk d;
	struct rec *r;
	size_t i;

	for (i = 0; b.n < 5 * 1024 * 1024; i++)
		buf_printf(&b, "This is sentence number %zu of a long text.\n",
		           i);
	desk_open(&d, b.at, b.n);
	r = desk_highlight(&d, "number 777 of a long");
	cr_assert(eq(ptr, get(r, "Alike"), NULL));
	d.marks->changed = false;
	for (i = 0; marks_settle(d.marks, d.text, d.sha256); i++)
		cr_assert(not(d.marks->changed && !get(r, "Alike")));
	cr_assert(gt(sz, i, 80)); /* in small steps */
	cr_assert(d.marks->changed);
	cr_assert(get(r, "Alike") != NULL);
	cr_assert(not(marks_settle(d.marks, d.text, d.sha256)));
	buf_clear(&b);
	desk_clear(&d);
}
