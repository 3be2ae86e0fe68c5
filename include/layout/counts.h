/* How many lines each block has, found beforehand for many measures. */
#ifndef LECTERN_LAYOUT_COUNTS_H
#define LECTERN_LAYOUT_COUNTS_H

#include "layout/layout.h"

/*
 * With them the pages of another measure are found without setting the text:
 * the blocks and their lines are only added up. They take a byte for each block
 * and measure; the wider measures come first, as far as a sixteenth of the text
 * and a MiB reach.
 */
struct counts;

/* For measures WIDEST down to LEAST [col]. Nothing is counted at first. STOPS
 * are those of all of T, or NULL. All are borrowed, must not change and must
 * outlive the counts. */
struct counts *counts_new(const struct text *t, const struct outline *o,
                          const struct stops *stops, unsigned widest,
                          unsigned least);
void counts_free(struct counts *c);

/* Counts about LINES more lines [ln]; whether all is counted. */
bool counts_step(struct counts *c, size_t lines);

/*
 * What is known for L's measure; nothing where L has counts already. L is of
 * the same text and outline. To be called before pages are found. O(blocks).
 */
void counts_give(const struct counts *c, struct layout *l);

#endif
