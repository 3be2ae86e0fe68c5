/* The quickest way to the end of a line of common prose. */
#include "layout/quick.h"

#ifdef __SSE2__

#include <emmintrin.h>
#include <stdint.h>

enum {
	CHUNK = 16,      /* [byte] looked at in one step */
	WORD = 64,       /* [byte] of a word of bits */
	SEEN = 96,       /* [byte] looked at where these are enough, else */
	SEEN_MOST = QUICK_REACH,
	SPARE = 16,      /* [byte] of them for characters of several bytes */
	LEADS_MOST = 12, /* more of them are quicker passed one by one */
};

/* A bit for each byte. */
struct bits {
	uint64_t word[2];
};

/* What the bytes of a line are. */
struct kinds {
	struct bits blank; /* space and LF */
	struct bits plain; /* signs of ASCII; what is neither is, where HIGH, */
	struct bits lead;  /* the first of a character of several bytes, */
	struct bits trail; /* or one of its others; else a control */
	bool high, dash;   /* whether there are bytes above ASCII, hyphens */
};

static struct bits
both(struct bits a, struct bits b)
{
	return (struct bits){{a.word[0] & b.word[0], a.word[1] & b.word[1]}};
}

static struct bits
either(struct bits a, struct bits b)
{
	return (struct bits){{a.word[0] | b.word[0], a.word[1] | b.word[1]}};
}

static struct bits
except(struct bits a, struct bits b)
{
	return (struct bits){{a.word[0] & ~b.word[0],
	                      a.word[1] & ~b.word[1]}};
}

static bool
any(struct bits b)
{
	return b.word[0] | b.word[1];
}

static bool
has(struct bits b, size_t i)
{
	return b.word[i / 64] >> i % 64 & 1;
}

/* The bits before bit N, at most 128. */
static struct bits
below(size_t n)
{
	const uint64_t all = UINT64_MAX;

	if (n >= 128)
		return (struct bits){{all, all}};
	if (n >= 64)
		return (struct bits){{all, ((uint64_t)1 << (n - 64)) - 1}};
	return (struct bits){{((uint64_t)1 << n) - 1, 0}};
}

/* Each bit one further on. */
static struct bits
shifted(struct bits b)
{
	return (struct bits){{b.word[0] << 1,
	                      b.word[1] << 1 | b.word[0] >> 63}};
}

static size_t
count(struct bits b)
{
	size_t n = 0, i;

	for (i = 0; i < 2; i++)
		for (; b.word[i]; b.word[i] &= b.word[i] - 1)
			n++;
	return n;
}

/* The index of the last bit; there is one. */
static size_t
last(struct bits b)
{
	if (b.word[1])
		return 127 - (size_t)__builtin_clzll(b.word[1]);
	return 63 - (size_t)__builtin_clzll(b.word[0]);
}

static uint64_t
mask(__m128i found)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(found);
}

static __m128i
load(const char *s)
{
	return _mm_loadu_si128((const __m128i *)s);
}

/* The bytes are compared as signed ones: those above ASCII are negative. */
static void
look_at_high(const char *s, size_t n, struct kinds *k)
{
	const __m128i zero = _mm_setzero_si128();
	const __m128i first_lead = _mm_set1_epi8((char)0xC0);
	size_t i;

	for (i = 0; i < n; i += CHUNK) {
		__m128i x = load(s + i);
		__m128i trail = _mm_cmplt_epi8(x, first_lead);
		__m128i high = _mm_cmplt_epi8(x, zero);
		__m128i lead = _mm_andnot_si128(trail, high);

		k->trail.word[i / WORD] |= mask(trail) << i % WORD;
		k->lead.word[i / WORD] |= mask(lead) << i % WORD;
	}
}

static void
look(const char *s, size_t n, struct kinds *k)
{
	const __m128i space = _mm_set1_epi8(' '), del = _mm_set1_epi8(0x7F);
	const __m128i feed = _mm_set1_epi8('\n'), hyphen = _mm_set1_epi8('-');
	__m128i high = _mm_setzero_si128(), dash = high;
	size_t i, w;

	for (w = 0; w < 2; w++) {
		uint64_t blanks = 0, plains = 0;

		for (i = 0; i < WORD && w * WORD + i < n; i += CHUNK) {
			__m128i x = load(s + w * WORD + i);
			__m128i blank = _mm_or_si128(_mm_cmpeq_epi8(x, space),
			                             _mm_cmpeq_epi8(x, feed));
			__m128i plain = _mm_and_si128(_mm_cmpgt_epi8(x, space),
			                              _mm_cmplt_epi8(x, del));

			high = _mm_or_si128(high, x);
			dash = _mm_or_si128(dash, _mm_cmpeq_epi8(x, hyphen));
			blanks |= mask(blank) << i;
			plains |= mask(plain) << i;
		}
		k->blank.word[w] = blanks;
		k->plain.word[w] = plains;
	}
	k->lead = k->trail = (struct bits){{0, 0}};
	k->high = mask(high);
	k->dash = mask(dash);
	if (k->high)
		look_at_high(s, n, k);
}

/* Letters of Europe, and the quotation marks, dashes and dots of prose. */
static bool
is_common(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if ((u[0] >= 0xC3 && u[0] <= 0xC9) || (u[0] >= 0xCE && u[0] <= 0xD1))
		return (u[1] & 0xC0) == 0x80;
	return u[0] == 0xE2 && u[1] == 0x80 && u[2] >= 0x90 && u[2] <= 0xA7;
}

/* Whether one of the BLANKS may be a line end that joins at a hyphen. */
static bool
may_join(const char *s, struct bits blanks)
{
	const char tail_of_hyphen = (char)0x90; /* U+2010 */
	size_t i;

	for (; any(blanks); blanks = both(blanks, below(i))) {
		i = last(blanks);
		if (i && s[i] == '\n' &&
		    (s[i - 1] == '-' || s[i - 1] == tail_of_hyphen))
			return true;
	}
	return false;
}

/* Whether the characters of several bytes among the first N are common, and
 * no byte is left over. */
static bool
are_common(const char *s, const struct kinds *k, size_t n)
{
	struct bits lead = both(k->lead, below(n));
	size_t i, trails = 0;

	if (count(lead) > LEADS_MOST)
		return false;
	for (; any(lead); lead = both(lead, below(i))) {
		i = last(lead);
		if (!is_common(s + i))
			return false;
		trails += (unsigned char)s[i] == 0xE2 ? 2 : 1;
	}
	return trails == count(both(k->trail, below(n)));
}

/* Whether the N bytes at S are as quick_find wants them. */
static bool
are_prose(const char *s, const struct kinds *k, size_t n)
{
	struct bits part = below(n);
	struct bits blank = both(k->blank, part), known;

	known = either(either(blank, k->plain), either(k->lead, k->trail));
	if (any(except(part, known)) || any(both(blank, shifted(blank))) ||
	    has(blank, 0))
		return false;
	if (k->high && !are_common(s, k, n))
		return false;
	return !(k->high || k->dash) || !may_join(s, blank);
}

/* The byte that begins the character behind ROOM others. */
static size_t
overflow(const struct kinds *k, unsigned room)
{
	size_t over = room, before;

	if (!k->high)
		return over;
	do {
		before = over;
		over = room + count(both(k->trail, below(before)));
	} while (over != before && over < SEEN_MOST);
	while (over < SEEN_MOST && has(k->trail, over))
		over++;
	return over;
}

bool
quick_find(const char *s, size_t n, size_t readable, unsigned room,
           struct quick_line *out)
{
	size_t most = room + 1 + SPARE > SEEN ? SEEN_MOST : SEEN, seen, over;
	struct bits blanks;
	struct kinds k;

	if (room + 1 + SPARE > SEEN_MOST || readable < most + 2)
		return false;
	look(s, most, &k);
	seen = most < n ? most : n;
	over = overflow(&k, room);
	if (over >= n && n == seen) {
		*out = (struct quick_line){
			.whole = true,
			.end = n,
			.width = (unsigned)(n - count(both(k.trail, below(n)))),
		};
		return are_prose(s, &k, n) && (unsigned char)s[n] < 0x80;
	}
	/* three more, that the character there is seen whole; what follows a
	 * blank there must be a word */
	if (over + 3 >= seen ||
	    (has(k.blank, over) && !has(k.plain, over + 1) &&
	     !has(k.lead, over + 1)) ||
	    !are_prose(s, &k, over + 1 + (has(k.lead, over) ? 2 : 0)))
		return false;
	blanks = both(k.blank, below(over + 1));
	if (!any(blanks))
		return false;
	*out = (struct quick_line){
		.end = last(blanks),
		.over = over,
	};
	out->width = (unsigned)(out->end -
	                        count(both(k.trail, below(out->end))));
	return true;
}

#else

bool
quick_find(const char *s, size_t n, size_t readable, unsigned room,
           struct quick_line *out)
{
	(void)s, (void)n, (void)readable, (void)room, (void)out;
	return false;
}

#endif
