/* Movement: pages that stay, lines, sections, paragraphs, the way back. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout/pages.h"
#include "long_text.h"
#include "play.h"

static struct play *
start(unsigned cols, unsigned rows)
{
	struct buf text = {0};
	struct play *p;

	long_text(&text);
	p = play_start(buf_text(&text), cols, rows);
	buf_clear(&text);
	return p;
}

/* Whether the words WORDS begin at the place P. */
static bool
words_at(const struct play *p, text_pos at, const char *words)
{
	return !strncmp(p->text->at + at, words, strlen(words));
}

static size_t
last_page(struct play *p)
{
	bool all;

	return pages_count(p->r->layout, &all) - 1;
}

Test(move, turns_pages_without_losing_or_repeating_a_line)
{
	struct play *p = start(80, 24);
	text_pos end;
	size_t page;

	for (page = 0; page < last_page(p); page++) {
		end = p->r->lines.at[p->r->lines.n - 1].next;
		cr_assert(eq(sz, p->r->page, page));
		play_keys(p, "<Space>");
		cr_assert(p->r->top >= end);
		while (end < p->r->top)
			cr_assert(p->text->at[end++] == '\n');
	}
	play_keys(p, "<Space>");
	cr_assert(eq(sz, p->r->page, last_page(p)));
	cr_assert(eq(str, p->r->message, (char *)"the end of the text"));
	for (; page > 0; page--)
		play_keys(p, "b");
	cr_assert(eq(sz, p->r->top, 0));
	play_keys(p, "b");
	cr_assert(eq(str, p->r->message, (char *)"the start of the text"));
	play_end(p);
}

Test(move, takes_a_count_before_a_key)
{
	struct play *p = start(80, 24);

	play_keys(p, "3<Space>");
	cr_assert(eq(sz, p->r->page, 3));
	play_keys(p, "2b");
	cr_assert(eq(sz, p->r->page, 1));
	play_keys(p, "4G");
	cr_assert(eq(sz, p->r->page, 3));
	play_keys(p, "999999999999999999999G");
	cr_assert(eq(sz, p->r->page, last_page(p)));
	play_keys(p, "3]<Esc>g12<Esc>]");
	cr_assert(words_at(p, p->r->kept, "Chapter One"));
	play_end(p);
}

Test(move, returns_from_lines_to_pages_and_skips_nothing)
{
	struct play *p = start(80, 24);
	text_pos unseen;
	size_t page;

	play_keys(p, "<Space>5j");
	cr_assert(not(p->r->paged));
	unseen = p->r->lines.at[p->r->lines.n - 1].next;
	play_keys(p, "<Space>");
	cr_assert(p->r->paged);
	cr_assert(p->r->top <= unseen);
	page = p->r->page;
	cr_assert(eq(sz, p->r->top, pages_start(p->r->layout, &page)));
	play_keys(p, "3k");
	unseen = p->r->lines.at[p->r->lines.n - 1].next;
	play_keys(p, "<Space>");
	cr_assert(p->r->paged && p->r->top <= unseen);
	play_end(p);
}

Test(move, scrolls_by_lines_and_back_to_the_same_line)
{
	struct play *p = start(80, 24);
	text_pos top;

	play_keys(p, "2<Space>");
	top = p->r->top;
	play_keys(p, "jjj");
	cr_assert(p->r->top > top);
	play_keys(p, "kkk");
	cr_assert(p->r->top <= top);
	play_keys(p, "g");
	play_keys(p, "k");
	cr_assert(eq(sz, p->r->top, 0));
	play_end(p);
}

Test(move, stops_where_the_last_line_stands_at_the_foot)
{
	struct play *p = start(80, 24);
	text_pos top;

	play_keys(p, "500j");
	top = p->r->top;
	cr_assert(eq(u32, (unsigned)p->r->lines.n, 23));
	play_keys(p, "j");
	cr_assert(eq(sz, p->r->top, top));
	cr_assert(eq(str, p->r->message, (char *)"the end of the text"));
	play_end(p);
}

Test(move, visits_every_section_and_comes_back)
{
	struct play *p = start(100, 50);
	int i;

	for (i = 0; i < LONG_SECTIONS; i++) {
		play_keys(p, "]");
		cr_assert(eq(sz, p->r->kept, p->outline->sections.at[i].at));
	}
	play_keys(p, "]");
	cr_assert(eq(str, p->r->message, (char *)"no section follows"));
	for (i = LONG_SECTIONS - 2; i >= 0; i--) {
		play_keys(p, "[");
		cr_assert(eq(sz, p->r->kept, p->outline->sections.at[i].at));
	}
	play_keys(p, "99]");
	cr_assert(eq(sz, p->r->kept,
	             p->outline->sections.at[LONG_SECTIONS - 1].at));
	play_keys(p, "99[");
	cr_assert(eq(sz, p->r->kept, p->outline->sections.at[0].at));
	play_end(p);
}

Test(move, goes_to_the_heading_first_when_inside_a_section)
{
	struct play *p = start(80, 24);

	play_keys(p, "3]<Space>[");
	cr_assert(words_at(p, p->r->kept, "Chapter Three"));
	play_end(p);
}

Test(move, brings_the_next_paragraph_to_the_top)
{
	struct play *p = start(80, 24);

	play_keys(p, "3]}");
	cr_assert(words_at(p, p->r->top, "Paragraph") ||
	          words_at(p, p->r->top, "Chapter"));
	cr_assert(eq(sz, p->r->jumps.here, 1));
	play_keys(p, "2}");
	play_keys(p, "3{");
	cr_assert(eq(sz, p->r->jumps.here, 1));
	play_end(p);
}

Test(jump, goes_back_through_every_jump_and_forward_again)
{
	struct play *p = start(80, 24);
	text_pos kept[6];
	int i;

	kept[0] = p->r->kept;
	play_keys(p, "]");
	kept[1] = p->r->kept;
	play_keys(p, "4]");
	kept[2] = p->r->kept;
	play_keys(p, "50%");
	play_keys(p, "G");
	kept[4] = p->r->kept;
	play_keys(p, "(((");
	cr_assert(eq(sz, p->r->kept, kept[1]));
	play_keys(p, "<^O>");
	cr_assert(eq(sz, p->r->kept, kept[0]));
	play_keys(p, "(");
	cr_assert(eq(str, p->r->message, (char *)"nothing to go back to"));
	for (i = 0; i < 4; i++)
		play_keys(p, "<M-Right>");
	cr_assert(eq(sz, p->r->kept, kept[4]));
	play_keys(p, ")");
	cr_assert(eq(str, p->r->message, (char *)"nothing to go forward to"));
	play_end(p);
}

Test(jump, comes_back_to_scrolled_lines_exactly)
{
	struct play *p = start(80, 24);
	text_pos top;
	char *before;

	play_keys(p, "2<Space>3j");
	top = p->r->top;
	before = mem_copy(play_screen(p));
	play_keys(p, "5](");
	cr_assert(eq(sz, p->r->top, top));
	cr_assert(eq(str, play_screen(p), before));
	free(before);
	play_end(p);
}

Test(jump, swaps_with_the_place_before)
{
	struct play *p = start(80, 24);
	text_pos there;

	play_keys(p, "5]");
	there = p->r->kept;
	play_keys(p, "''");
	cr_assert(eq(sz, p->r->kept, 0));
	play_keys(p, "''");
	cr_assert(eq(sz, p->r->kept, there));
	play_end(p);
}

Test(show, keeps_the_words_through_a_hundred_resizes)
{
	struct play *p = start(80, 24);
	char *before;
	int i;

	play_keys(p, "7<Space>");
	before = mem_copy(play_screen(p));
	for (i = 0; i < 100; i++)
		play_resize(p, 20 + (unsigned)(i * 37 % 150),
		            5 + (unsigned)(i * 13 % 60));
	play_resize(p, 80, 24);
	cr_assert(eq(str, play_screen(p), before));
	free(before);
	play_end(p);
}

Test(show, has_the_kept_place_on_the_screen_at_any_size)
{
	struct play *p = start(80, 24);
	unsigned cols, rows;

	play_keys(p, "7]");
	for (cols = 1; cols < 130; cols += 9)
		for (rows = 1; rows < 60; rows += 7) {
			struct span shown;

			play_resize(p, cols, rows);
			shown = state_shown(p->r);
			cr_assert(p->r->kept >= shown.start &&
			          p->r->kept < shown.end, "%ux%u", cols,
			          rows);
			play_screen(p);
		}
	play_end(p);
}

Test(show, takes_no_keys_but_q_on_a_window_too_small)
{
	struct play *p = start(80, 24);

	play_resize(p, 19, 4);
	play_keys(p, "<Space>B");
	cr_assert(eq(sz, p->r->page, 0));
	cr_assert(eq(sz, p->r->marks.n, 0));
	play_keys(p, "q");
	cr_assert(play_asks(p, REQUEST_QUIT, NULL));
	play_end(p);
}

Test(prompt, goes_to_pages_per_cents_and_sections)
{
	struct play *p = start(80, 24);

	play_keys(p, ":3<Enter>");
	cr_assert(eq(sz, p->r->page, 2));
	play_keys(p, ":\302\2477<Enter>");
	cr_assert(words_at(p, p->r->kept, "Chapter Seven"));
	play_keys(p, ":100%<Enter>");
	cr_assert(eq(sz, p->r->page, last_page(p)));
	play_keys(p, ":/paragraph 2.2 begins/<Enter>");
	cr_assert(words_at(p, p->r->kept, "Paragraph 2.2"));
	play_keys(p, ":9999<Enter>");
	cr_assert(p->r->alert);
	play_keys(p, ":nonsense<Enter>");
	cr_assert(eq(str, p->r->message, (char *)"nonsense: no such command; "
	             ":help lists them"));
	play_keys(p, "::next-section<Enter>");
	cr_assert(words_at(p, p->r->kept, "Chapter Three"));
	play_end(p);
}

Test(prompt, shows_the_settings_but_none_that_is_unknown)
{
	struct play *p = start(120, 24);

	play_keys(p, ":set<Enter>");
	cr_assert(ne(ptr, strstr(p->r->message, "width=66"), NULL));
	play_keys(p, ":set theme<Enter>");
	cr_assert(ne(ptr, strstr(p->r->message, "theme=terminal"), NULL));
	play_keys(p, ":set wdith<Enter>");
	cr_assert(p->r->alert);
	cr_assert(eq(str, p->r->message,
	             (char *)"there is no setting 'wdith'; "
	                     "did you mean width?"));
	play_end(p);
}

Test(prompt, sets_and_cancels)
{
	struct play *p = start(120, 24);

	play_keys(p, ":set width=50<Enter>");
	cr_assert(eq(u32, p->r->geometry.measure, 50));
	play_keys(p, ":set width 4000<Enter>");
	cr_assert(p->r->alert);
	play_keys(p, "=");
	cr_assert(eq(u32, p->r->geometry.measure, 66));
	play_keys(p, "--+");
	cr_assert(eq(u32, p->r->geometry.measure, 64));
	play_keys(p, ":5<Esc>");
	cr_assert(eq(sz, p->r->page, 0));
	play_keys(p, ":set theme=paper<Enter>");
	cr_assert(play_asks(p, REQUEST_THEME, NULL));
	play_keys(p, "q");
	cr_assert(play_asks(p, REQUEST_QUIT, NULL));
	play_keys(p, "ZZ");
	cr_assert(play_asks(p, REQUEST_QUIT, NULL));
	play_keys(p, ":q<Enter>");
	cr_assert(play_asks(p, REQUEST_QUIT, NULL));
	play_end(p);
}
