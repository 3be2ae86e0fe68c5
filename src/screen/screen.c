/* Takes the terminal and gives it back. */
#include "screen/screen.h"

#include <signal.h>
#include <stdlib.h>

#include "screen/guard.h"
#include "screen/ink.h"
#include "screen/paint.h"
#include "screen/pen.h"
#include "screen/terminal.h"

enum { SIZE_MAX_CELLS = 10000 }; /* [col] [row] a device may claim anything */

static const char *notice;

static unsigned
first_known(int a, int b, unsigned otherwise)
{
	if (a > 0)
		return (unsigned)a;
	return b > 0 ? (unsigned)b : otherwise;
}

/* The device's word first, then the environment's, then the description's. */
static void
measure(void)
{
	const char *cols = getenv("COLUMNS"), *rows = getenv("LINES");

	if (tty_size(&terminal.tty, &terminal.cols, &terminal.rows))
		return;
	terminal.cols = first_known(cols ? atoi(cols) : 0,
	                            terminal_number("cols"), 80);
	terminal.rows = first_known(rows ? atoi(rows) : 0,
	                            terminal_number("lines"), 24);
}

static unsigned
within(unsigned n)
{
	return n > SIZE_MAX_CELLS ? SIZE_MAX_CELLS : n;
}

void
screen_size(unsigned *cols, unsigned *rows)
{
	*cols = terminal.cols;
	*rows = terminal.rows;
}

bool
screen_resized(void)
{
	unsigned cols = terminal.cols, rows = terminal.rows;

	measure();
	terminal.cols = within(terminal.cols);
	terminal.rows = within(terminal.rows);
	return cols != terminal.cols || rows != terminal.rows;
}

static void
arm_rescue(void)
{
	struct guard_rescue r;
	struct buf bytes = {0};

	terminal_rescue(&bytes);
	r.fd = terminal.tty.out;
	r.bytes = buf_text(&bytes);
	r.n = bytes.n;
	r.modes = terminal.tty.modes;
	guard_rescue(&r);
	buf_clear(&bytes);
}

static bool
begin(struct error *e)
{
	if (!terminal_locale(&notice, e) || !terminal_type(e))
		return false;
	if (guard_begin())
		return true;
	terminal_forget();
	error_set(e, NULL, 0, "no pipe: too many open files");
	return false;
}

/* What takes the screen is sent with the first frame. */
bool
screen_open(const struct theme *theme, bool color, bool mouse,
            struct error *e)
{
	if (!tty_open(&terminal.tty, e))
		return false;
	if (!begin(e)) {
		tty_close(&terminal.tty);
		return false;
	}
	tty_take(&terminal.tty);
	terminal_learn(mouse);
	arm_rescue();
	ink_begin(theme, color);
	screen_resized();
	pen_begin();
	pen_enter();
	screen_redraw();
	terminal.open = true;
	return true;
}

const char *
screen_notice(void)
{
	return notice;
}

int
screen_ended_by(void)
{
	return guard_signal();
}

static void
give_back(void)
{
	pen_leave();
	tty_give_back(&terminal.tty);
}

void
screen_leave(void)
{
	if (!terminal.open || terminal.away)
		return;
	terminal.away = true;
	give_back();
	guard_rest();
}

void
screen_return(void)
{
	if (!terminal.open || !terminal.away)
		return;
	guard_resume();
	tty_take(&terminal.tty);
	pen_enter();
	terminal.away = false;
	screen_resized();
	screen_redraw();
}

/* The whole job stops, as it does on ^Z: a script that runs us too. */
void
screen_suspend(void)
{
	screen_leave();
	kill(0, SIGTSTP);
	screen_return();
	/* That it goes on, perhaps in another size, is seen to already. */
	guard_take();
}

void
screen_close(void)
{
	if (!terminal.open)
		return;
	if (!terminal.away)
		give_back();
	terminal.open = terminal.away = false;
	guard_end();
	pen_end();
	paint_end();
	terminal_forget();
	tty_close(&terminal.tty);
	buf_clear(&terminal.on);
	buf_clear(&terminal.off);
}

void
screen_set_theme(const struct theme *theme)
{
	ink_set_theme(theme);
	screen_redraw();
}
