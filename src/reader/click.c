/* Clicks of the mouse: rows are gone to, pages turned. */
#include "reader/click.h"

#include "reader/geometry.h"
#include "reader/list.h"
#include "reader/pane.h"
#include "reader/run.h"

static void
turn(struct reader *r, unsigned col)
{
	unsigned left = geometry_left(r);
	bool next = col >= left + (r->cols - left) / 2;

	run_command(r, next ? COMMAND_NEXT_PAGE : COMMAND_PREV_PAGE, 0);
}

void
click_at(struct reader *r, unsigned col, unsigned row)
{
	const struct geometry *g = &r->geometry;

	if (r->prompt.kind != PROMPT_NONE || row >= g->status_row)
		return;
	if (r->mode == MODE_LIST) {
		if (col >= geometry_left(r))
			list_click(r, row);
	} else if (r->mode == MODE_READ || r->mode == MODE_PANE) {
		if (col < g->pane_cols)
			pane_click(r, row);
		else if (r->mode == MODE_READ)
			turn(r, col);
	}
}
