/* UTF-8 against libunistring's own reading of it, malformed bytes above all. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <unistr.h>

#include "base/ucs.h"

/* Numbers that are the same in each run: xorshift. */
static uint64_t seed = 0x9E3779B97F4A7C15;

static uint32_t
random_below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 32) % n;
}

/* Bytes at which decoders go wrong: the ends of every range of the table of
 * well-formed sequences. */
static char
random_byte(void)
{
	static const unsigned char edges[] = {
		0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
		0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
		0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFE, 0xFF,
	};

	if (random_below(8) == 0)
		return (char)random_below(256);
	return (char)edges[random_below(sizeof edges)];
}

static void
check_decoding(const char *s, size_t n)
{
	ucs4_t theirs;
	int length = u8_mbtoucr(&theirs, (const uint8_t *)s, n);
	ucs ours;
	size_t took = ucs_decode(s, n, &ours);

	if (length <= 0) {
		length = 1;
		theirs = UCS_REPLACEMENT;
	}
	if (took != (size_t)length || ours != theirs)
		cr_fatal("%02x %02x %02x %02x of %zu: U+%04X of %zu",
		         (unsigned char)s[0], (unsigned char)s[1],
		         (unsigned char)s[2], (unsigned char)s[3], n, ours,
		         took);
}

Test(decode, reads_every_sequence_of_three_bytes_as_libunistring_does)
{
	char s[4] = {0};
	uint32_t i;

	for (i = 0; i < 1 << 24; i++) {
		s[0] = (char)(i >> 16);
		s[1] = (char)(i >> 8);
		s[2] = (char)i;
		if ((unsigned char)s[0] >= 0x80 || i < 1 << 17)
			check_decoding(s, 3);
	}
}

Test(decode, reads_random_bytes_as_libunistring_does)
{
	char s[4];
	size_t i, k;

	for (i = 0; i < 2000000; i++) {
		for (k = 0; k < 4; k++)
			s[k] = random_byte();
		check_decoding(s, 1 + random_below(4));
	}
}

Test(decode, reads_back_every_code_point_that_is_encoded)
{
	char s[UCS_MAX_BYTES];
	size_t length;
	ucs c, got;

	for (c = 0; c < 0x120000; c++) {
		length = ucs_encode(c, s);
		cr_assert(eq(sz, ucs_decode(s, length, &got), length));
		if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
			cr_assert(eq(u32, got, UCS_REPLACEMENT));
		else
			cr_assert(eq(u32, got, c));
	}
}

Test(decode, goes_back_by_the_steps_it_came)
{
	char s[24];
	size_t starts[sizeof s], n, i, k;
	ucs c;
	int round;

	for (round = 0; round < 200000; round++) {
		for (i = 0; i < sizeof s; i++)
			s[i] = random_byte();
		for (n = i = 0; i < sizeof s; n++) {
			starts[n] = i;
			i += ucs_decode(s + i, sizeof s - i, &c);
		}
		for (k = n; k-- > 0; i = starts[k])
			cr_assert(eq(sz, ucs_before(s, i), starts[k]));
	}
}

Test(decode, tells_utf8_from_what_is_none_as_libunistring_does)
{
	char s[40];
	size_t n, i;
	int round, valid = 0;

	for (round = 0; round < 300000; round++) {
		n = random_below(sizeof s + 1);
		memset(s, 'a', sizeof s);
		for (i = random_below(3); i > 0 && n; i--)
			s[random_below((uint32_t)n)] = random_byte();
		if (n > 4 && random_below(2))
			memcpy(s + random_below((uint32_t)n - 4), "\xE2\x80\x9C",
			       3);
		cr_assert(eq(int, ucs_is_utf8(s, n),
		             !u8_check((const uint8_t *)s, n)));
		valid += ucs_is_utf8(s, n);
	}
	cr_assert(gt(int, valid, 50000));
	cr_assert(lt(int, valid, 250000));
}
