/* Where things are on the screen: the pane, one page or two, the last line. */
#include "reader/geometry.h"

#include "reader/margin.h"

enum {
	PANE_MIN = 24,   /* [col] */
	PANE_MAX = 40,   /* [col] */
	PANE_GAP = 3,    /* [col] the pane's rule and a blank at either side */
	FACING_MIN = 40, /* [col] a measure; a narrower one is a column */
	GUTTER = 3 + STATE_MARGIN, /* [col] between two facing pages */
	KEPT = 72,       /* [col] a line that is kept; few are wider */
	ROOMY_ROWS = 30, /* from here on a blank row above and below the text */
};

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned
most(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

/* [col] Of the text with its signs, and a blank at the right: one page of
 * MEASURE, or two. */
static unsigned
text_cols(unsigned measure, bool facing)
{
	unsigned one = STATE_MARGIN + measure + 1;

	return facing ? one + GUTTER + measure : one;
}

static bool
is_facing(const struct reader *r)
{
	return r->settings->facing && r->cols >= geometry_facing_needs(r);
}

/* The pane takes what the text leaves, within its bounds. */
static unsigned
pane_beside(const struct reader *r)
{
	bool facing = is_facing(r);
	unsigned text = text_cols(r->settings->width, facing), left;

	if (!facing)
		text = most(text, text_cols(KEPT, false));
	text += PANE_GAP - 1;
	left = r->cols > text ? r->cols - text : 0;

	return left < PANE_MIN ? PANE_MIN : least(left, PANE_MAX);
}

static bool
has_pane_beside(const struct reader *r)
{
	return r->cols >= STATE_WIDE && r->pane.shown;
}

unsigned
geometry_facing_needs(const struct reader *r)
{
	unsigned measure = least(r->settings->width, FACING_MIN);
	unsigned text = text_cols(measure, true);

	return most(r->pane.shown ? text + PANE_MIN + 1 : text, STATE_WIDE);
}

unsigned
geometry_left(const struct reader *r)
{
	const struct geometry *g = &r->geometry;

	return g->pane_cols && !g->pane_over ? g->pane_cols + 1 : 0;
}

static void
place_pane(struct reader *r)
{
	struct geometry *g = &r->geometry;

	g->pane_cols = 0;
	g->pane_over = r->cols < STATE_WIDE && r->pane.over;
	if (g->pane_over)
		g->pane_cols = least(r->cols, PANE_MAX);
	else if (has_pane_beside(r))
		g->pane_cols = pane_beside(r);
}

/* The text in the middle of what the pane leaves. */
static void
place_text(struct reader *r)
{
	struct geometry *g = &r->geometry;
	unsigned left = geometry_left(r), room = r->cols - left, used;
	bool facing = is_facing(r);

	used = text_cols(0, facing);
	g->measure = room > used ? room - used : 1;
	if (facing)
		g->measure /= 2;
	g->measure = least(g->measure, r->settings->width);
	used = text_cols(g->measure, facing) - 1;
	g->text_col = left + STATE_MARGIN;
	if (room > used)
		g->text_col += (room - used) / 2;
	g->facing_col = facing ? g->text_col + g->measure + GUTTER : 0;
}

/* What the window has beside a page that stands alone; not the right margin,
 * where that is for notes. */
static void
place_wide(struct reader *r)
{
	struct geometry *g = &r->geometry;
	unsigned end = g->text_col + g->measure;
	unsigned right = r->cols > end ? r->cols - end : 0;

	g->wide = g->measure;
	g->beyond = 0;
	if (g->facing_col)
		return;
	if (right < MARGIN_MIN)
		g->beyond = right;
	g->wide += g->text_col - geometry_left(r) - STATE_MARGIN + g->beyond;
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

void
geometry_place(struct reader *r)
{
	place_pane(r);
	place_text(r);
	place_wide(r);
	place_rows(r);
}
