/* Marks in texts that say the same again and again, or were torn apart. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "desk.h"

/* Sentences of their own for each SEED. */
static void
tell(struct buf *b, unsigned seed, unsigned sentences)
{
	static const char *const words[] = {
		"harbour", "winter", "candle", "orchard", "sister", "bridge",
		"letter", "market", "quarry", "violin", "garden", "stranger",
		"ladder", "kitchen", "sparrow", "pilgrim", "cellar", "mirror",
		"thunder", "baker", "window", "needle", "chapel", "meadow",
		"waits", "burns", "listens", "wanders", "answers", "forgets",
		"behind", "under", "without", "beside", "against", "before",
	};
	unsigned i;

	while (sentences-- > 0) {
		buf_str(b, "The");
		for (i = 0; i < 8; i++) {
			seed = seed * 1103515245u + 12345u;
			buf_printf(b, " %s", words[(seed >> 16) % 36]);
		}
		buf_str(b, ". ");
	}
}

/* More of the same on either side of "kid of the goats" than a context has. */
static const char offering[] =
	"his offering was one silver charger, the weight whereof was an "
	"hundred and thirty shekels, one silver bowl of seventy shekels, "
	"after the shekel of the sanctuary, both of them full of fine flour "
	"mingled with oil, one golden spoon of ten shekels, full of incense, "
	"one kid of the goats for a sin offering, and for a sacrifice of "
	"peace offerings two oxen, five rams, five he goats, five lambs of "
	"the first year, and this was done according to all that was said of "
	"it, neither more nor less of anything in its time and order. ";

static const char misread[] =
	"his offering was one silver charger, the weight whercof was an "
	"hundred and thirty shekels, one silver bowl of seventy shekels, "
	"after the shekcl of the sanctuary, both of thcm full of fine flour "
	"mingled with oil, onc golden spoon of ten shekels, full of incense, "
	"one kid of thc goats for a sin 0ffering, and for a sacrifice of "
	"pcace offerings two oxen, five rams, five he goats, fivc lambs of "
	"the first year, and this was done according to all that was said of "
	"it, neither more nor less of anything in its time and ordcr. ";

static const char kid[] = "one kid of the goats for a sin offering";

static void
open(struct desk *d, const struct buf *b)
{
	desk_open(d, b->at, b->n);
}

static void
become(struct desk *d, const struct buf *b)
{
	desk_replace(d, b->at, b->n);
	desk_place(d);
}

/* Where WORDS stand for the NTH time. */
static struct span
nth(const struct buf *b, const char *words, unsigned n)
{
	const char *at = strstr(b->at, words);
	struct span s;

	while (--n > 0)
		at = strstr(at + 1, words);
	s.start = (text_pos)(at - b->at);
	s.end = s.start + strlen(words);
	return s;
}

static void
expect_words(const struct desk *d, enum mark_state state, const char *words)
{
	char *found = desk_words(d, 0);

	cr_assert(eq(int, d->list.at[0].state, state), "%s", found);
	cr_assert(eq(str, found, (char *)words));
	free(found);
}

static void
expect_none(const struct desk *d)
{
	cr_assert(ge(int, d->list.at[0].state, MARK_DOUBTFUL));
}

/* Two offerings far apart; of the second one MIDDLE is what it says. */
static void
write_two(struct buf *b, const char *middle)
{
	buf_reset(b);
	tell(b, 1, 60);
	buf_str(b, offering);
	tell(b, 2, 120);
	buf_str(b, middle);
	tell(b, 3, 60);
}

Test(survive, among_the_same_words_by_what_is_farther_away)
{
	struct buf b = {0};
	struct desk d;

	write_two(&b, offering);
	open(&d, &b);
	desk_mark(&d, MARK_HIGHLIGHT, nth(&b, kid, 2));
	write_two(&b, misread);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED,
	             "one kid of thc goats for a sin 0ffering");
	write_two(&b, "");
	become(&d, &b);
	expect_none(&d);
	desk_clear(&d);
	buf_clear(&b);
}

static const char *const names[] = {
	"Nahshon", "Nethaneel", "Eliab", "Elizur", "Shelumiel", "Eliasaph",
};
enum { NAMES = 6 };

/* One offering after the other, but that of number WITHOUT. */
static void
write_all(struct buf *b, size_t without)
{
	size_t i;

	buf_reset(b);
	tell(b, 4, 30);
	for (i = 0; i < NAMES; i++)
		if (i != without)
			buf_printf(b, "And on the day of %s son of %zu houses "
			           "%s", names[i], 7 * i + 12, offering);
	tell(b, 5, 30);
}

/* The contexts of some are one letter apart, so the score hardly is: but all
 * that is around it is as it was. */
Test(survive, a_change_of_line_ends_where_everything_is_said_over_and_over)
{
	struct buf b = {0};
	struct span at;
	struct desk d;
	unsigned i;
	size_t k;

	for (i = 1; i <= NAMES; i++) {
		write_all(&b, NAMES);
		open(&d, &b);
		at = nth(&b, kid, i);
		desk_mark(&d, MARK_HIGHLIGHT, at);
		for (k = 0; k < b.n; k++)
			if (b.at[k] == ' ' && k % 3 == 0)
				b.at[k] = '\n';
		become(&d, &b);
		cr_assert(lt(int, d.list.at[0].state, MARK_DOUBTFUL),
		          "number %u", i);
		cr_assert(eq(sz, d.list.at[0].at.start, at.start));
		write_all(&b, i - 1);
		become(&d, &b);
		expect_none(&d);
		desk_clear(&d);
	}
	buf_clear(&b);
}

/* Its page is gone, and another one that begins alike was moved there. */
Test(survive, is_not_taken_for_a_like_one_that_was_moved_to_its_place)
{
	static const char head[] = "A GENERAL HISTORY OF THE COAST\n\n";
	struct buf b = {0};
	struct desk d;

	tell(&b, 6, 40);
	buf_str(&b, head);
	tell(&b, 7, 120);
	tell(&b, 8, 2);
	buf_str(&b, head);
	tell(&b, 9, 42);
	open(&d, &b);
	desk_highlight(&d, "A GENERAL HISTORY OF THE COAST");
	buf_reset(&b);
	tell(&b, 6, 38);
	tell(&b, 8, 2);
	buf_str(&b, head);
	tell(&b, 9, 2);
	tell(&b, 7, 120);
	tell(&b, 9, 40);
	become(&d, &b);
	expect_none(&d);
	desk_clear(&d);
	buf_clear(&b);
}

/* The start of what was marked is in a paragraph that is elsewhere now. */
Test(survive, begins_where_what_is_left_of_it_begins)
{
	static const char gone[] = "No ferryman knows why.\n\n";
	static const char left[] =
		"Whoever crosses the river by night pays twice, and whoever "
		"comes back pays nothing at all";
	struct buf b = {0}, marked = {0};
	struct desk d;

	buf_str(&marked, gone);
	buf_str(&marked, left);
	tell(&b, 10, 20);
	buf_str(&b, marked.at);
	buf_str(&b, ". ");
	tell(&b, 11, 20);
	open(&d, &b);
	desk_highlight(&d, marked.at);
	buf_reset(&b);
	tell(&b, 22, 20);
	buf_str(&b, left);
	buf_str(&b, ". ");
	tell(&b, 11, 20);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED, left);
	desk_clear(&d);
	buf_clear(&marked);
	buf_clear(&b);
}

/* The end of what was marked is in a paragraph that is elsewhere now. */
Test(survive, ends_where_what_is_left_of_it_ends)
{
	static const char marked[] =
		"Whoever crosses the river by night pays twice, and whoever "
		"comes back pays nothing at all.\n\nNo ferryman knows why.";
	struct buf b = {0};
	struct desk d;

	tell(&b, 10, 20);
	buf_str(&b, marked);
	buf_str(&b, " It is the law.\n\n");
	tell(&b, 11, 20);
	open(&d, &b);
	desk_highlight(&d, marked);
	buf_reset(&b);
	tell(&b, 10, 20);
	buf_add(&b, marked, strlen(marked) - strlen("No ferryman knows why."));
	tell(&b, 22, 20);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED,
	             "Whoever crosses the river by night pays twice, and "
	             "whoever comes back pays nothing at all.");
	desk_clear(&d);
	buf_clear(&b);
}

static void
write_around(struct buf *b, unsigned seed, const char *middle)
{
	buf_reset(b);
	tell(b, seed, 20);
	buf_str(b, middle);
	buf_char(b, ' ');
	tell(b, seed + 1, 20);
}

/* Half of its words are others, but none of its neighbours is. */
Test(survive, between_its_neighbours_when_hardly_a_word_is_the_same)
{
	static const char now[] =
		"The sailors went down to the sea in boats at once.";
	static const char other[] =
		"Nobody had ever thought of asking him about this.";
	struct buf b = {0};
	struct desk d;

	write_around(&b, 12, "The fishermen went up to the sea in ships "
	                     "at dawn.");
	open(&d, &b);
	desk_highlight(&d, "The fishermen went up to the sea in ships at "
	                   "dawn.");
	write_around(&b, 12, now);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED, now);
	write_around(&b, 12, other);
	become(&d, &b);
	expect_none(&d);
	write_around(&b, 12, "");
	become(&d, &b);
	expect_none(&d);
	desk_clear(&d);
	buf_clear(&b);
}

#define LEFT "Of all the roads that lead out of the valley the oldest is " \
             "the one that nobody mends, and it is the best of them."
#define RIGHT "It goes up through the birches to the pass and is lost there."
#define NOT_LESS "Next it goes up through the birches to the pass, and what " \
                 "becomes of it then is for the goats to know."

/* What follows it is gone with a part of it; less than that is no mark. */
Test(survive, by_its_greater_part)
{
	struct buf b = {0};
	struct desk d;

	write_around(&b, 14, LEFT "\n\n" RIGHT);
	open(&d, &b);
	desk_highlight(&d, LEFT "\n\n" RIGHT);
	buf_reset(&b);
	tell(&b, 31, 20);
	buf_str(&b, LEFT "\n\n");
	tell(&b, 32, 20);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED, LEFT);
	desk_clear(&d);
	write_around(&b, 14, LEFT "\n\n" NOT_LESS);
	open(&d, &b);
	desk_highlight(&d, LEFT "\n\n" NOT_LESS);
	buf_reset(&b);
	tell(&b, 31, 20);
	buf_str(&b, LEFT "\n\n");
	tell(&b, 32, 20);
	become(&d, &b);
	expect_words(&d, MARK_DOUBTFUL, LEFT);
	desk_clear(&d);
	buf_clear(&b);
}

Test(survive, both_parts_with_what_was_put_in_between)
{
	static const char parted[] =
		LEFT "\n\nThe editor has found in the letters a remark that "
		"was not printed then, and gives it here from the manuscript, "
		"in this place and no other.\n\n" NOT_LESS;
	struct buf b = {0};
	struct desk d;

	write_around(&b, 14, LEFT "\n\n" NOT_LESS);
	open(&d, &b);
	desk_highlight(&d, LEFT "\n\n" NOT_LESS);
	write_around(&b, 14, parted);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED, parted);
	desk_clear(&d);
	buf_clear(&b);
}

#define SAID "And so it was said to the elders of the city by the wall, "

/* Half of it stands elsewhere too, and only there when it is gone. */
Test(survive, is_not_taken_for_one_that_is_half_the_same)
{
	struct buf b = {0};
	struct desk d;

	tell(&b, 16, 20);
	buf_str(&b, SAID "that no one should sell wool upon a holiday. ");
	tell(&b, 17, 20);
	buf_str(&b, SAID "but they were asleep. ");
	tell(&b, 18, 20);
	open(&d, &b);
	desk_highlight(&d, SAID "that no one should sell wool upon a holiday");
	buf_reset(&b);
	tell(&b, 16, 20);
	tell(&b, 17, 20);
	buf_str(&b, SAID "but they were asleep. ");
	tell(&b, 18, 20);
	become(&d, &b);
	expect_none(&d);
	desk_clear(&d);
	buf_clear(&b);
}

/* Carried away with what stood behind it, and altered: there was nothing like
 * it, or only what is less like it. */
Test(survive, altered_and_elsewhere_beside_one_neighbour)
{
	static const char behind[] =
		"The candle in the chapel burns for them until the winter "
		"has gone by, and so it will next year.";
	static const struct {
		const char *marked, *now, *like;
	} trials[] = {
		{"two sons and a dog, and loved all",
		 "two sons and a bird, but loved all", ""},
		{"The miller had two sons and a dog, and loved all",
		 "The miller had two boys and a lamb, and loved all",
		 "The miller had two mules and a donkey, and sold all six. "},
	};
	struct buf b = {0};
	struct desk d;
	size_t i;

	for (i = 0; i < 2; i++) {
		buf_reset(&b);
		tell(&b, 19, 20);
		buf_printf(&b, "%s three. %s\n\n", trials[i].marked, behind);
		tell(&b, 20, 60);
		buf_str(&b, trials[i].like);
		open(&d, &b);
		desk_highlight(&d, trials[i].marked);
		buf_reset(&b);
		tell(&b, 20, 60);
		buf_str(&b, trials[i].like);
		tell(&b, 21, 10);
		buf_printf(&b, "%s three. %s\n\n", trials[i].now, behind);
		become(&d, &b);
		expect_words(&d, MARK_CHANGED, trials[i].now);
		desk_clear(&d);
	}
	buf_clear(&b);
}

/* Carried away with both its neighbours: it may be altered more than others
 * are unlike it. */
Test(survive, altered_and_elsewhere_between_its_neighbours)
{
	static const char like[] =
		"The miller had two mules and a donkey, and loved all three. ";
	struct buf b = {0};
	struct desk d;

	tell(&b, 25, 2);
	buf_str(&b, "The miller had two sons and a dog, and loved all three. ");
	tell(&b, 26, 2);
	buf_str(&b, "\n\n");
	tell(&b, 27, 90);
	buf_str(&b, like);
	open(&d, &b);
	desk_highlight(&d, "The miller had two sons and a dog, and loved all "
	                   "three");
	buf_reset(&b);
	tell(&b, 27, 90);
	buf_str(&b, like);
	tell(&b, 28, 10);
	tell(&b, 25, 2);
	buf_str(&b, "The miller had six boys and a cat, and loved all three. ");
	tell(&b, 26, 2);
	become(&d, &b);
	expect_words(&d, MARK_CHANGED,
	             "The miller had six boys and a cat, and loved all three");
	desk_clear(&d);
	buf_clear(&b);
}

/* A heading that comes to stand before the next one: together they are as in
 * the table of contents, which is gone. */
Test(survive, is_not_taken_for_two_lines_that_were_joined)
{
	struct buf b = {0};
	struct desk d;

	buf_str(&b, "1. The river and the ferry\n2. The hill and the mill\n"
	            "3. The wood and the hut\n\n");
	tell(&b, 33, 20);
	buf_str(&b, "\n\n1. The river and the ferry\n\n");
	tell(&b, 34, 20);
	buf_str(&b, "\n\n2. The hill and the mill\n\n");
	tell(&b, 35, 20);
	buf_str(&b, "\n\n3. The wood and the hut\n\n");
	tell(&b, 36, 20);
	open(&d, &b);
	desk_highlight(&d, "The hill and the mill\n3. The wood");
	buf_reset(&b);
	tell(&b, 33, 20);
	buf_str(&b, "\n\n2. The hill and the mill\n\n"
	            "3. The wood and the hut\n\n");
	tell(&b, 36, 20);
	become(&d, &b);
	expect_none(&d);
	desk_clear(&d);
	buf_clear(&b);
}

/* The blanks at its edges were misread: the words beside it are not its own.
 * Nor is the other half of a word with a hyphen. */
Test(survive, without_words_that_run_into_it)
{
	static const char *const trials[][4] = {
		{"You would think otherwise of something quite different for "
		 "once, he said.", "quite different",
		 "You would think otherwise of somethingxquite diffcrentfor "
		 "once, he said.", "quite diffcrent"},
		{"You would think otherwise of a thoroughly anti-social man "
		 "for once, he said.", "a thoroughly anti",
		 "You would think otherwise of a th0roughly anti-social man "
		 "for once, he said.", "a th0roughly anti"},
	};
	struct buf b = {0};
	struct desk d;
	size_t i;

	for (i = 0; i < 2; i++) {
		write_around(&b, 40, trials[i][0]);
		open(&d, &b);
		desk_highlight(&d, trials[i][1]);
		write_around(&b, 40, trials[i][2]);
		become(&d, &b);
		expect_words(&d, MARK_CHANGED, trials[i][3]);
		desk_clear(&d);
	}
	buf_clear(&b);
}
