/* Painting text into cells by grapheme clusters and their widths. */
#include "reader/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define ELLIPSIS 0x2026

static void
make_blank(struct cell *c, uint8_t style, uint8_t attributes)
{
	memset(c, 0, sizeof *c);
	c->part[0] = ' ';
	c->width = 1;
	c->style = style;
	c->attributes = attributes;
}

void
frame_init(struct frame *f, unsigned cols, unsigned rows)
{
	size_t i, n = (size_t)cols * rows;
	struct cell blank;

	memset(f, 0, sizeof *f);
	f->cols = cols;
	f->rows = rows;
	f->at = mem_resize(NULL, n ? n : 1, sizeof *f->at);
	make_blank(&blank, STYLE_TEXT, 0);
	for (i = 0; i < n; i++)
		f->at[i] = blank;
}

void
frame_clear(struct frame *f)
{
	free(f->at);
	memset(f, 0, sizeof *f);
}

struct cell *
frame_cell(struct frame *f, unsigned col, unsigned row)
{
	if (col >= f->cols || row >= f->rows)
		return NULL;
	return &f->at[(size_t)row * f->cols + col];
}

/* A wide cell that loses one half must not leave the other behind. */
static void
take_cell(struct frame *f, unsigned col, unsigned row)
{
	struct cell *c = &f->at[(size_t)row * f->cols + col];

	if (c->width == 1)
		return;
	if (c->width == 0 && col)
		make_blank(c - 1, c[-1].style, c[-1].attributes);
	else if (c->width == 2 && col + 1 < f->cols)
		make_blank(c + 1, c[1].style, c[1].attributes);
}

void
frame_glyph(struct frame *f, unsigned col, unsigned row,
            const struct cell *glyph)
{
	struct cell *c = frame_cell(f, col, row);

	if (!c || !glyph->width || glyph->width > f->cols - col)
		return;
	if (c->width == 1 && glyph->width == 1) {
		*c = *glyph; /* as nearly always */
		return;
	}
	take_cell(f, col, row);
	if (glyph->width == 2)
		take_cell(f, col + 1, row);
	*c = *glyph;
	if (glyph->width == 2) {
		make_blank(c + 1, glyph->style, glyph->attributes);
		c[1].part[0] = 0;
		c[1].width = 0;
	}
}

/*
 * What a cluster shows: its first visible code point with the combining marks
 * behind it. Of a joined sequence of emoji that is the first one, since
 * terminals disagree about the whole. Width 0: nothing is to be shown.
 */
static void
make_glyph(struct cell *c, const char *s, size_t n)
{
	size_t i, parts = 0;
	ucs u;

	memset(c->part, 0, sizeof c->part);
	c->width = 0;
	for (i = 0; i < n; ) {
		i += ucs_decode(s + i, n - i, &u);
		if (u == '\n' || u == '\t' || u == '\r')
			u = ' ';
		if (ucs_is_control(u) || u == UCS_SOFT_HYPHEN)
			continue;
		if (!parts && ucs_width(u)) {
			c->width = (uint8_t)ucs_width(u);
			c->part[parts++] = u;
		} else if (ucs_is_mark(u) && !ucs_width(u) &&
		           parts < FRAME_PARTS) {
			if (!parts)
				c->part[parts++] = ' ';
			c->width = c->width ? c->width : 1;
			c->part[parts++] = u;
		} else if (parts && ucs_width(u)) {
			break;
		}
	}
}

unsigned
frame_width(const char *s, size_t n)
{
	unsigned width = 0;
	struct cell c;
	size_t i, length;

	for (i = 0; i < n; i += length) {
		length = ucs_cluster(s + i, n - i);
		make_glyph(&c, s + i, length);
		width += c.width;
	}
	return width;
}

/* Whether the N bytes at S fit in ROOM columns: looks no further than it
 * must, so that a long string costs what is shown of it. */
static bool
fits(const char *s, size_t n, unsigned room)
{
	unsigned width = 0;
	struct cell c;
	size_t i, length;

	for (i = 0; i < n; i += length) {
		length = ucs_cluster(s + i, n - i);
		make_glyph(&c, s + i, length);
		width += c.width;
		if (width > room)
			return false;
	}
	return true;
}

unsigned
frame_put_bytes(struct frame *f, unsigned col, unsigned row, unsigned room,
                const char *s, size_t n, uint8_t style, uint8_t attributes)
{
	struct cell c = {.style = style, .attributes = attributes};
	unsigned used = 0, limit;
	size_t i, length;
	bool cut;

	if (!frame_cell(f, col, row))
		return 0;
	if (room > f->cols - col)
		room = f->cols - col;
	cut = room > 1 && !fits(s, n, room);
	limit = cut ? room - 1 : room;
	for (i = 0; i < n; i += length) {
		length = ucs_cluster(s + i, n - i);
		make_glyph(&c, s + i, length);
		if (used + c.width > limit)
			break;
		frame_glyph(f, col + used, row, &c);
		used += c.width;
	}
	if (cut) {
		memset(c.part, 0, sizeof c.part);
		c.part[0] = ELLIPSIS;
		c.width = 1;
		frame_glyph(f, col + used, row, &c);
		used++;
	}
	return used;
}

unsigned
frame_put(struct frame *f, unsigned col, unsigned row, unsigned room,
          const char *s, uint8_t style, uint8_t attributes)
{
	return frame_put_bytes(f, col, row, room, s, strlen(s), style,
	                       attributes);
}

void
frame_fill(struct frame *f, unsigned col, unsigned row, unsigned cols,
           uint8_t style, uint8_t attributes)
{
	struct cell *c = frame_cell(f, col, row), blank;
	unsigned i;

	if (!c || !cols)
		return;
	if (cols > f->cols - col)
		cols = f->cols - col;
	take_cell(f, col, row);
	take_cell(f, col + cols - 1, row);
	make_blank(&blank, style, attributes);
	for (i = 0; i < cols; i++)
		c[i] = blank;
}

void
frame_text(const struct frame *f, struct buf *out)
{
	unsigned row, col, part;

	for (row = 0; row < f->rows; row++) {
		size_t end = out->n;

		for (col = 0; col < f->cols; col++) {
			const struct cell *c =
				&f->at[(size_t)row * f->cols + col];

			for (part = 0; part < FRAME_PARTS && c->part[part];
			     part++)
				buf_ucs(out, c->part[part]);
			if (c->part[0] && (c->part[0] != ' ' || c->part[1]))
				end = out->n;
		}
		out->n = end;
		buf_char(out, '\n');
	}
}
