/* A frame to the pen: only what differs from what the terminal shows. */
#include "screen/screen.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "screen/ink.h"
#include "screen/paint.h"
#include "screen/pen.h"
#include "screen/terminal.h"

/* What the terminal shows. */
static struct cell *shown;
static unsigned shown_cols, shown_rows;
static bool redraw;
static bool blank_is_clear; /* of the text's style: wiped, it looks the same */

/* Ranges of which all terminals know the width. What is not in them
 * (combining, emoji, the ambiguous) may leave the cursor elsewhere than we
 * believe. */
static const struct {
	ucs first, last;
} sure[] = {
	{ 0x0020, 0x007E }, { 0x00A0, 0x02FF }, { 0x0370, 0x0482 },
	{ 0x048A, 0x052F }, { 0x1E00, 0x1FFF }, { 0x2010, 0x2027 },
	{ 0x2030, 0x205E }, { 0x2500, 0x257F }, { 0x3000, 0x3029 },
	{ 0x3041, 0x3096 }, { 0x30A0, 0x30FF }, { 0x3400, 0x4DBF },
	{ 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 }, { 0xFF01, 0xFF60 },
};

enum { NON_JOINER = 0x200C };

enum { WIPED = 255 }; /* the width of a cell of SHOWN that was wiped */

enum { NEAR = 5 }; /* [col] writing so many is as short as moving on */

void
paint_end(void)
{
	free(shown);
	shown = NULL;
	shown_cols = shown_rows = 0;
}

/* Whether C is one character of ASCII. */
static bool
is_letter(const struct cell *c)
{
	return c->part[0] >= ' ' && c->part[0] < 0x7F && !c->part[1] &&
	       c->width == 1;
}

static bool
is_sure(const struct cell *c)
{
	size_t i;

	if (c->part[0] < 0x7f && !c->part[1])
		return true;
	for (i = 0; !c->part[1] && i < sizeof sure / sizeof sure[0]; i++)
		if (c->part[0] >= sure[i].first && c->part[0] <= sure[i].last)
			return true;
	return false;
}

static bool
is_equal(const struct cell *a, const struct cell *b)
{
	return !memcmp(a->part, b->part, sizeof a->part) &&
	       a->width == b->width && a->style == b->style &&
	       a->attributes == b->attributes;
}

/* How a wiped cell looks. */
static bool
is_clear(const struct cell *c)
{
	if (c->part[0] != ' ' || c->part[1])
		return false;
	if (c->style == STYLE_TEXT && !c->attributes)
		return blank_is_clear;
	return ink_is_plain(ink_of(c->style, c->attributes));
}

static bool
is_wiped(const struct cell *c)
{
	return c->width == WIPED;
}

/*
 * The last door before the terminal: nothing passes that the C library does
 * not know as a printing character of one or two columns, whatever the core
 * let through. ROOM is what is left of the row [col].
 */
static ucs
base_of(const struct cell *c, unsigned room)
{
	ucs u = c->part[0];
	int width;

	if (u >= ' ' && u < 0x7F)
		return u;
	if (!u)
		return ' ';
	width = wcwidth((wchar_t)u);
	if (width < 1 || !iswprint((wint_t)u) || ucs_is_control(u) ||
	    (unsigned)width > c->width || (unsigned)width > room)
		return UCS_REPLACEMENT;
	return u;
}

/* A base and the marks on it, and the non-joiner that Persian needs. Joiners
 * are left out: what they would join stands in no cell or in another. */
static void
text_of(const struct cell *c, unsigned room, ucs out[FRAME_PARTS + 1])
{
	size_t i, n = 1;

	out[0] = base_of(c, room);
	for (i = 1; i < FRAME_PARTS && c->part[i]; i++)
		if ((ucs_is_mark(c->part[i]) || c->part[i] == NON_JOINER) &&
		    wcwidth((wchar_t)c->part[i]) == 0)
			out[n++] = c->part[i];
	out[n] = 0;
}

/* A cell of two columns that became one on the way is followed by a blank. */
static void
put_cell(const struct cell *c, unsigned room)
{
	static const ucs blank[] = { ' ', 0 };
	struct ink ink = ink_of(c->style, c->attributes);
	ucs text[FRAME_PARTS + 1];
	unsigned width = c->width;
	bool narrow;

	text_of(c, room, text);
	narrow = width == 2 && room > 1 && wcwidth((wchar_t)text[0]) < 2;
	pen_put(text, narrow ? 1 : width, is_sure(c), ink);
	if (narrow)
		pen_put(blank, 1, is_sure(c), ink);
}

static void
take_size(const struct frame *f)
{
	size_t i, n = (size_t)f->cols * f->rows;

	if (!redraw && f->cols == shown_cols && f->rows == shown_rows)
		return;
	shown = mem_resize(shown, n, sizeof *shown);
	for (i = 0; i < n; i++)
		shown[i] = (struct cell){ .width = WIPED };
	shown_cols = f->cols;
	shown_rows = f->rows;
	pen_wipe();
	redraw = false;
}

/* Whether C, written in INK, looks as it should. */
static bool
suits(const struct cell *c, struct ink ink)
{
	const uint8_t seen = FRAME_UNDERLINE | FRAME_REVERSE;
	struct ink own = ink_of(c->style, c->attributes);

	if (c->part[1] || c->part[0] < ' ' || c->part[0] > 0x7E ||
	    own.bg != ink.bg)
		return false;
	if (c->part[0] == ' ')
		return !((own.attributes | ink.attributes) & seen);
	return own.attributes == ink.attributes && own.fg == ink.fg;
}

/* Puts the cursor at COL of the row NOW, writing again what lies between where
 * that is as short. */
static void
go_to(const struct cell *now, unsigned col, unsigned row)
{
	struct ink ink;
	unsigned at, i;

	if (pen_stands(row, &at, &ink) && at < col && col - at <= NEAR) {
		for (i = at; i < col && suits(&now[i], ink); i++)
			;
		for (; i == col && at < col; at++)
			pen_put(now[at].part, 1, true, ink);
	}
	pen_move(col, row);
}

/* Where the blank end of the row NOW begins that is better wiped than written;
 * COLS where it is not. */
static unsigned
wiped_from(const struct cell *now, const struct cell *was, unsigned cols)
{
	unsigned from = cols, i, n = 0;

	while (from && is_clear(&now[from - 1]))
		from--;
	for (i = from; i < cols; i++)
		n += !is_wiped(&was[i]) && !is_clear(&was[i]);
	return n && pen_wipe_row_cost() && n > pen_wipe_row_cost() ? from
	                                                           : cols;
}

static bool
is_shown(const struct cell *now, const struct cell *was)
{
	return is_equal(now, was) || (is_wiped(was) && is_clear(now));
}

/* How many of the N cells from NOW on can be written at once, the first of
 * which has to be: letters that look alike and are not shown yet. */
static unsigned
run_of_letters(const struct cell *now, const struct cell *was, unsigned n)
{
	unsigned i = 0;

	if (is_letter(now))
		for (i = 1; i < n && is_letter(&now[i]) &&
		            now[i].style == now->style &&
		            now[i].attributes == now->attributes &&
		            !is_shown(&now[i], &was[i]); i++)
			;
	return i;
}

/* Writes what differs in the cells before END of a row of COLS. */
static void
put_cells(const struct cell *now, const struct cell *was, unsigned row,
          unsigned end, unsigned cols)
{
	bool unsure = false; /* the cell before may have spoilt this one */
	unsigned col, n;

	for (col = 0; col < end; col += n) {
		const struct cell *c = &now[col];

		n = 1;
		if (!c->width || (!unsure && is_shown(c, &was[col])))
			continue;
		n = run_of_letters(c, &was[col], end - col);
		go_to(now, col, row);
		if (n)
			pen_put_letters(c, n, ink_of(c->style, c->attributes));
		else
			put_cell(c, cols - col);
		unsure = !n && !is_sure(c);
		n += !n;
	}
}

static void
put_row(const struct frame *f, unsigned row, unsigned cols)
{
	const struct cell *now = f->at + (size_t)row * f->cols;
	struct cell *was = shown + (size_t)row * f->cols;
	unsigned wiped = wiped_from(now, was, cols);

	if (wiped == cols && row + 1 == terminal.rows &&
	    cols == terminal.cols && !pen_fills_corner())
		wiped = --cols;
	put_cells(now, was, row, wiped, cols);
	if (wiped < cols) {
		pen_move(wiped, row);
		pen_wipe_row();
	}
	memcpy(was, now, cols * sizeof *was);
}

/* Where the cursor cannot be hidden it stands at the status line. */
static void
put_cursor(const struct frame *f)
{
	bool inside = f->cursor && f->cursor_row < terminal.rows &&
	              f->cursor_col < terminal.cols;

	if (inside)
		pen_move(f->cursor_col, f->cursor_row);
	if (!pen_show_cursor(inside) && !inside)
		pen_move(0, terminal.rows - 1);
}

void
screen_paint(const struct frame *f)
{
	unsigned cols = f->cols < terminal.cols ? f->cols : terminal.cols;
	unsigned row;

	if (!terminal.open || terminal.away)
		return;
	take_size(f);
	blank_is_clear = ink_is_plain(ink_of(STYLE_TEXT, 0));
	for (row = 0; row < f->rows && row < terminal.rows; row++)
		put_row(f, row, cols);
	put_cursor(f);
	pen_send();
}

void
screen_redraw(void)
{
	redraw = true;
}
