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
#include "store/paths.h"
#include "store/write.h"

enum {
	LINKS_MAX = 40,    /* symbolic links followed before it is a circle */
	NAMES_TRIED = 100, /* for the temporary file */
	STAYS = -1,        /* no errno: the file is to be written in place */
};

/* A file to be replaced. TARGET is the file itself behind all links, TEMP the
 * new one beside it, with the descriptor FD; directories end without '/'. */
struct saving {
	char *target, *directory, *temp;
	mode_t mode;
	gid_t group;
	bool is_new, synced;
	int fd;
};

static char *
joined(const char *a, const char *b, const char *c)
{
	struct buf all = {0};

	buf_str(&all, a);
	buf_str(&all, b);
	buf_str(&all, c);
	return buf_take(&all);
}

/* What the link at PATH points to, seen from where PATH is seen; NULL when
 * PATH is no link. */
static char *
link_target(const char *path)
{
	char where[4096], *directory;
	ssize_t n = readlink(path, where, sizeof where);
	char *target;

	if (n < 0 || (size_t)n == sizeof where)
		return NULL;
	where[n] = '\0';
	if (where[0] == '/')
		return mem_copy(where);
	directory = directory_above(path);
	target = joined(directory, "/", where);
	free(directory);
	return target;
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

/* The group of the old file, too; where that may not be given, its rights are
 * taken away rather than given to another group. */
static int
take_mode(const struct saving *s)
{
	mode_t mode = s->mode;

	if (s->is_new)
		return 0;
	if (fchown(s->fd, (uid_t)-1, s->group) < 0)
		mode &= ~(mode_t)070;
	return fchmod(s->fd, mode) < 0 ? errno : 0;
}

static int
write_temporary(struct saving *s, const char *bytes, size_t n)
{
	int number = write_all(s->fd, bytes, n), end;

	if (!number)
		number = take_mode(s);
	end = write_end(s->fd, s->synced && !number);
	s->fd = -1;
	return number ? number : end;
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

/* A file of other names or of another owner must not be replaced by a new
 * one: STAYS. */
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
	if (!write_is_allowed(s->target))
		return errno;
	s->mode = st.st_mode & 07777;
	s->group = st.st_gid;
	return st.st_nlink > 1 || st.st_uid != geteuid() ? STAYS : 0;
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
	if (!number && s->synced)
		sync_directory(s->directory);
	return number;
}

/* Replaces TARGET (no link) by the bytes, directory entry and all; 0 or an
 * errno. */
static int
replace_file(const char *target, const char *bytes, size_t n, bool synced)
{
	struct saving s = {.fd = -1, .synced = synced};
	int number;

	s.target = mem_copy(target);
	s.directory = directory_above(target);
	number = replace(&s, bytes, n);
	free(s.target);
	free(s.directory);
	free(s.temp);
	return number;
}

static int
write_backup_in(const char *directory, const char *target, const char *end,
                const struct file_bytes *old)
{
	const char *slash = strrchr(target, '/');
	char *path = joined(directory, slash ? slash : "/store", end);
	int number = replace_file(path, old->at, old->n, true);

	free(path);
	return number;
}

/* The same where everybody's temporary files are: by a name of one's own. */
static int
write_backup_apart(const char *target, const struct file_bytes *old)
{
	const char *directory = getenv("TMPDIR");
	struct buf end = {0};
	int number;

	buf_printf(&end, ".%lu~", (unsigned long)geteuid());
	number = write_backup_in(directory && *directory ? directory : "/tmp",
	                         target, end.at, old);
	buf_clear(&end);
	return number;
}

/* Writes OLD to the backup of TARGET: beside it, else (its directory may be
 * closed to us) beside the places, or where temporary files are. */
static int
write_backup(const char *target, const struct file_bytes *old)
{
	char *beside = joined(target, "~", ""), *state, *directory;
	int first = replace_file(beside, old->at, old->n, true), number = first;
	struct error ignored = {0};

	state = number ? paths_places(&ignored) : NULL;
	if (state) {
		directory = directory_above(state);
		number = write_backup_in(directory, target, "~", old);
		free(directory);
	}
	if (number)
		number = write_backup_apart(target, old);
	error_clear(&ignored);
	free(state);
	free(beside);
	return number ? first : 0;
}

static bool
back_up(const char *target, struct error *e)
{
	struct file_bytes old;
	int number;

	if (file_is_missing(target))
		return true;
	if (!file_read(target, &old, e))
		return false;
	number = write_backup(target, &old);
	if (number)
		fail_set(e, target, "the backup cannot be written", number);
	free(old.at);
	return !number;
}

/* Whether NUMBER says that the directory, not the file, is what hinders. */
static bool
is_of_the_directory(int number)
{
	return number == STAYS || number == EACCES || number == EPERM ||
	       number == EROFS || number == EBUSY || number == EXDEV;
}

static bool
save_target(const char *target, const char *bytes, size_t n,
            enum save_care care, struct error *e)
{
	bool backup = care == SAVE_BACKED;
	int number;

	if (!write_is_allowed(target) && errno != ENOENT) {
		fail_set(e, target, "cannot be saved", errno);
		return false;
	}
	if (backup && !back_up(target, e))
		return false;
	number = replace_file(target, bytes, n, care != SAVE_UNSYNCED);
	if (is_of_the_directory(number) && write_is_allowed(target)) {
		if (!backup && !back_up(target, e))
			return false;
		number = write_in_place(target, bytes, n);
	}
	if (number == EINVAL)
		error_set(e, target, 0, "cannot be saved: is no regular file");
	else if (number)
		fail_set(e, target, "cannot be saved", number);
	return !number;
}

bool
save_file(const char *path, const char *bytes, size_t n,
          enum save_care care, struct error *e)
{
	char *target = follow_links(path);
	bool ok;

	if (!target) {
		fail_set(e, path, "cannot be saved", ELOOP);
		return false;
	}
	ok = save_target(target, bytes, n, care, e);
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
		if (!write_is_allowed(file_is_missing(target) ? directory
		                                              : target))
			number = errno;
		free(directory);
		free(target);
	}
	if (number)
		fail_set(e, path, "cannot be saved", number);
	return !number;
}
