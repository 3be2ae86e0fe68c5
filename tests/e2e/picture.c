/* Frames made at random, the same ones on both sides of the terminal. */
#include "picture.h"

#include <stdio.h>
#include <string.h>

/* Marsaglia's xorshift; never 0. */
struct chance {
	uint32_t state;
};

static struct chance
chance_of(unsigned a, unsigned b)
{
	struct chance c = { a * 2654435761u ^ (b + 1) * 2246822519u };

	c.state |= !c.state;
	return c;
}

static unsigned
below(struct chance *c, unsigned n)
{
	c->state ^= c->state << 13;
	c->state ^= c->state >> 17;
	c->state ^= c->state << 5;
	return (c->state >> 8) % n;
}

/* Half of what there is are blanks and letters. */
static struct cell
glyph(struct chance *c)
{
	static const struct cell glyphs[] = {
		{ { 0xe9 }, 1, 0, 0 },         { { 'e', 0x301 }, 1, 0, 0 },
		{ { 0x4e2d }, 2, 0, 0 },       { { 0xac00 }, 2, 0, 0 },
		{ { 0x1f600 }, 2, 0, 0 },      { { 0x2026 }, 1, 0, 0 },
		{ { 0x4e2d, 0x301 }, 2, 0, 0 }, { { 0x5d0 }, 1, 0, 0 },
	};
	enum { GLYPHS = sizeof glyphs / sizeof glyphs[0] };
	unsigned which = below(c, 2 * GLYPHS);
	struct cell letter = { { 'a' + below(c, 26) }, 1, 0, 0 };

	if (which < GLYPHS)
		return glyphs[which];
	if (which < GLYPHS + 3)
		letter.part[0] = ' ';
	return letter;
}

/* Some cells of one look; beyond the row's end nothing. libvterm loses a mark
 * in the last column that comes in another read than its base. */
static void
put_run(struct frame *f, unsigned col, unsigned row, struct chance *c)
{
	uint8_t style = (uint8_t)(below(c, 2) ? STYLE_TEXT
	                                      : below(c, STYLE_COUNT));
	uint8_t attributes = (uint8_t)(below(c, 2) ? 0 : below(c, 32));
	unsigned n = below(c, below(c, 2) ? 3 : 20), i;

	for (i = 0; i < n; i++) {
		struct cell g = glyph(c);

		g.style = style;
		g.attributes = attributes;
		if (col + g.width >= f->cols)
			g.part[1] = 0;
		frame_glyph(f, col, row, &g);
		col += g.width;
	}
}

static void
fill_row(struct frame *f, unsigned row, struct chance c, unsigned runs)
{
	for (; runs; runs--)
		put_run(f, below(&c, f->cols), row, &c);
}

void
picture_init(struct frame *f, unsigned cols, unsigned rows, unsigned number,
             unsigned painted)
{
	char sign[32];
	unsigned row, n;

	frame_init(f, cols, rows);
	for (row = 0; row < rows; row++) {
		fill_row(f, row, chance_of(row, number / 4), row % 7);
		fill_row(f, row, chance_of(row + rows, number),
		         (row + number) % 3 * 2);
	}
	n = (unsigned)snprintf(sign, sizeof sign, "painted %u.", painted);
	if (cols <= n)
		return;
	frame_fill(f, cols - n - 1, rows - 1, n + 1, STYLE_TEXT, 0);
	frame_put(f, cols - n - 1, rows - 1, n, sign, STYLE_TEXT, 0);
}
