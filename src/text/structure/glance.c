/* The quickest glance at a line: one of ASCII, 16 bytes at a time. For other
 * characters those of ASCII stand in. */
#include "text/structure/lines.h"

#include <string.h>

#ifdef __SSE2__

#include <emmintrin.h>

#define ALWAYS_INLINE __attribute__((always_inline))

enum {
	CHUNK = 16, /* [byte] looked at in one step */
	WORD = 64,  /* [byte] of a word of bits */
};

/* A bit for each byte of 64. */
struct bits {
	uint64_t letter, lower, digit, blank, tab, dot;
};

/* What is gathered of all the words of bits of a line; IN, BEGIN, SMALL and
 * BLANK are those of the last one, which the next goes on from. */
struct sums {
	uint64_t upper, lower, figures;
	uint64_t gaps, dots;
	uint64_t large, large_lower; /* fourth letters of words; of those that
	                                begin in lower case */
	uint64_t in, begin, small; /* words; where they begin; in lower case */
	uint64_t blank, front;
	unsigned words;
};

static uint64_t
mask(__m128i found)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(found);
}

static unsigned
count(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
	return (unsigned)(bits * 0x0101010101010101u >> 56);
}

static __m128i
load(const char *s)
{
	return _mm_loadu_si128((const __m128i *)s);
}

static __m128i
find_ends(__m128i x)
{
	__m128i feed = _mm_cmpeq_epi8(x, _mm_set1_epi8('\n'));
	__m128i back = _mm_cmpeq_epi8(x, _mm_set1_epi8('\r'));
	__m128i page = _mm_cmpeq_epi8(x, _mm_set1_epi8('\f'));

	return _mm_or_si128(feed, _mm_or_si128(back, page));
}

/* Where the line at S ends; false where it is too long, holds a control or
 * what is no ASCII, or less than READABLE bytes do not tell. Bytes are compared
 * as signed ones: those above ASCII are less than a blank as well. */
static bool
find_end(const char *s, size_t readable, size_t *end)
{
	size_t most = readable < LINE_LOOKED_AT ? readable : LINE_LOOKED_AT;

	for (size_t i = 0; i + CHUNK <= most; i += CHUNK) {
		__m128i x = load(s + i), tab;
		uint64_t odd = mask(_mm_cmplt_epi8(x, _mm_set1_epi8(' ')));

		if (odd == 0)
			continue;
		tab = _mm_cmpeq_epi8(x, _mm_set1_epi8('\t'));
		odd &= ~mask(tab);
		if (odd == 0)
			continue;
		*end = i + (size_t)__builtin_ctzll(odd);
		return (mask(find_ends(x)) & odd & (~odd + 1)) != 0;
	}
	return false;
}

/* Looks at the bytes X, which stand AT bytes behind the first of B. A sum that
 * passes 127 is negative, so one comparison bounds a range. */
static inline void
look(__m128i x, unsigned at, struct bits *b)
{
	__m128i folded = _mm_or_si128(x, _mm_set1_epi8(0x20));
	__m128i letter = _mm_cmpgt_epi8(
		_mm_add_epi8(folded, _mm_set1_epi8(0x7F - 'z')),
		_mm_set1_epi8(0x7F - 26));
	__m128i digit =
		_mm_cmpgt_epi8(_mm_add_epi8(x, _mm_set1_epi8(0x7F - '9')),
	                       _mm_set1_epi8(0x7F - 10));
	__m128i lower = _mm_and_si128(letter, _mm_cmpeq_epi8(x, folded));
	__m128i blank = _mm_cmplt_epi8(x, _mm_set1_epi8(' ' + 1));
	__m128i tab = _mm_cmplt_epi8(x, _mm_set1_epi8(' '));

	b->letter |= mask(letter) << at;
	b->lower |= mask(lower) << at;
	b->digit |= mask(digit) << at;
	b->tab |= mask(tab) << at;
	b->blank |= mask(blank) << at;
	b->dot |= mask(_mm_cmpeq_epi8(x, _mm_set1_epi8('.'))) << at;
}

/* Adds the bytes of B that LINE has bits for. A word begins with its first
 * letter or figure and ends at a blank: a sum carries through the signs in
 * front. */
ALWAYS_INLINE static inline void
add_up(const struct bits *b, uint64_t line, struct sums *sums)
{
	uint64_t solid = line & ~b->blank, blank = line & b->blank;
	uint64_t plain = solid & ~(b->letter | b->digit);
	uint64_t open = (solid & (blank << 1 | sums->blank >> 63)) |
	                sums->front;
	uint64_t front = plain & ~(plain + (open & plain));
	uint64_t in = solid & ~front;
	uint64_t begin = in & ~(in << 1 | sums->in >> 63);
	uint64_t small = begin & b->lower;
	uint64_t large = in & (in << 1 | sums->in >> 63) &
	                 (in << 2 | sums->in >> 62) &
	                 (begin << 3 | sums->begin >> 61);

	sums->upper |= line & b->letter & ~b->lower;
	sums->lower |= line & b->lower;
	sums->figures |= line & b->digit;
	sums->words += count(begin);
	sums->large |= large;
	sums->large_lower |= large & (small << 3 | sums->small >> 61);
	sums->gaps |= (line & b->tab) |
	              (blank & (blank << 1 | sums->blank >> 63) &
	               (blank << 2 | sums->blank >> 62));
	sums->dots |= line & b->dot;
	sums->in = in;
	sums->begin = begin;
	sums->small = small;
	sums->blank = blank;
	sums->front = front >> 63;
}

/* Adds up the N bytes at S, WORD at most. As many behind as make a chunk full
 * are looked at. */
ALWAYS_INLINE static inline void
add_bytes(const char *s, size_t n, struct sums *sums)
{
	struct bits b = {0};

	for (unsigned at = 0; at < n; at += CHUNK)
		look(load(s + at), at, &b);
	add_up(&b, UINT64_MAX >> (WORD - n), sums);
}

static size_t
trimmed(const char *s, size_t n)
{
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	return n;
}

static bool
is_figure(ucs c)
{
	return c >= '0' && c <= '9';
}

/* The flags of L, whose first character, or what stands for it, is FIRST. */
static unsigned
flags_of(const struct line *l, char first, const struct sums *s)
{
	unsigned flags = 0;

	if ((s->upper | s->lower) != 0)
		flags |= LINE_LETTERS;
	if (s->upper != 0 && s->lower == 0)
		flags |= LINE_UPPER;
	if (s->large != 0 && s->large_lower == 0)
		flags |= LINE_TITLED;
	if (first >= 'A' && first <= 'Z')
		flags |= LINE_UPPER_START;
	if (first >= 'a' && first <= 'z')
		flags |= LINE_LOWER_START;
	if (is_figure(l->first))
		flags |= LINE_DIGIT_START;
	if (s->gaps != 0)
		flags |= LINE_GAPS;
	if (s->gaps != 0 && is_figure(l->last))
		flags |= LINE_LEADER;
	if (s->figures != 0)
		flags |= LINE_FIGURES;
	return flags;
}

/* The line at S in OUT, with one byte for each character, and a line end behind
 * them; its bytes in *END. False where one has no stand-in, and for a long
 * line. */
static bool
write_stand_ins(const char *s, size_t readable,
                char out[LINE_LOOKED_AT + CHUNK], size_t *end)
{
	size_t most = readable < LINE_LOOKED_AT ? readable : LINE_LOOKED_AT;
	size_t p = 0, n = 0;

	while (p < most) {
		char c = s[p];

		if (c == '\n' || c == '\r' || c == '\f') {
			memset(out + n, c, CHUNK);
			*end = p;
			return true;
		}
		if ((unsigned char)c < 0x80) {
			p++;
		} else {
			ucs u;
			size_t k = ucs_decode_high(s + p, readable - p, &u);

			c = k > 1 ? line_stand_in(u) : '\0';
			if (c == '\0')
				return false;
			p += k;
		}
		out[n++] = c;
	}
	return false;
}

/* Takes of the line of SUMS, which begins with FIRST, what it tells; false
 * where that is not all: of rows of signs, and of dots before a page's number.
 */
static bool
take_sums(struct line *l, char first, const struct sums *sums)
{
	uint64_t solids = sums->upper | sums->lower | sums->figures;

	if (solids == 0)
		return false;
	if (is_figure(l->last) && (sums->dots != 0 || count(solids) < 3))
		return false;
	l->words = (uint8_t)(sums->words < UINT8_MAX ? sums->words : UINT8_MAX);
	l->flags = (uint16_t)(l->flags | flags_of(l, first, sums));
	return true;
}

/* What the N bytes at S, those of L or what stands for them, tell of it. */
static bool
sum_up(const char *s, size_t n, struct line *l)
{
	struct sums sums = {.front = 1};

	/* Nothing stands in front of the first, which makes half of its sum. */
	add_bytes(s, n < WORD ? n : WORD, &sums);
	for (size_t i = WORD; i < n; i += WORD)
		add_bytes(s + i, n - i < WORD ? n - i : WORD, &sums);
	l->width = (uint16_t)n;
	return take_sums(l, s[0], &sums);
}

/* Reads the line at S by its stand-ins. */
static bool
read_stand_ins(const char *s, size_t readable, struct line *l, size_t *end)
{
	char line[LINE_LOOKED_AT + CHUNK];
	size_t whole, n, last;

	if (!write_stand_ins(s, readable, line, end) ||
	    !find_end(line, sizeof line, &whole))
		return false;
	n = trimmed(line, whole);
	/* what is taken off behind are blanks of ASCII */
	l->n = (uint32_t)(*end - (whole - n));
	ucs_decode(s, l->n, &l->first);
	last = ucs_before(s, l->n);
	ucs_decode(s + last, l->n - last, &l->last);
	return sum_up(line, n, l);
}

bool
lines_glance(const char *s, size_t readable, struct line *l, size_t *end)
{
	size_t n;

	if (!find_end(s, readable, end))
		return read_stand_ins(s, readable, l, end);
	n = trimmed(s, *end);
	l->n = (uint32_t)n;
	l->first = (unsigned char)s[0];
	l->last = (unsigned char)s[n - 1];
	return sum_up(s, n, l);
}

size_t
lines_ends(const char *s, size_t n, size_t *seen)
{
	size_t i, ends = 0;

	for (i = 0; i + WORD <= n; i += WORD) {
		uint64_t bits = 0;

		for (unsigned k = 0; k < WORD; k += CHUNK)
			bits |= mask(find_ends(load(s + i + k))) << k;
		ends += count(bits);
	}
	*seen = i;
	return ends;
}

#else

size_t
lines_ends(const char *s, size_t n, size_t *seen)
{
	(void)s, (void)n;
	*seen = 0;
	return 0;
}

bool
lines_glance(const char *s, size_t readable, struct line *l, size_t *end)
{
	(void)s, (void)readable, (void)l, (void)end;
	return false;
}

#endif
