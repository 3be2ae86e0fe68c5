/* Counts how often a text has the words that it is asked about. */
#include "text/structure/asked.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/ascii.h"

#define PRIME 0x100000001B3u

static uint64_t
add_byte(uint64_t h, unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (unsigned char)(c + 32);
	return (h ^ c) * PRIME;
}

uint64_t
asked_compound(uint64_t left, uint64_t right)
{
	return ((left << 7 | left >> 57) + right * PRIME) | 1;
}

/* Letters of words: those of ASCII, and all bytes beyond it but for what
 * begins the signs below U+00C0 and, where the next byte says so, the
 * punctuation at U+2000. */
static const bool letters[256] = {
#define BOTH(upper, lower) [upper] = true, [lower] = true
#define ALL8(c) [c] = true, [c + 1] = true, [c + 2] = true, [c + 3] = true, \
	[c + 4] = true, [c + 5] = true, [c + 6] = true, [c + 7] = true
	ASCII_LETTERS(BOTH),
	ALL8(0x80), ALL8(0x88), ALL8(0x90), ALL8(0x98), ALL8(0xA0), ALL8(0xA8),
	ALL8(0xB0), ALL8(0xB8), [0xC0] = true, [0xC1] = true, [0xC3] = true,
	[0xC4] = true, [0xC5] = true, [0xC6] = true, [0xC7] = true, ALL8(0xC8),
	ALL8(0xD0), ALL8(0xD8), [0xE0] = true, [0xE1] = true, [0xE3] = true,
	[0xE4] = true, [0xE5] = true, [0xE6] = true, [0xE7] = true, ALL8(0xE8),
	ALL8(0xF0), ALL8(0xF8),
#undef BOTH
#undef ALL8
};

bool
asked_is_letter(const char *s, text_pos p, text_pos end)
{
	unsigned char c = (unsigned char)s[p];

	return letters[c] || (c == 0xE2 && (p + 1 == end ||
	                      ((unsigned char)s[p + 1] & 0xFE) != 0x80));
}

/* Where the word that P is in ends; P where it is in none. */
static text_pos
word_end(const char *s, text_pos p, text_pos end)
{
	for (;;) {
		while (p < end && letters[(unsigned char)s[p]])
			p++;
		if (p == end || !asked_is_letter(s, p, end))
			return p;
		p++;
	}
}

enum { WORD = 64 }; /* [byte] that a word of bits tells of */

#ifdef __SSE2__

enum { CHUNK = 16 };

/* A bit for each letter of the WORD bytes at S, behind which another is. */
static uint64_t
letters_quickly(const char *s)
{
	uint64_t bits = 0;

	for (unsigned at = 0; at < WORD; at += CHUNK) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + at));
		__m128i next = _mm_loadu_si128((const __m128i *)(s + at + 1));
		__m128i lower = _mm_or_si128(x, _mm_set1_epi8(0x20));
		__m128i ascii = _mm_cmpgt_epi8(
			_mm_add_epi8(lower, _mm_set1_epi8(0x7F - 'z')),
			_mm_set1_epi8(0x7F - 26));
		__m128i high = _mm_cmplt_epi8(x, _mm_setzero_si128());
		__m128i sign = _mm_cmpeq_epi8(x, _mm_set1_epi8('\xC2'));
		__m128i punct = _mm_and_si128(
			_mm_cmpeq_epi8(x, _mm_set1_epi8('\xE2')),
			_mm_cmpeq_epi8(_mm_and_si128(next,
			                             _mm_set1_epi8('\xFE')),
			               _mm_set1_epi8('\x80')));
		__m128i letter = _mm_andnot_si128(_mm_or_si128(sign, punct),
		                                  _mm_or_si128(ascii, high));

		bits |= (uint64_t)(unsigned)_mm_movemask_epi8(letter) << at;
	}
	return bits;
}

#endif

/* A bit for each letter of the WORD bytes at P. */
static uint64_t
letters_at(const struct text *t, text_pos p)
{
	uint64_t bits = 0;

#ifdef __SSE2__
	if (t->n - p > WORD)
		return letters_quickly(t->at + p);
#endif
	for (unsigned i = 0; i < WORD && p + i < t->n; i++)
		bits |= (uint64_t)asked_is_letter(t->at, p + i, t->n) << i;
	return bits;
}

uint64_t
asked_hash(uint64_t h, const char *s, text_pos p, text_pos end)
{
	for (; p < end; p++)
		h = add_byte(h, (unsigned char)s[p]);
	return h;
}

size_t
asked_hyphen(const char *s, text_pos p, text_pos end)
{
	if (s[p] == '-')
		return 1;
	return end - p >= 3 && !memcmp(s + p, "\xE2\x80\x90", 3) ? 3 : 0;
}

void
asked_add(struct asked *asked, uint64_t hash, char first, char second)
{
	uint64_t *row = asked->begin[(unsigned char)(first | 32)];
	unsigned bit = (unsigned char)(second | 32);

	tally_at(&asked->words, hash | 1);
	if (second == '\0')
		memset(row, 0xFF, sizeof asked->begin[0]);
	else
		row[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Whether a word that is asked about begins as that at P does. */
static bool
may_be_asked(const struct text *t, text_pos p, const struct asked *asked)
{
	unsigned first = (unsigned char)(t->at[p] | 32), second;

	if (p + 1 == t->n)
		return true;
	second = (unsigned char)(t->at[p + 1] | 32);
	return (asked->begin[first][second / 64] >> second % 64 & 1) != 0;
}

/* Where the hyphen that ends in front of P begins, P where none does. */
static text_pos
hyphen_before(const char *s, text_pos p)
{
	if (p >= 1 && s[p - 1] == '-')
		return p - 1;
	return p >= 3 && asked_hyphen(s, p - 3, p) == 3 ? p - 3 : p;
}

/* Where the letters that end in front of P begin. */
static text_pos
word_begin(const char *s, text_pos p)
{
	text_pos from = p;

	while (from > 0 && asked_is_letter(s, from - 1, p) &&
	       hyphen_before(s, from) == from)
		from--;
	return from;
}

/* Whether the word at P is the second half of one with a hyphen, on its line or
 * behind the line's end. */
static bool
is_second(const char *s, text_pos p)
{
	text_pos from = p, hyphen;

	while (from > 0 && (s[from - 1] == ' ' || s[from - 1] == '\n' ||
	                    s[from - 1] == '\r'))
		from--;
	hyphen = hyphen_before(s, from);
	if (hyphen == from || word_begin(s, hyphen) == hyphen)
		return false;
	return from == p || s[from] != ' ';
}

/* Counts the word at P where it stands by itself. */
static void
count_word(const struct text *t, text_pos p, const struct asked *asked)
{
	text_pos end = word_end(t->at, p, t->n);

	if ((end == t->n || !asked_hyphen(t->at, end, t->n)) &&
	    !is_second(t->at, p))
		tally_count(&asked->words,
		            asked_hash(ASKED_SEED, t->at, p, end) | 1);
}

/* Counts the words that stand by themselves; how many there are in all. */
static size_t
count_words(const struct text *t, const struct asked *asked)
{
	uint64_t before = 0;
	size_t words = 0;

	for (text_pos p = 0; p < t->n; p += WORD) {
		uint64_t bits = letters_at(t, p);
		uint64_t begin = bits & ~(bits << 1 | before);

		before = bits >> (WORD - 1);
		for (; begin != 0; begin &= begin - 1) {
			text_pos at = p + (text_pos)__builtin_ctzll(begin);

			words++;
			if (may_be_asked(t, at, asked))
				count_word(t, at, asked);
		}
	}
	return words;
}

/* The same as compounds, with a hyphen that begins with the byte FIRST. */
static void
count_compounds(const struct text *t, char first, const struct asked *asked)
{
	const char *s = t->at, *at = s;

	while ((at = memchr(at, first, t->n - (size_t)(at - s))) != NULL) {
		text_pos p = (text_pos)(at - s), from, end;
		size_t n = asked_hyphen(s, p, t->n);

		at++;
		if (n == 0 || (from = word_begin(s, p)) == p ||
		    (end = word_end(s, p + n, t->n)) == p + n)
			continue;
		tally_count(&asked->words,
		            asked_compound(
				    asked_hash(ASKED_SEED, s, from, p),
				    asked_hash(ASKED_SEED, s, p + n, end)));
	}
}

size_t
asked_count(const struct text *t, const struct asked *asked)
{
	count_compounds(t, '-', asked);
	count_compounds(t, '\xE2', asked);
	return count_words(t, asked);
}

void
asked_add_compound(struct asked *asked, uint64_t hash)
{
	tally_at(&asked->words, hash);
}

uint32_t
asked_value(const struct asked *asked, uint64_t hash)
{
	return tally_value(&asked->words, hash);
}

void
asked_clear(struct asked *asked)
{
	tally_clear(&asked->words);
}
