/* Sentences: where they end, and where a full stop is none. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "text/sentence.h"

/* The sentences of S, a block of KIND, with " | " between them. */
static char *
split(const char *s, enum block_kind kind)
{
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct block b = {.end = t->n, .kind = (uint8_t)kind};
	struct span_list list = {0};
	struct buf out = {0};
	size_t i;

	sentences_of(t, &b, &list);
	for (i = 0; i < list.n; i++) {
		buf_str(&out, i ? " | " : "");
		buf_add(&out, t->at + list.at[i].start,
		        list.at[i].end - list.at[i].start);
	}
	vec_clear(&list);
	text_free(t);
	return buf_take(&out);
}

/* EXPECTED has " | " where S has the blank between two sentences. */
static void
splits(const char *expected)
{
	struct buf s = {0};
	const char *at = expected, *bar;
	char *got;

	for (; (bar = strstr(at, " | ")); at = bar + 3) {
		buf_add(&s, at, (size_t)(bar - at));
		buf_char(&s, ' ');
	}
	buf_str(&s, at);
	got = split(buf_text(&s), BLOCK_PARAGRAPH);
	cr_expect(eq(str, got, (char *)expected));
	free(got);
	buf_clear(&s);
}

Test(sentence, ends_at_stops_before_capitals)
{
	splits("It is. | It was! | Was it? | Yes.");
	splits("One. | 12 men came. | “So it goes.” | (It does.) | Then — no.");
	splits("no end");
	splits("He came. he saw.");
	splits("Really?! | Yes!!! | Why? because it is.");
}

Test(sentence, goes_on_behind_initials_and_initialisms)
{
	splits("The C.P.S.U. Congress met in the U.S.S.R. Lenin spoke.");
	splits("V. I. Lenin and L. D. Trotsky spoke.");
	splits("He met J.-P. Sartre. | Then he left.");
	splits("l’U.R.S.S. Stalinienne est finie. | Oui.");
}

Test(sentence, ends_behind_initialisms_before_a_word_that_opens_sentences)
{
	splits("Back to the U.S.S.R. | It is far.");
	splits("They fear the C.P.S.U. | The Congress met.");
	splits("It was plan B. | But no.");
	splits("It ended. | In the U.S.S.R. It is not so. | Yes.");
}

Test(sentence, goes_on_behind_abbreviations)
{
	splits("See Vol. VI No. 47, p. 3. | Also pp. 3 & 8. | Good.");
	splits("Mr. Brooks met Dr. Adler in St. Louis, Mo. | He ate.");
	splits("Some, e.g. Lenin, i.e. Ulyanov, cf. Marx. | Yes.");
	splits("Bread, etc. was sold, etc. | Lenin left.");
	splits("He said no. | It was late. | No. | I won’t. | See No. II of it.");
	splits("On Jan. 5, 1905, Sun Oil Co. Ltd. closed. | It did.");
	splits("It rose to 3.5 p. c. in 1932. | The end.");
}

Test(sentence, begins_with_its_speaker_or_number)
{
	splits("A. – It is impossible. | We left.");
	splits("B. So the civil war went on. | It did.");
	splits("1. Oustric: Notorious swindler. | 2. Also Briand. | (3) Yes.");
	splits("IV. The party. | XII. The class.");
	splits("OLD MAN. Come here. | Sit.");
	splits("_M. Cic._ Where is Gn. Pompey? | _Here._ | Good.");
}

Test(sentence, goes_on_over_an_ellipsis_unless_a_capital_follows)
{
	splits("It is ... but no.");
	splits("Is it lower? ... | Yet no.");
	splits("It was . . . not so . . . | Then he left.");
	splits("So… | Yes. | But so… no.");
}

Test(sentence, takes_closing_quotes_brackets_and_notes_along)
{
	splits("It was “reformed”. and so on.");
	splits("“I know what is.” | Before that [he said.] | So (it is.) | Yes.");
	splits("The end.[1] | Next it was.” | And.*");
	splits("_So it was._ | _Not so._ | “‘Go.’” | He went.");
	splits("Er sagte: „Ja.“ | Dann ging er.");
	splits("Il dit : « Oui. » | Puis il partit.");
	splits("“Go!” | “No.” | “Really?” Brooks asked. | “What?” he said.");
	splits("“I could talk all day!” | I asked him once.");
}

Test(sentence, knows_german_french_and_russian_abbreviations)
{
	splits("Sie kamen, z. B. Lenin, z.B. Marx, d.h. Karl, usw. | Nr. 5 ging.");
	splits("Am 1. Mai tagte die 3. Internationale. | Es war kalt.");
	splits("M. Blum et Mme. Curie sont là. | Ils parlent.");
	splits("т. е. Ленин, в 1905 г. Москва и т. д. | Потом он ушел.");
	splits("В. И. Ленин уехал. | Он вернулся.");
}

Test(sentence, ends_in_scripts_of_other_kinds)
{
	struct { const char *s, *is; } of[] = {
		{"他来了。“你好！”我说？不。", "他来了。 | “你好！” | 我说？ | 不。"},
		{"「行く。」と言った。次。", "「行く。」と言った。 | 次。"},
		{"هل جاء؟ نعم۔ لا", "هل جاء؟ | نعم۔ | لا"},
		{"वह आया। वह गया।", "वह आया। | वह गया।"},
	};
	size_t i;

	for (i = 0; i < sizeof of / sizeof *of; i++) {
		char *got = split(of[i].s, BLOCK_PARAGRAPH);

		cr_expect(eq(str, got, (char *)of[i].is));
		free(got);
	}
}

Test(sentence, takes_line_ends_in_a_paragraph_for_blanks)
{
	char *got = split("One\r\ntwo.\n\n Three p.\n3. So.\n", BLOCK_QUOTE);

	cr_assert(eq(str, got, (char *)"One\r\ntwo. | Three p.\n3. | So."));
	free(got);
}

Test(sentence, is_a_line_where_line_ends_are_kept)
{
	char *got = split("One two. Three\n \n  four, \r\nfive", BLOCK_VERSE);

	cr_assert(eq(str, got, (char *)"One two. Three | four, | five"));
	free(got);
}

Test(sentence, is_a_whole_heading)
{
	char *got = split("1. The War. The Peace", BLOCK_HEADING);

	cr_assert(eq(str, got, (char *)"1. The War. The Peace"));
	free(got);
}

Test(sentence, covers_all_but_white_space_of_any_bytes)
{
	static const char *const bits[] = {
		"a", "B", "U.S.", " ", "\n", ".", "!", "…", "“", "”", "[1]", "。",
		"中", "\xFF", "»", "(", ")", "1", "etc.", "—", "т. д.", "'", "_",
	};
	unsigned seed = 11, round, n;
	struct span_list list = {0};

	for (round = 0; round < 4000; round++) {
		struct buf s = {0};
		struct block b = {.kind = (uint8_t)(round % 11)};
		struct text *t;
		text_pos p = 0;
		size_t i;

		for (n = round % 40; n; n--) {
			seed = seed * 1664525U + 1013904223U;
			buf_str(&s, bits[(seed >> 8) %
			                 (sizeof bits / sizeof *bits)]);
		}
		b.end = s.n;
		t = text_new(buf_take(&s), b.end, TEXT_UTF8);
		list.n = 0;
		sentences_of(t, &b, &list);
		for (i = 0; i <= list.n; i++) {
			text_pos end = i < list.n ? list.at[i].start : t->n;

			for (; p < end; p++)
				cr_assert(t->at[p] == ' ' || t->at[p] == '\n');
			if (i == list.n)
				break;
			cr_assert(lt(sz, p, list.at[i].end));
			p = list.at[i].end;
			cr_assert(t->at[p - 1] != ' ' && t->at[end] != '\n');
		}
		text_free(t);
	}
	vec_clear(&list);
}
