/* A failed system call in words. */
#include "store/fail.h"

#include <errno.h>
#include <string.h>

const char *
fail_words(int number)
{
	switch (number) {
	case ENOENT:
		return "no such file";
	case EISDIR:
		return "is a directory; name a file in it";
	case EACCES:
	case EPERM:
		return "permission denied";
	case ENOSPC:
		return "no space left on the disk";
	case EDQUOT:
		return "your share of the disk is used up";
	case EROFS:
		return "the disk is read-only";
	case ELOOP:
		return "a circle of symbolic links";
	case EPIPE:
		return "nobody reads it any more";
	case EBADF:
		return "is closed";
	case ENOMEM:
		return "too large for this machine's memory";
	default:
		return strerror(number);
	}
}

void
fail_set(struct error *e, const char *file, const char *doing, int number)
{
	if (doing)
		error_set(e, file, 0, "%s: %s", doing, fail_words(number));
	else
		error_set(e, file, 0, "%s", fail_words(number));
}
