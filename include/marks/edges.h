/* Where an altered quotation begins and ends. */
#ifndef LECTERN_MARKS_EDGES_H
#define LECTERN_MARKS_EDGES_H

#include "marks/probe.h"

/*
 * The edges of a quotation that was found altered at M in F, C telling how
 * alike its contexts are: where its first or last word is another now, the
 * context tells how far it goes; where that is gone, too, what is left of the
 * quotation does. No word is cut in two.
 */
void edges_find(const struct probe *p, const struct fold *f,
                const struct candidate *c, struct match *m);

/*
 * The edges of what is left of a quotation of which a half was found at M, the
 * first one (OF_FIRST) or the second: how far the other goes on there.
 */
void edges_find_rest(const struct probe *p, const struct fold *f,
                     bool of_first, struct match *m);

#endif
