/* Paths: the environment obeyed, and no home survived. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch.h"
#include "store/paths.h"

TestSuite(paths, .init = scratch_begin, .fini = scratch_end);

static void
expect(char *got, const char *wanted)
{
	cr_assert(got);
	cr_assert_str_eq(got, wanted);
	free(got);
}

Test(paths, lie_in_the_home_directory)
{
	struct error e = {0};

	expect(paths_store(&e), scratch_path(".lectern.rec"));
	expect(paths_places(&e),
	       scratch_path(".local/state/lectern/places.rec"));
	expect(paths_settings(&e), scratch_path(".config/lectern/config"));
}

Test(paths, follow_the_environment)
{
	struct error e = {0};

	setenv("LECTERN_STORE", "other.rec", 1);
	setenv("XDG_STATE_HOME", "/state", 1);
	setenv("XDG_CONFIG_HOME", "/config", 1);
	expect(paths_store(&e), "other.rec");
	expect(paths_places(&e), "/state/lectern/places.rec");
	expect(paths_settings(&e), "/config/lectern/config");
}

Test(paths, ignore_relative_and_empty_directories)
{
	struct error e = {0};

	setenv("LECTERN_STORE", "", 1);
	setenv("XDG_CONFIG_HOME", "config", 1);
	expect(paths_store(&e), scratch_path(".lectern.rec"));
	expect(paths_settings(&e), scratch_path(".config/lectern/config"));
}

Test(paths, say_why_where_there_is_no_home)
{
	struct error e = {0};

	unsetenv("HOME");
	cr_assert(!paths_store(&e));
	cr_assert_str_eq(e.what, "HOME is not set");
	error_clear(&e);
	setenv("LECTERN_STORE", "/s.rec", 1);
	expect(paths_store(&e), "/s.rec");
}

Test(paths, shorten_the_home_directory_and_lengthen_it_again)
{
	scratch_write("book.txt", "x", 1);
	expect(paths_short(scratch_path("book.txt")), "~/book.txt");
	expect(paths_long("~/book.txt"), scratch_path("book.txt"));
	expect(paths_long("/else/where"), "/else/where");
	expect(paths_short("/dev/null"), "/dev/null");
}

Test(paths, shorten_through_links)
{
	scratch_write("book.txt", "x", 1);
	cr_assert(symlink("book.txt", scratch_path("link")) == 0);
	expect(paths_short(scratch_path("link")), "~/book.txt");
	expect(paths_short("no such path"), "no such path");
}

Test(paths, do_not_take_a_neighbour_for_the_home_directory)
{
	char neighbour[300];

	strcpy(neighbour, scratch_path(""));
	strcat(neighbour, "-else");
	cr_assert(mkdir(neighbour, 0700) == 0);
	expect(paths_short(neighbour), neighbour);
	rmdir(neighbour);
}
