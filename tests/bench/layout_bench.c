/*
 * How fast lines and pages are set: layout_bench [MEASURE] < TEXT. The text's
 * structure is left out; in texts full of signs it is found before.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/lines.h"
#include "layout/pages.h"

enum { RUNS = 5, HEIGHT = 24 };

/* [s] of processor time, so that other work on the machine does not count. */
static double
now(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

/* Each physical line is a paragraph, so that nothing but layout is timed. */
static void
blocks_of(const struct text *t, struct outline *o)
{
	const char *s = t->at, *end = s + t->n, *stop;

	for (; s < end; s = stop + 1) {
		struct block b = { .kind = BLOCK_PARAGRAPH };

		stop = memchr(s, '\n', (size_t)(end - s));
		if (!stop)
			stop = end;
		b.start = (text_pos)(s - t->at);
		b.end = (text_pos)(stop - t->at);
		if (b.end - b.start > OUTLINE_BLOCK_MAX)
			b.end = b.start + OUTLINE_BLOCK_MAX;
		if (b.end > b.start)
			vec_push(&o->blocks, b);
	}
}

static size_t
all_lines(struct layout *l)
{
	size_t block, n = 0;

	for (block = 0; block < l->outline->blocks.n; block++)
		n += lines_of(l, block)->n;
	return n;
}

static size_t
all_pages(struct layout *l)
{
	bool all;

	while (!pages_step(l, 4096))
		;
	return pages_count(l, &all);
}

static size_t
all_glyphs(struct layout *l)
{
	struct glyph_list glyphs = { 0 };
	struct line line;
	size_t n = 0;
	bool more;

	for (more = lines_at(l, 0, &line); more;
	     more = lines_next(l, &line, &line)) {
		lines_glyphs(l, &line, &glyphs);
		n += glyphs.n;
	}
	vec_clear(&glyphs);
	return n;
}

/* What --dump does: every line as text. */
static size_t
all_text(struct layout *l)
{
	struct buf out = { 0 };
	struct line line;
	size_t n = 0;
	bool more;

	for (more = lines_at(l, 0, &line); more;
	     more = lines_next(l, &line, &line)) {
		lines_text(l, &line, &out);
		buf_char(&out, '\n');
		if (out.n > 65536) {
			n += out.n;
			buf_reset(&out);
		}
	}
	n += out.n;
	buf_clear(&out);
	return n;
}

static void
measure(const char *what, const struct text *t, const struct outline *o,
        unsigned measure, size_t (*work)(struct layout *l))
{
	double best = 1e9, took;
	size_t n = 0;
	int run;

	for (run = 0; run < RUNS; run++) {
		struct layout *l = layout_new(t, o, measure, HEIGHT);

		took = now();
		n = work(l);
		took = now() - took;
		best = took < best ? took : best;
		layout_free(l);
	}
	printf("%8.1f MB/s  %zu %s\n", (double)t->n / best / 1e6, n, what);
}

/* Sets WORDS words of which two of three are emphasised, in one paragraph. Four
 * times the words have to be as fast a byte, or something looks for signs from
 * a block's start on. */
static void
measure_signs(unsigned cols, unsigned words)
{
	struct buf bytes = {0};
	struct outline *o;
	struct text *t;
	char what[64];

	for (unsigned i = 0; i < words; i++)
		buf_str(&bytes, i % 3 ? "_word_ " : "plain ");
	t = text_new(mem_text(bytes.at, bytes.n), bytes.n, TEXT_UTF8);
	o = outline_find(t, NULL, 0);
	snprintf(what, sizeof what, "lines with %zu signs of emphasis",
	         o->signs.n);
	measure(what, t, o, cols, all_lines);
	snprintf(what, sizeof what, "glyphs with as many");
	measure(what, t, o, cols, all_glyphs);
	outline_free(o);
	text_free(t);
	buf_clear(&bytes);
}

int
main(int argc, char **argv)
{
	unsigned cols = argc > 1 ? (unsigned)atoi(argv[1]) : 66;
	struct outline o = { 0 };
	struct buf bytes = { 0 };
	struct text t = { 0 };
	char piece[65536];
	size_t n;

	while ((n = fread(piece, 1, sizeof piece, stdin)))
		buf_add(&bytes, piece, n);
	t.at = buf_text(&bytes);
	t.n = bytes.n;
	blocks_of(&t, &o);
	measure("lines", &t, &o, cols, all_lines);
	measure("pages", &t, &o, cols, all_pages);
	measure("glyphs", &t, &o, cols, all_glyphs);
	measure("bytes of text", &t, &o, cols, all_text);
	measure_signs(cols, 150000);
	measure_signs(cols, 600000);
	vec_clear(&o.blocks);
	buf_clear(&bytes);
	return 0;
}
