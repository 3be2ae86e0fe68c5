/* Search: a phrase is found however it is written, forwards and back. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/search.h"

/* From P on, and back before P. */
static struct span
from(text_pos p)
{
	return (struct span){p, (size_t)-1};
}

static struct span
before(text_pos p)
{
	return (struct span){0, p};
}

static struct text *
text_of(const char *s)
{
	return text_new(mem_copy(s), strlen(s), TEXT_UTF8);
}

/* What is found from FROM on, "" when nothing is. */
static void
finds(const char *s, const char *words, unsigned how, const char *expected)
{
	struct text *t = text_of(s);
	struct span at = {0, 0};
	char *got;

	cr_expect(eq(int, search_next(t, words, how, from(0), &at), *expected != 0));
	got = mem_text(t->at + at.start, at.end - at.start);
	cr_expect(eq(str, got, (char *)expected), "%s in %s", words, s);
	free(got);
	text_free(t);
}

Test(search, finds_a_phrase_over_line_ends_and_other_quotes)
{
	finds("of the “re-\nform” of\r\n  it", "\"REFORM\" of it", FOLD_CASE,
	      "“re-\nform” of\r\n  it");
	finds("a well-known man", "well", FOLD_CASE, "well");
	finds("die Straße da", "strasse", FOLD_CASE, "Straße");
	finds("die Straße da", "stras", FOLD_CASE, "Straß");
	finds("le café noir", "cafe", FOLD_CASE | FOLD_ACCENTS, "café");
	finds("le café noir", "cafe", FOLD_CASE, "");
	finds("any", "", FOLD_CASE, "");
	finds("any", " \n", FOLD_CASE, "");
	finds("", "a", FOLD_CASE, "");
}

Test(search, finds_an_apostrophe_beside_another_mark)
{
	finds("He said: ‘’Tis so.’", "'tis", FOLD_CASE, "’Tis");
	finds("the ‘dogs’‘ball", "dogs'", FOLD_CASE, "dogs’");
	finds("as ``this'' is", "\"this\" is", FOLD_CASE, "``this'' is");
}

Test(search, passes_over_signs_of_emphasis_that_are_not_asked_for)
{
	finds("it is _very_ good.", "is very good", 0, "is _very_ good");
	finds("it is **very good**, yes", "very good, yes", 0,
	      "very good**, yes");
	finds("a snake_case name", "snakecase", 0, "");
	finds("a snake_case name", "snake_case", 0, "snake_case");
	finds("it is _very_ good.", "_very_", 0, "_very_");
	finds("so * so", "so so", 0, "");
	finds("a word*, and", "word*", 0, "word*");
}

Test(search, maps_back_to_the_bytes_of_what_was_written)
{
	enum { ALL = FOLD_CASE | FOLD_ACCENTS };

	finds("in İstanbul now", "istanbul", ALL, "İstanbul");
	finds("in İstanbul now", "i", ALL, "i");
	finds("x İz", "iz", ALL, "İz");
	finds("ein Gruß.", "gruss", ALL, "Gruß");
	finds("an oﬃce x", "office", ALL, "oﬃce");
	finds("an oﬃce x", "fic", ALL, "ﬃc");
	finds("le caf\303\251 noir", "caf\303\251", 0, "caf\303\251");
	finds("le cafe\314\201 noir", "caf\303\251", 0, "cafe\314\201");
	finds("le cafe\314\201 noir", "cafe", ALL, "cafe\314\201");
	finds("ὁ λόγος.", "ΛΌΓΟΣ", FOLD_CASE, "λόγος");
	finds("ὁ λόγος.", "λογος", ALL, "λόγος");
	finds("이 \341\204\222\341\205\241\341\206\253 글", "한", ALL,
	      "\341\204\222\341\205\241\341\206\253");
	finds("이 한글", "한글", ALL, "한글");
}

Test(search, heeds_case_only_for_a_phrase_with_capitals)
{
	finds("the It it", "it", SEARCH_SMART_CASE, "It");
	finds("the it It", "It", SEARCH_SMART_CASE, "It");
	finds("the IT", "It", SEARCH_SMART_CASE, "");
}

Test(search, goes_on_from_a_place_and_back_before_one)
{
	struct text *t = text_of("anana banana");
	struct span at;

	cr_assert(search_next(t, "ana", FOLD_CASE, from(1), &at));
	cr_assert(eq(sz, at.start, 2));
	cr_assert(search_next(t, "ana", FOLD_CASE, from(3), &at));
	cr_assert(eq(sz, at.start, 7));
	cr_assert(search_prev(t, "ana", FOLD_CASE, before(9), &at));
	cr_assert(eq(sz, at.start, 7));
	cr_assert(search_prev(t, "ana", FOLD_CASE, before(7), &at));
	cr_assert(eq(sz, at.start, 2));
	cr_assert(not(search_prev(t, "ana", FOLD_CASE, before(0), &at)));
	cr_assert(not(search_next(t, "ana", FOLD_CASE, from(99), &at)));
	cr_assert(eq(sz, at.start, 2));
	text_free(t);
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

static const char *const bits[] = {
	"ab ", "aab ", "b\n", "ба ", "“a” ", "a-\nb ", "ß ", "fi\r\n", "é ",
	"a — b ", "a… ", "a, ", "中", "aB ",
};

static char *
any_words(unsigned *seed, size_t n)
{
	struct buf b = {0};

	while (n--)
		buf_str(&b, bits[next_random(seed) %
		                 (sizeof bits / sizeof *bits)]);
	return buf_take(&b);
}

/* Where the slow, plain way finds PHRASE: the first match from FROM on, or the
 * last before it. */
static size_t
plainly(const struct fold *all, const struct fold *phrase, size_t from,
        bool back)
{
	size_t i, found = (size_t)-1;

	for (i = 0; i + phrase->n <= all->n; i++) {
		if (memcmp(all->c + i, phrase->c, phrase->n * 4))
			continue;
		if (!back && all->from[i] >= from)
			return all->from[i];
		if (back && all->from[i] < from)
			found = all->from[i];
	}
	return found;
}

static void
agrees_with_plain(unsigned *seed, size_t words)
{
	char *phrase = any_words(seed, 1 + next_random(seed) % 3);
	char *s = any_words(seed, words);
	struct text *t = text_of(s);
	struct fold all = {0}, folded = {0};
	struct span at;
	size_t i, p;

	fold_span(t, (struct span){0, t->n}, FOLD_CASE, &all);
	fold_bytes(phrase, strlen(phrase), FOLD_CASE, &folded);
	for (i = 0, p = 0; i < 40; i++) {
		at.start = (size_t)-1;
		search_next(t, phrase, FOLD_CASE, from(p), &at);
		cr_assert(eq(sz, at.start, plainly(&all, &folded, p, false)));
		if (at.start == (size_t)-1)
			break;
		p = at.start + 1;
	}
	for (i = 0, p = t->n; i < 40; i++) {
		at.start = (size_t)-1;
		search_prev(t, phrase, FOLD_CASE, before(p), &at);
		cr_assert(eq(sz, at.start, plainly(&all, &folded, p, true)));
		if (at.start == (size_t)-1)
			break;
		p = at.start;
	}
	fold_clear(&all);
	fold_clear(&folded);
	text_free(t);
	free(s);
	free(phrase);
}

Test(search, finds_what_the_plain_way_finds)
{
	unsigned seed = 17, round;

	for (round = 0; round < 300; round++)
		agrees_with_plain(&seed, round);
}

Test(search, finds_it_in_texts_of_many_pieces)
{
	unsigned seed = 19;
	size_t n = 300000, i, places[] = {5, 16380, 65530, 131072, 299990};
	struct text *t;
	struct span at;

	for (i = 0; i < sizeof places / sizeof *places; i++) {
		char *s = any_words(&seed, n / 2);

		memcpy(s + places[i], " needle ", 8);
		t = text_new(s, n, TEXT_UTF8);
		cr_assert(search_next(t, "needle", FOLD_CASE, from(0), &at));
		cr_assert(eq(sz, at.start, places[i] + 1));
		cr_assert(search_prev(t, "needle", FOLD_CASE, before(n), &at));
		cr_assert(eq(sz, at.start, places[i] + 1));
		cr_assert(eq(sz, at.end, places[i] + 7));
		text_free(t);
	}
}

Test(search, of_like_letters_takes_linear_time)
{
	size_t n = 4000000;
	char *s = mem_new(n), *words = mem_new(100002);
	struct text *t;
	struct span at;

	memset(s, 'a', n);
	memset(words, 'a', 100000);
	words[100000] = 'b';
	t = text_new(s, n, TEXT_UTF8);
	cr_assert(not(search_next(t, words, FOLD_CASE, from(0), &at)));
	cr_assert(not(search_prev(t, words, FOLD_CASE, before(n), &at)));
	words[0] = 'b';
	words[100000] = '\0';
	cr_assert(not(search_next(t, words, FOLD_CASE, from(0), &at)));
	text_free(t);
	free(words);
}
