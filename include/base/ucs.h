/* Unicode: the one door to libunistring. */
#ifndef LECTERN_BASE_UCS_H
#define LECTERN_BASE_UCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t ucs;

enum {
	UCS_MAX_BYTES = 4,     /* [byte] the longest code point in UTF-8 */
	UCS_REPLACEMENT = 0xFFFD,
	UCS_SOFT_HYPHEN = 0x00AD,
};

/* ucs_decode of what is not ASCII. */
size_t ucs_decode_high(const char *s, size_t n, ucs *c);

/*
 * The code point at S (N >= 1 bytes) in *C and its length in bytes, 1 to 4.
 * A byte that begins no valid sequence is U+FFFD of one byte, so a decoder
 * that starts anywhere meets every byte exactly once. Most bytes of most
 * texts are ASCII: no call is made for them.
 */
static inline size_t
ucs_decode(const char *s, size_t n, ucs *c)
{
	*c = (unsigned char)*s;
	return *c < 0x80 ? 1 : ucs_decode_high(s, n, c);
}

/* The start of the code point before S + I (I >= 1); the inverse of
 * ucs_decode on valid text, one byte back on invalid text. */
size_t ucs_before(const char *s, size_t i);

/* C as UTF-8 in OUT, its length; surrogates and beyond give U+FFFD. */
size_t ucs_encode(ucs c, char out[UCS_MAX_BYTES]);

/* Whether the N bytes at S are UTF-8 throughout. Linear, at memory speed on
 * ASCII. */
bool ucs_is_utf8(const char *s, size_t n);

/*
 * Columns [col] a code point takes in a terminal: 0 (combining, format and
 * control characters, soft hyphen), 1 or 2 (East Asian wide, emoji).
 * Ambiguous widths count as 1.
 */
unsigned ucs_width(ucs c);

/* Bytes of the first extended grapheme cluster of S (N >= 1), UAX #29. */
size_t ucs_cluster(const char *s, size_t n);

/* For each byte of S whether a line may or must break before it, UAX #14:
 * OUT[i] is one of UCS_BREAK_*. Linear. */
enum { UCS_BREAK_NO, UCS_BREAK_MAY, UCS_BREAK_MUST };
void ucs_line_breaks(const char *s, size_t n, char *out);

/* For each byte of S whether a word begins or ends before it, UAX #29:
 * OUT[i] is 0 or 1. Linear. */
void ucs_word_breaks(const char *s, size_t n, char *out);

/* What a character is: a set of these. */
enum {
	UCS_SPACE = 1 << 0,
	UCS_UPPER = 1 << 1,
	UCS_LOWER = 1 << 2,
	UCS_DIGIT = 1 << 3,
	UCS_PUNCT = 1 << 4,
	UCS_OPEN = 1 << 5,
	UCS_CLOSE = 1 << 6,
	UCS_DASH = 1 << 7,
};

/* Of each character of ASCII. */
extern const uint8_t ucs_ascii[0x80];
/* Whether C, which is no ASCII, is of KIND: one of the above, or either case
 * for letters of any. */
bool ucs_is_beyond(ucs c, unsigned kind);

static inline bool
ucs_is(ucs c, unsigned kind)
{
	return c < 0x80 ? (ucs_ascii[c] & kind) != 0 : ucs_is_beyond(c, kind);
}

/* White_Space, and U+200B, U+FEFF */
static inline bool
ucs_is_space(ucs c)
{
	return ucs_is(c, UCS_SPACE);
}

/* L* */
static inline bool
ucs_is_letter(ucs c)
{
	return ucs_is(c, UCS_UPPER | UCS_LOWER);
}

/* Lu, Lt */
static inline bool
ucs_is_upper(ucs c)
{
	return ucs_is(c, UCS_UPPER);
}

/* Ll */
static inline bool
ucs_is_lower(ucs c)
{
	return ucs_is(c, UCS_LOWER);
}

/* Nd */
static inline bool
ucs_is_digit(ucs c)
{
	return ucs_is(c, UCS_DIGIT);
}

/* P* */
static inline bool
ucs_is_punct(ucs c)
{
	return ucs_is(c, UCS_PUNCT);
}

/* Ps, Pi: opening brackets and quotes */
static inline bool
ucs_is_open(ucs c)
{
	return ucs_is(c, UCS_OPEN);
}

/* Pe, Pf: closing brackets and quotes */
static inline bool
ucs_is_close(ucs c)
{
	return ucs_is(c, UCS_CLOSE);
}

/* Pd */
static inline bool
ucs_is_dash(ucs c)
{
	return ucs_is(c, UCS_DASH);
}

bool ucs_is_control(ucs c);  /* Cc, and the bidirectional format controls */
bool ucs_is_mark(ucs c);     /* M* */
/* Written without spaces between words: Han, Kana, Thai and their kin. */
bool ucs_is_unspaced(ucs c);
/* Ends a sentence: . ! ? and their kin in other scripts. */
bool ucs_ends_sentence(ucs c);
ucs ucs_lower(ucs c);        /* simple case mapping */
/* What C becomes in Unicode's case folding where that is one code point; ß and
 * the like, which become several, unchanged. */
ucs ucs_case_folded(ucs c);

/* The canonical decomposition of C into OUT, in full but not reordered; how
 * many code points, 1 where C has none. */
enum { UCS_DECOMPOSED_MAX = 8 };
size_t ucs_decompose(ucs c, ucs out[UCS_DECOMPOSED_MAX]);
/* What A and B compose to canonically; 0 where they do not. */
ucs ucs_compose(ucs a, ucs b);
/* The canonical combining class, 0 for a character that starts afresh. */
unsigned ucs_combining_class(ucs c);

/* The code point that the canonical decomposition of C begins with:
 * 'é' gives 'e'. Hangul and all else unchanged. */
ucs ucs_unaccented(ucs c);

#endif
