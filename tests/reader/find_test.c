/* Searching, played. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "play.h"
#include "two_roads.h"

/* The current match, as it stands in the text. */
static char *
hit(struct play *p)
{
	struct span at = p->r->find.hit;

	buf_reset(&p->drawn);
	buf_add(&p->drawn, p->text->at + at.start, at.end - at.start);
	return p->drawn.at;
}

static text_pos
place_of(struct play *p, const char *words)
{
	return (text_pos)(strstr(p->text->at, words) - p->text->at);
}

static char *
status(struct play *p)
{
	return play_row(p, p->r->rows - 1, 0);
}

Test(find, shows_what_is_found_as_it_is_typed)
{
	struct play *p = play_start(text, 46, 12);

	play_keys(p, "/worst");
	cr_assert(eq(str, play_cursor(p), (char *)
	"   few [1]. By what right? By the right of\n"
	"   usurpation.\n"
	"\n"
	"   Not one section has dared to breathe a\n"
	"   word about it.\n"
	"\n"
	"   The Second Road\n"
	"\n"
	"   It is long, but it is ours. We counted on\n"
	"   reform as on a reality. Developments\n"
	"   followed the worst road [2].\n"
	"/worst_                                   1/2\n"));
	play_keys(p, "e");
	cr_assert(eq(str, play_row(p, 0, 0),
	             (char *)"                On the Two Roads"));
	cr_assert(eq(str, play_row(p, 11, 0),
	             (char *)"/worste                         nothing found"));
	play_keys(p, "<Backspace>");
	cr_assert(eq(str, hit(p), (char *)"worst"));
	play_end(p);
}

Test(find, comes_back_exactly_when_given_up)
{
	struct play *p = play_start(text, 46, 12);
	char *before;

	play_keys(p, "]jj");
	before = mem_copy(play_screen(p));
	play_keys(p, "/worst");
	cr_assert(ne(str, play_screen(p), before));
	play_keys(p, "<Esc>");
	cr_assert(eq(str, play_screen(p), before));
	cr_assert(eq(sz, p->r->jumps.n, 1), "that of the section");
	free(before);
	play_end(p);
}

Test(find, is_a_jump_that_one_comes_back_from)
{
	struct play *p = play_start(text, 46, 12);
	char *before;

	play_keys(p, "jj");
	before = mem_copy(play_screen(p));
	play_keys(p, "/few<Enter>nn");
	cr_assert(eq(str, hit(p), (char *)"few"));
	play_keys(p, "<^O><Esc>");
	cr_assert(eq(str, play_screen(p), before), "over all of the walk");
	free(before);
	play_end(p);
}

Test(find, tells_every_match_and_the_current_one)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "]/right<Enter>");
	cr_assert(eq(str, play_row(p, 10, FRAME_REVERSE),
	             (char *)"                                         right"));
	cr_assert(eq(str, play_row(p, 11, FRAME_UNDERLINE),
	             (char *)"   right"));
	cr_assert(eq(str, status(p), (char *)
	" The First Road           1/2  p. 1/2  34%  0 left  F1 help"));
	play_keys(p, "n");
	cr_assert(eq(str, play_row(p, 11, FRAME_REVERSE),
	             (char *)"   right"));
	play_keys(p, "<Esc>");
	cr_assert(eq(str, play_row(p, 11, FRAME_REVERSE | FRAME_UNDERLINE),
	             (char *)""));
	play_keys(p, "n");
	cr_assert(eq(str, play_row(p, 10, FRAME_REVERSE),
	             (char *)"                                         right"));
	play_end(p);
}

Test(find, goes_round_and_says_so)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "/road<Enter>3n");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "road [2]")));
	play_keys(p, "n");
	cr_assert(eq(str, status(p),
	             (char *)" 1/4  ·  search went on from the start"));
	play_keys(p, "N");
	cr_assert(eq(str, status(p),
	             (char *)" 4/4  ·  search went on from the end"));
	play_keys(p, "3N");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "Roads\n")));
	play_keys(p, "1001n");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "Road\n")));
	play_end(p);
}

Test(find, searches_back)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "/worst<Enter>?road<Enter>");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "Road\n\nIt")));
	play_keys(p, "n");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "Road\n\nOne")));
	play_keys(p, "2N");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "road [2]")));
	play_end(p);
}

Test(find, heeds_capitals_accents_and_what_is_exact)
{
	struct play *p = play_start("Thälmann, thalmann.\n\nThe “re-\nform” of "
	                            "it: didn’t he, café, cafe.\n", 60, 10);

	play_keys(p, "/thalmann<Enter>");
	cr_assert(eq(str, hit(p), (char *)"Thälmann"));
	cr_assert(eq(sz, p->r->find.hits.n, 2));
	play_keys(p, "/Thalmann<Enter>");
	cr_assert(eq(sz, p->r->find.hits.n, 1));
	play_keys(p, "/\"cafe<Enter>");
	cr_assert(eq(sz, p->r->find.hits.n, 1));
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "cafe.")));
	play_keys(p, "/\"café\"<Enter>");
	cr_assert(eq(sz, p->r->find.hits.n, 1));
	cr_assert(eq(str, hit(p), (char *)"café"));
	play_keys(p, "/\"reform\" of it: didn't<Enter>");
	cr_assert(eq(sz, p->r->find.hits.n, 1), "whatever the marks' kind");
	play_keys(p, "/reform\" of it: didn't<Enter>");
	cr_assert(eq(str, hit(p), (char *)"re-\nform” of it: didn’t"));
	play_end(p);
}

Test(find, says_that_nothing_is_found)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "/no such<Enter>");
	cr_assert(eq(str, status(p), (char *)" nothing found: no such"));
	play_keys(p, "n");
	cr_assert(eq(str, status(p), (char *)" nothing found: no such"));
	cr_assert(eq(sz, p->r->jumps.n, 0));
	play_end(p);
	p = play_start(text, 60, 16);
	play_keys(p, "n");
	cr_assert(eq(str, status(p),
	             (char *)" nothing searched for yet: / searches"));
	play_keys(p, "&");
	cr_assert(eq(str, status(p), (char *)
	             " nothing searched for yet: / searches, & lists"));
	play_end(p);
}

Test(find, remembers_what_was_searched_for)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "/few<Enter>/road<Enter>/few<Enter>/wor<Up>");
	cr_assert(eq(str, play_row(p, 15, 0),
	             (char *)"/few                                                    1/2"));
	cr_assert(eq(str, p->r->prompt.edit.text.at, (char *)"few"));
	play_keys(p, "<Up>");
	cr_assert(eq(str, p->r->prompt.edit.text.at, (char *)"road"));
	play_keys(p, "<Up>");
	cr_assert(eq(str, p->r->prompt.edit.text.at, (char *)"road"));
	play_keys(p, "<Down><Down><Down>");
	cr_assert(eq(str, p->r->prompt.edit.text.at, (char *)"wor"));
	play_keys(p, "<Esc>");
	cr_assert(eq(str, hit(p), (char *)"Few"), "as before");
	play_keys(p, "/<Enter>");
	cr_assert(eq(str, hit(p), (char *)"few"), "again, to the next");
	play_end(p);
}

Test(find, searches_for_a_word_a_selection_a_footnote_mark)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "]*");
	cr_assert(eq(str, hit(p), (char *)"The"), "with its capital");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "The control")));
	play_keys(p, "/phrases<Enter>*");
	cr_assert(eq(str, p->r->find.words, (char *)"phrases"));
	play_keys(p, "]}vbb*");
	cr_assert(p->r->mode == MODE_READ);
	cr_assert(ne(sz, p->r->find.hits.n, 0));
	play_keys(p, "g]o*");
	cr_assert(eq(str, p->r->find.words, (char *)"[1]"));
	cr_assert(eq(sz, p->r->find.hits.n, 1));
	play_end(p);
}

Test(find, lists_all_places_with_the_words_around)
{
	struct play *p = play_start(text, 110, 14);

	play_keys(p, "]saaOn a road.<Enter>/road<Enter>&");
	cr_assert(eq(str, play_screen(p), (char *)
	" 4 found: road                  │                                On the Two Roads\n"
	" before the first section       │\n"
	"  On the Two Roads              │                                  (July 1933)\n"
	" The First Road                 │\n"
	">  The First Road               │       Written: 20 July 1933.\n"
	" The Second Road                │       Source: The Review, No. 4.\n"
	"  The Second Road               │\n"
	" d the worst road [2].          │       The First Road\n"
	" Your marks and notes           │\n"
	" M On a road. “One must not be… │    M+ One must not be deceived by general phrases. The control is in the\n"
	"                                │       hands of a few [1]. By what right? By the right of usurpation.\n"
	"                                │\n"
	"                                │       Not one section has dared to breathe a word about it.\n"
	" Enter goes  arrows, n N show  Esc back                                     2/4  p. 1/2  16%  0 left  F1 help\n"));
	play_end(p);
}

Test(find, lists_in_the_lower_half_of_a_narrow_window)
{
	struct play *p = play_start(text, 46, 13);

	play_keys(p, "/road<Enter>&<Down><Down>");
	cr_assert(eq(str, play_screen(p), (char *)
	"   Not one section has dared to breathe a\n"
	"   word about it.\n"
	"\n"
	"   The Second Road\n"
	"\n"
	"   It is long, but it is ours. We counted on\n"
	"─ 4 found: road ──────────────────────────────\n"
	"       On the Two Roads\n"
	" The First Road\n"
	"        The First Road\n"
	" The Second Road\n"
	">      The Second Road\n"
	" Enter go…  3/4  p. 2/3  52%  1 left  F1 help\n"));
	play_end(p);
}

Test(find, comes_back_from_the_list_exactly_or_goes)
{
	struct play *p = play_start(text, 60, 12);
	char *before;

	play_keys(p, "jj/road<Enter>jj");
	before = mem_copy(play_screen(p));
	play_keys(p, "&<Down><Down>nNn");
	cr_assert(ne(str, play_screen(p), before));
	play_keys(p, "<Esc>");
	cr_assert(eq(str, play_screen(p), before));
	play_keys(p, "&<End><Enter>");
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "road [2]")));
	cr_assert(p->r->mode == MODE_READ);
	play_keys(p, "<^O>");
	play_keys(p, "<Esc>");
	free(before);
	play_end(p);
}

Test(find, leaves_the_list_beside_the_text)
{
	struct play *p = play_start(text, 110, 14);

	play_keys(p, "/road<Enter>&<Down><Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(eq(str, play_screen(p), (char *)
	" 4 found: road                  │                                On the Two Roads\n"
	" before the first section       │\n"
	"  On the Two Roads              │                                  (July 1933)\n"
	" The First Road                 │\n"
	">  The First Road               │       Written: 20 July 1933.\n"
	" The Second Road                │       Source: The Review, No. 4.\n"
	"  The Second Road               │\n"
	" d the worst road [2].          │       The First Road\n"
	"                                │\n"
	"                                │       One must not be deceived by general phrases. The control is in the\n"
	"                                │       hands of a few [1]. By what right? By the right of usurpation.\n"
	"                                │\n"
	"                                │       Not one section has dared to breathe a word about it.\n"
	" On the Two Roads · The First Road                                          2/4  p. 1/2  16%  0 left  F1 help\n"));
	play_keys(p, "n");
	cr_assert(eq(str, play_row(p, 6, 0), (char *)
	"> The Second Road               │"));
	play_keys(p, "<Tab><Down>");
	cr_assert(eq(int, p->r->mode, MODE_HITS));
	cr_assert(eq(sz, p->r->find.hit.start, place_of(p, "road [2]")));
	play_keys(p, "<Enter><Esc>");
	cr_assert(ne(ptr, strstr(play_row(p, 0, 0), " Sections "), NULL));
	play_end(p);
}

Test(find, takes_the_pane_away_with_the_list_it_was_called_for)
{
	struct play *p = play_start(text, 110, 14);

	play_keys(p, "t/road<Enter>&<Down><Enter>");
	cr_assert(p->r->pane.shown);
	play_keys(p, "<Tab><Esc>");
	cr_assert(not(p->r->pane.shown));
	play_keys(p, "&<Enter><Esc>");
	cr_assert(not(p->r->pane.shown));
	play_keys(p, "n&<Enter>tt");
	cr_assert(p->r->pane.shown);
	play_keys(p, "<Esc>");
	cr_assert(p->r->pane.shown);
	play_end(p);
}

Test(find, leaves_no_list_of_another_search)
{
	struct play *p = play_start(text, 110, 14);

	play_keys(p, "/road<Enter>&<Enter>/few");
	cr_assert(eq(str, p->r->find.words, (char *)"few"));
	cr_assert(ne(ptr, strstr(play_row(p, 0, 0), "Sections"), NULL));
	play_keys(p, "<Esc>");
	play_resize(p, 60, 14);
	cr_assert(eq(ptr, strstr(play_screen(p), "found"), NULL));
	play_end(p);
}

/* More than what is searched on a key. */
static char *
long_text(size_t n)
{
	static const char line[] = "Nothing of that is told here, and no road "
	                           "leads to it.\n\n";
	struct buf b = {0};

	while (b.n < n)
		buf_str(&b, line);
	buf_str(&b, "The needle in it.\n");
	return buf_take(&b);
}

Test(find, goes_on_while_nobody_types)
{
	char *s = long_text(6000000);
	struct play *p = play_start(s, 80, 24);
	unsigned slices = 0;

	play_keys(p, "/needle");
	cr_assert(p->r->find.seek.on);
	play_keys(p, "<Enter>");
	cr_assert(eq(str, status(p), (char *)" searching: needle"));
	cr_assert(not(reader_has_news(p->r)));
	while (!reader_has_news(p->r) && slices++ < 1000)
		cr_assert(reader_work(p->r, 1000));
	cr_assert(gt(uint, slices, 4));
	cr_assert(eq(str, hit(p), (char *)"needle"));
	while (reader_work(p->r, 1000))
		;
	play_keys(p, "j");
	cr_assert(eq(sz, p->r->find.hits.n, 1));
	play_keys(p, "<^O><^O>");
	cr_assert(eq(sz, p->r->kept, 0));
	free(s);
	play_end(p);
}

Test(find, counts_while_nobody_types)
{
	char *s = long_text(2000000);
	struct play *p = play_start(s, 80, 24);

	play_keys(p, "/road<Enter>");
	cr_assert(ne(ptr, strstr(status(p), "…"), NULL));
	while (reader_work(p->r, 1000))
		;
	cr_assert(gt(sz, p->r->find.hits.n, 30000));
	play_keys(p, "N");
	cr_assert(eq(sz, p->r->find.hit.start,
	             p->r->find.hits.at[p->r->find.hits.n - 1].start));
	free(s);
	play_end(p);
}

Test(find, of_a_key_typed_meanwhile_is_given_up)
{
	char *s = long_text(6000000);
	struct play *p = play_start(s, 80, 24);

	play_keys(p, "/needle<Enter> ");
	cr_assert(not(p->r->find.seek.on));
	play_end(p);
	free(s);
}

Test(find, takes_an_expression_or_says_what_is_wrong_with_it)
{
	struct play *p = play_start(text, 60, 16);

	play_keys(p, "/re:[0-9]{4}<Enter>");
	cr_assert(eq(str, hit(p), (char *)"1933"));
	cr_assert(eq(sz, p->r->find.hits.n, 2));
	play_keys(p, "/re:(a");
	cr_assert(eq(str, play_row(p, 15, 0), (char *)
	"/re:(a                                      re: ( without )"));
	play_keys(p, "<Enter>");
	cr_assert(eq(str, status(p), (char *)" re: ( without )"));
	play_keys(p, "n");
	cr_assert(eq(str, hit(p), (char *)"1933"), "what was before");
	play_end(p);
}

Test(find, tells_the_number_with_the_word_that_it_went_round)
{
	struct play *p = play_start(text, 80, 12);

	play_keys(p, "Gv*");
	cr_assert(strstr(play_screen(p), "/0") == NULL, "%s", play_screen(p));
	cr_assert(strstr(play_screen(p),
	                 "1/1  \302\267  search went on from the start")
	          != NULL);
	play_end(p);
}
