/*
 * How fast structure is found: in the text on standard input, in books of
 * 1 MB, and in texts made to be hard. Prints megabytes a second, and how many
 * times the time of the middle one each takes per byte; beside them what is
 * due where that is not reached.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/mem.h"
#include "store/room.h"
#include "text/outline.h"

enum { ROUNDS = 5, BOOK = 1000000 }; /* [byte] */

/* [MB/s] in a book, and at most so many times the middle one's time. */
static const double DUE_SPEED = 100, DUE_RATIO = 2;

static const char prose[] =
	"The body of a text goes on for a while and says what is to be said.\n"
	"It was broken by hand where the measure ends, so that its lines are\n"
	"all of nearly one length, and the last is short.\n\n";

struct kind {
	const char *name;
	void (*make)(struct buf *); /* NULL: what was given */
	bool book;
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

/* Words by falling frequency, of about the lengths that English has. */
static const char *
word(unsigned *state)
{
	static const char *const words[] = {
		"the", "of", "and", "to", "a", "in", "that", "he", "was",
		"with", "she", "which", "from", "there", "would", "house",
		"little", "evening", "through", "under", "letter", "question",
		"remembered", "conversation", "street", "winter"};
	enum { N = sizeof words / sizeof *words };

	*state = *state * 1664525u + 1013904223u;
	return words[(*state >> 24) % N * ((*state >> 16) % N) / N];
}

/* A paragraph of LINES lines that were broken at WIDTH columns, each behind
 * INDENT. */
static void
add_lines(struct buf *b, unsigned *state, unsigned lines, size_t width,
          const char *indent)
{
	while (lines-- > 0) {
		size_t from = b->n, end = lines == 0 ? width / 2 : width;

		buf_str(b, indent);
		while (b->n - from + 10 < end)
			buf_printf(b, "%s%s", word(state),
			           *state % 9 ? " " : ", ");
		buf_printf(b, "%s%s\n", word(state), lines ? "" : ".");
	}
}

/* As archives keep books: wrapped, a chapter each 40 paragraphs. */
static void
make_book(struct buf *b)
{
	unsigned state = 1;

	for (unsigned i = 0; b->n < BOOK; i++) {
		if (i % 40 == 0)
			buf_printf(b, "\n\nCHAPTER %u\n\n\n", i / 40 + 1);
		add_lines(b, &state, 2 + i % 9, 70, "");
		buf_char(b, '\n');
	}
}

static void
make_unparted(struct buf *b)
{
	unsigned state = 2;

	while (b->n < BOOK)
		add_lines(b, &state, 5, 70, "");
}

static void
make_verse(struct buf *b)
{
	unsigned state = 3;

	for (unsigned i = 0; b->n < BOOK; i++) {
		if (i % 20 == 0)
			buf_printf(b, "\n\nCANTO %u\n\n\n", i / 20 + 1);
		for (int k = 0; k < 8; k++)
			add_lines(b, &state, 1, 80, "  ");
		buf_char(b, '\n');
	}
}

static void
make_russian(struct buf *b)
{
	for (unsigned i = 0; b->n < BOOK; i++) {
		if (i % 40 == 0)
			buf_printf(b, "\n\nГлава %u\n\n\n", i / 40 + 1);
		for (unsigned k = 0; k < 2 + i % 9; k++)
			buf_str(b, "Слова одной строки, которая "
			           "переносится, где кончается "
			           "место, на другую;\n");
		buf_str(b, "и ещё одна.\n\n");
	}
}

static void
make_table(struct buf *b)
{
	for (unsigned i = 0; b->n < BOOK; i++)
		buf_printf(b, "%s  Name %-8u  %8u  %6.2f  %s\n",
		           i % 30 ? "" : "\n", i, i * 7919 % 100000,
		           i % 977 / 7.0, i % 3 ? "yes" : "no");
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

static struct kind kinds[] = {
	{.name = "the text given", .book = true},
	{.name = "a book", .make = make_book, .book = true},
	{.name = "a book in Russian", .make = make_russian, .book = true},
	{.name = "a book of verse", .make = make_verse, .book = true},
	{.name = "no blank lines", .make = make_unparted, .book = true},
	{.name = "tables", .make = make_table},
	{.name = "200,000 headings", .make = make_headings},
	{.name = "50,000 notes", .make = make_notes},
	{.name = "lines of three letters", .make = make_short_lines},
	{.name = "a play", .make = make_play},
	{.name = "an RFC", .make = make_rfc},
	{.name = "lists", .make = make_list},
	{.name = "Markdown", .make = make_markdown},
	{.name = "one line", .make = make_line},
	{.name = "emphasis", .make = make_emphasis}};

enum { KINDS = sizeof kinds / sizeof *kinds };

static void
read_given(struct buf *b)
{
	char piece[4096];
	size_t n;

	while ((n = fread(piece, 1, sizeof piece, stdin)) > 0)
		buf_add(b, piece, n);
}

static void
print_kind(const struct kind *k, double middle)
{
	double speed = 1e-6 / k->per_byte, ratio = k->per_byte / middle;

	printf("%8.1f MB/s  %4.1f of the middle  %s", speed, ratio,
	       k->name);
	if (k->book && speed < DUE_SPEED)
		printf(" (due: %.0f MB/s)", DUE_SPEED);
	if (ratio > DUE_RATIO)
		printf(" (due: %.1f of the middle)", DUE_RATIO);
	putchar('\n');
}

int
main(void)
{
	size_t given = 0; /* kinds that there are: what is not sorts first */

	/* as the program does */
	mem_set_large(room_expect);
	for (int i = 0; i < KINDS; i++) {
		struct kind *k = &kinds[i];

		if (k->make != NULL)
			k->make(&k->text);
		else
			read_given(&k->text);
		if (k->text.n > 0)
			time_kind(k);
		given += k->text.n > 0;
		buf_clear(&k->text);
	}
	qsort(kinds, KINDS, sizeof *kinds, by_time);
	puts("Structure found alone, in");
	for (size_t i = KINDS - given; i < KINDS; i++)
		print_kind(&kinds[i],
		           kinds[KINDS - given + given / 2].per_byte);
	return 0;
}
