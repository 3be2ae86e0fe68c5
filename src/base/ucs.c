/* Unicode: the one door to libunistring. */
#include "base/ucs.h"

#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>
#include <uniwidth.h>

#include "base/ascii.h"
#include "base/mem.h"

/* The repertoire whose width rules apply; "UTF-8" keeps ambiguous at 1. */
#define ENCODING "UTF-8"

static bool
continues(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The bits of a lead byte's first continuation and on. */
static ucs
six(char c)
{
	return (unsigned char)c & 0x3F;
}

size_t
ucs_decode_high(const char *s, size_t n, ucs *c)
{
	unsigned char first = (unsigned char)*s;

	if (n >= 2 && first >= 0xC2 && first < 0xE0 && continues(s[1])) {
		*c = (first & 0x1FU) << 6 | six(s[1]);
		return 2;
	}
	if (n >= 3 && (first & 0xF0) == 0xE0 && continues(s[1]) &&
	    continues(s[2])) {
		*c = (first & 0xFU) << 12 | six(s[1]) << 6 | six(s[2]);
		if (*c >= 0x800 && (*c & 0xF800) != 0xD800)
			return 3;
	}
	if (n >= 4 && (first & 0xF8) == 0xF0 && continues(s[1]) &&
	    continues(s[2]) && continues(s[3])) {
		*c = (first & 7U) << 18 | six(s[1]) << 12 | six(s[2]) << 6 |
		     six(s[3]);
		if (*c >= 0x10000 && *c < 0x110000)
			return 4;
	}
	*c = UCS_REPLACEMENT;
	return 1;
}

size_t
ucs_before(const char *s, size_t i)
{
	size_t back;
	ucs c;

	for (back = 1; back < UCS_MAX_BYTES && back < i; back++)
		if (!continues(s[i - back]))
			break;
	if (back > 1 && ucs_decode(s + i - back, back, &c) != back)
		back = 1;
	return i - back;
}

size_t
ucs_encode(ucs c, char out[UCS_MAX_BYTES])
{
	int length = u8_uctomb((uint8_t *)out, c, UCS_MAX_BYTES);

	if (length > 0)
		return (size_t)length;
	memcpy(out, "\xEF\xBF\xBD", 3);
	return 3;
}

/* How many of the N bytes at S are ASCII before the first that is not; a
 * whole word at a time, so at most seven too few. */
static size_t
ascii_words(const char *s, size_t n)
{
	size_t i;
	uint64_t word;

	for (i = 0; i + sizeof word <= n; i += sizeof word) {
		memcpy(&word, s + i, sizeof word);
		if (word & 0x8080808080808080)
			break;
	}
	return i;
}

bool
ucs_is_utf8(const char *s, size_t n)
{
	size_t i = 0, length;
	ucs c;

	while ((i += ascii_words(s + i, n - i)) < n) {
		length = ucs_decode(s + i, n - i, &c);
		if (c == UCS_REPLACEMENT && length == 1)
			return false;
		i += length;
	}
	return true;
}

unsigned
ucs_width(ucs c)
{
	int width;

	if (c < 0x7f)
		return c >= ' ';
	if (c == UCS_SOFT_HYPHEN)
		return 0;
	width = uc_width(c, ENCODING);
	return width < 0 ? 0 : (unsigned)width;
}

/* What a cluster so far may be joined to, beyond what the last two code
 * points tell (UAX #29, GB11 to GB13). */
enum joint { JOINT_NONE, JOINT_PICTURE, JOINT_JOINER, JOINT_FLAG };

static enum joint
joint_at_start(ucs c)
{
	if (uc_is_property_extended_pictographic(c))
		return JOINT_PICTURE;
	return uc_is_property_regional_indicator(c) ? JOINT_FLAG : JOINT_NONE;
}

/* Whether C belongs to the cluster that BEFORE ends, after which *JOINT is
 * that of the longer cluster. */
static bool
joins(ucs before, ucs c, enum joint *joint)
{
	bool is_flag = uc_is_property_regional_indicator(c);
	bool is_picture = uc_is_property_extended_pictographic(c);
	enum joint was = *joint;

	*joint = joint_at_start(c);
	if (is_flag && uc_is_property_regional_indicator(before)) {
		*joint = JOINT_NONE;
		return was == JOINT_FLAG;
	}
	if (was == JOINT_JOINER && is_picture)
		return true;
	if (was == JOINT_PICTURE && c == 0x200D)
		*joint = JOINT_JOINER;
	else if (was == JOINT_PICTURE &&
	         uc_graphemeclusterbreak_property(c) == GBP_EXTEND)
		*joint = JOINT_PICTURE;
	return !uc_is_grapheme_break(before, c);
}

/*
 * libunistring's own walk trusts its input, which ours must not, and judges
 * by pairs alone.
 */
size_t
ucs_cluster(const char *s, size_t n)
{
	size_t at, length;
	enum joint joint;
	ucs before, c;

	if (n == 1 || ((unsigned char)s[0] < 0x80 &&
	               (unsigned char)s[1] < 0x80 && s[0] != '\r'))
		return 1;
	at = ucs_decode(s, n, &before);
	if (before == UCS_REPLACEMENT && at == 1)
		return at;
	joint = joint_at_start(before);
	while (at < n) {
		length = ucs_decode(s + at, n - at, &c);
		if ((c == UCS_REPLACEMENT && length == 1) ||
		    !joins(before, c, &joint))
			break;
		at += length;
		before = c;
	}
	return at;
}

/*
 * Calls one of libunistring's break finders, which trust their input, on a
 * copy of S in which each byte of an invalid sequence is a '#', which to
 * both algorithms is what U+FFFD is, in one byte.
 */
static void
find_breaks(const char *s, size_t n, char *out,
            void (*find)(const uint8_t *s, size_t n, char *out))
{
	char *copy = NULL;
	size_t i, length;
	ucs c;

	if (!ucs_is_utf8(s, n)) {
		copy = mem_text(s, n);
		for (i = 0; i < n; i += length) {
			length = ucs_decode(s + i, n - i, &c);
			if (c == UCS_REPLACEMENT && length == 1)
				copy[i] = '#';
		}
		s = copy;
	}
	find((const uint8_t *)s, n, out);
	free(copy);
}

static void
find_line_breaks(const uint8_t *s, size_t n, char *out)
{
	u8_possible_linebreaks(s, n, ENCODING, out);
}

/* Whether C is of the line breaking class AL, as far as letters and the signs
 * of ASCII go. */
static bool
is_alphabetic(ucs c)
{
	if (c < 0x80)
		return ucs_is_letter(c) ||
		       (c && strchr("#&*<=>@^_`~", (int)c));
	return ucs_is_letter(c) && !ucs_is_unspaced(c) && ucs_width(c) < 2;
}

/*
 * LB29, which the library leaves out: no break behind a full stop or comma
 * that a letter follows, as in C.P.S.U.
 */
static void
mend_stops(const char *s, size_t n, char *out)
{
	size_t i;
	ucs c;

	for (i = 1; i < n; i++) {
		if (out[i] != UCS_BREAK_MAY || !s[i - 1] ||
		    !strchr(",.:;", s[i - 1]))
			continue;
		ucs_decode(s + i, n - i, &c);
		if (is_alphabetic(c))
			out[i] = UCS_BREAK_NO;
	}
}

void
ucs_line_breaks(const char *s, size_t n, char *out)
{
	bool after_mandatory = false;
	size_t i;

	if (!n)
		return;
	find_breaks(s, n, out, find_line_breaks);
	/* The library marks the line end itself; here it is the byte after. */
	for (i = 0; i < n; i++) {
		bool is_end = out[i] == UC_BREAK_MANDATORY;

		if (after_mandatory)
			out[i] = UCS_BREAK_MUST;
		else if (out[i] == UC_BREAK_POSSIBLE)
			out[i] = UCS_BREAK_MAY;
		else
			out[i] = UCS_BREAK_NO;
		after_mandatory = is_end;
	}
	out[0] = UCS_BREAK_NO;
	mend_stops(s, n, out);
}

static void
find_word_breaks(const uint8_t *s, size_t n, char *out)
{
	u8_wordbreaks(s, n, out);
}

void
ucs_word_breaks(const char *s, size_t n, char *out)
{
	if (n)
		find_breaks(s, n, out, find_word_breaks);
}

static bool
in(ucs c, uint32_t categories)
{
	return uc_is_general_category_withtable(c, categories);
}

const uint8_t ucs_ascii[0x80] = {
	['\t'] = UCS_SPACE, ['\n'] = UCS_SPACE, ['\v'] = UCS_SPACE,
	['\f'] = UCS_SPACE, ['\r'] = UCS_SPACE, [' '] = UCS_SPACE,
#define DIGIT(c) [c] = UCS_DIGIT
#define BOTH(upper, lower) [upper] = UCS_UPPER, [lower] = UCS_LOWER
#define PUNCT(c) [c] = UCS_PUNCT
	DIGIT('0'), DIGIT('1'), DIGIT('2'), DIGIT('3'), DIGIT('4'), DIGIT('5'),
	DIGIT('6'), DIGIT('7'), DIGIT('8'), DIGIT('9'), ASCII_LETTERS(BOTH),
	PUNCT('!'), PUNCT('"'), PUNCT('#'), PUNCT('%'), PUNCT('&'),
	PUNCT('\''), PUNCT('*'), PUNCT(','), PUNCT('.'), PUNCT('/'),
	PUNCT(':'), PUNCT(';'), PUNCT('?'), PUNCT('@'), PUNCT('\\'),
	PUNCT('_'), ['-'] = UCS_PUNCT | UCS_DASH,
	['('] = UCS_PUNCT | UCS_OPEN, ['['] = UCS_PUNCT | UCS_OPEN,
	['{'] = UCS_PUNCT | UCS_OPEN, [')'] = UCS_PUNCT | UCS_CLOSE,
	[']'] = UCS_PUNCT | UCS_CLOSE, ['}'] = UCS_PUNCT | UCS_CLOSE,
#undef DIGIT
#undef BOTH
#undef PUNCT
};

bool
ucs_is_beyond(ucs c, unsigned kind)
{
	switch (kind) {
	case UCS_SPACE:
		return uc_is_property_white_space(c) || c == 0x200B ||
		       c == 0xFEFF;
	case UCS_UPPER:
		return in(c, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
	case UCS_LOWER:
		return in(c, UC_CATEGORY_MASK_Ll);
	case UCS_UPPER | UCS_LOWER:
		return in(c, UC_CATEGORY_MASK_L);
	case UCS_DIGIT:
		return in(c, UC_CATEGORY_MASK_Nd);
	case UCS_PUNCT:
		return in(c, UC_CATEGORY_MASK_P);
	case UCS_OPEN:
		return in(c, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
	case UCS_CLOSE:
		return in(c, UC_CATEGORY_MASK_Pe | UC_CATEGORY_MASK_Pf);
	default:
		return in(c, UC_CATEGORY_MASK_Pd);
	}
}

bool
ucs_is_control(ucs c)
{
	if (c < 0x80)
		return c < ' ' || c == 0x7f;
	return (c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool
ucs_is_mark(ucs c)
{
	return c >= 0x300 && in(c, UC_CATEGORY_MASK_M);
}

bool
ucs_is_unspaced(ucs c)
{
	return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
	       (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && c <= 0x312F) ||
	       (c >= 0x31A0 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	       (c >= 0xFF66 && c <= 0xFF9D) || (c >= 0x20000 && c <= 0x3FFFF);
}

ucs
ucs_lower(ucs c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return uc_tolower(c);
}

bool
ucs_ends_sentence(ucs c)
{
	if (c < 0x80)
		return c == '.' || c == '!' || c == '?';
	return uc_is_property_sentence_terminal(c) || c == 0xFF0E;
}

ucs
ucs_case_folded(ucs c)
{
	/* Where simple lower case and case folding differ. */
	switch (c) {
	case 0xB5: return 0x3BC;
	case 0x17F: return 's';
	case 0x345: return 0x345;
	case 0x3C2: return 0x3C3;
	case 0x3D0: return 0x3B2;
	case 0x3D1: return 0x3B8;
	case 0x3D5: return 0x3C6;
	case 0x3D6: return 0x3C0;
	case 0x3F0: return 0x3BA;
	case 0x3F1: return 0x3C1;
	case 0x3F5: return 0x3B5;
	case 0x1E9B: return 0x1E61;
	case 0x1FBE: return 0x3B9;
	default: return ucs_lower(c);
	}
}

size_t
ucs_decompose(ucs c, ucs out[UCS_DECOMPOSED_MAX])
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	size_t n = 1;
	int got;

	out[0] = c;
	/* Each step gives a pair of which only the first may go on. */
	while (n < UCS_DECOMPOSED_MAX &&
	       (got = uc_canonical_decomposition(out[0], parts)) > 0) {
		size_t more = (size_t)got;

		if (n - 1 + more > UCS_DECOMPOSED_MAX)
			break;
		memmove(out + more, out + 1, (n - 1) * sizeof *out);
		memcpy(out, parts, more * sizeof *out);
		n += more - 1;
	}
	return n;
}

ucs
ucs_compose(ucs a, ucs b)
{
	return uc_composition(a, b);
}

unsigned
ucs_combining_class(ucs c)
{
	return c < 0x300 ? 0 : (unsigned)uc_combining_class(c);
}

ucs
ucs_unaccented(ucs c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	ucs before;

	if (c < 0x80 || (c >= 0xAC00 && c <= 0xD7A3))
		return c;
	do {
		before = c;
		if (uc_canonical_decomposition(c, parts) > 0)
			c = parts[0];
	} while (c != before);
	return c;
}
