/* UAX #14 in little: where lines of common prose may end. */
#include "layout/kin.h"

#define BIT(kin) (1u << (kin))
#define WORDS (BIT(KIN_WORD) | BIT(KIN_DIGIT))
#define CLOSERS \
	(BIT(KIN_QUOTE) | BIT(KIN_STOP) | BIT(KIN_CLOSE) | BIT(KIN_TAIL))

/* Which may stand right behind each without a break between them. */
static const uint16_t sticks[] = {
	[KIN_OTHER] = 0,
	[KIN_WORD] = CLOSERS | WORDS | BIT(KIN_OPEN) | BIT(KIN_HYPHEN),
	[KIN_DIGIT] = CLOSERS | WORDS | BIT(KIN_OPEN) | BIT(KIN_HYPHEN),
	[KIN_QUOTE] = CLOSERS | WORDS | BIT(KIN_OPEN),
	[KIN_STOP] = CLOSERS | WORDS,
	[KIN_CLOSE] = CLOSERS,
	[KIN_TAIL] = CLOSERS,
	[KIN_OPEN] = CLOSERS | WORDS | BIT(KIN_OPEN),
	[KIN_DASH] = 0,
	[KIN_HYPHEN] = CLOSERS | BIT(KIN_HYPHEN),
};

/* Which may begin a line right behind each. */
static const uint16_t parts[] = {
	[KIN_OTHER] = 0,
	[KIN_WORD] = BIT(KIN_DASH),
	[KIN_DIGIT] = BIT(KIN_DASH),
	[KIN_STOP] = BIT(KIN_DASH),
	[KIN_CLOSE] = BIT(KIN_DASH),
	[KIN_TAIL] = WORDS | BIT(KIN_DASH),
	[KIN_DASH] = WORDS | BIT(KIN_OPEN),
	[KIN_HYPHEN] = BIT(KIN_WORD),
};

/* Which may begin a line when each stands before the blank. */
#define STARTERS (WORDS | BIT(KIN_QUOTE) | BIT(KIN_TAIL))
static const uint16_t starts[] = {
	[KIN_OTHER] = 0,
	[KIN_WORD] = STARTERS | BIT(KIN_OPEN) | BIT(KIN_DASH),
	[KIN_DIGIT] = STARTERS | BIT(KIN_OPEN) | BIT(KIN_DASH),
	[KIN_QUOTE] = STARTERS | BIT(KIN_DASH),
	[KIN_STOP] = STARTERS | BIT(KIN_OPEN) | BIT(KIN_DASH),
	[KIN_CLOSE] = STARTERS | BIT(KIN_OPEN) | BIT(KIN_DASH),
	[KIN_TAIL] = STARTERS | BIT(KIN_OPEN) | BIT(KIN_DASH),
	[KIN_OPEN] = 0,
	[KIN_DASH] = STARTERS | BIT(KIN_OPEN),
	[KIN_HYPHEN] = 0,
};

#define FIVE(kin) kin, kin, kin, kin, kin
#define LETTERS(kin) FIVE(kin), FIVE(kin), FIVE(kin), FIVE(kin), FIVE(kin), kin

const uint8_t kin_ascii[128] = {
	['!'] = KIN_CLOSE,
	['"'] = KIN_QUOTE,
	['\''] = KIN_QUOTE,
	['('] = KIN_OPEN,
	[')'] = KIN_CLOSE,
	['*'] = KIN_WORD,
	[','] = KIN_STOP,
	['-'] = KIN_HYPHEN,
	['.'] = KIN_STOP,
	['0'] = FIVE(KIN_DIGIT), FIVE(KIN_DIGIT), /* to 9, then : and ; */
	KIN_STOP, KIN_STOP,
	['?'] = KIN_CLOSE,
	['A'] = LETTERS(KIN_WORD),
	['['] = KIN_OPEN,
	[']'] = KIN_CLOSE,
	['_'] = KIN_WORD,
	['a'] = LETTERS(KIN_WORD),
	['{'] = KIN_OPEN,
	['}'] = KIN_CLOSE,
};

enum kin
kin_of(ucs c)
{
	if (c < 0x80)
		return kin_ascii[c];
	if ((c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
	    (c >= 0x388 && c <= 0x481) || (c >= 0x48A && c <= 0x52F))
		return KIN_WORD;
	switch (c) {
	case 0xAB: /* guillemets */
	case 0xBB:
	case 0x2018: /* quotation marks */
	case 0x2019:
	case 0x201C:
	case 0x201D:
		return KIN_QUOTE;
	case 0x201A: /* low quotation marks */
	case 0x201E:
		return KIN_OPEN;
	case 0x2013:
	case 0x2026:
		return KIN_TAIL;
	case 0x2014:
		return KIN_DASH;
	default:
		return KIN_OTHER;
	}
}

enum kin_pair
kin_pair(enum kin before, enum kin kin)
{
	if (sticks[before] & BIT(kin))
		return KIN_STICKS;
	return parts[before] & BIT(kin) ? KIN_PARTS : KIN_ASK;
}

enum kin_pair
kin_over_blank(enum kin before, enum kin kin)
{
	return starts[before] & BIT(kin) ? KIN_STARTS : KIN_ASK;
}
