/* UAX #14 in little says what UAX #14 says. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "book.h"
#include "layout/kin.h"

static const char *const signs[] = {
	"a", "Z", "é", "ß", "ж", "λ", "0", "7", "\"", "'", "«", "»", "‘",
	"’", "“", "”", "‚", "„", ".", ",", ":", ";", "!", "?", "(", ")", "[",
	"]", "{", "}", "*", "_", "…", "–", "—", "-", "/", "%", "$", "#", "@",
	"&", "+", "=", "<", "|", "~", "\xC2\xA0", "漢", "\xC2\xAD",
};

enum { SIGNS = sizeof signs / sizeof *signs };

/* Words of a few signs, more of them dashes and letters than others. */
static void
write_words(struct chance *c, struct buf *out)
{
	static const char *const often[] = {"a", "e", "-", "—", "’", "1"};
	unsigned n = 2 + chance_below(c, 12);

	buf_reset(out);
	buf_char(out, 'x');
	for (; n; n--)
		if (!chance_below(c, 4) && n > 1 &&
		    out->at[out->n - 1] != ' ')
			buf_char(out, ' ');
		else if (chance_below(c, 2))
			buf_str(out, often[chance_below(c, 6)]);
		else
			buf_str(out, signs[chance_below(c, SIGNS)]);
}

/* How many of the pairs of S are asked about; for the others the answer is
 * that of BREAKS. */
static unsigned
compare(const char *s, size_t n, const char *breaks)
{
	enum kin before = KIN_OTHER, kin;
	enum kin_pair pair;
	bool blank = false;
	unsigned asked = 0;
	size_t i, length;
	ucs c;

	for (i = 0; i < n; i += length, blank = false, before = kin) {
		blank = i && s[i] == ' ';
		length = blank;
		length += ucs_decode(s + i + length, n - i - length, &c);
		kin = kin_of(c);
		pair = blank ? kin_over_blank(before, kin)
		             : kin_pair(before, kin);
		if (kin == KIN_HYPHEN && pair != KIN_STICKS)
			kin = KIN_OTHER;
		asked += pair == KIN_ASK;
		if (pair != KIN_ASK)
			cr_assert(eq(int, breaks[i + blank] != 0,
			             pair != KIN_STICKS), "%.*s|%s",
			          (int)(i + blank), s, s + i + blank);
	}
	return asked;
}

Test(kins, know_of_two_characters_what_the_whole_line_tells)
{
	struct chance c = {1};
	struct buf words = {0};
	char breaks[512];
	unsigned round, asked = 0, all = 0;

	for (round = 0; round < 200000; round++) {
		write_words(&c, &words);
		while (words.at[words.n - 1] == ' ')
			words.n--;
		buf_text(&words);
		ucs_line_breaks(words.at, words.n, breaks);
		asked += compare(words.at, words.n, breaks);
		all += (unsigned)words.n;
	}
	cr_assert(asked < all / 2);
	buf_clear(&words);
}

Test(kins, of_prose_have_nothing_to_ask)
{
	static const char prose[] =
		"word—word and well-known. “So,” he said; it’s (so) 3rd 17 "
		"…and – so!—Why? rock--and";
	char breaks[sizeof prose];

	ucs_line_breaks(prose, sizeof prose - 1, breaks);
	/* the first letter has nothing before it */
	cr_assert(eq(uint, compare(prose, sizeof prose - 1, breaks), 1));
}
