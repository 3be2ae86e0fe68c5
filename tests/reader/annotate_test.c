/* Highlights, notes, bookmarks: made, found, changed, taken away by keys. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "long_text.h"
#include "play.h"

static struct play *
start(void)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start(buf_text(&text), 80, 24);
	buf_clear(&text);
	return p;
}

/* The first field NAME of mark I of the text, "" where it has none. */
static char *
field(struct play *p, size_t i, const char *name)
{
	const char *value;

	cr_assert(i < p->r->marks.n, "there are %zu marks", p->r->marks.n);
	value = rec_get(p->r->marks.at[i].rec, name);
	return (char *)(value ? value : "");
}

Test(labels, highlight_a_sentence_by_its_letter)
{
	struct play *p = start();

	play_keys(p, "sb");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)
	             "Its second sentence goes on for a while and does not "
	             "stop before the line has been broken."));
	cr_assert(eq(str, field(p, 0, "As"), (char *)"mark"));
	cr_assert(play_asks(p, REQUEST_SAVE, NULL));
	cr_assert(eq(int, p->r->mode, MODE_READ));
	play_end(p);
}

Test(labels, highlight_from_one_sentence_to_another)
{
	struct play *p = start();

	play_keys(p, "sBc3");
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)
	             "Its second sentence goes on for a while and does not "
	             "stop before the line has been broken. The third one "
	             "ends it."));
	cr_assert(eq(str, field(p, 0, "As"), (char *)"evidence"));
	play_keys(p, "sEd");
	cr_assert(eq(sz, p->r->marks.n, 2));
	cr_assert(strstr(field(p, 1, "Quote"), "Paragraph 1.2 begins") != NULL);
	play_end(p);
}

Test(labels, go_on_over_a_page_turn)
{
	struct play *p = start();
	text_pos top;

	play_keys(p, "sA<Space>");
	cr_assert(eq(int, p->r->mode, MODE_LABELS));
	top = p->r->top;
	cr_assert(ne(sz, top, 0));
	play_keys(p, "a");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(lt(sz, p->r->marks.at[0].at.start, top));
	cr_assert(gt(sz, p->r->marks.at[0].at.end, top));
	cr_assert(eq(sz, strlen(field(p, 0, "Quote")) > 500, 1));
	play_end(p);
}

Test(labels, take_two_letters_where_there_are_many_sentences)
{
	struct buf text = {0};
	struct play *p;
	int i;

	for (i = 0; i < 60; i++)
		buf_str(&text, "So it is. ");
	p = play_start(buf_text(&text), 80, 24);
	play_keys(p, "sbc");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(sz, p->r->marks.at[0].at.start, 28 * 10));
	play_keys(p, "sAabb");
	cr_assert(eq(sz, p->r->marks.at[0].at.start, 0));
	cr_assert(eq(sz, p->r->marks.at[0].at.end, 27 * 10 + 9));
	buf_clear(&text);
	play_end(p);
}

Test(labels, are_cancelled_by_escape_and_say_when_a_letter_is_none)
{
	struct play *p = start();

	play_keys(p, "sz");
	cr_assert(eq(str, p->r->message,
	             (char *)"no sentence wears that letter"));
	play_keys(p, "<Esc>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_end(p);
}

Test(select, opens_on_a_sentence_and_grows_by_sentences)
{
	struct play *p = start();

	play_keys(p, "v)<Enter>");
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)
	             "Paragraph 1.1 begins here, and it says what there is "
	             "to be said. Its second sentence goes on for a while "
	             "and does not stop before the line has been broken."));
	play_end(p);
}

Test(select, opens_on_the_sentence_that_goes_on_where_none_begins)
{
	struct play *p = play_start(
		"One sentence that is so long that it fills more than a page "
		"of a window as small as this one is, and goes on and on.\n",
		20, 5);

	play_keys(p, "<Space>v3");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)
	             "One sentence that is so long that it fills more than a "
	             "page of a window as small as this one is, and goes on "
	             "and on."));
	play_end(p);
}

Test(select, shrinks_again_and_moves_the_other_end)
{
	struct play *p = start();

	play_keys(p, "v)(o)2");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)
	             "Paragraph 1.1 begins here, and it says what there is "
	             "to be said."));
	play_end(p);
}

Test(select, moves_by_words_and_characters)
{
	struct play *p = start();

	play_keys(p, "vbbhoww4");
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)
	             "begins here, and it says what there is to b"));
	play_keys(p, "vw5");
	cr_assert(strstr(field(p, 0, "Quote"), "to be said. Its") != NULL);
	play_end(p);
}

Test(select, grows_over_a_page_turn)
{
	struct play *p = start();
	text_pos top;

	play_keys(p, "v<Space>");
	top = p->r->top;
	cr_assert(ne(sz, top, 0));
	play_keys(p, "1");
	cr_assert(gt(sz, p->r->marks.at[0].at.end, top));
	cr_assert(lt(sz, p->r->marks.at[0].at.start, top));
	play_end(p);
}

Test(select, takes_a_note_with_it_and_away_what_it_touches)
{
	struct play *p = start();

	play_keys(p, "vaCompare 1931.<Enter>");
	cr_assert(eq(str, field(p, 0, "Note"), (char *)"Compare 1931."));
	cr_assert(eq(str, field(p, 0, "Kind"), (char *)"highlight"));
	play_keys(p, "v}x");
	cr_assert(eq(sz, p->r->marks.n, 0));
	cr_assert(strstr(play_store(p), "Deleted: ") != NULL);
	cr_assert(strstr(play_store(p), "Note: Compare 1931.") != NULL);
	play_end(p);
}

Test(select, is_cancelled_by_escape)
{
	struct play *p = start();

	play_keys(p, "v))<Esc>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_end(p);
}

Test(annotate, changes_the_kind_of_a_chosen_highlight_until_one_moves)
{
	struct play *p = start();

	play_keys(p, "sa2");
	cr_assert(eq(str, field(p, 0, "As"), (char *)"thesis"));
	play_keys(p, "3<Space>");
	cr_assert(eq(str, field(p, 0, "As"), (char *)"evidence"));
	cr_assert(eq(sz, p->r->page, 1));
	play_keys(p, "3<Space>");
	cr_assert(eq(str, field(p, 0, "As"), (char *)"evidence"));
	cr_assert(eq(sz, p->r->page, 4));
	play_end(p);
}

Test(annotate, sets_a_bookmark_and_takes_it_away_again)
{
	struct play *p = start();

	play_keys(p, "<Space>B");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(sz, p->r->marks.at[0].at.start, p->r->top));
	play_keys(p, "B");
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_end(p);
}

Test(annotate, goes_to_lettered_marks_and_moves_them)
{
	struct play *p = start();
	text_pos there;

	play_keys(p, "3<Space>ma");
	there = p->r->kept;
	play_keys(p, "g'a");
	cr_assert(eq(sz, p->r->kept, there));
	play_keys(p, "2<Space>mag'a");
	cr_assert(gt(sz, p->r->kept, there));
	cr_assert(eq(sz, p->r->marks.n, 1));
	play_keys(p, "'b");
	cr_assert(eq(str, p->r->message,
	             (char *)"there is no mark b in this text"));
	play_keys(p, "m!");
	cr_assert(eq(str, p->r->message, (char *)"a letter from a to z"));
	play_end(p);
}

Test(annotate, keeps_a_note_of_a_place_and_removes_an_emptied_one)
{
	struct play *p = start();

	play_keys(p, "2<Space>aA thought<M-Enter>on two lines<Enter>");
	cr_assert(eq(str, field(p, 0, "Note"),
	             (char *)"A thought\non two lines"));
	cr_assert(eq(str, field(p, 0, "Kind"), (char *)"note"));
	play_keys(p, "a<^U><^W><^U><Enter>");
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "aNot kept<Esc>");
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_end(p);
}

Test(annotate, has_a_note_back_that_was_given_up)
{
	struct play *p = start();

	play_keys(p, "2<Space>aNot meant<Esc>");
	cr_assert(eq(str, p->r->message, (char *)
	             "given up \302\267 a, then ^Y, brings it back"));
	play_keys(p, "<Space>a<Esc>");
	cr_assert(eq(ptr, p->r->message, NULL), "nothing was typed");
	play_keys(p, "a<^Y> after all<Enter>");
	cr_assert(eq(str, field(p, 0, "Note"), (char *)"Not meant after all"));
	play_keys(p, "a<Esc>");
	cr_assert(eq(ptr, p->r->message, NULL), "nothing was changed");
	play_end(p);
}

Test(annotate, hands_a_note_to_the_editor_and_takes_it_back)
{
	struct play *p = start();
	struct stamp stamp = {1795377700000, 7};

	play_keys(p, "saaFirst<Enter>E");
	while (play_asks(p, REQUEST_SAVE, NULL))
		;
	play_keys(p, "aMore<^E>");
	cr_assert(play_asks(p, REQUEST_EDITOR, "FirstMore"));
	reader_edited(p->r, "Rewritten", NULL, &stamp);
	cr_assert(eq(str, field(p, 0, "Note"), (char *)"Rewritten"));
	play_end(p);
}

Test(annotate, visits_marks_in_order_and_lets_go_when_moving)
{
	struct play *p = start();

	play_keys(p, "sa3<Space>sa3<Space>Bg");
	cr_assert(eq(sz, p->r->marks.n, 3));
	play_keys(p, ".");
	cr_assert(eq(sz, p->r->focus, 0));
	play_keys(p, "..");
	cr_assert(eq(sz, p->r->kept, p->r->marks.at[2].at.start));
	play_keys(p, ".");
	cr_assert(eq(str, p->r->message,
	             (char *)"no mark of yours follows"));
	play_keys(p, ",x");
	cr_assert(eq(sz, p->r->marks.n, 2));
	play_keys(p, "<Space>x");
	cr_assert(eq(sz, p->r->marks.n, 2));
	play_end(p);
}

Test(annotate, copies_the_words_with_where_they_stand)
{
	struct play *p = start();

	play_keys(p, "vy");
	cr_assert(play_asks(p, REQUEST_COPY,
	                    "\342\200\234Paragraph 1.1 begins here, and it "
	                    "says what there is to be said.\342\200\235 "
	                    "(A Long Text; None; Chapter One \302\2661)"));
	play_keys(p, "]2}vy");
	cr_assert(play_asks(p, REQUEST_COPY,
	                    "\342\200\234Paragraph 1.2 begins here, and it "
	                    "says what there is to be said.\342\200\235 "
	                    "(A Long Text; None; Chapter One \302\2662)"));
	play_end(p);
}

Test(annotate, copies_what_the_text_says_of_itself)
{
	struct play *p = play_start(
		"Great Tasks\n\nM. Ilyin\n\nWritten: in 1902.\n"
		"Source: The Spark, No. 4, p. 3.\n\nThe First\n\n"
		"It was said before, and it was said well. That is why it "
		"has to be said again, and at length.\n\nThe Second\n\n"
		"It was not said before, and it was not said well. So it has "
		"to be said again, and at length.\n", 80, 24);

	play_keys(p, "]vy");
	cr_assert(play_asks(p, REQUEST_COPY,
	                    "\342\200\234It was said before, and it was said "
	                    "well.\342\200\235 (M. Ilyin, Great Tasks; The "
	                    "Spark, No. 4, p. 3; The First \302\2661)"));
	play_end(p);
}

Test(annotate, copies_whole_words_and_names_the_printed_page)
{
	struct play *p = play_start(
		"It was on [p. 6] that all of it was said before, and it was\n"
		"said well.\n\n[p. 7] This is a line that "
		"says of _all_ of it that it is impos-\nsible.\n", 80, 24);

	play_keys(p, ":p.7<Enter>vy");
	cr_assert(play_asks(p, REQUEST_COPY,
	                    "\342\200\234[p. 7] This is a line that says of "
	                    "_all_ of it that it is impossible.\342\200\235 "
	                    "(play.txt; \302\2662, p. 7)"));
	play_end(p);
}

Test(annotate, changes_nothing_in_a_store_of_a_newer_format)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start_with(buf_text(&text), 80, 24,
	                    "# lectern marks, format 2.\n%rec: Mark\n", "");
	play_keys(p, "sa");
	cr_assert(p->r->alert);
	cr_assert(eq(str, play_store(p), (char *)
	             "# lectern marks, format 2.\n%rec: Mark\n"));
	play_end(p);
	buf_clear(&text);
}

Test(annotate, says_what_a_key_needs_that_does_nothing)
{
	struct play *p = start();

	play_keys(p, "y");
	cr_assert(eq(str, p->r->message, (char *)"nothing is chosen: . goes "
	             "to your next mark, v selects"));
	play_keys(p, "Y");
	cr_assert(eq(str, p->r->message, (char *)"this key does nothing; F1 "
	             "lists those that do"));
	play_keys(p, "<Space>");
	cr_assert(zero(ptr, p->r->message));
	play_end(p);
}

Test(list, goes_to_a_mark_and_removes_one)
{
	struct play *p = start();

	play_keys(p, "sa<Space>sb<Space>BA");
	cr_assert(eq(int, p->r->mode, MODE_LIST));
	cr_assert(eq(sz, p->r->list.n, 3));
	/* it begins at the mark nearest to the page */
	cr_assert(eq(sz, p->r->list.cursor, 2));
	play_keys(p, "<Home>j<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(sz, p->r->kept, p->r->marks.at[1].at.start));
	play_keys(p, "A<Home>x");
	cr_assert(eq(sz, p->r->list.n, 2));
	play_keys(p, "/bookmark<Enter>");
	cr_assert(eq(sz, p->r->kept, p->r->marks.at[1].at.start));
	play_end(p);
}

Test(list, opens_another_text_at_its_mark)
{
	static const char store[] =
		"Id: 01AAAAAAAAAAA\nKind: work\nTitle: Another\n"
		"Path: ~/other.txt\n\n"
		"Id: 01BBBBBBBBBBB\nKind: highlight\nWork: 01AAAAAAAAAAA\n"
		"Start: 5\nEnd: 9\nQuote: four\n";
	struct buf text = {0};
	struct request request;
	struct play *p;

	long_text(&text);
	p = play_start_with(buf_text(&text), 80, 24, store, "");
	play_keys(p, ":notes<Enter>");
	cr_assert(eq(sz, p->r->list.n, 2));
	cr_assert(p->r->list.at[0].head);
	play_keys(p, "<Up><Enter>");
	cr_assert(reader_request(p->r, &request));
	cr_assert(eq(int, request.kind, REQUEST_OPEN));
	cr_assert(eq(str, request.words, (char *)"~/other.txt"));
	cr_assert(eq(str, request.mark, (char *)"01BBBBBBBBBBB"));
	free(request.words);
	free(request.mark);
	play_end(p);
	buf_clear(&text);
}

Test(footnote, is_shown_gone_to_and_come_back_from)
{
	static const char text[] =
		"On Notes\n\nThe First Part\n\n"
		"Something that needs a note [1] and then another [2] "
		"in the same paragraph.\n\n"
		"The Second Part\n\nNothing of the kind.\n\n"
		"Notes\n\n1. The first of them.\n\n2. The second.\n";
	struct play *p = play_start(text, 80, 10);
	text_pos top;

	play_keys(p, "o");
	cr_assert(eq(int, p->r->mode, MODE_FOOTNOTE));
	cr_assert(eq(sz, p->r->footnote.note, 0));
	play_keys(p, "o");
	cr_assert(eq(sz, p->r->footnote.note, 1));
	play_keys(p, "o");
	cr_assert(eq(sz, p->r->footnote.note, 0));
	play_keys(p, "<Esc>2o");
	cr_assert(eq(sz, p->r->footnote.note, 1));
	play_keys(p, "7o");
	cr_assert(eq(str, p->r->message,
	             (char *)"this page has 2 footnotes"));
	top = p->r->top;
	play_keys(p, "<Esc>o<Enter>");
	cr_assert(eq(sz, p->r->kept, p->outline->notes.at[0].at));
	play_keys(p, "(");
	cr_assert(eq(sz, p->r->top, top));
	play_end(p);
}

Test(pane, has_the_note_of_a_highlight_that_began_on_the_page_before)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start(buf_text(&text), 120, 24);
	play_keys(p, "sA<Space>aaThis goes on.<Enter>");
	cr_assert(lt(sz, p->r->marks.at[0].at.start, p->r->top));
	cr_assert(strstr(play_screen(p), "This goes on.") != NULL);
	play_keys(p, "<Space>");
	cr_assert(strstr(play_screen(p), "This goes on.") == NULL);
	play_end(p);
	buf_clear(&text);
}

Test(pane, takes_the_keys_and_gives_them_back)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start(buf_text(&text), 120, 30);
	play_keys(p, "<Tab>jjj<Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(sz, p->r->kept, p->outline->sections.at[3].at));
	play_keys(p, "<Tab>/eleven<Enter>");
	cr_assert(eq(sz, p->r->kept, p->outline->sections.at[10].at));
	play_keys(p, "<Tab><Esc>");
	cr_assert(eq(sz, p->r->pane.n, LONG_SECTIONS));
	play_keys(p, "t");
	cr_assert(eq(u32, p->r->geometry.pane_cols, 0));
	play_resize(p, 80, 24);
	play_keys(p, "t");
	cr_assert(p->r->geometry.pane_over);
	play_keys(p, "<Home><Enter>");
	cr_assert(not(p->r->geometry.pane_over));
	cr_assert(eq(sz, p->r->kept, p->outline->sections.at[0].at));
	play_end(p);
	buf_clear(&text);
}

Test(pane, folds_subsections_away_and_shows_them_again)
{
	static const char text[] =
		"# A Book\n\n## Part One\n\nWords.\n\n"
		"### Chapter One\n\nWords.\n\n### Chapter Two\n\nWords.\n\n"
		"## Part Two\n\nWords.\n\n### Chapter Three\n\nWords.\n";
	struct play *p = play_start(text, 120, 30);
	size_t all = p->outline->sections.n, first;

	if (all < 5)
		cr_skip_test("the outline of this text has no levels");
	first = all - 5;
	play_keys(p, "]<Tab><Home>");
	while (p->r->pane.at[p->r->pane.cursor].index < first)
		play_keys(p, "j");
	play_keys(p, "<Left>");
	cr_assert(eq(sz, p->r->pane.n, all - 2));
	cr_assert(strstr(play_screen(p), "Chapter One\n") == NULL ||
	          p->r->pane.n < all);
	play_keys(p, "<Right>");
	cr_assert(eq(sz, p->r->pane.n, all));
	play_keys(p, "j<Left>");
	cr_assert(eq(sz, p->r->pane.at[p->r->pane.cursor].index, first));
	play_keys(p, "-");
	cr_assert(lt(sz, p->r->pane.n, all));
	play_keys(p, "+");
	cr_assert(eq(sz, p->r->pane.n, all));
	play_end(p);
}

#define PROSE \
	"Words that go on for a while and say what is to be said of it, and\n" \
	"then they end, as words do that have said it, before long.\n\n"

Test(pane, shows_that_a_folded_title_is_cut)
{
	static const char text[] =
		"# A Book\n\n" PROSE
		"## A Part with Quite a Long Name of Many Words\n\n" PROSE
		"### Chapter One\n\n" PROSE "## Part Two\n\n" PROSE;
	struct play *p = play_start(text, 120, 30);

	play_keys(p, "<Tab><Home><Left>");
	cr_assert(strstr(play_screen(p),
	                 ">A Part with Quite a Long Name of Ma\342\200\246 +")
	          != NULL);
	cr_assert(strstr(play_cells(p, FRAME_REVERSE),
	                 "A Part with Quite a Long Name of Ma\342\200\246 +")
	          != NULL);
	play_end(p);
}

Test(pane, shows_what_is_around_a_section_far_on)
{
	struct buf text = {0};
	struct play *p;
	char want[32];
	unsigned i;

	buf_str(&text, "# A Book\n\n" PROSE);
	for (i = 1; i <= 300; i++)
		buf_printf(&text, "## Section %u, so\n\n" PROSE, i);
	p = play_start(buf_text(&text), 120, 32);
	play_keys(p, ":\302\247200<Enter>");
	for (i = 194; i <= 215; i++) {
		snprintf(want, sizeof want, "%sSection %u, so",
		         i == 200 ? "\342\200\242" : " ", i);
		cr_expect(strstr(play_screen(p), want) != NULL, "%s", want);
	}
	play_keys(p, "]");
	cr_expect(strstr(play_screen(p), "\342\200\242Section 201, so") != NULL);
	play_end(p);
	buf_clear(&text);
}

Test(section, is_decided_by_the_reader_and_kept_with_the_marks)
{
	struct play *p = start();

	play_keys(p, "2]:nosection<Enter>");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(int, p->r->marks.at[0].kind, MARK_SECTION));
	cr_assert(eq(str, field(p, 0, "Level"), (char *)"0"));
	cr_assert(eq(str, field(p, 0, "Quote"), (char *)"Chapter Two"));
	play_keys(p, ":section 2<Enter>");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(str, field(p, 0, "Level"), (char *)"2"));
	cr_assert(play_asks(p, REQUEST_SAVE, NULL));
	cr_assert(play_asks(p, REQUEST_OUTLINE, NULL));
	play_keys(p, ":section 77<Enter>");
	cr_assert(p->r->alert);
	play_end(p);
}

Test(section, is_made_of_the_line_that_is_selected)
{
	struct play *p = start();

	play_keys(p, "v:section<Enter>");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(str, field(p, 0, "Level"), (char *)"1"));
	cr_assert(strstr(field(p, 0, "Quote"), "Paragraph 1.1 begins") != NULL);
	play_end(p);
}
