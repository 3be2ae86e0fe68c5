/* A directory of a test's own, gone when the test ends. */
#include "scratch.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char directory[64];

unsigned scratch_syncs;

/* In front of the system's. */
int
fsync(int fd)
{
	(void)fd;
	scratch_syncs++;
	return 0;
}

void
scratch_begin(void)
{
	/* where there is memory to write to, no test waits for a disk */
	strcpy(directory, access("/dev/shm", W_OK | X_OK) == 0
	                          ? "/dev/shm/lectern-test-XXXXXX"
	                          : "/tmp/lectern-test-XXXXXX");
	cr_assert(mkdtemp(directory));
	setenv("HOME", directory, 1);
	unsetenv("LECTERN_STORE");
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
}

void
scratch_leave_root(void)
{
	if (geteuid() != 0)
		return;
	cr_assert(chown(directory, 65534, 65534) == 0);
	cr_assert(seteuid(65534) == 0);
}

static int
remove_entry(const char *path, const struct stat *st, int kind,
             struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	return remove(path);
}

void
scratch_end(void)
{
	if (geteuid() != getuid())
		cr_assert(seteuid(getuid()) == 0);
	nftw(directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

char *
scratch_path(const char *name)
{
	static char paths[16][256];
	static unsigned next;
	char *path = paths[next++ % 16];

	snprintf(path, sizeof paths[0], "%s%s%s", directory, *name ? "/" : "",
	         name);
	return path;
}

char *
scratch_write(const char *name, const char *bytes, size_t n)
{
	char *path = scratch_path(name);
	FILE *f = fopen(path, "wb");

	cr_assert(f, "%s", path);
	cr_assert(fwrite(bytes, 1, n, f) == n);
	cr_assert(fclose(f) == 0);
	return path;
}

char *
scratch_read(const char *name, size_t *n)
{
	FILE *f = fopen(scratch_path(name), "rb");
	char *bytes = calloc(1, 1 << 16);

	cr_assert(f, "%s", name);
	*n = fread(bytes, 1, (1 << 16) - 1, f);
	fclose(f);
	return bytes;
}

size_t
scratch_count(void)
{
	DIR *d = opendir(directory);
	struct dirent *entry;
	size_t n = 0;

	while ((entry = readdir(d)))
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			n++;
	closedir(d);
	return n;
}
