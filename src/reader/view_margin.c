/* The margin right of the text: one's notes, each beside its line. */
#include "reader/view.h"

#include "base/vec.h"
#include "reader/margin.h"

struct box {
	struct reader *r;
	struct frame *f;
	unsigned col, cols;
};

static void
put_note(const struct box *box, const struct margin_note *at)
{
	const struct mark *m = &box->r->marks.at[at->mark];
	const char *note = rec_get(m->rec, "Note");
	unsigned row = box->r->geometry.text_row + at->line, i;
	bool chosen = box->r->focus == at->mark;
	struct wrap wrap = {0};
	char sign[VIEW_SIGN];

	view_sign(box->r->settings, m, sign);
	frame_put(box->f, box->col, row, 1, sign, view_mark_style(m),
	          FRAME_BOLD);
	margin_wrap(note, box->cols, &wrap);
	for (i = 0; i < at->rows && i < wrap.n; i++) {
		const struct wrap_line *line = &wrap.at[i];
		bool cut = at->cut && i + 1 == at->rows;

		if (cut)
			frame_put(box->f, box->col + 2, row + i, 1,
			          "\342\200\246", STYLE_PANE, 0);
		else
			frame_put_bytes(box->f, box->col + 2, row + i,
			                box->cols - 2, note + line->start,
			                line->end - line->start, STYLE_PANE,
			                chosen ? FRAME_BOLD : 0);
	}
	vec_clear(&wrap);
}

void
view_margin(struct reader *r, struct frame *f)
{
	struct box box = {.r = r, .f = f};
	size_t i;

	if (!margin_room(r, &box.col, &box.cols))
		return;
	for (i = 0; i < r->margin.n; i++)
		if (r->margin.at[i].mark < r->marks.n)
			put_note(&box, &r->margin.at[i]);
}
