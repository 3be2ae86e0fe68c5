/* How many lines each block has, found beforehand for many measures. */
#include "layout/counts.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/atoms.h"
#include "layout/lines.h"

enum {
	ROOM = 1 << 20,    /* [byte] that they may take, and */
	SHARE = 16,        /* this part of the text's bytes */
	UNBROKEN = 32767,  /* [col] a measure that breaks hardly any line */
};

/* A block whose line ends are kept: its lines where none is broken, which holds
 * from WIDEST on [col]. */
struct kept {
	size_t lines;
	unsigned widest;
};

/*
 * Of each measure from WIDEST down, ROWS of them, a byte for each block: its
 * lines, 0 where that is not known (yet). Of a block whose line ends are kept
 * that depends on more than the measure where a line is broken: it is known
 * only where none is.
 */
struct counts {
	const struct text *text;
	const struct outline *outline;
	const struct stops *stops;
	unsigned widest, rows;
	uint8_t *at;
	struct kept *kept;     /* of each block; those that flow have none */
	struct layout *layout; /* the one that is counted by; NULL at the end */
	unsigned row;          /* which is counted, ROWS: KEPT is */
	size_t block;          /* the next one of it */
};

static struct layout *
layout_of(const struct counts *c, unsigned measure)
{
	struct layout *l = layout_new(c->text, c->outline, measure, 1);

	layout_use_stops(l, c->stops);
	return l;
}

struct counts *
counts_new(const struct text *t, const struct outline *o,
           const struct stops *stops, unsigned widest, unsigned least)
{
	size_t n = o->blocks.n ? o->blocks.n : 1;
	size_t most = (ROOM + t->n / SHARE) / n;
	struct counts *c = mem_new(sizeof *c);

	c->text = t;
	c->outline = o;
	c->stops = stops;
	c->widest = widest;
	c->rows = widest < least ? 0 : widest - least + 1;
	if (c->rows > most)
		c->rows = (unsigned)most;
	c->at = mem_new(c->rows * n);
	c->kept = mem_new(n * sizeof *c->kept);
	c->layout = layout_of(c, UNBROKEN);
	c->row = c->rows;
	return c;
}

void
counts_free(struct counts *c)
{
	if (!c)
		return;
	layout_free(c->layout);
	free(c->kept);
	free(c->at);
	free(c);
}

static bool
flows(const struct counts *c, size_t block)
{
	return atoms_flow(c->outline->blocks.at[block].kind);
}

/*
 * How BLOCK is where no line of it is broken. A line that fits in a measure
 * whole, at its own place, is set so: at a wider one it is no other, since only
 * its indent could have been held back. Returns the lines looked at.
 */
static size_t
look_at_kept(struct counts *c, size_t block)
{
	const struct line_list *lines;
	struct kept *kept = &c->kept[block];
	size_t i;

	if (flows(c, block))
		return 1;
	lines = lines_of(c->layout, block);
	kept->lines = lines->n;
	for (i = 0; i < lines->n; i++) {
		const struct line *line = &lines->at[i];
		/* an indent is only held to where a column is left */
		unsigned width = line->indent + line->width + 2u;

		if (width > kept->widest)
			kept->widest = width;
	}
	return lines->n;
}

/* Counts the lines of BLOCK for the measure of C->ROW; returns how many were
 * looked at. */
static size_t
count(struct counts *c, size_t block)
{
	const struct kept *kept = &c->kept[block];
	size_t n = 0;

	if (flows(c, block))
		n = lines_count(c->layout, block);
	else if (kept->widest <= c->layout->measure)
		n = kept->lines;
	if (n <= UINT8_MAX)
		c->at[c->row * c->outline->blocks.n + block] = (uint8_t)n;
	return n ? n : 1;
}

/* Goes on to the next measure; false behind the last. */
static bool
next_row(struct counts *c)
{
	c->row = c->row == c->rows ? 0 : c->row + 1;
	c->block = 0;
	layout_free(c->layout);
	c->layout = NULL;
	if (c->row == c->rows) {
		free(c->kept);
		c->kept = NULL;
		return false;
	}
	c->layout = layout_of(c, c->widest - c->row);
	return true;
}

bool
counts_step(struct counts *c, size_t lines)
{
	size_t n = 0;

	while (c->layout && n < lines) {
		if (c->block == c->outline->blocks.n) {
			next_row(c);
			continue;
		}
		n += c->row == c->rows ? look_at_kept(c, c->block)
		                       : count(c, c->block);
		c->block++;
	}
	return !c->layout;
}

void
counts_give(const struct counts *c, struct layout *l)
{
	size_t i, n = c->outline->blocks.n, row;
	const uint8_t *at;

	if (l->counts.n || l->measure > c->widest || l->shows_markup)
		return;
	row = c->widest - l->measure;
	if (row >= c->rows)
		return;
	at = c->at + row * n;
	l->counts.at = mem_room(l->counts.at, &l->counts.cap, n,
	                        sizeof *l->counts.at);
	for (i = 0; i < n; i++)
		l->counts.at[i] = at[i];
	l->counts.n = n;
}
