/* Lines into pages that stay the same for a window's size. */
#ifndef LECTERN_LAYOUT_PAGES_H
#define LECTERN_LAYOUT_PAGES_H

#include "layout/layout.h"

/*
 * A page is the lines from its start up to the next page's start, at most
 * height of them; blank lines at a page's head are left out. A heading keeps
 * at least two lines of what follows it with it; a paragraph leaves no single
 * line at the foot or the head of a page unless the page is too small
 * (fewer than 6 lines) for the rule. Pages are counted from 0 here.
 */

/* Finds further pages until at least LINES more lines are set or the text is
 * done as far as it is known; returns whether it is done. */
bool pages_step(struct layout *l, size_t lines);

/* How many there are; *ALL tells whether that is final. At least 1. */
size_t pages_count(const struct layout *l, bool *all);

/* Whether pages are found as far as P, or can be by setting no more than about
 * MOST bytes. The last one known of a text of which more will come may grow. */
bool pages_reach(struct layout *l, text_pos p, size_t most);

/* The same for PAGE, or the text's end before it. */
bool pages_reach_page(struct layout *l, size_t page, size_t most);

/* The outline has changed from P on (to be called afterwards): what was found
 * there is forgotten. Not needed where it has but grown at the end of what was
 * known; lines_forget is in any case. */
void pages_cut(struct layout *l, text_pos p);

/* The page that holds P; pages up to it are found first. O(text up to P) the
 * first time, then a binary search. */
size_t pages_of(struct layout *l, text_pos p);

/* Where PAGE begins; a page past the end gives the last one's start, and
 * *PAGE is set to it. */
text_pos pages_start(struct layout *l, size_t *page);

/* The lines of PAGE in *OUT, replacing what it held. */
void pages_lines(struct layout *l, size_t page, struct line_list *out);

#endif
