/* A text in folded pieces, so that a long one need not be folded at once. */
#ifndef LECTERN_MARKS_PIECE_H
#define LECTERN_MARKS_PIECE_H

#include "text/fold.h"

/* [byte] of a piece. */
enum { PIECE = 512 * 1024 };

/*
 * The folded bytes SPAN of a text, made by { .text = ... }; code points FROM
 * up to TO come from the bytes that were asked for, the others stand around
 * them.
 */
struct piece {
	const struct text *text;
	struct span span;
	struct fold fold;
	size_t from, to;
};

/* Makes CORE and at least REACH code points on either side of it ready.
 * Costs nothing where they were ready before. */
void piece_fold(struct piece *p, struct span core, size_t reach);
/* Whether they are ready. */
bool piece_holds(const struct piece *p, struct span core, size_t reach);
void piece_clear(struct piece *p);

/* The first of F that comes from byte AT or behind it. */
size_t piece_index(const struct fold *f, text_pos at);

#endif
