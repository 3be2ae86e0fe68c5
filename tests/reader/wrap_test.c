/* Wrapping: '|' ends each line in the drawings. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "reader/frame.h"
#include "reader/wrap.h"

static char drawn[1024];

static char *
wrapped(const char *s, unsigned cols)
{
	struct wrap wrap = {0};
	struct buf out = {0};
	size_t i;

	wrap_text(s, strlen(s), cols, &wrap);
	for (i = 0; i < wrap.n; i++) {
		buf_add(&out, s + wrap.at[i].start,
		        wrap.at[i].end - wrap.at[i].start);
		buf_char(&out, '|');
	}
	cr_assert(lt(sz, out.n, sizeof drawn));
	strcpy(drawn, buf_text(&out));
	buf_clear(&out);
	vec_clear(&wrap);
	return drawn;
}

Test(wrap, breaks_between_words)
{
	cr_assert(eq(str, wrapped("We counted on reform", 10),
	             (char *)"We counted|on reform|"));
	cr_assert(eq(str, wrapped("We counted on reform", 9),
	             (char *)"We|counted|on reform|"));
	cr_assert(eq(str, wrapped("We counted", 80), (char *)"We counted|"));
}

Test(wrap, cuts_a_word_that_is_too_wide)
{
	cr_assert(eq(str, wrapped("a counterrevolution", 8),
	             (char *)"a|counterr|evolutio|n|"));
	cr_assert(eq(str, wrapped("漢字漢", 3), (char *)"漢|字|漢|"));
	cr_assert(eq(str, wrapped("漢", 1), (char *)"漢|"));
	cr_assert(eq(str, wrapped("ab", 0), (char *)"a|b|"));
}

Test(wrap, keeps_line_feeds)
{
	cr_assert(eq(str, wrapped("one\n\ntwo\n", 10),
	             (char *)"one||two||"));
	cr_assert(eq(str, wrapped("\n", 10), (char *)"||"));
	cr_assert(eq(str, wrapped("", 10), (char *)""));
}

Test(wrap, lets_blanks_hang_over_the_end)
{
	cr_assert(eq(str, wrapped("one   two", 4), (char *)"one|two|"));
	cr_assert(eq(str, wrapped("one   ", 3), (char *)"one|"));
}

/* Every byte is in one line or a blank between two, no line is too wide, and
 * none could have taken the next word as well. */
Test(wrap, covers_everything_at_any_width)
{
	static const char s[] = "A. – One must not be deceived: the “Comintern"
		" as a whole” is an abstraction, e\314\201te\314\201 漢字漢字 "
		"not-to-say 👩‍🚀, an empty expression.\nYes.";
	struct wrap wrap = {0};
	unsigned cols;
	size_t i, at, n = sizeof s - 1;

	for (cols = 2; cols < 120; cols++) {
		wrap_text(s, n, cols, &wrap);
		for (i = at = 0; i < wrap.n; i++) {
			const struct wrap_line *l = &wrap.at[i];

			for (; at < l->start; at++)
				cr_assert(s[at] == ' ' || s[at] == '\n');
			cr_assert(le(uint, frame_width(s + l->start,
			                               l->end - l->start),
			             cols));
			at = l->end;
		}
		cr_assert(eq(sz, at, n), "%u columns", cols);
	}
	vec_clear(&wrap);
}
