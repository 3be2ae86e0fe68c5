/* Setting a block: its lines one after another, with their indents. */
#include "layout/setting.h"

#include <string.h>

#include "layout/atoms.h"
#include "layout/breaks.h"

enum {
	HANG = 2,      /* [col] a long line's further parts are set in by */
	MARK_MAX = 12, /* [byte] of an item's mark */
};

/* At least half of the measure is left for words, and a wide character. */
static unsigned
clamp(const struct setting *s, unsigned indent)
{
	unsigned most = s->measure > 2 ? s->measure / 2 : 0;

	return indent < most ? indent : most;
}

/* Whether lines keep their place relative to each other. */
static bool
keeps_shape(const struct block *b)
{
	return b->kind == BLOCK_VERSE || b->kind == BLOCK_PRE;
}

/* [col] of an item's mark and the blank behind it. */
static unsigned
mark_width(const struct layout *l, const struct block *b)
{
	struct walk w = atoms_from(l, b, b->start);
	text_pos p = b->start;
	unsigned col = 0;
	struct atom a;

	if (b->continues)
		return HANG;
	while (p - b->start < MARK_MAX && atoms_next(&w, p, col, &a)) {
		if (a.kind == ATOM_BLANK)
			return col + 1;
		p = a.end;
		col += a.width;
	}
	return HANG;
}

/* [col] that the lines of kept block B are all set in by. */
static unsigned
shared_lead(const struct text *t, const struct block *b)
{
	unsigned least, lead;
	text_pos p = b->start;

	atoms_lead(t, p, &least);
	while (p < b->end && least) {
		while (p < b->end && !atoms_line_end(t->at[p]))
			p++;
		while (p < b->end && atoms_blank(t->at + p, b->end - p))
			p += atoms_blank(t->at + p, b->end - p);
		if (p < b->end && atoms_lead(t, p, &lead) && lead < least)
			least = lead;
	}
	return least;
}

void
setting_begin(struct setting *s, const struct layout *l, size_t block)
{
	const struct block *b = &l->outline->blocks.at[block];

	*s = (struct setting){
		.layout = l,
		.block = *b,
		.index = block,
		.measure = l->measure,
		.p = b->start,
	};
	s->indent = s->hang = clamp(s, b->indent);
	if (b->kind == BLOCK_ITEM)
		s->hang = clamp(s, b->indent + mark_width(l, b));
	if (b->kind == BLOCK_ITEM && b->continues)
		s->indent = s->hang;
	if (keeps_shape(b))
		s->lead = shared_lead(l->text, b);
}

static void
set_line(const struct setting *s, unsigned indent, struct line *out)
{
	out->indent = (uint16_t)indent;
	breaks_next(s->layout, &s->block, s->p, s->measure - indent, out);
}

/*
 * The first part of a physical line that keeps its shape: at its own place
 * where it then fits whole, else no further in than half the measure.
 */
static void
set_shaped(struct setting *s, unsigned lead, struct line *out)
{
	unsigned base = clamp(s, s->block.indent), own;
	unsigned rest;

	own = base + (lead > s->lead ? lead - s->lead : 0);
	s->indent = clamp(s, own);
	if (own > s->indent && own + 1 < s->measure) {
		set_line(s, own, out);
		if (out->next == s->block.end ||
		    atoms_lead(s->layout->text, out->next, &rest))
			return;
	}
	set_line(s, s->indent, out);
}

static void
set_kept(struct setting *s, struct line *out)
{
	unsigned lead;

	if (s->begun && !atoms_lead(s->layout->text, s->p, &lead)) {
		set_line(s, s->hang, out);
		return;
	}
	if (keeps_shape(&s->block)) {
		if (!s->begun)
			atoms_lead(s->layout->text, s->p, &lead);
		set_shaped(s, lead, out);
	} else {
		set_line(s, s->indent, out);
	}
	if (s->block.kind != BLOCK_PRE)
		s->hang = clamp(s, s->indent + HANG);
}

bool
setting_next(struct setting *s, struct line *out)
{
	const struct block *b = &s->block;

	if (s->begun && s->p >= b->end)
		return false;
	if (atoms_flow(b->kind))
		set_line(s, s->begun ? s->hang : s->indent, out);
	else
		set_kept(s, out);
	out->block = s->index;
	out->first = !s->begun;
	out->last = out->next >= b->end;
	out->blank = false;
	s->begun = true;
	s->p = out->next;
	return true;
}
