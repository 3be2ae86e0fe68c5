/* A frame to curses: only what differs from the last one, each at its place. */
#define NCURSES_WIDECHAR 1
#include "screen/screen.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "screen/gather.h"
#include "screen/ink.h"
#include "screen/paint.h"
#include "screen/terminal.h"

/* What curses was last given. */
static struct cell *shown;
static unsigned shown_cols, shown_rows;
static bool redraw;

/* Ranges of which all terminals know the width. What is not in them
 * (combining, emoji, the ambiguous) may leave the cursor elsewhere than
 * curses believes. */
static const struct {
	ucs first, last;
} sure[] = {
	{ 0x0020, 0x007E }, { 0x00A0, 0x02FF }, { 0x0370, 0x0482 },
	{ 0x048A, 0x052F }, { 0x1E00, 0x1FFF }, { 0x2010, 0x2027 },
	{ 0x2030, 0x205E }, { 0x2500, 0x257F }, { 0x3000, 0x3029 },
	{ 0x3041, 0x3096 }, { 0x30A0, 0x30FF }, { 0x3400, 0x4DBF },
	{ 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 }, { 0xFF01, 0xFF60 },
};

/* [paint] more are not readdressed one by one in one paint: an emoji storm
 * shall not cost a write for each cell */
enum { UNSURE_MAX = 200, NON_JOINER = 0x200C };

enum { RUN = 128 }; /* [col] put at once */

void
paint_begin(void)
{
	redraw = true;
	/* Moving cells about is guesswork where widths are not sure. */
	idcok(stdscr, FALSE);
	leaveok(stdscr, FALSE);
}

void
paint_end(void)
{
	free(shown);
	shown = NULL;
	shown_cols = shown_rows = 0;
}

void
screen_redraw(void)
{
	redraw = true;
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

/*
 * The last door before the terminal: nothing passes that the C library does
 * not know as a printing character of one or two columns, whatever the core
 * let through. ROOM is what is left of the row [col].
 */
static wchar_t
base_of(const struct cell *c, unsigned room)
{
	wchar_t w = (wchar_t)c->part[0];
	int width = wcwidth(w);

	if (!c->part[0])
		return L' ';
	if (width < 1 || !iswprint((wint_t)w) || ucs_is_control(c->part[0]))
		return (wchar_t)UCS_REPLACEMENT;
	if ((unsigned)width > c->width || (unsigned)width > room)
		return (wchar_t)UCS_REPLACEMENT;
	return w;
}

/* A base and the marks on it, and the non-joiner that Persian needs. Joiners
 * are left out: what they would join stands in no cell or in another. */
static void
text_of(const struct cell *c, unsigned room, wchar_t out[FRAME_PARTS + 1])
{
	size_t i, n = 1;

	out[0] = base_of(c, room);
	for (i = 1; i < FRAME_PARTS && c->part[i]; i++)
		if ((ucs_is_mark(c->part[i]) || c->part[i] == NON_JOINER) &&
		    wcwidth((wchar_t)c->part[i]) == 0)
			out[n++] = (wchar_t)c->part[i];
	out[n] = L'\0';
}

static bool
make_cell(const wchar_t *text, const struct cell *c, cchar_t *out)
{
	struct ink ink = ink_of(c->style, c->attributes);

	return setcchar(out, text, (attr_t)ink.attributes, ink.pair, NULL) !=
	       ERR;
}

static void
put_text(const wchar_t *text, const struct cell *c, unsigned col,
         unsigned row)
{
	cchar_t cell;

	/* Neither wraps nor scrolls, so that the last cell can be set. */
	if (make_cell(text, c, &cell))
		mvadd_wchnstr((int)row, (int)col, &cell, 1);
}

/* Cells of one sure column each, side by side, that go to curses at once. */
struct run {
	cchar_t at[RUN];
	unsigned n, col, row;
};

static void
put_run(struct run *run)
{
	if (run->n)
		mvadd_wchnstr((int)run->row, (int)run->col, run->at,
		              (int)run->n);
	run->n = 0;
}

static void
add_to_run(struct run *run, const struct cell *c, unsigned col, unsigned room)
{
	wchar_t text[FRAME_PARTS + 1];

	if (run->n == RUN || (run->n && run->col + run->n != col))
		put_run(run);
	if (!run->n)
		run->col = col;
	text_of(c, room, text);
	if (make_cell(text, c, &run->at[run->n]))
		run->n++;
	else
		put_run(run);
}

/* A cell of two columns that became one on the way is followed by a blank. */
static void
put_cell(const struct cell *c, unsigned col, unsigned row, unsigned room)
{
	wchar_t text[FRAME_PARTS + 1];

	text_of(c, room, text);
	put_text(text, c, col, row);
	if (c->width == 2 && room > 1 && wcwidth(text[0]) < 2)
		put_text(L" ", c, col + 1, row);
}

/* Sends all that was put, then puts the cursor where curses takes it to be.
 * (Not by mvcur, which writes through a buffer of stdio's, out of turn.) */
static void
settle(void)
{
	refresh();
	terminal_move((unsigned)getcurx(stdscr), (unsigned)getcury(stdscr));
}

static void
take_size(const struct frame *f)
{
	size_t n = (size_t)f->cols * f->rows;

	if (!redraw && f->cols == shown_cols && f->rows == shown_rows)
		return;
	shown = mem_resize(shown, n, sizeof *shown);
	memset(shown, 0, n * sizeof *shown);
	shown_cols = f->cols;
	shown_rows = f->rows;
	erase();
	if (redraw)
		clearok(curscr, TRUE);
	redraw = false;
}

static void
put_row(const struct frame *f, unsigned row, unsigned *unsure)
{
	const struct cell *now = f->at + (size_t)row * f->cols;
	struct cell *was = shown + (size_t)row * f->cols;
	unsigned cols = f->cols, col;
	struct run run;

	run.n = 0;
	run.row = row;
	if (cols > (unsigned)COLS)
		cols = (unsigned)COLS;
	for (col = 0; col < cols; col++) {
		if (is_equal(&now[col], &was[col]))
			continue;
		was[col] = now[col];
		if (!now[col].width)
			continue;
		if (now[col].width == 1 && is_sure(&now[col])) {
			add_to_run(&run, &now[col], col, cols - col);
			continue;
		}
		put_run(&run);
		put_cell(&now[col], col, row, cols - col);
		if (is_sure(&now[col]) || ++*unsure > UNSURE_MAX)
			continue;
		move((int)row, (int)(col + now[col].width < cols
		                             ? col + now[col].width
		                             : cols - 1));
		settle();
	}
	put_run(&run);
}

/* Where the cursor cannot be hidden it stands at the status line. */
static void
put_cursor(const struct frame *f)
{
	bool inside = f->cursor && f->cursor_row < (unsigned)LINES &&
	              f->cursor_col < (unsigned)COLS;

	curs_set(inside);
	if (inside)
		move((int)f->cursor_row, (int)f->cursor_col);
	else
		move(LINES - 1, 0);
}

void
screen_paint(const struct frame *f)
{
	unsigned row, unsure = 0;

	if (!terminal.open || terminal.away)
		return;
	gather_start();
	take_size(f);
	for (row = 0; row < f->rows && row < (unsigned)LINES; row++)
		put_row(f, row, &unsure);
	put_cursor(f);
	refresh();
	gather_send();
}
