/* The last line: commands and notes as they are typed. */
#include "reader/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout/pages.h"
#include "reader/annotate.h"
#include "reader/note.h"
#include "reader/commands.h"
#include "reader/find.h"
#include "reader/jump.h"
#include "reader/list.h"
#include "reader/place.h"
#include "reader/reader.h"
#include "reader/request.h"
#include "reader/run.h"
#include "reader/say.h"
#include "reader/section.h"
#include "reader/show.h"

void
prompt_command(struct reader *r, const char *words)
{
	r->prompt.kind = PROMPT_COMMAND;
	edit_begin(&r->prompt.edit, words);
}

/* `set NAME=VALUE`, `set NAME VALUE`. */
static void
set(struct reader *r, char *words)
{
	size_t n = strcspn(words, "= ");
	struct error e = {0};
	const struct theme *theme = r->settings->theme;
	bool pane = r->settings->pane;
	char *value = words + n;

	value += strspn(value, "= ");
	words[n] = '\0';
	if (!*words || (!*value && settings_knows(words))) {
		say(r, "width=%u  theme=%s  color=%s  mouse=%s  pane=%s"
		       "  facing=%s",
		    r->settings->width, r->settings->theme->name,
		    r->settings->color ? "yes" : "no",
		    r->settings->mouse ? "yes" : "no",
		    r->settings->pane ? "yes" : "no",
		    r->settings->facing ? "yes" : "no");
	} else if (!settings_set(r->settings, words, value, &e)) {
		say_alert(r, "%s", e.what);
	} else {
		if (r->settings->theme != theme)
			request_add(r, REQUEST_THEME, NULL, NULL);
		if (r->settings->pane != pane)
			r->pane.shown = r->settings->pane;
		show_set_up(r);
		annotate_refresh(r);
	}
	error_clear(&e);
}

/* Whether it is not known yet how many pages there are: then a page is gone
 * to as it is by NG. */
static bool
is_uncounted(const struct reader *r)
{
	bool all;

	pages_count(r->layout, &all);
	return !all;
}

static void
go(struct reader *r, const char *words)
{
	struct error e = {0};
	text_pos p;

	if (!words[strspn(words, "0123456789")] && is_uncounted(r))
		run_command(r, COMMAND_START, strtoul(words, NULL, 10));
	else if (place_parse(r->layout, words, &p, &e))
		jump_to(r, p);
	else
		say_alert(r, "%s", e.what);
	error_clear(&e);
}

/* Words that begin a place: 12, 40%, §3, ¶120, note:4, p.9, /words/. */
static bool
looks_like_place(const char *words)
{
	return strchr("0123456789/", *words) ||
	       !strncmp(words, "\302\247", 2) ||
	       !strncmp(words, "\302\266", 2) ||
	       !strncmp(words, "note:", 5) || !strncmp(words, "p.", 2);
}

/* `section`, `section 2`, `nosection`; false when WORDS are none of these. */
static bool
decide_section(struct reader *r, const char *words)
{
	const char *level;

	if (!strcmp(words, "nosection")) {
		section_set(r, 0);
		return true;
	}
	if (strncmp(words, "section", 7) || (words[7] && words[7] != ' '))
		return false;
	level = words + 7 + strspn(words + 7, " ");
	if (!*level)
		section_set(r, 1);
	else if (*level >= '1' && *level <= '9' && !level[1])
		section_set(r, (unsigned)(*level - '0'));
	else
		say_alert(r, "section takes a level from 1 to 9");
	return true;
}

/* Carries out a command line; WORDS may be changed. */
static void
carry_out(struct reader *r, char *words)
{
	enum command c;

	words += strspn(words, " :");
	if (!*words)
		return;
	if (looks_like_place(words))
		go(r, words);
	else if (!strncmp(words, "set ", 4))
		set(r, words + 4 + strspn(words + 4, " "));
	else if (!strcmp(words, "set"))
		set(r, words + 3);
	else if (!strcmp(words, "q") || !strcmp(words, "quit"))
		request_add(r, REQUEST_QUIT, NULL, NULL);
	else if (decide_section(r, words))
		return;
	else if (!strcmp(words, "notes"))
		list_open(r, LIST_ALL);
	else if (!strcmp(words, "changes"))
		list_open(r, LIST_CHANGES);
	else if ((c = command_named(words)) != COMMAND_NONE)
		run_command(r, c, 0);
	else
		say_alert(r, "%s: no such command; :help lists them", words);
}

static void
close(struct reader *r)
{
	r->prompt.kind = PROMPT_NONE;
	edit_clear(&r->prompt.edit);
}

static void
finish(struct reader *r)
{
	enum prompt_kind kind = r->prompt.kind;
	char *words = mem_copy(buf_text(&r->prompt.edit.text));

	close(r);
	if (kind == PROMPT_NOTE)
		note_end(r, words);
	else if (kind == PROMPT_SEARCH)
		find_done(r, words);
	else
		carry_out(r, words);
	free(words);
}

static void
give_up(struct reader *r)
{
	enum prompt_kind kind = r->prompt.kind;
	char *words = mem_copy(buf_text(&r->prompt.edit.text));

	close(r);
	if (kind == PROMPT_SEARCH)
		find_given_up(r);
	else if (kind == PROMPT_NOTE)
		note_given_up(r, words);
	free(words);
}

/* ^E goes on with a note in the editor. */
static void
to_editor(struct reader *r)
{
	note_to_editor(r);
	close(r);
}

static void
typed(struct reader *r)
{
	if (r->prompt.kind == PROMPT_SEARCH)
		find_typed(r);
	else if (r->prompt.kind == PROMPT_NOTE)
		note_typed(r);
}

void
prompt_key(struct reader *r, uint32_t key)
{
	if (r->prompt.kind == PROMPT_NOTE && key == INPUT_CTRL('E')) {
		to_editor(r);
		return;
	}
	if (r->prompt.kind == PROMPT_NOTE &&
	    (key == INPUT_UP || key == INPUT_DOWN)) {
		note_move_line(r, key == INPUT_DOWN);
		return;
	}
	switch (edit_key(&r->prompt.edit, key)) {
	case EDIT_DONE:
		finish(r);
		break;
	case EDIT_CANCELLED:
		give_up(r);
		break;
	case EDIT_GOES_ON:
		typed(r);
		break;
	case EDIT_UNKNOWN:
		if (r->prompt.kind == PROMPT_SEARCH)
			find_recall(r, key);
		break;
	}
}

void
prompt_paste(struct reader *r, const char *words)
{
	edit_paste(&r->prompt.edit, words);
	typed(r);
}

void
reader_edited(struct reader *r, const char *note, const char *failure,
              const struct stamp *stamp)
{
	r->stamp = *stamp;
	if (failure)
		note_unfinished(r, note, failure);
	else
		note_end(r, note);
}
