/* Searching for words that may have been altered. */
#ifndef LECTERN_MARKS_MATCH_H
#define LECTERN_MARKS_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/fold.h"

/* A run of folded code points, borrowed. */
struct run {
	const uint32_t *c;
	size_t n;
};

/* Where a pattern matches: code points START up to END, of ERRORS edits. */
struct match {
	size_t start, end, errors;
};

struct match_list {
	struct match *at;
	size_t n, cap;
};

/* Appends every place in TEXT from FROM up to TO where PATTERN stands as it
 * is, overlapping ones too. Linear. */
void match_exact(struct run pattern, struct run text, size_t from, size_t to,
                 struct match_list *out);

/*
 * Appends the places in TEXT from FROM up to TO where PATTERN matches with at
 * most MOST edits (a code point inserted, deleted or replaced): of those that
 * end within half a pattern's length of each other the best. Myers' bit
 * vectors (JACM 46, 1999) in blocks of 64 rows, of which only those are
 * computed that can still match: about (1 + MOST / 64) steps a code point.
 */
void match_near(struct run pattern, size_t most, struct run text, size_t from,
                size_t to, struct match_list *out);

/* The fewest edits that make PATTERN a beginning (or, with BACKWARDS, an end)
 * of TEXT. */
size_t match_at_edge(struct run pattern, struct run text, int backwards);

/* Code points of TEXT, FIRST up to LAST, that stand between two others. */
struct border {
	size_t first, last;
};

/*
 * Lays LEFT and RIGHT, one behind the other, along TEXT with the fewest edits
 * (what TEXT has more on either side costs nothing) and tells where the border
 * between them falls. O((LEFT + RIGHT) * TEXT), in memory too: for some dozens
 * of code points each.
 */
void match_border(struct run left, struct run right, struct run text,
                  struct border *out);

/* Code points of a pattern and of a text. */
struct extent {
	size_t pattern, text;
};

/*
 * How far PATTERN goes in TEXT (BACKWARDS: from the end of both), beginning
 * anywhere in it: up to where going on would add more differences than
 * likenesses. Nothing in common is 0, 0. O(PATTERN * TEXT): for some hundreds
 * of code points.
 */
void match_extent(struct run pattern, struct run text, bool backwards,
                  struct extent *out);

#endif
