/* Setting a block: its lines one after another, with their indents. */
#include "layout/setting.h"

#include <string.h>

#include "layout/atoms.h"
#include "layout/breaks.h"

enum {
	HANG = 2,      /* [col] a long line's further parts are set in by */
	MARK_MAX = 12, /* [byte] of an item's mark */
	GAP = 3,       /* [col] between columns */
	COLUMN_LEAST = 20, /* [byte] of one, for it to be broken */
};

/* At least half of the measure is left for words, and a wide character. */
static unsigned
clamp(const struct setting *s, unsigned indent)
{
	unsigned most = s->measure > 2 ? s->measure / 2 : 0;

	return indent < most ? indent : most;
}

/* Behind the next gap between the columns of one line from P up to END, *FROM
 * where it begins; END where there is none. */
static text_pos
next_gap(const struct text *t, text_pos p, text_pos end, text_pos *from)
{
	bool words = false;
	unsigned blanks = 0;

	for (; p < end; p++) {
		if (t->at[p] == ' ') {
			blanks++;
			continue;
		}
		*from = p - blanks;
		if (words && blanks >= GAP && !atoms_line_end(t->at[p]))
			return p;
		words = !atoms_line_end(t->at[p]);
		blanks = 0;
	}
	return end;
}

/* Whether words of a line of B are set apart as in columns. */
static bool
has_columns(const struct text *t, const struct block *b)
{
	text_pos from;

	return next_gap(t, b->start, b->end, &from) < b->end;
}

/* Whether lines keep their place relative to each other. */
static bool
keeps_shape(const struct text *t, const struct block *b)
{
	return b->kind == BLOCK_VERSE || b->kind == BLOCK_PRE ||
	       (b->kind == BLOCK_FRONT && has_columns(t, b));
}

/* Whether lines may be wider than prose. */
static bool
may_be_wide(const struct setting *s)
{
	return s->shaped || s->block.kind == BLOCK_FURNITURE ||
	       s->block.kind == BLOCK_RULE;
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
		.wide = l->measure,
		.broken = b->kind == BLOCK_PRE ? l->wide : l->measure,
		.p = b->start,
	};
	s->indent = s->hang = clamp(s, b->indent);
	if (b->kind == BLOCK_ITEM)
		s->hang = clamp(s, b->indent + mark_width(l, b));
	if (b->kind == BLOCK_FIELD)
		s->hang = clamp(s, b->indent + HANG);
	if (b->kind == BLOCK_ITEM && b->continues)
		s->indent = s->hang;
	s->shaped = keeps_shape(l->text, b);
	if (s->shaped)
		s->lead = shared_lead(l->text, b);
	if (may_be_wide(s))
		s->wide = l->wide;
}

static void
set_line(const struct setting *s, unsigned indent, unsigned room,
         struct line *out)
{
	out->indent = (uint16_t)indent;
	breaks_next(s->layout, &s->block, s->p, room - indent, out);
}

/* Whether OUT reaches to the end of a physical line. */
static bool
is_whole(const struct setting *s, const struct line *out)
{
	unsigned rest;

	return out->next == s->block.end ||
	       atoms_lead(s->layout->text, out->next, &rest);
}

/* Whether of what stands in the column from P on, which OUT breaks, enough is
 * in its place for it to stay there: more than is behind it. */
static bool
fills_column(const struct setting *s, const struct line *out, text_pos p)
{
	size_t here = out->end - p, rest = 0;

	while (rest < here && out->next + rest < s->block.end &&
	       !atoms_line_end(s->layout->text->at[out->next + rest]))
		rest++;
	return here >= COLUMN_LEAST && here > rest;
}

/* Ends OUT, which a physical line goes on behind, at the last of its gaps
 * between columns, if any, rather than to break a column's few words. */
static void
end_at_gap(const struct setting *s, struct line *out)
{
	const struct text *t = s->layout->text;
	text_pos p = out->start, from = p, end = 0, next = p;
	struct walk w = atoms_from(s->layout, &s->block, p);
	unsigned width = 0;
	struct atom a;

	if (is_whole(s, out) || out->next - out->end >= GAP)
		return;
	while ((p = next_gap(t, p, out->next, &from)) < out->next) {
		end = from;
		next = p;
	}
	if (!end || fills_column(s, out, next))
		return;
	for (p = out->start; p < end && atoms_next(&w, p, width, &a); p = a.end)
		width += a.width;
	out->end = end;
	out->next = next;
	out->width = (uint16_t)width;
}

/* Sets a physical line at INDENT where it fits whole. */
static bool
set_whole(const struct setting *s, unsigned indent, struct line *out)
{
	if (indent + 1 >= s->wide)
		return false;
	set_line(s, indent, s->wide, out);
	return is_whole(s, out);
}

/*
 * The first part of a physical line: at its own place where it then fits
 * whole, else no further in than half the measure. LEAD is what it is set in
 * by in the text.
 */
static void
set_first(struct setting *s, unsigned lead, struct line *out)
{
	unsigned own = clamp(s, s->block.indent);

	if (s->shaped && lead > s->lead)
		own += lead - s->lead;
	s->indent = clamp(s, own);
	if (!set_whole(s, own, out))
		set_line(s, s->indent, s->broken, out);
}

static void
set_kept(struct setting *s, struct line *out)
{
	unsigned lead;

	if (!atoms_lead(s->layout->text, s->p, &lead) && s->begun) {
		set_line(s, s->hang, s->broken, out);
		end_at_gap(s, out);
		return;
	}
	set_first(s, lead, out);
	end_at_gap(s, out);
	s->hang = clamp(s, s->indent + HANG);
}

/* A row of dashes that is too long for one line loses what only says the same
 * again: wrapped, it would be two rows. */
static void
cut_rule(const struct setting *s, struct line *out)
{
	const char *at = s->layout->text->at;
	text_pos p = out->next, end = s->block.end;
	size_t dash = p - ucs_before(at, p);
	unsigned lead;

	if (atoms_lead(s->layout->text, p, &lead))
		return;
	while (p < end && at[p] == at[p - dash])
		p++;
	if (p < end && !atoms_line_end(at[p]))
		return;
	while (p < end && atoms_blank(at + p, end - p))
		p += atoms_blank(at + p, end - p);
	out->next = p;
}

bool
setting_flows(const struct setting *s, unsigned *room)
{
	*room = s->measure - (s->begun ? s->hang : s->indent);
	return !s->block.signs && atoms_flow(s->block.kind) &&
	       (s->begun || s->indent == s->hang) && s->p < s->block.end;
}

bool
setting_next(struct setting *s, struct line *out)
{
	const struct block *b = &s->block;

	if (s->begun && s->p >= b->end)
		return false;
	if (atoms_flow(b->kind))
		set_line(s, s->begun ? s->hang : s->indent, s->measure, out);
	else
		set_kept(s, out);
	if (b->kind == BLOCK_RULE)
		cut_rule(s, out);
	out->block = s->index;
	out->first = !s->begun;
	out->last = out->next >= b->end;
	out->blank = false;
	s->begun = true;
	s->p = out->next;
	return true;
}
