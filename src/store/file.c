/* Reading files whole, whatever they are. */
#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fail.h"
#include "store/room.h"

enum { FIRST_READ = 64 * 1024 }; /* [byte] where no size is known */

/* A file being read. LIMIT is the most that is taken. */
struct reading {
	int fd;
	struct file_bytes got;
	size_t room, limit;
};

static int
open_input(const char *path)
{
	int fd;

	if (!strcmp(path, "-"))
		return STDIN_FILENO;
	do
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* More than the machine has is refused here: the system may promise such
 * memory and then end the program while it fills. */
bool
file_fits_memory(uintmax_t size)
{
	long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);

	if (size > SIZE_MAX / 2)
		return false;
	return pages < 0 || page < 1 ||
	       size / (uintmax_t)page < (uintmax_t)pages;
}

static int
make_room(struct reading *r, size_t room)
{
	char *at = r->got.at ? realloc(r->got.at, room) : room_new(room);

	if (!at)
		return ENOMEM;
	r->got.at = at;
	r->room = room;
	return 0;
}

/* One byte more than the size, so that the end is met without growing. */
static int
prepare(struct reading *r)
{
	struct stat st;

	if (fstat(r->fd, &st) < 0)
		return errno;
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	r->limit = S_ISREG(st.st_mode) ? SIZE_MAX / 2 : FILE_STREAM_MAX;
	if (!S_ISREG(st.st_mode) || st.st_size <= 0)
		return make_room(r, FIRST_READ);
	if (!file_fits_memory((uintmax_t)st.st_size))
		return ENOMEM;
	return make_room(r, (size_t)st.st_size + 1);
}

/* Reads to the end or past the limit; 0 or an errno value. */
static int
read_on(struct reading *r)
{
	while (r->got.n <= r->limit) {
		ssize_t n;

		if (r->got.n == r->room &&
		    make_room(r, r->room + r->room / 2 + FIRST_READ))
			return ENOMEM;
		n = read(r->fd, r->got.at + r->got.n, r->room - r->got.n);
		if (n == 0)
			return 0;
		if (n < 0 && errno != EINTR)
			return errno;
		if (n > 0)
			r->got.n += (size_t)n;
	}
	return EFBIG;
}

void
file_set_error(struct error *e, const char *path, int number)
{
	if (!strcmp(path, "-"))
		path = "standard input";
	if (number == EFBIG)
		error_set(e, path, 0,
		          "is no regular file and goes on past %zu MiB; "
		          "save the part to be read in a file",
		          FILE_STREAM_MAX >> 20);
	else
		fail_set(e, path, NULL, number);
}

bool
file_read(const char *path, struct file_bytes *out, struct error *e)
{
	struct reading r = {.fd = open_input(path)};
	int number;

	number = r.fd < 0 ? errno : prepare(&r);
	if (!number)
		number = read_on(&r);
	if (r.fd > STDIN_FILENO)
		close(r.fd);
	if (number) {
		free(r.got.at);
		file_set_error(e, path, number);
		return false;
	}
	*out = r.got;
	return true;
}

bool
file_is_missing(const char *path)
{
	struct stat st;

	return stat(path, &st) < 0 && errno == ENOENT;
}
