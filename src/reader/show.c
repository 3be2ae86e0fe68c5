/* What is on the screen: geometry, the page or lines shown. */
#include "reader/show.h"

#include "base/vec.h"
#include "layout/pages.h"
#include "text/partial.h"

enum {
	PANE_MIN = 24,  /* [col] */
	PANE_MAX = 40,  /* [col] */
	PANE_GAP = 3,   /* [col] the pane's rule and a blank at either side */
	ROOMY_ROWS = 30, /* from here on a blank row above and below the text */
	NEAR = 1 << 19, /* [byte] are set at once to find a page: some 1 ms */
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

/* Whether L is the text set for the window as it is. */
static bool
fits(const struct reader *r, const struct layout *l)
{
	return l && l->text == r->text && l->outline == r->outline &&
	       l->measure == r->geometry.measure &&
	       l->height == r->geometry.text_rows;
}

/*
 * Sets the text anew only where the measure or the page's height changed. The
 * one before is kept: windows are often changed there and back, and its pages
 * are found.
 */
static void
set_text(struct reader *r)
{
	struct layout *before = r->layout;

	if (fits(r, before))
		return;
	r->layout = r->layout_before;
	if (!fits(r, r->layout)) {
		layout_free(r->layout);
		r->layout = layout_new(r->text, r->outline,
		                       r->geometry.measure,
		                       r->geometry.text_rows);
	}
	r->layout_before = before;
}

void
show_forget_before(struct reader *r)
{
	layout_free(r->layout_before);
	r->layout_before = NULL;
}

void
show_set_up(struct reader *r)
{
	place_columns(r);
	place_rows(r);
	set_text(r);
	show_place(r, r->kept);
}

bool
show_knows(const struct reader *r, text_pos p)
{
	return partial_knows(r->outline, (struct span){p, p + 1}, r->text->n);
}

static void
fill_page(struct reader *r, size_t page)
{
	r->top = pages_start(r->layout, &page);
	r->page = page;
	r->paged = true;
	pages_lines(r->layout, page, &r->lines);
}

/* Lines from LINE on; at the text's end, from further up. */
static void
fill_lines(struct reader *r, struct line line)
{
	struct line at = line;
	unsigned rows = r->geometry.text_rows;
	bool more = true;

	for (r->lines.n = 0; more && r->lines.n < rows;) {
		vec_push(&r->lines, at);
		more = lines_next(r->layout, &at, &at);
	}
	r->paged = false;
	r->top = line.start;
}

/* From the line that holds P on; the last lines of the text fill the
 * screen. */
static void
fill_off_pages(struct reader *r, text_pos p)
{
	struct line line;
	size_t up;

	if (!lines_at(r->layout, p, &line)) {
		fill_page(r, 0);
		return;
	}
	fill_lines(r, line);
	for (up = r->geometry.text_rows - r->lines.n; up; up--)
		if (!lines_prev(r->layout, &line, &line))
			break;
	while (line.blank && lines_next(r->layout, &line, &line))
		;
	fill_lines(r, line);
	r->page = PAGE_UNKNOWN;
}

/* Shows PLACE of WANT as well as can be; whether that is all there is to
 * it. */
static bool
fill_place(struct reader *r, const struct want *want, size_t most)
{
	text_pos p = want->place < r->text->n ? want->place : r->text->n;
	bool known = show_knows(r, p), found;

	r->kept = p;
	found = known && pages_reach(r->layout, p, most);
	if (found) {
		fill_page(r, pages_of(r->layout, p));
		/* the last page known may end before P */
		found = !r->outline->partial || show_holds(r, p);
	}
	if (known && !found)
		fill_off_pages(r, p);
	if (want->from_top && known)
		r->kept = r->top;
	return found && (!r->outline->partial || want->place < r->text->n);
}

static void
show_want(struct reader *r, struct want want, size_t most)
{
	r->want = (struct want){0};
	if (!fill_place(r, &want, most))
		r->want = want;
}

void
show_place(struct reader *r, text_pos p)
{
	show_want(r, (struct want){.kind = WANT_PLACE, .place = p}, NEAR);
}

void
show_page_of(struct reader *r, text_pos p)
{
	show_want(r, (struct want){.kind = WANT_PLACE, .place = p,
	                           .from_top = true}, NEAR);
}

void
show_page(struct reader *r, size_t page)
{
	bool all;

	r->want = (struct want){0};
	if (!pages_reach_page(r->layout, page, NEAR)) {
		r->want = (struct want){.kind = WANT_PAGE, .page = page};
		page = pages_count(r->layout, &all) - 1;
	}
	fill_page(r, page);
	r->kept = r->top;
}

/* The number of a page that was shown before it was found. */
static void
number_page(struct reader *r)
{
	if (r->page == PAGE_UNKNOWN && pages_reach(r->layout, r->top, 0))
		r->page = pages_of(r->layout, r->top);
}

void
show_wanted(struct reader *r)
{
	struct want want = r->want;

	if (want.kind == WANT_PAGE) {
		if (pages_reach_page(r->layout, want.page, 0))
			show_page(r, want.page);
	} else if (want.kind == WANT_PLACE) {
		show_want(r, want, 0);
	} else {
		number_page(r);
	}
}

void
show_again(struct reader *r)
{
	text_pos kept = r->kept;
	struct line line;
	bool all;

	if (!show_knows(r, r->top) || !r->lines.n)
		show_place(r, kept);
	else if (r->paged && r->page < pages_count(r->layout, &all) &&
	         pages_of(r->layout, r->top) == r->page)
		fill_page(r, r->page);
	else if (r->paged)
		show_place(r, kept);
	else if (lines_at(r->layout, r->top, &line))
		fill_lines(r, line);
}

void
show_lines_from(struct reader *r, text_pos p)
{
	struct line line;
	size_t page = PAGE_UNKNOWN;

	if (!show_knows(r, p)) {
		show_place(r, p);
		return;
	}
	r->want = (struct want){0};
	if (!lines_at(r->layout, p, &line)) {
		show_page(r, 0);
		return;
	}
	if (pages_reach(r->layout, line.start, NEAR)) {
		page = pages_of(r->layout, line.start);
		if (pages_start(r->layout, &page) == line.start) {
			show_page(r, page);
			return;
		}
	}
	fill_lines(r, line);
	r->page = page;
	r->kept = r->top;
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
show_mark(const struct reader *r, const struct mark *m)
{
	struct span shown = state_shown(r);

	return m->state != MARK_LOST && m->state != MARK_DOUBTFUL &&
	       (show_holds(r, m->at.start) ||
	        (m->at.start < shown.start && m->at.end > shown.start));
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
