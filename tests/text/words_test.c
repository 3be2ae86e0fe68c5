/* Words and clusters: where they begin and end, at any distance. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "text/words.h"

static struct text *
text_of(const char *s)
{
	return text_new(mem_copy(s), strlen(s), TEXT_UTF8);
}

Test(words, begin_at_letters_and_digits_only)
{
	struct text *t = text_of("— don't stop, 3.5 km!");
	static const size_t starts[] = {4, 10, 16, 20};
	text_pos p = 0;
	size_t i;

	for (i = 0; i < 4; i++) {
		p = words_next(t, p, t->n);
		cr_assert(eq(sz, p, starts[i]));
	}
	cr_assert(eq(sz, words_next(t, p, t->n), t->n));
	p = t->n;
	for (i = 4; i > 0; i--) {
		p = words_prev(t, p, 0);
		cr_assert(eq(sz, p, starts[i - 1]));
	}
	cr_assert(eq(sz, words_prev(t, p, 0), 0));
	text_free(t);
}

Test(words, keep_to_the_limit)
{
	struct text *t = text_of("one two three");

	cr_assert(eq(sz, words_next(t, 0, 3), 3));
	cr_assert(eq(sz, words_next(t, 0, 4), 4));
	cr_assert(eq(sz, words_prev(t, 12, 9), 9));
	cr_assert(eq(sz, words_end(t, 0, 2), 2));
	cr_assert(eq(sz, words_end(t, 20, 99), t->n));
	text_free(t);
}

Test(words, end_where_the_word_or_the_next_one_ends)
{
	struct text *t = text_of("one, two");

	cr_assert(eq(sz, words_end(t, 0, t->n), 3));
	cr_assert(eq(sz, words_end(t, 2, t->n), 3));
	cr_assert(eq(sz, words_end(t, 3, t->n), 8));
	text_free(t);
}

Test(words, are_each_ideograph_in_chinese)
{
	struct text *t = text_of("读书。");

	cr_assert(eq(sz, words_next(t, 0, t->n), 3));
	cr_assert(eq(sz, words_next(t, 3, t->n), 9));
	text_free(t);
}

Test(words, of_a_huge_line_are_found_by_their_own_length)
{
	size_t n = 3000000;
	char *s = mem_new(n);
	struct text *t;
	text_pos p;
	int i;

	memset(s, 'x', n);
	s[n / 2] = ' ';
	t = text_new(s, n, TEXT_UTF8);
	cr_assert(eq(sz, words_next(t, 5, n), n / 2 + 1));
	cr_assert(eq(sz, words_prev(t, n, 0), n / 2 + 1));
	cr_assert(eq(sz, words_end(t, 5, n), n / 2));
	for (p = n / 2 - 50, i = 0; i < 1000; i++)
		cr_assert(eq(sz, words_next(t, p, n), n / 2 + 1));
	text_free(t);
}

Test(words, do_not_depend_on_where_one_looks_from)
{
	static const char piece[] = "Größe, 3.5 can't 読書 — a.b_c x\xCC\x81y ";
	size_t n = (sizeof piece - 1) * 60, i;
	char *s = mem_new(n);
	struct text *t;
	text_pos p, next;

	for (i = 0; i < n; i++)
		s[i] = piece[i % (sizeof piece - 1)];
	t = text_new(s, n, TEXT_UTF8);
	for (p = 0; p < n; p = next) {
		next = words_next(t, p, n);
		for (i = p; i < next; i++)
			cr_assert(eq(sz, words_next(t, i, n), next));
		for (i = p + 1; i <= next; i++)
			cr_assert(eq(sz, words_prev(t, i, 0), p));
	}
	text_free(t);
}

Test(words, step_by_clusters_both_ways)
{
	struct text *t = text_of("a\r\ne\xCC\x81👩‍👩‍👧b\xFF" "c한");
	text_pos at[16], p = 0;
	size_t n = 0, i;

	while (p < t->n) {
		at[n++] = p;
		p = words_cluster_next(t, p, t->n);
	}
	cr_assert(eq(sz, n, 8));
	for (i = n; i > 0; i--) {
		p = words_cluster_prev(t, p, 0);
		cr_assert(eq(sz, p, at[i - 1]));
	}
	cr_assert(eq(sz, words_cluster_prev(t, 0, 0), 0));
	text_free(t);
}
