/* The margin beside the text: one's notes, each beside its line. */
#include "reader/view.h"

#include "base/vec.h"
#include "reader/margin.h"

static void
put_note(const struct reader *r, struct frame *f,
         const struct margin_note *at)
{
	const struct mark *m = &r->marks.at[at->mark];
	const char *note = rec_get(m->rec, "Note");
	unsigned i;
	bool chosen = r->focus == at->mark;
	struct wrap wrap = {0};
	char sign[VIEW_SIGN];

	view_sign(r->settings, m, sign);
	frame_put(f, at->col, at->row, 1, sign, view_mark_style(m),
	          FRAME_BOLD);
	margin_wrap(note, at->cols, &wrap);
	for (i = 0; i < at->rows && i < wrap.n; i++) {
		const struct wrap_line *line = &wrap.at[i];
		bool cut = at->cut && i + 1 == at->rows;

		if (cut)
			frame_put(f, at->col + 2, at->row + i, 1,
			          "\342\200\246", STYLE_PANE, 0);
		else
			frame_put_bytes(f, at->col + 2, at->row + i,
			                at->cols - 2, note + line->start,
			                line->end - line->start, STYLE_PANE,
			                chosen ? FRAME_BOLD : 0);
	}
	vec_clear(&wrap);
}

void
view_margin(struct reader *r, struct frame *f)
{
	size_t i;

	for (i = 0; i < r->margin.n; i++)
		if (r->margin.at[i].mark < r->marks.n)
			put_note(r, f, &r->margin.at[i]);
}
