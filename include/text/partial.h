/* The outline of a long text, found piece by piece. */
#ifndef LECTERN_TEXT_PARTIAL_H
#define LECTERN_TEXT_PARTIAL_H

#include "text/outline.h"

/*
 * The pieces follow each other from the text's start, and what they told lies
 * before outline->known. One ISLAND may lie further on: the surroundings of a
 * place that was gone to before the pieces had come so far. What a piece says
 * takes the place of what was there before, so a first guess can be shown.
 */

/* [byte] a piece is about as long: the most that structure is found in at
 * once, so that the memory for it is bounded */
enum { PARTIAL_PIECE = 16 << 20 };

/* Where the piece that begins at START should end: behind a blank line, else
 * behind a line, else between two words, at most MOST bytes on. */
text_pos partial_end(const struct text *t, text_pos start, size_t most);
/* Where an island should begin that is to hold P, at most MOST bytes back. */
text_pos partial_start(const struct text *t, text_pos p, size_t most);

/* The outline of the bytes of SPAN alone; its places are those of T. The
 * caller frees it. */
struct outline *partial_find(const struct text *t, struct span span);

/*
 * Puts PIECE, which it takes, into *O as what is known of SPAN. A span that
 * begins at or before o->known makes all up to its end known; one that begins
 * behind is the island from now on. Costs the piece and the island.
 */
void partial_put(struct outline *o, struct outline *piece, struct span span);

/* A piece that is put in little by little. Its outline is NULL, else owned. */
struct partial_piece {
	struct outline *outline;
	struct span span;
	size_t blocks, sections, signs; /* so many of them are put in */
};

/*
 * Puts in about MOST more blocks of P, whose span begins at or before o->known
 * when the first are put in; true, and P is empty, when these were the last.
 * What a piece says anew of what was known comes at once, its notes with the
 * last blocks.
 */
bool partial_feed(struct outline *o, struct partial_piece *p, size_t most);

/* Makes room for the blocks of a text of N bytes, going by how many the piece P
 * has: lists that grow by and by are moved, all of them in one step. */
void partial_expect(struct outline *o, const struct partial_piece *p, size_t n);

/* All of the text's N bytes is known. What was thought to lie behind them is
 * forgotten: the file may have become shorter. */
void partial_finish(struct outline *o, size_t n);

/* Whether all of SPAN (clipped to the N bytes of the text) is known, in one
 * go. */
bool partial_knows(const struct outline *o, struct span span, size_t n);

/* Whether something unknown lies between block I and the one behind it. */
bool partial_parts(const struct outline *o, size_t i);

#endif
