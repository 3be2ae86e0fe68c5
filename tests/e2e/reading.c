/* What the terminal of a session shows and was sent. */
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#include "session.h"

static void
add_row(struct session *s, unsigned row, struct buf *out)
{
	VTermPos at = { .row = (int)row };
	VTermScreenCell cell;
	size_t end = out->n;

	for (at.col = 0; at.col < (int)s->cols; at.col += cell.width) {
		size_t i;

		vterm_screen_get_cell(s->vts, at, &cell);
		if (!cell.width)
			cell.width = 1;
		for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			buf_ucs(out, cell.chars[i]);
		if (!i)
			buf_char(out, ' ');
		else if (cell.chars[0] != ' ')
			end = out->n;
	}
	out->n = end;
	if (out->at)
		out->at[end] = '\0';
}

const char *
session_screen(struct session *s)
{
	static struct buf out;
	unsigned row;

	buf_reset(&out);
	for (row = 0; row < s->rows; row++) {
		add_row(s, row, &out);
		buf_char(&out, '\n');
	}
	return buf_text(&out);
}

const char *
session_row(struct session *s, unsigned row)
{
	static struct buf out;

	buf_reset(&out);
	add_row(s, row, &out);
	return buf_text(&out);
}

bool
session_shows(struct session *s, const char *words)
{
	return strstr(session_screen(s), words) != NULL;
}

static int
palette(VTermColor c, bool own)
{
	if (own)
		return -1;
	return VTERM_COLOR_IS_INDEXED(&c) ? c.indexed.idx : -2;
}

struct session_cell
session_cell(struct session *s, unsigned col, unsigned row)
{
	VTermPos at = { .row = (int)row, .col = (int)col };
	struct session_cell out = { .width = 1 };
	VTermScreenCell cell;
	size_t i;

	vterm_screen_get_cell(s->vts, at, &cell);
	for (i = 0; i < 5 && cell.chars[i]; i++)
		out.text[i] = cell.chars[i];
	out.width = (unsigned)cell.width;
	out.bold = cell.attrs.bold;
	out.italic = cell.attrs.italic;
	out.underline = cell.attrs.underline != 0;
	out.reverse = cell.attrs.reverse;
	out.fg_own = VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
	out.bg_own = VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
	out.fg = palette(cell.fg, out.fg_own);
	out.bg = palette(cell.bg, out.bg_own);
	return out;
}

bool
session_sent(const struct session *s, size_t from, const char *bytes, size_t n)
{
	return from < s->log.n &&
	       memmem(s->log.at + from, s->log.n - from, bytes, n) != NULL;
}

bool
session_modes_are_restored(const struct session *s)
{
	struct termios now;

	if (tcgetattr(s->slave, &now) < 0)
		return false;
	return now.c_iflag == s->modes.c_iflag &&
	       now.c_oflag == s->modes.c_oflag &&
	       now.c_cflag == s->modes.c_cflag &&
	       now.c_lflag == s->modes.c_lflag &&
	       !memcmp(now.c_cc, s->modes.c_cc, sizeof now.c_cc);
}
