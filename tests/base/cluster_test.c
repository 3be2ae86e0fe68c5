/* Grapheme clusters against libunistring's segmentation of whole strings. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <unigbrk.h>

#include "base/ucs.h"

static uint64_t seed = 0xD1B54A32D192ED03;

static uint32_t
random_below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 32) % n;
}

/* One or two of each class that UAX #29 knows. */
static const ucs classes[] = {
	'a', ' ', '\r', '\n', 0x85, 0x301, 0xFE0F, 0x200D, 0x200B, 0x903,
	0x600, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x1F469, 0x2764,
	0x1F3FD, 0x1F1E9, 0x1F1EA, 0x915, 0x94D, 0x4E00, 0xE01, 0xE33,
};

Test(cluster, ends_where_libunistring_ends_it_in_any_mixture)
{
	char s[64], breaks[64];
	ucs c[10];
	size_t n, at, k, i;
	int round;

	for (round = 0; round < 300000; round++) {
		for (n = i = 0; i < sizeof c / sizeof *c; i++) {
			c[i] = classes[random_below(sizeof classes /
			                            sizeof *classes)];
			n += ucs_encode(c[i], s + n);
		}
		u8_grapheme_breaks((const uint8_t *)s, n, breaks);
		for (at = 0; at < n; at += k) {
			k = ucs_cluster(s + at, n - at);
			for (i = 1; i <= k; i++)
				if ((at + i == n || breaks[at + i]) != (i == k))
					goto wrong;
		}
	}
	return;
wrong:
	cr_fatal("a cluster at %zu of %zu bytes: "
	         "%X %X %X %X %X %X %X %X %X %X", at, k, c[0], c[1], c[2],
	         c[3], c[4], c[5], c[6], c[7], c[8], c[9]);
}

Test(cluster, never_reads_behind_the_bytes_it_was_given)
{
	static const char family[] = "\xF0\x9F\x91\xA9\xE2\x80\x8D"
	                             "\xF0\x9F\x91\xA9";
	size_t n;

	for (n = 1; n < sizeof family; n++) {
		size_t k = ucs_cluster(family, n);

		cr_assert(ge(sz, k, 1));
		cr_assert(le(sz, k, n));
	}
	cr_assert(eq(sz, ucs_cluster("\r\n", 1), 1));
	cr_assert(eq(sz, ucs_cluster("\0\0", 2), 1));
}
