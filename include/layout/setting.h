/* Setting a block: its lines one after another, with their indents. */
#ifndef LECTERN_LAYOUT_SETTING_H
#define LECTERN_LAYOUT_SETTING_H

#include "layout/layout.h"

/*
 * Where the setting of a block stands. All lines of a block are met in order
 * and none is kept, so that a book can be gone through in little memory.
 */
struct setting {
	const struct layout *layout;
	struct block block; /* a copy: the outline may grow meanwhile */
	size_t index;       /* of the block */
	unsigned measure; /* [col] */
	unsigned wide;    /* [col] for a line that is kept and fits */
	unsigned broken;  /* [col] for one that does not, and for all others */
	unsigned indent;  /* [col] of a line's first part */
	unsigned hang;    /* [col] of its further parts */
	bool shaped;      /* lines keep their place relative to each other */
	unsigned lead;    /* [col] that all lines of such a block share */
	text_pos p;       /* where the next line begins */
	bool begun;
};

/* O(1) where the block flows, else a walk over its line heads. */
void setting_begin(struct setting *s, const struct layout *l, size_t block);
/* The next line; false behind the last. Every block has at least one. */
bool setting_next(struct setting *s, struct line *out);

/* Whether the lines that are left are all set alike, as prose, ROOM columns
 * wide. Who sets them otherwise than by setting_next moves P on. */
bool setting_flows(const struct setting *s, unsigned *room);

#endif
