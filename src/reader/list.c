/* Lists over the text: moving in them, filtering, going where a row says. */
#include "reader/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "reader/across.h"
#include "reader/anchoring.h"
#include "reader/annotate.h"
#include "reader/doubt.h"
#include "reader/filter.h"
#include "reader/jump.h"
#include "reader/reader.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/undo.h"

void
list_clear(struct list *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		free(l->at[i].words);
	vec_clear(l);
}

void
list_add(struct list *l, struct list_row row, struct buf *words,
         const char *more)
{
	const char *query = buf_text(&l->filter.text);
	struct buf all = {0};

	buf_str(&all, buf_text(words));
	buf_str(&all, more ? more : "");
	if (row.head || filter_lets(query, buf_text(&all))) {
		row.words = buf_take(words);
		vec_push(l, row);
	}
	buf_clear(words);
	buf_clear(&all);
}

/* The nearest row that can be chosen from I on, or back; L->n if there is
 * none. */
static size_t
choosable(const struct list *l, size_t i, bool down)
{
	while (i < l->n && l->at[i].head)
		i = down ? i + 1 : i ? i - 1 : l->n;
	return i < l->n ? i : l->n;
}

/* The cursor rests on a head row only where there is no other. */
static void
leave_head(struct list *l, bool down)
{
	size_t i = choosable(l, l->cursor, down);

	if (i == l->n)
		i = choosable(l, l->cursor, !down);
	if (i < l->n)
		l->cursor = i;
}

void
list_leave_head(struct list *l)
{
	leave_head(l, true);
}

void
list_refill(struct reader *r)
{
	list_clear(&r->list);
	switch (r->list.kind) {
	case LIST_OWN:
		list_fill_own(r);
		break;
	case LIST_ALL:
		list_fill_all(r);
		break;
	case LIST_CHANGES:
		list_fill_changes(r);
		break;
	case LIST_ACROSS:
		across_list(r);
		break;
	}
	if (r->list.cursor >= r->list.n)
		r->list.cursor = r->list.n ? r->list.n - 1 : 0;
	leave_head(&r->list, true);
}

static const char *
none_of(const struct reader *r)
{
	switch (r->list.kind) {
	case LIST_ALL:
		return "no marks in any text yet";
	case LIST_OWN:
		return "no marks in this text yet: s highlights, B bookmarks, "
		       "a notes";
	case LIST_CHANGES:
	case LIST_ACROSS:
		break;
	}
	if (r->anchoring.compare)
		return "still comparing: once more in a moment";
	return "no paragraph is known to have changed since last time";
}

/* The cursor begins on the first mark that is not before the screen. */
static void
put_cursor(struct reader *r)
{
	struct list *l = &r->list;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->at[i].index < r->marks.n &&
		    r->marks.at[l->at[i].index].at.end >= r->top)
			break;
	l->cursor = i < l->n ? i : 0;
	leave_head(l, true);
}

void
list_open(struct reader *r, enum list_kind kind)
{
	if (kind == LIST_ACROSS && !across_begin(r))
		return;
	edit_clear(&r->list.filter);
	r->list.filtering = false;
	r->list.kind = kind;
	r->list.cursor = kind == LIST_ACROSS ? r->across.cursor : 0;
	r->list.top = 0;
	list_refill(r);
	if (kind == LIST_OWN)
		put_cursor(r);
	if (!r->list.n && kind != LIST_ACROSS)
		say(r, "%s", none_of(r));
	else
		r->mode = MODE_LIST;
}

/* The row under the cursor; NULL where that is none that can be chosen. */
static const struct list_row *
chosen(const struct reader *r)
{
	const struct list *l = &r->list;

	if (l->cursor >= l->n || l->at[l->cursor].head)
		return NULL;
	return &l->at[l->cursor];
}

static void
go_to_mark(struct reader *r, size_t i)
{
	if (r->marks.at[i].state == MARK_DOUBTFUL)
		doubt_begin(r, i);
	else
		annotate_go(r, i);
}

void
reader_go_to_mark(struct reader *r, const char *id)
{
	size_t i;

	while (r->anchoring.seeking)
		anchoring_work(r, false);
	for (i = 0; i < r->marks.n; i++) {
		const char *is = rec_get(r->marks.at[i].rec, "Id");

		if (is && !strcmp(is, id)) {
			go_to_mark(r, i);
			return;
		}
	}
	say(r, "that mark is not of this text any more");
}

static void
go_to_other_text(struct reader *r, const struct rec *mark)
{
	const char *id = rec_get(mark, "Work");
	const struct rec *work = id ? marks_by_id(r->store, id) : NULL;

	if (work && rec_get(work, "Path"))
		request_add(r, REQUEST_OPEN, rec_get(work, "Path"),
		            rec_get(mark, "Id"));
	else
		say(r, "it is not known where that text lies");
}

static void
go(struct reader *r)
{
	const struct list_row *row = chosen(r);

	if (!row)
		return;
	r->mode = MODE_READ;
	if (r->list.kind == LIST_ACROSS && !row->of)
		across_go(r, row->index);
	else if (!row->of)
		jump_to(r, row->place);
	else if (row->index != OUTLINE_NONE)
		go_to_mark(r, row->index);
	else
		go_to_other_text(r, row->of);
}

void
list_click(struct reader *r, unsigned row)
{
	size_t i = r->list.top + row - 1; /* below the list's title */

	if (!row || i >= r->list.n || r->list.at[i].head)
		return;
	r->list.filtering = false;
	r->list.cursor = r->across.cursor = i;
	go(r);
}

static void
remove_row(struct reader *r)
{
	const struct list_row *row = chosen(r);

	if (!row || !row->of) {
		say(r, "only your own marks can be removed");
		return;
	}
	if (row->index != OUTLINE_NONE) {
		annotate_remove(r, row->index);
	} else if (marks_remove(r->store, row->of, &r->stamp)) {
		annotate_refresh(r);
		request_add(r, REQUEST_SAVE, NULL, NULL);
	}
	list_refill(r);
	if (!r->list.n && !r->list.filter.text.n)
		r->mode = MODE_READ;
}

static void
filter_key(struct reader *r, uint32_t key)
{
	switch (edit_key(&r->list.filter, key)) {
	case EDIT_GOES_ON:
		break;
	case EDIT_DONE:
		r->list.filtering = false;
		go(r);
		return;
	case EDIT_CANCELLED:
		edit_clear(&r->list.filter);
		r->list.filtering = false;
		break;
	case EDIT_UNKNOWN:
		/* who moves has typed enough: x is a command again */
		r->list.filtering = !filter_move(&r->list.cursor, r->list.n,
		                                 r->geometry.text_rows, key);
		leave_head(&r->list, key != INPUT_UP);
		return;
	}
	r->list.cursor = 0;
	list_refill(r);
}

static enum command
command_of(const struct reader *r, uint32_t key)
{
	bool prefix;

	return keymap_command(&r->settings->keys, key, 0, false, &prefix);
}

void
list_key(struct reader *r, uint32_t key)
{
	size_t before = r->list.cursor;

	if (r->list.kind == LIST_ACROSS)
		r->across.cursor = r->list.cursor;
	if (r->list.filtering) {
		filter_key(r, key);
	} else if (filter_move(&r->list.cursor, r->list.n,
	                       r->geometry.text_rows, key)) {
		leave_head(&r->list, r->list.cursor >= before);
	} else if (key == INPUT_ENTER || key == INPUT_RIGHT) {
		go(r);
	} else if (key == '/') {
		r->list.filtering = true;
	} else if (key == INPUT_ESCAPE && r->list.filter.text.n) {
		edit_clear(&r->list.filter);
		list_refill(r);
	} else if (key == 'x') {
		remove_row(r);
	} else if (!undo_command(r, command_of(r, key), 1)) {
		r->mode = MODE_READ;
	} else {
		list_refill(r);
	}
}
