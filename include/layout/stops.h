/* Where lines of common prose may end, found once for every measure. */
#ifndef LECTERN_LAYOUT_STOPS_H
#define LECTERN_LAYOUT_STOPS_H

#include "text/text.h"

/*
 * With them a line is found by looking at a few words of bits, some ten times
 * as fast as from its bytes. They depend on the bytes of the text alone, so
 * that layouts of all sizes have them in common, and take some two fifths of
 * its memory: hence longer texts have none.
 */
enum { STOPS_MOST = 1 << 24 }; /* [byte] */

struct stops;

/* None is known at first. T is borrowed, must not change and must outlive
 * them. NULL for a text that is longer than STOPS_MOST. */
struct stops *stops_new(const struct text *t);
void stops_free(struct stops *s);

/* Reads on over about N bytes; whether all are read, which is to be so before
 * anything below is asked. Linear. */
bool stops_step(struct stops *s, size_t n);

/*
 * Sets lines from *P on, in a block of prose that ends at END and has no signs,
 * ROOM columns wide; returns how many. *P is then END, or where a line begins
 * that breaks_next has to set, since something in it needs a closer look.
 */
size_t stops_count(const struct stops *s, text_pos *p, text_pos end,
                   unsigned room);

#endif
