/* The structure found in a text. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "text/outline.h"

static struct text *
text_of(const char *s)
{
	size_t n = strlen(s);

	return text_new(mem_text(s, n), n, TEXT_UTF8);
}

static const char article[] =
	"A Long Title Over\nTwo Lines\n\n(1933)\n\n"
	"Written: 20 July 1933.\nSource: The Paper, p. 3.\n\n"
	"A. – It is time to break with the paper caricature. Is it?\n\n"
	"The First “Part”\n\n"
	"B. – And then a body of text that goes on for a while [1] here.\n\n"
	"A. Perfectly correct.\n\n"
	"The U.S.S.R.\n\n"
	"B. – And then a body of text that goes on for a while.\n\n"
	"July 20, 1933\n\n\n\n"
	"1. A note: it says what a note says.\n\n"
	"return return return\n\nLast updated on: 5 January 2016\n";

Test(outline, joins_a_title_over_two_lines)
{
	struct text *t = text_of(article);
	struct outline *o = outline_find(t, NULL, 0);

	cr_expect(eq(str, o->title, "A Long Title Over Two Lines"));
	outline_free(o);
	text_free(t);
}

Test(outline, finds_bare_headings_and_nothing_else)
{
	struct text *t = text_of(article);
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->sections.n, 2));
	cr_expect(eq(str, o->sections.at[0].title, "The First “Part”"));
	cr_expect(eq(str, o->sections.at[1].title, "The U.S.S.R."));
	outline_free(o);
	text_free(t);
}

Test(outline, ties_a_note_to_its_mark)
{
	struct text *t = text_of(article);
	struct outline *o = outline_find(t, NULL, 0);

	cr_assert(eq(sz, o->notes.n, 1));
	cr_assert(eq(sz, o->refs.n, 1));
	cr_expect(eq(str, o->notes.at[0].label, "1"));
	cr_expect(eq(chr, t->at[o->refs.at[0].at], '['));
	cr_expect(eq(chr, t->at[o->notes.at[0].body], 'A'));
	outline_free(o);
	text_free(t);
}

static void
expect_blocks_tile(const struct text *t)
{
	struct outline *o = outline_find(t, NULL, 0);
	text_pos p = 0;

	for (size_t i = 0; i <= o->blocks.n; i++) {
		text_pos next = i < o->blocks.n ? o->blocks.at[i].start : t->n;

		cr_assert(le(sz, p, next), "blocks overlap");
		while (p < next) {
			ucs c;

			p += ucs_decode(t->at + p, next - p, &c);
			cr_assert(ucs_is_space(c), "U+%04X left out at %zu", c,
			          p);
		}
		if (i == o->blocks.n)
			break;
		p = o->blocks.at[i].end;
		cr_assert(lt(sz, next, p));
		cr_assert(le(sz, p - next, OUTLINE_BLOCK_MAX));
	}
	outline_free(o);
}

Test(outline, blocks_hold_every_byte_but_white_space_once)
{
	struct text *t = text_of(article);

	expect_blocks_tile(t);
	text_free(t);
}

Test(outline, a_block_has_a_greatest_length)
{
	size_t n = 300000;
	char *s = mem_new(n);
	struct text *t;

	for (size_t i = 0; i < n; i++)
		s[i] = i % 7 == 6 && i < n / 2 ? ' ' : 'a';
	t = text_new(s, n, TEXT_UTF8);
	expect_blocks_tile(t);
	text_free(t);
}

Test(outline, an_empty_text_has_no_structure)
{
	struct text *t = text_of("");
	struct outline *o = outline_find(t, NULL, 0);

	cr_expect(eq(sz, o->blocks.n + o->sections.n + o->notes.n, 0));
	cr_expect(eq(sz, outline_block_at(o, 0), OUTLINE_NONE));
	outline_free(o);
	text_free(t);
}
