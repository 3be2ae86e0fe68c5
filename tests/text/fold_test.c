/* Folding: which writings become one, and the way back to the bytes. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/fold.h"

/* The folded form of S as UTF-8; the caller frees it. */
static char *
folded(const char *s, unsigned how)
{
	struct fold f = {0};
	struct buf out = {0};
	size_t i;

	fold_bytes(s, strlen(s), how, &f);
	for (i = 0; i < f.n; i++)
		buf_ucs(&out, f.c[i]);
	fold_clear(&f);
	return buf_take(&out);
}

static void
folds_to(const char *s, unsigned how, const char *expected)
{
	char *got = folded(s, how);

	cr_expect(eq(str, got, (char *)expected), "of <%s>", s);
	free(got);
}

static void
fold_alike(const char *a, const char *b)
{
	unsigned how;

	for (how = 0; how < 4; how++) {
		char *x = folded(a, how), *y = folded(b, how);

		cr_expect(eq(str, x, y), "of <%s> and <%s>", a, b);
		free(x);
		free(y);
	}
}

Test(fold, lowers_all_letters_of_russian_and_latin_1)
{
	folds_to("АЯЙЁ ÀÖØÞ ÿ×÷", FOLD_CASE, "аяйё àöøþ ÿ×÷");
	folds_to("АЯЙЁ ÀÖØÞ", FOLD_CASE | FOLD_ACCENTS, "аяйе aoøþ");
	folds_to("АЯЙЁ ÀÖØÞ", FOLD_ACCENTS, "АЯЙЕ AOØÞ");
	fold_alike("ЙЁ", "И\xCC\x86Е\xCC\x88");
}

Test(fold, lowers_case_in_full)
{
	folds_to("Straße ΣΊΣΥΦΟΣ", FOLD_CASE, "strasse σίσυφοσ");
	folds_to("STRASSE Σίσυφος", FOLD_CASE, "strasse σίσυφοσ");
	folds_to("İstanbul ſo µ", FOLD_CASE, "i̇stanbul so μ");
	folds_to("ÉCOLE ДОМ Ǆ", FOLD_CASE, "école дом ǆ");
	folds_to("Straße ΣΊΣΥΦΟΣ", 0, "Straße ΣΊΣΥΦΟΣ");
}

Test(fold, makes_one_blank_of_white_space_and_none_at_the_edges)
{
	folds_to(" \n one \t\r\n two\xC2\xA0three\f", FOLD_CASE,
	         "one two three");
	folds_to(" \n", FOLD_CASE, "");
	folds_to("", FOLD_CASE, "");
}

Test(fold, joins_hyphenated_words_wherever_the_line_ends)
{
	fold_alike("well-known", "well-\nknown");
	fold_alike("well-known", "wellknown");
	fold_alike("pre- and post-war", "pre-\r\n  and postwar");
	fold_alike("inter\xC2\xADnational", "inter\xC2\xAD\nnational");
	fold_alike("café-bar", "cafe\xCC\x81-\nbar");
	fold_alike("Marx–Engels", "Marx-Engels");
	folds_to("1917-\n1923", FOLD_CASE, "1917-1923");
	fold_alike("1917–1923", "1917-\n1923");
}

Test(fold, makes_one_of_all_dashes_and_drops_the_blanks_around)
{
	folds_to("a – b", FOLD_CASE, "a-b");
	fold_alike("a – b", "a—b");
	fold_alike("a -- b", "a—\nb");
	fold_alike("a--b", "a - b");
	folds_to("– Да.", FOLD_CASE, "-да.");
}

Test(fold, straightens_quotation_marks)
{
	folds_to("“a” ‘b’ „c“ «d» ‹e› it’s", FOLD_CASE,
	         "\"a\" 'b' \"c\" \"d\" 'e' it's");
	fold_alike("``a''", "“a”");
	fold_alike("‘‘a’’", "“a”");
	fold_alike("「あ」", "“あ”");
}

/* An apostrophe that begins a quotation and two quotations without a blank
 * between them have two marks. */
Test(fold, makes_one_of_two_marks_only_where_they_are_the_same)
{
	folds_to("‘’Tis he,’ ‘a’‘b’", FOLD_CASE, "''tis he,' 'a''b'");
	folds_to("a'’", FOLD_CASE, "a''");
	folds_to("‚‘’", FOLD_CASE, "'''");
	folds_to("a'''", FOLD_CASE, "a\"'");
}

Test(fold, makes_one_of_all_ellipses)
{
	folds_to("a… b", FOLD_CASE, "a...b");
	fold_alike("a... b", "a . . . b");
	fold_alike("a ... b", "a…b");
	fold_alike("a . . .\n. b", "a….b");
}

Test(fold, unfolds_ligatures_and_full_width_forms)
{
	folds_to("ﬁne ﬃ ﬆ ＡＢ，１", FOLD_CASE, "fine ffi st ab,1");
}

Test(fold, drops_what_cannot_be_seen)
{
	folds_to("\xEF\xBB\xBF" "a\xE2\x80\x8B" "b\xE2\x80\x8F" "c\xC2\xAD" "d",
	         FOLD_CASE, "abcd");
}

Test(fold, makes_one_of_composed_and_decomposed_letters)
{
	fold_alike("é", "e\xCC\x81");
	fold_alike("ế", "e\xCC\x82\xCC\x81");
	fold_alike("ệ", "e\xCC\x82\xCC\xA3");
	fold_alike("ệ", "ê\xCC\xA3");
	fold_alike("한국", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"
	                   "\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8");
	fold_alike("й", "и\xCC\x86");
	fold_alike("Å", "\xE2\x84\xAB");
	folds_to("İ", FOLD_CASE, "i̇");
	folds_to("I\xCC\x87", FOLD_CASE, "i̇");
	fold_alike("क़", "\xE0\xA5\x98");
}

Test(fold, drops_accents_when_asked)
{
	folds_to("Éçole ё й Ångström ế", FOLD_CASE | FOLD_ACCENTS,
	         "ecole е й angstrom e");
	folds_to("E\xCC\x81", FOLD_ACCENTS, "E");
	folds_to("が", FOLD_ACCENTS, "が");
}

Test(fold, joins_lines_of_scripts_without_blanks)
{
	fold_alike("读书，写字", "读\n书，\n写字");
	folds_to("读 book 书", FOLD_CASE, "读 book 书");
}

Test(fold, keeps_bytes_that_fit_nothing_apart)
{
	folds_to("a\xFF\xFE" "b", FOLD_CASE, "a\xEF\xBF\xBD\xEF\xBF\xBD" "b");
}

Test(fold, leads_back_to_the_bytes)
{
	static const char s[] = "Straße, well-\nknown “x…”";
	struct text *t = text_new(mem_copy(s), sizeof s - 1, TEXT_UTF8);
	struct fold f = {0};
	struct span got;

	fold_span(t, (struct span){0, t->n}, FOLD_CASE, &f);
	cr_assert(eq(sz, f.from[4], 4));
	cr_assert(eq(sz, f.from[5], 4));
	cr_assert(eq(sz, f.from[6], 6));
	cr_assert(eq(sz, f.from[f.n], t->n));
	got = fold_source(t, &f, 0, 5); /* "stras" */
	cr_assert(eq(sz, got.end, 6));
	got = fold_source(t, &f, 9, 13); /* "well" */
	cr_assert(eq(sz, got.start, 9));
	cr_assert(eq(sz, got.end, 13));
	got = fold_source(t, &f, 8, 9); /* the blank alone */
	cr_assert(eq(sz, got.end, 9));
	got = fold_source(t, &f, 9, 18);
	cr_assert(eq(sz, got.end, 20));
	fold_clear(&f);
	text_free(t);
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

static const char *const bits[] = {
	"a", "B", "e\xCC\x81", "é", "ß", "İ", "ﬁ", " ", "\r\n", "-", "—",
	"…", ". ", "'", "“", "\xC2\xAD", "\xE2\x80\x8B", "中", "，", "한",
	"\xE1\x84\x92", "\xE1\x85\xA1", "\xE1\x86\xAB", "\xFF", "\xE2\x80",
	"\xF0\x9D\x85\xA0", "\xEF\xAC\xAC", "\xCC\xA3", "1", "\xCD\x84", "ς",
};

static char *
any_text(unsigned *seed, size_t pieces)
{
	struct buf b = {0};

	while (pieces--)
		buf_str(&b, bits[next_random(seed) %
		                 (sizeof bits / sizeof *bits)]);
	return buf_take(&b);
}

Test(fold, is_never_longer_than_its_bytes_and_never_goes_back)
{
	unsigned seed = 3, round;
	struct fold f = {0};
	size_t i;

	for (round = 0; round < 3000; round++) {
		char *s = any_text(&seed, next_random(&seed) % 60);
		size_t n = strlen(s);

		fold_bytes(s, n, round % 4, &f);
		cr_assert(le(sz, f.n, n));
		for (i = 0; i < f.n; i++)
			cr_assert(le(sz, f.from[i], f.from[i + 1]));
		cr_assert(eq(sz, f.from[f.n], n));
		free(s);
	}
	fold_clear(&f);
}

/* Words written again: other line ends, quotes, dashes, ellipses. */
static char *
written_anew(const char *s, unsigned *seed)
{
	static const char *const ways[][3] = {
		{" ", "\n", " \r\n\t"}, {"“", "\"", "``"}, {"—", " - ", "--"},
		{"…", "...", ". . ."}, {"é", "e\xCC\x81", "e\xCC\x81"},
		{"-", "-\n", ""}, {"’", "'", "‘"},
	};
	struct buf b = {0};
	size_t i, n;

	while (*s) {
		for (i = 0; i < sizeof ways / sizeof *ways; i++) {
			n = strlen(ways[i][0]);
			if (!strncmp(s, ways[i][0], n))
				break;
		}
		if (i < sizeof ways / sizeof *ways) {
			buf_str(&b, ways[i][next_random(seed) % 3]);
			s += n;
		} else {
			buf_char(&b, *s++);
		}
	}
	return buf_take(&b);
}

Test(fold, does_not_notice_another_way_of_writing_the_same)
{
	static const char s[] = "The “reform” of the Comintern—it’s a well-known "
	                        "phrase… Café “life” never—was that… “hollow";
	unsigned seed = 5, round;

	for (round = 0; round < 500; round++) {
		char *other = written_anew(s, &seed);

		fold_alike(s, other);
		free(other);
	}
}

Test(fold, of_a_span_is_part_of_the_fold_of_all)
{
	static const char s[] = "The “reform” of Straße, ﬁne é\r\nwell-\nknown…";
	size_t n = sizeof s - 1, i;
	struct text *t = text_new(mem_copy(s), n, TEXT_UTF8);
	struct fold all = {0}, part = {0};

	fold_span(t, (struct span){0, n}, FOLD_CASE, &all);
	for (i = 0; i < all.n; i++) {
		struct span source = fold_source(t, &all, i, all.n);

		if (i && all.from[i] == all.from[i - 1])
			continue;
		if (all.c[i] == ' ')
			continue;
		fold_span(t, source, FOLD_CASE, &part);
		cr_assert(eq(sz, part.n, all.n - i));
		cr_assert(not(memcmp(part.c, all.c + i, part.n * 4)));
	}
	fold_clear(&all);
	fold_clear(&part);
	text_free(t);
}

Test(fold, in_pieces_is_the_fold_of_all)
{
	static const char words[] = "So “it” — he said … is well-\nknown, é ﬁ ß ";
	struct fold all = {0}, pieces = {0};
	struct folding f;
	size_t step;

	fold_bytes(words, sizeof words - 1, FOLD_CASE, &all);
	for (step = 1; step < 50; step++) {
		pieces.n = 0;
		folding_begin(&f, words, 0, sizeof words - 1, FOLD_CASE);
		while (folding_more(&f, step, &pieces))
			continue;
		cr_assert(eq(sz, pieces.n, all.n + 1));
		cr_assert(not(memcmp(pieces.c, all.c, all.n * 4)));
		cr_assert(not(memcmp(pieces.from, all.from, all.n * 8)));
	}
	fold_clear(&all);
	fold_clear(&pieces);
}

Test(fold, of_many_marks_on_a_letter_takes_linear_time)
{
	size_t n = 2000000, i;
	char *s = mem_new(n);
	struct fold f = {0};

	for (i = 0; i + 1 < n; i += 2)
		memcpy(s + i, i % 4 ? "\xCC\x81" : "\xCC\xA3", 2);
	fold_bytes(s, n, FOLD_CASE, &f);
	cr_assert(eq(sz, f.n, n / 2));
	fold_clear(&f);
	free(s);
}
