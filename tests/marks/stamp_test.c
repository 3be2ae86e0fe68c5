/* Times and ids: the calendar both ways. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <time.h>

#include "marks/stamp.h"

Test(stamp, writes_known_moments)
{
	char out[STAMP_TIME];

	stamp_time(0, out);
	cr_assert(eq(str, out, (char *)"1970-01-01T00:00:00.000Z"));
	stamp_time(1795377778001, out);
	cr_assert(eq(str, out, (char *)"2026-11-22T20:02:58.001Z"));
	stamp_time(951782400000, out);
	cr_assert(eq(str, out, (char *)"2000-02-29T00:00:00.000Z"));
}

Test(stamp, agrees_with_the_c_library_on_every_day_of_three_centuries)
{
	long long day;

	for (day = 0; day < 110000; day++) {
		time_t t = (time_t)(day * 86400 + day % 86400);
		char out[STAMP_TIME], expected[STAMP_TIME + 8];
		uint64_t back = 0;

		stamp_time((uint64_t)t * 1000 + (uint64_t)(day % 1000), out);
		strftime(expected, sizeof expected, "%Y-%m-%dT%H:%M:%S",
		         gmtime(&t));
		cr_assert(strncmp(out, expected, 19) == 0, "%s %s", out,
		          expected);
		cr_assert(stamp_parse(out, &back));
		cr_assert(back == (uint64_t)t * 1000 + (uint64_t)(day % 1000),
		          "%s", out);
	}
}

Test(stamp, reads_other_ways_to_write_a_time)
{
	const char *same[] = {
		"2026-11-22T20:02:58Z", "2026-11-22T20:02:58.000Z",
		"2026-11-22t20:02:58z", "2026-11-22 20:02:58",
		"2026-11-22T21:02:58+01:00", "2026-11-22T14:32:58.0-0530",
		"2026-11-22T20:02:58.000000001Z",
	};
	uint64_t now;
	size_t i;

	for (i = 0; i < sizeof same / sizeof *same; i++) {
		cr_assert(stamp_parse(same[i], &now), "%s", same[i]);
		cr_assert(now == 1795377778000, "%s", same[i]);
	}
	cr_assert(stamp_parse("1970-01-02", &now));
	cr_assert(now == 86400000);
}

Test(stamp, refuses_what_is_no_time)
{
	const char *none[] = {
		"", "x", "2026", "2026-13-01", "2026-00-10", "2026-02-30",
		"2025-02-29", "1900-02-29", "2026-11-22T25:00:00Z",
		"2026-11-22T20:02:58Zx", "1969-12-31", "2026-11-22T",
		"1970-01-01T00:00:00+01:00",
	};
	uint64_t now = 7;
	size_t i;

	for (i = 0; i < sizeof none / sizeof *none; i++)
		cr_assert(not(stamp_parse(none[i], &now)), "%s", none[i]);
	cr_assert(now == 7);
}

Test(stamp, makes_ids_that_sort_by_time)
{
	struct stamp a = {1795377778001, 12345}, b = {1795377778002, 3};
	char x[STAMP_ID], y[STAMP_ID], z[STAMP_ID];

	stamp_id(&a, x);
	stamp_id(&b, y);
	cr_assert(eq(sz, strlen(x), STAMP_ID - 1));
	cr_assert(strcmp(x, y) < 0);
	a.random++;
	stamp_id(&a, z);
	cr_assert(strcmp(x, z) != 0);
	cr_assert(eq(sz, strspn(x, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
	             STAMP_ID - 1));
	cr_assert(strncmp(x, "01", 2) == 0);
}
