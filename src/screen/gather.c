/* What curses sends for one frame, gathered into one write. */
#include "screen/gather.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"

static const struct tty *tty;
static FILE *stream;
static int memory = -1;

static int
open_memory(void)
{
#ifdef MFD_CLOEXEC
	return memfd_create("lectern", MFD_CLOEXEC);
#else
	return -1;
#endif
}

FILE *
gather_begin(const struct tty *t)
{
	int fd = fcntl(fileno(t->out), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

	if (fd < 0)
		return NULL;
	stream = fdopen(fd, "w");
	if (!stream) {
		close(fd);
		return NULL;
	}
	tty = t;
	memory = open_memory();
	return stream;
}

void
gather_end(void)
{
	if (stream)
		fclose(stream);
	if (memory >= 0)
		close(memory);
	stream = NULL;
	memory = -1;
}

void
gather_start(void)
{
	if (memory >= 0)
		dup3(memory, fileno(stream), O_CLOEXEC);
}

void
gather_send(void)
{
	char bytes[4096];
	off_t at = 0;
	ssize_t n;
	struct buf all = { 0 };

	if (memory < 0)
		return;
	dup3(fileno(tty->out), fileno(stream), O_CLOEXEC);
	while ((n = pread(memory, bytes, sizeof bytes, at)) > 0) {
		buf_add(&all, bytes, (size_t)n);
		at += n;
	}
	if (ftruncate(memory, 0) == 0)
		lseek(memory, 0, SEEK_SET);
	tty_write(tty, all.at, all.n);
	buf_clear(&all);
}

void
gather_put(const char *s, size_t n)
{
	struct tty curses = { .out = stream };

	tty_write(&curses, s, n);
}
