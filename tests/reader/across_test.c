/* Searching all texts of the shelf. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "play.h"
#include "two_roads.h"

static const char store[] =
	"Kind: work\n"
	"Id: 0000000001\n"
	"Title: The Other\n"
	"Path: ~/other.txt\n"
	"\n"
	"Kind: note\n"
	"Id: 0000000002\n"
	"Work: 0000000001\n"
	"Start: 0\n"
	"Note: a road of my own\n";

static const char other[] =
	"The Other\n"
	"\n"
	"A Section\n"
	"\n"
	"The words here say nothing of it. But a long road leads away from "
	"here, and this is all that can be said of it in one sentence.\n"
	"\n"
	"Another Section\n"
	"\n"
	"Roads, roads. And this is said in order that the paragraph may look "
	"like one.\n";

/* A shelf: what is asked for is answered. */
struct shelf {
	struct play *p;
	struct text *text;
	struct outline *outline;
	bool lent;
};

static struct shelf
open_shelf(const char *words, unsigned cols)
{
	struct shelf s = {0};

	s.p = play_start_with(text, cols, 20, store, "pane = no");
	s.text = text_new(mem_copy(words), strlen(words), TEXT_UTF8);
	s.outline = outline_find(s.text, NULL, 0);
	return s;
}

static void
close_shelf(struct shelf *s)
{
	play_end(s->p);
	outline_free(s->outline);
	text_free(s->text);
}

static void
answer(struct shelf *s, const struct request *q)
{
	static const char *const paths[] = {"~/play.txt", "~/gone.txt",
	                                    "~/other.txt"};

	if (q->kind == REQUEST_SHELF) {
		reader_shelf(s->p->r, paths, 3);
	} else if (q->kind == REQUEST_LEND && !q->words) {
		s->lent = false;
	} else if (q->kind == REQUEST_LEND && strstr(q->words, "gone")) {
		reader_lend(s->p->r, q->words, NULL, NULL, "no such file");
	} else if (q->kind == REQUEST_LEND) {
		s->lent = true;
		reader_lend(s->p->r, q->words, s->text, s->outline, NULL);
	}
}

/* Until nothing is left to do; what else was asked for last is in *LAST. */
static void
settle(struct shelf *s, struct request *last)
{
	struct request q;
	bool asked;

	do {
		while (reader_work(s->p->r, 10))
			;
		asked = false;
		while (reader_request(s->p->r, &q)) {
			answer(s, &q);
			asked = true;
			if (last && q.kind == REQUEST_OPEN_AT) {
				*last = q;
				continue;
			}
			free(q.words);
			free(q.mark);
		}
	} while (asked);
}

static bool
says(struct shelf *s, const char *words)
{
	return strstr(play_screen(s->p), words) != NULL;
}

Test(across, lists_every_place_under_its_text_and_section)
{
	struct shelf s = open_shelf(other, 80);

	play_keys(s.p, "/road<Enter>&&");
	settle(&s, NULL);
	cr_assert(eq(str, play_screen(s.p), (char *)
	" In all texts: road  7 found\n"
	" On the Two Roads\n"
	">                     On the Two Roads\n"
	"   The First Road\n"
	"                       The First Road\n"
	"   The Second Road\n"
	"                      The Second Road\n"
	"   velopments followed the worst road [2].\n"
	" The Other\n"
	"   A Section\n"
	"   say nothing of it. But a long road leads away from here, and this is all th…\n"
	"   Another Section\n"
	"                                 Roads, roads. And this is said in order that …\n"
	"                          Roads, roads. And this is said in order that the par…\n"
	" Your marks and notes\n"
	"   note: a road of my own\n"
	" ~/gone.txt: no such file\n"
	"\n"
	"\n"
	" Enter goes  / filters  Esc closes                     1/4  p. 1/2  2%  F1 help\n"));
	cr_assert(not(s.lent));
	close_shelf(&s);
}

Test(across, escape_leads_back_to_exactly_where_one_was)
{
	struct shelf s = open_shelf(other, 80);
	char *before;

	play_keys(s.p, "/road<Enter>gjjj");
	settle(&s, NULL);
	before = mem_copy(play_screen(s.p));
	play_keys(s.p, "&&");
	settle(&s, NULL);
	play_keys(s.p, "jjj<PgDn><Esc>");
	cr_assert(eq(str, play_screen(s.p), before));
	free(before);
	close_shelf(&s);
}

Test(across, enter_opens_the_other_text_at_the_place)
{
	struct shelf s = open_shelf(other, 80);
	struct request q = {0};

	play_keys(s.p, "/road<Enter>&&");
	settle(&s, NULL);
	play_keys(s.p, "jjjj<Enter>");
	settle(&s, &q);
	cr_assert(eq(int, (int)q.kind, (int)REQUEST_OPEN_AT));
	cr_assert(eq(str, q.words, (char *)"~/other.txt"));
	cr_assert(eq(sz, q.place, (size_t)(strstr(other, "road") - other)));
	free(q.words);
	close_shelf(&s);
}

/* Of a long text only the beginning is there when it is opened. */
Test(across, tells_the_hit_apart_when_its_text_has_come)
{
	struct shelf s = open_shelf(other, 80);
	struct reader *r = s.p->r;
	text_pos p = (text_pos)(strstr(s.p->text->at, "road [2]") -
	                        s.p->text->at);

	play_keys(s.p, "/road<Enter>&&");
	settle(&s, NULL);
	play_keys(s.p, "<Esc><Esc>");
	s.p->text->coming = s.p->text->n - p;
	reader_go_to_hit(r, p);
	while (reader_work(r, 100))
		;
	cr_assert(not(r->find.shown));
	cr_assert(not(reader_has_news(r)));
	s.p->text->coming = 0;
	while (reader_work(r, 100))
		;
	cr_assert(r->find.shown);
	cr_assert(reader_has_news(r));
	cr_assert(eq(sz, r->find.hit.start, p));
	cr_assert(eq(sz, r->kept, p));
	close_shelf(&s);
}

Test(across, enter_goes_to_a_place_of_this_text)
{
	struct shelf s = open_shelf(other, 80);

	play_keys(s.p, "/road<Enter>g&&");
	settle(&s, NULL);
	play_keys(s.p, "jjj<Enter>");
	cr_assert(eq(sz, s.p->r->kept,
	             (size_t)(strstr(text, "road [2]") - text)));
	cr_assert(eq(int, (int)s.p->r->mode, (int)MODE_READ));
	play_keys(s.p, "<^O>");
	cr_assert(eq(sz, s.p->r->kept, 0));
	close_shelf(&s);
}

Test(across, the_list_stays_and_goes_over_to_the_next_reader)
{
	struct shelf s = open_shelf(other, 80);
	struct play *next;

	play_keys(s.p, "/road<Enter>&&");
	settle(&s, NULL);
	play_keys(s.p, "jjjj<Enter>");
	next = play_start_with(other, 80, 20, "", "pane = no");
	reader_inherit(next->r, s.p->r);
	reader_go_to_hit(next->r, (text_pos)(strstr(other, "road") - other));
	cr_assert(strstr(play_cells(next, FRAME_REVERSE | FRAME_BOLD), "road")
	          != NULL);
	play_keys(next, "&&");
	cr_assert(strstr(play_screen(next), "In all texts: road  7 found")
	          != NULL);
	cr_assert(strstr(play_screen(next), ">  say nothing of it. But a long road")
	          != NULL);
	play_keys(next, "<Esc>/<Up>");
	cr_assert(strstr(play_screen(next), "/road") != NULL);
	play_end(next);
	close_shelf(&s);
}

Test(across, is_reached_where_this_text_has_nothing)
{
	struct shelf s = open_shelf(other, 80);

	play_keys(s.p, "/leads away<Enter>");
	settle(&s, NULL);
	play_keys(s.p, "&");
	cr_assert(says(&s, "nothing found here: leads away; & again looks"));
	play_keys(s.p, "&");
	settle(&s, NULL);
	cr_assert(says(&s, "leads away  1 found"));
	play_keys(s.p, "<Esc>&j&");
	cr_assert(says(&s, "nothing found here"));
	close_shelf(&s);
}

Test(across, a_filter_goes_through_titles_sections_and_words)
{
	struct shelf s = open_shelf(other, 80);

	play_keys(s.p, "/road<Enter>&&");
	settle(&s, NULL);
	play_keys(s.p, "/another");
	cr_assert(not(says(&s, "The First Road")));
	cr_assert(says(&s, "The Other"));
	cr_assert(says(&s, "Another Section"));
	play_keys(s.p, "<Esc>");
	cr_assert(says(&s, "The First Road"));
	close_shelf(&s);
}

Test(across, a_note_in_another_text_leads_there)
{
	struct shelf s = open_shelf(other, 80);

	play_keys(s.p, "/my own<Enter>&&");
	settle(&s, NULL);
	cr_assert(says(&s, ">  note: a road of my own"));
	play_keys(s.p, "<Enter>");
	cr_assert(play_asks(s.p, REQUEST_OPEN, "~/other.txt"));
	close_shelf(&s);
}

Test(across, of_a_text_that_is_full_of_it_a_thousand_are_listed)
{
	struct buf b = {0};
	struct shelf s;
	int i;

	buf_str(&b, "Title\n\n");
	for (i = 0; i < 3000; i++)
		buf_str(&b, "road after road and a few other words.\n\n");
	s = open_shelf(buf_text(&b), 80);
	play_keys(s.p, "/road<Enter>&&");
	settle(&s, NULL);
	cr_assert(says(&s, "road  1004 found"));
	play_keys(s.p, "G");
	cr_assert(says(&s, "~/other.txt: has more than are listed"));
	buf_clear(&b);
	close_shelf(&s);
}
