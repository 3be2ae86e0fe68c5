/* Whatever frames follow one another, the terminal shows the last one. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "picture.h"
#include "reader/theme.h"
#include "session.h"

enum { PICTURES = 40 };

/* What was painted last. */
static struct frame last;
static unsigned number, painted;

static struct session *
easel(const char *option, const char *type, const char *home)
{
	const struct session_how how = {
		.program = "tests/e2e/easel",
		.args = { option },
		.env = { type },
		.home = home,
	};
	struct session *s = session_start(&how);

	session_wait_for(s, "words");
	number = painted = 0;
	return s;
}

/* Waits until the next picture, or the same once more, is painted. */
static void
wait_for_picture(struct session *s)
{
	char sign[32];

	snprintf(sign, sizeof sign, "painted %u.", painted);
	session_wait_for(s, sign);
	frame_clear(&last);
	picture_init(&last, s->cols, s->rows, number, painted++);
}

static void
paint_next(struct session *s)
{
	number++;
	session_send(s, "p");
	wait_for_picture(s);
}

static bool
has_same_text(const struct cell *c, const struct session_cell *seen)
{
	const uint32_t blank[] = { ' ', 0 };
	const uint32_t *text = seen->text[0] ? seen->text : blank;
	size_t i;

	for (i = 0; i < FRAME_PARTS && c->part[i]; i++)
		if (c->part[i] != text[i])
			return false;
	return !text[i] && c->width == seen->width;
}

static void
expect_text(struct session *s)
{
	unsigned i;

	for (i = 0; i < last.cols * last.rows; i++) {
		unsigned col = i % last.cols, row = i / last.cols;
		struct session_cell seen = session_cell(s, col, row);

		if (last.at[i].width && !has_same_text(&last.at[i], &seen))
			cr_assert_fail("picture %u, column %u of row %u: "
			               "U+%04X U+%04X, and not U+%04X U+%04X",
			               number, col, row, seen.text[0],
			               seen.text[1], last.at[i].part[0],
			               last.at[i].part[1]);
	}
}

/* Of a blank only the ground, a line and their exchange are seen. */
static bool
is_blank(const struct session_cell *c)
{
	return !c->text[0] || (c->text[0] == ' ' && !c->text[1]);
}

/* In a terminal that has all attributes and 256 colours. */
static bool
has_same_look(const struct cell *c, const struct session_cell *seen,
              const struct theme *theme)
{
	const struct theme_ink *ink = &theme->ink[c->style];

	return seen->underline == !!(c->attributes & FRAME_UNDERLINE) &&
	       seen->reverse == !!(c->attributes & FRAME_REVERSE) &&
	       (ink->bg < 0 ? seen->bg_own : seen->bg == ink->bg) &&
	       (is_blank(seen) ||
	        (seen->bold == !!(c->attributes & FRAME_BOLD) &&
	         seen->italic == !!(c->attributes & FRAME_ITALIC) &&
	         (ink->fg < 0 ? seen->fg_own : seen->fg == ink->fg)));
}

static void
expect_look(struct session *s, const char *theme)
{
	unsigned i;

	for (i = 0; i < last.cols * last.rows; i++) {
		unsigned col = i % last.cols, row = i / last.cols;
		struct session_cell seen = session_cell(s, col, row);

		if (last.at[i].width &&
		    !has_same_look(&last.at[i], &seen, theme_named(theme)))
			cr_assert_fail("picture %u, column %u of row %u "
			               "looks wrong", number, col, row);
	}
}

static void
paint_pictures(const char *option, const char *type, const char *home)
{
	struct session *s = easel(option, type, home);
	unsigned i;

	for (i = 0; i < PICTURES; i++) {
		paint_next(s);
		expect_text(s);
	}
	session_free(s);
	frame_clear(&last);
}

Test(pictures, are_shown_in_their_looks_whatever_was_shown_before)
{
	static const char *const themes[] = { "terminal", "dark", "paper" };
	size_t k;

	for (k = 0; k < 3; k++) {
		struct session *s = easel(themes[k], NULL, NULL);
		unsigned i;

		for (i = 0; i < PICTURES; i++) {
			paint_next(s);
			expect_text(s);
			expect_look(s, themes[k]);
		}
		session_free(s);
	}
	frame_clear(&last);
}

Test(pictures, are_shown_in_every_kind_of_terminal)
{
	static const char *const types[] = {
		"TERM=vt100", "TERM=vt220", "TERM=linux", "TERM=xterm",
		"TERM=screen-256color", "TERM=tmux-256color", "TERM=ansi",
		"TERM=rxvt",
	};
	size_t i;

	for (i = 0; i < sizeof types / sizeof types[0]; i++)
		paint_pictures(i % 2 ? "dark" : "terminal", types[i], NULL);
}

static bool
are_alike(const struct session_cell *a, const struct session_cell *b)
{
	return a->underline == b->underline && a->reverse == b->reverse &&
	       a->bg_own == b->bg_own && a->bg == b->bg &&
	       (is_blank(a) ||
	        (a->bold == b->bold && a->italic == b->italic &&
	         a->fg_own == b->fg_own && a->fg == b->fg));
}

static void
look_at(struct session *s, struct session_cell *cells)
{
	unsigned i;

	for (i = 0; i < s->cols * s->rows; i++)
		cells[i] = session_cell(s, i % s->cols, i / s->cols);
}

/* The sign's digits are alike too: its row is looked at for its looks only. */
static void
expect_redraw_alike(struct session *s, const char *type)
{
	unsigned n = s->cols * s->rows, i;
	struct session_cell *before = mem_resize(NULL, n, sizeof *before);

	look_at(s, before);
	session_send(s, "R");
	wait_for_picture(s);
	expect_text(s);
	for (i = 0; i < n; i++) {
		struct session_cell now = session_cell(s, i % s->cols,
		                                       i / s->cols);

		if (last.at[i].width && !are_alike(&before[i], &now))
			cr_assert_fail("%s, picture %u: column %u of row %u "
			               "looks otherwise redrawn", type, number,
			               i % s->cols, i / s->cols);
	}
	free(before);
}

Test(pictures, look_after_a_change_as_they_do_redrawn)
{
	static const char *const types[] = { "TERM=vt100", "TERM=linux",
		                             "TERM=screen", "TERM=ansi",
		                             "TERM=xterm" };
	size_t k;

	for (k = 0; k < sizeof types / sizeof types[0]; k++) {
		struct session *s = easel("paper", types[k], NULL);
		unsigned i;

		for (i = 0; i < PICTURES; i++) {
			paint_next(s);
			expect_redraw_alike(s, types[k]);
		}
		session_free(s);
	}
	frame_clear(&last);
}

Test(pictures, are_whole_in_every_size_of_the_window)
{
	struct session *s = easel("terminal", NULL, NULL);
	unsigned i;

	paint_next(s);
	for (i = 0; i < PICTURES; i++) {
		session_resize(s, 16 + i * 37 % 90, 1 + i * 11 % 40);
		wait_for_picture(s);
		expect_text(s);
		paint_next(s);
		expect_text(s);
	}
	session_free(s);
	frame_clear(&last);
}

/* What old terminals lack: wiping, hiding the cursor, standing still behind
 * the last column, moving by columns; and what they ask for, to be waited
 * for. */
static const char *const poor[] = {
	"use=xterm-256color, el@,", "use=xterm-256color, civis@, cnorm@,",
	"use=xterm-256color, xenl@,", "use=xterm-256color, hpa@,",
	"use=xterm-256color, am@, xenl@,",
	"use=xterm-256color, npc@, pad=~, cup=\\E[%i%p1%d;%p2%df$<5*/>, "
	"el=\\E[K$<3>,",
	"use=xterm-256color, bce@,", "use=xterm-256color, op@,",
};

/* Describes the terminal lectern-poor below HOME. */
static void
describe(const char *home, const char *capabilities)
{
	struct buf line = {0};
	int status;

	buf_printf(&line,
	           "printf 'lectern-poor|poor,\\n\\t%%s\\n' '%s' >%s/source "
	           "&& tic -x -o %s/.terminfo %s/source 2>/dev/null",
	           capabilities, home, home, home);
	status = system(line.at);
	buf_clear(&line);
	if (status)
		cr_skip_test("no tic");
}

Test(pictures, are_shown_where_the_terminal_lacks_something)
{
	char *home = session_new_home();
	size_t i;

	for (i = 0; i < sizeof poor / sizeof poor[0]; i++) {
		describe(home, poor[i]);
		paint_pictures(i % 2 ? "dark" : "terminal",
		               "TERM=lectern-poor", home);
	}
	session_remove(home);
}

Test(pictures, have_no_attributes_that_could_not_be_taken_off_again)
{
	char *home = session_new_home();
	struct session *s;

	describe(home, "use=xterm-256color, sgr0@,");
	s = easel("nocolor", "TERM=lectern-poor", home);
	session_settle(s, 50);
	cr_assert(!session_cell(s, 0, 2).bold);
	cr_assert(!session_cell(s, 12, 2).reverse);
	session_free(s);
	session_remove(home);
}

Test(pictures, stand_out_where_nothing_is_reversed)
{
	char *home = session_new_home();
	struct session *s;

	describe(home, "use=xterm-256color, rev@, smso=\\E[7m,");
	s = easel("nocolor", "TERM=lectern-poor", home);
	session_settle(s, 50);
	cr_assert(session_cell(s, 12, 2).reverse);
	session_free(s);
	session_remove(home);
}
