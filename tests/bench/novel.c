/* A book for the bench: much of what looks like English prose. */
#include "novel.h"

#include <err.h>
#include <stdint.h>
#include <stdio.h>

enum { CHAPTER = 40 }; /* paragraphs */

/* By falling frequency, so that picking low indices more often gives about
 * the word lengths of English. */
static const char *const words[] = {
	"the", "of", "and", "to", "a", "in", "that", "he", "was", "it", "his",
	"with", "as", "had", "for", "she", "not", "but", "at", "on", "be",
	"which", "him", "they", "from", "all", "this", "there", "were", "an",
	"so", "one", "when", "their", "been", "would", "what", "if", "no",
	"more", "out", "them", "up", "said", "who", "into", "time", "could",
	"then", "very", "house", "before", "little", "over", "some", "after",
	"evening", "morning", "through", "nothing", "himself", "without",
	"thought", "under", "window", "between", "letter", "question",
	"afterwards", "remembered", "conversation", "understanding",
	"circumstances", "river", "street", "answered", "slowly", "winter",
	"well-known", "neighbour\xE2\x80\x99s",
};

static uint64_t state;
static const char *gap; /* between paragraphs */

/* xorshift: the same book everywhere. */
static unsigned
random_below(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

static const char *
word(void)
{
	unsigned n = sizeof words / sizeof *words;

	return words[random_below(random_below(n) + 1)];
}

static size_t
write_sentence(FILE *f)
{
	unsigned left = 4 + random_below(22);
	const char *first = word();
	int n = fprintf(f, "%c%s", first[0] - 'a' + 'A', first + 1);

	while (left--)
		n += fprintf(f, "%s %s", random_below(11) ? "" : ",", word());
	n += fprintf(f, "%s", random_below(9) ? ". " : "? ");
	return (size_t)n;
}

static size_t
write_paragraph(FILE *f)
{
	unsigned left = 2 + random_below(7);
	size_t n = 2;

	while (left--)
		n += write_sentence(f);
	fputs(gap, f);
	return n;
}

static void
write_book(const char *path, size_t bytes)
{
	FILE *f = fopen(path, "w");
	size_t n = 0;
	unsigned i;

	if (!f)
		err(1, "%s", path);
	state = 0x2545F4914F6CDD1D;
	fprintf(f, "The Long Winter%sby Nobody%s", gap, gap);
	for (i = 0; n < bytes; i++) {
		if (i % CHAPTER == 0)
			fprintf(f, "%sChapter %u%s", gap, i / CHAPTER + 1, gap);
		n += write_paragraph(f);
	}
	fprintf(f, "There was a " NOVEL_BEFORE " " NOVEL_RARE
	           " at the window.%s", gap);
	write_paragraph(f);
	if (fclose(f))
		err(1, "%s", path);
}

void
novel_write(const char *path, size_t bytes)
{
	gap = "\n\n";
	write_book(path, bytes);
}

void
novel_write_line(const char *path, size_t bytes)
{
	gap = " ";
	write_book(path, bytes);
}
