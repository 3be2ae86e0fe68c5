/* Regular expressions: what they find, and that they never run away. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/query.h"
#include "text/regex.h"

/* What PATTERN finds first in S, "" when nothing. */
static void
finds(const char *pattern, const char *s, const char *expected)
{
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);
	struct error e = {0};
	struct buf typed = {0};
	struct span at = {0, 0}, all = {0, t->n};
	struct query *q;
	char *got;

	buf_printf(&typed, "re:%s", pattern);
	q = query_new(typed.at, &e);
	cr_assert(q != NULL, "%s: %s", pattern, e.what);
	query_next(q, t, o, all, &at);
	got = mem_text(t->at + at.start, at.end - at.start);
	cr_expect(eq(str, got, (char *)expected), "%s in %s", pattern, s);
	query_free(q);
	free(got);
	buf_clear(&typed);
	outline_free(o);
	text_free(t);
}

Test(regex, finds_the_leftmost_longest)
{
	finds("b+", "abbbab", "bbb");
	finds("bc|abcd", "xabcdx", "abcd");
	finds("a|ab|abc", "abcd", "abc");
	finds("(a|b)*c", "xabbac", "abbac");
	finds("a{2}", "a aa aaa", "aa");
	finds("xa{2,3}y", "xay xaaaay xaaay", "xaaay");
	finds("xa{2,}y", "xay xaaaay", "xaaaay");
	finds("xa{0}y", "xay xy", "xy");
	finds("x?y", "y", "y");
	finds("z*", "abc", "");
	finds("(ab)+", "ababa", "abab");
	finds("((a|b)c?)+d", "acbbcd", "acbbcd");
	finds("a.c", "abd a+c", "a+c");
	finds("|b", "ab", "b");
	finds("(|a)b", "ab", "ab");
}

Test(regex, knows_sets_and_classes)
{
	finds("19[0-9]{2}", "in 1847 and 1933.", "1933");
	finds("[^a-z ]+", "of it, 12", ",");
	finds("[]x]+", "a]x", "]x");
	finds("[a-]+", "1-a", "-a");
	finds("[[:digit:][:upper:]]+", "abC12d", "C12");
	finds("\\d+", "p. 12", "12");
	finds("\\W+", "ab, cd", ", ");
	finds("[\\D]+", "12ab3", "ab");
	finds("\\bform\\b", "reform forms form.", "form");
	finds("\\Bform", "form reform", "form");
	finds("[а-я]+ом", "Пошёл домом", "домом");
	finds("\\.\\*", "a.*", ".*");
}

Test(regex, is_of_the_text_folded)
{
	finds("th.lmann", "Ernst Thälmann", "Thälmann");
	finds("Th.lmann", "thälmann Thälmann", "Thälmann");
	finds("of the reform", "of\r\n the re-\nform", "of\r\n the re-\nform");
	finds("well-known", "a well-\nknown man", "well-\nknown");
	finds("\"[a-z]+\"", "the “reform” of", "“reform”");
	finds("ﬁ.e", "fire", "fire");
	finds("e\314\201t", "ét", "ét");
	finds("^Two", "One.\n\nTwo of two.", "Two");
	finds("one\\.$", "one. One.\n\nTwo", "One.");
	finds("one.*two", "One.\n\nTwo", "");
}

Test(regex, says_what_is_wrong)
{
	static const struct {
		const char *pattern, *what;
	} wrong[] = {
		{"(a", "re: ( without )"},
		{"[a", "re: [ without ]"},
		{"*a", "re: nothing to repeat"},
		{"a**", "re: repeated twice"},
		{"(a)\\1", "re: references back are not possible"},
		{"a{2", "re: a count is {3}, {3,} or {3,5}"},
		{"a{3,2}", "re: a count is {3}, {3,} or {3,5}"},
		{"a{1000}", "re: more than 100 times"},
		{"\\", "re: a backslash at the end takes nothing"},
		{"\\q", "re: no such letter behind a backslash"},
		{"[z-a]", "re: a range ends before it begins"},
		{"((a{100}){100}){100}", "re: too large an expression"},
		{"((((){100}){100}){100}){100}",
		 "re: too large an expression"},
	};
	size_t i;

	for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct error e = {0};

		cr_expect(eq(ptr, regex_new(wrong[i].pattern, &e), NULL));
		cr_expect(eq(str, e.what, (char *)wrong[i].what));
		error_clear(&e);
	}
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

/* A random pattern of few letters, with the ways that the slow matcher below
 * needs to try. */
static void
any_pattern(unsigned *seed, unsigned depth, struct buf *out)
{
	unsigned parts = 1 + next_random(seed) % 3;

	while (parts--) {
		if (depth && next_random(seed) % 3 == 0) {
			buf_char(out, '(');
			any_pattern(seed, depth - 1, out);
			if (next_random(seed) % 2) {
				buf_char(out, '|');
				any_pattern(seed, depth - 1, out);
			}
			buf_char(out, ')');
		} else {
			buf_char(out, "aab.bc"[next_random(seed) % 6]);
		}
		buf_str(out, (const char *[]){"", "", "", "*", "+", "?",
		                              "{2}", "{1,2}"}
		             [next_random(seed) % 8]);
	}
}

/* Where matches of the pattern's part at *P that begin at any of the places in
 * FROM (a bit each) may end; *P goes behind the part. Slow and plain. */
static unsigned alternatives(const char **p, const char *s, unsigned from);

static unsigned
once(const char *p, const char **end, const char *s, unsigned from)
{
	unsigned to = 0, i;

	if (*p == '(') {
		*end = p + 1;
		to = alternatives(end, s, from);
		++*end;
		return to;
	}
	*end = p + 1;
	for (i = 0; s[i]; i++)
		if ((from >> i & 1) && (*p == '.' || s[i] == *p))
			to |= 2u << i;
	return to;
}

static unsigned
times(const char *p, const char **end, const char *s, unsigned from,
      unsigned least, unsigned most)
{
	unsigned all = least ? 0 : from, i;

	for (i = 1; i <= most; i++) {
		from = once(p, end, s, from);
		if (i >= least)
			all |= from;
	}
	return all;
}

static unsigned
sequence(const char **p, const char *s, unsigned from)
{
	while (**p && **p != '|' && **p != ')') {
		const char *end, *at = *p;

		once(at, &end, s, 0);
		*p = end + 1;
		if (*end == '*')
			from = times(at, &end, s, from, 0, 20);
		else if (*end == '+')
			from = times(at, &end, s, from, 1, 20);
		else if (*end == '?')
			from = times(at, &end, s, from, 0, 1);
		else if (*end == '{')
			from = times(at, &end, s, from, end[2] == '}' ? 2 : 1,
			             2);
		else
			from = once(at, p, s, from);
		if (*end == '{')
			*p = strchr(end, '}') + 1;
	}
	return from;
}

static unsigned
alternatives(const char **p, const char *s, unsigned from)
{
	unsigned to = sequence(p, s, from);

	while (**p == '|') {
		++*p;
		to |= sequence(p, s, from);
	}
	return to;
}

static void
check_any(unsigned *seed)
{
	struct buf pattern = {0};
	char s[13] = "";
	uint32_t c[12];
	size_t n = next_random(seed) % 12, i, start, end;
	struct error e = {0};
	struct regex *x;
	bool found = false;

	any_pattern(seed, 2, &pattern);
	for (i = 0; i < n; i++)
		c[i] = (unsigned char)(s[i] = "aabbc"[next_random(seed) % 5]);
	x = regex_new(pattern.at, &e);
	cr_assert(x != NULL, "%s: %s", pattern.at, e.what);
	for (i = 0; i < n && !found; i++) {
		const char *p = pattern.at;
		unsigned ends = alternatives(&p, s, 1u << i) >> (i + 1);
		size_t longest = i;

		for (; ends; ends >>= 1)
			longest++;
		if (longest == i)
			continue;
		found = true;
		cr_assert(regex_match(x, c, n, 0, n, &start, &end),
		          "%s in %s", pattern.at, s);
		cr_assert(eq(sz, start, i), "%s in %s", pattern.at, s);
		cr_assert(eq(sz, end, longest), "%s in %s", pattern.at, s);
	}
	if (!found)
		cr_assert(not(regex_match(x, c, n, 0, n, &start, &end)),
		          "%s in %s", pattern.at, s);
	regex_free(x);
	buf_clear(&pattern);
}

Test(regex, finds_what_trying_all_ways_finds)
{
	unsigned seed = 29, round;

	for (round = 0; round < 20000; round++)
		check_any(&seed);
}

/* Ends in time, or the suite never does: each is exponential, or quadratic in
 * the text, for matchers that try one way after the other. */
Test(regex, never_runs_away)
{
	static const char *const patterns[] = {
		"(a*)*b", "(a|a)*b", "(a|aa)+b", "(a*a*a*a*a*a*)*b",
		"a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaab",
		"(((a+)+)+)+b", "(.*)(.*)(.*)(.*)b", "a{50}{2}|(a{10}){10}b",
		".{1,100}b", "a+b|a",
	};
	size_t n = 60000, i, k, start, end;
	uint32_t *c = mem_new(n * sizeof *c);

	for (i = 0; i < n; i++)
		c[i] = 'a';
	for (i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		struct error e = {0};
		struct regex *x = regex_new(patterns[i], &e);

		if (!x) {
			error_clear(&e);
			continue;
		}
		for (k = 0; k < 10; k++)
			regex_match(x, c, n, k, n, &start, &end);
		regex_free(x);
	}
	free(c);
}

Test(regex, goes_on_and_back_in_ranges_of_a_text)
{
	static const char s[] = "One 1.\n\nTwo 22, and 333.\n\n4444\n";
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);
	struct error e = {0};
	struct query *q = query_new("re:[0-9]+", &e);
	static const text_pos at[] = {4, 12, 20, 26};
	struct span found;
	text_pos a, b;
	size_t i;

	for (a = 0; a <= t->n; a++)
		for (b = a; b <= t->n + 1; b++) {
			struct span where = {a, b};
			bool next, first = true;

			/* inside of a number it begins with the next digit */
			if (a && s[a - 1] >= '0' && s[a - 1] <= '9')
				continue;
			next = query_next(q, t, o, where, &found);
			for (i = 0; i < 4; i++) {
				if (at[i] < a || at[i] >= b || !first)
					continue;
				first = false;
				cr_assert(next);
				cr_assert(eq(sz, found.start, at[i]));
			}
			cr_assert(eq(int, next, !first));
			next = query_prev(q, t, o, where, &found);
			cr_assert(eq(int, next, !first));
			for (i = 4; i-- > 0 && next;) {
				if (at[i] < a || at[i] >= b)
					continue;
				cr_assert(eq(sz, found.start, at[i]));
				break;
			}
		}
	query_free(q);
	outline_free(o);
	text_free(t);
}
