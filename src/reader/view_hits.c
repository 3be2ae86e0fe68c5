/* The list of hits: each with the words around it, the hit aligned. */
#include "reader/view.h"

#include <string.h>

#include "reader/context.h"
#include "reader/find.h"
#include "reader/hits.h"

enum { CONTEXT_BYTES = 6 }; /* [byte] for a column of context, at most */

/* Where the list stands. */
struct place {
	struct reader *r;
	struct frame *f;
	unsigned left, cols;
	unsigned top, rows; /* [ln] TOP is the title's row */
};

/* A row's look. */
struct look {
	uint8_t style, attributes;
};

void
view_context(struct frame *f, const struct view_row *row, const char *words,
             size_t from, size_t to)
{
	unsigned left = row->col, end = left + row->cols, col, width;
	struct view_row found = *row;
	size_t skip = 0, length;

	col = left + row->cols * 2 / 5;
	width = frame_width(words, from);
	while (width > col - left) {
		length = ucs_cluster(words + skip, from - skip);
		width -= frame_width(words + skip, length);
		skip += length;
	}
	frame_put_bytes(f, col - width, row->row, width, words + skip,
	                from - skip, row->style, row->attributes);
	if (row->style == STYLE_TEXT)
		found.style = STYLE_HIT;
	found.attributes |= FRAME_BOLD | FRAME_UNDERLINE;
	col += frame_put_bytes(f, col, row->row, end - col, words + from,
	                       to - from, found.style, found.attributes);
	if (col < end)
		frame_put(f, col, row->row, end - col, words + to, row->style,
		          row->attributes);
}

static void
put_place(const struct place *at, unsigned row, struct span hit,
          struct look look)
{
	struct view_row where = {at->left + 1, row, at->cols - 2, look.style,
	                         look.attributes};
	struct buf words = {0};
	size_t from, to;

	context_words(at->r->text, at->r->outline, hit,
	              at->cols * CONTEXT_BYTES, &words, &from, &to);
	view_context(at->f, &where, buf_text(&words), from, to);
	buf_clear(&words);
}

/* What a mark says: its note, else its words. */
static void
put_mark(const struct place *at, unsigned row, const struct mark *m,
         struct look look)
{
	const char *note = rec_get(m->rec, "Note");
	const char *quote = rec_get(m->rec, "Quote");
	char sign[VIEW_SIGN];
	struct buf words = {0};

	view_sign(at->r->settings, m, sign);
	buf_printf(&words, "%s ", sign);
	if (note)
		buf_printf(&words, "%s ", note);
	if (quote)
		buf_printf(&words, "\342\200\234%s\342\200\235", quote);
	frame_put(at->f, at->left + 1, row, at->cols - 2, buf_text(&words),
	          look.style, look.attributes);
	buf_clear(&words);
}

static void
put_head(const struct place *at, unsigned row, const struct hit_row *head)
{
	const struct outline *o = at->r->outline;
	const char *title = "Your marks and notes";

	if (head->kind == HIT_SECTION)
		title = head->index >= o->sections.n
		        ? "before the first section"
		        : o->sections.at[head->index].title;
	frame_put(at->f, at->left + 1, row, at->cols - 2, title,
	          STYLE_PANE_TITLE, FRAME_BOLD);
}

static void
put_row(const struct place *at, unsigned row, size_t i)
{
	const struct hit_row *of = hits_row(&at->r->hits, i);
	struct look look = {STYLE_TEXT, 0};

	if (i == at->r->hits.cursor) {
		look = (struct look){STYLE_PANE_CURRENT, FRAME_BOLD};
		if (at->r->mode == MODE_HITS)
			look.attributes = FRAME_REVERSE;
		frame_fill(at->f, at->left, row, at->cols, look.style,
		           look.attributes);
		frame_put(at->f, at->left, row, 1, ">", look.style,
		          look.attributes);
	}
	if (of->kind == HIT_PLACE)
		put_place(at, row, at->r->find.hits.at[of->index], look);
	else if (of->kind == HIT_MARK)
		put_mark(at, row, &at->r->marks.at[of->index], look);
	else
		put_head(at, row, of);
}

static void
put_title(const struct place *at)
{
	const struct find *f = &at->r->find;
	struct buf title = {0};

	buf_printf(&title, "%zu%s found: %s", f->hits.n,
	           !find_is_counted(at->r)         ? "\342\200\246"
	           : f->counted < at->r->text->n   ? "+"
	                                           : "", f->words);
	if (at->top)
		view_rule(at->f, at->left, at->top, at->cols,
		          buf_text(&title), "");
	else
		frame_put(at->f, at->left + 1, at->top, at->cols - 2,
		          buf_text(&title), STYLE_PANE_TITLE, FRAME_BOLD);
	buf_clear(&title);
}

/* So that the cursor is seen, and the name of its section where it is the
 * first of it. */
static void
scroll(struct hit_list *h, unsigned rows)
{
	size_t first = h->cursor;

	if (first && rows > 1 && hits_count(h) &&
	    hits_row(h, first - 1)->kind != HIT_PLACE &&
	    hits_row(h, first - 1)->kind != HIT_MARK)
		first--;
	if (first < h->top)
		h->top = first;
	if (h->cursor >= h->top + rows)
		h->top = h->cursor + 1 - rows;
}

void
view_hits(struct reader *r, struct frame *f)
{
	const struct geometry *g = &r->geometry;
	struct place at = {r, f, 0, f->cols, hits_top(r), 0};
	unsigned row;
	size_t i;

	if (!at.top)
		at.cols = g->pane_cols;
	at.rows = g->status_row - at.top - 1;
	for (row = at.top; row < g->status_row; row++) {
		frame_fill(f, at.left, row, at.cols, STYLE_TEXT, 0);
		if (!at.top)
			frame_put(f, at.cols, row, 1, "\342\224\202",
			          STYLE_FAINT, FRAME_DIM);
	}
	put_title(&at);
	if (hits_stay(r))
		hits_follow(r);
	scroll(&r->hits, at.rows);
	for (i = 0; i < at.rows && r->hits.top + i < hits_count(&r->hits); i++)
		put_row(&at, at.top + 1 + (unsigned)i, r->hits.top + i);
}
