/* Unicode: clusters that more than a pair of code points decides. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/ucs.h"

#define WOMAN "\xF0\x9F\x91\xA9"
#define JOINER "\xE2\x80\x8D"
#define SKIN "\xF0\x9F\x8F\xBD"
#define D "\xF0\x9F\x87\xA9"
#define E "\xF0\x9F\x87\xAA"

static size_t
first(const char *s)
{
	return ucs_cluster(s, strlen(s));
}

Test(ucs, keeps_joined_emoji_in_one_cluster)
{
	cr_assert(eq(sz, first(WOMAN JOINER WOMAN JOINER WOMAN "x"), 18));
	cr_assert(eq(sz, first(WOMAN SKIN JOINER WOMAN SKIN), 19));
	cr_assert(eq(sz, first(WOMAN WOMAN), 4));
	cr_assert(eq(sz, first(WOMAN JOINER "x"), 7));
	cr_assert(eq(sz, first("x" JOINER WOMAN), 4));
}

Test(ucs, pairs_the_halves_of_flags)
{
	cr_assert(eq(sz, first(D E D E), 8));
	cr_assert(eq(sz, first(D E "\xCC\x81" D), 10));
	cr_assert(eq(sz, first(D "x"), 4));
}

Test(ucs, ends_a_cluster_at_a_byte_that_fits_nothing)
{
	cr_assert(eq(sz, first("e\xCC\x81\xFF"), 3));
	cr_assert(eq(sz, first("\xFF\xCC\x81"), 1));
	cr_assert(eq(sz, first("\r\nx"), 2));
}

Test(ucs, breaks_no_line_between_a_stop_and_a_letter)
{
	char out[16];

	ucs_line_breaks("C.P.S. e.g", 10, out);
	cr_assert(eq(int, memcmp(out, "\0\0\0\0\0\0\0\1\0\0", 10), 0));
	ucs_line_breaks("a,\xE5\xAD\x97", 5, out);
	cr_assert(eq(chr, out[2], UCS_BREAK_MAY));
}
