/* Blocks into lines; from a place to its line, and from line to line. */
#ifndef LECTERN_LAYOUT_LINES_H
#define LECTERN_LAYOUT_LINES_H

#include "base/buf.h"
#include "layout/layout.h"

/* The lines of a block, without the blank ones around it. Borrowed until the
 * next call of any function of src/layout. O(block). */
const struct line_list *lines_of(struct layout *l, size_t block);

/* How many there are, at least 1; nothing is held of them. */
size_t lines_count(const struct layout *l, size_t block);

/* The outline has changed in place: no line of it is held any more. */
void lines_forget(struct layout *l);

/* Blank lines above BLOCK when it does not begin a page. [ln] Here, since it
 * is asked of all blocks in a row. */
static inline unsigned
lines_gap(const struct layout *l, size_t block)
{
	const struct block *b = &l->outline->blocks.at[block];
	bool apart; /* what stands amid a paragraph is no part of it */

	if (block == 0 || b->tight)
		return false;
	apart = b[-1].kind == BLOCK_FURNITURE && b->kind != BLOCK_FURNITURE;
	return !b->continues || apart;
}

/* Whether BLOCK, where it is set in one line, introduces what follows and is
 * not to be left alone at the foot of a page: it ends with a colon, or is a
 * speaker's name. Constant. */
bool lines_introduce(const struct layout *l, size_t block);

/* The blank line above BLOCK. */
struct line lines_above(const struct layout *l, size_t block);

/* The line that holds P (of the block at or behind P); false in a text
 * without blocks. */
bool lines_at(struct layout *l, text_pos p, struct line *out);

/* The line below or above, blank ones included; false at the text's end or
 * start. OUT may be the same object as LINE. Amortised by the block. */
bool lines_next(struct layout *l, const struct line *line, struct line *out);
bool lines_prev(struct layout *l, const struct line *line, struct line *out);

/* What one cell of a line shows. */
enum { GLYPH_PARTS = 4 };

struct glyph {
	text_pos at;   /* its first byte in the text */
	text_pos end;  /* behind its last */
	uint16_t col;  /* [col] from the measure's left edge, indent included */
	uint8_t width; /* [col] 1 or 2 */
	ucs part[GLYPH_PARTS]; /* a base and combining marks, 0-ended; never a
	                        * control, joiner or bidi control */
};

struct glyph_list {
	struct glyph *at;
	size_t n, cap;
};

/*
 * The glyphs of LINE into *OUT, replacing what it held. Blanks are glyphs
 * too (a run is one where the block flows, a tab fills to its stop of 8);
 * soft hyphens are left out but for a '-' at the line's end where it was
 * broken there. Controls and invalid bytes show as U+FFFD. Of a joined emoji
 * sequence the first emoji is shown, two columns wide: terminals disagree
 * about the whole.
 */
void lines_glyphs(const struct layout *l, const struct line *line,
                  struct glyph_list *out);

/* Appends the same as UTF-8, the indent as spaces, no line end; several times
 * as fast, for putting out a whole text. */
void lines_text(const struct layout *l, const struct line *line,
                struct buf *out);

#endif
