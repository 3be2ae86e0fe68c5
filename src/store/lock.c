/* Keeping two sittings from saving at the same moment. */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "store/directory.h"

enum { TRIES = 100, PAUSE = 20 }; /* PAUSE [ms] between them */

int
lock_take(const char *path)
{
	const struct timespec pause = {0, PAUSE * 1000000L};
	char *directory;
	int i, fd;

	if (!path)
		return -1;
	directory = directory_above(path);
	directory_make(directory);
	free(directory);
	fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return -1;
	for (i = 0; i < TRIES; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return fd;
		if (errno != EWOULDBLOCK && errno != EINTR)
			break;
		nanosleep(&pause, NULL);
	}
	close(fd);
	return -1;
}

/* Closing is releasing; the file stays, since another may wait for it. */
void
lock_release(int lock)
{
	if (lock >= 0)
		close(lock);
}
