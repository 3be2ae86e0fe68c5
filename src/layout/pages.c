/* Lines into pages that stay the same for a window's size. */
#include "layout/pages.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/lines.h"

enum {
	AHEAD = 2,    /* [ln] seen behind a page, to know what is cut off */
	RULED_MIN = 6, /* [ln] a smaller page breaks paragraphs anywhere */
	MEMOS = 16,
};

/* A line of BLOCK; INDEX counts from the one that the page begins with. */
struct row {
	size_t block, line;
	size_t index;
};

/*
 * START is where the page begins that is next to be found. Of a block that is
 * too far on in the text for its count to be kept, the lines are remembered
 * while its page is found: block B in memo[B % MEMOS]. LINES is 0 where there
 * is none.
 */
struct pager {
	struct row start;
	struct memo {
		size_t block, lines;
	} memo[MEMOS];
};

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

/* Counts the lines of BLOCK, once. Out of the way of what is asked for all
 * blocks in a row. */
__attribute__((noinline)) static size_t
count(struct layout *l, size_t block)
{
	enum { MOST = 1 << 18 };
	struct memo *memo = &l->pager->memo[block % MEMOS];

	if (memo->lines && memo->block == block)
		return memo->lines;
	*memo = (struct memo){block, lines_count(l, block)};
	if (block < l->counts.n)
		l->counts.at[block] = (uint32_t)memo->lines;
	else if (block == l->counts.n && block < MOST)
		vec_push(&l->counts, (uint32_t)memo->lines);
	return memo->lines;
}

static inline size_t
count_of(struct layout *l, size_t block)
{
	if (block < l->counts.n && l->counts.at[block])
		return l->counts.at[block];
	return count(l, block);
}

/* The first row that a page has no room for, a gap at its head being left out;
 * false where there is none: its index is that of the row behind the last. */
static bool
row_too_much(struct layout *l, struct row *out)
{
	size_t height = l->height, used = 0, lines, fit;
	struct row row = l->pager->start;

	for (; is_reached(l, row.block); row.block++) {
		if (row.index)
			used += lines_gap(l, row.block);
		lines = count_of(l, row.block) - row.line;
		fit = used < height ? height - used : 0;
		if (lines > fit) {
			row.line += fit;
			row.index += fit;
			*out = row;
			return true;
		}
		used += lines;
		row.index += lines;
		row.line = 0;
	}
	*out = row;
	return false;
}

/* Whether enough is known behind the page that is next to be found. */
static bool
sees_behind(struct layout *l)
{
	const struct row *start = &l->pager->start;
	size_t seen = (size_t)l->height + AHEAD + start->line, n = 0, block;

	if (!l->outline->partial)
		return true;
	for (block = start->block; n < seen && is_reached(l, block); block++)
		n += count_of(l, block);
	return n >= seen;
}

/* The row above, which is to be there. */
static struct row
above(struct layout *l, struct row row)
{
	if (row.line)
		row.line--;
	else
		row.line = count_of(l, --row.block) - 1;
	row.index--;
	return row;
}

static bool
is_heading(const struct layout *l, size_t block)
{
	return l->outline->blocks.at[block].kind == BLOCK_HEADING;
}

/* Whether BLOCK is one line that says who speaks, or what comes, below it. */
static bool
introduces(struct layout *l, size_t block)
{
	const struct block *b = &l->outline->blocks.at[block];
	/* a term has its definition right below it */
	bool is_term = is_reached(l, block + 1) && b[1].tight &&
	               b[1].kind == BLOCK_QUOTE;

	return (is_term || lines_introduce(l, block)) &&
	       count_of(l, block) == 1;
}

/* Whether no page is to end behind BLOCK. A name above a heading is a
 * signature, names in a row are a list. */
static bool
binds(struct layout *l, size_t block)
{
	size_t next = block + 1;

	if (is_heading(l, block))
		return true;
	return introduces(l, block) &&
	       !(is_reached(l, next) &&
	         (is_heading(l, next) || introduces(l, next)));
}

/* Whether a page that ends above ROW leaves no single line of a paragraph on
 * either side. */
static bool
spares_paragraph(struct layout *l, struct row row)
{
	const struct block *b = &l->outline->blocks.at[row.block];
	bool last = row.line + 1 == count_of(l, row.block);
	bool goes_on = is_reached(l, row.block + 1) && b[1].continues;

	if (!row.line && !b->continues)
		return true;
	if (row.line == 1 && !b->continues)
		return false;
	return !last || goes_on;
}

/* Whether a page that ends above ROW has at least LINES lines behind the last
 * of what it is bound to, or all that comes before the next such. */
static bool
spares_heading(struct layout *l, struct row row, size_t lines)
{
	if (binds(l, row.block) && !row.line)
		lines = 1;
	while (lines-- && row.index) {
		row = above(l, row);
		if (binds(l, row.block))
			return false;
	}
	return true;
}

/*
 * The row behind the page that is full at FIT: the last that keeps the rules;
 * where none does, the rules give way one by one.
 */
static struct row
end_of_page(struct layout *l, struct row fit)
{
	static const struct {
		bool paragraphs;
		size_t lines;
	} rules[] = { { true, 2 }, { false, 2 }, { false, 1 } };
	struct row row;
	size_t rule;

	for (rule = l->height < RULED_MIN; rule < 3; rule++)
		for (row = fit; row.index; row = above(l, row))
			if (spares_heading(l, row, rules[rule].lines) &&
			    (!rules[rule].paragraphs ||
			     spares_paragraph(l, row)))
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
	l->pager = mem_new(sizeof *l->pager);
	add_page(l, 0, 0);
	return true;
}

/*
 * Finds where the next page begins or that there is none; returns the lines of
 * the page before it, 0 where that cannot be told until more of the text is
 * known.
 */
static size_t
find_page(struct layout *l)
{
	struct row row;

	if ((!l->pager && !begin_pages(l)) || !sees_behind(l))
		return 0;
	if (!row_too_much(l, &row)) {
		l->paged = true;
		free(l->pager);
		l->pager = NULL;
		return row.index + 1;
	}
	row = end_of_page(l, row);
	add_page(l, row.block, row.line);
	l->pager->start = (struct row){row.block, row.line, 0};
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
		l->pager = mem_new(sizeof *l->pager);
		l->pager->start.block = l->pages.at[n - 1].block;
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
