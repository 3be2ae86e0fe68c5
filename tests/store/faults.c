/* Preloaded into lectern by a test: makes one system call fail. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

/*
 * $FAULT is "K:WHAT": the K-th call, counted from 1, of open, write, fsync,
 * close, rename, link, unlink, mkdir, flock, fchmod, fchown, ftruncate and
 * posix_fallocate together. WHAT is the errno value that it fails with, "short"
 * (a write that takes half of what it is given) or "kill" (SIGKILL instead of
 * the call). A file at $FAULT_MET says that it came to that.
 *
 * "0:read-only" is a file system of which nothing can be changed, under the
 * directory $FAULT_UNDER.
 */
enum { WHAT_SHORT = -1, WHAT_KILL = -2 };

static int
what_of(const char *s)
{
	if (strcmp(s, "short") == 0)
		return WHAT_SHORT;
	return strcmp(s, "kill") == 0 ? WHAT_KILL : atoi(s);
}

static void
note_met(void)
{
	const char *met = getenv("FAULT_MET");
	long fd;

	if (!met)
		return;
	fd = syscall(SYS_openat, AT_FDCWD, met, O_WRONLY | O_CREAT, 0600);
	if (fd >= 0)
		syscall(SYS_close, (int)fd);
}

/* Counts a call; what is to become of it, 0 for nothing. */
static int
fault(void)
{
	static int calls;
	const char *s = getenv("FAULT"), *what = s ? strchr(s, ':') : NULL;

	if (!what || ++calls != atoi(s))
		return 0;
	note_met();
	if (what_of(what + 1) == WHAT_KILL)
		raise(SIGKILL);
	return what_of(what + 1);
}

/* Whether the call fails now. */
static bool
fails(void)
{
	int what = fault();

	if (what <= 0)
		return false;
	errno = what;
	return true;
}

/* Whether nothing can be changed at PATH. */
static bool
is_read_only(const char *path)
{
	const char *s = getenv("FAULT"), *under = getenv("FAULT_UNDER");

	if (!s || strcmp(s, "0:read-only") != 0 || !under ||
	    strncmp(path, under, strlen(under)) != 0)
		return false;
	note_met();
	errno = EROFS;
	return true;
}

/* The next function NAME in FUNCTION, whatever its type. */
#define FIND(function, name) \
	(*(void **)&(function) = dlsym(RTLD_NEXT, name))

static int
open_next(const char *name, const char *path, int flags, mode_t mode)
{
	int (*next)(const char *, int, ...);

	FIND(next, name);
	if ((flags & (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC)) &&
	    is_read_only(path))
		return -1;
	return fails() ? -1 : next(path, flags, mode);
}

int
open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list rest;

	if (flags & O_CREAT) {
		va_start(rest, flags);
		mode = va_arg(rest, mode_t);
		va_end(rest);
	}
	return open_next("open", path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list rest;

	if (flags & O_CREAT) {
		va_start(rest, flags);
		mode = va_arg(rest, mode_t);
		va_end(rest);
	}
	return open_next("open64", path, flags, mode);
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	ssize_t (*next)(int, const void *, size_t);
	int what = fault();

	FIND(next, "write");
	if (what > 0) {
		errno = what;
		return -1;
	}
	return next(fd, bytes, what == WHAT_SHORT && n > 1 ? n / 2 : n);
}

int
fsync(int fd)
{
	int (*next)(int);

	FIND(next, "fsync");
	return fails() ? -1 : next(fd);
}

/* As in Linux the descriptor is gone all the same. */
int
close(int fd)
{
	int (*next)(int), what = fault();

	FIND(next, "close");
	if (next(fd) < 0)
		return -1;
	if (what <= 0)
		return 0;
	errno = what;
	return -1;
}

int
rename(const char *from, const char *to)
{
	int (*next)(const char *, const char *);

	FIND(next, "rename");
	return is_read_only(to) || fails() ? -1 : next(from, to);
}

int
link(const char *from, const char *to)
{
	int (*next)(const char *, const char *);

	FIND(next, "link");
	return is_read_only(to) || fails() ? -1 : next(from, to);
}

int
unlink(const char *path)
{
	int (*next)(const char *);

	FIND(next, "unlink");
	return is_read_only(path) || fails() ? -1 : next(path);
}

int
mkdir(const char *path, mode_t mode)
{
	int (*next)(const char *, mode_t);

	FIND(next, "mkdir");
	return is_read_only(path) || fails() ? -1 : next(path, mode);
}

/* As the kernel says before anything is tried. */
int
faccessat(int at, const char *path, int mode, int flags)
{
	int (*next)(int, const char *, int, int);

	FIND(next, "faccessat");
	if ((mode & W_OK) && is_read_only(path))
		return -1;
	return next(at, path, mode, flags);
}

int
flock(int fd, int how)
{
	int (*next)(int, int);

	FIND(next, "flock");
	return fails() ? -1 : next(fd, how);
}

int
fchmod(int fd, mode_t mode)
{
	int (*next)(int, mode_t);

	FIND(next, "fchmod");
	return fails() ? -1 : next(fd, mode);
}

int
fchown(int fd, uid_t user, gid_t group)
{
	int (*next)(int, uid_t, gid_t);

	FIND(next, "fchown");
	return fails() ? -1 : next(fd, user, group);
}

int
ftruncate(int fd, off_t size)
{
	int (*next)(int, off_t);

	FIND(next, "ftruncate");
	return fails() ? -1 : next(fd, size);
}

int
posix_fallocate(int fd, off_t from, off_t size)
{
	int (*next)(int, off_t, off_t);

	FIND(next, "posix_fallocate");
	return fails() ? errno : next(fd, from, size);
}
