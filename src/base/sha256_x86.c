/* SHA-256 by the instructions that some processors have for it. */
#include "base/sha256_x86.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

enum {
	SSSE3 = 1 << 9,       /* leaf 1, ECX */
	SSE4_1 = 1 << 19,     /* leaf 1, ECX */
	SHA = 1 << 29,        /* leaf 7, EBX */
};

static bool
processor_can(void)
{
	static _Atomic int known; /* 1: yes, -1: no; threads may ask */
	unsigned a, b, c, d;

	if (!known) {
		known = -1;
		if (__get_cpuid(1, &a, &b, &c, &d) && (c & SSSE3) &&
		    (c & SSE4_1) && __get_cpuid_count(7, 0, &a, &b, &c, &d) &&
		    (b & SHA))
			known = 1;
	}
	return known > 0;
}

/* The instructions want the eight words as a b e f and c d g h. */
struct halves {
	__m128i abef, cdgh;
};

__attribute__((target("sha,sse4.1"))) static struct halves
load(const uint32_t h[8])
{
	__m128i cdab = _mm_shuffle_epi32(
		_mm_loadu_si128((const __m128i *)(const void *)h), 0xB1);
	__m128i efgh = _mm_shuffle_epi32(
		_mm_loadu_si128((const __m128i *)(const void *)(h + 4)), 0x1B);

	return (struct halves){_mm_alignr_epi8(cdab, efgh, 8),
	                       _mm_blend_epi16(efgh, cdab, 0xF0)};
}

__attribute__((target("sha,sse4.1"))) static void
store(uint32_t h[8], struct halves s)
{
	__m128i feba = _mm_shuffle_epi32(s.abef, 0x1B);
	__m128i dchg = _mm_shuffle_epi32(s.cdgh, 0xB1);

	_mm_storeu_si128((__m128i *)(void *)h,
	                 _mm_blend_epi16(feba, dchg, 0xF0));
	_mm_storeu_si128((__m128i *)(void *)(h + 4),
	                 _mm_alignr_epi8(dchg, feba, 8));
}

/* Four rounds with W, four words of the schedule. */
__attribute__((target("sha,sse4.1"))) static inline void
turn(struct halves *s, const uint32_t *k, __m128i w)
{
	w = _mm_add_epi32(w,
	                  _mm_loadu_si128((const __m128i *)(const void *)k));
	s->cdgh = _mm_sha256rnds2_epu32(s->cdgh, s->abef, w);
	w = _mm_shuffle_epi32(w, 0x0E);
	s->abef = _mm_sha256rnds2_epu32(s->abef, s->cdgh, w);
}

__attribute__((target("sha,sse4.1"))) static void
take_block(struct halves *s, const uint32_t k[64], const unsigned char *p)
{
	const __m128i big_endian =
		_mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
	const struct halves before = *s;
	__m128i w[4], t; /* words 4i - 16 to 4i - 1, the oldest at i & 3 */
	int i;

	for (i = 0; i < 16; i++) {
		if (i < 4) {
			t = _mm_loadu_si128((const __m128i *)(const void *)
			                    (p + 16 * i));
			w[i] = _mm_shuffle_epi8(t, big_endian);
		} else {
			t = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
			t = _mm_add_epi32(t, _mm_alignr_epi8(w[(i + 3) & 3],
			                                     w[(i + 2) & 3],
			                                     4));
			w[i & 3] = _mm_sha256msg2_epu32(t, w[(i + 3) & 3]);
		}
		turn(s, k + 4 * i, w[i & 3]);
	}
	s->abef = _mm_add_epi32(s->abef, before.abef);
	s->cdgh = _mm_add_epi32(s->cdgh, before.cdgh);
}

bool
sha256_x86(uint32_t h[8], const uint32_t k[64], const unsigned char *bytes,
           size_t blocks)
{
	struct halves s;

	if (!processor_can())
		return false;
	s = load(h);
	for (; blocks; blocks--, bytes += 64)
		take_block(&s, k, bytes);
	store(h, s);
	return true;
}

#else

bool
sha256_x86(uint32_t h[8], const uint32_t k[64], const unsigned char *bytes,
           size_t blocks)
{
	(void)h, (void)k, (void)bytes, (void)blocks;
	return false;
}

#endif
