/* Writing bytes so that every failure is noticed. */
#include "store/write.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool
write_is_allowed(const char *path)
{
	return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

int
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno != EINTR)
			return errno;
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
	return 0;
}

int
write_end(int fd, bool sync)
{
	int number = 0;

	if (sync && fsync(fd) < 0)
		number = errno;
	if (close(fd) < 0 && !number && errno != EINTR)
		number = errno;
	return number;
}

/* Takes room for SIZE bytes; on failure the file is as long as before. */
static int
take_room(int fd, size_t size)
{
	struct stat st;
	int number;

	if (fstat(fd, &st) < 0)
		return errno;
	if (size <= (size_t)st.st_size)
		return 0;
	number = posix_fallocate(fd, 0, (off_t)size);
	if (number && ftruncate(fd, st.st_size) < 0)
		return errno;
	return number == EOPNOTSUPP || number == EINVAL ? 0 : number;
}

int
write_in_place(const char *path, const char *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
	int number, end;

	if (fd < 0)
		return errno;
	number = take_room(fd, n);
	if (!number)
		number = write_all(fd, bytes, n);
	if (!number && ftruncate(fd, (off_t)n) < 0)
		number = errno;
	end = write_end(fd, !number);
	return number ? number : end;
}
