/* The list of all that a search found: moving through it shows each place. */
#include "reader/hits.h"

#include "base/vec.h"
#include "reader/annotate.h"
#include "reader/filter.h"
#include "reader/find.h"
#include "reader/jump.h"
#include "reader/list.h"
#include "reader/say.h"
#include "reader/show.h"
#include "text/query.h"

size_t
hits_count(const struct hit_list *h)
{
	return h->places.n + h->own.n;
}

const struct hit_row *
hits_row(const struct hit_list *h, size_t i)
{
	return i < h->places.n ? &h->places.at[i]
	                       : &h->own.at[i - h->places.n];
}

void
hits_clear(struct hit_list *h)
{
	vec_clear(&h->places);
	vec_clear(&h->own);
}

static bool
is_head(const struct hit_list *h, size_t i)
{
	enum hit_kind kind = hits_row(h, i)->kind;

	return kind == HIT_SECTION || kind == HIT_MARKS;
}

/* Each section's name stands above its hits. */
void
hits_fill(struct reader *r)
{
	const struct outline *o = r->outline;
	struct hit_list *h = &r->hits;
	size_t was = h->places.n;

	for (; h->listed < r->find.hits.n; h->listed++) {
		text_pos p = r->find.hits.at[h->listed].start;
		size_t section = outline_section_at(o, p);

		if (o->sections.n && (!h->listed || section != h->section)) {
			struct hit_row head = {HIT_SECTION, section};

			vec_push(&h->places, head);
		}
		h->section = section;
		vec_push(&h->places,
		         ((struct hit_row){HIT_PLACE, h->listed}));
	}
	/* the marks move down, and the cursor with them */
	if (h->cursor >= was && h->own.n && was)
		h->cursor += h->places.n - was;
}

/* Marks whose note or quotation has the words. */
static void
fill_own(struct reader *r)
{
	struct hit_list *h = &r->hits;
	size_t i;

	h->own.n = 0;
	for (i = 0; i < r->marks.n; i++) {
		const char *note = rec_get(r->marks.at[i].rec, "Note");
		const char *quote = rec_get(r->marks.at[i].rec, "Quote");

		if (!(note && query_is_in(r->find.query, note)) &&
		    !(quote && query_is_in(r->find.query, quote)))
			continue;
		if (!h->own.n)
			vec_push(&h->own, ((struct hit_row){HIT_MARKS, 0}));
		vec_push(&h->own, ((struct hit_row){HIT_MARK, i}));
	}
}

/* The row of hit I: the rows between are heads. */
static size_t
row_of(const struct hit_list *h, size_t i)
{
	size_t low = 0, high = h->places.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2, at = middle;

		while (h->places.at[at].kind == HIT_SECTION)
			at++;
		if (h->places.at[at].index < i)
			low = at + 1;
		else
			high = middle;
	}
	return low;
}

/* The cursor never rests on a head. */
static void
leave_head(struct hit_list *h, bool down)
{
	size_t n = hits_count(h);

	while (h->cursor < n && is_head(h, h->cursor)) {
		if ((down && h->cursor + 1 < n) || !h->cursor)
			h->cursor++;
		else
			h->cursor--;
		down = down || !h->cursor;
	}
}

static bool
is_beside(const struct reader *r)
{
	return r->geometry.pane_cols && !r->geometry.pane_over;
}

unsigned
hits_top(const struct reader *r)
{
	const struct geometry *g = &r->geometry;

	return is_beside(r) ? 0 : g->status_row - g->status_row / 2;
}

bool
hits_stay(const struct reader *r)
{
	return r->hits.stays && r->hits.places.n && r->find.shown &&
	       is_beside(r) && r->mode != MODE_HITS && r->mode != MODE_PANE;
}

void
hits_follow(struct reader *r)
{
	struct hit_list *h = &r->hits;

	h->cursor = row_of(h, find_before(r, r->find.hit.start));
	if (h->cursor >= h->places.n)
		h->cursor = h->places.n - 1;
	leave_head(h, true);
}

void
hits_leave(struct reader *r)
{
	struct hit_list *h = &r->hits;

	h->stays = false;
	if (!h->pane_called)
		return;
	h->pane_called = false;
	r->pane.shown = false;
	show_set_up(r);
}

/* Scrolls, where the list would cover the place P that was just shown. */
static void
uncover(struct reader *r, text_pos p)
{
	unsigned top = hits_top(r), room, i;

	if (!top)
		return;
	room = top > r->geometry.text_row ? top - r->geometry.text_row : 1;
	for (i = 0; i + 1 < r->lines.n && r->lines.at[i].next <= p; i++)
		;
	if (i + 1 >= room && r->lines.n) {
		i -= room / 2;
		show_lines_from(r, r->lines.at[i].start);
		r->kept = p;
	}
}

static void
show(struct reader *r)
{
	struct hit_list *h = &r->hits;
	const struct hit_row *row;
	const struct mark *m;

	if (h->cursor >= hits_count(h))
		return;
	row = hits_row(h, h->cursor);
	if (row->kind == HIT_PLACE) {
		find_show(r, r->find.hits.at[row->index]);
		uncover(r, r->kept);
	} else if (row->kind == HIT_MARK) {
		m = &r->marks.at[row->index];
		if (m->state != MARK_LOST) {
			show_place(r, m->at.start);
			uncover(r, r->kept);
		}
	}
}

void
hits_open(struct reader *r)
{
	struct hit_list *h = &r->hits;

	if (!r->find.query) {
		say(r, "nothing searched for yet: / searches, & lists");
		return;
	}
	if (h->again) {
		h->again = false;
		list_open(r, LIST_ACROSS);
		return;
	}
	h->listed = h->places.n = h->top = h->cursor = 0;
	hits_fill(r);
	fill_own(r);
	if (!hits_count(h) && find_is_counted(r)) {
		say(r, "nothing found here: %s; & again looks in all texts",
		    r->find.words);
		h->again = true;
		return;
	}
	h->from = jump_here(r);
	h->hit_before = r->find.hit;
	if (r->cols >= STATE_WIDE && !r->pane.shown) {
		h->pane_called = true;
		r->pane.shown = true;
		show_set_up(r);
	}
	r->mode = MODE_HITS;
	h->cursor = row_of(h, find_before(r, r->kept));
	if (h->cursor >= h->places.n && h->places.n)
		h->cursor = h->places.n - 1;
	leave_head(h, true);
	show(r);
}

/* Shows what was shown before the list. */
static void
go_back(struct reader *r)
{
	jump_restore(r, &r->hits.from);
	r->find.hit = r->hits.hit_before;
}

static void
close(struct reader *r)
{
	r->mode = MODE_READ;
	hits_leave(r);
	go_back(r);
}

/* Beside the text the list stays; not with marks, since they may be others
 * soon. */
static void
stay_or_close(struct reader *r)
{
	if (!is_beside(r)) {
		close(r);
		return;
	}
	r->mode = MODE_READ;
	r->hits.stays = true;
	r->hits.own.n = 0;
	go_back(r);
}

/* As one jump from where one was before the list. */
static void
go(struct reader *r)
{
	struct hit_list *h = &r->hits;
	struct hit_row row;

	if (h->cursor >= hits_count(h))
		return;
	row = *hits_row(h, h->cursor);
	stay_or_close(r);
	if (row.kind == HIT_MARK) {
		annotate_go(r, row.index);
	} else if (row.kind == HIT_PLACE) {
		jump_remember(r);
		find_show(r, r->find.hits.at[row.index]);
	}
}

void
hits_key(struct reader *r, uint32_t key)
{
	struct hit_list *h = &r->hits;
	size_t before = h->cursor, n = hits_count(h);
	unsigned rows = r->geometry.status_row - hits_top(r) - 1;
	bool prefix;
	enum command c = keymap_command(&r->settings->keys, key, 0, false,
	                                &prefix);

	if (c == COMMAND_NEXT_HIT || c == COMMAND_PREV_HIT)
		key = c == COMMAND_NEXT_HIT ? INPUT_DOWN : INPUT_UP;
	if (filter_move(&h->cursor, n, rows, key)) {
		leave_head(h, h->cursor >= before);
		show(r);
	} else if (key == INPUT_ENTER || key == INPUT_RIGHT) {
		go(r);
	} else if (c == COMMAND_HITS) {
		close(r);
		list_open(r, LIST_ACROSS);
	} else if (c == COMMAND_SEARCH || c == COMMAND_SEARCH_BACK) {
		close(r);
		find_prompt(r, c == COMMAND_SEARCH_BACK);
	} else {
		close(r);
	}
}
