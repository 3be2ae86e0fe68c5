/* A list over the text. */
#include "reader/view.h"

#include <string.h>

#include "reader/across.h"

/* What is searched for in all texts, and how far that is. */
static unsigned
put_found(const struct reader *r, struct frame *f, unsigned col, unsigned room)
{
	struct buf words = {0};
	unsigned used;

	buf_printf(&words, ": %s  ", r->across.words);
	across_tell(r, &words);
	used = frame_put(f, col, 0, room, buf_text(&words), STYLE_PANE_TITLE,
	                 0);
	buf_clear(&words);
	return used;
}

static void
put_title(struct reader *r, struct frame *f, unsigned left)
{
	static const char *const titles[] = {
		[LIST_OWN] = "Marks of this text",
		[LIST_ALL] = "Marks of all texts",
		[LIST_CHANGES] = "Paragraphs that are new or different",
		[LIST_ACROSS] = "In all texts",
	};
	const struct list *l = &r->list;
	unsigned col = left + 1, room = f->cols - left - 2;
	const char *title = titles[l->kind];

	col += frame_put(f, col, 0, room, title, STYLE_PANE_TITLE, FRAME_BOLD);
	if (l->kind == LIST_ACROSS)
		col += put_found(r, f, col, left + 1 + room - col);
	if (!l->filtering && !l->filter.text.n)
		return;
	col += frame_put(f, col, 0, f->cols - col, "  /", STYLE_PANE_TITLE,
	                 FRAME_BOLD);
	if (l->filtering)
		view_edit(f, col, 0, f->cols - col, &l->filter);
	else
		frame_put(f, col, 0, f->cols - col, buf_text(&l->filter.text),
		          STYLE_TEXT, 0);
}

static void
put_row(const struct reader *r, struct frame *f, unsigned left, unsigned row,
        size_t i)
{
	const struct list_row *at = &r->list.at[i];
	unsigned room = f->cols - left;
	uint8_t style = STYLE_TEXT, attributes = 0;

	if (at->head) {
		style = STYLE_PANE_TITLE;
		attributes = FRAME_BOLD;
	} else if (i == r->list.cursor) {
		style = STYLE_PANE_CURRENT;
		attributes = FRAME_REVERSE;
		frame_fill(f, left, row, room, style, attributes);
		frame_put(f, left, row, 1, ">", style, attributes);
	}
	/* rows stand in under the text or section that they are of */
	if (r->list.kind != LIST_OWN && !at->head && room > 8)
		left += 2;
	room = f->cols - left - 2;
	if (at->from < at->to)
		view_context(f, &(struct view_row){left + 1, row, room, style,
		                                   attributes},
		             at->words, at->from, at->to);
	else
		frame_put(f, left + 1, row, room, at->words, style,
		          attributes);
}

/* The last row that is to be seen with the cursor's: below the last that can
 * be chosen there may be heads. */
static size_t
last_seen(const struct list *l)
{
	size_t i = l->cursor + 1;

	while (i < l->n && l->at[i].head)
		i++;
	return i < l->n || !l->n ? l->cursor : l->n - 1;
}

static void
scroll(struct list *l, size_t rows)
{
	size_t last = last_seen(l);

	if (last >= l->top + rows)
		l->top = last + 1 - rows;
	if (l->cursor < l->top)
		l->top = l->cursor;
	/* what stands above the first row is worth some */
	while (l->top && l->at[l->top - 1].head && l->cursor == l->top &&
	       rows > 1)
		l->top--;
	while (l->top && l->at[l->top].head && l->at[l->top - 1].head &&
	       l->cursor + 1 < l->top + rows)
		l->top--;
}

void
view_list(struct reader *r, struct frame *f)
{
	struct list *l = &r->list;
	unsigned left = geometry_left(r), row;
	unsigned rows = r->geometry.status_row - 1;

	for (row = 0; row <= rows; row++)
		frame_fill(f, left, row, f->cols - left, STYLE_TEXT, 0);
	put_title(r, f, left);
	scroll(l, rows);
	for (row = 0; row < rows && l->top + row < l->n; row++)
		put_row(r, f, left, row + 1, l->top + row);
	if (!l->n && (l->kind != LIST_ACROSS || r->across.done))
		frame_put(f, left + 1, 1, f->cols - left - 2, "none has that",
		          STYLE_FAINT, FRAME_DIM);
}
