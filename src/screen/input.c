/* Waits for what comes in: keys, pastes, sizes, the end. */
#include "screen/screen.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "screen/guard.h"
#include "screen/terminal.h"

/* [ms] a paste whose end does not come is over after this: long, since what
 * comes later is taken for commands */
enum { PASTE_WAIT = 5000 };

/* Bytes that came in and are not yet keys: N at AT. */
static struct {
	char at[4096];
	size_t n;
} waiting;

/* A key that is still to be given TIMES more. */
static struct {
	uint32_t key;
	unsigned times;
} again;

/* What else is waited for, or -1. */
static int watched = -1;

static struct buf pasted;
static bool pasting;

static void
use_up(size_t n)
{
	waiting.n -= n;
	memmove(waiting.at, waiting.at + n, waiting.n);
}

static bool
give_key(struct event *event, uint32_t key)
{
	event->kind = EVENT_KEY;
	event->key = key;
	return true;
}

static bool
give_click(struct event *event, unsigned col, unsigned row)
{
	event->kind = EVENT_CLICK;
	event->col = col;
	event->row = row;
	return true;
}

static bool
give_size(struct event *event)
{
	event->kind = EVENT_RESIZE;
	screen_size(&event->cols, &event->rows);
	return true;
}

/* Goes on with a paste; LAST: its end will not come. */
static bool
give_paste(struct event *event, bool last)
{
	bool done;

	use_up(keys_paste(waiting.at, waiting.n, &pasted, &done));
	if (!done && !last)
		return false;
	pasting = false;
	event->kind = EVENT_TEXT;
	event->pasted = buf_text(&pasted);
	return true;
}

/* The next event of the bytes that wait; LAST as in keys_first. False when
 * there is none as yet. */
static bool
give_next(struct event *event, bool last)
{
	while (again.times || waiting.n || pasting) {
		struct keys_result r;

		if (again.times) {
			again.times--;
			return give_key(event, again.key);
		}
		if (pasting)
			return give_paste(event, last);
		r = keys_first(&terminal.keys, waiting.at, waiting.n, last);
		if (r.kind == KEYS_MORE)
			return false;
		use_up(r.used);
		if (r.kind == KEYS_PASTE) {
			buf_reset(&pasted);
			pasting = true;
			last = false;
		} else if (r.kind == KEYS_CLICK) {
			return give_click(event, r.col, r.row);
		} else if (r.kind == KEYS_KEY) {
			again.key = r.key;
			again.times = r.times;
		}
	}
	return false;
}

/* Obeys the signals that came; whether that is an event. */
static bool
hear(struct event *event, bool *ended)
{
	unsigned news = guard_take();

	if (news & GUARD_ENDED) {
		*ended = true;
		return false;
	}
	if (news & GUARD_STOPPED) {
		screen_suspend();
		return give_size(event);
	}
	if (news & GUARD_CONTINUED)
		tty_take(&terminal.tty);
	if (news & (GUARD_RESIZED | GUARD_CONTINUED)) {
		screen_resized();
		/* What the terminal made of its cells is its own affair, also
		 * when it is by now as large as it was. */
		screen_redraw();
		return give_size(event);
	}
	return false;
}

/* Reads what the terminal has, but for a paste no more than the next byte: what
 * was typed ahead of a command that gives the terminal away is meant for the
 * editor or the shell. A terminal that is gone ends the program as its hanging
 * up does. */
static void
take_in(void)
{
	size_t room = sizeof waiting.at - waiting.n;
	ssize_t n = read(terminal.tty.in, waiting.at + waiting.n,
	                 pasting ? room : 1);

	if (n > 0)
		waiting.n += (size_t)n;
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		guard_ended_by(SIGHUP);
}

/* Waits at most TIMEOUT ms, or (ALSO) until what is watched is readable;
 * whether anything came in. */
static bool
wait_for_input(int timeout, bool also)
{
	struct pollfd p[3] = {
		{ .fd = terminal.tty.in, .events = POLLIN },
		{ .fd = guard_fd(), .events = POLLIN },
		{ .fd = also ? watched : -1, .events = POLLIN },
	};
	int n = poll(p, 3, timeout);

	if (n > 0 && p[0].revents)
		take_in();
	return n < 0 || p[0].revents || p[1].revents;
}

void
screen_watch(int fd)
{
	watched = fd;
}

bool
screen_read(struct event *event, int timeout, bool *ended)
{
	memset(event, 0, sizeof *event);
	*ended = false;
	for (;;) {
		bool half, full;

		if (hear(event, ended))
			return true;
		if (*ended)
			return false;
		/* a paste is used up as it comes in: a full buffer does not
		 * end it */
		full = !pasting && waiting.n == sizeof waiting.at;
		if (give_next(event, full))
			return true;
		half = waiting.n || pasting;
		if (wait_for_input(!half     ? timeout
		                   : pasting ? PASTE_WAIT
		                             : KEYS_WAIT, !half))
			continue;
		if (!half)
			return false;
		if (give_next(event, true))
			return true;
	}
}
