/* Approximate search by bit vectors (Myers 1999). */
#include "marks/match.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

/*
 * A column of the matrix of edit distances (rows: the pattern, columns: the
 * text) as the differences between its rows: a bit of UP is set where the row
 * is one more than the one above, of DOWN where it is one less. SCORE is the
 * distance in the block's last row.
 */
struct block {
	uint64_t up, down;
	size_t score;
};

enum { WORD = 64, SMALL = 256 };

/* A pattern made ready. MASK[LETTER * BLOCKS + b] has a bit for each row of
 * block B that holds that letter; letter 0 is in no row. */
struct matcher {
	size_t n, blocks;
	uint64_t *mask;
	struct block *block;
	unsigned small[SMALL]; /* letters of code points below SMALL */
	struct {
		uint32_t c;
		unsigned letter;
	} *slot; /* of the others, hashed */
	size_t slots;
	unsigned letters;
};

static size_t
slot_of(const struct matcher *m, uint32_t c)
{
	size_t i = (c * 2654435761u >> 7) & (m->slots - 1);

	while (m->slot[i].letter && m->slot[i].c != c)
		i = (i + 1) & (m->slots - 1);
	return i;
}

static unsigned
letter_of(const struct matcher *m, uint32_t c)
{
	return c < SMALL ? m->small[c] : m->slot[slot_of(m, c)].letter;
}

/* The letter of C, a new one where it has none yet. */
static unsigned
learn_letter(struct matcher *m, uint32_t c)
{
	size_t i;

	if (c < SMALL) {
		if (!m->small[c])
			m->small[c] = m->letters++;
		return m->small[c];
	}
	i = slot_of(m, c);
	if (!m->slot[i].letter) {
		m->slot[i].c = c;
		m->slot[i].letter = m->letters++;
	}
	return m->slot[i].letter;
}

/* Code point I of R, counted from its end where BACKWARDS. */
static uint32_t
char_at(struct run r, size_t i, bool backwards)
{
	return r.c[backwards ? r.n - 1 - i : i];
}

static void
matcher_init(struct matcher *m, struct run pattern, bool backwards)
{
	size_t i;

	memset(m, 0, sizeof *m);
	m->n = pattern.n;
	m->blocks = (m->n + WORD - 1) / WORD;
	m->letters = 1;
	for (m->slots = 8; m->slots < 2 * m->n; )
		m->slots *= 2;
	m->slot = mem_new(m->slots * sizeof *m->slot);
	m->block = mem_new(m->blocks * sizeof *m->block);
	m->mask = mem_new((m->n + 1) * m->blocks * sizeof *m->mask);
	for (i = 0; i < m->n; i++) {
		unsigned letter = learn_letter(m, char_at(pattern, i,
		                                          backwards));

		m->mask[letter * m->blocks + i / WORD] |= (uint64_t)1
		                                          << i % WORD;
	}
}

static void
matcher_clear(struct matcher *m)
{
	free(m->mask);
	free(m->block);
	free(m->slot);
}

/* Rows of block B. */
static size_t
rows_of(const struct matcher *m, size_t b)
{
	return b + 1 < m->blocks ? WORD : m->n - b * WORD;
}

/* Block B in its column before any text: each row one more than above. */
static void
start_block(struct matcher *m, size_t b, size_t above)
{
	m->block[b].up = ~(uint64_t)0;
	m->block[b].down = 0;
	m->block[b].score = above + rows_of(m, b);
}

/* Takes a block on by a column. EQUAL has a bit for each row that holds the
 * column's letter, LAST that of its last row. IN is by how much the row above
 * the block changes (-1, 0, 1); returns the same of its last row. */
static inline int
advance(struct block *k, uint64_t equal, uint64_t last, int in)
{
	uint64_t vertical = equal | k->down, diagonal, more, less;
	int out;

	equal |= in < 0;
	diagonal = (((equal & k->up) + k->up) ^ k->up) | equal;
	more = k->down | ~(diagonal | k->up);
	less = k->up & diagonal;
	out = ((more & last) != 0) - ((less & last) != 0);
	more = more << 1 | (in > 0);
	less = less << 1 | (in < 0);
	k->up = less | ~(vertical | more);
	k->down = more & vertical;
	k->score += (size_t)out; /* adding SIZE_MAX takes one off */
	return out;
}

static uint64_t
last_row(const struct matcher *m, size_t b)
{
	return (uint64_t)1 << (rows_of(m, b) - 1);
}

/* A column of all blocks; the row above the first changes by IN. */
static void
advance_all(struct matcher *m, uint32_t c, int in)
{
	const uint64_t *mask = m->mask + letter_of(m, c) * m->blocks;
	size_t b;

	for (b = 0; b < m->blocks; b++)
		in = advance(&m->block[b], mask[b], last_row(m, b), in);
}

/* A column of a search: blocks up to *TOP are at work; those below cannot
 * hold a row of MOST or less. */
static void
search_column(struct matcher *m, uint32_t c, size_t most, size_t *top)
{
	const uint64_t *mask = m->mask + letter_of(m, c) * m->blocks;
	size_t b, y = *top, before;
	int out = 0;

	for (b = 0; b < y; b++)
		out = advance(&m->block[b], mask[b], (uint64_t)1 << 63, out);
	before = m->block[y].score;
	out = advance(&m->block[y], mask[y], last_row(m, y), out);
	if (y + 1 < m->blocks && before <= most &&
	    (out < 0 || mask[y + 1] & 1)) {
		start_block(m, ++y, before);
		advance(&m->block[y], mask[y], last_row(m, y), out);
	} else {
		while (y && m->block[y].score >= most + rows_of(m, y))
			y--;
	}
	*top = y;
}

/* Notes that the pattern ends before END with ERRORS; of neighbours the best
 * stays. START is not known yet. */
static void
note_end(struct match_list *out, size_t first, size_t apart, size_t end,
         size_t errors)
{
	struct match found = {end, end, errors};

	if (out->n == first || end - out->at[out->n - 1].end > apart)
		vec_push(out, found);
	else if (errors < out->at[out->n - 1].errors)
		out->at[out->n - 1] = found;
}

/* Where the match that ends at M->end begins: of the starts with the fewest
 * errors the one nearest to the pattern's length. */
static void
find_start(struct matcher *back, struct run text, size_t from,
           struct match *found)
{
	size_t longest = back->n + found->errors, best = SIZE_MAX, i, b;

	for (b = 0; b < back->blocks; b++)
		start_block(back, b, b * WORD);
	if (longest > found->end - from)
		longest = found->end - from;
	for (i = 1; i <= longest; i++) {
		advance_all(back, text.c[found->end - i], 1);
		b = back->block[back->blocks - 1].score;
		if (b < best || (b == best && i <= back->n)) {
			best = b;
			found->start = found->end - i;
		}
	}
	found->errors = best;
}

/* A pattern of one block, of which most are: the same without the rest. */
static void
search_short(struct matcher *m, size_t most, struct run text, size_t from,
             size_t to, struct match_list *out)
{
	uint64_t last = last_row(m, 0);
	struct block k = m->block[0];
	size_t first = out->n, i;

	for (i = from; i < to; i++) {
		advance(&k, m->mask[letter_of(m, text.c[i])], last, 0);
		if (k.score <= most)
			note_end(out, first, m->n / 2, i + 1, k.score);
	}
}

static void
search_long(struct matcher *m, size_t most, struct run text, size_t from,
            size_t to, struct match_list *out)
{
	size_t first = out->n, top = 0, i;

	while (top + 1 < m->blocks && m->block[top].score <= most) {
		start_block(m, top + 1, m->block[top].score);
		top++;
	}
	for (i = from; i < to; i++) {
		search_column(m, text.c[i], most, &top);
		if (top == m->blocks - 1 && m->block[top].score <= most)
			note_end(out, first, m->n / 2, i + 1,
			         m->block[top].score);
	}
}

void
match_near(struct run pattern, size_t most, struct run text, size_t from,
           size_t to, struct match_list *out)
{
	size_t first = out->n, i;
	struct matcher m, back;

	if (!pattern.n)
		return;
	matcher_init(&m, pattern, false);
	start_block(&m, 0, 0);
	if (m.blocks == 1)
		search_short(&m, most, text, from, to, out);
	else
		search_long(&m, most, text, from, to, out);
	matcher_init(&back, pattern, true);
	for (i = first; i < out->n; i++)
		find_start(&back, text, from, &out->at[i]);
	matcher_clear(&back);
	matcher_clear(&m);
}

size_t
match_at_edge(struct run pattern, struct run text, int backwards)
{
	size_t best = pattern.n, i, b;
	struct matcher m;

	if (!pattern.n)
		return 0;
	matcher_init(&m, pattern, backwards);
	for (b = 0; b < m.blocks; b++)
		start_block(&m, b, b * WORD);
	for (i = 0; i < text.n; i++) {
		advance_all(&m, char_at(text, i, backwards), 1);
		if (m.block[m.blocks - 1].score < best)
			best = m.block[m.blocks - 1].score;
	}
	matcher_clear(&m);
	return best;
}
