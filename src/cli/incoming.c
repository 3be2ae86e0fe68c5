/* A text that comes in while it is read already. */
#include "cli/incoming.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/incoming_thread.h"
#include "store/file.h"

enum {
	AROUND = 32 * 1024, /* [byte] on either side of a place */
	BLOCKS = 4096,      /* put in at once, while a key may be waiting */
};

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

	*t = incoming_view(in, in->source.stream ? 0 : in->source.size);
	o->partial = true;
	t->coming = in->source.stream ? 0 : t->n;
	*text = t;
	*outline = o;
	if (t->n) {
		struct span span = {0, partial_end(t, 0, INCOMING_FIRST)};

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
	source_fill(&in->source, 0, INCOMING_FIRST);
	return incoming_is_utf8(in, INCOMING_FIRST);
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
	incoming_thread_start(in);
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
	if (!in->taken.blocks && !in->source.stream)
		partial_expect(outline, &in->taken, text->n);
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
	if (in->source.stream && !incoming_is_utf8(in, in->source.n)) {
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
		incoming_destroy(in);
}
