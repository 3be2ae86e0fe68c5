/* Where lines of common prose may end, found once for every measure. */
#include "layout/stops.h"

#include <stdlib.h>

#include "base/mem.h"
#include "layout/kin.h"

enum { WORD = 64 }; /* bits of a word of them */

/*
 * The columns of the text are counted through it as if all of it were common
 * prose in one line: each character takes one, and so does a run of blanks.
 */
typedef uint32_t column;

/*
 * Two bits for each column. BLANK alone: a blank at which a line may end beyond
 * doubt. PART alone: a character before which it may. Both: it may at either,
 * by rules that must be asked. ODD has a bit for each 64 columns: something is
 * among them of which the width is not plain.
 *
 * From bytes to columns and back: BEGINS has a bit for each byte that begins a
 * column, BEFORE tells of each 64 bytes how many columns lie before them.
 */
struct stops {
	const struct text *text;
	struct word {
		uint64_t blank, part;
	} *words;
	uint64_t *odd;
	uint64_t *begins;
	column *before;

	text_pos done;   /* these bytes are read, */
	column col;      /* so many columns */
	enum kin last;   /* of the last character of them but blanks */
	bool on_blanks;  /* they end with blanks, */
	bool ends_line;  /* and a line end is among these */
};

struct stops *
stops_new(const struct text *t)
{
	size_t words = t->n / WORD + 2;
	struct stops *s;

	if (t->n > STOPS_MOST)
		return NULL;
	s = mem_new(sizeof *s);
	s->text = t;
	s->words = mem_new(words * sizeof *s->words);
	s->odd = mem_new((words / WORD + 2) * sizeof *s->odd);
	s->begins = mem_new(words * sizeof *s->begins);
	s->before = mem_new(words * sizeof *s->before);
	return s;
}

void
stops_free(struct stops *s)
{
	if (!s)
		return;
	free(s->words);
	free(s->odd);
	free(s->begins);
	free(s->before);
	free(s);
}

static void
set(uint64_t *bits, size_t i)
{
	bits[i / WORD] |= (uint64_t)1 << i % WORD;
}

static bool
has(const uint64_t *bits, size_t i)
{
	return bits[i / WORD] >> i % WORD & 1;
}

static void
set_stop(struct stops *s, column col, bool blank, bool part)
{
	struct word *w = &s->words[col / WORD];

	w->blank |= (uint64_t)blank << col % WORD;
	w->part |= (uint64_t)part << col % WORD;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Goes on to the byte at P; BEFORE holds what is before each word of them. */
static void
pass_byte(struct stops *s, text_pos p, bool begins)
{
	if (p % WORD == 0)
		s->before[p / WORD] = s->col;
	if (begins) {
		set(s->begins, p);
		s->col++;
	}
	s->done = p + 1;
}

static void
read_blank(struct stops *s, text_pos p)
{
	char c = s->text->at[p];

	if (!s->on_blanks)
		s->ends_line = false;
	s->ends_line = s->ends_line || c == '\n' || c == '\r';
	pass_byte(s, p, !s->on_blanks);
	s->on_blanks = true;
}

/* Whether a line may end before the character of the next column, which is
 * KIN, or at the blank of the last. */
static void
read_stop(struct stops *s, enum kin kin)
{
	enum kin_pair pair;

	if (s->on_blanks) {
		pair = kin_over_blank(s->last, kin);
		set_stop(s, s->col - 1, true, pair == KIN_ASK);
		return;
	}
	pair = kin_pair(s->last, kin);
	if (pair != KIN_STICKS)
		set_stop(s, s->col, pair == KIN_ASK, true);
}

/* The character at P: its bytes and kin; whether its width is plain. */
static bool
look(const struct text *t, text_pos p, size_t *length, enum kin *kin)
{
	unsigned char c = (unsigned char)t->at[p];
	ucs u;

	*length = 1;
	if (c < 0x80) {
		*kin = kin_ascii[c];
		return c > ' ' && c < 0x7F;
	}
	*length = ucs_decode(t->at + p, t->n - p, &u);
	*kin = kin_of(u);
	return *kin != KIN_OTHER;
}

static void
read_character(struct stops *s, text_pos p)
{
	enum kin kin, before = s->last;
	size_t length, i;

	if (!look(s->text, p, &length, &kin))
		set(s->odd, s->col / WORD);
	/* a word that a line end divides may have to be joined */
	if (s->on_blanks && s->ends_line &&
	    (before == KIN_HYPHEN || before == KIN_OTHER))
		set(s->odd, (s->col - 1) / WORD);
	read_stop(s, kin);
	if (kin == KIN_HYPHEN &&
	    (s->on_blanks || kin_pair(before, kin) != KIN_STICKS))
		kin = KIN_OTHER;
	s->last = kin;
	s->on_blanks = false;
	for (i = 0; i < length; i++)
		pass_byte(s, p + i, i == 0);
}

/* Over letters behind a letter, which is most of the way: no line may end
 * there. */
static void
read_letters(struct stops *s, text_pos stop)
{
	const unsigned char *at = (const unsigned char *)s->text->at;
	text_pos p = s->done;
	column col = s->col;

	if (s->last != KIN_WORD || s->on_blanks)
		return;
	for (; p < stop && at[p] < 0x80 && kin_ascii[at[p]] == KIN_WORD; p++) {
		if (p % WORD == 0)
			s->before[p / WORD] = col;
		s->begins[p / WORD] |= (uint64_t)1 << p % WORD;
		col++;
	}
	s->done = p;
	s->col = col;
}

bool
stops_step(struct stops *s, size_t n)
{
	const struct text *t = s->text;
	text_pos stop = n < t->n - s->done ? s->done + n : t->n;

	while (s->done < stop) {
		if (is_blank(t->at[s->done]))
			read_blank(s, s->done);
		else
			read_character(s, s->done);
		read_letters(s, stop);
	}
	if (s->done == t->n && t->n % WORD == 0)
		s->before[t->n / WORD] = s->col;
	return s->done == t->n;
}

/* How many bits are set. */
static unsigned
count(uint64_t bits)
{
	const uint64_t ones = UINT64_MAX / 255;

	bits -= bits >> 1 & ones * 0x55;
	bits = (bits & ones * 0x33) + (bits >> 2 & ones * 0x33);
	bits = (bits + (bits >> 4)) & ones * 0x0F;
	return (unsigned)(bits * ones >> (WORD - 8));
}

/* How many columns lie before P. */
static column
column_of(const struct stops *s, text_pos p)
{
	uint64_t below = ((uint64_t)1 << p % WORD) - 1;

	return s->before[p / WORD] + count(s->begins[p / WORD] & below);
}

/* The first byte of COL, which is not before P. O(COL less P's column). */
static text_pos
place_of(const struct stops *s, text_pos p, column col)
{
	size_t w, last = s->text->n / WORD;
	uint64_t bits;
	column i;

	/* a column has a byte at least */
	w = (p + (col - column_of(s, p))) / WORD;
	while (w < last && s->before[w + 1] <= col)
		w++;
	bits = s->begins[w];
	for (i = s->before[w]; i < col; i++)
		bits &= bits - 1;
	return bits ? w * WORD + (size_t)__builtin_ctzll(bits) : s->text->n;
}

/* Whether something odd is in the columns START to LAST, or near them. */
static bool
is_odd(const struct stops *s, column start, column last)
{
	size_t i;

	for (i = start / WORD; i <= last / WORD; i++)
		if (has(s->odd, i))
			return true;
	return false;
}

/* Where the line that begins at START ends, OVER being one column too many; at
 * or near START where that is not known. */
static column
end_of(const struct stops *s, column start, column over)
{
	const struct word *w = &s->words[over / WORD];
	unsigned beyond = WORD - 1 - over % WORD;
	uint64_t bits = (w->blank | w->part) << beyond, bit;
	column stop = over;

	while (!bits) {
		if (stop - start < WORD - beyond)
			return start;
		stop -= WORD - beyond;
		beyond = 0;
		w--;
		bits = w->blank | w->part;
	}
	stop -= (column)__builtin_clzll(bits);
	bit = (uint64_t)1 << stop % WORD;
	if (w->part & bit)
		return w->blank & bit ? start : stop;
	return stop + 1;
}

size_t
stops_count(const struct stops *s, text_pos *p, text_pos end, unsigned room)
{
	column start = column_of(s, *p), last = column_of(s, end);
	bool odd = is_odd(s, start, last);
	column over, stop;
	size_t n;

	for (n = 0; last - start > room; n++) {
		over = start + room;
		if (odd && is_odd(s, start, over))
			break;
		stop = end_of(s, start, over);
		/* a hyphen that begins a line is not known to be one */
		if (stop <= start + 2)
			break;
		start = stop;
	}
	if (last - start > room || (odd && is_odd(s, start, last))) {
		*p = place_of(s, *p, start);
		return n;
	}
	*p = end;
	return n + 1;
}
