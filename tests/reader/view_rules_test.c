/* What holds of every screen: any window, any mode, any text. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "play.h"
#include "two_roads.h"

/* Keys that lead into each mode. */
static const char *const ways[] = {
	"", "]", "G", " ", "s", "sB", "v)", "]v}}", "<Tab>", "]<Tab>/x",
	"<Tab>G", "A", "A/", "A<Down><Down>", "<F1>", "<F1>  ", "]o", "2]oo",
	":", ":set width", "a", "aOne two three", "12", "Z", "no such", "/the", "/the<Enter>n", "?zebra", "/the<Enter>&",
	"/[1]<Enter>&<Down>", "/sec<Enter>&G<Down>",
};

enum { WAYS = sizeof ways / sizeof *ways };

/* Marks to look at, of every sort. */
static const char marks[] =
	"<Esc>gmaB]sa2aFirst<Enter>sb5sBd4]saaSecond, and rather longer than "
	"the pane is wide<Enter><Esc>g";

/* Styles that have no colour of their own to be told by. */
static uint8_t
needed(uint8_t style)
{
	switch (style) {
	case STYLE_TITLE:
	case STYLE_HEADING:
	case STYLE_REF:
		return FRAME_BOLD;
	case STYLE_MARK_1:
	case STYLE_MARK_2:
	case STYLE_MARK_3:
	case STYLE_MARK_4:
	case STYLE_MARK_5:
		/* bold: the sign itself, a letter in the margin */
		return FRAME_UNDERLINE | FRAME_BOLD;
	case STYLE_HIT:
		return FRAME_UNDERLINE;
	case STYLE_HIT_CURRENT:
	case STYLE_SELECTION:
	case STYLE_LABEL:
	case STYLE_PANE_CURRENT:
	case STYLE_STATUS:
	case STYLE_ALERT:
		return FRAME_REVERSE;
	default:
		return 0;
	}
}

static void
check_cell(const struct frame *f, unsigned col, unsigned row,
           const char *keys)
{
	const struct cell *c = &f->at[row * f->cols + col];
	unsigned i;

	cr_assert(c->width <= 2);
	if (c->width == 2)
		cr_assert(col + 1 < f->cols && c[1].width == 0);
	if (c->width == 0)
		cr_assert(col > 0 && c[-1].width == 2);
	else
		cr_assert(c->part[0] != 0);
	for (i = 0; i < FRAME_PARTS; i++)
		cr_assert(c->part[i] == 0 || !ucs_is_control(c->part[i]),
		          "%#x in %ux%u after %s", (unsigned)c->part[i],
		          f->cols, f->rows, keys);
	cr_assert(needed(c->style) == 0 ||
	          (c->attributes & needed(c->style)) != 0,
	          "style %u by colour alone in %ux%u after %s", c->style,
	          f->cols, f->rows, keys);
}

static void
check(struct play *p, const char *keys)
{
	unsigned col, row;
	struct frame f;

	frame_init(&f, p->r->cols, p->r->rows);
	reader_view(p->r, &f);
	for (row = 0; row < f.rows; row++)
		for (col = 0; col < f.cols; col++)
			check_cell(&f, col, row, keys);
	if (f.cursor)
		cr_assert(f.cursor_col < f.cols && f.cursor_row < f.rows,
		          "the cursor is outside of %ux%u after %s", f.cols,
		          f.rows, keys);
	frame_clear(&f);
}

static void
check_all_ways(const char *words, unsigned cols, unsigned rows)
{
	unsigned i;

	for (i = 0; i < WAYS; i++) {
		struct play *p = play_start(words, cols, rows);

		play_keys(p, marks);
		play_keys(p, ways[i]);
		check(p, ways[i]);
		if (cols >= 100) {
			play_keys(p, "<Esc><Esc>:set facing=yes<Enter>");
			play_keys(p, ways[i]);
			check(p, ways[i]);
		}
		play_end(p);
	}
}

Test(view_rules, hold_in_windows_of_all_sizes)
{
	static const unsigned cols[] = {1, 2, 19, 20, 21, 25, 40, 60, 80, 99,
	                                100, 101, 140, 240};
	static const unsigned rows[] = {1, 2, 4, 5, 6, 7, 12, 24, 29, 30, 60};
	unsigned i, k;

	for (i = 0; i < sizeof cols / sizeof *cols; i++)
		for (k = 0; k < sizeof rows / sizeof *rows; k++)
			check_all_ways(text, cols[i], rows[k]);
}

Test(view_rules, hold_while_a_window_is_dragged)
{
	unsigned way, i;

	for (way = 0; way < WAYS; way++) {
		struct play *p = play_start(text, 80, 24);

		play_keys(p, marks);
		play_keys(p, ways[way]);
		for (i = 0; i < 60; i++) {
			play_resize(p, i * 37 % 130, i * 11 % 41);
			check(p, ways[way]);
		}
		play_end(p);
	}
}

Test(view_rules, hold_for_texts_that_mean_harm)
{
	static const char harm[] =
		"\033]0;title\007 of\033[2J it\n\n"
		"\033[31mWritten:\033[0m now\n\n"
		"The \b\b\bHeading\302\233 One\n\n"
		"Words\177 with [1] \342\200\256bidi\342\200\254, \377\376, "
		"e\314\201\314\201\314\201\314\201\314\201\314\201, 漢字漢字漢字"
		"漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字, 👩‍🚀👩‍🚀 "
		"and \302\255soft\302\255ly.\tTab.\n\n"
		"Notes\n\n"
		"1. \033[5mOne\033[0m: it is.\n";

	check_all_ways(harm, 80, 24);
	check_all_ways(harm, 120, 24);
	check_all_ways(harm, 20, 5);
	check_all_ways("", 80, 24);
	check_all_ways("\n", 80, 24);
	check_all_ways("\033", 120, 40);
}

Test(view_rules, say_so_when_the_window_is_too_small)
{
	struct play *p = play_start(text, 19, 5);

	cr_assert(eq(str, play_screen(p), (char *)
	"\n"
	"\n"
	"lectern needs 20x5\n"
	"\n"
	"\n"));
	play_resize(p, 5, 1);
	cr_assert(eq(str, play_screen(p), (char *)"need…\n"));
	play_resize(p, 15, 1);
	cr_assert(eq(str, play_screen(p), (char *)"needs 20x5\n"));
	play_resize(p, 20, 5);
	cr_assert(eq(str, play_screen(p), (char *)
	"   On the Two Roads\n"
	"\n"
	"     (July 1933)\n"
	"\n"
	"   p. 1/13  F1 help\n"));
	play_end(p);
}
