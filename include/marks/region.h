/* What a mark stands amid: landmarks in the text on either side of it. */
#ifndef LECTERN_MARKS_REGION_H
#define LECTERN_MARKS_REGION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "marks/match.h"
#include "text/text.h"

/* Folded code points on either side of which landmarks are taken, and within
 * which they are looked for: twice as many, since words may be put in. From
 * a place beside it the far side of a region is still in sight then. */
enum { REGION = 2048, REGION_SIGHT = 2 * REGION, LANDMARKS = 12 };

/* 24 bits each of the hashes of a few letters that stand once in the region,
 * evenly taken from what is before and behind: a text that says the same over
 * and over has them at its names and numbers. N of either side, none where
 * there are too few. */
struct region {
	struct landmarks {
		uint32_t at[LANDMARKS];
		size_t n;
	} before, behind;
};

/* The region of SPAN in T. */
void region_of(const struct text *t, struct span span, struct region *out);

/* As letters, the two sides parted by a blank; and read again from *S, which
 * moves on behind them. False, and *OUT is empty, where there is no region. */
void region_write(const struct region *r, struct buf *out);
bool region_read(const char **s, struct region *out);

/* Landmark MARK (those behind come after those before) stands at code point
 * AT. */
struct sighting {
	size_t at;
	unsigned mark;
};

/* In the order of their places. All zero at first. */
struct sightings {
	struct sighting *at;
	size_t n, cap;
};

/* Looks for R in TEXT from FROM up to TO, replacing what *OUT held. Linear. */
void region_look(const struct region *r, struct run text, size_t from,
                 size_t to, struct sightings *out);

/*
 * How much of R is around code points START up to END, 0 to 1: of the landmarks
 * before it those that stand before, of those behind it those behind; the
 * lesser of the two.
 */
double region_share(const struct region *r, const struct sightings *s,
                    size_t start, size_t end);

#endif
