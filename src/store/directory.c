/* Directories above a file. */
#include "store/directory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "store/file.h"

char *
directory_above(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return mem_copy(".");
	return mem_text(path, slash == path ? 1 : (size_t)(slash - path));
}

char *
directory_nearest(const char *path)
{
	char *directory = directory_above(path), *above;

	while (file_is_missing(directory)) {
		above = directory_above(directory);
		free(directory);
		directory = above;
	}
	return directory;
}

int
directory_make(const char *path)
{
	char *copy = mem_copy(path), *slash = copy;
	int number, first = 0; /* of what failed: the others follow from it */

	do {
		slash = strchr(slash + 1, '/');
		if (slash)
			*slash = '\0';
		number = mkdir(copy, 0700) < 0 ? errno : 0;
		if (number == EEXIST)
			number = 0;
		if (!first)
			first = number;
		if (slash)
			*slash = '/';
	} while (slash);
	free(copy);
	return number ? first : 0;
}
