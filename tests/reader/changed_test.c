/* A text that has changed: marks found again, in doubt, lost; what is told. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "long_text.h"
#include "marks/merge.h"
#include "play.h"
#include "reader/annotate.h"

static const char walden[] =
	"Economy\n\n"
	"When I wrote the following pages, or rather the bulk of them, I "
	"lived alone, in the woods, a mile from any neighbor.\n\n"
	"I should not obtrude my affairs so much on the notice of my readers "
	"if very particular inquiries had not been made by my townsmen "
	"concerning my mode of life.\n\n"
	"I would fain say something, not so much concerning the Chinese and "
	"Sandwich Islanders as you who read these pages, who are said to live "
	"in New England.\n\n"
	"The mass of men lead lives of quiet desperation. What is called "
	"resignation is confirmed desperation.\n";

static const char alone[] =
	"When I wrote the following pages, or rather the bulk of them, I "
	"lived alone, in the woods, a mile from any neighbor.";
static const char fain[] =
	"I would fain say something, not so much concerning the Chinese and "
	"Sandwich Islanders as you who read these pages, who are said to live "
	"in New England.";

/* A store in which the words A and (where it is not NULL) B of TEXT are
 * highlighted, with a note on A where NOTE is not NULL; the caller frees it. */
static char *
marked(const char *text, const char *a, const char *b, const char *note)
{
	struct play *p = play_start(text, 80, 24);
	const char *const words[] = {a, b};
	char *store;
	size_t i;

	for (i = 0; i < 2; i++) {
		const char *at = words[i] ? strstr(text, words[i]) : NULL;
		struct span span = {(text_pos)(at - text), 0};

		if (!at)
			continue;
		span.end = span.start + strlen(words[i]);
		play_keys(p, "<Esc>");
		cr_assert(annotate_highlight(p->r, span, (unsigned)i + 1));
		if (!i && note)
			play_keys(p, note);
	}
	store = mem_copy(play_store(p));
	play_end(p);
	return store;
}

static bool
has(const char *s, const char *words)
{
	return strstr(s, words) != NULL;
}

static char *
replaced(const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);
	struct buf out = {0};

	cr_assert(at != NULL, "%s", old);
	buf_add(&out, text, (size_t)(at - text));
	buf_str(&out, new);
	buf_str(&out, at + strlen(old));
	return buf_take(&out);
}

static struct play *
start_again(const char *text, const char *a, const char *b, const char *old,
            const char *new)
{
	char *store = marked(text, a, b, NULL);
	char *now = replaced(text, old, new);
	struct play *p = play_start_again(now, 80, 24, store, text);

	free(store);
	free(now);
	return p;
}

Test(changed, text_is_told_of_with_its_paragraphs_and_marks)
{
	struct play *p = start_again(walden, alone, fain, "a mile",
	                             "some two miles");

	cr_assert(eq(sz, p->r->marks.n, 2));
	cr_assert(eq(int, p->r->marks.at[0].state, MARK_CHANGED));
	cr_assert(eq(int, p->r->marks.at[1].state, MARK_MOVED));
	cr_assert(eq(str, p->r->message, (char *)
	             "the text changed: marks 1 moved, 1 changed (A); "
	             "1 paragraph differs (:changes)"));
	play_end(p);
}

Test(changed, text_that_was_only_wrapped_anew_has_no_news_but_that)
{
	struct play *p = start_again(walden, alone, NULL,
	                             "alone, in the woods",
	                             "alone,\nin the\nwoods");

	cr_assert(eq(str, p->r->message, (char *)
	             "the text changed: no mark moved"));
	play_keys(p, ":changes<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(str, p->r->message, (char *)
	             "no paragraph is known to have changed since last time"));
	play_end(p);
}

Test(changed, text_that_is_another_book_says_so_once)
{
	char *store = marked(walden, alone, fain, NULL);
	struct buf other = {0};
	struct play *p;

	long_text(&other);
	p = play_start_again(buf_text(&other), 80, 24, store, walden);
	cr_assert(eq(str, p->r->message, (char *)
	             "another text? none of your 2 marks is in it (A lists "
	             "them)"));
	play_keys(p, "A");
	cr_assert(eq(sz, p->r->list.n, 2));
	cr_assert(strncmp(p->r->list.at[0].words, "lost: mark \342\200\234",
	                  14) == 0);
	play_keys(p, "<Enter>");
	cr_assert(eq(str, p->r->message,
	             (char *)"lost: its words are not in this text"));
	play_end(p);
	buf_clear(&other);
	free(store);
}

Test(changed, text_that_lost_its_only_mark_is_no_other_one)
{
	struct play *p = start_again(walden, fain, NULL, fain,
	                             "There was more here once.");

	cr_assert(eq(str, p->r->message, (char *)
	             "the text changed: marks 1 lost (A); 1 paragraph differs "
	             "(:changes)"));
	play_end(p);
}

Test(changed, text_lists_its_new_paragraphs_and_goes_to_them)
{
	struct buf text = {0};
	struct play *p;
	text_pos there;

	long_text(&text);
	p = start_again(buf_text(&text), NULL, NULL,
	                "Paragraph 7.3 begins here",
	                "Paragraph 7.3 ends there");
	there = (text_pos)(strstr(p->text->at, "Paragraph 7.3") -
	                   p->text->at);
	play_keys(p, ":changes<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_LIST));
	cr_assert(eq(sz, p->r->list.n, 2));
	cr_assert(eq(str, p->r->list.at[0].words, (char *)"Chapter Seven"));
	cr_assert(p->r->list.at[0].head);
	cr_assert(has(p->r->list.at[1].words, "Paragraph 7.3 ends there"));
	/* there is nothing of one's own to be removed */
	cr_assert(has(play_row(p, 23, 0), "/ filters  Esc closes"));
	play_keys(p, "<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(sz, p->r->kept, there));
	play_end(p);
	buf_clear(&text);
}

Test(changed, text_tells_its_news_when_it_is_read_again)
{
	struct play *p = play_start(walden, 80, 24);
	char *now = replaced(walden, "quiet desperation", "noisy content");
	struct text *t = text_new(now, strlen(now), TEXT_UTF8), *old = p->text;
	struct outline *o = outline_find(t, NULL, 0), *before = p->outline;

	play_keys(p, "sa<Esc>R");
	while (!play_asks(p, REQUEST_RELOAD, NULL))
		;
	reader_replace(p->r, t, o, "abcd");
	p->text = t;
	p->outline = o;
	text_free(old);
	outline_free(before);
	while (reader_work(p->r, 1000))
		;
	cr_assert(eq(str, p->r->message, (char *)
	             "read again, and it changed: no mark moved; "
	             "1 paragraph differs (:changes)"));
	play_end(p);
}

/* A store whose marks in WALDEN were made at another path; the caller frees
 * it. */
static char *
marked_elsewhere(void)
{
	char *here = marked(walden, alone, fain, NULL);
	char *there = replaced(here, "Path: ~/play.txt", "Path: ~/w/old.txt");
	char *store = replaced(there, "Sha256: 0011", "Sha256: 9911");

	free(here);
	free(there);
	return store;
}

Test(unknown, text_is_known_by_its_quotations_while_idle)
{
	char *store = marked_elsewhere();
	char *now = replaced(walden, "a mile", "some two miles");
	struct play *p = play_start_again(now, 80, 24, store, walden);

	cr_assert(eq(sz, p->r->marks.n, 2));
	cr_assert(play_asks(p, REQUEST_KNOWN, NULL));
	cr_assert(eq(str, p->r->message, (char *)
	             "known by your marks of old.txt: marks 1 moved, 1 changed "
	             "(A); 1 paragraph differs (:changes)"));
	cr_assert(not(p->marks->changed));
	play_end(p);
	free(store);
	free(now);
}

/* Where it was left is gone to as long as nobody has begun to read. */
Test(unknown, text_is_opened_where_it_was_left_unless_a_key_has_come)
{
	struct play *p = play_start(walden, 60, 10);
	text_pos there = (text_pos)(strstr(walden, fain) - walden);

	reader_known(p->r, there, false, NULL);
	cr_assert(eq(sz, reader_place(p->r), there));
	play_keys(p, "g");
	reader_known(p->r, there, false, NULL);
	cr_assert(eq(sz, reader_place(p->r), 0));
	play_end(p);
}

/* Whoever marks at once does not begin a work of its own by that. */
Test(unknown, text_is_known_before_a_mark_is_made_in_it)
{
	char *store = marked_elsewhere();
	char *now = replaced(walden, "a mile", "some two miles");
	struct play *p = play_start(now, 80, 24);
	struct merge_report report = {0};

	marks_merge(p->marks, store, strlen(store), NULL, 0, &report);
	reader_marks_changed(p->r);
	cr_assert(eq(sz, p->r->marks.n, 0));
	cr_assert(p->r->anchoring.recognising);
	play_keys(p, "B");
	cr_assert(eq(sz, p->r->marks.n, 3));
	cr_assert(eq(str, (char *)rec_get(p->r->marks.at[0].rec, "Work"),
	             (char *)rec_get(p->r->marks.at[1].rec, "Work")));
	play_end(p);
	free(store);
	free(now);
}

/* One that is long comes piece by piece: at first nothing of it is known. */
Test(changed, text_that_comes_anew_shows_no_line_of_the_old_one)
{
	static const char *const keys[] = {"", "j", "k", "b", "<Space>", "v",
	                                   "o", "s", "&", "]", "}"};
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct outline nothing = {.partial = true};
		struct buf text = {0};
		struct text *t;
		struct play *p;

		long_text(&text);
		p = play_start(text.at, 80, 24);
		play_keys(p, "GR");
		t = text_new(mem_text(text.at, text.n / 2), text.n / 2,
		             TEXT_UTF8);
		reader_replace(p->r, t, &nothing, NULL);
		cr_assert(eq(sz, p->r->lines.n, 0));
		play_screen(p);
		play_keys(p, keys[i]);
		play_resize(p, 60, 20);
		play_screen(p);
		outline_free(p->outline);
		text_free(p->text);
		p->text = t;
		p->outline = outline_find(t, NULL, 0);
		nothing = *p->outline;
		reader_grow(p->r, 0, NULL);
		cr_assert(ne(sz, p->r->lines.n, 0));
		cr_assert(le(sz, p->r->lines.at[0].end, t->n));
		play_end(p);
		buf_clear(&text);
	}
}

/* A mark that is in doubt: words have gone from all over it, and so have its
 * neighbours. */
static struct play *
start_doubtful(void)
{
	static const char other[] =
		"Economy\n\n"
		"There is some of the same fitness in a man's building his "
		"own house that there is in a bird's building its own nest.\n\n"
		"I would fain say something, not so much concerning the "
		"people of some islands as you who hear these pages, who are "
		"said to live in Old England.\n\n"
		"Where is this division of labor to end? No doubt another "
		"may also think for me.\n";
	char *store = marked(walden, fain, NULL, "aCompare 1931.<Enter>");
	struct play *p = play_start_again(other, 80, 24, store, walden);

	free(store);
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(int, p->r->marks.at[0].state, MARK_DOUBTFUL));
	return p;
}

Test(doubtful, mark_is_listed_but_not_drawn)
{
	struct play *p = start_doubtful();

	cr_assert(not(has(play_cells(p, FRAME_UNDERLINE), "fain")));
	play_keys(p, "A");
	cr_assert(has(p->r->list.at[0].words, "maybe here: mark: Compare"));
	play_end(p);
}

Test(doubtful, mark_is_shown_and_confirmed_by_a_key)
{
	struct play *p = start_doubtful();
	struct rec *rec = p->r->marks.at[0].rec;

	play_keys(p, "A<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_DOUBT));
	cr_assert(has(play_cells(p, FRAME_REVERSE), "I would fain say"));
	cr_assert(has(p->r->message, "Chinese"));
	play_keys(p, "j");
	cr_assert(eq(int, p->r->mode, MODE_DOUBT));
	play_keys(p, "<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(int, p->r->marks.at[0].state, MARK_EXACT));
	cr_assert(has(rec_get(rec, "Quote"), "some islands"));
	cr_assert(eq(str, (char *)rec_get(rec, "Note"),
	             (char *)"Compare 1931."));
	cr_assert(play_asks(p, REQUEST_SAVE, NULL));
	play_end(p);
}

Test(doubtful, mark_is_refused_and_stays_lost)
{
	struct play *p = start_doubtful();

	play_keys(p, "A<Enter>x");
	cr_assert(eq(int, p->r->marks.at[0].state, MARK_LOST));
	cr_assert(has(rec_get(p->r->marks.at[0].rec, "Quote"), "Chinese"));
	play_keys(p, "A");
	cr_assert(strncmp(p->r->list.at[0].words, "lost: ", 6) == 0);
	play_end(p);
}

Test(doubtful, mark_can_wait)
{
	struct play *p = start_doubtful();

	play_keys(p, "A<Enter><Esc>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(int, p->r->marks.at[0].state, MARK_DOUBTFUL));
	cr_assert(not(p->marks->changed));
	play_end(p);
}
