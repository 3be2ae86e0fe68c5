/* The interactive loop. */
#include "cli/loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "cli/incoming.h"
#include "cli/lend.h"
#include "cli/requests.h"
#include "cli/shelf_screen.h"
#include "reader/reader.h"
#include "screen/screen.h"

enum {
	BURST = 50,         /* [ms] that keys are taken without being shown */
	SLICE = 250,        /* [us] of work between looks at the keys */
	STEP_LINES = 500,   /* [ln] at once */
	PROGRESS = 250,     /* [ms] between paints while working ahead */
	STILL = 50,         /* [ms] without a key: other sizes are prepared */
	REST = 500,         /* [ms] a place is kept when it rested so long */
	PLACE_EVERY = 60000, /* [ms] but not more often than this */
	DRAFT_EVERY = 1000, /* [ms] a note being typed is kept */
	PAUSE = 1000,       /* [ms] without a key: the store is looked at */
};

/* INTERRUPT: ^C. Typed where nothing is being typed, or twice, it ends the
 * program as SIGINT does. */
enum { INTERRUPT = 3, STATUS_SIGNAL = 128, STATUS_INTERRUPT = 130 };

struct loop {
	struct sitting *s;
	struct reader *reader;
	struct frame frame;
	bool dirty;    /* what is shown is not the state, */
	uint64_t dirty_at; /* [ms] since then */
	bool quit;
	int status;
	bool interrupted; /* the last key was ^C */

	bool work;     /* ahead: some is left; */
	bool prepare;  /* and for other sizes of the window */
	uint64_t painted; /* [ms] when */

	text_pos kept; /* the place as it was last written */
	uint64_t kept_at, moved_at; /* [ms] when; MOVED_AT: when it changed */
	text_pos place;
	uint64_t key_at;  /* [ms] when the last one came */
	uint64_t still_from; /* [ms] the same, or the start */
	uint64_t drafted; /* [ms] when a note being typed was last kept */
};

static uint64_t
microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static uint64_t
milliseconds(void)
{
	return microseconds() / 1000;
}

/* What is shown is the state no more. */
static void
soil(struct loop *l)
{
	if (!l->dirty)
		l->dirty_at = milliseconds();
	l->dirty = true;
}

/* The window may have another size than at the last paint also when no event
 * told so: the terminal was another's meanwhile. */
static void
sync_size(struct loop *l)
{
	struct event event = { .kind = EVENT_RESIZE };

	screen_size(&event.cols, &event.rows);
	if (l->frame.at && event.cols == l->frame.cols &&
	    event.rows == l->frame.rows)
		return;
	event.stamp = sitting_stamp();
	reader_feed(l->reader, &event);
	frame_clear(&l->frame);
	frame_init(&l->frame, event.cols, event.rows);
}

static void
paint(struct loop *l)
{
	sync_size(l);
	reader_view(l->reader, &l->frame);
	screen_paint(&l->frame);
	l->dirty = false;
	l->painted = milliseconds();
}

/* ^Z (or what is bound in its place) holds also where something is being
 * typed: a control key is no text. */
static bool
is_suspend(const struct loop *l, const struct event *event)
{
	bool prefix;

	return event->kind == EVENT_KEY && event->key < ' ' &&
	       keymap_command(&l->s->settings.keys, event->key, 0, false,
	                      &prefix) == COMMAND_SUSPEND;
}

static bool
is_interrupt(struct loop *l, const struct event *event)
{
	bool prefix, was = l->interrupted;

	l->interrupted = event->kind == EVENT_KEY && event->key == INTERRUPT;
	if (!l->interrupted)
		return false;
	if (keymap_command(&l->s->settings.keys, INTERRUPT, 0, false,
	                   &prefix) != COMMAND_NONE || prefix)
		return false;
	return was || !l->frame.cursor;
}

/* A key after a pause: perhaps the store was written by another meanwhile. */
static void
look_at_store(struct loop *l)
{
	uint64_t now = milliseconds(), last = l->key_at;

	l->key_at = now;
	if (now - last < PAUSE)
		return;
	marks_store_look(&l->s->store);
	requests_show_news(l->s, l->reader);
}

static void
take(struct loop *l, struct event *event)
{
	if (is_interrupt(l, event)) {
		l->quit = true;
		l->status = STATUS_INTERRUPT;
		return;
	}
	if (is_suspend(l, event)) {
		screen_suspend();
		soil(l);
		return;
	}
	look_at_store(l);
	if (event->kind != EVENT_RESIZE)
		l->still_from = milliseconds();
	event->stamp = sitting_stamp();
	reader_feed(l->reader, event);
	l->quit = !requests_carry_out(l->s, &l->reader);
	soil(l);
	l->work = true;
	if (reader_place(l->reader) != l->place) {
		l->place = reader_place(l->reader);
		l->moved_at = milliseconds();
	}
}

/* A slice short enough that a key is not kept waiting: in steps so small that
 * none of them takes longer. */
static void
work_ahead(struct loop *l)
{
	uint64_t from = microseconds();
	bool news;

	do {
		l->work = reader_work(l->reader, STEP_LINES);
		l->quit = !requests_carry_out(l->s, &l->reader);
		news = reader_has_news(l->reader);
	} while (l->work && !l->quit && !news &&
	         microseconds() - from < SLICE);
	if (news || !l->work || milliseconds() - l->painted > PROGRESS)
		soil(l);
	if (!l->work && !l->quit)
		l->prepare = reader_prepare(l->reader, 0);
}

/* In slices as well. */
static void
prepare(struct loop *l)
{
	uint64_t from = microseconds();

	do
		l->prepare = reader_prepare(l->reader, STEP_LINES);
	while (l->prepare && microseconds() - from < SLICE);
}

/* Where a text was left is found by its words when it is whole; it BEGAN where
 * they had to be by its length. Who went elsewhere stays there. */
static void
go_where_left(struct loop *l, text_pos began)
{
	text_pos left = l->s->text.left;

	if (left != began && reader_place(l->reader) == began)
		reader_known(l->reader, left, false, NULL);
}

/* Takes in what has come of a text that is still being read. */
static bool
grow(struct loop *l)
{
	struct opened *o = &l->s->text;
	struct reader_whole whole;
	struct error e = {0};
	text_pos began = o->left, from;

	if (!opened_grow(l->s, o, &from, &e))
		return false;
	whole = (struct reader_whole){o->sha256, o->changed, o->paragraphs};
	reader_grow(l->reader, from, o->incoming ? NULL : &whole);
	go_where_left(l, began);
	if (e.what) {
		char *line = error_line(&e);

		reader_say(l->reader, line);
		free(line);
		error_clear(&e);
	}
	l->quit = !requests_carry_out(l->s, &l->reader);
	l->work = true;
	soil(l);
	return true;
}

/* Takes in a text that is to be looked through. */
static bool
take_lent(struct loop *l)
{
	struct lend *lend = l->s->lend;
	struct lent lent;

	if (!lend || lend_fd(lend) < 0 || !lend_take(lend, &lent))
		return false;
	reader_lend(l->reader, lent.path, lent.text, lent.outline, lent.wrong);
	l->quit = !requests_carry_out(l->s, &l->reader);
	l->work = true;
	return true;
}

/* [ms] until the place should be kept: 0 now, -1 never. */
static int
place_due(const struct loop *l)
{
	uint64_t now = milliseconds(), due = l->moved_at + REST;

	if (l->place == l->kept)
		return -1;
	if (l->kept_at && due < l->kept_at + PLACE_EVERY)
		due = l->kept_at + PLACE_EVERY;
	return due <= now ? 0 : (int)(due - now);
}

/* [ms] until the note being typed should be kept. */
static int
draft_due(const struct loop *l)
{
	uint64_t now = milliseconds(), due = l->drafted + DRAFT_EVERY;

	if (!l->s->text.draft_due)
		return -1;
	return due <= now ? 0 : (int)(due - now);
}

/* [ms] until other sizes of the window should be prepared. */
static int
prepare_due(const struct loop *l)
{
	uint64_t now = milliseconds(), due = l->still_from + STILL;

	if (!l->prepare || l->work)
		return -1;
	return due <= now ? 0 : (int)(due - now);
}

/* [ms] until the first of both; -1: neither is due ever. */
static int
sooner(int a, int b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

/* [ms] until something is to be done though no key comes; -1: never. */
static int
next_due(const struct loop *l)
{
	return sooner(sooner(place_due(l), draft_due(l)), prepare_due(l));
}

static void
keep_place(struct loop *l, struct error *e)
{
	if (l->s->text.text)
		sitting_save_place(l->s, l->place,
		                   reader_is_at_end(l->reader), e);
	l->kept = l->place;
	l->kept_at = milliseconds();
}

/* What is to be done while no key is waiting. */
static void
idle(struct loop *l)
{
	if (l->dirty) {
		paint(l);
	} else if (!draft_due(l)) {
		sitting_save_draft(l->s);
		l->drafted = milliseconds();
	} else if (!place_due(l)) {
		/* A failure is told at the end, when it counts. */
		struct error e = {0};

		keep_place(l, &e);
		error_clear(&e);
	} else if (!grow(l) && !take_lent(l)) {
		if (l->work)
			work_ahead(l);
		else if (!prepare_due(l))
			prepare(l);
	}
}

/* Keys that come in a flood are all obeyed before the screen is painted, but
 * it does not stand still for longer than a BURST. */
static bool
may_wait(const struct loop *l)
{
	return !l->dirty || milliseconds() - l->dirty_at < BURST;
}

/* What is waited for beside keys. A text to be looked through can wait until
 * the one that is read has come. */
static int
news_fd(const struct sitting *s)
{
	if (s->text.incoming)
		return incoming_fd(s->text.incoming);
	return s->lend ? lend_fd(s->lend) : -1;
}

static void
read_and_show(struct loop *l)
{
	while (!l->quit) {
		struct event event;
		bool ended = false;
		int wait = l->dirty || l->work ? 0 : next_due(l);

		if (l->s->text.incoming)
			incoming_begin(l->s->text.incoming);
		screen_watch(news_fd(l->s));
		if (may_wait(l) && screen_read(&event, wait, &ended))
			take(l, &event);
		else if (ended)
			l->quit = true;
		else
			idle(l);
	}
	if (screen_ended_by())
		l->status = STATUS_SIGNAL + screen_ended_by();
}

static void
tell_on_stderr(struct error *e)
{
	char *line;

	if (!e->what)
		return;
	line = error_line(e);
	fprintf(stderr, "lectern: %s\n", line);
	free(line);
	error_clear(e);
}

/* Everything is saved before the terminal is given back, which may be gone. */
static int
finish(struct loop *l)
{
	struct error marks = {0}, place = {0};

	if (!sitting_save_marks(l->s, &marks) && !l->status)
		l->status = 1;
	if (l->place != l->kept || !l->kept_at)
		keep_place(l, &place);
	sitting_save_draft(l->s);
	screen_close();
	tell_on_stderr(&marks);
	tell_on_stderr(&place);
	reader_free(l->reader);
	frame_clear(&l->frame);
	return l->status;
}

/* Where to begin: --at, else where the text was left. */
static bool
begin(struct loop *l, struct error *e)
{
	const char *at = l->s->options->at;
	const char *message = l->s->message ? l->s->message : screen_notice();

	l->place = sitting_place(l->s);
	l->reader = requests_reader(l->s, l->place, message);
	l->place = l->kept = reader_place(l->reader);
	l->quit = !requests_carry_out(l->s, &l->reader);
	if (at && !reader_go_to(l->reader, at, e)) {
		free(e->file);
		e->file = mem_copy(l->s->options->file);
		return false;
	}
	l->place = reader_place(l->reader);
	return true;
}

static int
read_text(struct sitting *s)
{
	struct loop l = { .s = s, .dirty = true, .work = true };
	struct error e = {0};

	l.still_from = milliseconds();
	if (begin(&l, &e)) {
		paint(&l);
		read_and_show(&l);
		return finish(&l);
	}
	screen_close();
	tell_on_stderr(&e);
	reader_free(l.reader);
	return 1;
}

int
loop_run(struct sitting *s)
{
	struct error e = {0};
	int status;

	if (!screen_open(s->settings.theme, s->settings.color,
	                 s->settings.mouse, &e)) {
		tell_on_stderr(&e);
		return 1;
	}
	if (!s->text.text && !shelf_screen_choose(s, &status)) {
		screen_close();
		return status;
	}
	return read_text(s);
}
