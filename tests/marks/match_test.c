/* Approximate search against the plain matrix of edit distances. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "marks/match.h"

static unsigned long seed;

static size_t
any(size_t n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(seed >> 33) % n;
}

enum { PATTERN_MAX = 300, TEXT_MAX = 900 };

/* The distance of PATTERN to the best end at each column of TEXT; with FREE
 * it may begin anywhere. */
static void
fill_last_row(struct run pattern, struct run text, int free_start,
              size_t *last)
{
	size_t column[PATTERN_MAX + 1], i, j;

	for (i = 0; i <= pattern.n; i++)
		column[i] = i;
	last[0] = pattern.n;
	for (j = 1; j <= text.n; j++) {
		size_t diagonal = column[0];

		column[0] = free_start ? 0 : j;
		for (i = 1; i <= pattern.n; i++) {
			size_t best = diagonal + (pattern.c[i - 1] !=
			                          text.c[j - 1]);

			if (column[i] + 1 < best)
				best = column[i] + 1;
			if (column[i - 1] + 1 < best)
				best = column[i - 1] + 1;
			diagonal = column[i];
			column[i] = best;
		}
		last[j] = column[pattern.n];
	}
}

static void
make_text(uint32_t *c, size_t n, size_t letters)
{
	size_t i;

	for (i = 0; i < n; i++)
		c[i] = (uint32_t)(any(10) ? 'a' + any(letters)
		                          : 0x4E00 + any(letters));
}

/* A pattern cut out of TEXT and altered. */
static size_t
make_pattern(uint32_t *pattern, const uint32_t *text, size_t n)
{
	size_t m = 1 + any(PATTERN_MAX - 20), at = any(n - m), out = 0, i;

	for (i = 0; i < m && out < PATTERN_MAX - 1; i++) {
		size_t what = any(30);

		if (what == 0)
			continue;
		if (what == 1)
			pattern[out++] = 'z';
		pattern[out++] = what == 2 ? 'y' : text[at + i];
	}
	if (!out)
		pattern[out++] = 'a';
	return out;
}

Test(match, finds_a_best_end_of_every_region_that_the_matrix_has)
{
	for (unsigned long s = 1; s < 600; s++) {
		uint32_t text[TEXT_MAX], pattern[PATTERN_MAX];
		struct run t = {text, TEXT_MAX}, p = {pattern, 0};
		size_t last[TEXT_MAX + 1], least = SIZE_MAX, most, j, i;
		struct match_list found = {0};

		seed = s;
		make_text(text, TEXT_MAX, 3 + any(20));
		p.n = make_pattern(pattern, text, TEXT_MAX);
		most = p.n / 4;
		fill_last_row(p, t, 1, last);
		match_near(p, most, t, 0, t.n, &found);
		for (j = 1; j <= t.n; j++)
			least = last[j] < least ? last[j] : least;
		/* Each one is as good as the matrix says. */
		for (i = 0; i < found.n; i++)
			cr_assert(eq(sz, found.at[i].errors,
			             last[found.at[i].end]), "seed %lu", s);
		/* The best is there, and each end is near one as good. */
		for (j = 1; j <= t.n; j++) {
			bool near = last[j] > most;

			for (i = 0; i < found.n && !near; i++) {
				size_t end = found.at[i].end;

				near = (end > j ? end - j : j - end) <= p.n;
			}
			cr_assert(near, "seed %lu end %zu", s, j);
		}
		for (i = 0; i < found.n && found.at[i].errors > least; i++)
			;
		cr_assert(least > most || i < found.n, "seed %lu", s);
		vec_clear(&found);
	}
}

Test(match, begins_where_the_matrix_of_the_found_span_has_the_same_errors)
{
	for (unsigned long s = 1; s < 300; s++) {
		uint32_t text[TEXT_MAX], pattern[PATTERN_MAX];
		struct run t = {text, TEXT_MAX}, p = {pattern, 0};
		struct match_list found = {0};
		size_t i;

		seed = s;
		make_text(text, TEXT_MAX, 3 + any(20));
		p.n = make_pattern(pattern, text, TEXT_MAX);
		match_near(p, p.n / 4, t, 0, t.n, &found);
		for (i = 0; i < found.n; i++) {
			struct match m = found.at[i];
			struct run span = {text + m.start, m.end - m.start};
			size_t last[TEXT_MAX + 1];

			fill_last_row(p, span, 0, last);
			cr_assert(eq(sz, last[span.n], m.errors), "seed %lu",
			          s);
		}
		vec_clear(&found);
	}
}

Test(match, measures_an_edge_as_the_matrix_does)
{
	for (unsigned long s = 1; s < 300; s++) {
		uint32_t text[TEXT_MAX], pattern[PATTERN_MAX];
		uint32_t text_back[TEXT_MAX], pattern_back[PATTERN_MAX];
		struct run t = {text, any(TEXT_MAX)}, p = {pattern, 0};
		struct run tb = {text_back, t.n}, pb = {pattern_back, 0};
		size_t last[TEXT_MAX + 1], least = SIZE_MAX, j;

		seed = s;
		make_text(text, TEXT_MAX, 3 + any(20));
		pb.n = p.n = make_pattern(pattern, text, TEXT_MAX);
		for (j = 0; j < t.n; j++)
			text_back[j] = text[t.n - 1 - j];
		for (j = 0; j < p.n; j++)
			pattern_back[j] = pattern[p.n - 1 - j];
		fill_last_row(p, t, 0, last);
		for (j = 0; j <= t.n; j++)
			least = last[j] < least ? last[j] : least;
		cr_assert(eq(sz, match_at_edge(p, t, 0), least), "seed %lu", s);
		cr_assert(eq(sz, match_at_edge(pb, tb, 1), least), "seed %lu",
		          s);
	}
}

Test(match, finds_every_exact_place_overlapping_ones_too)
{
	uint32_t text[] = {'a', 'b', 'a', 'b', 'a', 'x', 'a', 'b', 'a'};
	struct run t = {text, 9}, p = {text, 3};
	struct match_list found = {0};

	match_exact(p, t, 0, 9, &found);
	cr_assert(eq(sz, found.n, 3));
	cr_assert(eq(sz, found.at[0].start, 0));
	cr_assert(eq(sz, found.at[1].start, 2));
	cr_assert(eq(sz, found.at[2].start, 6));
	found.n = 0;
	match_exact(p, t, 1, 8, &found);
	cr_assert(eq(sz, found.n, 1));
	vec_clear(&found);
}

Test(match, finds_nothing_for_an_empty_pattern_or_in_an_empty_text)
{
	uint32_t c[] = {'a'};
	struct run none = {c, 0}, one = {c, 1};
	struct match_list found = {0};

	match_exact(none, one, 0, 1, &found);
	match_near(none, 0, one, 0, 1, &found);
	match_exact(one, none, 0, 0, &found);
	match_near(one, 0, none, 0, 0, &found);
	cr_assert(eq(sz, found.n, 0));
	cr_assert(eq(sz, match_at_edge(none, one, 0), 0));
	cr_assert(eq(sz, match_at_edge(one, none, 0), 1));
}

static void
fold_ascii(const char *s, uint32_t *out, struct run *run)
{
	run->c = out;
	for (run->n = 0; s[run->n]; run->n++)
		out[run->n] = (unsigned char)s[run->n];
}

Test(match, finds_the_border_between_two_runs)
{
	static const struct {
		const char *left, *right, *text;
		size_t first, last;
	} trials[] = {
		{"on the hill", "stood a mill", "up on the hill stood a mill,",
		 14, 15}, /* a blank between them is of neither */
		{"on the hill", "stood a mill", "on the hill leant a mill", 11,
		 12}, /* a word that another stands for is of its run */
		{"on the hill", "stood a mill", "on the bank stood a mill", 11,
		 12},
		{"on the hill", "stood a mill", "hill stood a", 4, 5},
		{"on the hill", "", "on the hill", 11, 11},
		{"", "a mill", "then a mill", 4, 5},
	};
	size_t i;

	for (i = 0; i < sizeof trials / sizeof *trials; i++) {
		uint32_t l[64], r[64], t[64];
		struct run left, right, text;
		struct border b;

		fold_ascii(trials[i].left, l, &left);
		fold_ascii(trials[i].right, r, &right);
		fold_ascii(trials[i].text, t, &text);
		match_border(left, right, text, &b);
		cr_assert(eq(sz, b.first, trials[i].first), "trial %zu", i);
		cr_assert(eq(sz, b.last, trials[i].last), "trial %zu", i);
	}
}

Test(match, tells_how_far_two_runs_go_together)
{
	static const struct {
		const char *pattern, *text;
		bool backwards;
		size_t in_pattern, in_text;
	} trials[] = {
		{"on the hill", "on the hill", false, 11, 11},
		{"on the hill stood", "on the hill a cow lay", false, 12, 12},
		{"on the hill", "up on the hill", false, 11, 14},
		{"on the hill stood", "on teh hill, and then", false, 11, 11},
		{"on the hill stood a mill", "it was then that a mill", true,
		 7, 7},
		{"on the hill", "", false, 0, 0},
		{"", "on the hill", true, 0, 0},
		{"aaaa", "bbbb", false, 0, 0},
	};
	size_t i;

	for (i = 0; i < sizeof trials / sizeof *trials; i++) {
		uint32_t p[64], t[64];
		struct run pattern, text;
		struct extent e;

		fold_ascii(trials[i].pattern, p, &pattern);
		fold_ascii(trials[i].text, t, &text);
		match_extent(pattern, text, trials[i].backwards, &e);
		cr_assert(eq(sz, e.pattern, trials[i].in_pattern),
		          "trial %zu", i);
		cr_assert(eq(sz, e.text, trials[i].in_text), "trial %zu", i);
	}
}
