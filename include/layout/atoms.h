/* What a line is made of: clusters and blanks, and the columns they take. */
#ifndef LECTERN_LAYOUT_ATOMS_H
#define LECTERN_LAYOUT_ATOMS_H

#include "layout/lines.h"

enum atom_kind {
	ATOM_CLUSTER,
	ATOM_BLANK,       /* where the block flows a whole run, else one */
	ATOM_SOFT_HYPHEN, /* shows only where the line ends behind it */
	ATOM_MARKUP,      /* not shown; may hold line ends */
};

struct atom {
	text_pos end;   /* behind its last byte */
	unsigned width; /* [col] 0 for what is not shown */
	enum atom_kind kind;
};

/* A walk over the atoms of one line of a block. */
struct walk {
	const struct text *text;
	text_pos from, limit; /* of the block */
	bool flows;           /* line ends are blanks, runs are one */
	unsigned lead;        /* [col] before the line, which tabs count */
	/* what is left out of the block: NEXT goes along with the walk */
	const struct sign *first, *next, *behind;
	bool shows_markup;
};

/* Whether line ends inside blocks of KIND are blanks like others. */
bool atoms_flow(enum block_kind kind);

/* The walk for a line of B that begins at START. O(log signs) where B has
 * any. */
struct walk atoms_from(const struct layout *l, const struct block *b,
                       text_pos start);

/* In a walk with signs: the first byte at or behind P that is left out of what
 * is shown, or STOP where none is before it. Amortised constant while P rises.
 */
text_pos atoms_plain_end(struct walk *w, text_pos p, text_pos stop);

/* Whether the physical line of P ends there, and with it the line that is
 * set: where line ends are kept, and before a line that begins with markup
 * that is to be seen. */
bool atoms_ends_line(struct walk *w, text_pos p);

/*
 * The atom at P, COL columns behind the line's start. False at the end of
 * the block and where atoms_ends_line.
 */
bool atoms_next(struct walk *w, text_pos p, unsigned col,
                struct atom *out);

/* Bytes of the blank at S, 0 where there is none. No-break spaces are none;
 * line ends are. */
size_t atoms_blank(const char *s, size_t n);

/* Whether the blank at S ends a physical line: CR, LF, FF. */
bool atoms_line_end(char c);

/*
 * [col] of the blanks before START where it is the first thing of its physical
 * line; false where something else stands before it.
 */
bool atoms_lead(const struct text *t, text_pos start, unsigned *lead);

/*
 * What is shown of the N bytes of one cluster: up to two glyphs, together at
 * most two columns wide (AT, END and COL are left alone); how many. None where
 * all of it is invisible.
 */
enum { ATOM_GLYPHS = 2 };
unsigned atoms_glyphs(const char *s, size_t n, struct glyph out[ATOM_GLYPHS]);

#endif
