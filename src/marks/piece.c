/* A text in folded pieces. */
#include "marks/piece.h"

/* [byte] of a code point at most, and what white space may add. */
enum { CHAR_BYTES = 4, SLACK = 1024 };

size_t
piece_index(const struct fold *f, text_pos at)
{
	size_t lo = 0, hi = f->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (f->from[mid] < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* A place at or before P where a code point begins. */
static text_pos
char_start(const struct text *t, text_pos p)
{
	unsigned back = 0;

	while (p && p < t->n && back++ < UCS_MAX_BYTES &&
	       ((unsigned char)t->at[p] & 0xC0) == 0x80)
		p--;
	return p;
}

/* CORE and REACH code points on either side of it, and possibly more. */
static struct span
reached(const struct text *t, struct span core, size_t reach)
{
	size_t more = CHAR_BYTES * reach + SLACK;
	struct span s = {core.start > more ? core.start - more : 0, t->n};

	s.start = char_start(t, s.start);
	if (more < t->n - core.end)
		s.end = char_start(t, core.end + more);
	return s;
}

bool
piece_holds(const struct piece *p, struct span core, size_t reach)
{
	struct span s = reached(p->text, core, reach);

	return p->fold.n && p->span.start <= s.start && s.end <= p->span.end;
}

void
piece_fold(struct piece *p, struct span core, size_t reach)
{
	if (!piece_holds(p, core, reach)) {
		p->span = reached(p->text, core, reach);
		fold_span(p->text, p->span, FOLD_CASE, &p->fold);
	}
	p->from = piece_index(&p->fold, core.start);
	p->to = piece_index(&p->fold, core.end);
}

void
piece_clear(struct piece *p)
{
	fold_clear(&p->fold);
}
