/* Signs in the margin: what is told by colour is told here as well. */
#include "reader/view.h"

#include <string.h>

void
view_sign(const struct settings *s, const struct mark *m,
          char out[VIEW_SIGN])
{
	const char *name = "?";
	size_t n;

	memset(out, 0, VIEW_SIGN);
	if (m->kind == MARK_BOOKMARK && m->letter) {
		out[0] = '\'';
		out[1] = m->letter;
	} else if (m->kind == MARK_BOOKMARK) {
		out[0] = 'B';
	} else if (m->kind == MARK_NOTE) {
		out[0] = 'n';
	} else if (m->kind == MARK_HIGHLIGHT) {
		if (m->as >= 1 && m->as <= MARK_KINDS)
			name = s->kind[m->as - 1];
		n = ucs_cluster(name, strlen(name));
		memcpy(out, name, n < VIEW_SIGN ? n : VIEW_SIGN - 1);
		if (out[0] >= 'a' && out[0] <= 'z')
			out[0] = (char)(out[0] - 'a' + 'A');
	}
}

/* [col] The margin's last column stays blank, or takes a label: a sign that
 * touched the text would be read as a part of it. */
enum { SIGNS = STATE_MARGIN - 1 };

/* Signs put so far on a line. */
struct signs {
	struct view_ink *ink;
	unsigned col, row, used; /* [col] of SIGNS */
};

static void
put(struct signs *s, const char *sign, uint8_t style)
{
	unsigned room = SIGNS - s->used;

	if (frame_width(sign, strlen(sign)) > room) {
		/* more than can be shown */
		frame_put(s->ink->f, s->col + SIGNS - 1, s->row, 1, "*",
		          STYLE_REF, FRAME_BOLD);
		s->used = SIGNS;
		return;
	}
	s->used += frame_put(s->ink->f, s->col + s->used, s->row, room, sign,
	                     style, FRAME_BOLD);
}

static void
put_mark(struct signs *s, const struct mark *m)
{
	char sign[VIEW_SIGN];
	uint8_t style = view_mark_style(m);

	view_sign(s->ink->r->settings, m, sign);
	if (!*sign)
		return;
	put(s, sign, style);
	if (m->state == MARK_CHANGED)
		put(s, "~", STYLE_REF);
	else if (m->kind != MARK_NOTE && rec_get(m->rec, "Note"))
		put(s, "+", STYLE_REF);
}

/* A mark between two blocks shows at the lower one. */
static text_pos
first_place(const struct reader *r, const struct line *line)
{
	if (!line->first)
		return line->start;
	return line->block ? r->outline->blocks.at[line->block - 1].end : 0;
}

static bool
is_last_line(const struct reader *r, const struct line *line)
{
	return line->last && line->block + 1 == r->outline->blocks.n;
}

/* The highlights that are open at the head of the screen and began before it:
 * their kind has to be told here. */
static void
put_open(struct signs *s, text_pos from)
{
	const struct reader *r = s->ink->r;
	size_t i;

	for (i = 0; i < s->ink->sign; i++) {
		const struct mark *m = &r->marks.at[i];

		if (m->kind == MARK_HIGHLIGHT && view_shows(m) &&
		    m->at.end > from)
			put_mark(s, m);
	}
}

void
view_signs(struct view_ink *ink, const struct line *line, unsigned row,
           bool covered, bool first)
{
	const struct reader *r = ink->r;
	const struct mark_list *marks = &r->marks;
	unsigned col = ink->col - (line->blank ? 0 : ink->shift);
	struct signs s = {ink, col - STATE_MARGIN, row, 0};
	text_pos from = first ? first_place(r, line) : 0;

	if (!line->blank) {
		while (ink->sign < marks->n &&
		       marks->at[ink->sign].at.start < from)
			ink->sign++;
		if (first)
			put_open(&s, line->start);
		for (; ink->sign < marks->n; ink->sign++) {
			const struct mark *m = &marks->at[ink->sign];

			if (m->state == MARK_LOST ||
			    (m->at.start >= line->next &&
			     !is_last_line(r, line)))
				break;
			if (view_shows(m))
				put_mark(&s, m);
		}
	}
	if (covered && !s.used)
		put(&s, "|", STYLE_REF);
}
