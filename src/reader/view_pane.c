/* The side pane: sections above, the page's notes and one's own below. */
#include "reader/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/pane_fold.h"
#include "reader/wrap.h"

/* One row of the notes' half. */
struct note_line {
	char *words;      /* owned */
	unsigned indent;  /* [col] */
	size_t row;       /* of r->pane it belongs to */
	bool first;       /* of that row */
	uint8_t attributes;
};

struct note_lines {
	struct note_line *at;
	size_t n, cap;
};

struct box {
	struct reader *r;
	struct frame *f;
	unsigned row, rows; /* its part of the frame */
	unsigned cols;      /* for words: without a blank at either side */
};

static bool
is_cursor(const struct reader *r, size_t row)
{
	return r->mode == MODE_PANE && r->pane.cursor == row;
}

/* Words of a row with what tells that it is the current one, or the one the
 * cursor is on. */
static void
put_row(const struct box *box, unsigned row, unsigned indent,
        const char *words, bool current, bool cursor, uint8_t attributes)
{
	uint8_t style = current ? STYLE_PANE_TITLE : STYLE_PANE;
	unsigned at = indent < box->cols / 2 ? indent : box->cols / 2;

	if (current)
		attributes |= FRAME_BOLD;
	if (cursor) {
		style = STYLE_PANE_CURRENT;
		attributes |= FRAME_REVERSE;
		frame_fill(box->f, 0, row, box->cols + 2, style, attributes);
	}
	if (current || cursor)
		frame_put(box->f, 0, row, 1, cursor ? ">" : "\342\200\242",
		          style, attributes);
	frame_put(box->f, 1 + at, row, box->cols - at, words, style,
	          attributes);
}

static size_t
current_row(const struct reader *r)
{
	size_t here = outline_section_at(r->outline, r->kept), i;
	size_t row = OUTLINE_NONE;

	/* where it is folded away, the section that it is in */
	for (i = 0; here != OUTLINE_NONE && i < r->pane.sections; i++)
		if (r->pane.filter.text.n ? r->pane.at[i].index == here
		                          : r->pane.at[i].index <= here)
			row = i;
	return row;
}

/* Scrolls by what is needed, and with a row of context where one fits; a row
 * that is far off comes to stand where most of what follows it is seen. */
static void
scroll_to(size_t *top, size_t row, size_t n, unsigned rows)
{
	size_t margin = rows > 2, last = n > rows ? n - rows : 0;

	if (row + rows < *top || row >= *top + 2 * (size_t)rows)
		*top = row < rows / 3 ? 0 : row - rows / 3;
	if (row < *top + margin)
		*top = row < margin ? 0 : row - margin;
	if (row + margin >= *top + rows)
		*top = row + margin + 1 - rows;
	if (*top > last)
		*top = last;
}

static void
put_title(const struct box *box, const char *title)
{
	frame_put(box->f, 1, box->row, box->cols, title, STYLE_PANE_TITLE,
	          FRAME_BOLD);
}

static void
put_filter(const struct box *box)
{
	const struct edit *e = &box->r->pane.filter;
	unsigned used = frame_put(box->f, 1, box->row, box->cols, "/",
	                          STYLE_PANE_TITLE, FRAME_BOLD);

	if (box->r->pane.filtering)
		view_edit(box->f, 1 + used, box->row, box->cols - used, e);
	else
		frame_put(box->f, 1 + used, box->row, box->cols - used,
		          buf_text(&e->text), STYLE_PANE, 0);
}

/* The row of section S, which is row I of the pane; a sign at its end where it
 * has subsections that are not shown. */
static void
put_section(const struct box *box, unsigned row, size_t i, bool current)
{
	const struct pane_row *p = &box->r->pane.at[i];
	const struct section *s = &box->r->outline->sections.at[p->index];
	unsigned indent = s->level > 1 ? 2 * (s->level - 1) : 0;
	bool cursor = is_cursor(box->r, i);
	struct box cut = *box;
	struct cell *end;

	if (box->cols < 5 || !pane_is_folded(box->r, p->index)) {
		put_row(box, row, indent, s->title, current, cursor, 0);
		return;
	}
	put_row(box, row, indent, "", current, cursor, 0);
	cut.cols -= 2;
	put_row(&cut, row, indent, s->title, current, cursor, 0);
	end = frame_cell(box->f, 1, row);
	frame_put(box->f, box->cols, row, 1, "+", end->style, end->attributes);
}

static void
put_sections(const struct box *box)
{
	struct reader *r = box->r;
	struct pane *p = &r->pane;
	size_t here = current_row(r), shown = here, i;
	unsigned rows = box->rows - 1;

	if (p->filtering || p->filter.text.n)
		put_filter(box);
	else
		put_title(box, "Sections");
	if (r->mode == MODE_PANE && p->cursor < p->sections)
		shown = p->cursor;
	if (!p->sections && rows)
		frame_put(box->f, 1, box->row + 1, box->cols,
		          p->filter.text.n ? "none has that" : "none found",
		          STYLE_PANE, FRAME_DIM);
	if (!rows)
		return;
	scroll_to(&p->top, shown == OUTLINE_NONE ? p->top : shown,
	          p->sections, rows);
	for (i = p->top; i < p->sections && i < p->top + rows; i++)
		put_section(box, box->row + 1 + (unsigned)(i - p->top), i,
		            i == here);
}

static void
add_words(struct note_lines *out, const char *words, unsigned cols,
          unsigned indent, size_t row, uint8_t attributes)
{
	struct wrap wrap = {0};
	size_t i;

	wrap_text(words, strlen(words), cols > indent ? cols - indent : 1,
	          &wrap);
	for (i = 0; i < wrap.n; i++) {
		struct note_line line = {
			.words = mem_text(words + wrap.at[i].start,
			                  wrap.at[i].end - wrap.at[i].start),
			.indent = indent,
			.row = row,
			.attributes = attributes,
		};

		line.first = !out->n || out->at[out->n - 1].row != row;
		vec_push(out, line);
	}
	vec_clear(&wrap);
}

/* A footnote as the text has it, its mark included; of a very long one what
 * could be shown at all. */
static void
add_footnote(struct note_lines *out, const struct box *box, size_t row)
{
	const struct reader *r = box->r;
	const struct note *n = &r->outline->notes.at[r->pane.at[row].index];
	size_t most = (size_t)(box->cols + 1) * (r->rows + 1) * 8;
	struct span at = {n->at, n->end};
	char *words;

	if (at.end - at.start > most)
		at.end = at.start + most;
	words = outline_shown(r->outline, r->text, at, false);
	add_words(out, words, box->cols, 0, row, 0);
	free(words);
}

/* One's own: the sign and what it is about, and below it the note. */
static void
add_own(struct note_lines *out, const struct box *box, size_t row)
{
	const struct reader *r = box->r;
	const struct mark *m = &r->marks.at[r->pane.at[row].index];
	const char *quote = rec_get(m->rec, "Quote");
	const char *note = rec_get(m->rec, "Note");
	char sign[VIEW_SIGN];
	struct buf head = {0};

	view_sign(r->settings, m, sign);
	buf_str(&head, sign);
	if (quote)
		buf_printf(&head, " \342\200\234%s\342\200\235", quote);
	if (quote) {
		struct note_line line = {.row = row, .first = true,
		                         .attributes = FRAME_DIM};

		line.words = buf_take(&head);
		vec_push(out, line);
		add_words(out, note ? note : "", box->cols, 2, row, 0);
	} else {
		buf_printf(&head, " %s", note ? note : "");
		add_words(out, buf_text(&head), box->cols, 0, row, 0);
	}
	buf_clear(&head);
}

static void
make_lines(struct note_lines *out, const struct box *box)
{
	const struct pane *p = &box->r->pane;
	struct note_line blank = {0};
	size_t i;

	for (i = p->sections; i < p->n; i++) {
		if (out->n) {
			blank.words = mem_copy("");
			blank.row = OUTLINE_NONE;
			vec_push(out, blank);
		}
		if (p->at[i].kind == PANE_NOTE)
			add_footnote(out, box, i);
		else
			add_own(out, box, i);
	}
}

/* The first line shown, so that the row under the cursor is seen. */
static size_t
first_line(const struct reader *r, const struct note_lines *l, unsigned rows)
{
	size_t i, first = 0, end = 0;

	if (r->mode != MODE_PANE || r->pane.cursor < r->pane.sections)
		return 0;
	for (i = 0; i < l->n; i++) {
		if (l->at[i].row != r->pane.cursor)
			continue;
		if (l->at[i].first)
			first = i;
		end = i + 1;
	}
	if (end <= rows)
		return 0;
	return end - rows < first ? end - rows : first;
}

static void
put_notes(const struct box *box, const struct note_lines *l)
{
	unsigned rows = box->rows - 1, i;
	size_t top = first_line(box->r, l, rows);

	put_title(box, "Notes");
	for (i = 0; i < rows && top + i < l->n; i++) {
		const struct note_line *line = &l->at[top + i];
		bool cursor = is_cursor(box->r, line->row);
		bool more = i + 1 == rows && top + i + 1 < l->n;

		put_row(box, box->row + 1 + i, line->indent,
		        more ? "\342\200\246" : line->words, false, cursor,
		        line->attributes);
	}
}

/* Rows for the sections, so that both halves have what they need or, where
 * that is too much, at least half of the pane. */
static unsigned
rows_for_sections(const struct box *box, size_t notes)
{
	size_t want = box->r->pane.sections + 1, other = notes ? notes + 2 : 0;
	unsigned half = box->rows / 2;

	if (box->r->pane.sections == 0)
		want = 2;
	if (want + other <= box->rows)
		return notes ? (unsigned)want : box->rows;
	if (other <= half)
		return box->rows - (unsigned)other;
	return want <= half ? (unsigned)want : half;
}

/* The pane's halves: sections above and, where there are LINES of notes,
 * these below; else NOTES has no rows. */
struct halves {
	struct box sections, notes;
	struct note_lines lines;
};

static void
halves_init(struct halves *h, struct reader *r, struct frame *f)
{
	const struct geometry *g = &r->geometry;
	unsigned top = g->pane_over ? 0 : g->text_row;
	struct box box = {r, f, top, g->status_row - top,
	                  g->pane_cols > 2 ? g->pane_cols - 2 : 1};

	memset(h, 0, sizeof *h);
	make_lines(&h->lines, &box);
	h->sections = h->notes = box;
	h->sections.rows = rows_for_sections(&box, h->lines.n);
	h->notes.row += h->sections.rows + 1;
	h->notes.rows = h->lines.n && g->status_row > h->notes.row
	                ? g->status_row - h->notes.row : 0;
}

static void
halves_clear(struct halves *h)
{
	size_t i;

	for (i = 0; i < h->lines.n; i++)
		free(h->lines.at[i].words);
	vec_clear(&h->lines);
}

void
view_pane(struct reader *r, struct frame *f)
{
	const struct geometry *g = &r->geometry;
	struct halves h;
	unsigned row;

	for (row = 0; row < g->status_row; row++) {
		frame_fill(f, 0, row, g->pane_cols, STYLE_PANE, 0);
		frame_put(f, g->pane_cols, row, 1, "\342\224\202", STYLE_FAINT,
		          FRAME_DIM);
	}
	halves_init(&h, r, f);
	put_sections(&h.sections);
	if (h.notes.rows)
		put_notes(&h.notes, &h.lines);
	halves_clear(&h);
}

/* How far ROW is below the title of BOX; false where it is not. */
static bool
is_below_title(const struct box *box, unsigned row, size_t *below)
{
	if (row <= box->row || row >= box->row + box->rows)
		return false;
	*below = row - box->row - 1;
	return true;
}

size_t
view_pane_row(struct reader *r, unsigned row)
{
	struct halves h;
	size_t below, i, found = OUTLINE_NONE;

	halves_init(&h, r, NULL);
	if (is_below_title(&h.sections, row, &below)) {
		i = r->pane.top + below;
		found = i < r->pane.sections ? i : OUTLINE_NONE;
	} else if (is_below_title(&h.notes, row, &below)) {
		i = first_line(r, &h.lines, h.notes.rows - 1) + below;
		found = i < h.lines.n ? h.lines.at[i].row : OUTLINE_NONE;
	}
	halves_clear(&h);
	return found;
}
