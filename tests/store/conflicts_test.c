/* Copies that synchronisers leave beside the store. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "scratch.h"
#include "store/conflicts.h"
#include "store/file.h"

TestSuite(conflicts, .init = scratch_begin, .fini = scratch_end);

#define NOTE(id, words)                                                     \
	"Id: " id "\nKind: note\nUpdated: 2026-11-22T20:00:00.000Z\nNote: " \
	words "\n\n"

static void
write_file(const char *name, const char *words)
{
	scratch_write(name, words, strlen(words));
}

/* Opens m.rec, absorbs, closes; whether all went well. */
static bool
absorb(struct buf *words)
{
	struct marks_store s;
	struct error e = {0};
	bool ok;

	marks_store_open(&s, mem_copy(scratch_path("m.rec")), &e);
	error_clear(&e);
	ok = conflicts_absorb(&s, words, &e);
	cr_assert(!s.marks->changed);
	error_clear(&e);
	marks_store_close(&s);
	return ok;
}

static bool
holds(const char *file, const char *words)
{
	size_t n;
	char *bytes = scratch_read(file, &n);
	bool is = strstr(bytes, words) != NULL;

	free(bytes);
	return is;
}

Test(conflicts, are_known_by_their_names)
{
	static const char *const copies[] = {
		".lectern.sync-conflict-20261122-100000-ABCDEFG.rec",
		".lectern (conflicted copy 2026-11-22 100000).rec",
		".lectern (desk's conflicted copy 2026-11-22).rec",
		".lectern.rec.sync-conflict-20261122-100000-ABCDEFG",
	};
	static const char *const others[] = {
		".lectern.rec", ".lectern.rec~", ".lectern", "", ".rec",
		".lectern.sync-conflict-20261122-100000-ABCDEFG.rec~",
		"other.sync-conflict-20261122-100000-ABCDEFG.rec",
		".lectern (copy).rec", ".lectern (conflicted copy.rec",
		".lectern2 (conflicted copy 2026-11-22).rec",
	};
	size_t i;

	for (i = 0; i < sizeof copies / sizeof *copies; i++)
		cr_expect(conflicts_is_copy(".lectern.rec", copies[i]), "%s",
		          copies[i]);
	for (i = 0; i < sizeof others / sizeof *others; i++)
		cr_expect(!conflicts_is_copy(".lectern.rec", others[i]), "%s",
		          others[i]);
	cr_expect(conflicts_is_copy("marks", "marks.sync-conflict-1-2"));
	cr_expect(!conflicts_is_copy(".rec", "marks.sync-conflict-1.rec"));
}

Test(conflicts, are_merged_saved_and_renamed)
{
	struct buf words = {0};

	write_file("m.rec", NOTE("1", "mine"));
	write_file("m.sync-conflict-20261122-100000-A.rec",
	           NOTE("1", "mine") NOTE("2", "theirs"));
	write_file("m (conflicted copy 2026-11-22).rec", NOTE("3", "third"));
	cr_assert(absorb(&words));
	cr_assert(strstr(buf_text(&words), "2 conflict copies"));
	cr_assert(holds("m.rec", "mine"));
	cr_assert(holds("m.rec", "theirs"));
	cr_assert(holds("m.rec", "third"));
	cr_assert(holds("m.sync-conflict-20261122-100000-A.rec~", "theirs"));
	cr_assert(holds("m (conflicted copy 2026-11-22).rec~", "third"));
	cr_assert_eq(scratch_count(), 4 + 1, "the store, ~, two copies, .local");
	buf_reset(&words);
	cr_assert(absorb(&words));
	cr_assert_eq(words.n, 0, "%s", words.at);
	buf_clear(&words);
}

Test(conflicts, never_replace_a_file_by_being_renamed)
{
	struct buf words = {0};

	write_file("m.rec", NOTE("1", "mine"));
	write_file("m.sync-conflict-1.rec", NOTE("2", "theirs"));
	write_file("m.sync-conflict-1.rec~", "precious");
	cr_assert(absorb(&words));
	cr_assert(holds("m.sync-conflict-1.rec~", "precious"));
	cr_assert(holds("m.sync-conflict-1.rec2~", "theirs"));
	buf_clear(&words);
}

Test(conflicts, beside_a_linked_store_are_those_of_the_file_itself)
{
	struct buf words = {0};

	cr_assert_eq(mkdir(scratch_path("synced"), 0700), 0);
	write_file("synced/real.rec", NOTE("1", "mine"));
	write_file("synced/real.sync-conflict-1.rec", NOTE("2", "theirs"));
	cr_assert_eq(symlink("synced/real.rec", scratch_path("m.rec")), 0);
	cr_assert(absorb(&words));
	cr_assert(holds("synced/real.rec", "theirs"));
	cr_assert(file_is_missing(
		scratch_path("synced/real.sync-conflict-1.rec")));
	buf_clear(&words);
}

Test(conflicts, that_are_no_stores_stay_as_they_are)
{
	struct buf words = {0};

	write_file("m.rec", NOTE("1", "mine"));
	write_file("m.sync-conflict-1.rec", "Dear diary,\n");
	write_file("m.sync-conflict-2.rec", "# lectern marks, format 9.\n");
	cr_assert(!absorb(&words));
	cr_assert_eq(words.n, 0);
	cr_assert(holds("m.sync-conflict-1.rec", "Dear diary"));
	cr_assert(holds("m.sync-conflict-2.rec", "format 9"));
	cr_assert_not(holds("m.rec", "diary"));
}

Test(conflicts, stay_where_the_store_cannot_be_saved)
{
	struct buf words = {0};

	scratch_leave_root();
	write_file("m.rec", NOTE("1", "mine"));
	write_file("m.sync-conflict-1.rec", NOTE("2", "theirs"));
	cr_assert_eq(chmod(scratch_path("m.rec"), 0400), 0);
	cr_assert(!absorb(&words));
	cr_assert(holds("m.sync-conflict-1.rec", "theirs"));
	cr_assert_not(holds("m.rec", "theirs"));
}
