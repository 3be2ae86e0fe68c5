/* JSON strings. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/json.h"

Test(json, escapes_what_a_string_cannot_hold)
{
	struct buf b = {0};

	json_string(&b, "a\"b\\c\n\t\b\f\r\x01\x0B\x7F/\xC3\xA9");
	cr_assert(eq(str, b.at, (char *)"\"a\\\"b\\\\c\\n\\t\\b\\f\\r"
	                                "\\u0001\\u000b\\u007f/\xC3\xA9\""));
	buf_clear(&b);
}

/* A terminal that shows it obeys neither CSI nor an override of direction. */
Test(json, escapes_what_commands_a_terminal)
{
	struct buf b = {0};

	json_string(&b, "\xC2\x9B" "31m\xE2\x80\xAE \xE2\x81\xA6 \xC2\xA0");
	cr_assert(eq(str, b.at, (char *)"\"\\u009b31m\\u202e \\u2066 \xC2\xA0\""));
	buf_clear(&b);
}

Test(json, writes_null_for_no_string)
{
	struct buf b = {0};

	json_string(&b, NULL);
	cr_assert(eq(str, b.at, (char *)"null"));
	buf_clear(&b);
}

Test(json, replaces_what_is_not_utf8)
{
	struct buf b = {0};

	json_string(&b, "x\xFFy\xC3");
	cr_assert(eq(str, b.at,
	             (char *)"\"x\xEF\xBF\xBDy\xEF\xBF\xBD\""));
	buf_clear(&b);
}
