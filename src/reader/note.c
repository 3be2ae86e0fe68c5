/* Notes: typed, edited elsewhere, kept, given up, gone on with. */
#include "reader/note.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "reader/annotate.h"
#include "reader/frame.h"
#include "reader/jump.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/show.h"
#include "reader/tags.h"

/* The mark whose note `a` is about: the one in focus, else the only
 * highlight or note on the screen; NULL when a new note is meant. */
static const struct mark *
target(const struct reader *r)
{
	const struct mark *only = NULL;
	size_t i;

	if (r->focus != OUTLINE_NONE &&
	    r->marks.at[r->focus].kind != MARK_BOOKMARK)
		return &r->marks.at[r->focus];
	for (i = 0; i < r->marks.n; i++) {
		const struct mark *m = &r->marks.at[i];

		if ((m->kind != MARK_HIGHLIGHT && m->kind != MARK_NOTE) ||
		    !annotate_is_placed(m) || !show_holds(r, m->at.start))
			continue;
		if (only)
			return NULL;
		only = m;
	}
	return only;
}

/* What the prompt is about from now on, and the words to begin with, which the
 * caller frees. */
static char *
choose(struct reader *r)
{
	const struct mark *m = target(r);
	char *words = r->prompt.draft;

	r->prompt.draft = NULL;
	if (words && !show_holds(r, r->prompt.at.start))
		jump_to(r, r->prompt.at.start);
	if (words)
		return words;
	free(r->prompt.about);
	r->prompt.about = m ? mem_copy(rec_get(m->rec, "Id")) : NULL;
	r->prompt.at = m ? m->at : annotate_here(r);
	return m ? mem_copy(rec_get(m->rec, "Note")) : NULL;
}

/* A draft that says NOTE is to be kept; none with NULL. */
static void
ask_for_draft(struct reader *r, const char *note)
{
	request_add(r, REQUEST_DRAFT, note, r->prompt.about);
	r->requests.at[r->requests.n - 1].at = r->prompt.at;
}

static void
ask_for_editor(struct reader *r, const char *words)
{
	ask_for_draft(r, words);
	request_add(r, REQUEST_EDITOR, words, NULL);
}

void
note_begin(struct reader *r, bool in_editor)
{
	char *words = choose(r);

	if (in_editor) {
		ask_for_editor(r, words ? words : "");
	} else {
		r->prompt.kind = PROMPT_NOTE;
		edit_begin(&r->prompt.edit, words);
		edit_keep(&r->prompt.edit, r->prompt.given_up);
	}
	free(words);
}

/* A blank at the left, and two columns for the cursor at the end of a line. */
void
note_wrap(const struct reader *r, struct wrap *out)
{
	const struct buf *text = &r->prompt.edit.text;

	wrap_text(buf_text(text), text->n, r->cols > 3 ? r->cols - 3 : 1, out);
}

/* [byte] The cluster of S that is at column COL of line I, or the line's end;
 * where a word goes on in the next line that end is this one's start. */
static size_t
at_column(const char *s, const struct wrap *w, size_t i, unsigned col)
{
	size_t start = w->at[i].start, end = w->at[i].end, at = start, next;
	bool goes_on = i + 1 < w->n && w->at[i + 1].start == end;

	for (; at < end; at = next) {
		next = at + ucs_cluster(s + at, end - at);
		if (frame_width(s + start, next - start) > col ||
		    (goes_on && next == end))
			break;
	}
	return at;
}

void
note_move_line(struct reader *r, bool down)
{
	struct edit *e = &r->prompt.edit;
	const char *s = buf_text(&e->text);
	struct wrap w = {0};
	size_t i, from;

	note_wrap(r, &w);
	i = wrap_line_at(&w, e->cursor);
	if (down ? i + 1 < w.n : i > 0) {
		from = w.at[i].start;
		i = down ? i + 1 : i - 1;
		e->cursor = at_column(s, &w, i,
		                      frame_width(s + from, e->cursor - from));
	}
	vec_clear(&w);
}

void
note_to_editor(struct reader *r)
{
	ask_for_editor(r, buf_text(&r->prompt.edit.text));
}

void
note_typed(struct reader *r)
{
	ask_for_draft(r, buf_text(&r->prompt.edit.text));
}

/* What the note that the prompt is about says now. */
static const char *
stored(const struct reader *r)
{
	const struct rec *rec = NULL;
	const char *note = NULL;

	if (r->prompt.about)
		rec = marks_by_id(r->store, r->prompt.about);
	if (rec)
		note = rec_get(rec, "Note");
	return note ? note : "";
}

void
note_unfinished(struct reader *r, const char *note, const char *why)
{
	if (!strcmp(note, stored(r))) {
		note_end(r, NULL);
		say(r, "%s; the note is as it was", why);
		return;
	}
	free(r->prompt.draft);
	r->prompt.draft = mem_copy(note);
	ask_for_draft(r, note);
	say(r, "%s; a goes on with what there is of the note", why);
}

/* Whether NOTE holds a character that is not white space. */
static bool
says_something(const char *note)
{
	return note[strspn(note, " \t\n")] != '\0';
}

void
note_offer(struct reader *r, const struct reader_draft *draft)
{
	if (!says_something(draft->note))
		return;
	r->prompt.draft = mem_copy(draft->note);
	r->prompt.about = mem_copy(draft->about);
	r->prompt.at = draft->at;
	if (draft->about && !marks_by_id(r->store, draft->about)) {
		free(r->prompt.about);
		r->prompt.about = NULL;
	}
	say(r, "an unfinished note: a goes on with it  \342\200\234%s"
	    "\342\200\235", draft->note);
}

/* The tags that NOTE sets, beside those that were set by hand. */
static bool
set_tags(struct reader *r, struct rec *rec, const char *old, const char *note)
{
	struct buf tags = {0};
	bool ok;

	tags_merge(rec_get(rec, "Tags"), old, note, &tags);
	ok = marks_set(r->store, rec, "Tags", tags.n ? tags.at : NULL,
	               &r->stamp);
	buf_clear(&tags);
	return ok;
}

static void
change(struct reader *r, struct rec *rec, const char *note)
{
	const char *kind = rec_get(rec, "Kind");
	char *old = mem_copy(rec_get(rec, "Note"));
	bool says = says_something(note);

	if (!says && kind && !strcmp(kind, "note")) {
		marks_remove(r->store, rec, &r->stamp);
		say(r, "note removed");
	} else if (marks_set(r->store, rec, "Note", says ? note : NULL,
	                     &r->stamp) &&
	           set_tags(r, rec, old, note)) {
		say(r, says ? "note kept" : old ? "note removed" : "no note");
	} else {
		annotate_say_refused(r);
	}
	free(old);
	annotate_changed(r);
}

void
note_end(struct reader *r, const char *note)
{
	struct rec *rec = NULL;

	if (note && r->prompt.about)
		rec = marks_by_id(r->store, r->prompt.about);
	else if (note && says_something(note))
		rec = annotate_add(r, MARK_NOTE, r->prompt.at);
	if (rec)
		change(r, rec, note);
	ask_for_draft(r, NULL);
}

/* No key asks whether it is meant: one that was hit by accident, or bytes of a
 * slow line that looked like Esc, shall not cost what was typed. */
void
note_given_up(struct reader *r, const char *words)
{
	bool news = says_something(words) && strcmp(words, stored(r)) != 0;

	if (news) {
		free(r->prompt.given_up);
		r->prompt.given_up = mem_copy(words);
	}
	note_end(r, NULL);
	if (news)
		say(r, "given up \302\267 a, then ^Y, brings it back");
}
