/* A footnote in full, over a part of the text. */
#include "reader/view.h"

#include "reader/footnote.h"

/* The note lies over the page that refers to it: COLS columns from LEFT on,
 * and its text begins at COL. */
struct box {
	unsigned left, cols, col;
};

/* The line shown that has the mark which refers to the note; OUTLINE_NONE
 * where it is not on the screen. */
static size_t
line_of_mark(const struct reader *r)
{
	text_pos at = r->outline->refs.at[r->footnote.ref].at;
	size_t i;

	for (i = 0; i < r->lines.n; i++)
		if (r->lines.at[i].next > at)
			return i;
	return OUTLINE_NONE;
}

static struct box
box_of(const struct reader *r, const struct frame *f)
{
	const struct geometry *g = &r->geometry;
	unsigned left = geometry_left(r), middle = g->facing_col - STATE_MARGIN;
	size_t line = line_of_mark(r);

	if (!g->facing_col)
		return (struct box){left, f->cols - left, g->text_col};
	if (line != OUTLINE_NONE && line >= r->fold)
		return (struct box){middle, f->cols - middle, g->facing_col};
	return (struct box){left, middle - left, g->text_col};
}

/* The note's lines but the first SKIP, into ROW and below, up to END. */
static void
put_lines(struct reader *r, struct frame *f, const struct box *box,
          size_t skip, unsigned row, unsigned end)
{
	const struct outline *o = r->outline;
	const struct note *n = &o->notes.at[r->footnote.note];
	size_t b = outline_block_at(o, n->at), i;
	struct view_ink ink;

	view_ink_begin(&ink, r, f, (struct span){n->at, n->end});
	ink.col = box->col;
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

/* Whether the mark that refers to the note stands in row TOP or below it. */
static bool
covers_mark(const struct reader *r, unsigned top)
{
	size_t line = line_of_mark(r);

	return line != OUTLINE_NONE && state_spot(r, line).row >= top;
}

static void
put_rule(const struct reader *r, struct frame *f, const struct box *box,
         unsigned row, unsigned rows, unsigned total)
{
	const struct note *n = &r->outline->notes.at[r->footnote.note];
	struct buf label = {0}, keys = {0};

	buf_printf(&label, "note %s", n->label);
	if (rows < total)
		buf_printf(&label, "  %u-%u/%u", r->footnote.top + 1,
		           r->footnote.top + rows, total);
	buf_str(&keys, "Enter goes to it  ");
	view_key(r, COMMAND_FOOTNOTE, &keys);
	buf_str(&keys, " next  Esc closes");
	view_rule(f, box->left, row, box->cols, buf_text(&label),
	          buf_text(&keys));
	buf_clear(&label);
	buf_clear(&keys);
}

/* At the foot; at the head where it would cover the words that it is to. */
void
view_footnote(struct reader *r, struct frame *f)
{
	const struct geometry *g = &r->geometry;
	unsigned total = footnote_rows(r), rows = footnote_room(r), row, top;
	struct box box = box_of(r, f);

	rows = rows < total ? rows : total;
	if (r->footnote.top + rows > total)
		r->footnote.top = total - rows;
	top = g->status_row - rows - 1;
	if (covers_mark(r, top)) {
		top = 0;
		put_rule(r, f, &box, rows, rows, total);
	} else {
		put_rule(r, f, &box, top++, rows, total);
	}
	for (row = top; row < top + rows; row++)
		frame_fill(f, box.left, row, box.cols, STYLE_TEXT, 0);
	put_lines(r, f, &box, r->footnote.top, top, top + rows);
}
