/* The thread that reads a text which comes in. */
#include "cli/incoming_thread.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/vec.h"
#include "store/room.h"
#include "text/decode.h"

enum {
	STEP = 1 << 20, /* [byte] between looks whether to stop */
	NICE = 5,
	QUIET = 50,     /* [ms] after which what came of a stream shows */
};

/* Titles of sections that were put in belong to the text's outline. */
static void
free_taken(struct incoming *in)
{
	struct partial_piece *p = &in->taken;
	size_t i;

	for (i = 0; i < p->sections; i++)
		p->outline->sections.at[i].title = NULL;
	outline_free(p->outline);
}

void
incoming_destroy(struct incoming *in)
{
	size_t i;

	for (i = in->pieces.first; i < in->pieces.n; i++)
		outline_free(in->pieces.at[i].outline);
	free_taken(in);
	vec_clear(&in->pieces);
	source_close(&in->source);
	text_free(in->text);
	close(in->halt[0]);
	close(in->wake[0]);
	close(in->wake[1]);
	pthread_mutex_destroy(&in->lock);
	free(in->path);
	free(in);
}

static bool
is_stopped(struct incoming *in)
{
	bool stop;

	pthread_mutex_lock(&in->lock);
	stop = in->stop;
	pthread_mutex_unlock(&in->lock);
	return stop;
}

/* With the lock held. */
static void
wake(struct incoming *in)
{
	if (!in->told && write(in->wake[1], "", 1) == 1)
		in->told = true;
}

static void
give(struct incoming *in, struct span span, struct outline *o)
{
	struct partial_piece piece = {.outline = o, .span = span};

	pthread_mutex_lock(&in->lock);
	vec_push(&in->pieces, piece);
	wake(in);
	pthread_mutex_unlock(&in->lock);
}

/* The N bytes that have come, as a text to find structure in. */
struct text
incoming_view(const struct incoming *in, size_t n)
{
	return (struct text){
		.at = in->source.at,
		.n = n,
		.encoding = TEXT_UTF8,
		.file = in->source.at,
		.file_n = n,
	};
}

static void
find_piece(struct incoming *in, const struct text *t, text_pos start,
           text_pos end)
{
	struct span span = {start, end};

	give(in, span, partial_find(t, span));
}

/* Sums all N bytes; false when stopped meanwhile. */
static bool
sum(struct incoming *in, size_t n, char out[SHA256_HEX + 1])
{
	struct sha256 s;
	size_t i;

	sha256_init(&s);
	for (i = 0; i < n; i += STEP) {
		if (is_stopped(in))
			return false;
		sha256_add(&s, in->source.at + i, n - i < STEP ? n - i : STEP);
	}
	sha256_end(&s, out);
	return true;
}

static void
finish(struct incoming *in, size_t n, int error)
{
	char sha256[SHA256_HEX + 1];

	if (!sum(in, n, sha256))
		return;
	pthread_mutex_lock(&in->lock);
	memcpy(in->sha256, sha256, sizeof sha256);
	in->error = error;
	in->whole = true;
	wake(in);
	pthread_mutex_unlock(&in->lock);
}

/* Reads the file whole, so that it can be searched; false when stopped. */
static bool
read_bytes(struct incoming *in)
{
	size_t size = in->source.size, from, p = 0;

	room_expect(in->source.at, size);
	while (p < size) {
		if (is_stopped(in))
			return false;
		from = p;
		p = size - p < STEP ? size : p + STEP;
		source_fill(&in->source, from, p);
		pthread_mutex_lock(&in->lock);
		in->come = p;
		if (p == size || p % PARTIAL_PIECE == 0)
			wake(in);
		pthread_mutex_unlock(&in->lock);
	}
	return true;
}

static void
read_file(struct incoming *in)
{
	size_t n, p;
	struct text t;

	if (!read_bytes(in))
		return;
	n = source_size(&in->source);
	t = incoming_view(in, n);
	for (p = 0; p < n;) {
		text_pos end = partial_end(&t, p, PARTIAL_PIECE);

		if (is_stopped(in))
			return;
		find_piece(in, &t, p, end);
		p = end;
	}
	finish(in, n, 0);
}

/* Waits TIMEOUT ms for more of a stream: 1 when it has come, 0 when not, -1
 * to stop. */
static int
wait_for_more(struct incoming *in, int timeout)
{
	struct pollfd f[] = {
		{.fd = in->halt[0], .events = POLLIN},
		{.fd = in->source.fd, .events = POLLIN},
	};

	while (poll(f, 2, timeout) < 0)
		if (errno != EINTR)
			return -1;
	return f[0].revents ? -1 : f[1].revents != 0;
}

bool
incoming_is_utf8(const struct incoming *in, size_t n)
{
	if (in->forced != TEXT_GUESS)
		return in->forced == TEXT_UTF8;
	return decode_guess(in->source.at, n) == TEXT_UTF8;
}

/*
 * What has come of a stream is found anew from the last finished piece on when
 * the stream pauses or half as much again has come, so that all in all it is
 * found a few times.
 */
static void
read_stream(struct incoming *in)
{
	size_t sure = 0, shown = 0, n = 0;
	int error = 0;
	long more = 1;

	while (more > 0) {
		int ready = wait_for_more(in, n > shown ? QUIET : -1);
		struct text t;

		if (ready < 0)
			return;
		if (ready)
			more = source_take(&in->source);
		error = more < 0 ? errno : 0;
		n = in->source.n;
		t = incoming_view(in, n);
		if (ready && more > 0 &&
		    n - shown < INCOMING_FIRST + (shown - sure) / 2)
			continue;
		if (n == shown)
			continue;
		shown = n;
		if (!incoming_is_utf8(in, n < INCOMING_FIRST ? n
		                                             : INCOMING_FIRST))
			continue;
		while (n - sure > 2 * (size_t)PARTIAL_PIECE) {
			text_pos end = partial_end(&t, sure, PARTIAL_PIECE);

			find_piece(in, &t, sure, end);
			sure = end;
		}
		find_piece(in, &t, sure, n);
	}
	finish(in, n, error);
}

static void *
work(void *argument)
{
	struct incoming *in = argument;
	bool stop;

	if (in->source.stream)
		read_stream(in);
	else
		read_file(in);
	pthread_mutex_lock(&in->lock);
	in->ended = true;
	stop = in->stop;
	pthread_mutex_unlock(&in->lock);
	if (stop)
		incoming_destroy(in);
	return NULL;
}

/* Where the processors are busy the thread that has the terminal goes first.
 * (By POSIX a nice value is the process's; Linux has one for each thread.) */
static void
stand_back(void)
{
#ifdef __linux__
	setpriority(PRIO_PROCESS, 0, NICE);
#endif
}

static void *
work_apart(void *argument)
{
	stand_back();
	return work(argument);
}

/* Signals are for the thread that has the terminal. */
void
incoming_thread_start(struct incoming *in)
{
	sigset_t all, before;
	pthread_t thread;
	bool ok;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ok = pthread_create(&thread, NULL, work_apart, in) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (ok)
		pthread_detach(thread);
	else
		work(in);
}
