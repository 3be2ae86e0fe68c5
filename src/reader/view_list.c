/* A list over the text. */
#include "reader/view.h"

#include <string.h>

static void
put_title(struct reader *r, struct frame *f, unsigned left)
{
	static const char *const titles[] = {
		[LIST_OWN] = "Marks of this text",
		[LIST_ALL] = "Marks of all texts",
		[LIST_CHANGES] = "Paragraphs that are new or different",
	};
	const struct list *l = &r->list;
	unsigned col = left + 1, room = f->cols - left - 2;
	const char *title = titles[l->kind];

	col += frame_put(f, col, 0, room, title, STYLE_PANE_TITLE, FRAME_BOLD);
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
	frame_put(f, left + 1, row, f->cols - left - 2, at->words, style,
	          attributes);
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
	if (l->cursor < l->top)
		l->top = l->cursor;
	if (l->cursor >= l->top + rows)
		l->top = l->cursor + 1 - rows;
	/* a text's name above its first mark is worth a row */
	if (l->cursor && l->cursor == l->top && l->at[l->cursor - 1].head &&
	    rows > 1)
		l->top--;
	for (row = 0; row < rows && l->top + row < l->n; row++)
		put_row(r, f, left, row + 1, l->top + row);
	if (!l->n)
		frame_put(f, left + 1, 1, f->cols - left - 2, "none has that",
		          STYLE_FAINT, FRAME_DIM);
}
