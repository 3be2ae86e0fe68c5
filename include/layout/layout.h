/* A text set for a window: lines of a measure, gathered into pages. */
#ifndef LECTERN_LAYOUT_LAYOUT_H
#define LECTERN_LAYOUT_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "text/outline.h"
#include "text/text.h"

/*
 * One line as set. START..END are the bytes shown; blanks at the break, the
 * line end and, where line ends are kept, the blanks that the next line begins
 * with (they are in its INDENT) lie between END and NEXT, as do the dashes that
 * a row of them has no room for. The lines of a block tile it: each begins at
 * NEXT of the one before, the first at the block's start, and NEXT of the last
 * is the block's end. A blank line stands between blocks: it holds no bytes
 * (START = END = NEXT = the start of BLOCK, the block below it).
 */
struct line {
	text_pos start, end, next;
	size_t block;    /* index into outline->blocks */
	uint16_t indent; /* [col] before the first cluster */
	uint16_t width;  /* [col] of the bytes shown, without the indent */
	bool first, last; /* of its block */
	bool blank;
};

struct line_list {
	struct line *at;
	size_t n, cap;
};

struct stops; /* layout/stops.h */

/*
 * Lines are made when asked for, pages in order from the first, as far as
 * asked for. Text and outline are borrowed and must outlive it. Fields are
 * for src/layout alone.
 */
struct layout {
	const struct text *text;
	const struct outline *outline;
	unsigned measure; /* [col] 1 or more */
	unsigned wide;    /* [col] MEASURE or more, for lines that are kept */
	unsigned height;  /* [ln] of a page, 1 or more */
	bool shows_markup; /* signs of markup are set as they stand */
	const struct stops *stops; /* of the text, or NULL */

	size_t held_block; /* whose lines HELD has; OUTLINE_NONE at first */
	struct line_list held;

	/* where each page found so far begins; pages.at[0] is the first */
	struct {
		struct page_start {
			uint32_t block, line; /* of it */
		} *at;
		size_t n, cap;
	} pages;
	struct {
		uint32_t *at; /* lines of the first blocks, or 0 */
		size_t n, cap;
	} counts;
	bool paged; /* all of them are found */
	struct pager *pager; /* where finding them stands; NULL at first */
};

/* MEASURE and HEIGHT of 0 count as 1. Constant: nothing is set yet. */
struct layout *layout_new(const struct text *t, const struct outline *o,
                          unsigned measure, unsigned height);
void layout_free(struct layout *l);

/*
 * Lines that are kept as they stand (verse, tables, furniture, front matter in
 * columns) may be up to
 * WIDE columns wide; at first, and at the least, that is the measure. Longer
 * ones are broken at the measure, but those of BLOCK_PRE at WIDE. To be called
 * before anything is set.
 */
void layout_widen(struct layout *l, unsigned wide);

/* Sets signs of markup as they stand, for what has no attributes to show them
 * by. To be called before anything is set. */
void layout_show_markup(struct layout *l);

/* Takes over from OTHER, of the same text and outline and not set anew since,
 * what it has counted and L has not, where that holds for L: pages of another
 * height are found at once. To be called before pages are found. */
void layout_take_counts(struct layout *l, const struct layout *other);

/* Pages not found yet are found several times as fast from now on. STOPS are
 * those of the whole text, all read; borrowed, and must outlive L. */
void layout_use_stops(struct layout *l, const struct stops *stops);

#endif
