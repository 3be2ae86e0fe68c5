/* What a line is made of: clusters and blanks, and the columns they take. */
#include "layout/atoms.h"

#include <string.h>

#include "layout/skip.h"

enum {
	TAB = 8,             /* [col] from stop to stop */
	LEAD_MAX = 1024,     /* [byte] looked back at for a line's lead */
	DOTTED_CIRCLE = 0x25CC,
	JOINER = 0x200D,
	EMOJI_STYLE = 0xFE0F,
	HYPHEN = 0x2010,
};

bool
atoms_flow(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_PARAGRAPH:
	case BLOCK_HEADING:
	case BLOCK_QUOTE:
	case BLOCK_ITEM:
	case BLOCK_NOTE:
	case BLOCK_FIELD:
		return true;
	default:
		return false;
	}
}

bool
atoms_line_end(char c)
{
	return c == '\n' || c == '\r' || c == '\f';
}

size_t
atoms_blank(const char *s, size_t n)
{
	unsigned char first = (unsigned char)*s;
	size_t length;
	ucs c;

	if (first < 0x80)
		return first == ' ' || (first >= '\t' && first <= '\r');
	/* U+0085, U+1680, U+2000 to U+205F, U+3000 */
	if (first != 0xC2 && (first < 0xE1 || first > 0xE3))
		return 0;
	length = ucs_decode(s, n, &c);
	if (c == 0xA0 || c == 0x2007 || c == 0x200B || c == 0x202F)
		return 0;
	return ucs_is_space(c) ? length : 0;
}

static unsigned
blank_width(const char *s, size_t n, unsigned col)
{
	ucs c;

	if (*s == '\t')
		return TAB - col % TAB;
	ucs_decode(s, n, &c);
	return c == 0x3000 ? 2 : 1;
}

/* Where the blanks before P begin. */
static text_pos
blanks_before(const struct text *t, text_pos p)
{
	text_pos least = p > LEAD_MAX ? p - LEAD_MAX : 0, before;

	while (p > least) {
		before = ucs_before(t->at, p);
		if (atoms_line_end(t->at[before]) ||
		    !atoms_blank(t->at + before, p - before))
			break;
		p = before;
	}
	return p;
}

bool
atoms_lead(const struct text *t, text_pos start, unsigned *lead)
{
	text_pos p = blanks_before(t, start);

	*lead = 0;
	if (p > 0 && !atoms_line_end(t->at[p - 1]))
		return false;
	while (p < start) {
		*lead += blank_width(t->at + p, start - p, *lead);
		p += atoms_blank(t->at + p, start - p);
	}
	return true;
}

struct walk
atoms_from(const struct layout *l, const struct block *b, text_pos start)
{
	struct walk w = {
		.text = l->text,
		.from = b->start,
		.limit = b->end,
		.flows = atoms_flow(b->kind),
		.shows_markup = l->shows_markup,
	};
	const struct outline *o = l->outline;

	if (!w.flows)
		atoms_lead(l->text, start, &w.lead);
	if (b->signs) {
		w.first = o->signs.at + outline_sign_from(o, start);
		w.next = w.first;
		w.behind = o->signs.at + o->signs.n;
	}
	return w;
}

/* The sign that is left out at P or the next behind it, before STOP; NULL for
 * none. STOP bounds the cost: signs that are shown are passed over. */
static const struct sign *
sign_from(struct walk *w, text_pos p, text_pos stop)
{
	if (w->next > w->first && w->next[-1].at + w->next[-1].n > p)
		w->next = w->first;
	while (w->next < w->behind && w->next->at < stop &&
	       (w->next->at + w->next->n <= p || w->next->kind == SIGN_TURN ||
	        (w->next->kind == SIGN_HIDDEN && w->shows_markup)))
		w->next++;
	return w->next < w->behind && w->next->at < stop ? w->next : NULL;
}

text_pos
atoms_plain_end(struct walk *w, text_pos p, text_pos stop)
{
	const struct sign *s = sign_from(w, p, stop);

	return s ? s->at : stop;
}

bool
atoms_ends_line(struct walk *w, text_pos p)
{
	const struct sign *s;

	if (!atoms_line_end(w->text->at[p]))
		return false;
	if (!w->flows)
		return true;
	if (!w->shows_markup || !w->first)
		return false;
	/* signs are few: the walk passes over those that are shown; emphasis
	 * and links mean the same wherever a line ends */
	for (s = w->first; s < w->behind && s->at <= p + 2; s++)
		if (s->kind == SIGN_HIDDEN && s->at + s->n > p &&
		    !(s->begins | s->ends))
			return s->at <= p || atoms_line_end(
				w->text->at[s->at - 1]);
	return false;
}

/* What is left out at P. */
static bool
markup_at(struct walk *w, text_pos p, struct atom *out)
{
	const struct sign *s = sign_from(w, p, p + 1);

	if (!s)
		return false;
	out->end = s->at + s->n;
	out->width = 0;
	out->kind = s->kind == SIGN_HYPHEN ? ATOM_SOFT_HYPHEN : ATOM_MARKUP;
	return true;
}

/* Variation selectors and their like: marks that show nothing. */
static bool
is_selector(ucs c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || c == 0x034F ||
	       (c >= 0x180B && c <= 0x180F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* Hangul vowels and finals, which a terminal puts on the initial. */
static bool
is_jamo(ucs c)
{
	return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

/* C as it is shown, 0 where it is not. */
static ucs
shown(ucs c)
{
	if (c < ' ' || (c >= 0x7f && c < 0xA0))
		return UCS_REPLACEMENT;
	if (ucs_is_space(c) && c != 0x200B && c != 0xFEFF)
		return ' ';
	if (ucs_is_control(c) || is_selector(c))
		return 0;
	if (!ucs_width(c) && !ucs_is_mark(c) && !is_jamo(c))
		return 0;
	return c;
}

static void
add_mark(struct glyph *g, ucs c)
{
	unsigned i;

	for (i = 0; i < GLYPH_PARTS - 1 && g->part[i]; i++)
		;
	if (i < GLYPH_PARTS - 1)
		g->part[i] = c;
}

static void
begin_glyph(struct glyph *g, ucs base, unsigned width)
{
	memset(g->part, 0, sizeof g->part);
	g->part[0] = base;
	g->width = (uint8_t)width;
}

unsigned
atoms_glyphs(const char *s, size_t n, struct glyph out[ATOM_GLYPHS])
{
	unsigned count = 0, room = 2, width;
	bool joined = false;
	size_t i, length;
	ucs c;

	for (i = 0; i < n; i += length) {
		length = ucs_decode(s + i, n - i, &c);
		joined = joined || (count && (c == JOINER || c == EMOJI_STYLE));
		c = shown(c);
		width = c ? ucs_width(c) : 0;
		if (!c || width > room || (width && joined))
			continue;
		if (!width && !count) {
			begin_glyph(&out[count++], DOTTED_CIRCLE, 1);
			room--;
		}
		if (!width) {
			add_mark(&out[count - 1], c);
			continue;
		}
		begin_glyph(&out[count++], c, width);
		room -= width;
	}
	return count;
}

/* Whether S begins with a control of ASCII or a byte that fits nothing: each
 * of them stands alone, as U+FFFD. */
static bool
is_broken(const char *s, size_t n)
{
	ucs c;

	if ((unsigned char)*s < 0x80)
		return *s < ' ' || *s == 0x7f;
	return ucs_decode(s, n, &c) == 1;
}

static void
cluster_at(const char *s, size_t n, text_pos p, struct atom *out)
{
	struct glyph glyphs[ATOM_GLYPHS];
	unsigned count, i;
	size_t length;

	out->kind = ATOM_CLUSTER;
	length = skip_common(s, n, &out->width);
	if (!length && is_broken(s, n)) {
		length = 1;
		out->width = 1;
	} else if (!length) {
		length = ucs_cluster(s, n);
		count = atoms_glyphs(s, length, glyphs);
		for (out->width = 0, i = 0; i < count; i++)
			out->width += glyphs[i].width;
		if (length == 2 && !memcmp(s, "\xC2\xAD", 2))
			out->kind = ATOM_SOFT_HYPHEN;
	}
	out->end = p + length;
}

/*
 * Whether the word before P, which a line end divided, goes on at NEXT: a
 * hyphen between a letter and a small letter, or a soft one.
 */
static bool
word_goes_on(const struct walk *w, text_pos p, text_pos next)
{
	const char *s = w->text->at;
	text_pos before;
	ucs hyphen, c;

	if (p <= w->from || next >= w->limit)
		return false;
	before = ucs_before(s, p);
	ucs_decode(s + before, p - before, &hyphen);
	ucs_decode(s + next, w->limit - next, &c);
	if (hyphen == UCS_SOFT_HYPHEN)
		return ucs_is_letter(c);
	if ((hyphen != '-' && hyphen != HYPHEN) || before <= w->from ||
	    !ucs_is_lower(c))
		return false;
	p = before;
	before = ucs_before(s, p);
	ucs_decode(s + before, p - before, &c);
	return ucs_is_letter(c);
}

static void
blank_run(struct walk *w, text_pos p, unsigned col, struct atom *out)
{
	const char *s = w->text->at;
	bool line_end = false;
	size_t length;

	out->end = p;
	while (out->end < w->limit &&
	       !(w->shows_markup && atoms_ends_line(w, out->end)) &&
	       (length = atoms_blank(s + out->end, w->limit - out->end))) {
		line_end = line_end || atoms_line_end(s[out->end]);
		out->end += length;
	}
	out->width = col && !(line_end && word_goes_on(w, p, out->end));
}

/* Whether the blank at P is the first of several amid a line. */
static bool
begins_gap(const struct walk *w, text_pos p)
{
	const char *s = w->text->at;

	return s[p] == ' ' && p + 1 < w->limit && s[p + 1] == ' ' &&
	       p > w->from && s[p - 1] != ' ' && !atoms_line_end(s[p - 1]);
}

/*
 * [col] of signs of emphasis that are hidden between the gap at P and the one
 * before, or the line's start. Who leaves a gap in a kept line means that what
 * is behind it stands below something, and counted the signs: the gap takes
 * their place. Linear in what it looks back at.
 */
static unsigned
hidden_before(const struct walk *w, text_pos p)
{
	const struct sign *s = w->first;
	text_pos from = p;
	unsigned n = 0;

	if (!s || w->shows_markup)
		return 0;
	while (s < w->behind && s->at < p)
		s++;
	for (; s > w->first && s[-1].at < p; s--) {
		for (; from > s[-1].at; from--)
			if (begins_gap(w, from - 1))
				return n;
		if ((s[-1].begins | s[-1].ends) & (LOOK_EMPHASIS | LOOK_STRONG))
			n += s[-1].n;
	}
	return n;
}

bool
atoms_next(struct walk *w, text_pos p, unsigned col, struct atom *out)
{
	const char *s = w->text->at + p;
	size_t n, length;

	if (w->first && p < w->limit && markup_at(w, p, out))
		return true;
	if (p >= w->limit || atoms_ends_line(w, p))
		return false;
	n = w->limit - p;
	length = atoms_blank(s, n);
	if (!length) {
		cluster_at(s, n, p, out);
		return true;
	}
	out->kind = ATOM_BLANK;
	if (w->flows) {
		blank_run(w, p, col, out);
	} else {
		out->end = p + length;
		out->width = blank_width(s, n, w->lead + col);
		if (begins_gap(w, p))
			out->width += hidden_before(w, p);
	}
	return true;
}
