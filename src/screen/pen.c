/* What writes on the terminal. */
#include "screen/pen.h"

#include <string.h>

#include "base/buf.h"
#include "screen/terminal.h"

static struct {
	struct buf out;
	bool known; /* where the cursor stands: */
	unsigned col, row;
	bool ink_known;
	struct ink ink;
	enum { CURSOR_UNKNOWN, CURSOR_SHOWN, CURSOR_HIDDEN } cursor;
	bool ansi_moves, ansi_columns; /* as nearly all terminals take them */
	size_t wipe_row;
} pen;

/* Old descriptions have a way to stand out and no other that reverses. */
static const struct {
	uint8_t attribute;
	const char *name, *otherwise;
} attributes[] = {
	{ FRAME_BOLD, "bold", "" },
	{ FRAME_DIM, "dim", "" },
	{ FRAME_ITALIC, "sitm", "" },
	{ FRAME_UNDERLINE, "smul", "" },
	{ FRAME_REVERSE, "rev", "smso" },
};

static const struct ink plain = { 0, -1, -1 };

enum { ATTRIBUTES = sizeof attributes / sizeof attributes[0] };

void
pen_begin(void)
{
	pen.ansi_moves = !strcmp(terminal_string("cup"),
	                         "\033[%i%p1%d;%p2%dH");
	pen.ansi_columns = !strcmp(terminal_string("hpa"), "\033[%i%p1%dG");
	pen.wipe_row = strlen(terminal_string("el"));
	pen_forget();
}

void
pen_end(void)
{
	buf_clear(&pen.out);
}

void
pen_forget(void)
{
	pen.known = pen.ink_known = false;
	pen.cursor = CURSOR_UNKNOWN;
}

static void
put(const char *name)
{
	terminal_put(&pen.out, name);
}

void
pen_enter(void)
{
	static const char *const names[] = { "smcup", "sgr0", "rmir", "smam",
		                             "smkx" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		put(names[i]);
	buf_add(&pen.out, buf_text(&terminal.on), terminal.on.n);
	pen_forget();
}

/* Digits of N + 1: the terminal counts from 1. */
static void
put_number(unsigned n)
{
	char digits[12];
	size_t i = sizeof digits;

	n++;
	do
		digits[--i] = (char)('0' + n % 10);
	while (n /= 10);
	buf_add(&pen.out, digits + i, sizeof digits - i);
}

void
pen_move(unsigned col, unsigned row)
{
	if (pen.known && pen.col == col && pen.row == row)
		return;
	if (pen.known && pen.row == row && pen.ansi_columns) {
		buf_str(&pen.out, "\033[");
		put_number(col);
		buf_char(&pen.out, 'G');
	} else if (pen.ansi_moves) {
		buf_str(&pen.out, "\033[");
		put_number(row);
		buf_char(&pen.out, ';');
		put_number(col);
		buf_char(&pen.out, 'H');
	} else {
		terminal_put_with(&pen.out, "cup", (int)row, (int)col);
	}
	pen.known = true;
	pen.col = col;
	pen.row = row;
}

static bool
is_same(struct ink a, struct ink b)
{
	return a.attributes == b.attributes && a.fg == b.fg && a.bg == b.bg;
}

bool
pen_stands(unsigned row, unsigned *col, struct ink *ink)
{
	*col = pen.col;
	*ink = pen.ink;
	return pen.known && pen.ink_known && pen.row == row;
}

/* Attributes cannot all be taken off one by one; taking all of them off takes
 * the colours along on most terminals. */
static void
take_off(struct ink ink)
{
	struct ink *now = &pen.ink;
	bool colored = !pen.ink_known ? ink_has_colors()
	                              : now->fg >= 0 || now->bg >= 0;

	if (!pen.ink_known || (now->attributes & ~ink.attributes)) {
		put("sgr0");
		if (colored)
			put("op");
		*now = plain;
	} else if ((now->fg >= 0 && ink.fg < 0) ||
	           (now->bg >= 0 && ink.bg < 0)) {
		put("op");
		now->fg = now->bg = -1;
	}
	pen.ink_known = true;
}

static void
put_attribute(size_t i)
{
	const char *name = attributes[i].name;

	put(*terminal_string(name) ? name : attributes[i].otherwise);
}

static void
dip(struct ink ink)
{
	size_t i;

	if (pen.ink_known && is_same(pen.ink, ink))
		return;
	take_off(ink);
	for (i = 0; i < ATTRIBUTES; i++)
		if (ink.attributes & ~pen.ink.attributes &
		    attributes[i].attribute)
			put_attribute(i);
	if (ink.fg != pen.ink.fg)
		terminal_put_with(&pen.out, "setaf", ink.fg, 0);
	if (ink.bg != pen.ink.bg)
		terminal_put_with(&pen.out, "setab", ink.bg, 0);
	pen.ink = ink;
}

/* Behind the last column the cursor stands still, or at the next row's
 * start. */
static void
step(unsigned width, bool sure)
{
	pen.col += width;
	if (!sure || pen.col >= terminal.cols)
		pen.known = false;
}

void
pen_put(const ucs *parts, unsigned width, bool sure, struct ink ink)
{
	dip(ink);
	if (parts[0] < 0x80 && !parts[1])
		buf_char(&pen.out, (char)parts[0]);
	else
		for (; *parts; parts++)
			buf_ucs(&pen.out, *parts);
	step(width, sure);
}

void
pen_put_letters(const struct cell *cells, unsigned n, struct ink ink)
{
	char letters[64];
	unsigned i, most;

	dip(ink);
	for (; n; n -= most, cells += most) {
		most = n < sizeof letters ? n : (unsigned)sizeof letters;
		for (i = 0; i < most; i++)
			letters[i] = (char)cells[i].part[0];
		buf_add(&pen.out, letters, most);
		step(most, true);
	}
}

/* Where the terminal has no other screen the last line, which would stand
 * under the shell's prompt, is wiped. */
void
pen_leave(void)
{
	static const char *const names[] = { "rmkx", "cnorm", "rmcup" };
	size_t i;

	buf_add(&pen.out, buf_text(&terminal.off), terminal.off.n);
	pen_move(0, terminal.rows ? terminal.rows - 1 : 0);
	if (!terminal.clears_itself)
		pen_wipe_row();
	dip(plain);
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		put(names[i]);
	pen_send();
	pen_forget();
}

void
pen_wipe(void)
{
	dip(plain);
	put("clear");
	pen.known = true;
	pen.col = pen.row = 0;
}

void
pen_wipe_row(void)
{
	dip(plain);
	put("el");
}

size_t
pen_wipe_row_cost(void)
{
	return pen.wipe_row;
}

bool
pen_fills_corner(void)
{
	return terminal_flag("xenl") || !terminal_flag("am");
}

bool
pen_show_cursor(bool shows)
{
	bool hides = *terminal_string("civis");

	if (shows && pen.cursor != CURSOR_SHOWN)
		put("cnorm");
	if (!shows && pen.cursor != CURSOR_HIDDEN)
		put("civis");
	pen.cursor = shows ? CURSOR_SHOWN : CURSOR_HIDDEN;
	return hides;
}

void
pen_send(void)
{
	if (pen.ink_known)
		dip(plain);
	tty_write(&terminal.tty, pen.out.at, pen.out.n);
	buf_reset(&pen.out);
}
