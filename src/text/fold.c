/* Folding: two writings of the same words become the same code points. */
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/fold_kind.h"
#include "text/fold_mark.h"

enum { SETTLE_MAX = 256 }; /* [byte] gone on to find a good place to stop */

/* ASCII that is folded by case alone: 2, or 1 for signs of emphasis, which may
 * be left out. */
static const unsigned char plainness[256] = {
	['!'] = 2, ['"'] = 2, ['#'] = 2, ['$'] = 2, ['%'] = 2, ['&'] = 2,
	['('] = 2, [')'] = 2, ['*'] = 1, ['+'] = 2, [','] = 2, ['/'] = 2,
	['0'] = 2, ['1'] = 2, ['2'] = 2, ['3'] = 2, ['4'] = 2, ['5'] = 2,
	['6'] = 2, ['7'] = 2, ['8'] = 2, ['9'] = 2, [':'] = 2, [';'] = 2,
	['<'] = 2, ['='] = 2, ['>'] = 2, ['?'] = 2, ['@'] = 2, ['A'] = 2,
	['B'] = 2, ['C'] = 2, ['D'] = 2, ['E'] = 2, ['F'] = 2, ['G'] = 2,
	['H'] = 2, ['I'] = 2, ['J'] = 2, ['K'] = 2, ['L'] = 2, ['M'] = 2,
	['N'] = 2, ['O'] = 2, ['P'] = 2, ['Q'] = 2, ['R'] = 2, ['S'] = 2,
	['T'] = 2, ['U'] = 2, ['V'] = 2, ['W'] = 2, ['X'] = 2, ['Y'] = 2,
	['Z'] = 2, ['['] = 2, ['\\'] = 2, [']'] = 2, ['^'] = 2, ['_'] = 1,
	['a'] = 2, ['b'] = 2, ['c'] = 2, ['d'] = 2, ['e'] = 2, ['f'] = 2,
	['g'] = 2, ['h'] = 2, ['i'] = 2, ['j'] = 2, ['k'] = 2, ['l'] = 2,
	['m'] = 2, ['n'] = 2, ['o'] = 2, ['p'] = 2, ['q'] = 2, ['r'] = 2,
	['s'] = 2, ['t'] = 2, ['u'] = 2, ['v'] = 2, ['w'] = 2, ['x'] = 2,
	['y'] = 2, ['z'] = 2, ['{'] = 2, ['|'] = 2, ['}'] = 2, ['~'] = 2,
};

static bool
is_plain(unsigned how, ucs c)
{
	return c < 0x80 && plainness[c] > (how & FOLD_SIGNS ? 1 : 0);
}

/* The code point at I of F in *C, full-width forms made plain, and its
 * length. */
static size_t
look(const struct folding *f, size_t i, ucs *c)
{
	size_t length = ucs_decode(f->s + i, f->end - i, c);

	if (*c >= 0xFF01 && *c <= 0xFF5E)
		*c -= 0xFEE0;
	return length;
}

static void
put(struct fold *out, ucs c, text_pos from)
{
	out->c[out->n] = c;
	out->from[out->n++] = from;
}

static ucs
last(const struct fold *out)
{
	return out->n ? out->c[out->n - 1] : 0;
}

static void
drop_blank(struct fold *out)
{
	if (last(out) == ' ')
		out->n--;
}

static void
put_blank(struct fold *out, text_pos from)
{
	ucs before = last(out);

	if (before > '@') {
		put(out, ' ', from);
		return;
	}
	if (!before || before == ' ' || before == '-' ||
	    (before == '.' && out->n > 1 && out->c[out->n - 2] == '.'))
		return;
	put(out, ' ', from);
}

static void
put_dash(struct fold *out, text_pos from)
{
	drop_blank(out);
	if (last(out) != '-')
		put(out, '-', from);
}

static void
put_stops(struct fold *out, size_t n, text_pos from)
{
	drop_blank(out);
	while (n--)
		put(out, '.', from);
}

/* A second ' right behind a first makes a ", as ``so'' is typed; another mark
 * does not: an apostrophe that begins a quotation. */
static void
put_single(struct folding *f, struct fold *out, size_t length)
{
	const char *at = f->s + f->at;
	bool pairs = f->quote == f->at && last(out) == '\'' &&
	             f->at >= length && !memcmp(at - length, at, length);

	if (pairs)
		out->c[out->n - 1] = '"';
	else
		put(out, '\'', f->at);
	f->quote = pairs ? 0 : f->at + length;
}

static bool
is_in_word(ucs c)
{
	return ucs_is_letter(c) || ucs_is_mark(c);
}

/*
 * Whether the hyphen at f->at, of LENGTH bytes, joins two halves of a word, or
 * is cut off from one half by an edge; *NEXT is then where the other begins.
 */
static bool
joins_word(const struct folding *f, const struct fold *out, size_t length,
           size_t *next)
{
	size_t i = f->at + length, step;
	ucs c;

	if (out->n && !is_in_word(last(out)))
		return false;
	for (; i < f->end; i += step) {
		enum fold_kind kind;

		step = look(f, i, &c);
		kind = fold_kind(c);
		if (kind == FOLD_BLANK && !out->n)
			return false;
		if (kind != FOLD_BLANK && kind != FOLD_INVISIBLE) {
			*next = i;
			return ucs_is_letter(c);
		}
	}
	*next = f->end;
	return out->n;
}

static bool
is_line_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A soft hyphen that a line really ends with hides the line end too. */
static size_t
behind_soft_hyphen(const struct folding *f, size_t i)
{
	size_t next = i;
	bool line_ended = false;

	for (; next < f->end && is_line_blank(f->s[next]); next++)
		line_ended |= f->s[next] == '\n' || f->s[next] == '\r';
	return line_ended ? next : i;
}

/* Accents and points that a search may do without. */
static bool
is_accent(ucs c, ucs on)
{
	if (c < 0x300)
		return false;
	if (c == 0x306 && (on == 0x438 || on == 0x418))
		return false;
	return c <= 0x36F || (c >= 0x591 && c <= 0x5C7) ||
	       (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
	       (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
	       (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/* Letters that stay what they are but for case, so that nothing has to be
 * looked up: by far the most of those beyond ASCII. */
static bool
is_simple(ucs c)
{
	return (c >= 0xC0 && c < 0x250) || (c >= 0x3AC && c < 0x3D0) ||
	       (c >= 0x400 && c < 0x480) || (c >= 0x3041 && c < 0x3099) ||
	       (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4);
}

static void
put_one(struct fold *out, ucs c, text_pos from, unsigned how)
{
	ucs parts[UCS_DECOMPOSED_MAX];
	size_t n, i;

	if (how & FOLD_CASE)
		c = c >= 0x430 && c < 0x450 ? c : ucs_case_folded(c);
	if (c < 0x80 || (is_simple(c) && !(how & FOLD_ACCENTS))) {
		put(out, c, from);
		return;
	}
	n = ucs_decompose(c, parts);
	for (i = 0; i < n; i++) {
		if ((how & FOLD_ACCENTS) && is_accent(parts[i], last(out)))
			continue;
		if (fold_may_combine(parts[i]))
			fold_mark(out, parts[i], from);
		else
			put(out, parts[i], from);
	}
}

/* What C unfolds to as letters, NULL where it is one. */
static const char *
letters_of(ucs c, unsigned how)
{
	static const char *const ligatures[] = {
		"ff", "fi", "fl", "ffi", "ffl", "st", "st",
	};

	if (c >= 0xFB00 && c <= 0xFB06)
		return ligatures[c - 0xFB00];
	if ((c == 0xDF || c == 0x1E9E) && (how & FOLD_CASE))
		return "ss";
	return NULL;
}

static void
put_letter(struct folding *f, struct fold *out, ucs c)
{
	const char *letters = letters_of(c, f->how);

	if (c == 0x130 && (f->how & FOLD_CASE)) {
		put(out, 'i', f->at);
		if (!(f->how & FOLD_ACCENTS))
			put(out, 0x307, f->at);
	} else if (letters) {
		for (; *letters; letters++)
			put(out, (unsigned char)*letters, f->at);
	} else {
		put_one(out, c, f->at, f->how);
	}
}

/* Folds the run of plain ASCII at f->at. */
static void
fold_plain(struct folding *f, struct fold *out)
{
	uint32_t *c = out->c + out->n;
	text_pos *from = out->from + out->n;
	unsigned shift = f->how & FOLD_CASE ? 5 : 31;
	unsigned least = f->how & FOLD_SIGNS ? 1 : 0;
	size_t i;

	for (i = f->at;
	     i < f->end && plainness[(unsigned char)f->s[i]] > least; i++) {
		uint32_t one = (unsigned char)f->s[i];

		*c++ = one | ((uint32_t)(one - 'A' < 26) << shift & 0x20);
		*from++ = i;
	}
	if (i > f->at)
		f->unspaced = false;
	out->n += i - f->at;
	f->at = i;
}

/*
 * Folds the run of letters at f->at of the scripts most read that need only
 * their case changed: Russian, and what French and German add to ASCII. False
 * when there are none.
 */
static bool
fold_quick(struct folding *f, struct fold *out)
{
	bool lowers = f->how & FOLD_CASE, bare = f->how & FOLD_ACCENTS;
	size_t start = f->at;
	ucs c;

	while (f->end - f->at >= 2 &&
	       ucs_decode(f->s + f->at, f->end - f->at, &c) == 2) {
		if (c >= 0x410 && c < 0x450 && !(bare && (c & 0x1F) == 0x19))
			c += lowers && c < 0x430 ? 0x20 : 0;
		else if (c >= 0xC0 && c < 0x100 && !bare && c != 0xDF &&
		         c != 0xD7)
			c += lowers && c < 0xDF ? 0x20 : 0;
		else
			break;
		put(out, c, f->at);
		f->at += 2;
	}
	f->unspaced &= f->at == start;
	return f->at > start;
}

/* One code point at f->at, and what it takes with it. */
static void
fold_character(struct folding *f, struct fold *out)
{
	ucs c, was;
	size_t length = ucs_decode(f->s + f->at, f->end - f->at, &was);
	size_t next = f->at + length;
	enum fold_kind kind;
	bool unspaced = was >= 0x2E80 && (ucs_is_unspaced(was) ||
	                (was >= 0xFF01 && was <= 0xFF5E));

	look(f, f->at, &c);
	kind = fold_kind(c);
	if (unspaced && f->unspaced && kind != FOLD_BLANK)
		drop_blank(out);
	if (kind != FOLD_BLANK && kind != FOLD_INVISIBLE)
		f->unspaced = unspaced;
	switch (kind) {
	case FOLD_BLANK: put_blank(out, f->at); break;
	case FOLD_INVISIBLE:
		if (c == UCS_SOFT_HYPHEN && is_in_word(last(out)))
			next = behind_soft_hyphen(f, next);
		break;
	case FOLD_HYPHEN:
		if (!joins_word(f, out, length, &next)) {
			next = f->at + length;
			put_dash(out, f->at);
		}
		break;
	case FOLD_DASH: put_dash(out, f->at); break;
	case FOLD_SINGLE: put_single(f, out, length); break;
	case FOLD_DOUBLE: put(out, '"', f->at); break;
	case FOLD_STOP: put_stops(out, 1, f->at); break;
	case FOLD_ELLIPSIS: put_stops(out, 3, f->at); break;
	case FOLD_LETTER: put_letter(f, out, c); break;
	}
	f->at = next;
}

static bool
is_sign(char c)
{
	return c == '_' || c == '*';
}

/* Behind the signs of emphasis at f->at, at the edge of a word; f->at where
 * they stand alone or within one. */
static size_t
behind_signs(const struct folding *f)
{
	size_t before = f->at, next = f->at;
	ucs a = ' ', b = ' ';

	while (next < f->end && is_sign(f->s[next]))
		next++;
	while (before && is_sign(f->s[before - 1]))
		before--;
	if (before) {
		before = ucs_before(f->s, before);
		ucs_decode(f->s + before, f->at - before, &a);
	}
	if (next < f->end)
		ucs_decode(f->s + next, f->end - next, &b);
	if (ucs_is_letter(a) || ucs_is_digit(a))
		return ucs_is_letter(b) || ucs_is_digit(b) ? f->at : next;
	return fold_kind(a) == FOLD_BLANK && fold_kind(b) == FOLD_BLANK
	       ? f->at : next;
}

/* Folds one code point at f->at, and what it takes with it. */
static void
fold_other(struct folding *f, struct fold *out)
{
	if ((f->how & FOLD_SIGNS) && is_sign(f->s[f->at])) {
		size_t behind = behind_signs(f);

		if (behind == f->at) {
			put(out, (unsigned char)f->s[f->at], f->at);
			behind++;
		}
		f->at = behind;
		return;
	}
	fold_character(f, out);
}

void
folding_begin(struct folding *f, const char *s, size_t start, size_t end,
              unsigned how)
{
	*f = (struct folding){.s = s, .at = start, .end = end, .how = how};
}

/* Room for what N more bytes can become, and for the end's place. */
static void
make_room(struct fold *out, size_t n)
{
	size_t need = out->n + n + 1;

	if (need <= out->cap)
		return;
	out->c = mem_resize(out->c, need, sizeof *out->c);
	out->from = mem_resize(out->from, need, sizeof *out->from);
	out->cap = need;
}

/* Whether nothing from f->at on can change what is in OUT. */
static bool
is_settled(const struct folding *f, const struct fold *out)
{
	ucs c, before = last(out);

	look(f, f->at, &c);
	if (before == ' ' || before == '\'')
		return false;
	return is_plain(f->how, c) ||
	       (ucs_is_letter(c) && !fold_may_combine(c));
}

bool
folding_more(struct folding *f, size_t bytes, struct fold *out)
{
	size_t all = f->end, stop, start = f->at;

	if (f->at >= all)
		return false;
	stop = all - start > bytes ? start + bytes : all;
	make_room(out, (stop - start) + SETTLE_MAX + UCS_MAX_BYTES);
	while (f->at < stop) {
		f->end = stop;
		fold_plain(f, out);
		if (fold_quick(f, out))
			fold_plain(f, out);
		f->end = all;
		if (f->at < stop)
			fold_other(f, out);
	}
	while (f->at < all && f->at - stop < SETTLE_MAX && !is_settled(f, out))
		fold_other(f, out);
	out->from[out->n] = f->at;
	return true;
}

static void
fold_whole(const char *s, struct span span, unsigned how, struct fold *out)
{
	struct folding f;

	out->n = 0;
	folding_begin(&f, s, span.start, span.end, how);
	make_room(out, span.end - span.start);
	folding_more(&f, span.end - span.start, out);
	drop_blank(out);
	out->from[out->n] = span.end;
}

void
fold_span(const struct text *t, struct span span, unsigned how,
          struct fold *out)
{
	fold_whole(t->at, span, how, out);
}

void
fold_bytes(const char *s, size_t n, unsigned how, struct fold *out)
{
	fold_whole(s, (struct span){0, n}, how, out);
}

void
fold_clear(struct fold *f)
{
	free(f->c);
	free(f->from);
	*f = (struct fold){0};
}

struct span
fold_source(const struct text *t, const struct fold *f, size_t i, size_t j)
{
	text_pos start = f->from[i], least, end, before;
	ucs c, final = f->c[j - 1];

	while (j < f->n && f->from[j] == f->from[j - 1])
		j++;
	least = f->from[j - 1];
	least += ucs_decode(t->at + least, t->n - least, &c);
	for (end = f->from[j]; end > least; end = before) {
		enum fold_kind kind;

		before = ucs_before(t->at, end);
		ucs_decode(t->at + before, t->n - before, &c);
		kind = fold_kind(c);
		if (kind != FOLD_BLANK && kind != FOLD_INVISIBLE &&
		    (kind != FOLD_HYPHEN || final == '-'))
			break;
	}
	return (struct span){start, end};
}
