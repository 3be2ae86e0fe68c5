/* What the reader asks for, carried out. */
#include "cli/requests.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/draft.h"
#include "cli/incoming.h"
#include "cli/lend.h"
#include "cli/shelf.h"
#include "screen/screen.h"
#include "text/partial.h"

struct reader *
requests_reader(struct sitting *s, text_pos place, const char *message)
{
	struct reader_draft draft = opened_draft(&s->text);
	struct reader_options o = {
		.text = s->text.text,
		.outline = s->text.outline,
		.name = s->text.name,
		.path = s->text.known,
		.sha256 = s->text.incoming ? NULL : s->text.sha256,
		.marks = s->marks,
		.settings = &s->settings,
		.place = place,
		.message = message,
		.changed = s->text.changed,
		.paragraphs = s->text.paragraphs,
		.draft = s->text.draft.note ? &draft : NULL,
	};

	screen_size(&o.cols, &o.rows);
	return reader_new(&o);
}

static void
tell(struct reader *r, struct error *e)
{
	char *line;

	if (!e->what)
		return;
	line = error_line(e);
	reader_say(r, line);
	free(line);
	error_clear(e);
}

/* The reason first: a long path may be cut off. */
static void
tell_unsaved(struct reader *r, struct error *e)
{
	struct buf words = {0};

	if (!e->file || strncmp(e->what, "cannot ", 7)) {
		tell(r, e);
		return;
	}
	buf_printf(&words, "marks %s: %s", e->what, e->file);
	reader_say(r, buf_text(&words));
	buf_clear(&words);
	error_clear(e);
}

static void
save(struct sitting *s, struct reader *r)
{
	struct error e = {0};

	if (!sitting_save_marks(s, &e))
		tell_unsaved(r, &e);
	requests_show_news(s, r);
}

void
requests_show_news(struct sitting *s, struct reader *r)
{
	if (marks_store_has_news(&s->store))
		reader_marks_changed(r);
}

static void
copy(struct reader *r, const char *words)
{
	if (!screen_copy(words, strlen(words)))
		reader_say(r, "this terminal has no clipboard to copy to");
}

static void
edit(struct sitting *s, struct reader *r, const char *words)
{
	struct error e = {0};
	char *path = draft_write(words, &e), *note = NULL;
	struct stamp stamp;

	if (path) {
		/* what the editor holds outlives this program */
		sitting_draft_in(s, path);
		note = draft_edit(path, &e);
		unlink(path);
	}
	stamp = sitting_stamp();
	reader_edited(r, note ? note : words, e.what, &stamp);
	free(note);
	free(path);
	error_clear(&e);
}

/* Reads the file again. What was standard input cannot be. */
static void
reload(struct sitting *s, struct reader *r)
{
	struct error e = {0};
	struct opened fresh, old = s->text;

	memset(&fresh, 0, sizeof fresh);
	if (!strcmp(s->text.path, "-")) {
		reader_say(r, "standard input cannot be read again");
		return;
	}
	if (!sitting_read_on(s, s->text.path, &fresh, &e)) {
		tell(r, &e);
		return;
	}
	reader_replace(r, fresh.text, fresh.outline,
	               fresh.incoming ? NULL : fresh.sha256);
	s->text = fresh;
	opened_clear(&old);
}

/* The structure anew, as the reader's own headings now say. */
static void
outline_anew(struct sitting *s, struct reader *r)
{
	struct outline *old = s->text.outline;

	if (s->text.text->n > PARTIAL_PIECE) {
		reader_say(r, "in so long a text that has no effect");
		return;
	}
	opened_outline(s, &s->text);
	reader_replace(r, s->text.text, s->text.outline, s->text.sha256);
	outline_free(old);
}

/* Which texts there are to be looked through. */
static void
tell_shelf(const struct sitting *s, struct reader *r)
{
	struct shelf_paths paths = {0};
	size_t i;

	shelf_paths(s, &paths);
	reader_shelf(r, (const char *const *)paths.at, paths.n);
	for (i = 0; i < paths.n; i++)
		free(paths.at[i]);
	free(paths.at);
}

/* Which texts there are, or another one of them: without WORDS none is looked
 * through any more. */
static void
look_through(struct sitting *s, struct reader *r, const struct request *q)
{
	const char *path = q->words;

	if (q->kind == REQUEST_SHELF) {
		tell_shelf(s, r);
		return;
	}
	lend_end(s->lend);
	s->lend = path ? lend_begin(path, s->options->encoding) : NULL;
	if (path && !s->lend)
		reader_lend(r, path, NULL, NULL, "could not be opened");
}

/* Shows in R what Q wants to be seen in it. */
static void
go_there(struct reader *r, const struct request *q)
{
	if (q->kind == REQUEST_OPEN_AT)
		reader_go_to_hit(r, q->place);
	else if (q->mark)
		reader_go_to_mark(r, q->mark);
}

/* Another text in place of this one, at the mark or place that is named. */
static void
open_other(struct sitting *s, struct reader **r, const struct request *q)
{
	struct error e = {0};
	struct opened old = s->text;
	struct reader *fresh;

	if (!q->words) {
		reader_say(*r, "it is not known where that text lies");
		return;
	}
	sitting_save_place(s, reader_place(*r), reader_is_at_end(*r), &e);
	error_clear(&e);
	memset(&s->text, 0, sizeof s->text);
	if (!sitting_open(s, q->words, !q->mark, &e)) {
		s->text = old;
		tell(*r, &e);
		return;
	}
	fresh = requests_reader(s, sitting_place(s), NULL);
	reader_inherit(fresh, *r);
	go_there(fresh, q);
	reader_came_from(fresh, *r, q->kind == REQUEST_RETURN);
	reader_free(*r);
	*r = fresh;
	opened_clear(&old);
}

/* The text turned out to be a work of the store. */
static void
recall_known(struct sitting *s, struct reader *r)
{
	struct opened *o = &s->text;
	text_pos began = o->left;

	if (opened_known(s, o))
		reader_grow(r, 0, NULL);
	reader_known(r, s->options->at || o->left == began ? READER_NOWHERE
	                                                   : o->left,
	             o->changed, o->paragraphs);
}

/* The structure around a place that is wanted, before its turn comes. */
static void
find_around(struct sitting *s, struct reader *r, text_pos place)
{
	struct opened *o = &s->text;

	if (o->incoming &&
	    incoming_find(o->incoming, o->text, o->outline, place))
		reader_grow(r, READER_NOWHERE, NULL);
}

static void
look_again(struct sitting *s, struct reader *r, const struct request *q)
{
	if (q->kind == REQUEST_RELOAD)
		reload(s, r);
	else if (q->kind == REQUEST_OUTLINE)
		outline_anew(s, r);
	else if (q->kind == REQUEST_KNOWN)
		recall_known(s, r);
	else
		find_around(s, r, q->place);
}

static void
ask_screen(const struct sitting *s, enum request_kind kind)
{
	if (kind == REQUEST_THEME)
		screen_set_theme(s->settings.theme);
	else if (kind == REQUEST_REDRAW)
		screen_redraw();
	else
		screen_suspend();
}

static const char *
words_of(const struct request *q)
{
	return q->words ? q->words : "";
}

static void
carry_out(struct sitting *s, struct reader **r, const struct request *q)
{
	switch (q->kind) {
	case REQUEST_QUIT:
		break;
	case REQUEST_SAVE:
		save(s, *r);
		break;
	case REQUEST_COPY:
		copy(*r, words_of(q));
		break;
	case REQUEST_DRAFT:
		sitting_draft(s, q->words, q->mark, q->at);
		break;
	case REQUEST_EDITOR:
		edit(s, *r, words_of(q));
		break;
	case REQUEST_OPEN:
	case REQUEST_OPEN_AT:
	case REQUEST_RETURN:
		open_other(s, r, q);
		break;
	case REQUEST_SHELF:
	case REQUEST_LEND:
		look_through(s, *r, q);
		break;
	case REQUEST_RELOAD:
	case REQUEST_OUTLINE:
	case REQUEST_KNOWN:
	case REQUEST_FIND:
		look_again(s, *r, q);
		break;
	case REQUEST_THEME:
	case REQUEST_REDRAW:
	case REQUEST_SUSPEND:
		ask_screen(s, q->kind);
		break;
	}
}

bool
requests_carry_out(struct sitting *s, struct reader **r)
{
	struct request q;
	bool goes_on = true;

	while (goes_on && reader_request(*r, &q)) {
		carry_out(s, r, &q);
		goes_on = q.kind != REQUEST_QUIT;
		free(q.words);
		free(q.mark);
	}
	return goes_on;
}
