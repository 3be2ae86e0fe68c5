/* Changing marks: what highlights, bookmarks and notes the keys make. */
#include "reader/annotate.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "reader/anchoring.h"
#include "reader/grow.h"
#include "reader/jump.h"
#include "reader/list.h"
#include "reader/note.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/show.h"
#include "reader/units.h"

void
annotate_say_refused(struct reader *r)
{
	say_alert(r, "marks cannot be changed: the store is unreadable or of "
	          "a newer format");
}

struct work_facts
annotate_facts(const struct reader *r)
{
	return (struct work_facts){
		.title = r->outline->title,
		.author = r->outline->author,
		.source = r->outline->source,
		.path = r->path,
		.sha256 = r->sha256,
		.size = r->text->file_n,
	};
}

static const struct mark *
focused(const struct reader *r)
{
	return r->focus == OUTLINE_NONE ? NULL : &r->marks.at[r->focus];
}

static void
focus_on(struct reader *r, const struct rec *rec)
{
	size_t i;

	r->focus = OUTLINE_NONE;
	for (i = 0; rec && i < r->marks.n; i++)
		if (r->marks.at[i].rec == rec)
			r->focus = i;
}

void
annotate_refresh(struct reader *r)
{
	const struct rec *held = focused(r) ? focused(r)->rec : NULL;
	struct work_facts facts = annotate_facts(r);
	const char *kinds[MARK_KINDS];
	size_t i;

	r->focus = OUTLINE_NONE;
	r->marks.n = r->mark_index.n = 0;
	if (!r->sha256) /* it is still being read */
		return;
	for (i = 0; i < MARK_KINDS; i++)
		kinds[i] = r->settings->kind[i];
	marks_place_known(r->store, marks_work(r->store, &facts), r->text,
	                  r->sha256, kinds, &r->marks);
	focus_on(r, held);
	state_fill_pane(r);
}

/* After every change: placed again, saved at once. */
void
annotate_changed(struct reader *r)
{
	annotate_refresh(r);
	r->anchoring.settling = true;
	request_add(r, REQUEST_SAVE, NULL, NULL);
}

void
reader_marks_changed(struct reader *r)
{
	annotate_refresh(r);
	anchoring_begin(r);
	if (r->mode == MODE_LIST)
		list_refill(r);
}

static struct rec *
add_mark(struct reader *r, enum mark_kind kind, struct span at, const char *as,
         char letter)
{
	struct work_facts facts = annotate_facts(r);
	struct rec *rec;

	if (!grow_is_whole(r))
		return NULL;
	rec = marks_add(r->store, &facts, r->text, r->outline, kind, at, as,
	                letter, &r->stamp);
	if (rec)
		annotate_changed(r);
	else
		annotate_say_refused(r);
	return rec;
}

struct rec *
annotate_add(struct reader *r, enum mark_kind kind, struct span at)
{
	return add_mark(r, kind, at, NULL, 0);
}

bool
annotate_highlight(struct reader *r, struct span span, unsigned kind)
{
	const char *name = r->settings->kind[kind - 1];
	struct rec *rec;

	span = units_trimmed(r->text, span);
	if (span.start == span.end) {
		say(r, "nothing is selected");
		return false;
	}
	rec = add_mark(r, MARK_HIGHLIGHT, span, name, 0);
	if (!rec)
		return false;
	focus_on(r, rec);
	say(r, "%s \302\267 1-5 kind  a note  y copy  x remove", name);
	return true;
}

static void
set_kind(struct reader *r, unsigned kind)
{
	const struct mark *m = focused(r);
	const char *name = r->settings->kind[kind - 1];

	if (!m || m->kind != MARK_HIGHLIGHT) {
		say(r, "no highlight is chosen: . goes to the next");
		return;
	}
	if (!marks_set(r->store, m->rec, "As", name, &r->stamp)) {
		annotate_say_refused(r);
		return;
	}
	annotate_changed(r);
	say(r, "%s \302\267 1-5 kind  a note  y copy  x remove", name);
}

void
annotate_remove(struct reader *r, size_t i)
{
	static const char *const names[] = {"highlight", "bookmark", "note",
	                                    "section"};
	const struct mark m = r->marks.at[i];

	if (!marks_remove(r->store, m.rec, &r->stamp)) {
		annotate_say_refused(r);
		return;
	}
	annotate_changed(r);
	if (m.kind == MARK_SECTION)
		request_add(r, REQUEST_OUTLINE, NULL, NULL);
	say(r, "%s removed", names[m.kind]);
}

void
annotate_confirm(struct reader *r, size_t i)
{
	struct mark m = r->marks.at[i];

	if (!marks_confirm(r->store, m.rec, r->text, r->outline, r->sha256,
	                   m.at, &r->stamp)) {
		annotate_say_refused(r);
		return;
	}
	annotate_changed(r);
	focus_on(r, m.rec);
	say(r, "kept: it is here from now on");
}

void
annotate_refuse(struct reader *r, size_t i)
{
	if (!marks_refuse(r->store, r->marks.at[i].rec, r->sha256,
	                  &r->stamp)) {
		annotate_say_refused(r);
		return;
	}
	annotate_changed(r);
	say(r, "not here: it stays listed as lost, with its words");
}

/* The unlettered bookmark on the screen, OUTLINE_NONE when there is none. */
static size_t
bookmark_here(const struct reader *r)
{
	size_t i;

	for (i = 0; i < r->marks.n; i++) {
		const struct mark *m = &r->marks.at[i];

		if (m->kind == MARK_BOOKMARK && !m->letter &&
		    m->state != MARK_LOST && show_holds(r, m->at.start))
			return i;
	}
	return OUTLINE_NONE;
}

/* Where a mark of this place goes: the place kept while it is shown. */
struct span
annotate_here(const struct reader *r)
{
	text_pos p = show_holds(r, r->kept) ? r->kept : r->top;

	return (struct span){p, p};
}

static void
toggle_bookmark(struct reader *r)
{
	size_t i = bookmark_here(r);

	if (i != OUTLINE_NONE)
		annotate_remove(r, i);
	else if (add_mark(r, MARK_BOOKMARK, annotate_here(r), NULL, 0))
		say(r, "bookmark set \302\267 B takes it away");
}

void
annotate_set_letter(struct reader *r, char letter)
{
	if (add_mark(r, MARK_BOOKMARK, annotate_here(r), NULL, letter))
		say(r, "mark %c set \302\267 '%c comes back here", letter,
		    letter);
}

void
annotate_go_letter(struct reader *r, char letter)
{
	size_t i;

	if (!grow_is_whole(r))
		return;
	for (i = 0; i < r->marks.n; i++)
		if (r->marks.at[i].letter == letter &&
		    r->marks.at[i].state != MARK_LOST) {
			jump_to(r, r->marks.at[i].at.start);
			return;
		}
	say(r, "there is no mark %c in this text", letter);
}

void
annotate_go(struct reader *r, size_t i)
{
	const struct mark *m = &r->marks.at[i];
	const char *note;

	if (m->state == MARK_LOST) {
		say(r, m->pending ? "its words are still being looked for"
		                  : "lost: its words are not in this text");
		return;
	}
	jump_to(r, m->at.start);
	r->focus = i;
	note = rec_get(m->rec, "Note");
	if (note)
		say(r, "%s", note);
	else if (m->kind == MARK_HIGHLIGHT)
		say(r, "%s \302\267 1-5 kind  a note  y copy  x remove",
		    m->as ? r->settings->kind[m->as - 1] : "highlight");
}

/* Whether mark I lies behind the one in focus or, without one, behind the
 * place kept. Marks that begin at one place follow in their order. */
static bool
lies_behind(const struct reader *r, size_t i)
{
	if (r->focus != OUTLINE_NONE)
		return i > r->focus;
	return r->marks.at[i].at.start > r->kept;
}

static bool
lies_before(const struct reader *r, size_t i)
{
	if (r->focus != OUTLINE_NONE)
		return i < r->focus;
	return r->marks.at[i].at.start < r->kept;
}

bool
annotate_is_placed(const struct mark *m)
{
	return m->state != MARK_LOST && m->state != MARK_DOUBTFUL;
}

void
annotate_next(struct reader *r, unsigned long count)
{
	size_t i, found = OUTLINE_NONE;

	if (!grow_is_whole(r))
		return;
	for (i = 0; i < r->marks.n && count; i++)
		if (lies_behind(r, i) && annotate_is_placed(&r->marks.at[i])) {
			found = i;
			count--;
		}
	if (found == OUTLINE_NONE)
		say(r, r->marks.n ? "no mark of yours follows"
		                  : "no marks in this text yet");
	else
		annotate_go(r, found);
}

void
annotate_prev(struct reader *r, unsigned long count)
{
	size_t i, found = OUTLINE_NONE;

	if (!grow_is_whole(r))
		return;
	for (i = r->marks.n; i-- && count;)
		if (lies_before(r, i) && annotate_is_placed(&r->marks.at[i])) {
			found = i;
			count--;
		}
	if (found == OUTLINE_NONE)
		say(r, r->marks.n ? "no mark of yours before this"
		                  : "no marks in this text yet");
	else
		annotate_go(r, found);
}

/* Without the stop that may end its line. */
static void
add_source(const char *source, struct buf *out)
{
	size_t n = source ? strlen(source) : 0;

	if (n && source[n - 1] == '.')
		n--;
	if (n) {
		buf_str(out, "; ");
		buf_add(out, source, n);
	}
}

void
annotate_copy(struct reader *r, struct span span)
{
	const struct outline *o = r->outline;
	size_t s = outline_section_at(o, span.start);
	size_t paragraph = outline_paragraph_at(o, span.start);
	size_t printed = outline_printed_at(o, span.start);
	char *words = outline_shown(o, r->text, span, true);
	struct buf out = {0};

	buf_printf(&out, "\342\200\234%s\342\200\235 (", words);
	if (o->author)
		buf_printf(&out, "%s, ", o->author);
	buf_str(&out, o->title ? o->title : r->name);
	add_source(o->source, &out);
	if (s != OUTLINE_NONE)
		buf_printf(&out, "; %s", o->sections.at[s].title);
	if (paragraph)
		buf_printf(&out, "%s \302\266%zu", s == OUTLINE_NONE ? ";" : "",
		           paragraph);
	if (printed != OUTLINE_NONE)
		buf_printf(&out, ", p. %s", o->printed.at[printed].label);
	buf_str(&out, ")");
	request_add(r, REQUEST_COPY, buf_text(&out), NULL);
	say(r, "copied: \342\200\234%s\342\200\235", words);
	free(words);
	buf_clear(&out);
}

static void
copy_focused(struct reader *r)
{
	const struct mark *m = focused(r);

	if (m && m->at.start < m->at.end)
		annotate_copy(r, m->at);
	else
		say(r, "no highlight is chosen: . goes to the next");
}

static void
remove_focused(struct reader *r)
{
	if (r->focus == OUTLINE_NONE)
		say(r, "no mark is chosen: . goes to the next");
	else
		annotate_remove(r, r->focus);
}

bool
annotate_command(struct reader *r, enum command c, unsigned long count)
{
	switch (c) {
	case COMMAND_BOOKMARK:
		toggle_bookmark(r);
		return true;
	case COMMAND_NOTE:
		note_begin(r, false);
		return true;
	case COMMAND_EDIT_NOTE:
		note_begin(r, true);
		return true;
	case COMMAND_NEXT_MARK:
		annotate_next(r, count ? count : 1);
		return true;
	case COMMAND_PREV_MARK:
		annotate_prev(r, count ? count : 1);
		return true;
	case COMMAND_KIND_1:
	case COMMAND_KIND_2:
	case COMMAND_KIND_3:
	case COMMAND_KIND_4:
	case COMMAND_KIND_5:
		set_kind(r, (unsigned)(c - COMMAND_KIND_1) + 1);
		return true;
	case COMMAND_COPY:
		copy_focused(r);
		return true;
	case COMMAND_REMOVE:
		remove_focused(r);
		return true;
	default:
		return false;
	}
}
