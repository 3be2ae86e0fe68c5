/*
 * How fast structure is found: in the text on standard input, and in texts made
 * to be hard. Prints megabytes a second, and how many times the time of the
 * middle one each takes per byte.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/outline.h"

enum { ROUNDS = 5, KINDS = 10 };

static const char prose[] =
	"The body of a text goes on for a while and says what is to be said.\n"
	"It was broken by hand where the measure ends, so that its lines are\n"
	"all of nearly one length, and the last is short.\n\n";

struct kind {
	const char *name;
	struct buf text;
	double per_byte; /* [s] */
};

/* [s] of processor time, so that other work on the machine does not count. */
static double
now(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static void
make_headings(struct buf *b)
{
	for (int i = 1; i <= 200000; i++)
		buf_printf(b, "CHAPTER %d\n\nA word.\n\n", i);
}

static void
make_notes(struct buf *b)
{
	for (int i = 1; i <= 50000; i++)
		buf_printf(b, "Words that have a note[%d] to them.\n\n", i);
	buf_str(b, "NOTES\n\n");
	for (int i = 1; i <= 50000; i++)
		buf_printf(b, "[%d] What is said of it.\n\n", i);
}

static void
make_short_lines(struct buf *b)
{
	for (int i = 0; i < 300000; i++)
		buf_printf(b, "%s\n", i % 7 ? "a b" : "");
}

static void
make_play(struct buf *b)
{
	static const char *const who[] = {"HAMLET", "OPHELIA", "First Lord"};

	for (int i = 0; i < 20000; i++) {
		if (i % 100 == 0)
			buf_printf(b, "ACT %d\n\nSCENE I. A room.\n\n",
			           i / 500 + 1);
		buf_printf(b, "%s.\nWhat is it that you say to me, my lord,\n"
		              "And why is it that you do?\n\n", who[i % 3]);
	}
}

static void
make_rfc(struct buf *b)
{
	for (int i = 1; i <= 3000; i++)
		buf_printf(b, "%d.%d.  A Section\n\n%s%s\nBell  Standards "
		              "Track  [Page %d]\n\f\nRFC 1  Bells  May 1990\n\n",
		           i / 9 + 1, i % 9 + 1, prose, prose, i);
}

static void
make_list(struct buf *b)
{
	for (int i = 0; i < 60000; i++)
		buf_printf(b, "* item (%d) of [%d]\n%d. more*\n", i % 9,
		           i % 99, i % 20 + 1);
}

static void
make_markdown(struct buf *b)
{
	for (int i = 0; i < 8000; i++)
		buf_printf(b, "## A [Heading](#h%d)\n\n%sWords[^%d] and *more*."
		              "\n\n[^%d]: A note.\n\n", i, prose, i, i);
}

static void
make_line(struct buf *b)
{
	for (int i = 0; i < 100000; i++)
		buf_str(b, "[1] word(2) *word ");
}

static void
make_emphasis(struct buf *b)
{
	for (int i = 0; i < 400000; i++)
		buf_printf(b, "%s_word_%s", i % 3 ? "plain " : "",
		           i % 100 == 99 ? "\n\n" : i % 7 ? " " : ", ");
}

static void
time_kind(struct kind *k)
{
	struct text *t = text_new(mem_text(k->text.at, k->text.n), k->text.n,
	                          TEXT_UTF8);
	double best = 1e9;

	for (int i = 0; i < ROUNDS; i++) {
		double from = now(), took;

		outline_free(outline_find(t, NULL, 0));
		took = now() - from;
		best = took < best ? took : best;
	}
	k->per_byte = best / (double)k->text.n;
	text_free(t);
}

static int
by_time(const void *a, const void *b)
{
	const struct kind *x = a, *y = b;

	return (x->per_byte > y->per_byte) - (x->per_byte < y->per_byte);
}

int
main(void)
{
	static struct kind kinds[KINDS] = {
		{.name = "the text given"}, {.name = "200,000 headings"},
		{.name = "50,000 notes"},   {.name = "lines of three letters"},
		{.name = "a play"},         {.name = "an RFC"},
		{.name = "lists"},          {.name = "Markdown"},
		{.name = "one line"},       {.name = "emphasis"}};
	static void (*const make[KINDS])(struct buf *) = {
		NULL, make_headings, make_notes, make_short_lines, make_play,
		make_rfc, make_list, make_markdown, make_line, make_emphasis};
	char piece[4096];
	size_t n;

	while ((n = fread(piece, 1, sizeof piece, stdin)) > 0)
		buf_add(&kinds[0].text, piece, n);
	for (int i = 0; i < KINDS; i++) {
		if (i > 0)
			make[i](&kinds[i].text);
		if (kinds[i].text.n > 0)
			time_kind(&kinds[i]);
	}
	qsort(kinds, KINDS, sizeof *kinds, by_time);
	puts("Structure found alone, in");
	for (int i = 0; i < KINDS; i++) {
		if (kinds[i].per_byte > 0)
			printf("%8.1f MB/s  %4.1f of the middle  %s\n",
			       1e-6 / kinds[i].per_byte,
			       kinds[i].per_byte / kinds[KINDS / 2].per_byte,
			       kinds[i].name);
		buf_clear(&kinds[i].text);
	}
	return 0;
}
