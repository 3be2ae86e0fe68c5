/* SHA-256: the examples of FIPS 180-4 and sums in pieces. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/sha256.h"

Test(sha256, sums_the_examples_of_the_standard)
{
	char out[SHA256_HEX + 1];

	sha256_of("abc", 3, out);
	cr_assert(eq(str, out, (char *)"ba7816bf8f01cfea414140de5dae2223"
	                               "b00361a396177a9cb410ff61f20015ad"));
	sha256_of("", 0, out);
	cr_assert(eq(str, out, (char *)"e3b0c44298fc1c149afbf4c8996fb924"
	                               "27ae41e4649b934ca495991b7852b855"));
}

Test(sha256, sums_the_same_in_pieces_of_any_size)
{
	char bytes[300], whole[SHA256_HEX + 1], pieces[SHA256_HEX + 1];
	size_t cut;

	memset(bytes, 'x', sizeof bytes);
	sha256_of(bytes, sizeof bytes, whole);
	for (cut = 0; cut <= sizeof bytes; cut++) {
		struct sha256 s;

		sha256_init(&s);
		sha256_add(&s, bytes, cut);
		sha256_add(&s, bytes + cut, sizeof bytes - cut);
		sha256_end(&s, pieces);
		cr_assert(eq(str, whole, pieces), "cut at %zu", cut);
	}
}

Test(sha256, sums_the_same_with_and_without_the_processors_help)
{
	char bytes[1000], one[SHA256_HEX + 1], other[SHA256_HEX + 1];
	uint32_t seed = 7;
	size_t n, i;

	for (n = 0; n < sizeof bytes; n += 37) {
		struct sha256 s;

		for (i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = (char)(seed >> 24);
		}
		sha256_of(bytes, n, one);
		sha256_init(&s);
		s.plain = true;
		sha256_add(&s, bytes, n);
		sha256_end(&s, other);
		cr_assert(eq(str, one, other), "%zu bytes", n);
	}
}

Test(sha256, sums_the_example_of_the_standard_without_help)
{
	char out[SHA256_HEX + 1];
	struct sha256 s;

	sha256_init(&s);
	s.plain = true;
	sha256_add(&s, "abc", 3);
	sha256_end(&s, out);
	cr_assert(eq(str, out, (char *)"ba7816bf8f01cfea414140de5dae2223"
	                               "b00361a396177a9cb410ff61f20015ad"));
}
