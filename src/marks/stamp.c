/* Times and ids by arithmetic: no clock, no calendar of the C library. */
#include "marks/stamp.h"

#include <string.h>

enum { MS_A_DAY = 86400000 };

/* A year of 366 or 365 days begins on 1 March here, so that the leap day is
 * its last; an era is 400 years of 146,097 days. */
enum { ERA_DAYS = 146097, DAYS_TO_1970 = 719468 };

static void
put_digits(char *out, unsigned width, uint64_t value)
{
	while (width-- > 0) {
		out[width] = (char)('0' + value % 10);
		value /= 10;
	}
}

static void
put_date(uint64_t days, char *out)
{
	uint64_t since = days + DAYS_TO_1970, era = since / ERA_DAYS;
	uint64_t day = since % ERA_DAYS;
	uint64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	uint64_t month;

	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / 153; /* 0 is March */
	day -= (153 * month + 2) / 5;
	year += 400 * era + (month >= 10);
	put_digits(out, 4, year);
	put_digits(out + 5, 2, month < 10 ? month + 3 : month - 9);
	put_digits(out + 8, 2, day + 1);
}

void
stamp_time(uint64_t now, char out[STAMP_TIME])
{
	uint64_t ms = now % MS_A_DAY;

	memcpy(out, "0000-00-00T00:00:00.000Z", STAMP_TIME);
	put_date(now / MS_A_DAY, out);
	put_digits(out + 11, 2, ms / 3600000);
	put_digits(out + 14, 2, ms / 60000 % 60);
	put_digits(out + 17, 2, ms / 1000 % 60);
	put_digits(out + 20, 3, ms % 1000);
}

/* WIDTH digits at *S, in *VALUE; *S moves past them. */
static bool
take_digits(const char **s, unsigned width, uint64_t *value)
{
	uint64_t v = 0;

	while (width-- > 0) {
		if (**s < '0' || **s > '9')
			return false;
		v = v * 10 + (uint64_t)(*(*s)++ - '0');
	}
	*value = v;
	return true;
}

static bool
take_char(const char **s, const char *any)
{
	if (!**s || !strchr(any, **s))
		return false;
	(*s)++;
	return true;
}

/* Days since 1970; false before it or where there is no such day. */
static bool
days_of(uint64_t year, uint64_t month, uint64_t day, uint64_t *days)
{
	static const char lengths[] = "\37\35\37\36\37\36\37\37\36\37\36\37";
	uint64_t era, m;

	if (year < 1970 || month < 1 || month > 12 || day < 1 ||
	    day > (uint64_t)lengths[month - 1])
		return false;
	if (month == 2 && day == 29 &&
	    (year % 4 || (year % 100 == 0 && year % 400)))
		return false;
	m = month > 2 ? month - 3 : month + 9;
	year -= month <= 2;
	era = year / 400;
	year %= 400;
	*days = era * ERA_DAYS + 365 * year + year / 4 - year / 100 +
	        (153 * m + 2) / 5 + day - 1 - DAYS_TO_1970;
	return true;
}

static bool
take_date(const char **s, uint64_t *days)
{
	uint64_t year, month, day;

	return take_digits(s, 4, &year) && take_char(s, "-") &&
	       take_digits(s, 2, &month) && take_char(s, "-") &&
	       take_digits(s, 2, &day) && days_of(year, month, day, days);
}

/* Milliseconds of a fraction of any length, 0 where there is none. */
static uint64_t
take_fraction(const char **s)
{
	uint64_t ms = 0, scale = 100;

	if (!take_char(s, ".,"))
		return 0;
	for (; **s >= '0' && **s <= '9'; (*s)++) {
		ms += (uint64_t)(**s - '0') * scale;
		scale /= 10;
	}
	return ms;
}

/* "12:34", "12:34:56", "12:34:56.789" or "1234" of an offset. */
static bool
take_clock(const char **s, uint64_t *ms)
{
	uint64_t h, m, sec = 0;

	if (!take_digits(s, 2, &h))
		return false;
	take_char(s, ":");
	if (!take_digits(s, 2, &m) || h > 23 || m > 59)
		return false;
	if (take_char(s, ":") && (!take_digits(s, 2, &sec) || sec > 60))
		return false;
	*ms = ((h * 60 + m) * 60 + sec) * 1000 + take_fraction(s);
	return true;
}

bool
stamp_parse(const char *s, uint64_t *now)
{
	uint64_t days, ms = 0, offset = 0;
	char sign = 0;

	if (!take_date(&s, &days))
		return false;
	if (take_char(&s, "Tt ") && !take_clock(&s, &ms))
		return false;
	if (*s == '+' || *s == '-') {
		sign = *s++;
		if (!take_clock(&s, &offset))
			return false;
	} else {
		take_char(&s, "Zz");
	}
	ms += days * MS_A_DAY;
	if (*s || (sign == '+' && offset > ms))
		return false;
	*now = sign == '+' ? ms - offset : ms + offset;
	return true;
}

void
stamp_id(const struct stamp *s, char out[STAMP_ID])
{
	static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	uint64_t time = s->now, random = s->random;
	int i;

	/* 50 bits of time and 15 of randomness. */
	for (i = 9; i >= 0; i--, time /= 32)
		out[i] = digits[time % 32];
	for (i = 12; i >= 10; i--, random /= 32)
		out[i] = digits[random % 32];
	out[STAMP_ID - 1] = '\0';
}
