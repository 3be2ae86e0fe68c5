/* The text column: words with their highlights, and sentence labels. */
#include "reader/view.h"

#include <string.h>

#include "base/vec.h"
#include "layout/atoms.h"
#include "text/query.h"

enum {
	REACH = 512,         /* [byte] a hit from before is looked for in */
	SPAN_MAX = 64 * 1024 /* [byte] no window shows more */
};

/* A cell's look. */
struct look {
	uint8_t style, attributes;
};

static struct look
block_look(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_TITLE:
		return (struct look){STYLE_TITLE, FRAME_BOLD};
	case BLOCK_HEADING:
		return (struct look){STYLE_HEADING, FRAME_BOLD};
	case BLOCK_FRONT:
	case BLOCK_FIELD:
	case BLOCK_FURNITURE:
	case BLOCK_RULE:
		return (struct look){STYLE_FAINT, FRAME_DIM};
	default:
		return (struct look){STYLE_TEXT, 0};
	}
}

bool
view_shows(const struct mark *m)
{
	return m->state != MARK_LOST && m->state != MARK_DOUBTFUL;
}

uint8_t
view_mark_style(const struct mark *m)
{
	if (m->kind != MARK_HIGHLIGHT)
		return STYLE_REF;
	if (m->as < 1 || m->as > MARK_KINDS)
		return STYLE_MARK_1;
	return (uint8_t)(STYLE_MARK_1 + m->as - 1);
}

/* [col] That a block of lines wider than the measure stands left of it, since
 * there is not room enough at the right. All of its lines do. */
static unsigned
block_shift(const struct reader *r, size_t block)
{
	const struct geometry *g = &r->geometry;
	const struct line_list *lines;
	unsigned widest = 0, room = g->measure + g->beyond;
	size_t i;

	if (g->wide <= room || atoms_flow(r->outline->blocks.at[block].kind))
		return 0;
	lines = lines_of(r->layout, block);
	for (i = 0; i < lines->n; i++)
		if (lines->at[i].indent + lines->at[i].width > widest)
			widest = lines->at[i].indent + lines->at[i].width;
	return widest > room ? widest - room : 0;
}

/* Where the line's first column is: titles are centred. [col] */
static unsigned
line_col(struct view_ink *ink, const struct line *line)
{
	const struct block *b = &ink->r->outline->blocks.at[line->block];
	unsigned measure = ink->r->geometry.measure;

	if (ink->shifted != line->block) {
		ink->shift = block_shift(ink->r, line->block);
		ink->shifted = line->block;
	}
	if (b->kind != BLOCK_TITLE || line->width >= measure)
		return ink->col - ink->shift;
	/* glyphs count their columns from before the indent */
	return ink->col + (measure - line->width) / 2 -
	       (line->indent < ink->col ? line->indent : 0);
}

/* Opens the highlights that begin at or before P and closes those that end
 * there: amortised, each is opened and closed once. */
static const struct mark *
highlight_at(struct view_ink *ink, text_pos p)
{
	const struct mark_list *marks = &ink->r->marks;

	for (; ink->mark < marks->n; ink->mark++) {
		const struct mark *m = &marks->at[ink->mark];

		if (m->state == MARK_LOST || m->at.start > p)
			break;
		if (m->kind == MARK_HIGHLIGHT && view_shows(m) &&
		    m->at.end > p)
			vec_push(&ink->open, m);
	}
	while (ink->open.n && ink->open.at[ink->open.n - 1]->at.end <= p)
		ink->open.n--;
	return ink->open.n ? ink->open.at[ink->open.n - 1] : NULL;
}

static bool
is_ref(struct view_ink *ink, text_pos p)
{
	const struct outline *o = ink->r->outline;

	while (ink->ref < o->refs.n && o->refs.at[ink->ref].end <= p)
		ink->ref++;
	return ink->ref < o->refs.n && o->refs.at[ink->ref].at <= p;
}

/* The hit that P is in, NULL for none. */
static const struct span *
hit_at(struct view_ink *ink, text_pos p)
{
	while (ink->hit < ink->hits.n && ink->hits.at[ink->hit].end <= p)
		ink->hit++;
	return ink->hit < ink->hits.n && ink->hits.at[ink->hit].start <= p
	       ? &ink->hits.at[ink->hit] : NULL;
}

/* What is shown as selected; empty where nothing is. */
static struct span
selected(const struct reader *r)
{
	if (r->mode == MODE_LABELS && r->labels.has_first)
		return r->labels.first;
	if (r->mode == MODE_SELECT || r->mode == MODE_DOUBT)
		return r->selection.at;
	return (struct span){0, 0};
}

static bool
is_selected(const struct reader *r, text_pos p)
{
	struct span at = selected(r);

	return at.start <= p && p < at.end;
}

/* The attributes that the signs of markup before P give it. */
static uint8_t
markup_at(struct view_ink *ink, text_pos p)
{
	const struct outline *o = ink->r->outline;
	unsigned look, attributes = 0;

	while (ink->markup < o->signs.n && o->signs.at[ink->markup].at <= p)
		ink->markup++;
	look = ink->markup ? o->signs.at[ink->markup - 1].look : 0;
	if (look & LOOK_EMPHASIS)
		attributes |= FRAME_ITALIC;
	if (look & (LOOK_STRONG | LOOK_CODE))
		attributes |= FRAME_BOLD;
	if (look & LOOK_LINK)
		attributes |= FRAME_UNDERLINE;
	if (look & LOOK_FAINT)
		attributes |= FRAME_DIM;
	return (uint8_t)attributes;
}

static struct look
look_at(struct view_ink *ink, struct look look, text_pos p)
{
	const struct reader *r = ink->r;
	const struct mark *m = highlight_at(ink, p);
	const struct span *hit = hit_at(ink, p);

	if (is_ref(ink, p)) {
		look.style = STYLE_REF;
		look.attributes = FRAME_BOLD;
	}
	if (m) {
		look.style = view_mark_style(m);
		look.attributes |= FRAME_UNDERLINE;
		look.attributes &= (uint8_t)~FRAME_DIM;
		if (r->focus != OUTLINE_NONE && m == &r->marks.at[r->focus])
			look.attributes |= FRAME_BOLD;
	}
	if (hit && hit->start == r->find.hit.start) {
		look.style = STYLE_HIT_CURRENT;
		look.attributes = FRAME_REVERSE | FRAME_BOLD;
	} else if (hit) {
		look.style = STYLE_HIT;
		look.attributes = FRAME_UNDERLINE | FRAME_BOLD;
	}
	if (is_selected(r, p)) {
		look.style = STYLE_SELECTION;
		look.attributes = FRAME_REVERSE;
	}
	return look;
}

/* *END becomes the first border of AT behind P, where that is nearer. */
static void
end_at(struct span at, text_pos p, text_pos *end)
{
	text_pos border = at.start > p ? at.start : at.end;

	if (border > p && border < *end)
		*end = border;
}

/* Up to where all looks as it does at P, of which look_at was asked last. */
static text_pos
look_end(const struct view_ink *ink, text_pos p)
{
	const struct reader *r = ink->r;
	const struct outline *o = r->outline;
	text_pos end = SIZE_MAX;

	if (ink->mark < r->marks.n)
		end_at(r->marks.at[ink->mark].at, p, &end);
	if (ink->open.n)
		end_at(ink->open.at[ink->open.n - 1]->at, p, &end);
	if (ink->ref < o->refs.n)
		end_at((struct span){o->refs.at[ink->ref].at,
		                     o->refs.at[ink->ref].end}, p, &end);
	if (ink->hit < ink->hits.n)
		end_at(ink->hits.at[ink->hit], p, &end);
	if (ink->markup < o->signs.n)
		end_at((struct span){o->signs.at[ink->markup].at, p}, p, &end);
	end_at(selected(r), p, &end);
	return end;
}

/* What the search finds in SPAN, from a little before it on since a hit may
 * reach into it. */
static void
find_hits(struct view_ink *ink, struct span span)
{
	struct reader *r = ink->r;
	struct span where = {0, span.end}, hit;

	if (!r->find.shown || !r->find.query)
		return;
	if (span.end - span.start > SPAN_MAX)
		where.end = span.start + SPAN_MAX;
	if (span.start > REACH)
		where.start = span.start - REACH;
	while (query_next(r->find.query, r->text, r->outline, where, &hit)) {
		if (hit.end > span.start)
			vec_push(&ink->hits, hit);
		where.start = hit.end;
	}
}

void
view_ink_begin(struct view_ink *ink, struct reader *r, struct frame *f,
               struct span span)
{
	size_t first = outline_ref_from(r->outline, span.start);

	memset(ink, 0, sizeof *ink);
	ink->r = r;
	ink->f = f;
	ink->col = r->geometry.text_col;
	ink->shifted = OUTLINE_NONE;
	ink->ref = first == OUTLINE_NONE ? r->outline->refs.n : first;
	/* one that begins before P may reach into it */
	ink->ref -= ink->ref > 0;
	ink->markup = outline_sign_from(r->outline, span.start);
	find_hits(ink, span);
}

void
view_ink_end(struct view_ink *ink)
{
	vec_clear(&ink->glyphs);
	vec_clear(&ink->open);
	vec_clear(&ink->hits);
}

bool
view_words(struct view_ink *ink, const struct line *line, unsigned row)
{
	const struct reader *r = ink->r;
	const struct block *b = &r->outline->blocks.at[line->block];
	struct look plain = block_look(b->kind), look;
	unsigned col = line_col(ink, line);
	text_pos end = line->start;
	struct cell c = {.width = 1};
	bool covered = false;
	size_t i;

	lines_glyphs(r->layout, line, &ink->glyphs);
	for (i = 0; i < ink->glyphs.n; i++) {
		const struct glyph *g = &ink->glyphs.at[i];

		if (g->at >= end) {
			look = plain;
			look.attributes |= markup_at(ink, g->at);
			look = look_at(ink, look, g->at);
			end = look_end(ink, g->at);
			covered = covered || ink->open.n;
			c.style = look.style;
			c.attributes = look.attributes;
		}
		c.width = g->width;
		memcpy(c.part, g->part, sizeof c.part);
		frame_glyph(ink->f, col + g->col, row, &c);
	}
	return covered;
}

static bool
is_blank(struct frame *f, unsigned col, unsigned row)
{
	const struct cell *c = frame_cell(f, col, row);

	return c && c->width == 1 && c->part[0] == ' ' && !c->part[1];
}

/* Letters stand in the blank before the sentence, and over its first cell
 * where there is none. */
static void
put_label(struct view_ink *ink, const char *letters, unsigned col,
          unsigned row)
{
	size_t n = strlen(letters);

	while (n && col && is_blank(ink->f, col - 1, row)) {
		col--;
		n--;
	}
	frame_put(ink->f, col, row, (unsigned)strlen(letters), letters,
	          STYLE_LABEL, FRAME_REVERSE | FRAME_BOLD);
}

/* With the first of two letters typed, only those that it begins. */
static bool
wears(const struct labels *l, const struct label *label)
{
	char typed = l->typed;

	if (typed >= 'A' && typed <= 'Z')
		typed = (char)(typed - 'A' + 'a');
	return !typed || label->letters[0] == typed;
}

void
view_labels(struct view_ink *ink, const struct line *line, unsigned row)
{
	const struct labels *l = &ink->r->labels;
	unsigned col = line_col(ink, line);
	size_t g = 0;

	for (; ink->label < l->n; ink->label++) {
		const struct label *label = &l->at[ink->label];

		if (label->sentence.start >= line->next)
			return;
		while (g < ink->glyphs.n &&
		       ink->glyphs.at[g].end <= label->sentence.start)
			g++;
		if (g < ink->glyphs.n && wears(l, label))
			put_label(ink, label->letters,
			          col + ink->glyphs.at[g].col, row);
	}
}

void
view_text(struct reader *r, struct frame *f)
{
	struct view_ink ink;
	size_t i;

	view_ink_begin(&ink, r, f, state_shown(r));
	for (i = 0; i < r->lines.n; i++) {
		const struct line *line = &r->lines.at[i];
		struct spot spot = state_spot(r, i);
		unsigned row = spot.row;
		bool covered;

		ink.col = spot.col;

		if (line->blank) {
			const struct mark *m = highlight_at(&ink, line->start);

			covered = m && m->at.start < line->start;
		} else {
			covered = view_words(&ink, line, row);
		}
		view_signs(&ink, line, row, covered, i == 0);
		if (r->mode == MODE_LABELS && !line->blank)
			view_labels(&ink, line, row);
	}
	view_ink_end(&ink);
}
