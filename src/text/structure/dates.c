/* Lines that say when something was written. */
#include <string.h>

#include "text/structure/candidates.h"
#include "text/structure/number.h"
#include "text/structure/words.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether figures stand there that could be a year. */
static bool
has_year(const char *s, size_t n)
{
	for (size_t i = 0; i + 3 < n; i++)
		if ((s[i] == '1' || s[i] == '2') && is_digit(s[i + 1]) &&
		    is_digit(s[i + 2]) && is_digit(s[i + 3]))
			return true;
	return false;
}

/* Whether C is nothing but a year and perhaps a month and a day in Chinese or
 * Japanese: "1927年3月". */
static bool
is_dated_in_han(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at;
	bool year = false;

	for (text_pos p = c->at; p < c->end;) {
		size_t k;
		ucs sign;

		number_han(t + p, c->end - p, &k);
		if (k == 0)
			k = ucs_decode(t + p, c->end - p, &sign);
		else
			sign = ' ';
		year |= sign == 0x5E74;
		if (sign != 0x5E74 && sign != 0x6708 && sign != 0x65E5 &&
		    !ucs_is_digit(sign) && !ucs_is_space(sign))
			return false;
		p += k;
	}
	return year;
}

bool
candidate_is_dated(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at;
	bool month = false, year = false, comma = true, place = false;
	unsigned others = 0, most;

	if (line_is(&s->lines.at[c->line], LINE_UNSPACED))
		return c->lines == 1 && is_dated_in_han(s, c);
	if (s->lines.at[c->line].words > 8 || c->lines > 1 ||
	    !line_is(&s->lines.at[c->line], LINE_FIGURES) ||
	    !has_year(t + c->at, c->end - c->at))
		return false;
	/* without a comma it has no place, which may be of several words */
	most = memchr(t + c->at, ',', c->end - c->at) != NULL ? 3 : 1;
	for (text_pos p = c->at; p < c->end && others <= most;) {
		size_t k;
		struct word w = word_first(t + p, c->end - p, &k);
		ucs sign;

		if (k == 0 || (k == 1 && t[p] == '-')) {
			p += ucs_decode(t + p, c->end - p, &sign);
			comma |= place && sign == ',';
			continue;
		}
		if (t[p] >= '0' && t[p] <= '9') {
			year |= k >= 4 && (t[p] == '1' || t[p] == '2');
			month |= k > 5;
		} else if (w.is == WORD_MONTH) {
			month = true;
			place = false;
		} else {
			/* A place may stand before: "New York, May 1910". */
			comma = false;
			place = true;
			others++;
		}
		p += k;
	}
	return month && year && (others <= 1 || (others <= most && comma));
}
