/* The quickest way to the end of a line of common prose. */
#include "layout/quick.h"

#ifdef __SSE2__

#include <emmintrin.h>
#include <stdint.h>

enum {
	CHUNK = 16,      /* [byte] looked at in one step */
	CHUNKS = 8,      /* at most, of two words of bits */
	ROOM_MOST = 100, /* [col] that leave bytes for longer characters */
	SPARE = 16,      /* [byte] that are looked at for these */
	LEADS_MOST = 12, /* more of them are quicker passed one by one */
};

/* A bit for each byte. */
struct bits {
	uint64_t word[2];
};

/* What the bytes of a line are. */
struct kinds {
	struct bits blank; /* space and */
	struct bits feed;  /* LF */
	struct bits odd;   /* other controls, DEL */
	struct bits lead;  /* the first of a character of several bytes, */
	struct bits trail; /* its others */
};

static struct bits
both(struct bits a, struct bits b)
{
	return (struct bits){{a.word[0] & b.word[0], a.word[1] & b.word[1]}};
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
mask(__m128i found, size_t chunk)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(found)
	       << chunk % 4 * CHUNK;
}

/* The bytes are compared as signed ones: those above ASCII are negative. */
static void
look_at_high(const char *s, size_t chunks, struct kinds *k)
{
	const __m128i zero = _mm_setzero_si128();
	const __m128i first_lead = _mm_set1_epi8((char)0xC0);
	size_t i;

	for (i = 0; i < chunks; i++) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + i * CHUNK));
		__m128i trail = _mm_cmplt_epi8(x, first_lead);
		__m128i high = _mm_cmplt_epi8(x, zero);

		k->trail.word[i / 4] |= mask(trail, i);
		k->lead.word[i / 4] |= mask(_mm_andnot_si128(trail, high), i);
	}
}

/* Word W of bits, of at most four chunks; whether none is above ASCII. */
static bool
look_at_word(const char *s, size_t chunks, struct kinds *k, size_t w)
{
	const __m128i space = _mm_set1_epi8(' '), del = _mm_set1_epi8(0x7F);
	const __m128i feed = _mm_set1_epi8('\n');
	__m128i all = _mm_setzero_si128();
	uint64_t blanks = 0, feeds = 0, odds = 0;
	size_t i;

	for (i = 0; i < chunks; i++) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + i * CHUNK));
		__m128i ends = _mm_cmpeq_epi8(x, feed);
		__m128i blank = _mm_or_si128(_mm_cmpeq_epi8(x, space), ends);
		/* below the space, no blank, not high: of each byte only the
		 * highest bit is taken */
		__m128i low = _mm_andnot_si128(_mm_or_si128(blank, x),
		                               _mm_cmplt_epi8(x, space));

		all = _mm_or_si128(all, x);
		blanks |= mask(blank, i);
		feeds |= mask(ends, i);
		odds |= mask(_mm_or_si128(low, _mm_cmpeq_epi8(x, del)), i);
	}
	k->blank.word[w] = blanks;
	k->feed.word[w] = feeds;
	k->odd.word[w] = odds;
	return !_mm_movemask_epi8(all);
}

static void
look(const char *s, size_t chunks, struct kinds *k)
{
	size_t first = chunks < 4 ? chunks : 4;
	bool ascii;

	*k = (struct kinds){0};
	ascii = look_at_word(s, first, k, 0);
	if (chunks > 4)
		ascii &= look_at_word(s + 4 * CHUNK, chunks - 4, k, 1);
	if (!ascii)
		look_at_high(s, chunks, k);
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

/* Whether one of the line ends FEEDS may be no blank, as behind a hyphen. */
static bool
may_join(const char *s, struct bits feeds)
{
	const char tail_of_hyphen = (char)0x90; /* U+2010 */
	size_t i;

	for (; any(feeds); feeds = both(feeds, below(i))) {
		i = last(feeds);
		if (i && (s[i - 1] == '-' || s[i - 1] == tail_of_hyphen))
			return true;
	}
	return false;
}

/* Whether the N bytes at S are as quick_find wants them. */
static bool
are_common(const char *s, const struct kinds *k, size_t n)
{
	struct bits part = below(n), lead = both(k->lead, part);
	size_t i, characters, trails = 0;

	if (any(both(k->odd, part)) ||
	    any(both(both(k->blank, shifted(k->blank)), part)) ||
	    has(k->blank, 0) || may_join(s, both(k->feed, part)))
		return false;
	if (!any(lead))
		return !any(both(k->trail, part));
	characters = count(lead);
	if (characters > LEADS_MOST)
		return false;
	for (; any(lead); lead = both(lead, below(i))) {
		i = last(lead);
		if (!is_common(s + i))
			return false;
		trails += (unsigned char)s[i] == 0xE2 ? 2 : 1;
	}
	return trails == count(both(k->trail, part));
}

/* The byte that begins the character behind ROOM others. */
static size_t
overflow(const struct kinds *k, unsigned room)
{
	size_t over = room, before;

	if (!any(k->trail))
		return over;
	do {
		before = over;
		over = room + count(both(k->trail, below(before)));
	} while (over != before && over < CHUNKS * CHUNK);
	while (over < CHUNKS * CHUNK && has(k->trail, over))
		over++;
	return over;
}

bool
quick_find(const char *s, size_t n, size_t readable, unsigned room,
           struct quick_line *out)
{
	size_t chunks = (room + 1 + SPARE + CHUNK - 1) / CHUNK, seen, over;
	struct bits blanks;
	struct kinds k;

	if (room > ROOM_MOST || readable < chunks * CHUNK + 2)
		return false;
	look(s, chunks, &k);
	seen = chunks * CHUNK < n ? chunks * CHUNK : n;
	over = overflow(&k, room);
	if (over >= n && n == seen) {
		*out = (struct quick_line){
			.whole = true,
			.end = n,
			.width = (unsigned)(n - count(both(k.trail, below(n)))),
		};
		return are_common(s, &k, n) && (unsigned char)s[n] < 0x80;
	}
	/* three more, that the character there is seen whole; what follows a
	 * blank there must be a word */
	if (over + 3 >= seen ||
	    (has(k.blank, over) &&
	     (has(k.blank, over + 1) || has(k.odd, over + 1))) ||
	    !are_common(s, &k, over + 1 + (has(k.lead, over) ? 2 : 0)))
		return false;
	blanks = both(k.blank, below(over + 1));
	if (!any(blanks))
		return false;
	out->whole = false;
	out->end = last(blanks);
	out->over = over;
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
