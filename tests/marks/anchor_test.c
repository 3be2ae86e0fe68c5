/* Anchors: what is kept of a place, and finding it in a text that changed. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"

static const char walk[] =
	"A WALK\n\n"
	"In the morning we went down to the harbour, where the boats lay\n"
	"on their sides in the mud and waited for the tide to come back.\n"
	"An old man was mend-\ning a net; he did not look up.\n\n"
	"At noon the wind turned. The water came in over the flats so\n"
	"quickly that the gulls, which had been walking about like clerks,\n"
	"rose all together and complained.\n\n"
	"In the evening there was nothing left to see but the lamps on the\n"
	"far shore, and we walked home along the dyke without a word.\n";

static char *
get(const struct rec *r, const char *field)
{
	return (char *)rec_get(r, field);
}

static void
open_walk(struct desk *d)
{
	desk_open(d, walk, strlen(walk));
}

Test(anchor, keeps_the_words_and_what_stands_around_them)
{
	struct desk d;
	struct rec *r;
	char *start = strstr(walk, "the boats"), number[24];

	open_walk(&d);
	r = desk_highlight(&d, "the boats lay\non their sides");
	cr_assert(eq(str, get(r, "Quote"),
	             (char *)"the boats lay on their sides"));
	cr_assert(eq(str, get(r, "Suffix"),
	             (char *)"in the mud and waited for the tide to come back. "
	                     "An old man was"));
	cr_assert(strstr(get(r, "Prefix"), "harbour, where") != NULL);
	snprintf(number, sizeof number, "%d", (int)(start - walk));
	cr_assert(eq(str, get(r, "Start"), number));
	cr_assert(eq(sz, strlen(get(r, "Text")), 12));
	cr_assert(strncmp(get(r, "Text"), d.sha256, 12) == 0);
	cr_assert(eq(str, get(r, "Alike"), (char *)"0"));
	desk_clear(&d);
}

Test(anchor, joins_a_word_that_was_divided_at_a_line_end)
{
	struct desk d;
	struct rec *r;

	open_walk(&d);
	r = desk_highlight(&d, "was mend-\ning a net");
	cr_assert(eq(str, get(r, "Quote"), (char *)"was mend-ing a net"));
	desk_clear(&d);
}

Test(anchor, keeps_paragraphs_apart)
{
	struct desk d;
	struct rec *r;

	open_walk(&d);
	r = desk_highlight(&d, "and complained.\n\nIn the evening");
	cr_assert(eq(str, get(r, "Quote"),
	             (char *)"and complained.\n\nIn the evening"));
	desk_clear(&d);
}

Test(anchor, has_no_context_beyond_the_edges_of_the_text)
{
	struct desk d;
	struct rec *r;
	struct span all;

	open_walk(&d);
	all.start = 0;
	all.end = d.text->n;
	r = desk_mark(&d, MARK_HIGHLIGHT, all);
	cr_assert(eq(ptr, get(r, "Prefix"), NULL));
	cr_assert(eq(ptr, get(r, "Suffix"), NULL));
	desk_clear(&d);
}

Test(anchor, lengthens_the_context_of_words_that_stand_twice)
{
	static const char refrain[] =
		"the long and winding road that leads us ever on and on "
		"until the day is done and nobody remembers why we came";
	struct buf b = {0};
	struct desk d;
	struct rec *r;

	buf_printf(&b, "First. %s: here it is: %s. Second. %s: here it is: "
	               "%s. Third.\n", refrain, refrain, refrain, refrain);
	desk_open(&d, b.at, b.n);
	r = desk_highlight(&d, "here it is");
	cr_assert(gt(sz, strlen(get(r, "Prefix")), strlen(refrain)));
	cr_assert(gt(sz, strlen(get(r, "Suffix")), strlen(refrain)));
	cr_assert(get(r, "Alike")[0] != '1');
	cr_assert(strncmp(get(r, "Alike"), "0.", 2) == 0);
	buf_clear(&b);
	desk_clear(&d);
}

Test(anchor, is_exact_in_the_text_it_was_made_in)
{
	struct desk d;
	char *words;

	open_walk(&d);
	desk_highlight(&d, "The water came in");
	desk_place(&d);
	words = desk_words(&d, 0);
	cr_assert(eq(int, d.list.at[0].state, MARK_EXACT));
	cr_assert(eq(str, words, (char *)"The water came in"));
	free(words);
	desk_clear(&d);
}

/* WALK with FROM replaced by TO. */
static void
replace(struct desk *d, const char *from, const char *to)
{
	const char *at = strstr(walk, from);
	struct buf b = {0};

	cr_assert(at != NULL);
	buf_add(&b, walk, (size_t)(at - walk));
	buf_str(&b, to);
	buf_str(&b, at + strlen(from));
	desk_replace(d, b.at, b.n);
	buf_clear(&b);
	desk_place(d);
}

static void
expect(struct desk *d, enum mark_state state, const char *expected)
{
	char *words = desk_words(d, 0);

	cr_assert(eq(int, d->list.at[0].state, state));
	cr_assert(eq(str, words, (char *)expected));
	free(words);
}

Test(anchor, finds_words_that_moved_on)
{
	struct desk d;

	open_walk(&d);
	desk_highlight(&d, "The water came in");
	replace(&d, "A WALK\n", "A LONG WALK\nby nobody\n");
	expect(&d, MARK_MOVED, "The water came in");
	desk_clear(&d);
}

Test(anchor, stays_exact_where_only_what_follows_changed)
{
	struct desk d;

	open_walk(&d);
	desk_highlight(&d, "The water came in");
	replace(&d, "without a word", "and said nothing at all");
	expect(&d, MARK_EXACT, "The water came in");
	desk_clear(&d);
}

Test(anchor, finds_words_that_were_wrapped_anew)
{
	struct desk d;

	open_walk(&d);
	desk_highlight(&d, "An old man was mend-\ning a net; he did not");
	replace(&d, "An old man was mend-\ning a net; he did not",
	        "An old man\nwas mending a net; he\ndid not");
	expect(&d, MARK_MOVED, "An old man\nwas mending a net; he\ndid not");
	desk_clear(&d);
}

Test(anchor, says_that_words_were_altered)
{
	struct desk d;

	open_walk(&d);
	desk_highlight(&d, "the gulls, which had been walking about like clerks");
	replace(&d, "like clerks", "like lawyers");
	cr_assert(eq(int, d.list.at[0].state, MARK_CHANGED));
	desk_clear(&d);
}

Test(anchor, covers_the_word_that_stands_for_its_first_or_last_one_now)
{
	static const char *const trials[][2] = {
		/* what is marked, what becomes of it: all of that is found */
		{"the gulls, which had been walking about like clerks",
		 "the gulls, which had been walking about like\nlawyers"},
		{"gulls, which had been walking about",
		 "seabirds, which had been walking about"},
		{"rose all together and complained",
		 "they rose all together and grumbled"},
	};
	struct desk d;
	size_t i;

	for (i = 0; i < sizeof trials / sizeof *trials; i++) {
		open_walk(&d);
		desk_highlight(&d, trials[i][0]);
		replace(&d, trials[i][0], trials[i][1]);
		expect(&d, MARK_CHANGED,
		       trials[i][1] + (i == 2 ? strlen("they ") : 0));
		desk_clear(&d);
	}
}

/* Another sentence begins alike, but its words are not the same. */
Test(anchor, knows_words_that_moved_by_themselves_where_none_were_the_same)
{
	static const char before[] =
		"The lamp was lit before the guests had come to the door.\n\n"
		"Nobody spoke for a while.\n\n"
		"The lamp was lit before the ghosts had gone up the hill.\n";
	static const char after[] =
		"The lamp was lit before the ghosts had gone up the hill.\n\n"
		"It rained, and the roof let some of it through.\n\n"
		"At last, and against all advice, someone went upstairs.\n\n"
		"The lamp was lit before the guests had come to the door.\n\n"
		"A spoon fell. Nobody spoke.\n";
	struct desk d;

	desk_open(&d, before, strlen(before));
	cr_assert(strcmp(get(desk_highlight(&d, "The lamp was lit before the "
	                                        "guests had come to the door"),
	                     "Alike"), "0") != 0);
	desk_replace(&d, after, strlen(after));
	desk_place(&d);
	expect(&d, MARK_MOVED,
	       "The lamp was lit before the guests had come to the door");
	desk_clear(&d);
}

#define FAMILY(name) \
	"These are they that were numbered of the families of the sons of " \
	name ", of all that might do service in the tabernacle."
#define OTHER "It came to pass in the second month of that year.\n\n"

/* Sentences that are alike but for a name: with that they are known anywhere,
 * and none of them stands for one that was taken out. */
Test(anchor, knows_a_sentence_by_the_name_in_which_others_differ)
{
	static const char before[] =
		"In the wilderness of Sinai this was said to all of them.\n\n"
		FAMILY("Gershon") "\n\n" OTHER FAMILY("Merari") "\n\n"
		"So the people went on from there before the winter.\n";
	static const char moved[] =
		FAMILY("Merari") " " OTHER
		"Nobody had thought of asking the elders about this.\n\n"
		FAMILY("Gershon") " What else was to be done?\n";
	static const char gone[] =
		"In the wilderness of Sinai this was said to all of them.\n\n"
		FAMILY("Merari") "\n\n"
		"So the people went on from there before the winter.\n";
	struct desk d;

	desk_open(&d, before, strlen(before));
	desk_highlight(&d, FAMILY("Gershon"));
	desk_replace(&d, moved, strlen(moved));
	desk_place(&d);
	expect(&d, MARK_MOVED, FAMILY("Gershon"));
	desk_replace(&d, gone, strlen(gone));
	desk_place(&d);
	cr_assert(ge(int, d.list.at[0].state, MARK_DOUBTFUL));
	desk_clear(&d);
}

/* A few words that stood once and stand once: beside one of their neighbours
 * they are the same ones, alone they may be chance. */
Test(anchor, knows_a_few_words_beside_what_they_stood_beside)
{
	static const char before[] =
		"He had sold his horse and his coat before Easter came. They "
		"would roll the stone from the well in the evening, all of "
		"them together. Nobody would roll a stone from the hill.\n";
	static const char half[] =
		"Long before that, when nobody kept any flocks at all, it was "
		"the custom of the place that strangers roll the stone from "
		"the well in the evening, all of them together. Nobody would "
		"do it by day.\n";
	static const char alone[] =
		"It is a long way from here to the river, and a longer one "
		"back. We roll the stone from the well every day of the year, "
		"whatever the weather may be like, says my aunt.\n";
	struct desk d;

	desk_open(&d, before, strlen(before));
	desk_highlight(&d, "roll the stone from the well");
	desk_replace(&d, half, strlen(half));
	desk_place(&d);
	expect(&d, MARK_MOVED, "roll the stone from the well");
	desk_replace(&d, alone, strlen(alone));
	desk_place(&d);
	cr_assert(ge(int, d.list.at[0].state, MARK_DOUBTFUL));
	desk_clear(&d);
}

Test(anchor, gives_up_a_passage_that_was_taken_out)
{
	struct desk d;

	open_walk(&d);
	desk_highlight(&d, "The water came in over the flats so\nquickly");
	replace(&d, "The water came in over the flats so\nquickly that ", "");
	cr_assert(eq(int, d.list.at[0].state, MARK_LOST));
	desk_clear(&d);
}

Test(anchor, loses_all_in_another_book_at_the_same_path)
{
	static const char other[] =
		"A RECIPE\n\nTake two eggs and beat them until they are light. "
		"Fold in the flour, a spoon at a time, and a little salt.\n";
	struct desk d;
	size_t i;

	open_walk(&d);
	desk_highlight(&d, "The water came in");
	desk_highlight(&d, "there was nothing left to see");
	desk_mark(&d, MARK_BOOKMARK, (struct span){20, 20});
	desk_replace(&d, other, strlen(other));
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 3));
	for (i = 0; i < d.list.n; i++)
		cr_assert(eq(int, d.list.at[i].state, MARK_LOST));
	desk_clear(&d);
}

Test(anchor, finds_a_bookmark_by_what_stands_around_it)
{
	struct desk d;
	struct span at;

	open_walk(&d);
	at.start = at.end = (text_pos)(strstr(walk, "At noon") - walk);
	desk_mark(&d, MARK_BOOKMARK, at);
	replace(&d, "A WALK\n", "A LONG WALK\nby nobody\n");
	cr_assert(eq(int, d.list.at[0].state, MARK_MOVED));
	cr_assert(strncmp(d.text->at + d.list.at[0].at.start, "At noon", 7) ==
	          0);
	cr_assert(eq(sz, d.list.at[0].at.start, d.list.at[0].at.end));
	desk_clear(&d);
}

Test(anchor, finds_a_bookmark_at_the_very_end)
{
	struct desk d;
	struct span at = {strlen(walk), strlen(walk)};

	open_walk(&d);
	desk_mark(&d, MARK_BOOKMARK, at);
	replace(&d, "A WALK\n", "A LONG WALK\nby nobody\n");
	cr_assert(eq(int, d.list.at[0].state, MARK_MOVED));
	cr_assert(strncmp(d.text->at + d.list.at[0].at.start, "\n", 2) == 0);
	desk_clear(&d);
}

Test(anchor, survives_another_encoding)
{
	static const char utf8[] = "Il \xC3\xA9tait une fois une fille qui "
	                           "n'avait jamais vu la for\xC3\xAAt de nuit, "
	                           "et elle y alla.\n";
	static const char latin[] = "Il \xE9tait une fois une fille qui "
	                            "n\x92" "avait jamais vu la for\xEAt de "
	                            "nuit, et elle y alla.\n";
	struct desk d;
	char *words;

	desk_open(&d, utf8, strlen(utf8));
	desk_highlight(&d, "n'avait jamais vu la for\xC3\xAAt");
	desk_replace(&d, latin, strlen(latin));
	desk_place(&d);
	cr_assert(eq(int, d.list.at[0].state, MARK_MOVED));
	words = desk_words(&d, 0);
	cr_assert(eq(str, words, (char *)"n\xE2\x80\x99" "avait jamais vu la "
	                                 "for\xC3\xAAt"));
	free(words);
	desk_clear(&d);
}

Test(anchor, is_refused_and_confirmed_by_the_reader)
{
	struct desk d;
	struct rec *r;
	struct stamp s;
	struct span at;

	open_walk(&d);
	r = desk_highlight(&d, "The water came in");
	replace(&d, "A WALK\n", "A LONG WALK\nby nobody\n");
	s = desk_stamp(&d);
	cr_assert(marks_refuse(d.marks, r, d.sha256, &s));
	desk_place(&d);
	cr_assert(eq(int, d.list.at[0].state, MARK_LOST));
	at.start = (text_pos)(strstr(d.text->at, "At noon") - d.text->at);
	at.end = at.start + 7;
	s = desk_stamp(&d);
	cr_assert(marks_confirm(d.marks, r, d.text, d.outline, d.sha256, at,
	                        &s));
	desk_place(&d);
	expect(&d, MARK_EXACT, "At noon");
	cr_assert(eq(str, get(r, "Quote"), (char *)"At noon"));
	desk_clear(&d);
}
