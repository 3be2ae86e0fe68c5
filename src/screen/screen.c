/* Takes the terminal and gives it back. */
#include "screen/screen.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "screen/gather.h"
#include "screen/guard.h"
#include "screen/ink.h"
#include "screen/paint.h"
#include "screen/terminal.h"

static SCREEN *screen;
static const char *notice;

/*
 * Of the keys that signal only ^\ does: it must end a program that hangs. ^C
 * and ^Z are keys, that a prompt may have the one and that the other may be
 * bound.
 */
static void
set_modes(void)
{
	struct termios m;

	raw();
	noecho();
	nonl();
	if (tcgetattr(fileno(terminal.tty.in), &m) < 0)
		return;
	m.c_lflag |= ISIG;
	m.c_cc[VINTR] = m.c_cc[VSUSP] = _POSIX_VDISABLE;
	tcsetattr(fileno(terminal.tty.in), TCSADRAIN, &m);
	def_prog_mode();
}

/* The device's word first, then the environment's, then the description's. */
static void
measure(void)
{
	const char *cols = getenv("COLUMNS"), *rows = getenv("LINES");
	int c = cols ? atoi(cols) : 0, r = rows ? atoi(rows) : 0;

	if (tty_size(&terminal.tty, &terminal.cols, &terminal.rows))
		return;
	terminal.cols = c > 0 ? (unsigned)c : (unsigned)COLS;
	terminal.rows = r > 0 ? (unsigned)r : (unsigned)LINES;
}

/* curses keeps its sizes in shorts. */
static int
within(unsigned n)
{
	return n > 10000 ? 10000 : (int)n;
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
	terminal.cols = (unsigned)within(terminal.cols);
	terminal.rows = (unsigned)within(terminal.rows);
	if (cols == terminal.cols && rows == terminal.rows)
		return false;
	resize_term((int)terminal.rows, (int)terminal.cols);
	return true;
}

static void
arm_rescue(void)
{
	struct guard_rescue r;
	struct buf bytes = {0};

	terminal_rescue(&bytes);
	r.fd = fileno(terminal.tty.out);
	r.bytes = buf_text(&bytes);
	r.n = bytes.n;
	r.modes = terminal.tty.modes;
	guard_rescue(&r);
	buf_clear(&bytes);
}

static bool
begin_curses(struct error *e)
{
	FILE *out;

	if (!terminal_locale(&notice, e) || !terminal_type(e))
		return false;
	if (!guard_begin()) {
		error_set(e, NULL, 0, "no pipe: too many open files");
		return false;
	}
	use_tioctl(TRUE);
	out = gather_begin(&terminal.tty);
	screen = out ? newterm(NULL, out, terminal.tty.in) : NULL;
	if (screen)
		return true;
	gather_end();
	guard_end();
	error_set(e, NULL, 0, "the terminal cannot be painted on: "
	                      "lectern --dump FILE | less works without");
	return false;
}

bool
screen_open(const struct theme *theme, bool color, bool mouse,
            struct error *e)
{
	if (!tty_open(&terminal.tty, e))
		return false;
	if (!begin_curses(e)) {
		tty_close(&terminal.tty);
		return false;
	}
	set_modes();
	keypad(stdscr, TRUE);
	terminal_learn(mouse);
	arm_rescue();
	ink_begin(theme, color);
	paint_begin();
	terminal.cols = (unsigned)COLS;
	terminal.rows = (unsigned)LINES;
	screen_resized();
	tty_write(&terminal.tty, terminal.on.at, terminal.on.n);
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

/* Where the terminal has no other screen the last line, which would stand
 * under the shell's prompt, is wiped. */
static void
give_back(void)
{
	tty_write(&terminal.tty, terminal.off.at, terminal.off.n);
	if (!terminal.clears_itself) {
		move(LINES - 1, 0);
		clrtoeol();
		refresh();
	}
	endwin();
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
	reset_prog_mode();
	tty_write(&terminal.tty, terminal.on.at, terminal.on.n);
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
	delscreen(screen);
	screen = NULL;
	gather_end();
	paint_end();
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
