/* The outline of a long text, found piece by piece. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "text/partial.h"

static struct text *
text_of(const char *s)
{
	size_t n = strlen(s);

	return text_new(mem_text(s, n), n, TEXT_UTF8);
}

/* A piece made by hand: a block, a section of that name and a note that is
 * referred to, for every 10 bytes of SPAN. */
static struct outline *
piece_of(struct span span, const char *name)
{
	struct outline *o = mem_new(sizeof *o);
	text_pos p;

	for (p = span.start; p < span.end; p += 10) {
		struct block b = {.start = p, .end = p + 9};
		struct section s = {.at = p, .end = p + 4, .level = 1,
		                    .title = mem_copy(name)};
		struct note n = {.at = p + 5, .end = p + 9, .body = p + 6,
		                 .label = mem_copy(name)};
		struct note_ref r = {.at = p + 1, .end = p + 2,
		                     .note = o->notes.n};

		vec_push(&o->blocks, b);
		vec_push(&o->sections, s);
		vec_push(&o->notes, n);
		vec_push(&o->refs, r);
	}
	o->title = mem_copy(name);
	return o;
}

static void
put(struct outline *o, text_pos start, text_pos end, const char *name)
{
	struct span span = {start, end};

	partial_put(o, piece_of(span, name), span);
}

/* "start:name" of every block, that its section, note and reference are those
 * made with it. */
static void
holds(const struct outline *o, const char *expected)
{
	struct buf got = {0};
	size_t i;

	cr_assert(eq(sz, o->sections.n, o->blocks.n));
	cr_assert(eq(sz, o->notes.n, o->blocks.n));
	cr_assert(eq(sz, o->refs.n, o->blocks.n));
	for (i = 0; i < o->blocks.n; i++) {
		text_pos p = o->blocks.at[i].start;

		buf_printf(&got, "%s%zu:%s", i ? " " : "", p,
		           o->sections.at[i].title);
		cr_expect(eq(sz, o->sections.at[i].at, p));
		cr_expect(eq(sz, o->notes.at[i].at, p + 5));
		cr_expect(eq(str, o->notes.at[i].label,
		             o->sections.at[i].title));
		cr_expect(eq(sz, o->refs.at[i].at, p + 1));
		cr_expect(eq(sz, o->refs.at[i].note, i));
	}
	cr_expect(eq(str, (char *)buf_text(&got), (char *)expected));
	buf_clear(&got);
}

static struct outline *
nothing_yet(void)
{
	struct outline *o = mem_new(sizeof *o);

	o->partial = true;
	return o;
}

Test(partial, pieces_follow_each_other)
{
	struct outline *o = nothing_yet();

	put(o, 0, 20, "a");
	put(o, 20, 30, "b");
	put(o, 30, 50, "c");
	holds(o, "0:a 10:a 20:b 30:c 40:c");
	cr_expect(eq(sz, o->known, 50));
	cr_expect(eq(str, o->title, "a"), "the front names the text");
	outline_free(o);
}

Test(partial, a_better_piece_replaces_the_first_guess)
{
	struct outline *o = nothing_yet();

	put(o, 0, 20, "a");
	put(o, 0, 30, "b");
	holds(o, "0:b 10:b 20:b");
	put(o, 20, 40, "c");
	holds(o, "0:b 10:b 20:c 30:c");
	cr_expect(eq(str, o->title, "b"));
	outline_free(o);
}

Test(partial, there_is_one_island_and_pieces_take_it_in)
{
	struct outline *o = nothing_yet();

	put(o, 0, 20, "a");
	put(o, 60, 80, "i");
	holds(o, "0:a 10:a 60:i 70:i");
	put(o, 50, 80, "j");
	holds(o, "0:a 10:a 50:j 60:j 70:j");
	put(o, 20, 40, "b");
	holds(o, "0:a 10:a 20:b 30:b 50:j 60:j 70:j");
	put(o, 40, 60, "c");
	holds(o, "0:a 10:a 20:b 30:b 40:c 50:c 60:j 70:j");
	put(o, 60, 100, "d");
	holds(o, "0:a 10:a 20:b 30:b 40:c 50:c 60:d 70:d 80:d 90:d");
	cr_expect(eq(sz, o->island.end, 0));
	outline_free(o);
}

/* Begins to put in a piece of that span, MOST blocks at a time. */
static struct partial_piece
begin_feed(text_pos start, text_pos end, const char *name)
{
	struct span span = {start, end};

	return (struct partial_piece){.outline = piece_of(span, name),
	                              .span = span};
}

Test(partial, a_piece_can_be_put_in_little_by_little)
{
	struct outline *o = nothing_yet();
	struct partial_piece p;

	put(o, 0, 20, "a");
	p = begin_feed(20, 60, "b");
	cr_assert(not(partial_feed(o, &p, 1)));
	cr_assert(eq(sz, o->known, 30));
	cr_assert(eq(sz, o->blocks.n, 3));
	cr_assert(not(partial_feed(o, &p, 2)));
	cr_assert(eq(sz, o->known, 50));
	cr_assert(partial_feed(o, &p, 2));
	cr_assert(p.outline == NULL);
	cr_assert(eq(sz, o->known, 60));
	holds(o, "0:a 10:a 20:b 30:b 40:b 50:b");
	outline_free(o);
}

Test(partial, what_is_known_stays_known_while_a_piece_says_it_anew)
{
	struct outline *o = nothing_yet();
	struct partial_piece p;

	put(o, 0, 30, "guess");
	p = begin_feed(0, 60, "a");
	cr_assert(not(partial_feed(o, &p, 1)));
	cr_assert(eq(sz, o->known, 30));
	cr_assert(eq(str, o->sections.at[2].title, (char *)"a"));
	cr_assert(partial_feed(o, &p, 9));
	holds(o, "0:a 10:a 20:a 30:a 40:a 50:a");
	outline_free(o);
}

Test(partial, an_island_may_come_while_a_piece_is_put_in)
{
	struct outline *o = nothing_yet();
	struct partial_piece p;

	put(o, 0, 10, "a");
	put(o, 30, 50, "old");
	p = begin_feed(10, 60, "b");
	cr_assert(not(partial_feed(o, &p, 1)));
	put(o, 40, 60, "new");
	cr_assert(eq(sz, o->island.start, 40));
	cr_assert(eq(sz, o->blocks.n, 4));
	cr_assert(not(partial_feed(o, &p, 3)));
	cr_assert(eq(sz, o->island.start, 50));
	cr_assert(partial_feed(o, &p, 3));
	holds(o, "0:a 10:b 20:b 30:b 40:b 50:b");
	cr_assert(eq(sz, o->island.end, 0));
	outline_free(o);
}

Test(partial, knows_what_it_knows)
{
	struct outline *o = nothing_yet();

	put(o, 0, 20, "a");
	put(o, 60, 80, "i");
	cr_expect(partial_knows(o, (struct span){0, 20}, 100));
	cr_expect(not(partial_knows(o, (struct span){0, 21}, 100)));
	cr_expect(partial_knows(o, (struct span){60, 80}, 100));
	cr_expect(partial_knows(o, (struct span){60, 90}, 80));
	cr_expect(not(partial_knows(o, (struct span){59, 61}, 100)));
	cr_expect(not(partial_knows(o, (struct span){40, 50}, 100)));
	cr_expect(partial_parts(o, 1));
	cr_expect(not(partial_parts(o, 0)));
	cr_expect(not(partial_parts(o, 2)));
	put(o, 20, 60, "b");
	cr_expect(partial_knows(o, (struct span){0, 80}, 100));
	cr_expect(not(partial_parts(o, 5)));
	partial_finish(o, 70);
	cr_expect(partial_knows(o, (struct span){0, 70}, 70));
	holds(o, "0:a 10:a 20:b 30:b 40:b 50:b 60:i");
	outline_free(o);
}

Test(partial, the_section_before_a_gap_is_not_that_of_the_island)
{
	struct outline *o = nothing_yet();

	put(o, 0, 20, "a");
	put(o, 60, 80, "i");
	cr_expect(eq(sz, outline_section_at(o, 15), 1));
	cr_expect(eq(sz, outline_section_at(o, 59), OUTLINE_NONE));
	cr_expect(eq(sz, outline_section_at(o, 60), 2));
	outline_free(o);
}

Test(partial, a_text_is_cut_behind_a_blank_line)
{
	struct text *t = text_of("One line\nand two.\n\nThree.\nFour and five");

	cr_expect(eq(sz, partial_end(t, 0, 30), 19));
	cr_expect(eq(sz, partial_end(t, 19, 12), 26), "else behind a line");
	cr_expect(eq(sz, partial_end(t, 26, 10), 35), "else behind a word");
	cr_expect(eq(sz, partial_end(t, 0, 100), t->n));
	cr_expect(eq(sz, partial_start(t, 25, 10), 19));
	cr_expect(eq(sz, partial_start(t, 9, 10), 0));
	text_free(t);
}

Test(partial, a_text_without_blanks_is_cut_between_code_points)
{
	struct text *t = text_of("ééééééééééé");

	cr_expect(eq(sz, partial_end(t, 0, 9), 8));
	cr_expect(eq(sz, partial_end(t, 2, 8), 10));
	text_free(t);
}

Test(partial, a_piece_is_found_in_its_own_bytes)
{
	struct text *t = text_of("First words.\n\nSecond words go on "
	                         "and on.\n\nThird.\n");
	struct outline *o = nothing_yet();

	partial_put(o, partial_find(t, (struct span){0, 21}),
	            (struct span){0, 21});
	partial_put(o, partial_find(t, (struct span){21, t->n}),
	            (struct span){21, t->n});
	cr_assert(eq(sz, o->blocks.n, 4));
	cr_expect(eq(sz, o->blocks.at[2].start, 21));
	cr_expect(o->blocks.at[2].continues, "the paragraph was cut");
	cr_expect(not(o->blocks.at[3].continues));
	cr_expect(eq(sz, o->blocks.at[3].start, 42));
	outline_free(o);
	text_free(t);
}
