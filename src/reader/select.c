/* Selecting: two edges that move by sentence, paragraph, word, line. */
#include "reader/select.h"

#include "reader/annotate.h"
#include "reader/find.h"
#include "reader/jump.h"
#include "reader/move.h"
#include "reader/prompt.h"
#include "reader/say.h"
#include "reader/show.h"
#include "reader/units.h"

static void
say_help(struct reader *r)
{
	say(r, "select: ) ( sentence  } { paragraph  w b word  l h character"
	       "  j k line  o other end  1-5 a y  Esc");
}

/* The first sentence of the page that begins behind P; where none begins
 * there, on a small window or in a long sentence, the one that goes on. */
static bool
first_sentence(const struct reader *r, text_pos p, struct span *out)
{
	return (units_sentence_from(r, p, out) &&
	        show_holds(r, out->start)) ||
	       (units_sentence_from(r, r->top, out) &&
	        show_holds(r, out->start)) ||
	       units_sentence_at(r, r->top, out);
}

void
select_begin(struct reader *r)
{
	text_pos p = show_holds(r, r->kept) ? r->kept : r->top;
	struct span sentence;

	if (!first_sentence(r, p, &sentence)) {
		say(r, "no sentence on this page");
		return;
	}
	r->selection.at = sentence;
	r->selection.end_moves = true;
	r->mode = MODE_SELECT;
	say_help(r);
}

/* The page that holds the moving edge comes on the screen. */
static void
follow(struct reader *r)
{
	text_pos p = r->selection.end_moves ? r->selection.at.end - 1
	                                    : r->selection.at.start;

	if (!show_holds(r, p))
		show_place(r, p);
}

static void
set_edge(struct reader *r, text_pos p)
{
	struct span at = r->selection.at;

	if (r->selection.end_moves)
		at.end = p;
	else
		at.start = p;
	if (at.start < at.end) {
		r->selection.at = at;
		follow(r);
	}
}

static void
move_edge(struct reader *r, enum unit u, bool on)
{
	bool is_end = r->selection.end_moves;
	text_pos p = is_end ? r->selection.at.end : r->selection.at.start;

	set_edge(r, on ? units_on(r, u, p, is_end)
	               : units_back(r, u, p, is_end));
}

static void
move_edge_by_page(struct reader *r, bool on)
{
	struct span shown;

	if (!(on ? move_page_on(r) : move_page_back(r)))
		return;
	shown = units_trimmed(r->text, state_shown(r));
	set_edge(r, r->selection.end_moves ? shown.end : shown.start);
}

/* The unit that a key moves by, and the direction; false when it is none. */
static bool
unit_of(uint32_t key, enum unit *u, bool *on)
{
	static const struct {
		uint32_t on, back;
		enum unit unit;
	} keys[] = {
		{')', '(', UNIT_SENTENCE},
		{'}', '{', UNIT_PARAGRAPH},
		{'w', 'b', UNIT_WORD},
		{'l', 'h', UNIT_CHARACTER},
		{INPUT_RIGHT, INPUT_LEFT, UNIT_CHARACTER},
		{'j', 'k', UNIT_LINE},
		{INPUT_DOWN, INPUT_UP, UNIT_LINE},
	};
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		if (key == keys[i].on || key == keys[i].back) {
			*u = keys[i].unit;
			*on = key == keys[i].on;
			return true;
		}
	return false;
}

/* Takes every highlight away that the selection touches. */
static void
remove_touched(struct reader *r)
{
	struct span at = r->selection.at;
	size_t i = r->marks.n, removed = 0;

	while (i--) {
		const struct mark *m = &r->marks.at[i];

		if (m->kind == MARK_HIGHLIGHT && m->state != MARK_LOST &&
		    m->at.start < at.end && m->at.end > at.start) {
			annotate_remove(r, i);
			removed++;
			if (i > r->marks.n)
				i = r->marks.n;
		}
	}
	if (!removed)
		say(r, "no highlight in the selection");
}

/* A key that ends the selection by using it; false when it is none. */
static bool
use(struct reader *r, uint32_t key)
{
	struct span at = r->selection.at;

	if (key >= '1' && key <= '0' + MARK_KINDS)
		annotate_highlight(r, at, (unsigned)(key - '0'));
	else if (key == INPUT_ENTER)
		annotate_highlight(r, at, 1);
	else if (key == 'y')
		annotate_copy(r, at);
	else if (key == 'x')
		remove_touched(r);
	else if ((key == 'a' || key == 'E') && annotate_highlight(r, at, 1))
		annotate_command(r, key == 'a' ? COMMAND_NOTE
		                               : COMMAND_EDIT_NOTE, 0);
	else if (key != 'a' && key != 'E')
		return false;
	r->mode = MODE_READ;
	return true;
}

void
select_key(struct reader *r, uint32_t key)
{
	enum command c;
	enum unit unit;
	bool on, prefix;

	say_help(r);
	if (unit_of(key, &unit, &on)) {
		move_edge(r, unit, on);
		return;
	}
	if (key == 'o') {
		r->selection.end_moves = !r->selection.end_moves;
		follow(r);
		return;
	}
	if (use(r, key))
		return;
	c = keymap_command(&r->settings->keys, key, 0, false, &prefix);
	if (c == COMMAND_COMMAND)
		prompt_command(r, NULL);
	else if (c == COMMAND_NEXT_PAGE || c == COMMAND_PREV_PAGE) {
		move_edge_by_page(r, c == COMMAND_NEXT_PAGE);
	} else if (c == COMMAND_SEARCH_WORD) {
		say_nothing(r);
		r->mode = MODE_READ;
		find_words_of(r, r->selection.at);
	} else if (c == COMMAND_CANCEL || c == COMMAND_QUIT ||
	           c == COMMAND_SELECT) {
		say_nothing(r);
		r->mode = MODE_READ;
	}
}
