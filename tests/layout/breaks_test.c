/* The quick ways of breaks.c against UAX #14 itself, done slowly. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "book.h"
#include "layout/atoms.h"
#include "layout/breaks.h"

/* Where the line ends by UAX #14 asked about all of the block from START. */
static void
plain_answer(const struct layout *l, const struct block *b, text_pos start,
             unsigned room, text_pos *end, unsigned *width)
{
	const struct text *t = l->text;
	struct walk w = atoms_from(l, b, start);
	size_t n = b->end - start, i, length;
	char *copy = mem_text(t->at + start, n), *breaks = mem_new(n + 1);
	text_pos p = start, shown = start, fits = start;
	unsigned col = 0, shown_col = 0, fits_col = 0, soft = 0;
	bool found = false, full = false;
	struct atom a;

	for (i = 0; i < n; i += length ? length : 1) {
		length = atoms_blank(copy + i, n - i);
		memset(copy + i, ' ', length);
	}
	ucs_line_breaks(copy, n, breaks);
	while (!full && atoms_next(&w, p, col, &a)) {
		if (shown > start && breaks[p - start] &&
		    shown_col + soft <= room) {
			found = true;
			*end = shown;
			*width = shown_col + soft;
		}
		p = a.end;
		col += a.width;
		if (a.kind == ATOM_BLANK)
			continue;
		full = col > room;
		shown = p;
		shown_col = col;
		soft = a.kind == ATOM_SOFT_HYPHEN;
		if (!full || !fits_col) {
			fits = shown;
			fits_col = shown_col;
		}
	}
	if (!full || !found) {
		*end = fits;
		*width = fits_col;
	}
	free(copy);
	free(breaks);
}

static void
agrees(const struct book *b, unsigned room)
{
	const struct layout l = { .text = &b->text, .outline = &b->outline };
	const struct block *block = &b->outline.blocks.at[0];
	struct line line = { .next = block->start };
	text_pos end = 0;
	unsigned width = 0;

	while (line.next < block->end) {
		text_pos start = line.next;

		breaks_next(&l, block, start, room, &line);
		plain_answer(&l, block, start, room, &end, &width);
		cr_assert(line.end == end && line.width == width,
		          "room %u, line at %zu of:\n%s\n%zu %u, not %zu %u",
		          room, start, b->text.at, line.end, line.width, end,
		          width);
		cr_assert(line.next > start && line.next >= line.end);
	}
}

Test(breaks, agree_with_the_plain_answer_in_all_tongues)
{
	struct chance c = { 14 };
	struct buf bytes = { 0 };
	unsigned round;

	for (round = 0; round < 20000; round++) {
		struct book b = { 0 };
		const char *between = chance_below(&c, 3) ? " " : "";

		buf_reset(&bytes);
		buf_char(&bytes, 'a');
		chance_words(&c, chance_below(&c, TONGUES + 2),
		             chance_below(&c, 40), between, &bytes);
		buf_char(&bytes, 'z');
		book_add(&b, BLOCK_PARAGRAPH, bytes.at, bytes.n);
		agrees(&b, 1 + chance_below(&c, 80));
		book_clear(&b);
	}
	buf_clear(&bytes);
}

Test(breaks, agree_with_the_plain_answer_on_any_row_of_signs)
{
	static const char *const signs[] = {
		"a", "b", "Z", "é", "ж", "7", "0", " ", " ", " ", "\n", "'",
		"\"", "’", "‘", "“", "”", "«", "»", "(", ")", "[", "]", "{",
		"}", "-", "–", "—", "/", "…", ".", ",", ":", ";", "!", "?",
		"$", "%", "€", "+", "|", "\\", "#", "&", "*", "_", "<", "=",
		">", "@", "^", "`", "~", "漢", "。", "\xC2\xA0", "\xCC\x81",
		"\xC2\xAD", "א", "°", "§", "©", "‐", "„",
		"‚", "λ", "…", "—", "–", "한", "ー", "，", "\xE2\x80\xAF",
	};
	enum { SIGNS = sizeof signs / sizeof signs[0] };
	struct chance c = { 2 };
	struct buf bytes = { 0 };
	unsigned round, i;

	for (round = 0; round < 60000; round++) {
		unsigned n = 1 + chance_below(&c, 30);
		unsigned kinds = 2 + chance_below(&c, 12), pick[16];
		struct book b = { 0 };

		buf_reset(&bytes);
		buf_char(&bytes, 'a');
		for (i = 0; i < kinds; i++)
			pick[i] = chance_below(&c, SIGNS);
		for (i = 0; i < n; i++)
			buf_str(&bytes, signs[pick[chance_below(&c, kinds)]]);
		buf_char(&bytes, 'z');
		book_add(&b, BLOCK_PARAGRAPH, bytes.at, bytes.n);
		agrees(&b, 1 + chance_below(&c, 20));
		book_clear(&b);
	}
	buf_clear(&bytes);
}

Test(breaks, see_beyond_a_long_run_of_blanks)
{
	struct book b = { 0 };

	book_say(&b, BLOCK_PARAGRAPH, "a+ + +++++                + z");
	agrees(&b, 10);
	book_clear(&b);
}

/* The line that begins a block of N bytes at S, ROOM columns wide, where so
 * many more bytes FOLLOW in the text. */
static struct line
first_line(const char *s, size_t n, unsigned room, size_t follow)
{
	struct text t = { .n = n + follow };
	struct block b = { .kind = BLOCK_PARAGRAPH, .end = n };
	struct outline o = { 0 };
	struct layout l = { .text = &t, .outline = &o };
	char *copy = mem_new(t.n + 1);
	struct line line = { 0 };

	memcpy(copy, s, n);
	memset(copy + n, '\n', follow);
	t.at = copy;
	breaks_next(&l, &b, 0, room, &line);
	free(copy);
	return line;
}

/* At the text's end, where no more than the line may be read, it is set atom by
 * atom; before, common prose is looked at as a whole. */
static void
is_set_alike(const char *s, size_t n, unsigned room)
{
	struct line alone = first_line(s, n, room, 0);
	struct line within = first_line(s, n, room, 400);

	cr_assert(eq(sz, within.end, alone.end), "'%.*s' %u", (int)n, s, room);
	cr_assert(eq(sz, within.next, alone.next), "'%.*s' %u", (int)n, s,
	          room);
	cr_assert(eq(uint, within.width, alone.width), "'%.*s' %u", (int)n, s,
	          room);
}

Test(breaks, fall_alike_at_the_end_of_a_text_and_within)
{
	static const char *const between[] = { " ", "\n", "  ", " \xE2\x80\x94 ",
		                               "-", ", ", "\t", ".\xC2\xA0" };
	struct chance c = { 11 };
	unsigned round;

	for (round = 0; round < 20000; round++) {
		struct buf words = { 0 };
		unsigned room = 1 + chance_below(&c, 110);
		size_t n = room + chance_below(&c, 16);

		while (words.n <= n)
			chance_words(&c, chance_below(&c, TONGUES + 1),
			             1 + chance_below(&c, 4),
			             between[chance_below(&c, 3) ? 0 :
			                     chance_below(&c, 8)], &words);
		while (n && (words.at[n] & 0xC0) == 0x80)
			n--;
		while (n && strchr(" \t\n", words.at[n - 1]))
			n--;
		if (n)
			is_set_alike(words.at, n, room);
		buf_clear(&words);
	}
}
