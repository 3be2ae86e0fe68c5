/* The reader: an event in, a new state and requests out. */
#include "reader/reader.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/pages.h"
#include "reader/across.h"
#include "reader/anchoring.h"
#include "reader/annotate.h"
#include "reader/click.h"
#include "reader/doubt.h"
#include "reader/find.h"
#include "reader/footnote.h"
#include "reader/grow.h"
#include "reader/hits.h"
#include "reader/jump.h"
#include "reader/keymap.h"
#include "reader/label.h"
#include "reader/list.h"
#include "reader/note.h"
#include "reader/pane.h"
#include "reader/place.h"
#include "reader/prompt.h"
#include "reader/request.h"
#include "reader/run.h"
#include "reader/say.h"
#include "reader/select.h"
#include "reader/show.h"

enum { MAX_COUNT = 1000000 };

struct reader *
reader_new(const struct reader_options *options)
{
	struct reader *r = mem_new(sizeof *r);

	r->text = options->text;
	r->outline = options->outline;
	r->store = options->marks;
	r->settings = options->settings;
	r->name = mem_copy(options->name);
	r->path = mem_copy(options->path);
	r->sha256 = mem_copy(options->sha256);
	r->cols = options->cols;
	r->rows = options->rows;
	r->kept = options->place;
	r->focus = OUTLINE_NONE;
	r->pane.shown = r->settings->pane;
	show_set_up(r);
	annotate_refresh(r);
	anchoring_begin(r);
	grow_look_around(r);
	if (options->draft)
		note_offer(r, options->draft);
	if (options->message)
		say(r, "%s", options->message);
	if (options->changed)
		anchoring_compare(r, options->paragraphs);
	return r;
}

void
reader_free(struct reader *r)
{
	if (!r)
		return;
	layout_free(r->layout);
	show_forget_before(r);
	show_forget_stops(r);
	vec_clear(&r->lines);
	jump_forget(r);
	vec_clear(&r->jumps);
	vec_clear(&r->marks);
	vec_clear(&r->mark_index);
	vec_clear(&r->labels);
	vec_clear(&r->pane);
	vec_clear(&r->margin);
	free(r->pane.folded);
	edit_clear(&r->pane.filter);
	edit_clear(&r->list.filter);
	edit_clear(&r->prompt.edit);
	list_clear(&r->list);
	find_clear(&r->find);
	hits_clear(&r->hits);
	across_clear(&r->across);
	anchoring_clear(r);
	request_clear(r);
	free(r->prompt.about);
	free(r->prompt.draft);
	free(r->prompt.given_up);
	free(r->message);
	free(r->name);
	free(r->path);
	free(r->sha256);
	free(r->sha256_was);
	free(r->landmark.words);
	free(r);
}

bool
reader_work(struct reader *r, size_t lines)
{
	bool whole;

	if (find_work(r, lines) || across_work(r, lines))
		return true;
	whole = pages_step(r->layout, lines);
	show_wanted(r);
	grow_look_around(r);
	if (!r->sha256) /* it is still being read */
		return !whole;
	return anchoring_work(r, whole) || !whole;
}

bool
reader_prepare(struct reader *r, size_t lines)
{
	return show_prepare(r, lines);
}

bool
reader_has_news(struct reader *r)
{
	bool news = r->find.news;

	r->find.news = false;
	return news;
}

text_pos
reader_place(const struct reader *r)
{
	return r->kept;
}

bool
reader_is_at_end(const struct reader *r)
{
	const struct outline *o = r->outline;

	if (o->partial)
		return false;
	return !o->blocks.n ||
	       state_shown(r).end >= o->blocks.at[o->blocks.n - 1].end;
}

void
reader_go(struct reader *r, text_pos p)
{
	jump_to(r, p);
	state_fill_pane(r);
	grow_look_around(r);
}

bool
reader_go_to(struct reader *r, const char *place, struct error *e)
{
	text_pos p;

	if (!place_parse(r->layout, place, &p, e))
		return false;
	reader_go(r, p);
	return true;
}

void
reader_say(struct reader *r, const char *words)
{
	say(r, "%s", words);
}

/* The second key of 'a, ma, ZZ. */
static void
second_key(struct reader *r, enum command first, uint32_t begun, uint32_t key)
{
	bool prefix;

	if (first == COMMAND_GO_LETTER && key == '\'') {
		if (!jump_swap(r))
			say(r, "nothing to go back to");
	} else if (first == COMMAND_GO_LETTER && key >= 'a' && key <= 'z') {
		annotate_go_letter(r, (char)key);
	} else if (first == COMMAND_SET_LETTER && key >= 'a' && key <= 'z') {
		annotate_set_letter(r, (char)key);
	} else if (first != COMMAND_NONE) {
		if (key != INPUT_ESCAPE)
			say(r, "a letter from a to z");
	} else {
		run_command(r, keymap_command(&r->settings->keys, begun, key,
		                              false, &prefix), 0);
	}
}

/* Digits are a count, but for 1 to 5 on a highlight that was chosen. */
static bool
counts(struct reader *r, uint32_t key)
{
	if (key < '0' || key > '9' || (key == '0' && !r->count))
		return false;
	if (!r->count && r->focus != OUTLINE_NONE && key <= '0' + MARK_KINDS &&
	    r->marks.at[r->focus].kind == MARK_HIGHLIGHT)
		return false;
	r->count = r->count * 10 + (key - '0');
	if (r->count > MAX_COUNT)
		r->count = MAX_COUNT;
	return true;
}

/* A key that does nothing here says what would. */
static void
say_unbound(struct reader *r, uint32_t key)
{
	bool prefix;

	if (keymap_command(&r->settings->keys, key, 0, true, &prefix) !=
	    COMMAND_NONE)
		say(r, "nothing is chosen: . goes to your next mark, v"
		       " selects");
	else
		say(r, "this key does nothing; F1 lists those that do");
}

static void
read_key(struct reader *r, uint32_t key)
{
	const struct keymap *keys = &r->settings->keys;
	uint32_t begun = r->pending;
	unsigned long count = r->count;
	bool prefix;
	enum command c;

	if (begun) {
		r->pending = 0;
		c = keymap_command(keys, begun, 0, false, &prefix);
		second_key(r, c, begun, key);
		return;
	}
	if (counts(r, key))
		return;
	r->count = 0;
	c = keymap_command(keys, key, 0, r->focus != OUTLINE_NONE, &prefix);
	if (prefix || c == COMMAND_GO_LETTER || c == COMMAND_SET_LETTER)
		r->pending = key;
	else if (c == COMMAND_NONE)
		say_unbound(r, key);
	else
		run_command(r, c, count);
}

static void
help_key(struct reader *r, uint32_t key)
{
	unsigned rows = view_help_rows(r), room = r->geometry.status_row;
	unsigned last = rows > room ? rows - room : 0;
	bool prefix;

	switch (keymap_command(&r->settings->keys, key, 0, false, &prefix)) {
	case COMMAND_LINE_DOWN:
		r->help_top++;
		break;
	case COMMAND_LINE_UP:
		r->help_top -= r->help_top > 0;
		break;
	case COMMAND_NEXT_PAGE:
	case COMMAND_HALF_DOWN:
		r->help_top += room;
		break;
	case COMMAND_PREV_PAGE:
	case COMMAND_HALF_UP:
		r->help_top -= room < r->help_top ? room : r->help_top;
		break;
	case COMMAND_START:
		r->help_top = 0;
		break;
	case COMMAND_END:
		r->help_top = last;
		break;
	default:
		r->mode = MODE_READ;
		return;
	}
	if (r->help_top > last)
		r->help_top = last;
}

static void
footnote_or_read_key(struct reader *r, uint32_t key)
{
	if ((key >= '0' && key <= '9') || !footnote_key(r, key))
		read_key(r, key);
}

static void
key(struct reader *r, uint32_t k)
{
	if (r->prompt.kind != PROMPT_NONE) {
		prompt_key(r, k);
		return;
	}
	switch (r->mode) {
	case MODE_READ:
		read_key(r, k);
		break;
	case MODE_FOOTNOTE:
		footnote_or_read_key(r, k);
		break;
	case MODE_LABELS:
		label_key(r, k);
		break;
	case MODE_SELECT:
		select_key(r, k);
		break;
	case MODE_PANE:
		pane_key(r, k);
		break;
	case MODE_LIST:
		list_key(r, k);
		break;
	case MODE_HITS:
		hits_key(r, k);
		break;
	case MODE_HELP:
		help_key(r, k);
		break;
	case MODE_DOUBT:
		doubt_key(r, k);
		break;
	}
}

/* Overlays that lie over the text do not outlive a change of size that moves
 * what they are about; a list, a prompt and a selection stay. */
static void
resize(struct reader *r, unsigned cols, unsigned rows)
{
	r->cols = cols;
	r->rows = rows;
	if (r->mode == MODE_PANE && cols >= STATE_WIDE)
		r->pane.over = false;
	show_set_up(r);
	if (r->mode == MODE_LABELS)
		label_begin(r);
}

static bool
too_small(const struct reader *r)
{
	return r->cols < STATE_MIN_COLS || r->rows < STATE_MIN_ROWS;
}

/* Somebody did something: what is said and what is wanted ends with that. */
static void
touch(struct reader *r)
{
	r->touched = true;
	if (r->prompt.kind == PROMPT_NONE)
		say_nothing(r);
	r->want.kind = WANT_NOTHING;
}

void
reader_feed(struct reader *r, const struct event *event)
{
	r->stamp = event->stamp;
	if (event->kind == EVENT_KEY || event->kind == EVENT_CLICK)
		touch(r);
	switch (event->kind) {
	case EVENT_KEY:
		if (!too_small(r) || event->key == 'q')
			key(r, event->key);
		break;
	case EVENT_CLICK:
		if (!too_small(r))
			click_at(r, event->col, event->row);
		break;
	case EVENT_TEXT:
		if (r->prompt.kind != PROMPT_NONE)
			prompt_paste(r, event->pasted);
		break;
	case EVENT_RESIZE:
		resize(r, event->cols, event->rows);
		break;
	}
	r->find.news = false; /* what a key does is painted anyway */
	anchoring_tell(r);
	state_fill_pane(r);
	grow_look_around(r);
}
