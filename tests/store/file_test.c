/* Reading files: every kind of bad input ends with words. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"
#include "store/file.h"

TestSuite(file, .init = scratch_begin, .fini = scratch_end);

static void
expect_words(const char *path, const char *words)
{
	struct file_bytes got = {(char *)"untouched", 9};
	struct error e = {0};

	cr_assert(!file_read(path, &got, &e), "%s was read", path);
	cr_assert(e.what && strstr(e.what, words), "%s", e.what);
	cr_assert_str_eq(e.file, path);
	cr_assert_eq(got.n, 9);
	error_clear(&e);
}

Test(file, is_read_byte_for_byte)
{
	char bytes[100000];
	struct file_bytes got;
	struct error e = {0};
	size_t i;

	for (i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 31 + i / 256);
	cr_assert(file_read(scratch_write("all", bytes, sizeof bytes), &got,
	                    &e));
	cr_assert_eq(got.n, sizeof bytes);
	cr_assert(memcmp(got.at, bytes, got.n) == 0);
	free(got.at);
}

Test(file, may_be_empty)
{
	struct file_bytes got;
	struct error e = {0};

	cr_assert(file_read(scratch_write("empty", "", 0), &got, &e));
	cr_assert_eq(got.n, 0);
	free(got.at);
}

Test(file, without_a_size_is_read_to_its_end)
{
	struct file_bytes got;
	struct error e = {0};

	if (access("/proc/self/status", R_OK))
		cr_skip("no /proc");
	cr_assert(file_read("/proc/self/status", &got, &e));
	cr_assert(got.n > 100);
	free(got.at);
}

Test(file, that_is_missing_or_a_directory_is_said_to_be)
{
	expect_words(scratch_path("nothing"), "no such file");
	expect_words(scratch_path(""), "is a directory");
	scratch_write("plain", "x", 1);
	expect_words(scratch_path("plain/below"), "Not a directory");
}

Test(file, without_permission_is_said_to_be)
{
	char *path = scratch_write("secret", "x", 1);

	chmod(path, 0);
	scratch_leave_root();
	expect_words(path, "permission denied");
}

Test(file, in_a_circle_of_links_is_said_to_be)
{
	cr_assert(symlink("ring", scratch_path("ring")) == 0);
	expect_words(scratch_path("ring"), "circle of symbolic links");
}

Test(file, larger_than_memory_is_refused_before_reading)
{
	char *path = scratch_write("vast", "", 0);

	if (truncate(path, (off_t)1 << 42))
		cr_skip("the file system holds no such file");
	expect_words(path, "too large");
}

Test(file, that_never_ends_is_refused)
{
	if (access("/dev/zero", R_OK))
		cr_skip("no /dev/zero");
	expect_words("/dev/zero", "goes on past 256 MiB");
}

/* A child that writes the bytes in pieces, slowly. */
static pid_t
write_slowly(const char *path, const char *bytes, int flags)
{
	pid_t child = fork();
	int fd;

	if (child)
		return child;
	fd = open(path, O_WRONLY | flags);
	for (; *bytes; bytes++) {
		if (write(fd, bytes, 1) != 1)
			_exit(1);
		usleep(2000);
	}
	_exit(0);
}

Test(file, that_is_a_fifo_is_read_to_its_end)
{
	char *path = scratch_path("fifo");
	struct file_bytes got;
	struct error e = {0};
	pid_t child;

	cr_assert(mkfifo(path, 0600) == 0);
	child = write_slowly(path, "a line\nand another\n", 0);
	cr_assert(file_read(path, &got, &e));
	waitpid(child, NULL, 0);
	cr_assert_eq(got.n, 19);
	cr_assert(memcmp(got.at, "a line\nand another\n", 19) == 0);
	free(got.at);
}

static void
do_nothing(int number)
{
	(void)number;
}

Test(file, is_read_through_signals)
{
	struct sigaction act = {.sa_handler = do_nothing};
	char *path = scratch_path("fifo");
	struct file_bytes got;
	struct error e = {0};
	pid_t child, pest;

	sigaction(SIGUSR1, &act, NULL);
	cr_assert(mkfifo(path, 0600) == 0);
	pest = fork();
	if (!pest)
		for (;;) {
			kill(getppid(), SIGUSR1);
			usleep(1000);
		}
	usleep(5000);
	child = write_slowly(path, "interrupted", 0);
	cr_assert(file_read(path, &got, &e), "%s", e.what);
	kill(pest, SIGKILL);
	waitpid(pest, NULL, 0);
	waitpid(child, NULL, 0);
	cr_assert_eq(got.n, 11);
	free(got.at);
}

/* Standard input whose size is known to be more (or less) than what comes. */
static size_t
read_after(off_t size, off_t from)
{
	char *path = scratch_write("changing", "", 0);
	struct file_bytes got;
	struct error e = {0};
	int fd;

	cr_assert(truncate(path, size) == 0);
	fd = open(path, O_RDONLY);
	cr_assert(dup2(fd, STDIN_FILENO) == STDIN_FILENO);
	cr_assert(lseek(STDIN_FILENO, from, SEEK_SET) == from);
	cr_assert(file_read("-", &got, &e));
	close(fd);
	free(got.at);
	return got.n;
}

Test(file, that_is_shorter_than_its_size_gives_what_there_is)
{
	cr_assert_eq(read_after(100000, 99990), 10);
	cr_assert_eq(read_after(100000, 200000), 0);
}

Test(file, that_changes_while_it_is_read_gives_what_could_be_read)
{
	char *path = scratch_write("moving", "", 0);
	struct file_bytes got;
	struct error e = {0};
	pid_t child = fork();
	int i;

	if (!child)
		for (;;) {
			if (truncate(path, 3 << 20) || truncate(path, 0))
				_exit(1);
			unlink(path);
			close(open(path, O_CREAT | O_WRONLY, 0600));
		}
	for (i = 0; i < 200; i++) {
		if (file_read(path, &got, &e)) {
			cr_assert(got.n <= 3 << 20);
			free(got.at);
		} else {
			cr_assert(strstr(e.what, "no such file"));
		}
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	error_clear(&e);
}

Test(file, that_grows_while_it_is_read_is_read_to_its_end)
{
	char *path = scratch_write("growing", "", 0);
	struct file_bytes got;
	struct error e = {0};
	pid_t child = write_slowly(path, "0123456789", O_APPEND);
	size_t last = 0;

	while (last < 10) {
		cr_assert(file_read(path, &got, &e));
		cr_assert(got.n >= last);
		last = got.n;
		free(got.at);
	}
	waitpid(child, NULL, 0);
}

Test(file, called_minus_is_standard_input)
{
	struct file_bytes got;
	struct error e = {0};
	int ends[2];

	cr_assert(pipe(ends) == 0);
	cr_assert(write(ends[1], "piped", 5) == 5);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	cr_assert(file_read("-", &got, &e));
	cr_assert_eq(got.n, 5);
	free(got.at);
	close(STDIN_FILENO);
	cr_assert(!file_read("-", &got, &e));
	cr_assert_str_eq(e.file, "standard input");
	error_clear(&e);
}

Test(file, is_missing_only_where_nothing_is)
{
	cr_assert(file_is_missing(scratch_path("nothing")));
	cr_assert(!file_is_missing(scratch_path("")));
	cr_assert(!file_is_missing(scratch_write("thing", "", 0)));
}
