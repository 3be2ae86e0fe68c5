/* The bundled text, as its structure was found, at many sizes. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/lines.h"
#include "layout/pages.h"

#define BUNDLED "texts/trotsky-1933-same-international.txt"

static struct text *
bundled(void)
{
	const char *top = getenv("top_srcdir");
	struct buf path = { 0 }, bytes = { 0 };
	FILE *f;
	int c;

	buf_printf(&path, "%s/%s", top ? top : ".", BUNDLED);
	f = fopen(path.at, "rb");
	buf_clear(&path);
	if (!f)
		return NULL;
	while ((c = getc(f)) != EOF)
		buf_char(&bytes, (char)c);
	fclose(f);
	return text_new(bytes.at, bytes.n, TEXT_GUESS);
}

/* The words that begin each page at this size, one a line. */
static void
page_words(const struct text *t, const struct outline *o, unsigned measure,
           unsigned height, struct buf *out)
{
	struct layout *l = layout_new(t, o, measure, height);
	struct line_list lines = { 0 };
	struct line *last;
	size_t page, count;
	bool all;

	while (!pages_step(l, 100))
		;
	count = pages_count(l, &all);
	for (page = 0; page < count; page++) {
		pages_lines(l, page, &lines);
		last = &lines.at[lines.n - 1];
		/* on a smaller one a long heading may fill it */
		cr_assert(height < 16 || page + 1 == count ||
		          o->blocks.at[last->block].kind != BLOCK_HEADING);
		buf_add(out, t->at + lines.at[0].start,
		        lines.at[0].end - lines.at[0].start);
		buf_char(out, '\n');
	}
	vec_clear(&lines);
	layout_free(l);
}

Test(bundled, text_ends_no_page_in_a_heading_and_begins_each_anew_alike)
{
	struct text *t = bundled();
	struct outline *o;
	unsigned measure, height;

	if (!t)
		cr_skip_test("no " BUNDLED);
	o = outline_find(t, NULL, 0);
	for (measure = 10; measure <= 90; measure += 7)
		for (height = 1; height <= 50; height += 5) {
			struct buf once = { 0 }, again = { 0 };

			page_words(t, o, measure, height, &once);
			page_words(t, o, measure, height, &again);
			cr_assert(eq(str, once.at, again.at));
			buf_clear(&once);
			buf_clear(&again);
		}
	outline_free(o);
	text_free(t);
}
