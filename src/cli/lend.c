/* A text of the shelf, read in a thread to be looked through. */
#include "cli/lend.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/mem.h"
#include "store/file.h"
#include "store/paths.h"

/*
 * The thread alone has what lies between PATH and COME until it sets COME; from
 * then on it touches nothing. The last of the two to let go frees all.
 */
struct lend {
	char *path;
	enum text_encoding encoding;
	struct text *text;
	struct outline *outline;
	struct error error;
	int wake[2];
	pthread_mutex_t lock;
	bool come, left, taken; /* COME and LEFT under LOCK */
};

static void
destroy(struct lend *l)
{
	outline_free(l->outline);
	text_free(l->text);
	error_clear(&l->error);
	close(l->wake[0]);
	close(l->wake[1]);
	pthread_mutex_destroy(&l->lock);
	free(l->path);
	free(l);
}

/* A FIFO would be waited for, and /dev/zero never ends. */
static bool
may_be_read(const char *path, struct error *e)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return true; /* file_read says why */
	if (!S_ISREG(st.st_mode))
		error_set(e, NULL, 0, "is no regular file");
	else if ((uintmax_t)st.st_size > LEND_MOST)
		error_set(e, NULL, 0, "is longer than %zu MiB: open it and "
		          "search there", LEND_MOST >> 20);
	else
		return true;
	return false;
}

static void
read_text(struct lend *l)
{
	char *path = paths_long(l->path);
	struct file_bytes bytes;

	if (may_be_read(path, &l->error) && file_read(path, &bytes,
	                                              &l->error)) {
		l->text = text_new(bytes.at, bytes.n, l->encoding);
		l->outline = outline_find(l->text, NULL, 0);
	}
	free(path);
}

static void *
work(void *arg)
{
	struct lend *l = arg;
	ssize_t written;
	bool left;

	read_text(l);
	pthread_mutex_lock(&l->lock);
	l->come = true;
	left = l->left;
	written = write(l->wake[1], "", 1);
	(void)written; /* an empty pipe has room for a byte */
	pthread_mutex_unlock(&l->lock);
	if (left)
		destroy(l);
	return NULL;
}

/* Signals are the other thread's. */
static bool
start_thread(struct lend *l)
{
	sigset_t all, before;
	pthread_t thread;
	bool ok;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ok = pthread_create(&thread, NULL, work, l) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (ok)
		pthread_detach(thread);
	return ok;
}

struct lend *
lend_begin(const char *path, enum text_encoding encoding)
{
	struct lend *l = mem_new(sizeof *l);

	if (pipe2(l->wake, O_CLOEXEC | O_NONBLOCK) < 0) {
		free(l);
		return NULL;
	}
	l->path = mem_copy(path);
	l->encoding = encoding;
	pthread_mutex_init(&l->lock, NULL);
	if (start_thread(l))
		return l;
	destroy(l);
	return NULL;
}

int
lend_fd(const struct lend *l)
{
	return l->taken ? -1 : l->wake[0];
}

bool
lend_take(struct lend *l, struct lent *out)
{
	pthread_mutex_lock(&l->lock);
	l->taken = l->taken || l->come;
	pthread_mutex_unlock(&l->lock);
	*out = (struct lent){l->path, NULL, NULL, NULL};
	if (!l->taken)
		return false;
	out->text = l->text;
	out->outline = l->outline;
	out->wrong = l->error.what;
	return true;
}

void
lend_end(struct lend *l)
{
	bool come;

	if (!l)
		return;
	pthread_mutex_lock(&l->lock);
	come = l->come;
	l->left = true;
	pthread_mutex_unlock(&l->lock);
	if (come)
		destroy(l);
}
