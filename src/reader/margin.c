/* Marginalia: one's notes beside the lines that they belong to. */
#include "reader/margin.h"

#include <string.h>

#include "base/vec.h"
#include "reader/show.h"

enum {
	ROOM_MIN = 24, /* [col] right of the text; less is no margin */
	ROOM_MAX = 44, /* [col] longer lines belong to a text */
	GAP = 2,       /* [col] to the text, and */
	EDGE = 1,      /* [col] to the window's edge */
	SIGN = 2,      /* [col] before a note */
};

bool
margin_room(const struct reader *r, unsigned *col, unsigned *cols)
{
	const struct geometry *g = &r->geometry;
	unsigned end = g->text_col + g->measure;
	unsigned room = r->cols > end ? r->cols - end : 0;

	if (room < ROOM_MIN || g->pane_over)
		return false;
	if (room > ROOM_MAX)
		room = ROOM_MAX;
	*col = end + GAP;
	*cols = room - GAP - EDGE;
	return true;
}

void
margin_wrap(const char *note, unsigned cols, struct wrap *out)
{
	wrap_text(note, strlen(note), cols > SIGN ? cols - SIGN : 1, out);
}

/* The line shown that mark M begins on: the first where it began before. */
static unsigned
line_of(const struct reader *r, const struct mark *m)
{
	unsigned i;

	for (i = 0; i + 1 < r->lines.n; i++)
		if (r->lines.at[i].next > m->at.start)
			break;
	return i;
}

/* Beside its line, or below the note before. What goes over the foot stays in
 * the pane, or is cut where there is none. */
static void
place(struct reader *r, size_t i, unsigned cols, unsigned *next)
{
	const struct mark *m = &r->marks.at[i];
	const struct geometry *g = &r->geometry;
	struct wrap wrap = {0};
	struct margin_note note = {.mark = i, .line = line_of(r, m)};
	size_t room;

	if (note.line < *next)
		note.line = *next;
	margin_wrap(rec_get(m->rec, "Note"), cols, &wrap);
	room = g->text_rows > note.line ? g->text_rows - note.line : 0;
	note.rows = (unsigned)(wrap.n < room ? wrap.n : room);
	note.cut = wrap.n > room;
	vec_clear(&wrap);
	if (!note.rows || (note.cut && g->pane_cols))
		return;
	*next = note.line + note.rows;
	vec_push(&r->margin, note);
}

void
margin_fill(struct reader *r)
{
	unsigned col, cols, next = 0;
	size_t i;

	r->margin.n = 0;
	if (!margin_room(r, &col, &cols))
		return;
	for (i = 0; i < r->marks.n; i++)
		if (show_mark(r, &r->marks.at[i]) &&
		    rec_get(r->marks.at[i].rec, "Note"))
			place(r, i, cols, &next);
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
