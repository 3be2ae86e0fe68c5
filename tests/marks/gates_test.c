/* The gates of anchoring: what it must reach, on texts of several kinds. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../bench/trial.h"
#include "desk.h"

static const char *const texts[] = {
	"texts/trotsky-1933-same-international.txt",
	"tests/bench/texts/verse.txt",
	"tests/bench/texts/dialogue.txt",
	"tests/bench/texts/chinese.txt",
	"tests/bench/texts/arabic.txt",
};
enum { TEXTS = sizeof texts / sizeof *texts, MARKS = 30 };

static void
read_text(const char *name, struct buf *out)
{
	const char *top = getenv("top_srcdir");
	struct buf path = {0};
	char part[4096];
	size_t n;
	FILE *f;

	buf_printf(&path, "%s/%s", top ? top : ".", name);
	f = fopen(path.at, "rb");
	cr_assert(f != NULL, "%s", path.at);
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(out, part, n);
	fclose(f);
	buf_clear(&path);
}

static struct tally
run(enum mutation from, enum mutation to)
{
	struct tally sum = {0};
	size_t i;
	enum mutation m;

	for (i = 0; i < TEXTS; i++) {
		struct buf b = {0};

		read_text(texts[i], &b);
		for (m = from; m <= to; m++) {
			struct dice d = {1000 * i + m};

			trial_run(b.at, b.n, m, MARKS, &d, false, &sum);
		}
		buf_clear(&b);
	}
	return sum;
}

Test(gates, lose_nothing_by_a_change_of_format_alone)
{
	struct tally t = run(MUTATE_WRAP, MUTATE_ENCODING);

	cr_assert(gt(sz, t.there, 800));
	cr_assert(ge(sz, tally_share(t.right, t.there), 9950));
	cr_assert(eq(sz, t.wrong, 0));
}

Test(gates, find_what_was_read_with_errors_in_one_of_fifty_characters)
{
	struct tally t = run(MUTATE_OCR_05, MUTATE_OCR_2);

	cr_assert(gt(sz, t.there, 250));
	cr_assert(ge(sz, tally_share(t.right, t.there), 9800));
	cr_assert(eq(sz, t.wrong, 0));
}

Test(gates, attach_nothing_that_was_deleted_to_something_else)
{
	struct tally t = run(MUTATE_OCR_5, MUTATE_REVISION);

	cr_assert(gt(sz, t.gone, 60));
	cr_assert(eq(sz, t.attached, 0));
	cr_assert(le(sz, tally_share(t.wrong, t.there), 10));
	cr_assert(ge(sz, tally_share(t.right + t.near, t.there), 8800));
}

/* Passages that stand in texts which say the same again and again: WORDS are
 * marked where they stand for the NTH time, and CUT out of the text. */
struct trap {
	const char *name, *text, *words;
	size_t nth;
	const char *cut;
};

#define VERSE(line) line "\nand we went home by the old road,\n" \
                    "and we went home by the old road.\n\n"
#define PRAY(who) who ", pray for us.\n"

static const struct trap traps[] = {
	{"a refrain, its stanza taken out",
	 VERSE("The miller was not at the mill,")
	 VERSE("The baker had no bread to sell,")
	 VERSE("The ferry lay on the other side,"),
	 "and we went home by the old road.", 2,
	 VERSE("The baker had no bread to sell,")},
	{"a line of a litany",
	 PRAY("Saint Anne") PRAY("Saint Mark") PRAY("Saint Luke")
	 PRAY("Saint John") PRAY("Saint Paul"),
	 "Saint Luke, pray for us.", 1, PRAY("Saint Luke")},
	{"the answer of a litany",
	 PRAY("Saint Anne") PRAY("Saint Mark") PRAY("Saint Luke")
	 PRAY("Saint John") PRAY("Saint Paul"),
	 "pray for us.", 3, PRAY("Saint Luke")},
	{"a heading that others are like",
	 "CHAPTER I\n\nIt rained.\n\nCHAPTER II\n\nIt rained on.\n\n"
	 "CHAPTER III\n\nIt stopped raining at last, and they went out.\n",
	 "CHAPTER II", 1, "CHAPTER II\n\nIt rained on.\n\n"},
	{"a heading that stands twice",
	 "Notes\n\nOne about the first part.\n\nText of the second part.\n\n"
	 "Notes\n\nOne about the second part.\n",
	 "Notes", 2, "Notes\n\nOne about the second part.\n"},
	{"words at the start",
	 "Once there was a king. Once there was a queen as well, and once "
	 "there was a fool, who ruled them both.\n",
	 "Once there was a king.", 1, "Once there was a king. "},
	{"words at the end",
	 "Amen, said the one. Amen, said the other. And so they went on "
	 "until the evening, and then they said again: Amen, both.\n",
	 "Amen, both.", 1, "Amen, both."},
	{"a word that stands everywhere",
	 "The dog and the cat and the mouse and the flea and the man.\n",
	 "the mouse", 1, "the mouse and "},
	{"one of two like sentences",
	 "He gave her the red book and went away. She gave him the blue book "
	 "and stayed. Nobody read either of them in the end.\n",
	 "He gave her the red book and went away.", 1,
	 "He gave her the red book and went away. "},
	{"one verse of a psalm",
	 "for his mercy endureth for ever.\nTo him that made great lights:\n"
	 "for his mercy endureth for ever:\nThe sun to rule by day:\n"
	 "for his mercy endureth for ever:\nThe moon and stars to rule by "
	 "night:\nfor his mercy endureth for ever.\n",
	 "for his mercy endureth for ever", 3,
	 "The sun to rule by day:\nfor his mercy endureth for ever:\n"},
};

static struct span
nth(const char *text, const char *words, size_t n)
{
	const char *at = strstr(text, words);
	struct span s;

	while (--n > 0)
		at = strstr(at + 1, words);
	s.start = (text_pos)(at - text);
	s.end = s.start + strlen(words);
	return s;
}

Test(gates, attach_nothing_on_the_list_of_traps)
{
	size_t i;

	for (i = 0; i < sizeof traps / sizeof *traps; i++) {
		const struct trap *trap = &traps[i];
		const char *cut = strstr(trap->text, trap->cut);
		struct buf b = {0};
		struct desk d;

		desk_open(&d, trap->text, strlen(trap->text));
		desk_mark(&d, MARK_HIGHLIGHT,
		          nth(trap->text, trap->words, trap->nth));
		buf_add(&b, trap->text, (size_t)(cut - trap->text));
		buf_str(&b, cut + strlen(trap->cut));
		desk_replace(&d, b.at, b.n);
		desk_place(&d);
		cr_expect(ge(int, d.list.at[0].state, MARK_DOUBTFUL), "%s",
		          trap->name);
		buf_clear(&b);
		desk_clear(&d);
	}
}
