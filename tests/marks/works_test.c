/* Works of a store, looked up with and without a catalogue. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "desk.h"
#include "marks/merge.h"

static const char store[] =
	"%rec: Mark\n\n"
	"Id: W1\nKind: work\nSha256: aa\nPath: ~/one\n\n"
	"Id: W2\nKind: work\nSha256: aa\nPath: ~/two\n\n"
	"Id: W3\nKind: work\nSha256: cc\nPath: ~/two\n\n"
	"Id: W4\nKind: work\nSha256: aa\nPath: ~/one\nDeleted: now\n\n"
	"Id: W5\nKind: work\nTitle: Neither hash nor path\n\n"
	"Id: W6\nKind: work\nSha256: dd\nPath: ~/one\n\n"
	"Id: M1\nKind: note\nWork: W1\nStart: 5\n\n"
	"Id: M2\nKind: note\nWork: W2\nStart: 3\n\n"
	"Id: M3\nKind: note\nWork: W6\nStart: 4\n\n"
	"Id: M4\nKind: note\nWork: W1\nStart: 1\nDeleted: now\n\n"
	"Id: M5\nKind: note\nWork: W5\nStart: 9\n\n"
	"Id: M6\nKind: note\nWork: W3\nStart: 2\n\n";

/* "W1 W3 ": the Ids of records. */
static void
add_id(struct buf *out, const struct rec *r)
{
	buf_printf(out, "%s ", rec_get(r, "Id"));
}

static void
ids_of_works(struct marks *m, struct buf *out)
{
	struct work_list works = {0};
	size_t i;

	marks_works(m, &works);
	for (i = 0; i < works.n; i++)
		add_id(out, works.at[i]);
	vec_clear(&works);
}

static void
ids_of_marks(struct marks *m, const char *work, struct buf *out)
{
	struct mark_list list = {0};
	size_t i;

	marks_place(m, marks_by_id(m, work), NULL, NULL, desk_kinds, &list);
	for (i = 0; i < list.n; i++)
		add_id(out, list.at[i].rec);
	vec_clear(&list);
}

/* W2 is W1 by its hash and W6 by its path; W3 shares its path with W2 alone,
 * which is not listed. */
Test(works, are_listed_once_however_many_records_they_have)
{
	struct marks *m = marks_parse(store, sizeof store - 1);
	struct buf out = {0};

	ids_of_works(m, &out);
	cr_assert(eq(str, (char *)buf_text(&out), "W1 W3 W5 "));
	buf_clear(&out);
	marks_free(m);
}

Test(works, have_the_same_marks_with_a_catalogue_and_without)
{
	static const char *const ids[] = {"W1", "W2", "W3", "W5", "W6"};
	struct marks *m = marks_parse(store, sizeof store - 1);
	struct buf before = {0}, behind = {0};
	size_t i;

	for (i = 0; i < 5; i++)
		ids_of_marks(m, ids[i], &before);
	marks_catalog(m);
	for (i = 0; i < 5; i++)
		ids_of_marks(m, ids[i], &behind);
	cr_assert(eq(str, (char *)buf_text(&behind),
	             (char *)buf_text(&before)));
	cr_assert(eq(str, (char *)buf_text(&before),
	             "M2 M3 M1 M6 M2 M1 M6 M2 M5 M3 M1 "));
	buf_clear(&before);
	buf_clear(&behind);
	marks_free(m);
}

Test(works, are_found_by_hash_and_by_path_in_a_catalogue_too)
{
	struct marks *m = marks_parse(store, sizeof store - 1);
	struct work_facts facts = {.sha256 = "cc", .path = "~/one"};

	marks_catalog(m);
	cr_assert(eq(str, (char *)rec_get(marks_work(m, &facts), "Id"), "W3"));
	facts.sha256 = "ee";
	cr_assert(eq(str, (char *)rec_get(marks_work(m, &facts), "Id"), "W1"));
	facts.path = "~/three";
	cr_assert(eq(ptr, marks_work(m, &facts), NULL));
	cr_assert(eq(ptr, marks_by_id(m, "M9"), NULL));
	marks_free(m);
}

/* A mark made while there is a catalogue is in none: it is found all the same,
 * and so are works that a merge brings. */
Test(works, do_not_go_by_a_catalogue_that_is_out_of_date)
{
	static const char text[] = "A word, and another one.\n";
	static const char other[] = "Id: W9\nKind: work\nSha256: ff\n\n";
	struct work_facts facts = {.sha256 = "ff"};
	struct merge_report report = {0};
	struct desk d;

	desk_open(&d, text, sizeof text - 1);
	marks_catalog(d.marks);
	desk_highlight(&d, "A word");
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 1));
	marks_catalog(d.marks);
	desk_highlight(&d, "another");
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 2));
	marks_catalog(d.marks);
	marks_merge(d.marks, other, sizeof other - 1, NULL, 0, &report);
	cr_assert(ne(ptr, marks_work(d.marks, &facts), NULL));
	desk_clear(&d);
}

/* Were it quadratic this would take minutes. */
Test(works, are_many)
{
	enum { WORKS = 20000 };
	struct work_list works = {0};
	struct mark_list list = {0};
	struct buf b = {0};
	struct marks *m;
	size_t i, n = 0;

	for (i = 0; i < WORKS; i++)
		buf_printf(&b, "Id: W%zu\nKind: work\nPath: ~/%zu\n\n"
		           "Id: M%zu\nKind: note\nWork: W%zu\nStart: 1\n\n",
		           i, i, i, i);
	m = marks_parse(b.at, b.n);
	marks_works(m, &works);
	cr_assert(eq(sz, works.n, WORKS));
	for (i = 0; i < works.n; i++) {
		marks_place(m, works.at[i], NULL, NULL, desk_kinds, &list);
		n += list.n;
	}
	cr_assert(eq(sz, n, WORKS));
	vec_clear(&list);
	vec_clear(&works);
	buf_clear(&b);
	marks_free(m);
}
