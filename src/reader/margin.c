/* Marginalia: one's notes beside the lines that they belong to. */
#include "reader/margin.h"

#include <string.h>

#include "base/vec.h"
#include "reader/geometry.h"
#include "reader/show.h"

enum {
	ROOM_MAX = 44, /* [col] longer lines belong to a text */
	GAP = 2,       /* [col] to the text, and */
	EDGE = 1,      /* [col] to the window's edge or the pane */
	SIGN = 2,      /* [col] before a note */
};

bool
margin_room(const struct reader *r, size_t i, unsigned *col, unsigned *cols)
{
	const struct geometry *g = &r->geometry;
	bool outer_left = g->facing_col && i < r->fold;
	unsigned end = state_spot(r, i).col + g->measure, room;

	if (outer_left)
		room = g->text_col - STATE_MARGIN - geometry_left(r);
	else
		room = r->cols > end ? r->cols - end : 0;
	if (room < MARGIN_MIN || g->pane_over)
		return false;
	if (room > ROOM_MAX)
		room = ROOM_MAX;
	*cols = room - GAP - EDGE;
	*col = outer_left ? g->text_col - STATE_MARGIN - room + EDGE
	                  : end + GAP;
	return true;
}

void
margin_wrap(const char *note, unsigned cols, struct wrap *out)
{
	wrap_text(note, strlen(note), cols > SIGN ? cols - SIGN : 1, out);
}

/* The line shown that mark M begins on: the first where it began before. */
static size_t
line_of(const struct reader *r, const struct mark *m)
{
	size_t i;

	for (i = 0; i + 1 < r->lines.n; i++)
		if (r->lines.at[i].next > m->at.start)
			break;
	return i;
}

/* The first row below the notes that are in the same margin. [ln] */
static unsigned
row_below(const struct margin *m, unsigned col)
{
	const struct margin_note *last = m->n ? &m->at[m->n - 1] : NULL;

	return last && last->col == col ? last->row + last->rows : 0;
}

/* Beside its line, or below the note before. What goes over the foot stays in
 * the pane, or is cut where there is none. */
static void
place(struct reader *r, size_t mark)
{
	const struct mark *m = &r->marks.at[mark];
	const struct geometry *g = &r->geometry;
	size_t line = line_of(r, m), room;
	struct margin_note note = {.mark = mark};
	struct wrap wrap = {0};

	if (!margin_room(r, line, &note.col, &note.cols))
		return;
	note.row = state_spot(r, line).row;
	if (note.row < row_below(&r->margin, note.col))
		note.row = row_below(&r->margin, note.col);
	margin_wrap(rec_get(m->rec, "Note"), note.cols, &wrap);
	room = g->text_row + g->text_rows;
	room = room > note.row ? room - note.row : 0;
	note.rows = (unsigned)(wrap.n < room ? wrap.n : room);
	note.cut = wrap.n > room;
	vec_clear(&wrap);
	if (note.rows && !(note.cut && g->pane_cols))
		vec_push(&r->margin, note);
}

void
margin_fill(struct reader *r)
{
	size_t i;

	r->margin.n = 0;
	for (i = 0; i < r->marks.n; i++)
		if (show_mark(r, &r->marks.at[i]) &&
		    rec_get(r->marks.at[i].rec, "Note"))
			place(r, i);
}

bool
margin_holds(const struct reader *r, size_t i)
{
	size_t k;

	for (k = 0; k < r->margin.n; k++)
		if (r->margin.at[k].mark == i)
			return true;
	return false;
}
