/* Reads the numbers of headings and notes. */
#include "text/structure/number.h"

#include <string.h>

#include "base/ucs.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static unsigned
roman_digit(char c)
{
	static const uint16_t digits[256] = {
		['i'] = 1, ['v'] = 5, ['x'] = 10, ['l'] = 50,
		['c'] = 100, ['d'] = 500, ['m'] = 1000,
		['I'] = 1, ['V'] = 5, ['X'] = 10, ['L'] = 50,
		['C'] = 100, ['D'] = 500, ['M'] = 1000};

	return digits[(unsigned char)c];
}

unsigned
number_roman(const char *s, size_t n)
{
	unsigned value = 0, run = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned d = roman_digit(s[i]);
		unsigned next = i + 1 < n ? roman_digit(s[i + 1]) : 0;

		if (d == 0 || ((s[i] ^ s[0]) & 32) != 0)
			return 0;
		run = i > 0 && s[i] == s[i - 1] ? run + 1 : 1;
		if (run > 4 || (run > 1 && (d == 5 || d == 50 || d == 500)))
			return 0;
		/* Only 1 before 5 and 10, 10 before 50 and 100, ... */
		if (next > d && (next > d * 10 || d == 5 || d == 50 ||
		                 d == 500 || run > 1))
			return 0;
		value += next > d ? 0u - d : d;
	}
	return value;
}

/* The value of a Han digit, 10 for ten, 100 for a hundred; -1 for none. */
static int
han_digit(ucs c)
{
	static const ucs digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
	                             0x516D, 0x4E03, 0x516B, 0x4E5D};

	for (int i = 0; i < 9; i++)
		if (digits[i] == c)
			return i + 1;
	switch (c) {
	case 0x3007: case 0x96F6: return 0;
	case 0x4E24: case 0x5169: return 2;
	case 0x5341: return 10;
	case 0x5EFF: return 20;
	case 0x5345: return 30;
	case 0x767E: return 100;
	default: return -1;
	}
}

unsigned
number_han(const char *s, size_t n, size_t *taken)
{
	unsigned value = 0, digit = 0;
	size_t p = 0;

	while (p < n && p < 24) {
		ucs c;
		size_t k = ucs_decode(s + p, n - p, &c);
		int d = han_digit(c);

		if (d < 0)
			break;
		if (d >= 10) {
			value += (digit > 0 ? digit : 1) * (unsigned)d;
			digit = 0;
		} else {
			digit = digit * 10 + (unsigned)d;
		}
		p += k;
	}
	*taken = p;
	return value + digit;
}

/* The hash of components: PARENT's, and VALUE behind them. */
static uint32_t
parent_of(uint32_t parent, uint32_t value)
{
	return (parent ^ value) * 0x9E3779B1u + 1;
}

bool
number_begins_in(const struct number *n, const struct number *outer)
{
	return n->kind == NUMBER_DOTTED && n->value == 1 &&
	       n->depth == outer->depth + 1 &&
	       n->parent == parent_of(outer->parent, outer->value);
}

/* Takes "3" or "3.1.2" off S. */
static size_t
read_arabic(const char *s, size_t n, struct number *out)
{
	size_t p = 0;

	out->kind = NUMBER_ARABIC;
	out->depth = 1;
	for (;;) {
		size_t from = p;
		uint32_t value = 0;

		while (p < n && is_digit(s[p]) && p - from < 7)
			value = value * 10 + (uint32_t)(s[p++] - '0');
		if (p == from || (p < n && is_digit(s[p])))
			return 0;
		if (out->depth > 1)
			out->kind = NUMBER_DOTTED;
		out->value = value;
		if (p + 1 >= n || s[p] != '.' || !is_digit(s[p + 1]) ||
		    out->depth == 9)
			return p;
		out->parent = parent_of(out->parent, value);
		out->depth++;
		p++;
	}
}

/* Takes "A.1.2", as appendices count, off S: the letter is a component. */
static size_t
read_appendix(const char *s, size_t n, struct number *out)
{
	size_t k;

	if (n < 3 || s[0] < 'A' || s[0] > 'Z' || s[1] != '.' ||
	    !is_digit(s[2]))
		return 0;
	k = read_arabic(s + 2, n - 2, out);
	if (k == 0)
		return 0;
	out->kind = NUMBER_DOTTED;
	out->depth++;
	out->parent = parent_of(out->parent, (unsigned char)s[0]);
	return k + 2;
}

/* Takes a Roman number or a single letter off S. */
static size_t
read_letters(const char *s, size_t n, struct number *out)
{
	size_t p = 0;
	bool lower = s[0] >= 'a';

	while (p < n && p < 12 && ((s[p] | 32) >= 'a' && (s[p] | 32) <= 'z'))
		p++;
	out->value = number_roman(s, p);
	out->depth = 1;
	if (p == 1)
		out->letter = (uint32_t)((s[0] | 32) - 'a' + 1);
	if (out->value > 0 && out->value < 400) {
		out->kind = lower ? NUMBER_ROMAN_LOWER : NUMBER_ROMAN;
		return p;
	}
	if (p != 1)
		return 0;
	out->kind = lower ? NUMBER_LETTER_LOWER : NUMBER_LETTER;
	out->value = out->letter;
	return p;
}

static size_t
read_digits(const char *s, size_t n, struct number *out)
{
	ucs c;
	size_t k = ucs_decode(s, n, &c), lettered;

	if (c < 0x80 && is_digit((char)c))
		return read_arabic(s, n, out);
	lettered = read_appendix(s, n, out);
	if (lettered > 0)
		return lettered;
	*out = (struct number){0};
	if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
		return read_letters(s, n, out);
	out->depth = 1;
	if (c >= 0x2160 && c <= 0x216B) {
		out->kind = NUMBER_ROMAN;
		out->value = c - 0x215F;
		return k;
	}
	out->kind = NUMBER_HAN;
	out->value = number_han(s, n, &k);
	return out->value > 0 ? k : 0;
}

/* What stands behind a number: 0 when nothing may, its bytes in *TAKEN. */
static char
suffix_at(const char *s, size_t n, size_t *taken)
{
	ucs c;

	*taken = 0;
	if (n == 0)
		return ' ';
	*taken = ucs_decode(s, n, &c);
	switch (c) {
	case '.': case ')': case ':': case ']':
		return (char)c;
	case 0x3001: case 0xFF0E:
		return '.';
	case 0xFF1A:
		return ':';
	case 0xFF09:
		return ')';
	case 0x2013: case 0x2014: case '-':
		return '-';
	default:
		*taken = 0;
		return ucs_is_space(c) ? ' ' : '\0';
	}
}

/* A letter without a suffix is a word ("A man"), and so is "I" in front of
 * another: only alone on its line may a Roman number lack one. */
static bool
is_word(const struct number *x, const char *s, size_t n)
{
	ucs c;

	/* "A. – No." is a speaker's. */
	if (x->suffix == '-' && x->kind >= NUMBER_LETTER &&
	    x->kind <= NUMBER_LETTER_LOWER)
		return true;
	if (x->suffix != 0 || x->bracketed || x->n == n ||
	    s[x->n] == '\n' || s[x->n] == '\r')
		return x->kind >= NUMBER_LETTER &&
		       x->kind <= NUMBER_LETTER_LOWER && x->suffix == 0 &&
		       !x->bracketed;
	if (x->kind == NUMBER_ROMAN && x->n > 1)
		return false;
	if (x->kind == NUMBER_HAN) {
		ucs_decode(s + x->n, n - x->n, &c);
		return !ucs_is_space(c);
	}
	return x->kind >= NUMBER_ROMAN && x->kind <= NUMBER_LETTER_LOWER;
}

struct number
number_read(const char *s, size_t n)
{
	return number_unnamed(number_named(s, n), s, n);
}

struct number
number_unnamed(struct number named, const char *s, size_t n)
{
	return is_word(&named, s, n) ? (struct number){0} : named;
}

/* "CI-DEVANT", "X-rays": a word goes on behind the hyphen at S. */
static bool
is_compound(const struct number *x, const char *s, size_t n)
{
	ucs c;

	if (x->kind == NUMBER_ARABIC || x->kind == NUMBER_DOTTED || n < 2 ||
	    s[0] != '-')
		return false;
	ucs_decode(s + 1, n - 1, &c);
	return ucs_is_letter(c);
}

bool
number_may_begin(const char *s, size_t n)
{
	return n < 2 || !is_letter(s[0]) || !is_letter(s[1]) ||
	       roman_digit(s[0]) != 0;
}

struct number
number_named(const char *s, size_t n)
{
	struct number x = {0};
	size_t p = 0, k, taken;
	char open = n > 0 && (s[0] == '(' || s[0] == '[') ? s[0] : '\0';

	if (open != '\0')
		p++;
	if (!number_may_begin(s + p, n - p))
		return (struct number){0};
	if (p >= n || (k = read_digits(s + p, n - p, &x)) == 0)
		return (struct number){0};
	p += k;
	x.suffix = suffix_at(s + p, n - p, &taken);
	if (x.suffix == '\0' || is_compound(&x, s + p, n - p))
		return (struct number){0};
	if (open != '\0' && x.suffix != (open == '(' ? ')' : ']'))
		return (struct number){0};
	x.bracketed = open != '\0';
	if (x.suffix == ' ')
		x.suffix = '\0';
	p += taken;
	/* "1.—", "II.)" */
	if (x.suffix == '.' && suffix_at(s + p, n - p, &taken) == '-') {
		x.suffix = '-';
		p += taken;
	}
	x.n = (uint32_t)p;
	return x;
}
