/* The quickest glance at a line: one of ASCII, 16 bytes at a time. For other
 * characters those of ASCII stand in. */
#include "text/structure/lines.h"

#include <string.h>

#ifdef __SSE2__

#include <emmintrin.h>

enum {
	CHUNK = 16, /* [byte] looked at in one step */
	WORD = 64,  /* [byte] of a word of bits */
	WORDS = LINE_LOOKED_AT / WORD,
};

/* A bit for each byte of 64 that a line has. */
struct bits {
	uint64_t letter, lower, digit, blank, tab, dot;
	uint64_t word; /* in a word, from its first letter or figure on */
};

/* What is gathered of all of them. */
struct sums {
	uint64_t upper, lower, figures;
	uint64_t gaps, dots;
	uint64_t large, small; /* long words; those that begin in lower case */
	unsigned words, solids; /* SOLIDS: letters and figures */
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
find_ends(__m128i x)
{
	__m128i feed = _mm_cmpeq_epi8(x, _mm_set1_epi8('\n'));
	__m128i back = _mm_cmpeq_epi8(x, _mm_set1_epi8('\r'));
	__m128i page = _mm_cmpeq_epi8(x, _mm_set1_epi8('\f'));

	return _mm_or_si128(feed, _mm_or_si128(back, page));
}

/* What ends a line among the bytes X; *ODD: others that are no ASCII, or
 * controls. */
static uint64_t
look_at_controls(__m128i x, uint64_t controls, uint64_t *odd, uint64_t *tab)
{
	uint64_t ends = mask(find_ends(x));

	*tab = mask(_mm_cmpeq_epi8(x, _mm_set1_epi8('\t')));
	*odd = controls & ~ends & ~*tab;
	return ends;
}

/* The bytes are compared as signed ones: those above ASCII are negative. A sum
 * that passes 127 is negative too, so one comparison bounds a range. */
static void
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

	b->letter |= mask(letter) << at;
	b->lower |= mask(lower) << at;
	b->digit |= mask(digit) << at;
	b->blank |= mask(_mm_cmpeq_epi8(x, _mm_set1_epi8(' '))) << at;
	b->dot |= mask(_mm_cmpeq_epi8(x, _mm_set1_epi8('.'))) << at;
}

enum found { FOUND_NOTHING, FOUND_END, FOUND_ODD };

/* Reads the CHUNK bytes at S, AT bytes behind the first of B; where the line
 * ends among them in *END. */
static enum found
read_chunk(const char *s, unsigned at, struct bits *b, size_t *end)
{
	__m128i x = _mm_loadu_si128((const __m128i *)s);
	uint64_t controls = mask(_mm_cmplt_epi8(x, _mm_set1_epi8(' ')));
	uint64_t ends, odd, tab;

	look(x, at, b);
	if (controls == 0)
		return FOUND_NOTHING;
	ends = look_at_controls(x, controls, &odd, &tab);
	b->tab |= tab << at;
	b->blank |= tab << at;
	/* What is odd behind the end is the next line's. */
	if (odd != 0 && (ends == 0 || (odd & (ends - 1) & ~ends) != 0))
		return FOUND_ODD;
	if (ends == 0)
		return FOUND_NOTHING;
	*end = (size_t)__builtin_ctzll(ends);
	return FOUND_END;
}

/* Reads the line at S into B, its end in *END; false where it is too long, no
 * ASCII, or less than READABLE bytes do not tell. */
static bool
read_bits(const char *s, size_t readable, struct bits b[WORDS], size_t *end)
{
	for (size_t i = 0; i < WORDS; i++) {
		struct bits here = {0};
		enum found found = FOUND_NOTHING;
		unsigned at;

		for (at = 0; at < WORD && found == FOUND_NOTHING; at += CHUNK) {
			const size_t from = i * WORD + at;

			if (from + CHUNK > readable)
				return false;
			found = read_chunk(s + from, at, &here, end);
		}
		b[i] = here;
		if (found == FOUND_ODD)
			return false;
		if (found == FOUND_END) {
			*end += i * WORD + at - CHUNK;
			return true;
		}
	}
	return false;
}

/* Where the words among the bits of B are. A word begins with its first letter
 * or figure and ends at a blank; a sum carries through the signs in front. */
static void
find_words(const struct bits *before, struct bits *b, uint64_t line,
           uint64_t *front)
{
	uint64_t solid = line & ~b->blank, plain, begin;
	uint64_t open = before ? ~before->blank >> 63 : 0;

	plain = solid & ~(b->letter | b->digit);
	begin = (solid & ~(solid << 1 | open)) | *front;
	*front = plain & ~(plain + (begin & plain));
	b->word = solid & ~*front;
	*front >>= 63;
}

static void
add_up(const struct bits *before, const struct bits *b, const struct bits *next,
       struct sums *sums)
{
	uint64_t in = b->word, on = next->word;
	uint64_t begin = in & ~(in << 1 | before->word >> 63);
	uint64_t large = begin & (in >> 1 | on << 63) & (in >> 2 | on << 62) &
	                 (in >> 3 | on << 61);
	uint64_t blank = b->blank;

	sums->upper |= b->letter & ~b->lower;
	sums->lower |= b->lower;
	sums->figures |= b->digit;
	sums->words += count(begin);
	sums->solids += count(b->letter | b->digit);
	sums->large |= large;
	sums->small |= large & b->lower;
	sums->gaps |= b->tab | (blank & (blank << 1 | before->blank >> 63) &
	                        (blank << 2 | before->blank >> 62));
	sums->dots |= b->dot;
}

static void
keep(struct bits *b, uint64_t line)
{
	b->letter &= line;
	b->lower &= line;
	b->digit &= line;
	b->blank &= line;
	b->tab &= line;
	b->dot &= line;
}

/* Where the line of END bytes ends, blanks behind it taken off. */
static size_t
trimmed(const struct bits *b, size_t end)
{
	for (size_t i = (end + WORD - 1) / WORD; i-- > 0;) {
		size_t most = end - i * WORD;
		uint64_t solid = ~b[i].blank;

		if (most < WORD)
			solid &= ((uint64_t)1 << most) - 1;
		if (solid != 0)
			return i * WORD + WORD -
			       (size_t)__builtin_clzll(solid);
	}
	return 0;
}

static void
sum_up(struct bits *b, size_t n, struct sums *sums)
{
	static const struct bits none = {0};
	const size_t words = (n + WORD - 1) / WORD;
	uint64_t front = 0;

	if (words == 1) {
		uint64_t line = UINT64_MAX >> (WORD - n);

		find_words(NULL, b, line, &front);
		keep(b, line);
		add_up(&none, b, &none, sums);
		return;
	}
	for (size_t i = 0; i < words; i++) {
		size_t most = n - i * WORD;
		uint64_t line = most < WORD ? ((uint64_t)1 << most) - 1
		                            : UINT64_MAX;

		find_words(i > 0 ? &b[i - 1] : NULL, &b[i], line, &front);
		keep(&b[i], line);
	}
	for (size_t i = 0; i < words; i++)
		add_up(i > 0 ? &b[i - 1] : &none, &b[i],
		       i + 1 < words ? &b[i + 1] : &none, sums);
}

static bool
ends_in_figure(const struct line *l)
{
	return l->last >= '0' && l->last <= '9';
}

static unsigned
flags_of(const struct line *l, const struct bits *b, const struct sums *s)
{
	unsigned flags = 0;

	if ((s->upper | s->lower) != 0)
		flags |= LINE_LETTERS;
	if (s->upper != 0 && s->lower == 0)
		flags |= LINE_UPPER;
	if (s->large != 0 && s->small == 0)
		flags |= LINE_TITLED;
	if (b->letter & ~b->lower & 1)
		flags |= LINE_UPPER_START;
	if (b->lower & 1)
		flags |= LINE_LOWER_START;
	if (l->first >= '0' && l->first <= '9')
		flags |= LINE_DIGIT_START;
	if (s->gaps != 0)
		flags |= LINE_GAPS;
	if (s->gaps != 0 && ends_in_figure(l))
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

/* Reads the line at S by its stand-ins into B; as many as it has in *N. */
static bool
read_stand_ins(const char *s, size_t readable, struct bits b[WORDS],
               struct line *l, size_t *n, size_t *end)
{
	char line[LINE_LOOKED_AT + CHUNK];
	size_t whole;

	if (!write_stand_ins(s, readable, line, end) ||
	    !read_bits(line, sizeof line, b, &whole))
		return false;
	*n = trimmed(b, whole);
	/* what is taken off behind are blanks of ASCII */
	l->n = (uint32_t)(*end - (whole - *n));
	ucs_decode(s, l->n, &l->first);
	whole = ucs_before(s, l->n);
	ucs_decode(s + whole, l->n - whole, &l->last);
	return true;
}

bool
lines_glance(const char *s, size_t readable, struct line *l, size_t *end)
{
	struct bits b[WORDS];
	struct sums sums = {0};
	size_t n;

	if (read_bits(s, readable, b, end)) {
		n = trimmed(b, *end);
		l->n = (uint32_t)n;
		l->first = (unsigned char)s[0];
		l->last = (unsigned char)s[n - 1];
	} else if (!read_stand_ins(s, readable, b, l, &n, end)) {
		return false;
	}
	sum_up(b, n, &sums);
	/* Rows of signs, and of dots before a page's number, are for others. */
	if (sums.solids == 0 || (ends_in_figure(l) &&
	                         (sums.dots != 0 || sums.solids < 3)))
		return false;
	l->width = (uint16_t)n;
	l->words = (uint8_t)(sums.words < UINT8_MAX ? sums.words : UINT8_MAX);
	l->flags = (uint16_t)(l->flags | flags_of(l, b, &sums));
	return true;
}

size_t
lines_ends(const char *s, size_t n, size_t *seen)
{
	size_t i, ends = 0;

	for (i = 0; i + WORD <= n; i += WORD) {
		uint64_t bits = 0;

		for (unsigned k = 0; k < WORD; k += CHUNK)
			bits |= mask(find_ends(_mm_loadu_si128(
					(const __m128i *)(s + i + k)))) << k;
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
