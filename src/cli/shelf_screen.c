/* The shelf on the screen: a text is chosen. */
#include "cli/shelf_screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/shelf.h"
#include "screen/screen.h"

enum {
	HEAD_ROWS = 2, /* [ln] the title and a blank */
	FOOT_ROWS = 1,
	MARGIN = 2,    /* [col] */
	WIDEST = 100,  /* [col] of a row: its ends shall not lie far apart */
	INTERRUPT = 3,
	STATUS_INTERRUPT = 130,
	STATUS_SIGNAL = 128,
};

/* TOP is the first row shown; CURSOR is shown always. */
struct shelf_screen {
	struct sitting *s;
	struct shelf shelf;
	size_t cursor, top;
	uint32_t pending; /* the first key of a sequence, or 0 */
	char *message;    /* in the last line, or NULL */
	struct frame frame;
	bool opened, quit;
	int status;
};

static size_t
rows_of(const struct shelf_screen *v)
{
	unsigned rows = v->frame.rows;

	return rows > HEAD_ROWS + FOOT_ROWS ? rows - HEAD_ROWS - FOOT_ROWS : 1;
}

static void
keep_cursor_shown(struct shelf_screen *v)
{
	size_t rows = rows_of(v);

	if (v->cursor < v->top)
		v->top = v->cursor;
	if (v->cursor >= v->top + rows)
		v->top = v->cursor - rows + 1;
}

/* The title from the left, cut where need be; how far and when at the right,
 * where there is room for both. */
static void
put_words(struct frame *f, unsigned row, const struct shelf_row *r,
          uint64_t now, bool here)
{
	uint8_t style = here ? STYLE_PANE_CURRENT : STYLE_TEXT;
	uint8_t attributes = here ? FRAME_REVERSE : 0;
	unsigned room = f->cols - 2 * MARGIN;
	char *words = shelf_words(r, now), *tail = words + strlen(r->title);
	unsigned tail_cols = (unsigned)strlen(tail);

	if (room > WIDEST)
		room = WIDEST;
	if (room > 2 * tail_cols) {
		room -= tail_cols;
		frame_put(f, MARGIN + room, row, tail_cols, tail, style,
		          attributes);
		*tail = '\0';
	}
	frame_put(f, MARGIN, row, room, words, style, attributes);
	free(words);
}

static void
view_row(struct shelf_screen *v, size_t i, unsigned row, uint64_t now)
{
	struct frame *f = &v->frame;
	bool here = i == v->cursor;

	if (here)
		frame_fill(f, 0, row, f->cols, STYLE_PANE_CURRENT,
		           FRAME_REVERSE);
	if (f->cols > 2 * MARGIN)
		put_words(f, row, &v->shelf.at[i], now, here);
}

static void
view_status(struct shelf_screen *v)
{
	const char *words = " Enter reads  j k move  q quits";
	uint8_t style = STYLE_STATUS;

	if (v->message) {
		words = v->message;
		style = STYLE_ALERT;
	}
	if (!v->frame.rows)
		return;
	frame_fill(&v->frame, 0, v->frame.rows - 1, v->frame.cols, style,
	           FRAME_REVERSE);
	frame_put(&v->frame, 0, v->frame.rows - 1, v->frame.cols, words, style,
	          FRAME_REVERSE);
}

static void
view(struct shelf_screen *v)
{
	uint64_t now = sitting_stamp().now;
	unsigned cols, rows;
	size_t i;

	screen_size(&cols, &rows);
	frame_clear(&v->frame);
	frame_init(&v->frame, cols, rows);
	keep_cursor_shown(v);
	if (cols > MARGIN)
		frame_put(&v->frame, MARGIN, 0, cols - MARGIN, "Texts",
		          STYLE_TITLE, FRAME_BOLD);
	for (i = 0; i < rows_of(v) && v->top + i < v->shelf.n; i++)
		view_row(v, v->top + i, HEAD_ROWS + (unsigned)i, now);
	if (!v->shelf.n && cols > MARGIN)
		frame_put(&v->frame, MARGIN, HEAD_ROWS, cols - MARGIN,
		          "Nothing was read yet: lectern FILE reads a text.",
		          STYLE_TEXT, 0);
	view_status(v);
	screen_paint(&v->frame);
}

static void
move(struct shelf_screen *v, size_t by, bool down)
{
	size_t last = v->shelf.n ? v->shelf.n - 1 : 0;

	if (down)
		v->cursor = by > last - v->cursor ? last : v->cursor + by;
	else
		v->cursor = by > v->cursor ? 0 : v->cursor - by;
}

static void
choose(struct shelf_screen *v)
{
	struct error e = {0};

	if (v->cursor >= v->shelf.n)
		return;
	v->opened = sitting_open(v->s, v->shelf.at[v->cursor].path,
	                         true, &e);
	free(v->message);
	v->message = NULL;
	if (!v->opened)
		v->message = error_line(&e);
	error_clear(&e);
}

static void
obey(struct shelf_screen *v, enum command c)
{
	switch (c) {
	case COMMAND_LINE_DOWN: move(v, 1, true); break;
	case COMMAND_LINE_UP: move(v, 1, false); break;
	case COMMAND_NEXT_PAGE: move(v, rows_of(v), true); break;
	case COMMAND_PREV_PAGE: move(v, rows_of(v), false); break;
	case COMMAND_HALF_DOWN: move(v, rows_of(v) / 2, true); break;
	case COMMAND_HALF_UP: move(v, rows_of(v) / 2, false); break;
	case COMMAND_START: move(v, v->shelf.n, false); break;
	case COMMAND_END: move(v, v->shelf.n, true); break;
	case COMMAND_REDRAW: screen_redraw(); break;
	case COMMAND_SUSPEND: screen_suspend(); break;
	case COMMAND_QUIT: v->quit = true; break;
	default: break;
	}
}

/* On a text's row: it is read. */
static void
take_click(struct shelf_screen *v, unsigned row)
{
	size_t i = v->top + row - HEAD_ROWS;

	if (row < HEAD_ROWS || row >= HEAD_ROWS + rows_of(v) || i >= v->shelf.n)
		return;
	v->cursor = i;
	choose(v);
}

/* Enter, which elsewhere goes a line down, reads. The other keys are the
 * reader's own, as they are bound. */
static void
take_key(struct shelf_screen *v, uint32_t key)
{
	const struct keymap *keys = &v->s->settings.keys;
	uint32_t first = v->pending ? v->pending : key;
	bool prefix = false;
	enum command c;

	free(v->message);
	v->message = NULL;
	if (key == INPUT_ENTER) {
		v->pending = 0;
		choose(v);
		return;
	}
	c = keymap_command(keys, first, v->pending ? key : 0, false, &prefix);
	v->pending = prefix && !v->pending ? key : 0;
	if (key == INTERRUPT && c == COMMAND_NONE) {
		v->quit = true;
		v->status = STATUS_INTERRUPT;
	}
	obey(v, c);
}

bool
shelf_screen_choose(struct sitting *s, int *status)
{
	struct shelf_screen v = { .s = s };
	bool ended = false;

	shelf_list(s, &v.shelf);
	if (s->message)
		v.message = mem_copy(s->message);
	while (!v.opened && !v.quit && !ended) {
		struct event event;

		view(&v);
		if (!screen_read(&event, -1, &ended))
			continue;
		if (event.kind == EVENT_KEY)
			take_key(&v, event.key);
		else if (event.kind == EVENT_CLICK)
			take_click(&v, event.row);
	}
	if (ended)
		v.status = STATUS_SIGNAL + screen_ended_by();
	*status = v.status;
	shelf_clear(&v.shelf);
	frame_clear(&v.frame);
	free(v.message);
	return v.opened;
}
