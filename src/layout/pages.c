/* Lines into pages that stay the same for a window's size. */
#include "layout/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/lines.h"

enum {
	AHEAD = 2,    /* [ln] seen behind a page, to know what is cut off */
	RULED_MIN = 6, /* [ln] a smaller page breaks paragraphs anywhere */
};

/* A block, as far as pages go. */
struct run {
	size_t block;
	size_t lines;
	bool gap;       /* a blank line stands above it */
	bool heading;
	bool continues; /* the block before */
};

/* A line of a run; INDEX counts from the one that the page begins with. */
struct row {
	size_t run, line;
	size_t index;
};

/*
 * The blocks from the start of the page that is next to be found, as far as
 * their lines are counted.
 */
struct pager {
	size_t block;  /* the next one to be counted */
	size_t first;  /* the line of the first run that the page begins with */
	size_t rows;   /* from there on */
	struct run *runs; /* in the same allocation: HEIGHT + AHEAD of them */
	size_t n;
};

static struct pager *
pager_new(const struct layout *l)
{
	size_t runs = (size_t)l->height + AHEAD;
	struct pager *g = mem_new(sizeof *g + runs * sizeof *g->runs);

	g->runs = (struct run *)(g + 1);
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

/* Of page I of those found, the block that it begins in. */
static const struct block *
block_of(const struct layout *l, size_t i)
{
	return &l->outline->blocks.at[l->pages.at[i].block];
}

/* The lines of BLOCK, which is counted once, but for those far on in a long
 * text. */
static size_t
count_of(struct layout *l, size_t block)
{
	enum { MOST = 1 << 18 };
	size_t n;

	if (block < l->counts.n && l->counts.at[block])
		return l->counts.at[block];
	n = lines_count(l, block);
	if (block < l->counts.n)
		l->counts.at[block] = (uint32_t)n;
	else if (block == l->counts.n && block < MOST)
		vec_push(&l->counts, (uint32_t)n);
	return n;
}

/* Counts the lines of one more block; false behind the last. */
static bool
pull(struct layout *l, struct pager *g)
{
	const struct block *b;
	struct run *run;

	if (!is_reached(l, g->block))
		return false;
	b = &l->outline->blocks.at[g->block];
	run = &g->runs[g->n++];
	*run = (struct run){
		.block = g->block,
		.lines = count_of(l, g->block),
		.gap = lines_gap(l, g->block),
		.heading = b->kind == BLOCK_HEADING,
		.continues = b->continues,
	};
	g->rows += run->lines;
	g->block++;
	return true;
}

/* The first row that a page of HEIGHT lines has no room for, a gap at its head
 * being left out; false where there is none. */
static bool
row_too_much(const struct pager *g, size_t height, struct row *out)
{
	size_t i, from = g->first, used = 0, rows = 0, fit;

	for (i = 0; i < g->n; i++, from = 0) {
		used += i && g->runs[i].gap;
		fit = used < height ? height - used : 0;
		if (g->runs[i].lines - from > fit) {
			*out = (struct row){i, from + fit, rows + fit};
			return true;
		}
		used += g->runs[i].lines - from;
		rows += g->runs[i].lines - from;
	}
	return false;
}

/* The row above, which is to be there. */
static struct row
above(const struct pager *g, struct row row)
{
	if (row.line)
		row.line--;
	else
		row.line = g->runs[--row.run].lines - 1;
	row.index--;
	return row;
}

/* Whether a page that ends above ROW leaves no single line of a paragraph on
 * either side. */
static bool
spares_paragraph(const struct pager *g, struct row row)
{
	const struct run *run = &g->runs[row.run];
	bool last = row.line + 1 == run->lines;
	bool goes_on = row.run + 1 < g->n && run[1].continues;

	if (!row.line && !run->continues)
		return true;
	if (row.line == 1 && !run->continues)
		return false;
	return !last || goes_on;
}

/* Whether a page that ends above ROW has at least LINES lines behind the last
 * of its headings, or all that comes before the next one. */
static bool
spares_heading(const struct pager *g, struct row row, size_t lines)
{
	if (g->runs[row.run].heading && !row.line)
		lines = 1;
	while (lines-- && row.index) {
		row = above(g, row);
		if (g->runs[row.run].heading)
			return false;
	}
	return true;
}

/*
 * The row behind the page that is full at FIT: the last that keeps the rules;
 * where none does, the rules give way one by one.
 */
static struct row
end_of_page(const struct pager *g, struct row fit, size_t height)
{
	static const struct {
		bool paragraphs;
		size_t lines;
	} rules[] = { { true, 2 }, { false, 2 }, { false, 1 } };
	struct row row;
	size_t rule;

	for (rule = height < RULED_MIN; rule < 3; rule++)
		for (row = fit; row.index; row = above(g, row))
			if (spares_heading(g, row, rules[rule].lines) &&
			    (!rules[rule].paragraphs ||
			     spares_paragraph(g, row)))
				return row;
	return fit;
}

/*
 * A long list of pages gets room for all that there may be at once, going by
 * how far it reaches: moving it as it grows would keep a key waiting.
 */
static void
add_page(struct layout *l, size_t block, size_t line)
{
	enum { LONG = 4096 };
	size_t n = l->pages.n;
	struct page_start start = {(uint32_t)block, (uint32_t)line};

	if (n == l->pages.cap && n >= LONG && block)
		l->pages.at = mem_room(l->pages.at, &l->pages.cap,
		                       (size_t)((double)n * 9 / 8 *
		                                (double)l->text->n /
		                                (double)block_of(l, n - 1)
		                                                ->start) + 1,
		                       sizeof *l->pages.at);
	vec_push(&l->pages, start);
}

/* False while it is not known what the text begins with. */
static bool
begin_pages(struct layout *l)
{
	if (l->outline->partial && !is_reached(l, 0))
		return false;
	l->pager = pager_new(l);
	add_page(l, 0, 0);
	return true;
}

/* The page that is next to be found begins with ROW. */
static void
turn(struct pager *g, struct row row)
{
	g->n -= row.run;
	memmove(g->runs, g->runs + row.run, g->n * sizeof *g->runs);
	g->first = row.line;
	g->rows -= row.index;
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
	size_t seen = (size_t)l->height + AHEAD;
	struct row row;

	if (!l->pager && !begin_pages(l))
		return 0;
	g = l->pager;
	while (g->rows < seen && pull(l, g))
		;
	if (g->rows < seen && l->outline->partial)
		return 0;
	if (!row_too_much(g, l->height, &row)) {
		seen = g->rows;
		l->paged = true;
		free(g);
		l->pager = NULL;
		return seen + 1;
	}
	row = end_of_page(g, row, l->height);
	turn(g, row);
	add_page(l, g->runs[0].block, g->first);
	return row.index;
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

/* Where page I of those found begins. */
static text_pos
place_of(struct layout *l, size_t i)
{
	const struct page_start *start = &l->pages.at[i];

	if (!l->outline->blocks.n)
		return 0;
	if (!start->line)
		return block_of(l, i)->start;
	return lines_of(l, start->block)->at[start->line].start;
}

/* Whether page I of those found begins behind P. Lines are only set where P is
 * in the block that it begins in. */
static bool
is_behind(struct layout *l, size_t i, text_pos p)
{
	const struct block *b;

	if (!l->outline->blocks.n)
		return false;
	b = block_of(l, i);
	if (p < b->start || p >= b->end)
		return p < b->start;
	return place_of(l, i) > p;
}

/* Whether the page of P is among those found. */
static bool
is_found(struct layout *l, text_pos p)
{
	return l->paged || (l->pages.n && is_behind(l, l->pages.n - 1, p));
}

/* How far pages are found, but for a block. */
static text_pos
last_found(const struct layout *l)
{
	return l->pages.n && l->outline->blocks.n
	               ? block_of(l, l->pages.n - 1)->start : 0;
}

bool
pages_reach(struct layout *l, text_pos p, size_t most)
{
	const struct outline *o = l->outline;
	text_pos known = o->partial && o->known < p ? o->known : p;

	while (!is_found(l, p)) {
		text_pos last = last_found(l);

		if (known > last && known - last > most)
			return false;
		if (!find_page(l))
			return o->partial && p < o->known && l->pages.n;
	}
	return true;
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

/* How many blocks begin before P. */
static size_t
blocks_before(const struct outline *o, text_pos p)
{
	size_t i = outline_block_at(o, p);

	if (i == OUTLINE_NONE)
		return 0;
	return i + (o->blocks.at[i].start < p);
}

void
pages_cut(struct layout *l, text_pos p)
{
	enum { SEEN = 4 }; /* pages: more than what tells where one begins */
	size_t n = 0, blocks = blocks_before(l->outline, p);

	while (n < l->pages.n && l->pages.at[n].block < blocks)
		n++;
	n = n > SEEN ? n - SEEN : 0;
	while (n && l->pages.at[n - 1].line)
		n--;
	if (l->counts.n > blocks)
		l->counts.n = blocks;
	free(l->pager);
	l->pager = NULL;
	l->paged = false;
	l->pages.n = n;
	if (n) {
		l->pager = pager_new(l);
		l->pager->block = l->pages.at[n - 1].block;
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
		if (is_behind(l, middle, p))
			high = middle;
		else
			low = middle;
	}
	return low;
}

/* Finds PAGE, or makes it the last. */
static void
reach_page(struct layout *l, size_t *page)
{
	while (!l->paged && l->pages.n <= *page && find_page(l))
		;
	if (*page >= l->pages.n)
		*page = l->pages.n ? l->pages.n - 1 : 0;
}

text_pos
pages_start(struct layout *l, size_t *page)
{
	reach_page(l, page);
	return l->pages.n ? place_of(l, *page) : 0;
}

/* Adds the lines FROM up to TO of BLOCK, as far as there is room for them. */
static void
add_lines(struct layout *l, size_t block, size_t from, size_t to,
          struct line_list *out)
{
	const struct line_list *lines;

	if (out->n && lines_gap(l, block) && out->n < l->height)
		vec_push(out, lines_above(l, block));
	lines = lines_of(l, block);
	for (; from < lines->n && from < to && out->n < l->height; from++)
		vec_push(out, lines->at[from]);
}

void
pages_lines(struct layout *l, size_t page, struct line_list *out)
{
	size_t next = page + 1, block, from;
	struct page_start end = {UINT32_MAX, 0};

	reach_page(l, &next);
	reach_page(l, &page);
	out->n = 0;
	if (!l->pages.n)
		return;
	if (next > page)
		end = l->pages.at[next];
	from = l->pages.at[page].line;
	for (block = l->pages.at[page].block;
	     is_reached(l, block) && block < end.block && out->n < l->height;
	     block++, from = 0)
		add_lines(l, block, from, SIZE_MAX, out);
	if (block == end.block && end.line)
		add_lines(l, block, from, end.line, out);
}
