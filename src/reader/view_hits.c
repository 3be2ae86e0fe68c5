/* The list of hits: each with the words around it, the hit aligned. */
#include "reader/view.h"

#include <stdlib.h>
#include <string.h>

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

/* Words of the text from P up to END in at most COLS columns; of more of them
 * the last ones where FROM_RIGHT. Returns the columns they take, right-aligned
 * before COL or put from there on. */
static unsigned
put_context(const struct place *at, unsigned row, unsigned col, unsigned cols,
            struct span span, bool from_right, struct look look)
{
	char *words = outline_words(at->r->text, span);
	size_t n = strlen(words), i = 0, length;
	unsigned width = frame_width(words, n);

	while (from_right && width > cols) {
		length = ucs_cluster(words + i, n - i);
		width -= frame_width(words + i, length);
		i += length;
	}
	width = frame_put(at->f, from_right ? col - width : col, row, cols,
	                  words + i, look.style, look.attributes);
	free(words);
	return width;
}

/* The part of the text around a hit that can be shown: of its own block. */
static struct span
surroundings(const struct reader *r, struct span hit, unsigned cols)
{
	const struct outline *o = r->outline;
	size_t b = outline_block_at(o, hit.start), most = cols * CONTEXT_BYTES;
	struct span around = {0, r->text->n};

	if (b != OUTLINE_NONE && o->blocks.at[b].start <= hit.start) {
		around.start = o->blocks.at[b].start;
		around.end = o->blocks.at[b].end;
	}
	if (around.end < hit.end)
		around.end = hit.end;
	if (hit.start - around.start > most)
		around.start = ucs_before(r->text->at, hit.start - most);
	if (around.end - hit.end > most)
		around.end = ucs_before(r->text->at, hit.end + most);
	return around;
}

static bool
is_blank(const struct reader *r, text_pos p)
{
	return p < r->text->n && strchr(" \n\r\t", r->text->at[p]) != NULL;
}

static void
put_place(const struct place *at, unsigned row, struct span hit,
          struct look look)
{
	unsigned middle = 1 + (at->cols - 2) * 2 / 5, col, end;
	struct span around = surroundings(at->r, hit, at->cols);
	struct look found = {look.style, look.attributes};

	if (look.style == STYLE_TEXT)
		found.style = STYLE_HIT;
	found.attributes |= FRAME_BOLD | FRAME_UNDERLINE;
	/* outline_words leaves out the blanks at the edges */
	col = at->left + middle;
	end = at->left + at->cols - 1;
	put_context(at, row,
	            hit.start > around.start && is_blank(at->r, hit.start - 1)
	            ? col - 1 : col, middle - 2,
	            (struct span){around.start, hit.start}, true, look);
	col += put_context(at, row, col, end - col, hit, false, found);
	col += is_blank(at->r, hit.end);
	if (col < end)
		put_context(at, row, col, end - col,
		            (struct span){hit.end, around.end}, false, look);
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
		title = head->index == OUTLINE_NONE
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
		look = (struct look){STYLE_PANE_CURRENT, FRAME_REVERSE};
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
	scroll(&r->hits, at.rows);
	for (i = 0; i < at.rows && r->hits.top + i < hits_count(&r->hits); i++)
		put_row(&at, at.top + 1 + (unsigned)i, r->hits.top + i);
}
