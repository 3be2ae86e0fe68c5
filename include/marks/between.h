/* A mark whose words are hardly the same, found by what is on either side. */
#ifndef LECTERN_MARKS_BETWEEN_H
#define LECTERN_MARKS_BETWEEN_H

#include "marks/probe.h"

/* Whether P has neighbours enough to be found by them. */
bool between_is_possible(const struct probe *p);

/* Weighs the places in F, folded from T, between what stood before P and what
 * stood behind it, where the former ends from code point FROM on and before
 * TO. */
void between_weigh(const struct probe *p, const struct text *t,
                   const struct fold *f, size_t from, size_t to,
                   struct verdict *v);

/* Whether V->best is the place. */
bool between_judge(const struct probe *p, const struct verdict *v);

#endif
