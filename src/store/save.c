/* Writing a file so that it is either the old one or the new one. */
#include "store/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "store/directory.h"
#include "store/fail.h"
#include "store/file.h"

enum {
	LINKS_MAX = 40,    /* symbolic links followed before it is a circle */
	NAMES_TRIED = 100, /* for the temporary file */
};

/* A file to be replaced. TARGET is the file itself behind all links, TEMP the
 * new one beside it, with the descriptor FD; directories end without '/'. */
struct saving {
	char *target, *directory, *temp;
	mode_t mode;
	bool is_new;
	int fd;
};

/* What the link at PATH points to, seen from where PATH is seen; NULL when
 * PATH is no link. */
static char *
link_target(const char *path)
{
	char where[4096], *directory;
	ssize_t n = readlink(path, where, sizeof where);
	struct buf out = {0};

	if (n < 0 || (size_t)n == sizeof where)
		return NULL;
	if (where[0] != '/') {
		directory = directory_above(path);
		buf_str(&out, directory);
		buf_char(&out, '/');
		free(directory);
	}
	buf_add(&out, where, (size_t)n);
	return buf_take(&out);
}

/* Follows links, also one that points to nothing yet, so that a linked store
 * stays a link; NULL for a circle. (realpath knows no dangling links.) */
static char *
follow_links(const char *path)
{
	char *at = mem_copy(path), *next;
	int i;

	for (i = 0; i < LINKS_MAX; i++) {
		next = link_target(at);
		if (!next)
			return at;
		free(at);
		at = next;
	}
	free(at);
	return NULL;
}

/* A name nobody can foresee: another user may not lay a trap beside it. */
static char *
temporary_name(const struct saving *s)
{
	const char *slash = strrchr(s->target, '/');
	struct buf name = {0};
	uint64_t random = 0;

	if (getrandom(&random, sizeof random, 0) < 0)
		random = (uint64_t)getpid();
	buf_str(&name, s->directory);
	buf_printf(&name, "/.%s.%016llx", slash ? slash + 1 : s->target,
	           (unsigned long long)random);
	return buf_take(&name);
}

static int
open_temporary(struct saving *s)
{
	int i;

	for (i = 0; i < NAMES_TRIED; i++) {
		s->temp = temporary_name(s);
		s->fd = open(s->temp,
		             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
		             O_CLOEXEC, 0600);
		if (s->fd >= 0)
			return 0;
		free(s->temp);
		s->temp = NULL;
		if (errno != EEXIST && errno != EINTR)
			return errno;
	}
	return EEXIST;
}

static int
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

/* A failed fsync is final: the kernel may have dropped the pages, and a
 * second call would report success. */
static int
write_temporary(struct saving *s, const char *bytes, size_t n)
{
	int number = write_all(s->fd, bytes, n);

	if (!number && !s->is_new && fchmod(s->fd, s->mode) < 0)
		number = errno;
	if (!number && fsync(s->fd) < 0)
		number = errno;
	if (close(s->fd) < 0 && !number && errno != EINTR)
		number = errno;
	s->fd = -1;
	return number;
}

/* The rename is on the disk only when the directory is. Directories that
 * cannot be synced (some network file systems) are let pass. */
static void
sync_directory(const char *directory)
{
	int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static int
look(struct saving *s)
{
	struct stat st;

	if (stat(s->target, &st) < 0) {
		s->is_new = true;
		return errno == ENOENT ? directory_make(s->directory)
		                       : errno;
	}
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	if (!S_ISREG(st.st_mode))
		return EINVAL;
	s->mode = st.st_mode & 07777;
	return 0;
}

static int
replace(struct saving *s, const char *bytes, size_t n)
{
	int number = look(s);

	if (!number)
		number = open_temporary(s);
	if (!number)
		number = write_temporary(s, bytes, n);
	if (!number && rename(s->temp, s->target) < 0)
		number = errno;
	if (number && s->temp)
		unlink(s->temp);
	if (!number)
		sync_directory(s->directory);
	return number;
}

/* Replaces TARGET (no link) by the bytes; 0 or an errno. */
static int
replace_file(const char *target, const char *bytes, size_t n)
{
	struct saving s = {.fd = -1};
	int number;

	s.target = mem_copy(target);
	s.directory = directory_above(target);
	number = replace(&s, bytes, n);
	free(s.target);
	free(s.directory);
	free(s.temp);
	return number;
}

static bool
back_up(const char *target, struct error *e)
{
	struct buf name = {0};
	struct file_bytes old;
	int number;

	if (file_is_missing(target))
		return true;
	if (!file_read(target, &old, e))
		return false;
	buf_str(&name, target);
	buf_char(&name, '~');
	number = replace_file(buf_text(&name), old.at, old.n);
	if (number)
		fail_set(e, buf_text(&name), "the backup cannot be written",
		         number);
	free(old.at);
	buf_clear(&name);
	return !number;
}

bool
save_file(const char *path, const char *bytes, size_t n, bool backup,
          struct error *e)
{
	char *target = follow_links(path);
	bool ok = false;
	int number;

	if (!target) {
		fail_set(e, path, "cannot be saved", ELOOP);
		return false;
	}
	if (!backup || back_up(target, e)) {
		number = replace_file(target, bytes, n);
		ok = !number;
		if (number == EINVAL)
			error_set(e, path, 0, "cannot be saved: "
			          "is no regular file");
		else if (number)
			fail_set(e, path, "cannot be saved", number);
	}
	free(target);
	return ok;
}

bool
save_is_possible(const char *path, struct error *e)
{
	char *target = follow_links(path), *directory;
	int number = target ? 0 : ELOOP;

	if (target) {
		directory = directory_nearest(target);
		if (access(directory, W_OK | X_OK) < 0)
			number = errno;
		free(directory);
		free(target);
	}
	if (number)
		fail_set(e, path, "cannot be saved", number);
	return !number;
}
