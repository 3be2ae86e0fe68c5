/* What is on the screen: geometry, the page or lines shown. */
#include "reader/show.h"

#include "base/vec.h"
#include "layout/pages.h"

enum {
	PANE_MIN = 24,  /* [col] */
	PANE_MAX = 40,  /* [col] */
	PANE_GAP = 3,   /* [col] the pane's rule and a blank at either side */
	ROOMY_ROWS = 30 /* from here on a blank row above and below the text */
};

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* The pane takes what the measure leaves, within its bounds. */
static unsigned
pane_beside(const struct reader *r)
{
	unsigned text = r->settings->width + STATE_MARGIN + PANE_GAP;
	unsigned left = r->cols > text ? r->cols - text : 0;

	return left < PANE_MIN ? PANE_MIN : least(left, PANE_MAX);
}

static void
place_columns(struct reader *r)
{
	struct geometry *g = &r->geometry;
	bool wide = r->cols >= STATE_WIDE;
	unsigned left = 0, room = r->cols;

	g->pane_cols = 0;
	g->pane_over = false;
	if (wide && r->pane.shown) {
		g->pane_cols = pane_beside(r);
		left = g->pane_cols + 1;
		room = r->cols - left;
	} else if (!wide && r->pane.over) {
		g->pane_cols = least(r->cols, PANE_MAX);
		g->pane_over = true;
	}
	/* one column stays free at the right */
	g->measure = room > STATE_MARGIN + 2 ? room - STATE_MARGIN - 1 : 1;
	g->measure = least(g->measure, r->settings->width);
	g->text_col = left + STATE_MARGIN;
	if (room > g->measure + STATE_MARGIN)
		g->text_col += (room - g->measure - STATE_MARGIN) / 2;
}

static void
place_rows(struct reader *r)
{
	struct geometry *g = &r->geometry;
	unsigned rows = r->rows > 1 ? r->rows - 1 : 1;

	g->status_row = r->rows > 0 ? r->rows - 1 : 0;
	g->text_row = r->rows >= ROOMY_ROWS;
	g->text_rows = rows - 2 * g->text_row;
}

/* Sets the text anew only where the measure or the page's height changed. */
static void
set_text(struct reader *r)
{
	const struct geometry *g = &r->geometry;

	if (r->layout && r->layout->text == r->text &&
	    r->layout->outline == r->outline &&
	    r->layout->measure == g->measure &&
	    r->layout->height == g->text_rows)
		return;
	layout_free(r->layout);
	r->layout = layout_new(r->text, r->outline, g->measure, g->text_rows);
}

void
show_set_up(struct reader *r)
{
	place_columns(r);
	place_rows(r);
	set_text(r);
	show_place(r, r->kept);
}

static void
fill_page(struct reader *r, size_t page)
{
	r->top = pages_start(r->layout, &page);
	r->page = page;
	r->paged = true;
	pages_lines(r->layout, page, &r->lines);
}

void
show_page(struct reader *r, size_t page)
{
	fill_page(r, page);
	r->kept = r->top;
}

void
show_place(struct reader *r, text_pos p)
{
	fill_page(r, pages_of(r->layout, p));
	r->kept = p;
}

void
show_lines_from(struct reader *r, text_pos p)
{
	struct line line;
	size_t page;
	bool more = lines_at(r->layout, p, &line);

	if (!more) {
		show_page(r, 0);
		return;
	}
	page = pages_of(r->layout, line.start);
	if (pages_start(r->layout, &page) == line.start) {
		show_page(r, page);
		return;
	}
	r->paged = false;
	r->page = page;
	r->top = r->kept = line.start;
	r->lines.n = 0;
	while (more && r->lines.n < r->geometry.text_rows) {
		vec_push(&r->lines, line);
		more = lines_next(r->layout, &line, &line);
	}
}

struct span
state_shown(const struct reader *r)
{
	struct span shown = {r->top, r->top};

	if (r->lines.n) {
		shown.start = r->lines.at[0].start;
		shown.end = r->lines.at[r->lines.n - 1].next;
	}
	return shown;
}

bool
show_holds(const struct reader *r, text_pos p)
{
	struct span shown = state_shown(r);

	return p >= shown.start && (p < shown.end || shown.end == r->text->n);
}

bool
show_is_at_end(struct reader *r)
{
	struct line line;

	return !r->lines.n ||
	       !lines_next(r->layout, &r->lines.at[r->lines.n - 1], &line);
}

text_pos
show_end(const struct reader *r)
{
	return state_shown(r).end;
}

void
state_refs(const struct reader *r, size_t *first, size_t *end)
{
	struct span shown = state_shown(r);

	*first = outline_ref_from(r->outline, shown.start);
	if (*first == OUTLINE_NONE)
		*first = r->outline->refs.n;
	for (*end = *first; *end < r->outline->refs.n; ++*end)
		if (r->outline->refs.at[*end].at >= shown.end)
			break;
}
