/* The list of all that a search found. */
#ifndef LECTERN_READER_HITS_H
#define LECTERN_READER_HITS_H

#include "reader/state.h"

/* Opens it beside the text or, on a narrow window, over its lower half. */
void hits_open(struct reader *r);

/* A key in MODE_HITS. */
void hits_key(struct reader *r, uint32_t key);

/* Whether it still stands beside the text after one of its places was gone to:
 * for as long as the hits are shown, or until another search. */
bool hits_stay(const struct reader *r);

/* Then its cursor goes to the hit that one is at. */
void hits_follow(struct reader *r);

/* Takes it away, and the pane with it where that was called for it alone. */
void hits_leave(struct reader *r);

/* Adds what was found since. */
void hits_fill(struct reader *r);

size_t hits_count(const struct hit_list *h);
const struct hit_row *hits_row(const struct hit_list *h, size_t i);

/* The first row of the frame that the list takes, its title included. [ln] */
unsigned hits_top(const struct reader *r);

/* Closes it, for good. */
void hits_clear(struct hit_list *h);

#endif
