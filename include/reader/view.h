/* The view's parts: each paints its own cells of the frame. */
#ifndef LECTERN_READER_VIEW_H
#define LECTERN_READER_VIEW_H

#include "reader/geometry.h"
#include "reader/state.h"

/* Private to src/reader/view*.c. */

enum { VIEW_SIGN = 16 }; /* [byte] room for a margin sign */

/* What the lines of a screen have in common while they are painted, in the
 * order of their places. */
struct view_ink {
	struct reader *r;
	struct frame *f;
	unsigned col; /* where the text of the page begins */
	size_t shifted; /* the block of the line painted last, which stands */
	unsigned shift; /* so much left of COL, [col]; OUTLINE_NONE at first */
	struct glyph_list glyphs;
	/* highlights that are open at the place reached, the last one that
	 * began on top */
	struct {
		const struct mark **at;
		size_t n, cap;
	} open;
	size_t mark;  /* the first of r->marks that has not begun yet */
	size_t sign;  /* the first one whose sign is not shown yet */
	size_t ref;   /* the first of the references that has not ended yet */
	size_t markup; /* the first of the text's signs not passed yet */
	size_t label; /* the first one not shown yet */
	struct span_list hits; /* of the search */
	size_t hit;   /* the first of them that has not ended yet */
};

/* The text column: lines, highlights, selection, labels, signs. */
void view_text(struct reader *r, struct frame *f);

/* For the lines of SPAN, and ending. */
void view_ink_begin(struct view_ink *ink, struct reader *r, struct frame *f,
                    struct span span);
void view_ink_end(struct view_ink *ink);
/* The words of one line into a row; whether a highlight touches them. */
bool view_words(struct view_ink *ink, const struct line *line, unsigned row);
/* The signs before a line; COVERED as view_words tells, FIRST on the screen. */
void view_signs(struct view_ink *ink, const struct line *line, unsigned row,
                bool covered, bool first);
/* The labels of sentences that begin on the line painted last. */
void view_labels(struct view_ink *ink, const struct line *line, unsigned row);
/* Whether a mark is drawn in the text: it has its place for certain. */
bool view_shows(const struct mark *m);
/* The sign of a mark: its kind's letter, B, 'a, n. */
void view_sign(const struct settings *s, const struct mark *m,
               char out[VIEW_SIGN]);
/* Its style: a highlight's by kind. */
uint8_t view_mark_style(const struct mark *m);

/* One's notes right of it. */
void view_margin(struct reader *r, struct frame *f);
void view_pane(struct reader *r, struct frame *f);
/* Which of r->pane's rows the screen's row ROW shows, as view_pane drew them
 * last; OUTLINE_NONE: none. */
size_t view_pane_row(struct reader *r, unsigned row);
void view_hits(struct reader *r, struct frame *f);
void view_list(struct reader *r, struct frame *f);
void view_help(struct reader *r, struct frame *f);
void view_footnote(struct reader *r, struct frame *f);
/* The status line, or the message in its place. */
void view_status(struct reader *r, struct frame *f);
void view_prompt(struct reader *r, struct frame *f);

/* A line to type in, scrolled sideways so that the cursor shows; puts the
 * frame's cursor there. */
void view_edit(struct frame *f, unsigned col, unsigned row, unsigned room,
               const struct edit *e);

/* The first of the keys that give C, as shown, into OUT; ":name" where no
 * key does. */
void view_key(const struct reader *r, enum command c, struct buf *out);

/* A row of a list, for words. */
struct view_row {
	unsigned col, row, cols;
	uint8_t style, attributes;
};

/* WORDS so that its bytes FROM up to TO, told apart, begin at the same column
 * in each row; what is too long is cut at both sides. */
void view_context(struct frame *f, const struct view_row *row,
                  const char *words, size_t from, size_t to);

/* A rule of COLS columns with LEFT and RIGHT (each may be "") set into it as
 * far as they fit, LEFT first. */
void view_rule(struct frame *f, unsigned col, unsigned row, unsigned cols,
               const char *left, const char *right);

#endif
