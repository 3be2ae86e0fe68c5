/* What the cells of a line show. */
#include "layout/lines.h"

#include "base/vec.h"
#include "layout/atoms.h"

/* COLS cells that show C, all of the bytes AT to END. */
static void
add_cells(struct glyph_list *out, text_pos at, text_pos end, unsigned col,
          unsigned cols, ucs c)
{
	struct glyph g = { .at = at, .end = end, .width = 1, .part = { c } };

	for (; cols; cols--) {
		g.col = (uint16_t)col++;
		vec_push(out, g);
	}
}

static void
add_cluster(const char *s, text_pos at, text_pos end, unsigned col,
            struct glyph_list *out)
{
	struct glyph glyphs[ATOM_GLYPHS];
	unsigned count, i;

	if (end - at == 1 && s[at] > ' ' && s[at] < 0x7f) {
		add_cells(out, at, end, col, 1, (ucs)s[at]);
		return;
	}
	count = atoms_glyphs(s + at, end - at, glyphs);
	for (i = 0; i < count; i++) {
		glyphs[i].at = at;
		glyphs[i].end = end;
		glyphs[i].col = (uint16_t)col;
		col += glyphs[i].width;
		vec_push(out, glyphs[i]);
	}
}

void
lines_glyphs(const struct layout *l, const struct line *line,
             struct glyph_list *out)
{
	const struct block *b = &l->outline->blocks.at[line->block];
	struct walk w = atoms_from(l->text, b, line->start);
	text_pos p = line->start;
	unsigned col = 0;
	struct atom a;

	out->n = 0;
	for (; p < line->end && atoms_next(&w, p, col, &a); p = a.end) {
		if (a.kind == ATOM_BLANK)
			add_cells(out, p, a.end, line->indent + col, a.width,
			          ' ');
		else if (a.kind == ATOM_CLUSTER)
			add_cluster(l->text->at, p, a.end, line->indent + col,
			            out);
		else if (a.end == line->end && line->width > col)
			add_cells(out, p, a.end, line->indent + col, 1, '-');
		col += a.width;
	}
}
