/* A book for the bench: much of what looks like English prose. */
#include "novel.h"

#include <err.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
	CHAPTER = 40, /* paragraphs */
	WRAP = 70,    /* [col] of text that is wrapped */
};

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

static const char *const typographic_words[] = {
	"caf\xC3\xA9", "don\xE2\x80\x99t", "na\xC3\xAFve", "p\xC3\xA8re",
	"he\xE2\x80\x99" "d", "Stra\xC3\x9F" "e",
};

static uint64_t state;
static const char *gap; /* between paragraphs */
static bool wrapped, typographic;
static size_t col; /* of what is WRAPPED */

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

	if (typographic && !random_below(15))
		return typographic_words[random_below(
			sizeof typographic_words / sizeof *typographic_words)];
	return words[random_below(random_below(n) + 1)];
}

static size_t
columns(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

/* A word with what stands before and behind it; returns its bytes. */
static size_t
put(FILE *f, const char *before, const char *s, const char *behind)
{
	size_t cols = columns(before) + columns(s) + columns(behind);
	const char *blank = col ? " " : "";

	if (wrapped && col && col + 1 + cols > WRAP) {
		blank = "\n";
		col = 0;
	}
	fprintf(f, "%s%s%s%s", blank, before, s, behind);
	col += cols + (*blank == ' ');
	return strlen(blank) + strlen(before) + strlen(s) + strlen(behind);
}

static size_t
write_sentence(FILE *f)
{
	unsigned left = 4 + random_below(22);
	bool speech = typographic && !random_below(4);
	char first[64];
	size_t n;

	snprintf(first, sizeof first, "%s", word());
	if (first[0] >= 'a' && first[0] <= 'z')
		first[0] = (char)(first[0] - 'a' + 'A');
	n = put(f, speech ? "\xE2\x80\x9C" : "", first, "");
	while (--left)
		n += put(f, "", word(), random_below(11) ? "" :
		         typographic && !random_below(4) ? "\xE2\x80\x94" "and" :
		         ",");
	return n + put(f, "", word(), speech ? ".\xE2\x80\x9D" :
	               random_below(9) ? "." : "?");
}

static size_t
write_paragraph(FILE *f)
{
	unsigned left = 2 + random_below(7);
	size_t n = 2;

	col = 0;
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
	novel_write_as(path, bytes, false, false);
}

void
novel_write_as(const char *path, size_t bytes, bool in_lines, bool in_type)
{
	gap = "\n\n";
	wrapped = in_lines;
	typographic = in_type;
	write_book(path, bytes);
	wrapped = typographic = false;
}

void
novel_write_line(const char *path, size_t bytes)
{
	gap = " ";
	write_book(path, bytes);
}
