/* The judge of editions: it has to know what the anchoring does not tell it. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "../bench/editions.h"

static const char first[] =
	"The rain fell on the hills all day and nobody went out. "
	"In the house by the mill an old man sat reading to his dog. "
	"Nothing else of any note was done that week in our valley.\n";

static struct edition_truth
truth(const char *other, const char *words, struct span *here)
{
	const char *at = strstr(first, words), *there = strstr(other, words);
	struct span span = {(text_pos)(at - first), 0};
	struct edition_truth t;
	struct alignment al;

	span.end = span.start + strlen(words);
	align(first, sizeof first - 1, other, strlen(other), &al);
	t = edition_truth(&al, span);
	align_clear(&al);
	here->start = there ? (text_pos)(there - other) : 0;
	here->end = there ? here->start + strlen(words) : 0;
	return t;
}

Test(editions, know_where_words_are_that_were_wrapped_and_divided_anew)
{
	const char *other =
		"A PREFACE\n\nThe rain fell on the\nhills all day and no-\n"
		"body went out. In the house by the mill an old man sat\n"
		"reading to his dog. Nothing else was done.\n";
	struct span here;
	struct edition_truth t = truth(other, "an old man", &here);

	cr_assert(eq(sz, t.words, 3));
	cr_assert(eq(sz, t.kept, 3));
	cr_assert(eq(int, edition_judge(&t, MARK_MOVED, here), EDITION_RIGHT));
	here.start = 0;
	cr_assert(eq(int, edition_judge(&t, MARK_MOVED, here), EDITION_NEAR));
	here.end = 9;
	cr_assert(eq(int, edition_judge(&t, MARK_MOVED, here), EDITION_WRONG));
	cr_assert(eq(int, edition_judge(&t, MARK_LOST, here), EDITION_LOST));
	cr_assert(eq(int, edition_judge(&t, MARK_DOUBTFUL, here),
	             EDITION_DOUBTFUL));
}

Test(editions, know_a_passage_that_was_moved)
{
	const char *other =
		"Nothing else of any note was done that week in our valley. "
		"The rain fell on the hills all day and nobody went out.\n";
	struct span here;
	struct edition_truth t = truth(other, "on the hills all day", &here);

	cr_assert(eq(sz, t.kept, 5));
	cr_assert(eq(int, edition_judge(&t, MARK_MOVED, here), EDITION_RIGHT));
}

Test(editions, know_that_a_sentence_is_gone_though_another_shares_its_words)
{
	const char *other =
		"The rain fell on the hills all day and nobody went out. "
		"The widow by the river was reading the letters of an aunt. "
		"Nothing else of any note was done that week in our valley.\n";
	struct span there = {58, 110}, none = {0, 0}, here;
	struct edition_truth t = truth(
		other, "In the house by the mill an old man sat reading",
		&here);

	cr_assert(lt(sz, t.kept * 10, t.words * 3));
	cr_assert(eq(int, edition_judge(&t, MARK_CHANGED, there),
	             EDITION_ATTACHED));
	cr_assert(eq(int, edition_judge(&t, MARK_DOUBTFUL, there),
	             EDITION_GONE));
	cr_assert(eq(int, edition_judge(&t, MARK_LOST, none), EDITION_GONE));
}

Test(editions, give_an_edge_of_other_words_the_room_those_may_take)
{
	const char *other =
		"The rain fell on the hills all day and nobody went out. "
		"Under the oak by the mill an old man sat reading to his cat. "
		"Nothing else of any note was done that week in our valley.\n";
	struct span here, whole, less;
	struct edition_truth t = truth(
		other, "In the house by the mill an old man sat reading to "
		       "his dog.", &here);

	whole.start = (text_pos)(strstr(other, "Under") - other);
	whole.end = (text_pos)(strstr(other, " Nothing") - other);
	less.start = whole.start + strlen("Under the oak by the mill ");
	less.end = whole.end;
	cr_assert(eq(int, edition_judge(&t, MARK_CHANGED, whole),
	             EDITION_RIGHT));
	cr_assert(eq(int, edition_judge(&t, MARK_CHANGED, less),
	             EDITION_NEAR));
}

Test(editions, call_half_a_passage_no_loss_but_one_found_elsewhere_astray)
{
	const char *other =
		"The rain fell on the hills all day and nobody went out. "
		"In the house by the mill was a clock that had stopped. "
		"Nothing else of any note was done that week in our valley.\n";
	struct span here, elsewhere = {0, 20};
	struct edition_truth t = truth(
		other, "In the house by the mill an old man sat reading to "
		       "his dog.", &here);

	cr_assert(eq(int, edition_judge(&t, MARK_LOST, elsewhere),
	             EDITION_PARTLY));
	cr_assert(eq(int, edition_judge(&t, MARK_CHANGED, elsewhere),
	             EDITION_STRAYED));
}

/* A sentence of words that nobody has used before. */
static void
add_sentence(struct buf *out, size_t seed, char gap)
{
	struct dice d = {seed};
	size_t words = 12, i;

	while (words-- > 0) {
		for (i = 2 + dice_throw(&d, 6); i > 0; i--)
			buf_char(out, (char)('a' + dice_throw(&d, 26)));
		buf_char(out, words ? gap : '.');
	}
	buf_str(out, "\n\n");
}

Test(editions, find_the_marks_of_one_in_the_other)
{
	struct buf a = {0}, b = {0};
	size_t sum[EDITION_VERDICTS] = {0}, i;
	struct dice d = {7};

	for (i = 1; i <= 40; i++) {
		if (i != 20)
			add_sentence(&a, i, ' ');
		if (i != 30)
			add_sentence(&b, i, '\n');
	}
	editions_run(a.at, a.n, b.at, b.n, 60, &d, 0, sum);
	cr_assert(gt(sz, sum[EDITION_RIGHT], 50));
	cr_assert(ne(sz, sum[EDITION_GONE], 0));
	cr_assert(eq(sz, sum[EDITION_WRONG] + sum[EDITION_STRAYED], 0));
	cr_assert(eq(sz, sum[EDITION_ATTACHED], 0));
	buf_clear(&a);
	buf_clear(&b);
}
