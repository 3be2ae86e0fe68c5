/* The quick way over what most texts are made of. */
#ifndef LECTERN_LAYOUT_SKIP_H
#define LECTERN_LAYOUT_SKIP_H

#include "layout/atoms.h"

struct blank {
	text_pos at;
	unsigned col;
};

/*
 * Passes atoms that are one code point and shown as they stand, single spaces
 * among them: from P on, not beyond STOP nor ROOM columns; *COL goes along. The
 * last space is *BLANK, where there is one that something stands before. Where
 * this stops, atoms_next goes on; both give the same answers.
 */
text_pos skip_plain(struct walk *w, text_pos p, text_pos stop,
                    unsigned room, unsigned *col, struct blank *blank);

/* Bytes of the cluster at S (no blank) where it is one code point of the
 * common kind, with its width [col]; else 0. */
size_t skip_common(const char *s, size_t n, unsigned *width);

/* [col] of a code point that either of them passes. */
unsigned skip_width(ucs c);

#endif
