/* A text that comes in while it is read already. */
#include "cli/incoming.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/vec.h"
#include "store/file.h"
#include "store/source.h"
#include "text/decode.h"
#include "text/partial.h"

enum {
	FIRST = 32 * 1024,  /* [byte] of which the first words are made */
	AROUND = 64 * 1024, /* [byte] on either side of a place */
	STEP = 1 << 20,     /* [byte] between looks whether to stop */
	BLOCKS = 4096,      /* put in at once, while a key may be waiting */
	NICE = 5,
	QUIET = 50,         /* [ms] after which what came of a stream shows */
};

struct incoming {
	struct source source;
	char *path;
	enum text_encoding forced;
	int halt[2]; /* closed at the writing end: the thread shall stop */
	int wake[2]; /* a byte: there is news */

	/* of the caller's side alone */
	bool begun;
	struct partial_piece taken; /* from PIECES, not all of it put in yet */

	pthread_mutex_t lock;
	/* under LOCK */
	struct {
		struct partial_piece *at;
		size_t n, cap, first; /* those before are taken */
	} pieces;
	size_t come; /* [byte] of a regular file that were read */
	bool told;   /* WAKE has its byte */
	bool whole;  /* with PIECES that is all */
	bool stop;   /* nobody listens any more */
	bool ended;  /* the thread is gone, or about to */
	char sha256[SHA256_HEX + 1];
	int error;   /* errno value of what ended the reading */
	struct text *text; /* to be freed at the end, once STOP is set */
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

static void
destroy(struct incoming *in)
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

/* The thread. */

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
static struct text
view(const struct incoming *in, size_t n)
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

	source_expect(&in->source);
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
	t = view(in, n);
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

static bool
is_utf8(const struct incoming *in, size_t n)
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
		t = view(in, n);
		if (ready && more > 0 && n - shown < FIRST + (shown - sure) / 2)
			continue;
		if (n == shown)
			continue;
		shown = n;
		if (!is_utf8(in, n < FIRST ? n : FIRST))
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
		destroy(in);
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

/* The caller's side. */

/* Signals are for the thread that has the terminal. */
static bool
start_thread(struct incoming *in)
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
	return ok;
}

static bool
open_pipes(struct incoming *in)
{
	if (pipe2(in->halt, O_CLOEXEC) < 0)
		return false;
	if (pipe2(in->wake, O_CLOEXEC | O_NONBLOCK) == 0)
		return true;
	close(in->halt[0]);
	close(in->halt[1]);
	return false;
}

/* The first words; of a stream nothing is there yet. */
static void
begin_text(struct incoming *in, struct text **text, struct outline **outline)
{
	struct text *t = mem_new(sizeof *t);
	struct outline *o = mem_new(sizeof *o);

	*t = view(in, in->source.stream ? 0 : in->source.size);
	o->partial = true;
	t->coming = in->source.stream ? 0 : t->n;
	*text = t;
	*outline = o;
	if (t->n) {
		struct span span = {0, partial_end(t, 0, FIRST)};

		partial_put(o, partial_find(t, span), span);
	}
}

static bool
is_for_us(struct incoming *in)
{
	/* a terminal has to give us the keys as well */
	if (in->source.stream)
		return !isatty(in->source.fd);
	if (in->source.size < INCOMING_LEAST)
		return false;
	source_fill(&in->source, 0, FIRST);
	return is_utf8(in, FIRST);
}

struct incoming *
incoming_new(const char *path, enum text_encoding encoding,
             struct text **text, struct outline **outline, struct error *e)
{
	struct incoming *in = mem_new(sizeof *in);

	in->forced = encoding;
	if (!source_open(&in->source, path, e)) {
		free(in);
		return NULL;
	}
	if (!is_for_us(in) || !open_pipes(in)) {
		free(in->source.at);
		source_close(&in->source);
		free(in);
		return NULL;
	}
	in->path = mem_copy(path);
	pthread_mutex_init(&in->lock, NULL);
	begin_text(in, text, outline);
	in->ended = true;
	return in;
}

void
incoming_begin(struct incoming *in)
{
	if (in->begun)
		return;
	in->begun = true;
	in->ended = false;
	/* without a thread everything is done at once */
	if (!start_thread(in))
		work(in);
}

int
incoming_fd(const struct incoming *in)
{
	return in->wake[0];
}

/* A stream turned out not to be UTF-8: it is converted now. */
static void
convert(struct incoming *in, struct text *text, struct outline *outline)
{
	struct text *t = text_new(in->source.at, in->source.n, in->forced);

	*text = *t;
	free(t);
	outline->known = text->n;
	partial_put(outline, outline_find(text, NULL, 0),
	            (struct span){0, text->n});
}

/* The next piece, if any, from the thread; true where it has no more and is
 * done. */
static bool
take_piece(struct incoming *in, struct text *text)
{
	bool whole;
	char byte;

	pthread_mutex_lock(&in->lock);
	if (in->told && read(in->wake[0], &byte, 1) == 1)
		in->told = false;
	if (in->pieces.first < in->pieces.n)
		in->taken = in->pieces.at[in->pieces.first++];
	else
		in->pieces.first = in->pieces.n = 0;
	whole = !in->taken.outline && in->whole;
	if (!in->source.stream)
		text->coming = in->source.size - in->come;
	pthread_mutex_unlock(&in->lock);
	return whole;
}

/* Puts in some of the piece that was taken. */
static void
put_some(struct incoming *in, struct text *text, struct outline *outline,
         struct incoming_news *news)
{
	const struct span span = in->taken.span;

	if (!in->taken.blocks && span.start < outline->known)
		news->from = span.start;
	if (in->source.stream)
		text->n = text->file_n = span.end;
	partial_feed(outline, &in->taken, BLOCKS);
}

static void
take_end(struct incoming *in, struct text *text, struct outline *outline,
         struct incoming_news *news)
{
	text->n = text->file_n = in->source.n;
	text->coming = 0;
	if (in->source.stream && !is_utf8(in, in->source.n)) {
		convert(in, text, outline);
		news->from = 0;
	}
	partial_finish(outline, text->n);
	if (in->error)
		file_set_error(&news->error, in->path, in->error);
}

bool
incoming_take(struct incoming *in, struct text *text,
              struct outline *outline, char sha256[SHA256_HEX + 1],
              struct incoming_news *news)
{
	size_t coming = text->coming;

	*news = (struct incoming_news){.from = (text_pos)-1};
	news->whole = !in->taken.outline && take_piece(in, text);
	if (in->taken.outline) {
		put_some(in, text, outline, news);
		return true;
	}
	if (!news->whole)
		return text->coming != coming;
	take_end(in, text, outline, news);
	memcpy(sha256, in->sha256, sizeof in->sha256);
	return true;
}

void
incoming_see(struct incoming *in, text_pos p)
{
	if (!in->source.stream)
		source_fill(&in->source, p > 2 * AROUND ? p - 2 * AROUND : 0,
		            p + 2 * AROUND);
}

bool
incoming_find(struct incoming *in, const struct text *text,
              struct outline *outline, text_pos p)
{
	struct text t = *text;
	struct span span;

	if (in->source.stream)
		return false;
	if (p > t.n)
		p = t.n;
	incoming_see(in, p);
	span.start = partial_start(&t, p, AROUND);
	span.end = partial_end(&t, p, AROUND);
	if (span.start < outline->known)
		span.start = outline->known;
	if (span.start >= span.end)
		return false;
	partial_put(outline, partial_find(&t, span), span);
	return true;
}

void
incoming_free(struct incoming *in, struct text *text)
{
	bool ended;

	pthread_mutex_lock(&in->lock);
	in->stop = true;
	in->text = text;
	ended = in->ended;
	close(in->halt[1]);
	/* from here on it may be gone, unless ENDED */
	pthread_mutex_unlock(&in->lock);
	if (ended)
		destroy(in);
}
