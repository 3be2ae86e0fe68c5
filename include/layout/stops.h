/* Where lines of common prose may end, found once for every measure. */
#ifndef LECTERN_LAYOUT_STOPS_H
#define LECTERN_LAYOUT_STOPS_H

#include <stdint.h>

#include "text/text.h"

/*
 * With them a line is found by looking at a few words of bits, some ten times
 * as fast as from its bytes. They depend on the bytes of the text alone, so
 * that layouts of all sizes have them in common, and take some two fifths of
 * its memory: hence longer texts have none.
 */
enum { STOPS_MOST = 1 << 24 }; /* [byte] */

struct stops;

/*
 * The columns of the text are counted through it as if all of it were common
 * prose in one line: each character takes one, and so does a run of blanks.
 */
typedef uint32_t stops_col;

/* None is known at first. T is borrowed, must not change and must outlive
 * them. NULL for a text that is longer than STOPS_MOST. */
struct stops *stops_new(const struct text *t);
void stops_free(struct stops *s);

/* Reads on over about N bytes; whether all are read, which is to be so before
 * anything below is asked. Linear. */
bool stops_step(struct stops *s, size_t n);

/* How many columns lie before P. */
stops_col stops_column(const struct stops *s, text_pos p);

/* The first byte of COL, which is not before P. O(COL less P's column). */
text_pos stops_place(const struct stops *s, text_pos p, stops_col col);

/*
 * Sets the lines that begin at START in a block of prose that ends at END and
 * has no signs, ROOM columns wide: where each of them ends and the next begins
 * into NEXT, at most MOST. Returns how many: fewer where the last of them is at
 * END, or at a line that breaks_next has to set, since something in it needs a
 * closer look.
 */
size_t stops_lines(const struct stops *s, stops_col start, stops_col end,
                   unsigned room, stops_col *next, size_t most);

#endif
