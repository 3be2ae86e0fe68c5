/* The bytes of a text, had in any order or as they come. */
#include "store/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/file.h"

enum {
	CHUNK = 32 * 1024,     /* [byte] read at once */
	MOST = 1024 * 1024,    /* [byte] of a stream at once */
	FIRST_FREE = 3,        /* descriptors before are the standard ones */
};

static int
open_path(const char *path)
{
	int fd;

	if (!strcmp(path, "-"))
		return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, FIRST_FREE);
	do
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* 0 or an errno value. */
static int
prepare(struct source *s)
{
	struct stat st;

	if (fstat(s->fd, &st) < 0)
		return errno;
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	s->stream = !S_ISREG(st.st_mode) || lseek(s->fd, 0, SEEK_CUR) > 0;
	if (!s->stream && !file_fits_memory((uintmax_t)st.st_size))
		return ENOMEM;
	s->size = s->stream ? FILE_STREAM_MAX : (size_t)st.st_size;
	s->n = s->stream ? 0 : s->size;
	/* calloc gives a block of this size as untouched pages of zeros */
	s->at = calloc(s->size + 1, 1);
	return s->at ? 0 : ENOMEM;
}

bool
source_open(struct source *s, const char *path, struct error *e)
{
	int number;

	memset(s, 0, sizeof *s);
	s->fd = open_path(path);
	number = s->fd < 0 ? errno : prepare(s);
	if (number) {
		if (s->fd >= 0)
			close(s->fd);
		file_set_error(e, path, number);
		return false;
	}
	s->chunks = mem_new(s->stream ? 1 : s->size / CHUNK + 1);
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->filled, NULL);
	return true;
}

void
source_close(struct source *s)
{
	close(s->fd);
	free(s->chunks);
	pthread_cond_destroy(&s->filled);
	pthread_mutex_destroy(&s->lock);
}

/* Where what could be read of the bytes FROM to END - 1 ends. */
static size_t
read_chunk(struct source *s, size_t from, size_t end)
{
	while (from < end) {
		ssize_t n = pread(s->fd, s->at + from, end - from,
		                  (off_t)from);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		from += (size_t)n;
	}
	return from;
}

/* Whether chunk I is the caller's to read; else it is there. */
static bool
claim(struct source *s, size_t i)
{
	bool ours;

	pthread_mutex_lock(&s->lock);
	while (s->chunks[i] == SOURCE_READING)
		pthread_cond_wait(&s->filled, &s->lock);
	ours = s->chunks[i] == SOURCE_EMPTY;
	if (ours)
		s->chunks[i] = SOURCE_READING;
	pthread_mutex_unlock(&s->lock);
	return ours;
}

/* A file that cannot be read on at READ, before END, ends there. */
static void
deliver(struct source *s, size_t i, size_t read, size_t end)
{
	pthread_mutex_lock(&s->lock);
	if (read < end && read < s->n)
		s->n = read;
	s->chunks[i] = SOURCE_FILLED;
	pthread_cond_broadcast(&s->filled);
	pthread_mutex_unlock(&s->lock);
}

void
source_fill(struct source *s, size_t from, size_t end)
{
	size_t i;

	if (end > s->size)
		end = s->size;
	for (i = from / CHUNK; i * CHUNK < end; i++) {
		size_t start = i * CHUNK, stop = start + CHUNK;

		if (stop > s->size)
			stop = s->size;
		if (claim(s, i))
			deliver(s, i, read_chunk(s, start, stop), stop);
	}
}

size_t
source_size(struct source *s)
{
	size_t n;

	pthread_mutex_lock(&s->lock);
	n = s->n;
	pthread_mutex_unlock(&s->lock);
	return n;
}

long
source_take(struct source *s)
{
	size_t room = s->size - s->n < MOST ? s->size - s->n : MOST;
	char over;
	ssize_t n;

	do
		n = read(s->fd, room ? s->at + s->n : &over, room ? room : 1);
	while (n < 0 && errno == EINTR);
	if (n > 0 && !room) {
		errno = EFBIG;
		return -1;
	}
	if (n > 0)
		s->n += (size_t)n;
	return n;
}
