/* A footnote in full, in a box at the foot of the text. */
#include "reader/view.h"

#include "reader/footnote.h"

/* Paints the note's lines from *SKIP on into rows TOP to END. */
static void
put_lines(struct reader *r, struct frame *f, size_t skip, unsigned row,
          unsigned end)
{
	const struct outline *o = r->outline;
	const struct note *n = &o->notes.at[r->footnote.note];
	size_t b = outline_block_at(o, n->at), i;
	struct view_ink ink;

	view_ink_begin(&ink, r, f, n->at);
	for (; b < o->blocks.n && o->blocks.at[b].start < n->end; b++) {
		const struct line_list *lines = lines_of(r->layout, b);

		for (i = 0; i < lines->n && row < end; i++) {
			struct line line = lines->at[i];

			if (line.next <= n->at || line.start >= n->end)
				continue;
			if (skip) {
				skip--;
				continue;
			}
			view_words(&ink, &line, row++);
		}
	}
	view_ink_end(&ink);
}

void
view_footnote(struct reader *r, struct frame *f)
{
	const struct geometry *g = &r->geometry;
	const struct note *n = &r->outline->notes.at[r->footnote.note];
	unsigned total = footnote_rows(r), room = footnote_room(r), row, top;
	unsigned left = view_left(r), cols = f->cols - left;
	struct buf label = {0}, keys = {0};

	room = room < total ? room : total;
	if (r->footnote.top + room > total)
		r->footnote.top = total - room;
	top = g->status_row - room;
	for (row = top - 1; row < g->status_row; row++)
		frame_fill(f, left, row, cols, STYLE_TEXT, 0);
	buf_printf(&label, "note %s", n->label);
	if (room < total)
		buf_printf(&label, "  %u-%u/%u", r->footnote.top + 1,
		           r->footnote.top + room, total);
	buf_str(&keys, "Enter goes to it  ");
	view_key(r, COMMAND_FOOTNOTE, &keys);
	buf_str(&keys, " next  Esc closes");
	view_rule(f, left, top - 1, cols, buf_text(&label), buf_text(&keys));
	buf_clear(&label);
	buf_clear(&keys);
	put_lines(r, f, r->footnote.top, top, g->status_row);
}
