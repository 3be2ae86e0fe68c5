/* The quick way over what most texts are made of. */
#include "layout/skip.h"

#include <string.h>

/*
 * Whether what begins at S is sure to begin a cluster of its own behind any
 * letter: the common letters and punctuation of Europe and East Asia, read off
 * their first bytes.
 */
static bool
stands_alone(const char *s, size_t n)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0xE2)
		return u[0] < 0x80 || (u[0] >= 0xC3 && u[0] <= 0xCB) ||
		       (u[0] >= 0xCE && u[0] <= 0xD1);
	if (u[0] >= 0xE4 && u[0] <= 0xE9)
		return true;
	if (n < 3)
		return false;
	switch (u[0]) {
	case 0xE2: /* U+2010 to U+2027 */
		return u[1] == 0x80 && u[2] >= 0x90 && u[2] <= 0xA7;
	case 0xE3: /* U+3000 to U+3029, Kana but for its two marks */
		return (u[1] == 0x80 && u[2] <= 0xA9) || u[1] == 0x81 ||
		       (u[1] == 0x82 && u[2] != 0x99 && u[2] != 0x9A) ||
		       u[1] == 0x83;
	case 0xEA: /* Hangul from U+AC00 */
		return u[1] >= 0xB0;
	case 0xEB:
	case 0xEC:
		return true;
	case 0xEF: /* U+FF00 to U+FF3F */
		return u[1] == 0xBC;
	default:
		return false;
	}
}

unsigned
skip_width(ucs c)
{
	if (c < 0x3000)
		return 1;
	if ((c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD000))
		return 2;
	return ucs_width(c);
}

size_t
skip_common(const char *s, size_t n, unsigned *width)
{
	size_t length;
	ucs c;

	if (!stands_alone(s, n) || (unsigned char)*s <= ' ' || *s == 0x7f)
		return 0;
	length = ucs_decode(s, n, &c);
	if ((c == UCS_REPLACEMENT && length == 1) || c == 0x3000 ||
	    (length < n && !stands_alone(s + length, n - length)))
		return 0;
	*width = skip_width(c);
	return length;
}

/*
 * Bytes of a code point by its first: signs and letters of ASCII, and the
 * letters of two bytes that are one column wide and combine with nothing
 * before them. 0 for all that needs a closer look.
 */
static const unsigned char letter_bytes[256] = {
	['!'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['@'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['P'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['`'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['p'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	[0xC3] = 2, 2, 2, 2, 2, 2, 2, 2, 2,
	[0xCE] = 2, 2, 2, 2,
};

/* Over letters of two bytes and single spaces between them; like skip_plain,
 * which it is the inner part of. */
static text_pos
skip_pairs(const unsigned char *s, text_pos p, text_pos stop, unsigned room,
           unsigned *col, struct blank *blank)
{
	unsigned at = *col;

	for (; p < stop && at < room; at++) {
		if (letter_bytes[s[p]] == 2 && (s[p + 1] & 0xC0) == 0x80 &&
		    (s[p + 2] < 0x80 || letter_bytes[s[p + 2]])) {
			p += 2;
		} else if (s[p] == ' ' && at && letter_bytes[s[p + 1]]) {
			*blank = (struct blank){ p, at };
			p++;
		} else {
			break;
		}
	}
	*col = at;
	return p;
}

/* Whether the eight bytes at S are signs of ASCII or spaces, no space before
 * another blank, and the byte behind them is ASCII. */
static bool
eight_are_plain(const unsigned char *s)
{
	const uint64_t ones = UINT64_MAX / 255, high = ones * 0x80;
	uint64_t here, next, space, sign, sign_next, delete;

	memcpy(&here, s, sizeof here);
	memcpy(&next, s + 1, sizeof next);
	if ((here | next) & high)
		return false;
	/* Each sum has the high bit of a byte set where it is at least ... */
	space = here + ones * (0x80 - ' ');
	sign = here + ones * (0x7F - ' ');
	sign_next = next + ones * (0x7F - ' ');
	delete = here + ones;
	return (space & (sign | sign_next) & ~delete & high) == high;
}

/* Over signs of ASCII and single spaces between them, at most N (up to where
 * something else may combine with the last). */
static size_t
skip_ascii(const unsigned char *s, size_t n)
{
	size_t i;

	for (i = 0; i + 8 <= n && eight_are_plain(s + i); i += 8)
		;
	for (; i < n && s[i + 1] < 0x80; i++)
		if (!letter_bytes[s[i]] &&
		    (s[i] != ' ' || !letter_bytes[s[i + 1]]))
			break;
	return i;
}

/* Keeps the last space of the N bytes at P, AT columns in. */
static void
keep_space(const char *s, text_pos p, size_t n, unsigned at,
           struct blank *blank)
{
	for (; n; n--)
		if (s[p + n - 1] == ' ') {
			blank->at = p + n - 1;
			blank->col = at + (unsigned)n - 1;
			return;
		}
}

/* One code point on, of whatever kind; where that is not in reach P comes
 * back. */
static text_pos
skip_one(const struct walk *w, text_pos p, unsigned room, unsigned *col,
         struct blank *blank)
{
	const char *s = w->text->at + p;
	size_t n = w->limit - p, length;
	unsigned width = 1;

	if (*s == ' ') {
		if (!*col || atoms_blank(s + 1, n - 1))
			return p;
		*blank = (struct blank){ p, *col };
		length = 1;
	} else {
		length = skip_common(s, n, &width);
	}
	if (!length || width > room - *col)
		return p;
	*col += width;
	return p + length;
}

text_pos
skip_plain(struct walk *w, text_pos p, text_pos stop, unsigned room,
           unsigned *col, struct blank *blank)
{
	const char *s = w->text->at;
	text_pos before;

	if (w->limit - p < 3)
		return p;
	if (stop > w->limit - 2)
		stop = w->limit - 2;
	if (w->first)
		stop = atoms_plain_end(w, p, stop);
	while (p < stop && *col < room) {
		size_t n = stop - p < room - *col ? stop - p : room - *col;

		if (*col && (unsigned char)s[p] < 0x80) {
			n = skip_ascii((const unsigned char *)s + p, n);
			keep_space(s, p, n, *col, blank);
			p += n;
			*col += (unsigned)n;
		}
		p = skip_pairs((const unsigned char *)s, p, stop, room, col,
		               blank);
		before = p;
		if (p < stop && *col < room)
			p = skip_one(w, p, room, col, blank);
		if (p == before)
			break;
	}
	return p;
}
