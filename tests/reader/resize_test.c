/* A window of another size, in a text so long that its sizes are prepared. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "long_text.h"
#include "play.h"

/* The caller clears OUT. */
static void
longer_text(struct buf *out)
{
	struct buf once = {0};
	unsigned i;

	long_text(&once);
	for (i = 0; out->n < 200000; i++) {
		buf_add(out, once.at, once.n);
		buf_printf(out, "    A line\n      of verse %u\n\n", i);
	}
	buf_clear(&once);
}

/* In windows of many sizes P shows what a reader shows that knows no other
 * size. */
static void
compare(struct play *p, const char *text, const struct outline *o)
{
	static const struct {
		unsigned cols, rows;
	} sizes[] = { {60, 20}, {72, 40}, {41, 24}, {38, 12}, {120, 50} };
	size_t i;

	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct event resize = {.kind = EVENT_RESIZE,
		                       .cols = sizes[i].cols,
		                       .rows = sizes[i].rows};
		struct play *other = play_start(text, resize.cols,
		                                resize.rows);

		if (o)
			reader_replace(other->r, other->text, o, "abcd");
		reader_go(other->r, p->r->kept);
		play_resize(other, resize.cols, resize.rows);
		reader_feed(p->r, &resize);
		play_keys(other, "<Esc>"); /* the messages are other ones */
		play_keys(p, "<Esc>");
		cr_assert(eq(sz, p->r->page, other->r->page));
		cr_assert(eq(sz, p->r->top, other->r->top));
		cr_assert(eq(str, play_row(p, resize.rows - 1, 0),
		             play_row(other, resize.rows - 1, 0)));
		play_end(other);
	}
}

Test(resize, shows_the_page_that_a_new_reader_shows)
{
	struct buf text = {0};
	struct play *p;

	longer_text(&text);
	p = play_start(buf_text(&text), 80, 24);
	cr_assert(ne(ptr, p->r->counts, NULL));
	play_keys(p, "50%");
	compare(p, buf_text(&text), NULL);
	play_keys(p, "G");
	compare(p, buf_text(&text), NULL);
	play_end(p);
	buf_clear(&text);
}

/* Blocks are other ones then, though the text is the same. */
Test(resize, counts_anew_where_the_outline_is_another)
{
	struct buf text = {0};
	struct override overrides[200];
	struct outline *o, *before;
	struct play *p;
	size_t i, n = 0;

	longer_text(&text);
	p = play_start(buf_text(&text), 80, 24);
	before = p->outline;
	for (i = 0; i < before->blocks.n && n < 200; i++)
		if (before->blocks.at[i].kind == BLOCK_HEADING)
			overrides[n++] = (struct override){
				before->blocks.at[i].start, 0};
	o = outline_find(p->text, overrides, n);
	play_keys(p, "90%");
	reader_replace(p->r, p->text, o, "abcd");
	p->outline = o;
	cr_assert(eq(ptr, p->r->counts, NULL));
	compare(p, buf_text(&text), o);
	play_resize(p, 80, 24);
	cr_assert(ne(ptr, p->r->counts, NULL));
	compare(p, buf_text(&text), o);
	outline_free(before);
	play_end(p);
	buf_clear(&text);
}
