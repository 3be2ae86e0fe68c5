/* A screen as a value: what each cell shows. */
#ifndef LECTERN_READER_FRAME_H
#define LECTERN_READER_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/ucs.h"

/* What a cell is, from which a theme makes its colours. */
enum frame_style {
	STYLE_TEXT,
	STYLE_TITLE,
	STYLE_HEADING,
	STYLE_FAINT,  /* front matter, furniture, rules of the pane */
	STYLE_REF,    /* a footnote's mark in the text */
	STYLE_MARK_1, /* highlights, by kind */
	STYLE_MARK_2,
	STYLE_MARK_3,
	STYLE_MARK_4,
	STYLE_MARK_5,
	STYLE_HIT,    /* found by a search */
	STYLE_HIT_CURRENT,
	STYLE_SELECTION,
	STYLE_LABEL,  /* a sentence's letter */
	STYLE_PANE,
	STYLE_PANE_TITLE,
	STYLE_PANE_CURRENT,
	STYLE_STATUS,
	STYLE_ALERT,
	STYLE_PROMPT,
	STYLE_COUNT
};

/* What it looks like where there are no colours. */
enum {
	FRAME_BOLD = 1,
	FRAME_DIM = 2,
	FRAME_ITALIC = 4,
	FRAME_UNDERLINE = 8,
	FRAME_REVERSE = 16,
};

enum { FRAME_PARTS = 4 };

/* WIDTH 0 is the right half of the wide cell before it. */
struct cell {
	ucs part[FRAME_PARTS]; /* a base and combining marks, 0-ended */
	uint8_t width, style, attributes;
};

struct frame {
	unsigned cols, rows;
	struct cell *at; /* rows * cols */
	bool cursor;     /* shown, at: */
	unsigned cursor_col, cursor_row;
};

/* All blank, of the style STYLE_TEXT; either size may be 0. */
void frame_init(struct frame *f, unsigned cols, unsigned rows);
void frame_clear(struct frame *f);

/* NULL outside the frame. */
struct cell *frame_cell(struct frame *f, unsigned col, unsigned row);

/* Columns [col] that UTF-8 takes when frame_put puts it. Linear. */
unsigned frame_width(const char *s, size_t n);

/* One cell, and a wide one's right half; what is left of a wide cell that it
 * covers half of becomes blank. A wide one in the last column is left out. */
void frame_glyph(struct frame *f, unsigned col, unsigned row,
                 const struct cell *glyph);

/* Puts UTF-8 from COL on, at most ROOM columns (cut with '…' where it does not
 * fit and ROOM > 1); line ends and tabs are blanks, other controls never get
 * in. Returns the columns used. Nothing
 * outside the frame is touched. */
unsigned frame_put(struct frame *f, unsigned col, unsigned row, unsigned room,
                   const char *s, uint8_t style, uint8_t attributes);

/* The same of N bytes, which may hold NULs. */
unsigned frame_put_bytes(struct frame *f, unsigned col, unsigned row,
                         unsigned room, const char *s, size_t n,
                         uint8_t style, uint8_t attributes);

/* Makes COLS cells blank, of that style and attributes. */
void frame_fill(struct frame *f, unsigned col, unsigned row, unsigned cols,
                uint8_t style, uint8_t attributes);

/* The frame as text, a line a row, trailing blanks left out: what a play
 * compares. */
void frame_text(const struct frame *f, struct buf *out);

#endif
