/* The side pane: sections, footnotes of the page, own notes. */
#include "reader/pane.h"

#include <limits.h>

#include "base/vec.h"
#include "reader/annotate.h"
#include "reader/filter.h"
#include "reader/jump.h"
#include "reader/margin.h"
#include "reader/pane_fold.h"
#include "reader/say.h"
#include "reader/show.h"
#include "reader/view.h"

static void
add_row(struct reader *r, enum pane_kind kind, size_t index)
{
	struct pane_row row = {kind, index};

	vec_push(&r->pane, row);
}

/* What is filtered is looked for below folded sections too. */
static void
add_sections(struct reader *r)
{
	const struct outline *o = r->outline;
	const char *query = buf_text(&r->pane.filter.text);
	unsigned deepest = UINT_MAX;
	size_t i;

	for (i = 0; i < o->sections.n; i++) {
		const struct section *s = &o->sections.at[i];

		if (*query) {
			if (filter_lets(query, s->title))
				add_row(r, PANE_SECTION, i);
		} else if (s->level <= deepest) {
			add_row(r, PANE_SECTION, i);
			deepest = pane_is_folded(r, i) ? s->level : UINT_MAX;
		}
	}
}

/* Each note once, however often the page refers to it. */
static void
add_footnotes(struct reader *r)
{
	size_t first, end, i, k, begin = r->pane.n;

	state_refs(r, &first, &end);
	for (i = first; i < end; i++) {
		size_t note = r->outline->refs.at[i].note;

		for (k = begin; k < r->pane.n; k++)
			if (r->pane.at[k].index == note)
				break;
		if (k == r->pane.n)
			add_row(r, PANE_NOTE, note);
	}
}

static void
add_own(struct reader *r)
{
	size_t i;

	for (i = 0; i < r->marks.n; i++)
		if (show_mark(r, &r->marks.at[i]) &&
		    rec_get(r->marks.at[i].rec, "Note") && !margin_holds(r, i))
			add_row(r, PANE_MARK, i);
}

void
state_fill_pane(struct reader *r)
{
	if (r->pane.filled) {
		r->pane.n = r->pane.sections;
	} else {
		r->pane.n = 0;
		add_sections(r);
		r->pane.sections = r->pane.n;
		r->pane.filled = true;
	}
	add_footnotes(r);
	margin_fill(r);
	add_own(r);
	if (r->pane.cursor >= r->pane.n)
		r->pane.cursor = r->pane.n ? r->pane.n - 1 : 0;
}

/* The cursor begins on the section one is in. */
static void
put_cursor(struct reader *r)
{
	size_t here = outline_section_at(r->outline, r->kept), i;

	r->pane.cursor = 0;
	for (i = 0; i < r->pane.n; i++)
		if (r->pane.at[i].kind == PANE_SECTION &&
		    r->pane.at[i].index == here)
			r->pane.cursor = i;
}

static bool
is_wide(const struct reader *r)
{
	return r->cols >= STATE_WIDE;
}

static void
leave(struct reader *r)
{
	r->mode = MODE_READ;
	r->pane.filtering = false;
	edit_clear(&r->pane.filter);
	r->pane.filled = false;
	if (r->pane.over) {
		r->pane.over = false;
		show_set_up(r);
	}
	state_fill_pane(r);
}

void
pane_focus(struct reader *r)
{
	if (is_wide(r) && !r->pane.shown) {
		r->pane.shown = true;
		show_set_up(r);
	} else if (!is_wide(r)) {
		r->pane.over = true;
		show_set_up(r);
	}
	r->mode = MODE_PANE;
	state_fill_pane(r);
	put_cursor(r);
}

void
pane_toggle(struct reader *r)
{
	if (!is_wide(r)) {
		pane_focus(r);
		return;
	}
	r->pane.shown = !r->pane.shown;
	r->hits.pane_called = false;
	show_set_up(r);
}

static void
go(struct reader *r)
{
	struct pane_row row;

	if (r->pane.cursor >= r->pane.n)
		return;
	row = r->pane.at[r->pane.cursor];
	leave(r);
	switch (row.kind) {
	case PANE_SECTION:
		jump_to(r, r->outline->sections.at[row.index].at);
		break;
	case PANE_NOTE:
		jump_to(r, r->outline->notes.at[row.index].at);
		break;
	case PANE_MARK:
		annotate_go(r, row.index);
		break;
	}
}

void
pane_click(struct reader *r, unsigned row)
{
	size_t i = view_pane_row(r, row);

	if (i == OUTLINE_NONE)
		return;
	r->pane.cursor = i;
	go(r);
}

static void
remove_row(struct reader *r)
{
	const struct pane_row *row = &r->pane.at[r->pane.cursor];

	if (r->pane.cursor < r->pane.n && row->kind == PANE_MARK)
		annotate_remove(r, row->index);
	else
		say(r, "only your own marks can be removed");
}

static void
filter_key(struct reader *r, uint32_t key)
{
	switch (edit_key(&r->pane.filter, key)) {
	case EDIT_GOES_ON:
		break;
	case EDIT_DONE:
		r->pane.filtering = false;
		go(r);
		return;
	case EDIT_CANCELLED:
		edit_clear(&r->pane.filter);
		r->pane.filtering = false;
		break;
	case EDIT_UNKNOWN:
		/* who moves has typed enough: x is a command again */
		r->pane.filtering = !filter_move(&r->pane.cursor, r->pane.n,
		                                 r->geometry.text_rows, key);
		return;
	}
	r->pane.cursor = 0;
	r->pane.filled = false;
	state_fill_pane(r);
}

static void
show_all(struct reader *r)
{
	edit_clear(&r->pane.filter);
	r->pane.filled = false;
	state_fill_pane(r);
	put_cursor(r);
}

void
pane_key(struct reader *r, uint32_t key)
{
	bool prefix;
	enum command c;

	if (r->pane.filtering) {
		filter_key(r, key);
		return;
	}
	if (filter_move(&r->pane.cursor, r->pane.n, r->geometry.text_rows,
	                key))
		return;
	c = keymap_command(&r->settings->keys, key, 0, false, &prefix);
	if (pane_fold_key(r, key))
		return;
	if (key == INPUT_ENTER || key == INPUT_RIGHT)
		go(r);
	else if (key == '/')
		r->pane.filtering = true;
	else if (key == INPUT_ESCAPE && r->pane.filter.text.n)
		show_all(r);
	else if (c == COMMAND_REMOVE || key == 'x')
		remove_row(r);
	else if (c == COMMAND_HELP)
		r->mode = MODE_HELP;
	else
		leave(r);
}
