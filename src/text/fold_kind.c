/* What folding does about a code point. */
#include "text/fold_kind.h"

static enum fold_kind
kind_of_ascii(ucs c)
{
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return FOLD_BLANK;
	switch (c) {
	case '-': return FOLD_HYPHEN;
	case '\'': case '`': return FOLD_SINGLE;
	case '"': return FOLD_DOUBLE;
	case '.': return FOLD_STOP;
	default: return FOLD_LETTER;
	}
}

static enum fold_kind
kind_of_punctuation(ucs c)
{
	switch (c) {
	case 0x2010: case 0x2011: case 0x2013:
		return FOLD_HYPHEN;
	case 0x2012: case 0x2014: case 0x2015: case 0x2E3A: case 0x2E3B:
	case 0x2212: case 0xFE58: case 0xFE63: case 0x301C:
		return FOLD_DASH;
	case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032:
	case 0x2035: case 0x2039: case 0x203A: case 0x300E: case 0x300F:
		return FOLD_SINGLE;
	case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033:
	case 0x2036: case 0x300C: case 0x300D: case 0x301D: case 0x301E:
	case 0x301F: case 0x2E42:
		return FOLD_DOUBLE;
	case 0x2024:
		return FOLD_STOP;
	case 0x2026:
		return FOLD_ELLIPSIS;
	case 0x200B: case 0x200C: case 0x200D: case 0x200E: case 0x200F:
	case 0x202A: case 0x202B: case 0x202C: case 0x202D: case 0x202E:
	case 0x2060: case 0x2061: case 0x2062: case 0x2063: case 0x2064:
	case 0x2066: case 0x2067: case 0x2068: case 0x2069:
		return FOLD_INVISIBLE;
	default:
		return ucs_is_space(c) ? FOLD_BLANK : FOLD_LETTER;
	}
}

enum fold_kind
fold_kind(ucs c)
{
	if (c < 0x80)
		return kind_of_ascii(c);
	if (c >= 0x2000 && c < 0x3100)
		return kind_of_punctuation(c);
	switch (c) {
	case 0x85: case 0xA0: case 0x1680:
		return FOLD_BLANK;
	case 0xB4: case 0x2B9: case 0x2BB: case 0x2BC: case 0x2BD:
		return FOLD_SINGLE;
	case 0xAB: case 0xBB: case 0x2BA:
		return FOLD_DOUBLE;
	case 0xAD: case 0x34F: case 0x61C: case 0x180E: case 0xFEFF:
		return FOLD_INVISIBLE;
	case 0x58A: case 0x1400:
		return FOLD_HYPHEN;
	case 0xFE58: case 0xFE63:
		return FOLD_DASH;
	default:
		break;
	}
	if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF))
		return FOLD_INVISIBLE;
	return FOLD_LETTER;
}
