/* Notes: in the margin, with tags, unfinished; lists filtered by them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "long_text.h"
#include "play.h"
#include "reader/tags.h"

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

static bool
has(const char *s, const char *words)
{
	return strstr(s, words) != NULL;
}

/* [col] in characters, where WORDS begin in row ROW; -1 where they do not. */
static int
column(struct play *p, unsigned row, const char *words)
{
	const char *line = play_row(p, row, 0), *at = strstr(line, words);
	int n = 0;

	for (; at && line < at; line++)
		n += (*line & 0xc0) != 0x80;
	return at ? n : -1;
}

/* The row that WORDS stand in. */
static unsigned
row_of(struct play *p, const char *words)
{
	unsigned row;

	for (row = 0; row < p->r->rows; row++)
		if (column(p, row, words) >= 0)
			break;
	cr_assert(row < p->r->rows, "not on the screen: %s", words);
	return row;
}

Test(margin, holds_notes_beside_their_lines_on_a_wide_window)
{
	struct play *p = start(160, 40);
	unsigned row;

	play_keys(p, "}}sa2aCompare what is said of this in the other book."
	          "<Enter>");
	row = row_of(p, "T+");
	cr_assert(gt(int, column(p, row, "T Compare"), 130));
	cr_assert(gt(int, column(p, row + 1, "of this in"), 130));
	cr_assert(not(has(play_screen(p), "Notes")));
	play_end(p);
}

Test(margin, puts_a_note_below_the_one_before)
{
	struct play *p = start(160, 40);
	unsigned row;

	play_keys(p, "}}saaThis is a note that takes more than one line of the "
	          "margin.<Enter>");
	play_keys(p, "<Esc>sbaA second.<Enter>");
	cr_assert(eq(sz, p->r->margin.n, 2));
	row = row_of(p, "This is a note");
	cr_assert(gt(u32, row_of(p, "A second."), row + 2));
	play_end(p);
}

Test(margin, leaves_to_the_pane_what_does_not_fit)
{
	struct play *p = start(160, 10);

	play_keys(p, "]saaOne<M-Enter>two<M-Enter>three<M-Enter>four<M-Enter>"
	          "five<M-Enter>six<M-Enter>seven<M-Enter>eight<M-Enter>nine"
	          "<Enter>");
	cr_assert(eq(sz, p->r->margin.n, 0));
	cr_assert(has(play_screen(p), "Notes"));
	play_keys(p, "t");
	cr_assert(eq(sz, p->r->margin.n, 1));
	cr_assert(p->r->margin.at[0].cut);
	cr_assert(has(play_screen(p), "\342\200\246"));
	play_end(p);
}

Test(margin, is_not_there_on_a_narrower_window)
{
	struct play *p = start(120, 40);

	play_keys(p, "}}saaIn the pane.<Enter>");
	cr_assert(eq(sz, p->r->margin.n, 0));
	cr_assert(has(play_screen(p), "Notes"));
	play_resize(p, 160, 40);
	cr_assert(eq(sz, p->r->margin.n, 1));
	play_resize(p, 80, 24);
	cr_assert(eq(sz, p->r->margin.n, 0));
	play_end(p);
}

Test(tags, are_the_words_of_a_note_with_a_sign)
{
	static const struct {
		const char *tags, *old, *new;
		char *all;
	} cases[] = {
		{NULL, NULL, "on #reform and #war.", "reform war"},
		{NULL, NULL, "#reform, #reform", "reform"},
		{NULL, NULL, "item #3, C#minor, #, ##deep", "deep"},
		{NULL, NULL, "#a-b_c #1917-18 #\303\251t\303\251",
		 "a-b_c 1917-18 \303\251t\303\251"},
		{"mine reform", "#reform", "no more", "mine"},
		{"mine", "", "#new", "mine new"},
		{"reform", "#reform", "#reform #war", "reform war"},
		{NULL, NULL, "none", ""},
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf out = {0};

		tags_merge(cases[i].tags, cases[i].old, cases[i].new, &out);
		cr_assert(eq(str, (char *)buf_text(&out), cases[i].all));
		buf_clear(&out);
	}
}

Test(tags, are_kept_with_the_mark_and_filter_the_list)
{
	struct play *p = start(80, 24);

	play_keys(p, "]sa2aHollow words. #reform<Enter><Esc>"
	          "sb3aNothing.<Enter><Esc>sc2a#war<Enter>");
	cr_assert(has(play_store(p), "\nTags: reform\n"));
	play_keys(p, "A/thesis #reform hollow");
	cr_assert(eq(sz, p->r->list.n, 1));
	play_keys(p, "<Esc><Esc>A/evidence");
	cr_assert(eq(sz, p->r->list.n, 1));
	play_keys(p, "<Esc><Esc>:notes<Enter>/#war");
	cr_assert(eq(sz, p->r->list.n, 2));
	cr_assert(p->r->list.at[0].head);
	play_keys(p, "<^U>#nowhere");
	cr_assert(eq(sz, p->r->list.n, 0));
	play_end(p);
}

Test(filter, knows_highlights_as_such_and_texts_by_their_titles)
{
	struct play *p = start(80, 24);

	play_keys(p, "]sa2B<Esc>A/highlight");
	cr_assert(eq(sz, p->r->list.n, 1));
	play_keys(p, "<Esc><Esc>:notes<Enter>/a long text");
	cr_assert(eq(sz, p->r->list.n, 3));
	play_end(p);
}

Test(filter, stays_while_one_moves_and_removes)
{
	struct play *p = start(80, 24);

	play_keys(p, "]sa2<Esc>sb3<Esc>sc3<Esc>A/evidence<Down>x");
	cr_assert(eq(sz, p->r->list.n, 1));
	cr_assert(eq(sz, p->r->marks.n, 2));
	/* typed on, then all again, then closed */
	play_keys(p, "/ none<Up>");
	cr_assert(eq(sz, p->r->list.n, 0));
	play_keys(p, "<Esc>");
	cr_assert(eq(sz, p->r->list.n, 2));
	cr_assert(eq(int, p->r->mode, MODE_LIST));
	play_keys(p, "<Esc>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	play_end(p);
}

Test(filter, of_the_pane_stays_while_one_moves)
{
	struct play *p = start(110, 24);
	size_t all;

	play_keys(p, "<Tab>");
	all = p->r->pane.n;
	play_keys(p, "/seven<Down>");
	cr_assert(eq(sz, p->r->pane.n, 1));
	play_keys(p, "<Esc>");
	cr_assert(eq(sz, p->r->pane.n, all));
	cr_assert(eq(int, p->r->mode, MODE_PANE));
	play_keys(p, "/three<Down><Enter>");
	cr_assert(eq(int, p->r->mode, MODE_READ));
	cr_assert(ne(sz, p->r->kept, 0));
	play_end(p);
}

Test(tags, go_when_the_note_is_undone)
{
	struct play *p = start(80, 24);

	play_keys(p, "]saa#war<Enter>U");
	cr_assert(not(has(play_store(p), "Tags")));
	cr_assert(not(has(play_store(p), "Note")));
	play_end(p);
}

Test(notes_of_all_texts, go_to_a_mark_of_this_text_without_opening_it)
{
	struct play *p = start(80, 24);
	struct request request;

	play_keys(p, "3<Space>Bg");
	while (reader_request(p->r, &request)) {
		free(request.words);
		free(request.mark);
	}
	play_keys(p, ":notes<Enter><Enter>");
	cr_assert(eq(sz, p->r->kept, p->r->marks.at[0].at.start));
	cr_assert(not(reader_request(p->r, &request)));
	play_end(p);
}

/* The last draft that was asked for, or "none"; the caller frees it. */
static char *
last_draft(struct play *p)
{
	struct request q;
	char *last = NULL;

	while (reader_request(p->r, &q)) {
		if (q.kind == REQUEST_DRAFT) {
			free(last);
			last = mem_copy(q.words ? q.words : "none");
		}
		free(q.words);
		free(q.mark);
	}
	return last;
}

Test(draft, is_kept_while_typing_until_the_note_is)
{
	struct play *p = start(80, 24);
	char *last;

	play_keys(p, "aA thou");
	last = last_draft(p);
	cr_assert(eq(str, last, (char *)"A thou"));
	free(last);
	play_keys(p, "ght<Enter>");
	last = last_draft(p);
	cr_assert(eq(str, last, (char *)"none"));
	free(last);
	play_keys(p, "<Esc>aMore<Esc>");
	last = last_draft(p);
	cr_assert(eq(str, last, (char *)"none"));
	free(last);
	play_keys(p, "aMore<^E>");
	last = last_draft(p);
	cr_assert(has(last, "More"));
	free(last);
	play_end(p);
}

Test(draft, is_offered_and_gone_on_with)
{
	struct play *p = start(80, 24);
	static const char sha256[] = "ffeeddccbbaa99887766554433221100"
	                             "ffeeddccbbaa99887766554433221100";
	struct reader_draft draft = {.note = "A thou"};
	struct reader_options options = {
		.text = p->text, .outline = p->outline, .name = "play.txt",
		.path = "~/play.txt", .sha256 = sha256, .cols = 80, .rows = 24,
		.marks = p->marks, .settings = &p->settings, .draft = &draft,
	};
	char *there = strstr(p->text->at, "Paragraph 9.1");

	draft.at.start = draft.at.end = (text_pos)(there - p->text->at);
	reader_free(p->r);
	p->r = reader_new(&options);
	cr_assert(has(p->r->message, "an unfinished note: a goes on with it"));
	play_keys(p, "aght<Enter>");
	cr_assert(eq(sz, p->r->marks.n, 1));
	cr_assert(eq(sz, p->r->marks.at[0].at.start, draft.at.start));
	cr_assert(eq(str, (char *)rec_get(p->r->marks.at[0].rec, "Note"),
	             (char *)"A thought"));
	play_end(p);
}

/* The editor was killed before anything was written in it. */
Test(draft, without_words_is_not_offered)
{
	struct play *p = start(80, 24);
	struct reader_draft draft = {.note = "\n"};
	struct reader_options options = {
		.text = p->text, .outline = p->outline, .name = "play.txt",
		.path = "~/play.txt", .sha256 = "aa", .cols = 80, .rows = 24,
		.marks = p->marks, .settings = &p->settings, .draft = &draft,
	};

	reader_free(p->r);
	p->r = reader_new(&options);
	cr_assert(eq(ptr, p->r->message, NULL));
	play_end(p);
}

static char *
note_of(struct play *p)
{
	return (char *)rec_get(p->r->marks.at[0].rec, "Note");
}

/* The prompt was left for the editor: its words are nowhere else. */
Test(draft, goes_on_with_a_note_that_the_editor_failed_to_take)
{
	struct play *p = start(80, 24);
	struct stamp stamp = {1795377700000, 7};
	char *draft;

	play_keys(p, "]saaFirst<Enter>aMore<^E>");
	reader_edited(p->r, "FirstMore", "no editor", &stamp);
	cr_assert(eq(str, note_of(p), (char *)"First"));
	cr_assert(eq(str, p->r->message, (char *)"no editor; a goes on with "
	             "what there is of the note"));
	draft = last_draft(p);
	cr_assert(eq(str, draft, (char *)"FirstMore"));
	free(draft);
	play_keys(p, "3<Space>a, and more<Enter>");
	cr_assert(eq(str, note_of(p), (char *)"FirstMore, and more"));
	cr_assert(eq(sz, p->r->marks.n, 1));
	play_end(p);
}

Test(draft, has_nothing_to_go_on_with_where_a_failed_editor_changed_nothing)
{
	struct play *p = start(80, 24);
	struct stamp stamp = {1795377700000, 7};

	play_keys(p, "]saaFirst<Enter>E");
	reader_edited(p->r, "First", "it ended with 1", &stamp);
	cr_assert(eq(str, p->r->message, (char *)
	             "it ended with 1; the note is as it was"));
	play_keys(p, "a");
	cr_assert(eq(str, (char *)buf_text(&p->r->prompt.edit.text),
	             (char *)"First"));
	play_end(p);
}

/* What stands behind the cursor in the note being typed. */
static char *
behind(struct play *p, const char *keys)
{
	const struct edit *e = &p->r->prompt.edit;

	play_keys(p, keys);
	return (char *)buf_text(&e->text) + e->cursor;
}

/* In 24 columns a note has 21: "one two three four", "five six", "seven eight
 * nine" where the second ends with a line end. */
Test(note, is_moved_in_by_the_lines_it_takes)
{
	struct play *p = play_start("Words to be read.\n", 24, 20);

	cr_assert(eq(str, behind(p, "aone two three four five six<M-Enter>"
	                         "seven eight nine"), (char *)""));
	cr_assert(eq(str, behind(p, "<Up>"), (char *)"\nseven eight nine"));
	cr_assert(eq(str, behind(p, "<Up>"),
	             (char *)"three four five six\nseven eight nine"));
	cr_assert(eq(str, behind(p, "<Up>"),
	             (char *)"three four five six\nseven eight nine"));
	cr_assert(eq(str, behind(p, "<Right><Down><Down><Down>"),
	             (char *)"ght nine"));
	play_end(p);
}

Test(note, is_moved_in_where_a_word_is_wider_than_a_line)
{
	struct play *p = play_start("Words to be read.\n", 24, 20);

	cr_assert(eq(str, behind(p, "aabcdefghijklmnopqrstuvwxyz"),
	             (char *)""));
	cr_assert(eq(str, behind(p, "<Up>"), (char *)"fghijklmnopqrstuvwxyz"));
	cr_assert(eq(str, behind(p, "<End><Up>"),
	             (char *)"fghijklmnopqrstuvwxyz"));
	cr_assert(eq(str, behind(p, "<Down>"), (char *)""));
	play_end(p);
}

Test(note, is_moved_in_by_columns)
{
	struct play *p = play_start("Words to be read.\n", 24, 20);

	cr_assert(eq(str, behind(p, "aabc<M-Enter>\346\274\242\345\255\227"),
	             (char *)""));
	cr_assert(eq(str, behind(p, "<Up>"),
	             (char *)"\n\346\274\242\345\255\227"));
	cr_assert(eq(str, behind(p, "<Left><Down>"), (char *)"\345\255\227"));
	cr_assert(eq(str, behind(p, "<End><M-Enter>"), (char *)""));
	cr_assert(eq(str, behind(p, "<Up>"),
	             (char *)"\346\274\242\345\255\227\n"));
	cr_assert(eq(str, behind(p, "<Down>"), (char *)""));
	play_end(p);
}
