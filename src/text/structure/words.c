/* Words that announce a division of a text, in many languages. */
#include "text/structure/words.h"

#include <string.h>

#include "base/ascii.h"
#include "base/ucs.h"
#include "text/structure/vocabulary.h"

/* What the bytes of ASCII are in a word, in lower case; ENDS where they end
 * one; 0 for all others. */
#define ENDS '\1'
static const char folded_ascii[256] = {
#define BOTH(upper, lower) [upper] = lower, [lower] = lower
	ASCII_LETTERS(BOTH),
#undef BOTH
	['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4',
	['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9',
	['-'] = '-', ['$'] = '$', ['+'] = '+', ['<'] = '<', ['='] = '=',
	['>'] = '>', ['^'] = '^', ['`'] = '`', ['|'] = '|', ['~'] = '~',
	[' '] = ENDS, ['\t'] = ENDS, ['\n'] = ENDS, ['\r'] = ENDS,
	['!'] = ENDS, ['"'] = ENDS, ['#'] = ENDS, ['%'] = ENDS, ['&'] = ENDS,
	['\''] = ENDS, ['('] = ENDS, [')'] = ENDS, ['*'] = ENDS, [','] = ENDS,
	['.'] = ENDS, ['/'] = ENDS, [':'] = ENDS, [';'] = ENDS, ['?'] = ENDS,
	['@'] = ENDS, ['['] = ENDS, ['\\'] = ENDS, [']'] = ENDS,
	['_'] = ENDS, ['{'] = ENDS, ['}'] = ENDS,
};

static bool
parts_words(ucs c)
{
	return ucs_is_space(c) || (ucs_is_punct(c) && c != '-' && c != 0xA7) ||
	       c == '\n' || c == '\r';
}

size_t
word_fold(const char *s, size_t n, char out[WORD_MOST + 1])
{
	size_t used = 0, p = 0;

	while (p < n) {
		char c = folded_ascii[(unsigned char)s[p]];
		char bytes[UCS_MAX_BYTES];
		size_t k, m;
		ucs u;

		if (c > ENDS && used < WORD_MOST) {
			out[used++] = c;
			p++;
			continue;
		}
		if (c >= ENDS)
			break;
		k = ucs_decode(s + p, n - p, &u);
		if (parts_words(u))
			break;
		p += k;
		m = ucs_encode(ucs_unaccented(ucs_lower(u)), bytes);
		if (used + m > WORD_MOST)
			break;
		memcpy(out + used, bytes, m);
		used += m;
	}
	out[used] = '\0';
	return p;
}

/* The first eight bytes of a word, NULs behind its end, as a number that is in
 * the order of the words. */
static uint64_t
head_of(const char *word)
{
	uint64_t head = 0;

	for (int i = 0; i < 8; i++) {
		head = head << 8 | (unsigned char)*word;
		word += *word != '\0';
	}
	return head;
}

/* The same where as many bytes are there, NULs behind the end. */
static inline uint64_t
head_of_filled(const char *word)
{
	const unsigned char *w = (const unsigned char *)word;

	return (uint64_t)w[0] << 56 | (uint64_t)w[1] << 48 |
	       (uint64_t)w[2] << 40 | (uint64_t)w[3] << 32 |
	       (uint64_t)w[4] << 24 | (uint64_t)w[5] << 16 |
	       (uint64_t)w[6] << 8 | (uint64_t)w[7];
}

/* The words that begin with FIRST. */
static inline struct vocabulary
part_of(unsigned char first)
{
	static const struct vocabulary none = {NULL, 0};

	if (first >= 'a' && first <= 'z')
		return vocabulary_letters[first - 'a'];
	return first >= 0x80 ? vocabulary_others : none;
}

/* The last entry of PART whose head is not behind HEAD, or the first. The
 * halving has no branch that depends on the word, which no processor could
 * foresee. */
static inline size_t
find(struct vocabulary part, uint64_t head)
{
	size_t at = 0, n = part.n;

	while (n > 1) {
		size_t half = n / 2;

		at += head_of_filled(part.at[at + half].word) <= head ? half
		                                                      : 0;
		n -= half;
	}
	return at;
}

static const struct word unknown = {WORD_OTHER, 0, 0};

/* What entry I of PART means. */
static struct word
meaning(struct vocabulary part, size_t i)
{
	const struct vocabulary_entry *e = &part.at[i];
	uint32_t first = (unsigned char)e->word[0];

	return (struct word){(enum word_class)e->is, e->value,
	                     first << 16 | (uint32_t)(i + 1)};
}

struct word
word_known(const char *folded)
{
	struct vocabulary part = part_of((unsigned char)folded[0]);
	uint64_t head = head_of(folded);

	/* Words that begin alike are few and are compared one by one. */
	for (size_t i = part.n > 0 ? find(part, head) + 1 : 0;
	     i-- > 0 && head_of_filled(part.at[i].word) == head;)
		if (strcmp(folded, part.at[i].word) == 0)
			return meaning(part, i);
	return unknown;
}

/* The same of a word that is all in its HEAD: an entry with that is the one. */
static struct word
short_known(uint64_t head)
{
	struct vocabulary part = part_of((unsigned char)(head >> 56));
	size_t at;

	if (part.n == 0)
		return unknown;
	at = find(part, head);
	if (head_of_filled(part.at[at].word) != head)
		return unknown;
	return meaning(part, at);
}

struct word
word_first(const char *s, size_t n, size_t *taken)
{
	char folded[WORD_MOST + 1], c = ENDS;
	uint64_t head = 0;
	size_t p = 0, most = n < 8 ? n : 8;

	/* Most words are of a few letters of ASCII. */
	while (p < most && (c = folded_ascii[(unsigned char)s[p]]) > ENDS) {
		head = head << 8 | (unsigned char)c;
		p++;
	}
	if (p < 8 && (p == n || c == ENDS)) {
		*taken = p;
		return p > 0 ? short_known(head << (64 - 8 * p)) : unknown;
	}
	*taken = word_fold(s, n, folded);
	return word_known(folded);
}

/* What a byte stands for in a hash: 0 for nothing, HIGH where it begins what is
 * no ASCII. */
enum { HIGH = 1 };
static const uint8_t hashed_ascii[256] = {
#define SAME(c) [c] = c
#define BOTH(upper, lower) [upper] = lower, [lower] = lower
#define HIGH8(c) [c] = HIGH, [c + 1] = HIGH, [c + 2] = HIGH, [c + 3] = HIGH, \
	[c + 4] = HIGH, [c + 5] = HIGH, [c + 6] = HIGH, [c + 7] = HIGH
	SAME('0'), SAME('1'), SAME('2'), SAME('3'), SAME('4'),
	SAME('5'), SAME('6'), SAME('7'), SAME('8'), SAME('9'),
	ASCII_LETTERS(BOTH),
	HIGH8(0x80), HIGH8(0x88), HIGH8(0x90), HIGH8(0x98), HIGH8(0xA0),
	HIGH8(0xA8), HIGH8(0xB0), HIGH8(0xB8), HIGH8(0xC0), HIGH8(0xC8),
	HIGH8(0xD0), HIGH8(0xD8), HIGH8(0xE0), HIGH8(0xE8), HIGH8(0xF0),
	HIGH8(0xF8),
#undef SAME
#undef BOTH
#undef HIGH8
};

/* The same of what is no ASCII, in *C; its bytes. */
static size_t
decode_hashed(const char *s, size_t n, ucs *c)
{
	size_t k = ucs_decode(s, n, c);

	*c = ucs_unaccented(ucs_lower(*c));
	if (!ucs_is_letter(*c) && !ucs_is_digit(*c))
		*c = 0;
	return k;
}

/* What the character at *P stands for; *P moves behind it. */
static inline ucs
next_hashed(const char *s, size_t n, size_t *p)
{
	ucs c = hashed_ascii[(unsigned char)s[*p]];

	*p += c == HIGH ? decode_hashed(s + *p, n - *p, &c) : 1;
	return c;
}

uint64_t
words_hash(const char *s, size_t n)
{
	uint64_t h = 0;

	for (size_t p = 0; p < n;) {
		ucs c = next_hashed(s, n, &p);

		if (c != 0)
			h = ((h + c) * 0x9E3779B97F4A7C15u) ^ (h >> 29);
	}
	return h;
}

bool
words_are_there(const char *s, size_t n)
{
	for (size_t p = 0; p < n;)
		if (next_hashed(s, n, &p) != 0)
			return true;
	return false;
}
