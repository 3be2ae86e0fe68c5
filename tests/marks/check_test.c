/* Examining a store: every problem by its line. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/vec.h"
#include "desk.h"
#include "marks/check.h"

static void
expect(const char *store, size_t n, const size_t *lines,
       const char *const *words)
{
	struct marks *m = marks_parse(store, strlen(store));
	struct check_list list = {0};
	size_t i;

	marks_check(m, &list);
	for (i = 0; i < n && i < list.n; i++) {
		cr_assert(eq(sz, list.at[i].line, lines[i]));
		cr_assert(eq(str, (char *)list.at[i].what, (char *)words[i]));
	}
	cr_assert(eq(sz, list.n, n));
	vec_clear(&list);
	marks_free(m);
}

Test(check, finds_nothing_wrong_with_a_store_that_lectern_wrote)
{
	static const char words[] = "A TITLE\n\nA sentence stands here.\n";
	struct check_list list = {0};
	struct buf b = {0};
	struct desk d;

	desk_open(&d, words, strlen(words));
	desk_highlight(&d, "A sentence");
	desk_mark(&d, MARK_BOOKMARK, (struct span){0, 0});
	marks_write(d.marks, &b);
	marks_free(d.marks);
	d.marks = marks_parse(b.at, b.n);
	marks_check(d.marks, &list);
	cr_assert(eq(sz, list.n, 0));
	vec_clear(&list);
	buf_clear(&b);
	desk_clear(&d);
}

Test(check, names_each_problem_by_its_line)
{
	static const size_t lines[] = {3, 6, 8, 8, 13, 13, 18, 23, 26};
	static const char *const words[] = {
		"not a field",
		"a work without Sha256 and Path",
		"a highlight without Quote",
		"a mark of a Work that is not there",
		"Created is no time",
		"Start or End is no number",
		"an Id that another record has",
		"a record without Kind",
		"a record without Id",
	};

	expect("Id: 1\nKind: work\nstray\nPath: ~/a\n\n"
	       "Id: 2\nKind: work\n"
	       "Id: 3\nKind: highlight\nWork: 9\nStart: 1\nEnd: 2\n"
	       "Id: 4\nKind: bookmark\nWork: 1\nStart: x\nCreated: soon\n"
	       "Id: 4\nKind: bookmark\nWork: 1\nStart: 1\nEnd: 1\n"
	       "Id: 5\nNote: x\n\n"
	       "Kind: bookmark\nWork: 1\nStart: 1\nEnd: 1\n",
	       9, lines, words);
}

Test(check, finds_a_kind_that_is_not_known)
{
	static const size_t lines[] = {1};
	static const char *const words[] = {"a Kind that is not known"};

	expect("Id: 1\nKind: doodle\n", 1, lines, words);
}
