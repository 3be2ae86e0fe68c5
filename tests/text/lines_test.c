/* What a glance at a line tells, whichever way it is taken. */
#include <stdio.h>
#include <string.h>

#include "found.h"
#include "text/structure/lines.h"

/* The first line of WORDS with so many line ends behind. */
static struct line
first_line(const char *words, unsigned ends)
{
	struct lines lines = {0};
	struct buf b = {0};
	struct text t = {0};
	struct line first;

	buf_str(&b, words);
	while (ends-- > 0)
		buf_char(&b, '\n');
	t.at = b.at;
	t.n = b.n;
	lines_scan(&t, &lines);
	first = lines.at[0];
	free(lines.at);
	buf_clear(&b);
	return first;
}

/* At a text's end lines are read byte by byte, elsewhere many at a time. */
static void
expect_same(const char *words)
{
	struct line slow = first_line(words, 0);
	struct line quick = first_line(words, 400);

	cr_assert_eq(slow.at, quick.at, "%s", words);
	cr_assert_eq(slow.n, quick.n, "%s", words);
	cr_assert_eq(slow.first, quick.first, "%s", words);
	cr_assert_eq(slow.last, quick.last, "%s", words);
	cr_assert_eq(slow.indent, quick.indent, "%s", words);
	cr_assert_eq(slow.width, quick.width, "%s", words);
	cr_assert_eq(slow.words, quick.words, "%s", words);
	cr_assert_eq(slow.flags, quick.flags, "%s: %x, %x", words,
	             slow.flags, quick.flags);
}

Test(lines, are_the_same_by_byte_and_by_many)
{
	expect_same("A plain line of words, and a few more of them.");
	expect_same("CAPITALS ALONE");
	expect_same("  \t Set in, (with) \"signs\" at -- words' edges   ");
	expect_same("Name\tof  a   row   17");
	expect_same("1.  Introduction . . . . . . . . . . . . . .  4");
	expect_same("Chapter ..... 4");
	expect_same("* * *");
	expect_same("==========================================");
	expect_same("$ 1");
	expect_same("caf\xC3\xA9 au lait");
	expect_same("a\x01 control");
	expect_same("\xE2\x80\x9CThere,\xE2\x80\x9D he said \xE2\x80\x94 so");
	expect_same("\xC3\x84rger \xC3\x97 f\xC3\xBCr  \xC3\xBC" "ber 12");
	expect_same("\xD0\x9F\xD0\xB5\xD1\x80\xD0\xB2\xD0\xB0\xD1\x8F  ");
	expect_same("No\xC2\xA0" "break");
	expect_same("\xE7\xAC\xAC 1 \xC2\xAA");
	expect_same("no UTF-8: \xFF\xC3 it is");
	expect_same("Rest \xE2\x80\xA6 4");
}

Test(lines, are_the_same_in_letters_of_every_kind)
{
	char letter[5] = "", line[40];

	for (ucs c = 0x80; c < 0x3100; c++) {
		letter[ucs_encode(c, letter)] = '\0';
		snprintf(line, sizeof line, "%sb a%sbc  %s", letter, letter,
		         letter);
		expect_same(line);
	}
}

Test(lines, are_the_same_whatever_stands_where_words_of_bits_meet)
{
	static const char *const words[] = {"Aword", "(\"'word", "...4567",
	                                    "   -ab", "iii", "  X", "\tTabs",
	                                    "(((((abcd", "a.b.c", "9"};
	char line[420];

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		for (size_t at = 50; at < 330; at++) {
			memset(line, at % 3 ? 'b' : ' ', at);
			memcpy(line, "Begin", 5);
			strcpy(line + at, words[k]);
			expect_same(line);
			strcat(line, " and more");
			expect_same(line);
		}
}
