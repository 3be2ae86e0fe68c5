/* Names that differ only by the case of ASCII letters. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/ascii.h"

Test(ascii, names_are_the_same_in_capitals)
{
	cr_assert(ascii_same("PgDn", "pgdn"));
	cr_assert(ascii_same("", ""));
	cr_assert(not(ascii_same("PgDn", "PgD")));
	cr_assert(not(ascii_same("PgD", "PgDn")));
}

Test(ascii, only_letters_lose_their_case)
{
	cr_assert(not(ascii_same("@", "`")));
	cr_assert(not(ascii_same("[", "{")));
	cr_assert(not(ascii_same("\xC0", "\xE0")));
}

Test(ascii, a_beginning_never_reaches_behind_the_text)
{
	cr_assert(ascii_begins("LAST updated: 5", 15, "Last updated"));
	cr_assert(not(ascii_begins("Last", 3, "Last")));
	cr_assert(ascii_begins("anything", 0, ""));
	cr_assert(ascii_begins("a\0b", 3, "A"));
}
