/* The reader's state as a frame. */
#include "reader/view.h"

#include <string.h>

#include "reader/hits.h"

void
view_key(const struct reader *r, enum command c, struct buf *out)
{
	struct buf keys = {0};

	keymap_keys(&r->settings->keys, c, &keys);
	if (keys.n)
		buf_add(out, keys.at, strcspn(keys.at, " "));
	else
		buf_printf(out, ":%s", command_entry(c)->name);
	buf_clear(&keys);
}

void
view_rule(struct frame *f, unsigned col, unsigned row, unsigned cols,
          const char *left, const char *right)
{
	unsigned i, at = 1, need = frame_width(right, strlen(right)) + 3;

	for (i = 0; i < cols; i++)
		frame_put(f, col + i, row, 1, "\342\224\200", STYLE_FAINT,
		          FRAME_DIM);
	if (*left && cols > 4) {
		frame_put(f, col + at, row, 1, " ", STYLE_PANE_TITLE, 0);
		at += 1 + frame_put(f, col + at + 1, row, cols - 4, left,
		                    STYLE_PANE_TITLE, FRAME_BOLD);
		frame_put(f, col + at, row, 1, " ", STYLE_PANE_TITLE, 0);
		at++;
	}
	if (*right && at + need < cols) {
		at = col + cols - need;
		frame_put(f, at, row, 1, " ", STYLE_FAINT, 0);
		at += 1 + frame_put(f, at + 1, row, need, right, STYLE_FAINT,
		                    0);
		frame_put(f, at, row, 1, " ", STYLE_FAINT, 0);
	}
}

static void
say_too_small(const struct reader *r, struct frame *f)
{
	const char *words = r->cols < 18 ? "needs 20x5"
	                                 : "lectern needs 20x5";

	if (r->rows)
		frame_put(f, 0, (r->rows - 1) / 2, r->cols, words, STYLE_TEXT,
		          0);
}

void
reader_view(struct reader *r, struct frame *f)
{
	unsigned row;

	for (row = 0; row < f->rows; row++)
		frame_fill(f, 0, row, f->cols, STYLE_TEXT, 0);
	f->cursor = false;
	if (r->cols < STATE_MIN_COLS || r->rows < STATE_MIN_ROWS) {
		say_too_small(r, f);
		return;
	}
	if (r->mode == MODE_HELP) {
		view_help(r, f);
	} else {
		if (r->mode != MODE_LIST) {
			view_text(r, f);
			view_margin(r, f);
		}
		if (r->mode == MODE_HITS || hits_stay(r))
			view_hits(r, f);
		else if (r->geometry.pane_cols)
			view_pane(r, f);
		if (r->mode == MODE_LIST)
			view_list(r, f);
		if (r->mode == MODE_FOOTNOTE)
			view_footnote(r, f);
	}
	if (r->prompt.kind == PROMPT_NONE)
		view_status(r, f);
	else
		view_prompt(r, f);
}
