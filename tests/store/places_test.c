/* Places: kept, found again, and not lost to another sitting. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"
#include "store/places.h"

TestSuite(places, .init = scratch_begin, .fini = scratch_end);

static void
keep(const char *path, const char *sha256, size_t offset, uint64_t when)
{
	struct place p = {
		.path = (char *)path,
		.title = (char *)"A Title",
		.sha256 = (char *)sha256,
		.offset = offset,
		.size = 1000,
		.words = (char *)"I went to the woods",
		.read = when,
	};
	struct error e = {0};

	cr_assert(places_write(scratch_path("state/places.rec"), &p, &e),
	          "%s", e.what);
}

static struct place_list
kept(void)
{
	struct place_list l = {0};

	places_read(scratch_path("state/places.rec"), &l);
	return l;
}

Test(places, are_none_where_there_is_no_file)
{
	cr_assert_eq(kept().n, 0);
}

Test(places, come_back_as_they_were_kept)
{
	struct place_list l;

	keep("~/walden.txt", "abc", 123, 1700000000123);
	l = kept();
	cr_assert_eq(l.n, 1);
	cr_assert_str_eq(l.at[0].path, "~/walden.txt");
	cr_assert_str_eq(l.at[0].title, "A Title");
	cr_assert_str_eq(l.at[0].sha256, "abc");
	cr_assert_eq(l.at[0].offset, 123);
	cr_assert_eq(l.at[0].size, 1000);
	cr_assert_str_eq(l.at[0].words, "I went to the woods");
	cr_assert_eq(l.at[0].read, 1700000000123);
	places_clear(&l);
}

Test(places, are_one_for_each_text_latest_first)
{
	struct place_list l;

	keep("~/a", "1", 10, 1000);
	keep("~/b", "2", 20, 3000);
	keep("~/c", "3", 30, 2000);
	keep("~/a", "1", 40, 4000);
	l = kept();
	cr_assert_eq(l.n, 3);
	cr_assert_str_eq(l.at[0].path, "~/a");
	cr_assert_eq(l.at[0].offset, 40);
	cr_assert_str_eq(l.at[1].path, "~/b");
	cr_assert_str_eq(l.at[2].path, "~/c");
	places_clear(&l);
}

Test(places, follow_a_text_that_was_moved_but_not_one_that_was_copied)
{
	struct place_list l;

	keep("~/old", "same", 10, 1000);
	keep("~/new", "same", 20, 2000);
	l = kept();
	cr_assert_eq(l.n, 1);
	cr_assert_str_eq(l.at[0].path, "~/new");
	places_clear(&l);

	scratch_write("new", "", 0);
	keep("~/copy", "same", 30, 3000);
	l = kept();
	cr_assert_eq(l.n, 2);
	places_clear(&l);
}

Test(places, of_a_damaged_file_are_read_as_far_as_can_be)
{
	static const char damaged[] =
		"<<<<<<< ours\n"
		"Path: ~/a\nOffset: 7\nRead: yesterday\n\n"
		"stray words\n\n"
		"Path: ~/b\nOffset: -\nRead: 2026-11-22T20:02:58.001Z\n";
	struct place_list l = {0};

	places_read(scratch_write("places", damaged, sizeof damaged - 1), &l);
	cr_assert_eq(l.n, 2);
	cr_assert_str_eq(l.at[0].path, "~/b");
	cr_assert_eq(l.at[0].offset, 0);
	cr_assert_eq(l.at[1].offset, 7);
	cr_assert_null(l.at[1].title);
	places_clear(&l);
}

Test(places, of_more_than_a_thousand_texts_lose_the_oldest)
{
	char *bytes = NULL, path[32];
	size_t n, i;
	FILE *f = open_memstream(&bytes, &n);
	struct place_list l;

	for (i = 0; i < 1100; i++)
		fprintf(f, "Path: ~/%zu\nRead: 2026-01-01T00:%02zu:%02zu.000Z"
		        "\n\n", i, i / 60, i % 60);
	fclose(f);
	scratch_write("x", "", 0);
	keep("~/first", "0", 0, 1);
	scratch_write("state/places.rec", bytes, n);
	keep("~/latest", "1", 1, 1800000000000);
	l = kept();
	cr_assert_eq(l.n, 1000);
	cr_assert_str_eq(l.at[0].path, "~/latest");
	snprintf(path, sizeof path, "~/%d", 1100 - 999);
	cr_assert_str_eq(l.at[999].path, path);
	places_clear(&l);
	free(bytes);
}

Test(places, of_sittings_at_the_same_time_are_all_kept)
{
	enum { SITTINGS = 8 };
	struct place_list l;
	char path[16];
	int i, status;

	for (i = 0; i < SITTINGS; i++)
		if (fork() == 0) {
			snprintf(path, sizeof path, "~/%d", i);
			keep(path, path, 1, 1000);
			_exit(0);
		}
	for (i = 0; i < SITTINGS; i++)
		cr_assert(wait(&status) > 0 && status == 0);
	l = kept();
	cr_assert_eq(l.n, SITTINGS);
	places_clear(&l);
}

Test(places, are_kept_without_waiting_for_the_disk)
{
	struct place_list l;

	keep("/texts/walden.txt", "aa", 12, 1);
	cr_assert_eq(scratch_syncs, 0);
	l = kept();
	cr_assert_eq(l.n, 1);
	places_clear(&l);
}
