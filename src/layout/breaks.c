/* Where a line of a block ends. */
#include "layout/breaks.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout/atoms.h"
#include "layout/kin.h"
#include "layout/quick.h"
#include "layout/skip.h"

enum {
	AHEAD = 16,    /* [byte] of context behind the place of overflow */
	WINDOW = 1024, /* [byte] of a window that needs no allocation */
};

/* A way to end the line: its bytes, where the next begins, its width. */
struct cut {
	text_pos end, next;
	unsigned width;
};

/*
 * Whether a line that is overfull at OVER ends beyond doubt where a break is
 * allowed and none is behind it, up to OVER: at the blank of CUT or, with PARTS
 * (then all of it is shown as it stands), behind, in the middle of what the
 * blanks divide. Then CUT is that.
 */
static bool
ends_surely(const char *s, text_pos limit, struct cut *cut, text_pos over,
            bool parts)
{
	text_pos p = ucs_before(s, cut->end), at = cut->next;
	unsigned width = cut->width;
	enum kin_pair pair;
	enum kin before, kin;
	bool blank = true;
	ucs c;

	ucs_decode(s + p, cut->end - p, &c);
	before = kin_of(c);
	if (before == KIN_HYPHEN)
		return false;
	for (p = at; p <= over || blank; p = at, blank = false) {
		at += ucs_decode(s + p, limit - p, &c);
		kin = kin_of(c);
		pair = blank ? kin_over_blank(before, kin)
		             : kin_pair(before, kin);
		width++; /* the blank, and then each character but this one */
		if (pair == KIN_ASK || (pair == KIN_PARTS && !parts))
			return false;
		if (pair == KIN_PARTS)
			*cut = (struct cut){p, p, width};
		before = kin;
	}
	return true;
}

/* Behind the blanks at P, short of a line end where those are kept. */
static text_pos
skip_blanks(struct walk *w, text_pos p)
{
	const char *s = w->text->at;
	size_t length;

	while (p < w->limit && !atoms_ends_line(w, p) &&
	       (length = atoms_blank(s + p, w->limit - p)))
		p += length;
	return p;
}

/* Whether nothing is left of the line at P. */
static bool
is_line_end(struct walk *w, text_pos p)
{
	return p >= w->limit || atoms_ends_line(w, p);
}

/* Where the line behind the one that P ends begins: its blanks are not shown,
 * nor are those that a kept line begins with (they are its lead). */
static text_pos
next_line(struct walk *w, text_pos p)
{
	const char *s = w->text->at;

	p = skip_blanks(w, p);
	if (p >= w->limit || !is_line_end(w, p))
		return p;
	if (s[p] == '\r' && p + 1 < w->limit && s[p + 1] == '\n')
		p++;
	return skip_blanks(w, p + 1);
}

/*
 * Walks from START until ROOM is overfull or the line is done. Overfull:
 * true; *OVER is the atom too much, *CUT the last blank at or before it (its
 * NEXT is START where there is none). Else *CUT is the line.
 */
static bool
overflows(struct walk *w, text_pos start, unsigned room,
          text_pos *over, struct cut *cut)
{
	struct blank blank = { start, 0 };
	struct atom a;
	text_pos p = start;
	unsigned col = 0;

	*cut = (struct cut){ start, start, 0 };
	for (;; p = a.end, col += a.width) {
		p = skip_plain(w, p, w->limit, room, &col, &blank);
		if (blank.col && blank.at >= cut->next)
			*cut = (struct cut){ blank.at, blank.at + 1,
				             blank.col };
		if (!atoms_next(w, p, col, &a))
			break;
		if (a.kind == ATOM_BLANK && (a.width || !col)) {
			if (p != cut->next || p == start) {
				cut->end = p;
				cut->width = col;
			}
			cut->next = a.end;
		}
		if (col + a.width > room) {
			*over = p;
			if (a.kind != ATOM_BLANK)
				return true;
			cut->next = skip_blanks(w, p);
			return !is_line_end(w, cut->next);
		}
	}
	if (cut->next != p || p == start)
		*cut = (struct cut){ p, p, col };
	cut->next = p;
	return false;
}

/* Where the window for UAX #14 ends: behind the character behind the first
 * blanks from OVER on, or AHEAD bytes on where none are near. */
static text_pos
window_end(struct walk *w, text_pos over)
{
	text_pos p = over, blanks;
	bool done = false;
	ucs c;

	while (!done && !is_line_end(w, p)) {
		blanks = skip_blanks(w, p);
		done = blanks > p || p - over >= AHEAD;
		p = blanks;
		if (!is_line_end(w, p))
			p += ucs_decode(w->text->at + p, w->limit - p, &c);
	}
	return p;
}

/* UCS_BREAK_* for the N bytes at START in OUT; every blank is a space. */
static void
find_breaks(const struct walk *w, text_pos start, size_t n, char *out)
{
	const char *s = w->text->at + start;
	char room[WINDOW], *copy = n > WINDOW ? mem_new(n) : room;
	size_t i, length;

	memcpy(copy, s, n);
	for (i = 0; i < n; i += length ? length : 1) {
		length = atoms_blank(s + i, n - i);
		if (length)
			memset(copy + i, ' ', length);
	}
	ucs_line_breaks(copy, n, out);
	if (copy != room)
		free(copy);
}

/*
 * Walks the atoms from START again: the last of the BREAKS that fits, else
 * between the last two clusters that do.
 */
static struct cut
last_break(struct walk *w, text_pos start, unsigned room,
           const char *breaks, size_t n)
{
	struct cut best = { start, start, 0 }, here = best;
	bool soft = false;
	struct atom a;
	text_pos p = start;
	unsigned col = 0;

	while (atoms_next(w, p, col, &a)) {
		here.next = p;
		if (here.end > start && p - start < n && breaks[p - start] &&
		    here.width + soft <= room) {
			best = here;
			best.width += soft;
		}
		if (a.kind != ATOM_BLANK) {
			if (col + a.width > room && col)
				break;
			here.end = a.end;
			here.width = col + a.width;
			soft = a.kind == ATOM_SOFT_HYPHEN;
		}
		p = a.end;
		col += a.width;
		if (here.width > room) {
			here.next = p;
			break;
		}
	}
	return best.end > start ? best : here;
}

/* Ends the line by UAX #14. */
static struct cut
cut_by_rules(struct walk *w, text_pos start, unsigned room,
             text_pos over)
{
	size_t n = window_end(w, over) - start;
	char few[WINDOW], *breaks = n > WINDOW ? mem_new(n) : few;
	struct cut cut;

	find_breaks(w, start, n, breaks);
	cut = last_break(w, start, room, breaks, n);
	if (breaks != few)
		free(breaks);
	return cut;
}

/* Whether something that quick_find would look at is not shown as it stands in
 * the text, or may keep a line end where markup is shown. */
static bool
has_signs(const struct layout *l, const struct block *b, text_pos start)
{
	struct walk w;
	text_pos stop;

	if (!b->signs || l->shows_markup)
		return b->signs;
	w = atoms_from(l, b, start);
	stop = b->end - start < QUICK_REACH ? b->end : start + QUICK_REACH;
	return atoms_plain_end(&w, start, stop) < stop;
}

/* Sets the line where it is common prose. */
static bool
set_quickly(const struct layout *l, const struct block *b, text_pos start,
            unsigned room, struct line *line)
{
	const struct text *t = l->text;
	struct quick_line q;
	struct cut cut;

	if (!atoms_flow(b->kind) || start >= b->end || has_signs(l, b, start) ||
	    !quick_find(t->at + start, b->end - start, t->n - start, room, &q))
		return false;
	cut = (struct cut){start + q.end, start + q.end + 1, q.width};
	if (q.whole) {
		cut.next--;
	} else if (!ends_surely(t->at, b->end, &cut, start + q.over, true)) {
		struct walk w = atoms_from(l, b, start);

		cut = cut_by_rules(&w, start, room, start + q.over);
		cut.next = next_line(&w, cut.next);
	}
	line->start = start;
	line->end = cut.end;
	line->next = cut.next;
	line->width = (uint16_t)cut.width;
	return true;
}

void
breaks_next(const struct layout *l, const struct block *b, text_pos start,
            unsigned room, struct line *line)
{
	struct walk w;
	text_pos over;
	struct cut cut;

	if (set_quickly(l, b, start, room, line))
		return;
	w = atoms_from(l, b, start);
	if (overflows(&w, start, room, &over, &cut) &&
	    (cut.end == start ||
	     !ends_surely(l->text->at, b->end, &cut, over, false)))
		cut = cut_by_rules(&w, start, room, over);
	line->start = start;
	line->end = cut.end;
	line->next = next_line(&w, cut.next);
	line->width = (uint16_t)cut.width;
}
