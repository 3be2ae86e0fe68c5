/* Columns, breaks and classes of code points. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/ucs.h"

Test(width, is_none_for_what_has_no_column_of_its_own)
{
	static const ucs none[] = {
		0x00, 0x07, 0x1B, 0x7F, 0x80, 0x9F, 0xAD, 0x0301, 0x200B,
		0x200D, 0x202E, 0x2066, 0x20E3, 0xFE0F, 0xFEFF, 0xE0100,
	};
	size_t i;

	for (i = 0; i < sizeof none / sizeof *none; i++)
		cr_assert(eq(uint, ucs_width(none[i]), 0), "U+%04X", none[i]);
}

Test(width, is_two_for_what_east_asia_writes_wide)
{
	static const ucs wide[] = {
		0x1100, 0x3042, 0x30A2, 0x4E00, 0x9FFF, 0xAC00, 0xD7A3, 0xFF01,
		0xFF21, 0x1F600, 0x1F469, 0x20000, 0x3000,
	};
	size_t i;

	for (i = 0; i < sizeof wide / sizeof *wide; i++)
		cr_assert(eq(uint, ucs_width(wide[i]), 2), "U+%04X", wide[i]);
}

Test(width, is_one_for_the_rest_and_for_what_is_ambiguous)
{
	static const ucs narrow[] = {
		' ', '~', 0xA0, 0xA7, 0xE9, 0x416, 0x5D0, 0x623, 0x915, 0x2013,
		0x2019, 0x201C, 0x2026, 0x2460, 0x2500, 0xFF71, UCS_REPLACEMENT,
	};
	size_t i;

	for (i = 0; i < sizeof narrow / sizeof *narrow; i++)
		cr_assert(eq(uint, ucs_width(narrow[i]), 1), "U+%04X",
		          narrow[i]);
}

static void
check_line_breaks(const char *s, const char *expected)
{
	char out[64], shown[65];
	size_t i, n = strlen(s);

	cr_assert(le(sz, n, sizeof out));
	ucs_line_breaks(s, n, out);
	for (i = 0; i < n; i++)
		shown[i] = ".|!"[(int)out[i]];
	shown[n] = '\0';
	cr_assert(eq(str, shown, (char *)expected), "%s", s);
}

Test(breaks, come_behind_blanks_and_hyphens_and_not_before_stops)
{
	check_line_breaks("one two-six.", "....|...|...");
	check_line_breaks("a  b", "...|");
	check_line_breaks("a\xC2\xA0" "b", "....");
	check_line_breaks("(a) \xE2\x80\x9C" "b\xE2\x80\x9D!",
	                  "....|.......");
}

Test(breaks, are_forced_behind_each_kind_of_line_end)
{
	check_line_breaks("a\nb", "..!");
	check_line_breaks("a\r\nb", "...!");
	check_line_breaks("a\rb", "..!");
	check_line_breaks("a\n\nb", "..!!");
	check_line_breaks("a\n", "..");
	check_line_breaks("a\fb", "..!");
}

Test(breaks, come_between_ideographs_but_not_inside_one)
{
	check_line_breaks("\xE5\xAD\x97\xE5\xAD\x97", "...|..");
	check_line_breaks("\xE5\xAD\x97\xE3\x80\x82\xE5\xAD\x97",
	                  "......|..");
}

Test(breaks, may_stand_at_a_soft_hyphen_and_a_zero_width_space)
{
	check_line_breaks("ab\xC2\xAD" "c", "....|");
	check_line_breaks("ab\xE2\x80\x8B" "c", ".....|");
}

Test(breaks, survive_bytes_that_fit_nothing)
{
	check_line_breaks("a\xFF\xC3 \xE2\x80 b", "....|..|");
	check_line_breaks("\x80", ".");
}

Test(breaks, of_words_stand_around_words)
{
	char out[16];

	ucs_word_breaks("can't stop", 10, out);
	cr_assert(eq(int, memcmp(out, "\0\0\0\0\0\1\1\0\0\0", 10), 0));
	ucs_word_breaks("a\xFF" "b", 3, out);
	cr_assert(eq(int, memcmp(out, "\0\1\1", 3), 0));
}

/* [s] of processor time */
static double
seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

Test(breaks, of_a_letter_with_a_million_marks_take_no_time)
{
	enum { N = 2000001 };
	char *s = malloc(N), *out = malloc(N);
	double start = seconds();
	size_t i;

	s[0] = 'a';
	for (i = 1; i < N; i += 2)
		memcpy(s + i, "\xCC\x81", 2);
	cr_assert(eq(sz, ucs_cluster(s, N), N));
	ucs_line_breaks(s, N, out);
	cr_assert(eq(ptr, memchr(out + 1, UCS_BREAK_MAY, N - 1), NULL));
	ucs_word_breaks(s, N, out);
	cr_assert(lt(dbl, seconds() - start, 5));
	free(s);
	free(out);
}

Test(classes, are_those_of_unicode)
{
	cr_assert(ucs_is_space(' '));
	cr_assert(ucs_is_space('\t'));
	cr_assert(ucs_is_space(0xA0));
	cr_assert(ucs_is_space(0x3000));
	cr_assert(ucs_is_space(0x200B));
	cr_assert(not(ucs_is_space('x')));
	cr_assert(ucs_is_control(0x1B));
	cr_assert(ucs_is_control(0x9B));
	cr_assert(ucs_is_control(0x202E));
	cr_assert(ucs_is_control(0x2067));
	cr_assert(not(ucs_is_control(0xA0)));
	cr_assert(not(ucs_is_control(0x200D)));
	cr_assert(ucs_is_letter('z'));
	cr_assert(not(ucs_is_letter('@')));
	cr_assert(not(ucs_is_letter('[')));
	cr_assert(not(ucs_is_letter('`')));
	cr_assert(ucs_is_letter(0x44F));
	cr_assert(ucs_is_letter(0x4E00));
	cr_assert(ucs_is_upper(0x42F));
	cr_assert(ucs_is_upper(0x1C5));
	cr_assert(ucs_is_lower(0x44F));
	cr_assert(not(ucs_is_lower(0x42F)));
	cr_assert(ucs_is_digit('7'));
	cr_assert(ucs_is_digit(0x663));
	cr_assert(not(ucs_is_digit(0xB2)));
	cr_assert(ucs_is_mark(0x301));
	cr_assert(ucs_is_mark(0x5B0));
	cr_assert(ucs_is_open(0x201C) && ucs_is_open('('));
	cr_assert(ucs_is_close(0x201D));
	cr_assert(ucs_is_close(']'));
	cr_assert(ucs_is_dash('-'));
	cr_assert(ucs_is_dash(0x2014));
	cr_assert(ucs_is_punct('.'));
	cr_assert(not(ucs_is_punct('+')));
	cr_assert(ucs_is_unspaced(0x4E00));
	cr_assert(ucs_is_unspaced(0xE01));
	cr_assert(not(ucs_is_unspaced(0xAC00)));
	cr_assert(not(ucs_is_unspaced('a')));
}

Test(classes, come_with_their_simple_mappings)
{
	cr_assert(eq(u32, ucs_lower('A'), 'a'));
	cr_assert(eq(u32, ucs_lower(0x42F), 0x44F));
	cr_assert(eq(u32, ucs_lower('['), '['));
	cr_assert(eq(u32, ucs_unaccented(0xE9), 'e'));
	cr_assert(eq(u32, ucs_unaccented(0x1E69), 's'));
	cr_assert(eq(u32, ucs_unaccented(0xAC01), 0xAC01));
	cr_assert(eq(u32, ucs_unaccented('x'), 'x'));
}
