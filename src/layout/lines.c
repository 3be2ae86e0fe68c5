/* From a place to its line, and from line to line. */
#include "layout/lines.h"

#include "base/vec.h"
#include "layout/setting.h"
#include "layout/stops.h"
#include "text/partial.h"

const struct line_list *
lines_of(struct layout *l, size_t block)
{
	struct setting s;
	struct line line;

	if (l->held_block == block)
		return &l->held;
	l->held.n = 0;
	setting_begin(&s, l, block);
	while (setting_next(&s, &line))
		vec_push(&l->held, line);
	l->held_block = block;
	return &l->held;
}

size_t
lines_count(const struct layout *l, size_t block)
{
	struct setting s;
	struct line line;
	unsigned room;
	size_t n = 0;

	setting_begin(&s, l, block);
	do {
		if (l->stops && setting_flows(&s, &room)) {
			n += stops_count(l->stops, &s.p, s.block.end, room);
			s.begun = s.begun || n;
		}
	} while (setting_next(&s, &line) && ++n);
	return n;
}

void
lines_forget(struct layout *l)
{
	l->held_block = OUTLINE_NONE;
}

/* Whether the N bytes at S are capitals, two letters at least, but for what is
 * said in brackets: so plays print who speaks. */
static bool
is_speaker(const char *s, size_t n)
{
	unsigned capitals = 0, depth = 0;
	ucs c;

	for (size_t i = 0; i < n;) {
		i += ucs_decode(s + i, n - i, &c);
		depth += c == '(' || c == '[';
		depth -= depth && (c == ')' || c == ']');
		if (!depth && ucs_is_lower(c))
			return false;
		capitals += !depth && ucs_is_upper(c);
	}
	return capitals >= 2;
}

bool
lines_introduce(const struct layout *l, size_t block)
{
	enum { MOST = 256 }; /* [byte] */
	const struct block *b = &l->outline->blocks.at[block];
	const char *s = l->text->at + b->start;
	size_t n = b->end - b->start;

	if (!n || n > MOST ||
	    (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_VERSE &&
	     b->kind != BLOCK_QUOTE))
		return false;
	return s[n - 1] == ':' || is_speaker(s, n);
}

/* The last of LIST that begins at or before P, the first where none does. */
static size_t
index_at(const struct line_list *list, text_pos p)
{
	size_t low = 0, high = list->n, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (list->at[middle].start <= p)
			low = middle;
		else
			high = middle;
	}
	return low;
}

bool
lines_at(struct layout *l, text_pos p, struct line *out)
{
	size_t block = outline_block_at(l->outline, p);
	const struct line_list *list;

	if (block == OUTLINE_NONE)
		return false;
	list = lines_of(l, block);
	*out = list->at[index_at(list, p)];
	return true;
}

struct line
lines_above(const struct layout *l, size_t block)
{
	text_pos start = l->outline->blocks.at[block].start;

	return (struct line){
		.start = start,
		.end = start,
		.next = start,
		.block = block,
		.blank = true,
	};
}

bool
lines_next(struct layout *l, const struct line *line, struct line *out)
{
	const struct line_list *list;
	size_t block = line->block;

	if (line->blank) {
		*out = lines_of(l, block)->at[0];
	} else if (!line->last) {
		list = lines_of(l, block);
		*out = list->at[index_at(list, line->start) + 1];
	} else if (block + 1 >= l->outline->blocks.n ||
	           partial_parts(l->outline, block)) {
		return false;
	} else if (lines_gap(l, block + 1)) {
		*out = lines_above(l, block + 1);
	} else {
		*out = lines_of(l, block + 1)->at[0];
	}
	return true;
}

bool
lines_prev(struct layout *l, const struct line *line, struct line *out)
{
	const struct line_list *list;
	size_t block = line->block;

	if (!line->blank && !line->first) {
		list = lines_of(l, block);
		*out = list->at[index_at(list, line->start) - 1];
	} else if (!line->blank && lines_gap(l, block)) {
		*out = lines_above(l, block);
	} else if (block == 0 || partial_parts(l->outline, block - 1)) {
		return false;
	} else {
		list = lines_of(l, block - 1);
		*out = list->at[list->n - 1];
	}
	return true;
}
