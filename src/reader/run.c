/* Carrying out a command. */
#include "reader/run.h"

#include "reader/annotate.h"
#include "reader/find.h"
#include "reader/footnote.h"
#include "reader/geometry.h"
#include "reader/hits.h"
#include "reader/jump.h"
#include "reader/label.h"
#include "reader/list.h"
#include "reader/move.h"
#include "reader/pane.h"
#include "reader/prompt.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/select.h"
#include "reader/show.h"
#include "reader/undo.h"

enum { WIDTH_STEP = 2 }; /* [col] */

static void
set_width(struct reader *r, unsigned width)
{
	if (width < SETTINGS_WIDTH_MIN)
		width = SETTINGS_WIDTH_MIN;
	if (width > SETTINGS_WIDTH_MAX)
		width = SETTINGS_WIDTH_MAX;
	r->settings->width = width;
	show_set_up(r);
	say(r, "measure %u", r->geometry.measure);
}

/* Steps from what is seen: the window may be narrower than the setting. */
static void
change_width(struct reader *r, bool wider, unsigned long count)
{
	unsigned by = WIDTH_STEP * (unsigned)(count < 100 ? count : 100);
	unsigned now = r->geometry.measure;

	if (wider)
		set_width(r, now + by);
	else
		set_width(r, now > by ? now - by : 0);
}

static void
next_theme(struct reader *r)
{
	unsigned i = 0;

	while (theme_at(i) && theme_at(i) != r->settings->theme)
		i++;
	r->settings->theme = theme_at(i + 1) ? theme_at(i + 1) : theme_at(0);
	request_add(r, REQUEST_THEME, NULL, NULL);
	say(r, "theme %s", r->settings->theme->name);
}

/* Where two pages have no room that is said, and nothing changes. */
static void
toggle_facing(struct reader *r)
{
	unsigned needs = geometry_facing_needs(r);
	bool fits = r->cols >= needs;

	if (!r->settings->facing && !fits) {
		say(r, "two facing pages need %u columns, there are %u%s",
		    needs, r->cols, geometry_left(r) ? "; t hides the pane"
		                                     : "");
		return;
	}
	r->settings->facing = !r->settings->facing;
	show_set_up(r);
	if (!fits)
		say(r, "no facing pages, also on a wider window");
}

static bool
show_command(struct reader *r, enum command c, unsigned long count)
{
	unsigned long times = count ? count : 1;

	switch (c) {
	case COMMAND_PANE:
		pane_toggle(r);
		return true;
	case COMMAND_PANE_FOCUS:
		if (hits_stay(r))
			hits_open(r);
		else
			pane_focus(r);
		return true;
	case COMMAND_MARKS:
		list_open(r, LIST_OWN);
		return true;
	case COMMAND_NARROWER:
	case COMMAND_WIDER:
		change_width(r, c == COMMAND_WIDER, times);
		return true;
	case COMMAND_DEFAULT_WIDTH:
		set_width(r, SETTINGS_WIDTH);
		return true;
	case COMMAND_THEME:
		next_theme(r);
		return true;
	case COMMAND_FACING:
		toggle_facing(r);
		return true;
	case COMMAND_REDRAW:
		request_add(r, REQUEST_REDRAW, NULL, NULL);
		return true;
	default:
		return false;
	}
}

static bool
history_command(struct reader *r, enum command c, unsigned long count)
{
	unsigned long times = count ? count : 1;

	if (c == COMMAND_BACK) {
		if (!jump_back(r, times))
			say(r, "nothing to go back to");
		return true;
	}
	if (c == COMMAND_FORWARD) {
		if (!jump_forward(r, times))
			say(r, "nothing to go forward to");
		return true;
	}
	return false;
}

static void
other_command(struct reader *r, enum command c, unsigned long count)
{
	switch (c) {
	case COMMAND_FOOTNOTE:
		footnote_show(r, count);
		break;
	case COMMAND_LABELS:
		label_begin(r);
		break;
	case COMMAND_SELECT:
		select_begin(r);
		break;
	case COMMAND_HELP:
		r->help_top = 0;
		r->mode = MODE_HELP;
		break;
	case COMMAND_COMMAND:
		prompt_command(r, NULL);
		break;
	case COMMAND_RELOAD:
		request_add(r, REQUEST_RELOAD, NULL, NULL);
		break;
	case COMMAND_SUSPEND:
		request_add(r, REQUEST_SUSPEND, NULL, NULL);
		break;
	case COMMAND_QUIT:
		request_add(r, REQUEST_QUIT, NULL, NULL);
		break;
	default:
		break;
	}
}

/* What a search shows, and its list. */
static void
hide(struct reader *r)
{
	find_hide(r);
	hits_leave(r);
}

void
run_command(struct reader *r, enum command c, unsigned long count)
{
	bool moves;

	if (c != COMMAND_HITS)
		r->hits.again = false;
	if (c != COMMAND_NEXT_HIT && c != COMMAND_PREV_HIT)
		find_stop(r);
	moves = move_command(r, c, count) || move_jump(r, c, count) ||
	        history_command(r, c, count);

	/* a movement takes the eye off the mark that was chosen */
	if (moves || c == COMMAND_CANCEL)
		r->focus = OUTLINE_NONE;
	if (c == COMMAND_CANCEL)
		hide(r);
	else if (!moves && !find_command(r, c, count) &&
	         !undo_command(r, c, count) &&
	         !annotate_command(r, c, count) && !show_command(r, c, count))
		other_command(r, c, count);
}
