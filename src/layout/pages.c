/* Lines into pages that stay the same for a window's size. */
#include "layout/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/lines.h"
#include "layout/setting.h"
#include "layout/stops.h"

enum {
	AHEAD = 2,    /* [ln] seen behind a page, to know what is cut off */
	RULED_MIN = 6, /* [ln] a smaller page breaks paragraphs anywhere */
};

/* What finding a page needs to know of a line. */
struct row {
	size_t start;   /* a place or, BY_COLUMN, a column of the stops */
	size_t block;
	bool by_column;
	uint8_t above;  /* lines of its paragraph above it, 2 for more */
	bool last;      /* of its block */
	bool heading;
	bool gap;       /* a blank line stands above it */
};

/*
 * The rows from the start of the page that is next to be found, as far as they
 * are set; SETTING goes on behind them.
 */
struct pager {
	struct setting setting;
	size_t block; /* the next one to begin */
	bool setting_on;
	/* the setting goes on by columns of the stops: from COL to END */
	bool by_columns;
	stops_col col, end;
	unsigned room; /* [col] */
	struct row *rows; /* in the same allocation: HEIGHT + AHEAD of them */
	size_t n;
};

static struct pager *
pager_new(const struct layout *l)
{
	size_t rows = (size_t)l->height + AHEAD;
	struct pager *g = mem_new(sizeof *g + rows * sizeof *g->rows);

	g->rows = (struct row *)(g + 1);
	return g;
}

/* Whether BLOCK can be set: in a text of which more will be known it is not
 * an island. */
static bool
is_reached(const struct layout *l, size_t block)
{
	const struct outline *o = l->outline;

	return block < o->blocks.n &&
	       (!o->partial || o->blocks.at[block].start < o->known);
}

/* A row for the line of the setting's block that begins at START. */
static void
add_row(const struct layout *l, struct pager *g, size_t start, bool first,
        bool last)
{
	const struct block *b = &g->setting.block;
	size_t n = g->n++;
	unsigned above;

	if (first)
		above = b->continues ? 2 : 0;
	else
		above = n && !g->rows[n - 1].above ? 1 : 2;
	g->rows[n] = (struct row){
		.start = start,
		.block = g->setting.index,
		.by_column = g->by_columns,
		.above = (uint8_t)above,
		.last = last,
		.heading = b->kind == BLOCK_HEADING,
		.gap = first && lines_gap(l, g->setting.index),
	};
}

static bool
begin_columns(const struct layout *l, struct pager *g)
{
	const struct setting *s = &g->setting;

	if (!l->stops || !setting_flows(s, &g->room))
		return false;
	g->col = stops_column(l->stops, s->p);
	g->end = stops_column(l->stops, s->block.end);
	return true;
}

/* Where the setting goes on in bytes. */
static void
end_columns(const struct layout *l, struct pager *g)
{
	struct setting *s = &g->setting;

	s->p = g->col == g->end ? s->block.end
	                        : stops_place(l->stops, s->p, g->col);
	g->by_columns = false;
}

/* Sets lines by the stops, up to SEEN rows in all. */
static void
pull_columns(const struct layout *l, struct pager *g, size_t seen)
{
	enum { BATCH = 32 };
	stops_col next[BATCH];
	size_t n, want, i;

	do {
		want = seen - g->n < BATCH ? seen - g->n : BATCH;
		n = stops_lines(l->stops, g->col, g->end, g->room, next, want);
		for (i = 0; i < n; i++) {
			add_row(l, g, g->col, !g->setting.begun,
			        next[i] == g->end);
			g->col = next[i];
			g->setting.begun = true;
		}
	} while (n == want && g->n < seen);
	if (n < want || g->col == g->end)
		end_columns(l, g);
}

/* Sets more lines of the text, up to SEEN rows in all; false behind the
 * last. */
static bool
pull(const struct layout *l, struct pager *g, size_t seen)
{
	struct line line;

	if (g->setting_on && !g->by_columns)
		g->by_columns = begin_columns(l, g);
	if (g->by_columns)
		pull_columns(l, g, seen);
	if (g->n == seen)
		return true;
	if (g->setting_on && setting_next(&g->setting, &line)) {
		add_row(l, g, line.start, line.first, line.last);
		return true;
	}
	if (!is_reached(l, g->block))
		return false;
	setting_begin(&g->setting, l, g->block++);
	g->setting_on = true;
	return true;
}

/* Rows that a page of HEIGHT lines has room for; a gap at its head is left
 * out. */
static size_t
rows_that_fit(const struct pager *g, unsigned height)
{
	size_t i, used = 0;

	for (i = 0; i < g->n; i++) {
		used += 1u + (i && g->rows[i].gap);
		if (used > height)
			break;
	}
	return i;
}

/* Whether a page that ends above row I leaves no single line of a paragraph
 * on either side. */
static bool
spares_paragraph(const struct pager *g, size_t i)
{
	const struct row *row = &g->rows[i];
	bool goes_on = i + 1 < g->n && row[1].block != row->block &&
	               row[1].above;

	return !row->above || (row->above > 1 && (!row->last || goes_on));
}

/* Whether a page that ends above row I has at least LINES lines behind the
 * last of its headings. */
static bool
spares_heading(const struct pager *g, size_t i, size_t lines)
{
	size_t n;

	for (n = 1; n <= lines && n <= i; n++)
		if (g->rows[i - n].heading)
			return false;
	return true;
}

/*
 * Rows of the page that begins with the first row and is full at FIT: the most
 * that keep the rules; where none do, the rules give way one by one.
 */
static size_t
rows_of_page(const struct pager *g, size_t fit, unsigned height)
{
	static const struct {
		bool paragraphs;
		size_t lines;
	} rules[] = { { true, 2 }, { false, 2 }, { false, 1 } };
	size_t rule, i;

	for (rule = height < RULED_MIN; rule < 3; rule++)
		for (i = fit; i > 0; i--)
			if (spares_heading(g, i, rules[rule].lines) &&
			    (!rules[rule].paragraphs ||
			     spares_paragraph(g, i)))
				return i;
	return fit;
}

/*
 * A long list of pages gets room for all that there may be at once, going by
 * how far it reaches: moving it as it grows would keep a key waiting.
 */
static void
add_page(struct layout *l, text_pos start)
{
	enum { LONG = 4096 };
	size_t n = l->pages.n;

	if (n == l->pages.cap && n >= LONG && start)
		l->pages.at = mem_room(l->pages.at, &l->pages.cap,
		                       (size_t)((double)n * 9 / 8 *
		                                (double)l->text->n /
		                                (double)start) + 1,
		                       sizeof *l->pages.at);
	vec_push(&l->pages, start);
}

/* False while it is not known what the text begins with. */
static bool
begin_pages(struct layout *l)
{
	const struct outline *o = l->outline;

	if (o->partial && !is_reached(l, 0))
		return false;
	l->pager = pager_new(l);
	vec_push(&l->pages, o->blocks.n ? o->blocks.at[0].start : 0);
	return true;
}

/* Where ROW begins. */
static text_pos
place_of(const struct layout *l, const struct row *row)
{
	if (!row->by_column)
		return row->start;
	return stops_place(l->stops, l->outline->blocks.at[row->block].start,
	                   (stops_col)row->start);
}

/*
 * Finds where the next page begins or that there is none; returns the lines of
 * the page before it, 0 where that cannot be told until more of the text is
 * known.
 */
static size_t
find_page(struct layout *l)
{
	struct pager *g;
	size_t fit, n, seen = (size_t)l->height + AHEAD;

	if (!l->pager && !begin_pages(l))
		return 0;
	g = l->pager;
	while (g->n < seen && pull(l, g, seen))
		;
	if (g->n < seen && l->outline->partial)
		return 0;
	fit = rows_that_fit(g, l->height);
	if (fit == g->n) {
		l->paged = true;
		free(g);
		l->pager = NULL;
		return fit + 1;
	}
	n = rows_of_page(g, fit, l->height);
	g->n -= n;
	memmove(g->rows, g->rows + n, g->n * sizeof *g->rows);
	add_page(l, place_of(l, &g->rows[0]));
	return n;
}

bool
pages_step(struct layout *l, size_t lines)
{
	size_t n = 0, more;

	while (!l->paged && n < lines) {
		more = find_page(l);
		if (!more)
			return true;
		n += more;
	}
	return l->paged;
}

/* Whether the page of P is among those found. */
static bool
is_found(const struct layout *l, text_pos p)
{
	return l->paged || (l->pages.n && l->pages.at[l->pages.n - 1] > p);
}

bool
pages_reach(struct layout *l, text_pos p, size_t most)
{
	const struct outline *o = l->outline;
	text_pos known = o->partial && o->known < p ? o->known : p;

	while (!is_found(l, p)) {
		text_pos last = l->pages.n ? l->pages.at[l->pages.n - 1] : 0;

		if (known > last && known - last > most)
			return false;
		if (!find_page(l))
			return o->partial && p < o->known && l->pages.n;
	}
	return true;
}

static text_pos
last_found(const struct layout *l)
{
	return l->pages.n ? l->pages.at[l->pages.n - 1] : 0;
}

bool
pages_reach_page(struct layout *l, size_t page, size_t most)
{
	text_pos from = last_found(l);

	while (!l->paged && l->pages.n <= page)
		if (last_found(l) - from > most || !most || !find_page(l))
			return false;
	return true;
}

/* Whether a block begins at P. */
static bool
is_block_start(const struct outline *o, text_pos p)
{
	size_t i = outline_block_at(o, p);

	return i != OUTLINE_NONE && o->blocks.at[i].start == p;
}

void
pages_cut(struct layout *l, text_pos p)
{
	enum { SEEN = 4 }; /* pages: more than what tells where one begins */
	size_t n = 0;

	while (n < l->pages.n && l->pages.at[n] < p)
		n++;
	n = n > SEEN ? n - SEEN : 0;
	while (n && !is_block_start(l->outline, l->pages.at[n - 1]))
		n--;
	free(l->pager);
	l->pager = NULL;
	l->paged = false;
	l->pages.n = n;
	if (n) {
		l->pager = pager_new(l);
		l->pager->block =
			outline_block_at(l->outline, l->pages.at[n - 1]);
	}
}

size_t
pages_count(const struct layout *l, bool *all)
{
	*all = l->paged;
	return l->pages.n ? l->pages.n : 1;
}

size_t
pages_of(struct layout *l, text_pos p)
{
	size_t low = 0, high, middle;

	while (!is_found(l, p) && find_page(l))
		;
	high = l->pages.n;
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (l->pages.at[middle] <= p)
			low = middle;
		else
			high = middle;
	}
	return low;
}

text_pos
pages_start(struct layout *l, size_t *page)
{
	while (!l->paged && l->pages.n <= *page && find_page(l))
		;
	if (*page >= l->pages.n)
		*page = l->pages.n ? l->pages.n - 1 : 0;
	return l->pages.n ? l->pages.at[*page] : 0;
}

void
pages_lines(struct layout *l, size_t page, struct line_list *out)
{
	size_t next = page + 1;
	text_pos start = pages_start(l, &page), stop;
	struct line line;

	stop = pages_start(l, &next);
	out->n = 0;
	if (!lines_at(l, start, &line))
		return;
	do {
		if (next > page ? line.start >= stop : out->n == l->height)
			break;
		vec_push(out, line);
	} while (lines_next(l, &line, &line));
}
