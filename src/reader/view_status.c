/* The last line: where one is and how to get help, or a message. */
#include "reader/view.h"

#include <string.h>

#include "layout/pages.h"
#include "reader/find.h"
#include "reader/show.h"

enum {
	LEAST_SECTION = 8, /* [col] less of a title tells nothing */
	LEAST_TITLE = 10,
	GAP = 2, /* [col] between two parts */
};

/* Where the reader is: the place gone to while it is on the screen. */
static text_pos
place_here(const struct reader *r)
{
	struct span shown = state_shown(r);

	return r->kept >= shown.start && r->kept < shown.end ? r->kept
	                                                     : shown.start;
}

static void
add_page(const struct reader *r, struct buf *out)
{
	bool all;
	size_t n = pages_count(r->layout, &all), last = show_last_page(r);

	if (r->page == PAGE_UNKNOWN)
		buf_str(out, "p. \342\200\246/");
	else
		buf_printf(out, last > r->page ? "p. %zu-%zu/" : "p. %zu/",
		           r->page + 1, last + 1);
	if (all)
		buf_printf(out, "%zu", n);
	else
		buf_str(out, "\342\200\246");
}

static void
add_percent(const struct reader *r, struct buf *out)
{
	text_pos p = place_here(r);
	unsigned percent = 100;

	if (!reader_is_at_end(r) && r->text->n)
		percent = (unsigned)((double)p * 100 / (double)r->text->n +
		                     0.5);
	buf_printf(out, "%u%%", percent);
}

/* How much of a text that is still being read is known. */
static void
add_progress(const struct reader *r, struct buf *out)
{
	size_t known = r->outline->known, n = r->text->n;

	buf_str(out, "reading\342\200\246");
	if (known < n)
		buf_printf(out, " %u%%",
		           (unsigned)((double)known * 100 / (double)n));
}

/* Where the text of section S ends: what an archive or a printer put behind it
 * is nothing that is left to read. */
static text_pos
section_end(const struct reader *r, size_t s)
{
	const struct outline *o = r->outline;
	text_pos end = s + 1 < o->sections.n ? o->sections.at[s + 1].at
	                                     : r->text->n;
	size_t b = o->blocks.n ? outline_block_at(o, end ? end - 1 : 0) : 0;

	while (b > 0 && (o->blocks.at[b].start >= end ||
	                 o->blocks.at[b].kind == BLOCK_FURNITURE))
		b--;
	return b < o->blocks.n && o->blocks.at[b].end < end
	               ? o->blocks.at[b].end
	               : end;
}

/* Pages of this section behind this one, where they are known without setting
 * more of the text. */
static void
add_left(const struct reader *r, struct buf *out)
{
	const struct outline *o = r->outline;
	size_t s = outline_section_at(o, place_here(r)), last;
	size_t shown = show_last_page(r);
	text_pos end;
	bool all;

	if (o->partial) {
		add_progress(r, out);
		return;
	}
	if (s == OUTLINE_NONE || r->page == PAGE_UNKNOWN)
		return;
	end = section_end(r, s);
	last = pages_count(r->layout, &all) - 1;
	if (!all && pages_start(r->layout, &last) < end)
		return;
	last = pages_of(r->layout, end ? end - 1 : 0);
	buf_printf(out, "%zu left", last > shown ? last - shown : 0);
}

static unsigned
width_of(const struct buf *b)
{
	return frame_width(buf_text(b), b->n);
}

/* Appends PART to the right-hand end where *ROOM has columns for it. */
static bool
fit(struct buf *part, struct buf *parts, size_t i, unsigned *room)
{
	unsigned need = width_of(part);

	if (!part->n || need + GAP > *room) {
		buf_clear(part);
		return false;
	}
	*room -= need + GAP;
	parts[i] = *part;
	return true;
}

enum { HIT, PAGE, PERCENT, LEFT, HELP, PARTS };

/* What stands at the right, the most needed first to get room; in order of
 * PARTS as they stand. */
static unsigned
make_right(const struct reader *r, struct buf parts[PARTS], unsigned room)
{
	struct buf part = {0}, key = {0};

	add_page(r, &part);
	fit(&part, parts, PAGE, &room);
	part = (struct buf){0};
	if (r->find.shown)
		find_number(r, &part);
	fit(&part, parts, HIT, &room);
	view_key(r, COMMAND_HELP, &key);
	part = (struct buf){0};
	/* ":help" says it by itself */
	buf_printf(&part, key.n > 1 && key.at[0] == ':' ? "%s" : "%s help",
	           buf_text(&key));
	if (!fit(&part, parts, HELP, &room))
		fit(&key, parts, HELP, &room);
	else
		buf_clear(&key);
	part = (struct buf){0};
	add_percent(r, &part);
	fit(&part, parts, PERCENT, &room);
	part = (struct buf){0};
	add_left(r, &part);
	if (room > LEAST_SECTION)
		fit(&part, parts, LEFT, &room);
	else
		buf_clear(&part);
	return room;
}

static const char *
title_of(const struct reader *r)
{
	if (r->outline->title)
		return r->outline->title;
	return r->name ? r->name : "";
}

/* What keys do in a mode that says so nowhere else; NULL in the others. */
static const char *
hint_of(const struct reader *r)
{
	switch (r->mode) {
	case MODE_PANE:
		if (r->pane.filtering)
			return "Enter goes  Esc: all again";
		return "Enter goes  / filters  x removes  Esc back";
	case MODE_LIST:
		if (r->list.filtering)
			return "Enter goes  Esc: all again";
		if (r->list.kind == LIST_CHANGES || r->list.kind == LIST_ACROSS)
			return "Enter goes  / filters  Esc closes";
		return "Enter goes  / filters  x removes  Esc closes";
	case MODE_HITS:
		return "Enter goes  arrows, n N show  Esc back";
	case MODE_HELP:
		return "arrows, PgDn scroll  Esc closes";
	default:
		return NULL;
	}
}

/* Title and section share what is left: the section goes first. */
static void
put_left(const struct reader *r, struct frame *f, unsigned row, unsigned room)
{
	size_t s = outline_section_at(r->outline, place_here(r));
	const char *title = title_of(r), *hint = hint_of(r);
	const char *section = s == OUTLINE_NONE
	                      ? NULL : r->outline->sections.at[s].title;
	unsigned need, used = 1;

	if (hint || !section) {
		if (room > LEAST_SECTION)
			frame_put(f, 1, row, room, hint ? hint : title,
			          STYLE_STATUS, FRAME_REVERSE);
		return;
	}
	need = frame_width(section, strlen(section)) + 3;
	if (need > room * 2 / 3)
		need = room * 2 / 3;
	if (room >= LEAST_TITLE + need) {
		used += frame_put(f, used, row, room - need, title,
		                  STYLE_STATUS, FRAME_REVERSE);
		used += frame_put(f, used, row, 3, " \302\267 ", STYLE_STATUS,
		                  FRAME_REVERSE);
	}
	if (room > LEAST_SECTION)
		frame_put(f, used, row, room + 1 - used, section, STYLE_STATUS,
		          FRAME_REVERSE | FRAME_BOLD);
}

/* A count or the first key of a sequence, at the very right. */
static unsigned
put_typed(const struct reader *r, struct frame *f, unsigned row)
{
	struct buf typed = {0};
	unsigned width;

	if (r->count)
		buf_printf(&typed, "%lu", r->count);
	if (r->pending)
		keymap_name(r->pending, &typed);
	if (r->mode == MODE_LABELS && r->labels.typed)
		buf_char(&typed, r->labels.typed);
	width = width_of(&typed);
	if (width && width < f->cols)
		frame_put(f, f->cols - 1 - width, row, width,
		          buf_text(&typed), STYLE_STATUS,
		          FRAME_REVERSE | FRAME_BOLD);
	buf_clear(&typed);
	return width ? width + GAP : 0;
}

static void
put_place(const struct reader *r, struct frame *f, unsigned row,
          unsigned room)
{
	struct buf parts[PARTS] = {{0}};
	unsigned left = make_right(r, parts, room + GAP), col, i;

	left = left > GAP ? left - GAP : 0;
	col = 1 + room;
	for (i = PARTS; i-- > 0;) {
		unsigned width = width_of(&parts[i]);

		if (!width)
			continue;
		col -= width;
		frame_put(f, col, row, width, buf_text(&parts[i]),
		          STYLE_STATUS, FRAME_REVERSE);
		col -= col > GAP ? GAP : col;
		buf_clear(&parts[i]);
	}
	put_left(r, f, row, left);
}

void
view_status(struct reader *r, struct frame *f)
{
	unsigned row = r->geometry.status_row, room = f->cols - 2, typed;
	uint8_t style = r->alert ? STYLE_ALERT : STYLE_STATUS;
	uint8_t attributes = FRAME_REVERSE;

	if (r->message && r->alert)
		attributes |= FRAME_BOLD;
	frame_fill(f, 0, row, f->cols, r->message ? style : STYLE_STATUS,
	           attributes);
	typed = put_typed(r, f, row);
	room -= typed < room ? typed : room;
	if (r->message)
		frame_put(f, 1, row, room, r->message, style, attributes);
	else
		put_place(r, f, row, room);
}
