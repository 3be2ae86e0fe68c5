/* Saving: the old file or the new one, never half of either. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch.h"
#include "store/save.h"

TestSuite(save, .init = scratch_begin, .fini = scratch_end);

static void
save(const char *name, const char *words)
{
	struct error e = {0};

	cr_assert(save_file(scratch_path(name), words, strlen(words),
	                    SAVE_SYNCED, &e), "%s", e.what);
}

static void
expect(const char *name, const char *words)
{
	size_t n;
	char *bytes = scratch_read(name, &n);

	cr_assert_str_eq(bytes, words);
	free(bytes);
}

static mode_t
mode_of(const char *name)
{
	struct stat st;

	cr_assert(stat(scratch_path(name), &st) == 0);
	return st.st_mode & 07777;
}

Test(save, makes_a_new_file_that_others_cannot_read)
{
	save("marks", "new");
	expect("marks", "new");
	cr_assert_eq(mode_of("marks"), 0600);
	cr_assert_eq(scratch_count(), 1);
}

Test(save, keeps_the_mode_of_the_old_file)
{
	scratch_write("marks", "old", 3);
	chmod(scratch_path("marks"), 0644);
	save("marks", "new");
	expect("marks", "new");
	cr_assert_eq(mode_of("marks"), 0644);
}

Test(save, makes_missing_directories)
{
	save("a/b/marks", "new");
	expect("a/b/marks", "new");
	cr_assert_eq(mode_of("a"), 0700);
}

Test(save, keeps_a_link_a_link)
{
	struct stat st;

	cr_assert(mkdir(scratch_path("far"), 0700) == 0);
	scratch_write("far/marks", "old", 3);
	cr_assert(symlink("far/marks", scratch_path("near")) == 0);
	cr_assert(symlink("near", scratch_path("nearer")) == 0);
	save("nearer", "new");
	expect("far/marks", "new");
	cr_assert(lstat(scratch_path("nearer"), &st) == 0);
	cr_assert(S_ISLNK(st.st_mode));
}

Test(save, follows_a_link_to_nothing_yet)
{
	struct stat st;

	cr_assert(symlink("far/marks", scratch_path("near")) == 0);
	save("near", "new");
	expect("far/marks", "new");
	cr_assert(lstat(scratch_path("near"), &st) == 0);
	cr_assert(S_ISLNK(st.st_mode));
}

static void
expect_refusal(const char *path, const char *words)
{
	struct error e = {0};

	cr_assert(!save_file(path, "new", 3, SAVE_BACKED, &e));
	cr_assert(strstr(e.what, words), "%s", e.what);
	error_clear(&e);
}

static void
expect_impossible(const char *path)
{
	struct error e = {0};

	cr_assert(!save_is_possible(path, &e));
	cr_assert(strstr(e.what, "permission denied"), "%s", e.what);
	error_clear(&e);
}

Test(save, refuses_what_is_no_file)
{
	cr_assert(symlink("ring", scratch_path("ring")) == 0);
	expect_refusal(scratch_path("ring"), "circle");
	expect_refusal(scratch_path(""), "is a directory");
}

Test(save, never_replaces_a_device)
{
	struct error e = {0};
	struct stat st;

	cr_assert(!save_file("/dev/null", "new", 3, SAVE_SYNCED, &e));
	cr_assert(strstr(e.what, "no regular file"), "%s", e.what);
	cr_assert(stat("/dev/null", &st) == 0 && S_ISCHR(st.st_mode));
	error_clear(&e);
}

Test(save, leaves_the_old_file_where_the_disk_is_full)
{
	struct rlimit small = {4096, RLIM_INFINITY};
	char bytes[8192] = {0};
	struct error e = {0};

	scratch_write("marks", "old", 3);
	signal(SIGXFSZ, SIG_IGN);
	cr_assert(setrlimit(RLIMIT_FSIZE, &small) == 0);
	cr_assert(!save_file(scratch_path("marks"), bytes, sizeof bytes,
	                     SAVE_BACKED, &e));
	cr_assert(e.what && strstr(e.what, "cannot be saved"));
	expect("marks", "old");
	expect("marks~", "old");
	cr_assert_eq(scratch_count(), 2, "something was left behind");
	error_clear(&e);
}

Test(save, writes_in_place_where_the_directory_is_read_only)
{
	struct stat before, after;

	scratch_leave_root();
	cr_assert(mkdir(scratch_path("fixed"), 0700) == 0);
	scratch_write("fixed/marks", "older", 5);
	cr_assert(stat(scratch_path("fixed/marks"), &before) == 0);
	chmod(scratch_path("fixed"), 0500);
	save("fixed/marks", "new");
	chmod(scratch_path("fixed"), 0700);
	expect("fixed/marks", "new");
	cr_assert(stat(scratch_path("fixed/marks"), &after) == 0);
	cr_assert_eq(before.st_ino, after.st_ino);
	expect(".local/state/lectern/marks~", "older");
}

Test(save, writes_a_file_of_two_names_in_place)
{
	scratch_write("marks", "old", 3);
	cr_assert(link(scratch_path("marks"), scratch_path("other")) == 0);
	save("marks", "new and longer");
	expect("other", "new and longer");
	expect("marks~", "old");
}

Test(save, leaves_a_file_of_two_names_where_the_disk_is_full)
{
	struct rlimit small = {4096, RLIM_INFINITY};
	char bytes[8192] = {0};
	struct error e = {0};

	scratch_write("marks", "old", 3);
	cr_assert(link(scratch_path("marks"), scratch_path("other")) == 0);
	signal(SIGXFSZ, SIG_IGN);
	cr_assert(setrlimit(RLIMIT_FSIZE, &small) == 0);
	cr_assert(!save_file(scratch_path("marks"), bytes, sizeof bytes,
	                     SAVE_SYNCED, &e));
	expect("marks", "old");
	error_clear(&e);
}

Test(save, obeys_a_file_that_is_read_only)
{
	scratch_write("marks", "old", 3);
	chmod(scratch_path("marks"), 0400);
	scratch_leave_root();
	expect_refusal(scratch_path("marks"), "permission denied");
	expect_impossible(scratch_path("marks"));
}

Test(save, knows_beforehand_whether_it_is_possible)
{
	struct error e = {0};

	cr_assert(save_is_possible(scratch_path("a/b/marks"), &e));
	cr_assert(save_is_possible(scratch_write("marks", "", 0), &e));
	scratch_leave_root();
	chmod(scratch_path(""), 0500);
	expect_impossible(scratch_path("a/b/marks"));
	chmod(scratch_path(""), 0700);
}

Test(save, keeps_the_old_one_as_a_backup_when_asked)
{
	struct error e = {0};

	cr_assert(save_file(scratch_path("marks"), "one", 3, SAVE_BACKED, &e));
	cr_assert_eq(scratch_count(), 1, "a backup of nothing");
	cr_assert(save_file(scratch_path("marks"), "two", 3, SAVE_BACKED, &e));
	expect("marks", "two");
	expect("marks~", "one");
	save("marks", "three");
	expect("marks~", "one");
}

Test(save, is_on_the_disk_with_its_directory)
{
	save("marks", "one");
	cr_assert_eq(scratch_syncs, 2);
}
