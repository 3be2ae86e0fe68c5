/* What is on the screen: geometry, the page or lines shown. */
#include "reader/show.h"

#include "base/vec.h"
#include "layout/counts.h"
#include "layout/pages.h"
#include "layout/stops.h"
#include "reader/geometry.h"
#include "text/partial.h"

enum {
	NEAR = 1 << 19, /* [byte] are set at once to find a page: some 1 ms, */
	NEAR_STOPS = 1 << 22, /* and so many where there are stops */
	STOPS_LEAST = 1 << 17, /* [byte] a shorter text is set at once anyway */
	LINE = 64,      /* [byte] of a line, to measure work by lines */
	LEAST = 36,     /* [col] the measure of a window of 40; few are less */
};

/* Whether L is the text set for the window as it is. */
static bool
fits(const struct reader *r, const struct layout *l)
{
	return l && l->text == r->text && l->outline == r->outline &&
	       l->measure == r->geometry.measure &&
	       l->wide == r->geometry.wide &&
	       l->height == r->geometry.text_rows;
}

/* The text set for the window as it is; what OTHERS of its layouts have in
 * common with that is not found again. */
static struct layout *
layout_for(const struct reader *r, struct layout *const others[2])
{
	struct layout *l = layout_new(r->text, r->outline, r->geometry.measure,
	                              r->geometry.text_rows);
	size_t i;

	layout_widen(l, r->geometry.wide);
	if (r->has_stops)
		layout_use_stops(l, r->stops);
	if (r->counts)
		counts_give(r->counts, l);
	for (i = 0; i < 2; i++)
		if (others[i])
			layout_take_counts(l, others[i]);
	return l;
}

/*
 * Sets the text anew only where the measure or the page's height changed. The
 * one before is kept: windows are often changed there and back, and its pages
 * are found.
 */
static void
set_text(struct reader *r)
{
	struct layout *const was[2] = {r->layout, r->layout_before};

	if (fits(r, was[0]))
		return;
	r->layout_before = was[0];
	r->layout = was[1];
	if (!fits(r, was[1])) {
		r->layout = layout_for(r, was);
		layout_free(was[1]);
	}
}

void
show_forget_stops(struct reader *r)
{
	stops_free(r->stops);
	r->stops = NULL;
	r->has_stops = false;
}

/* Of a text that is still being read nothing may be known at the place; what is
 * shown until then must not be lines of the old one. */
void
show_forget_text(struct reader *r)
{
	show_forget_stops(r);
	r->lines.n = r->fold = 0;
	r->top = r->kept;
	r->paged = false;
	r->page = PAGE_UNKNOWN;
}

/* What is set already has no pages left to be found by them. */
bool
show_prepare(struct reader *r, size_t lines)
{
	if (r->outline->partial || r->text->n < STOPS_LEAST ||
	    r->text->n > STOPS_MOST)
		return false;
	if (!lines)
		return !r->counts || !counts_step(r->counts, 0);
	if (!r->has_stops) {
		if (!r->stops)
			r->stops = stops_new(r->text);
		r->has_stops = stops_step(r->stops, lines * LINE);
		return true;
	}
	if (!r->counts)
		r->counts = counts_new(r->text, r->outline, r->stops,
		                       r->settings->width, LEAST);
	return !counts_step(r->counts, lines);
}

void
show_forget_before(struct reader *r)
{
	layout_free(r->layout_before);
	r->layout_before = NULL;
	counts_free(r->counts);
	r->counts = NULL;
}

static size_t
near(const struct reader *r)
{
	return r->has_stops ? NEAR_STOPS : NEAR;
}

/* Where that is quick all pages are counted, too: the status line is then
 * painted once. */
void
show_set_up(struct reader *r)
{
	geometry_place(r);
	set_text(r);
	show_place(r, r->kept);
	if (r->has_stops)
		pages_reach(r->layout, r->text->n, NEAR_STOPS);
}

bool
show_knows(const struct reader *r, text_pos p)
{
	return partial_knows(r->outline, (struct span){p, p + 1}, r->text->n);
}

/* The first of the pages that are shown together with PAGE. Page 1 is a right
 * one, as in books: they are 1, 2-3, 4-5 ... */
static size_t
first_beside(const struct reader *r, size_t page)
{
	if (!r->geometry.facing_col || !page)
		return page;
	return page - 1 + page % 2;
}

static void
add_right_page(struct reader *r, size_t page)
{
	struct line_list lines = {0};
	size_t right = page, i;

	pages_start(r->layout, &right);
	if (right != page)
		return;
	pages_lines(r->layout, page, &lines);
	for (i = 0; i < lines.n; i++)
		vec_push(&r->lines, lines.at[i]);
	vec_clear(&lines);
}

/* PAGE, or the two of which it is one. */
static void
fill_page(struct reader *r, size_t page)
{
	pages_start(r->layout, &page);
	r->page = first_beside(r, page);
	r->top = pages_start(r->layout, &r->page);
	r->paged = true;
	pages_lines(r->layout, r->page, &r->lines);
	r->fold = r->lines.n;
	if (!r->geometry.facing_col)
		return;
	if (r->page)
		add_right_page(r, r->page + 1);
	else
		r->fold = 0;
}

/* Lines from LINE on; at the text's end, from further up. */
static void
fill_lines(struct reader *r, struct line line)
{
	struct line at = line;
	unsigned rows = show_rows(r);
	bool more = true;

	r->fold = r->geometry.text_rows;
	for (r->lines.n = 0; more && r->lines.n < rows;) {
		if (!at.blank || r->lines.n != r->fold)
			vec_push(&r->lines, at);
		more = lines_next(r->layout, &at, &at);
	}
	if (r->fold > r->lines.n)
		r->fold = r->lines.n;
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
	for (up = show_rows(r) - r->lines.n; up; up--)
		if (!lines_prev(r->layout, &line, &line))
			break;
	while (line.blank && lines_next(r->layout, &line, &line))
		;
	fill_lines(r, line);
	r->page = PAGE_UNKNOWN;
}

/* Where the page begins that holds P, or what is shown if it is on none. */
static text_pos
start_of(struct reader *r, text_pos p)
{
	size_t page;

	if (!r->paged)
		return r->top;
	page = pages_of(r->layout, p);
	return pages_start(r->layout, &page);
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
		r->kept = start_of(r, p);
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
	show_want(r, (struct want){.kind = WANT_PLACE, .place = p}, near(r));
}

void
show_page_of(struct reader *r, text_pos p)
{
	show_want(r, (struct want){.kind = WANT_PLACE, .place = p,
	                           .from_top = true}, near(r));
}

void
show_page(struct reader *r, size_t page)
{
	bool all;

	r->want = (struct want){0};
	if (!pages_reach_page(r->layout, page, near(r))) {
		r->want = (struct want){.kind = WANT_PAGE, .page = page};
		page = pages_count(r->layout, &all) - 1;
	}
	fill_page(r, page);
	r->kept = pages_start(r->layout, &page);
}

void
show_turned(struct reader *r, size_t page)
{
	show_page(r, first_beside(r, page));
}

size_t
show_last_page(const struct reader *r)
{
	return r->page + (r->paged && r->fold && r->fold < r->lines.n);
}

unsigned
show_rows(const struct reader *r)
{
	const struct geometry *g = &r->geometry;

	return g->facing_col ? 2 * g->text_rows : g->text_rows;
}

struct spot
state_spot(const struct reader *r, size_t i)
{
	const struct geometry *g = &r->geometry;

	if (i < r->fold)
		return (struct spot){g->text_col, g->text_row + (unsigned)i};
	return (struct spot){g->facing_col,
	                     g->text_row + (unsigned)(i - r->fold)};
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
		text_pos p = want.place < r->text->n ? want.place
		                                     : r->text->n;

		/* its lines are not set again before there is its page */
		if (!r->lines.n || !show_holds(r, p) ||
		    pages_reach(r->layout, p, 0))
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
	if (pages_reach(r->layout, line.start, near(r))) {
		page = pages_of(r->layout, line.start);
		if (pages_start(r->layout, &page) == line.start &&
		    first_beside(r, page) == page) {
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
	text_pos end = state_shown(r).end;
	struct line line;

	if (!r->lines.n)
		return end;
	line = r->lines.at[r->lines.n - 1];
	while (lines_next(r->layout, &line, &line))
		if (!line.blank)
			return line.start;
	return end;
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
