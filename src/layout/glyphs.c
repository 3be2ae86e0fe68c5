/* What the cells of a line show. */
#include "layout/lines.h"

#include <limits.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/atoms.h"
#include "layout/skip.h"

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

	count = atoms_glyphs(s + at, end - at, glyphs);
	for (i = 0; i < count; i++) {
		glyphs[i].at = at;
		glyphs[i].end = end;
		glyphs[i].col = (uint16_t)col;
		col += glyphs[i].width;
		vec_push(out, glyphs[i]);
	}
}

/* A glyph for each code point from AT to END, as skip_plain passed them. */
static void
add_letters(const char *s, text_pos at, text_pos end, unsigned col,
            struct glyph_list *out)
{
	struct glyph *g;

	out->at = mem_room(out->at, &out->cap, out->n + (end - at),
	                   sizeof *out->at);
	for (; at < end; at = g->end) {
		g = &out->at[out->n++];
		*g = (struct glyph){ .at = at, .col = (uint16_t)col };
		g->end = at + ucs_decode(s + at, end - at, &g->part[0]);
		g->width = (uint8_t)skip_width(g->part[0]);
		col += g->width;
	}
}

void
lines_glyphs(const struct layout *l, const struct line *line,
             struct glyph_list *out)
{
	const struct block *b = &l->outline->blocks.at[line->block];
	struct walk w = atoms_from(l, b, line->start);
	const char *s = l->text->at;
	text_pos p = line->start, letters = p;
	unsigned col = 0, left = line->indent;
	struct blank blank;
	struct atom a;

	out->n = 0;
	for (; p < line->end; letters = p = a.end, col += a.width) {
		unsigned from = left + col;

		p = skip_plain(&w, p, line->end, UINT_MAX, &col, &blank);
		add_letters(s, letters, p, from, out);
		if (p >= line->end || !atoms_next(&w, p, col, &a))
			break;
		if (a.kind == ATOM_BLANK)
			add_cells(out, p, a.end, left + col, a.width, ' ');
		else if (a.kind == ATOM_CLUSTER)
			add_cluster(s, p, a.end, left + col, out);
		else if (a.kind == ATOM_SOFT_HYPHEN && a.end == line->end &&
		         line->width > col)
			add_cells(out, p, a.end, left + col, 1, '-');
	}
}

static void
add_spaces(struct buf *out, unsigned n)
{
	static const char spaces[] = "                ";

	for (; n >= sizeof spaces - 1; n -= (unsigned)sizeof spaces - 1)
		buf_add(out, spaces, sizeof spaces - 1);
	buf_add(out, spaces, n);
}

static void
add_cluster_text(const char *s, size_t n, struct buf *out)
{
	struct glyph glyphs[ATOM_GLYPHS];
	unsigned count, i, part;

	count = atoms_glyphs(s, n, glyphs);
	for (i = 0; i < count; i++)
		for (part = 0; glyphs[i].part[part]; part++)
			buf_ucs(out, glyphs[i].part[part]);
}

void
lines_text(const struct layout *l, const struct line *line, struct buf *out)
{
	const struct block *b = &l->outline->blocks.at[line->block];
	struct walk w = atoms_from(l, b, line->start);
	const char *s = l->text->at;
	text_pos p = line->start, letters = p;
	struct blank blank;
	unsigned col = 0;
	struct atom a;

	add_spaces(out, line->indent);
	for (; p < line->end; letters = p = a.end, col += a.width) {
		p = skip_plain(&w, p, line->end, UINT_MAX, &col, &blank);
		buf_add(out, s + letters, p - letters);
		if (p >= line->end || !atoms_next(&w, p, col, &a))
			break;
		if (a.kind == ATOM_BLANK)
			add_spaces(out, a.width);
		else if (a.kind == ATOM_CLUSTER)
			add_cluster_text(s + p, a.end - p, out);
		else if (a.kind == ATOM_SOFT_HYPHEN && a.end == line->end &&
		         line->width > col)
			buf_char(out, '-');
	}
}
