/* Sittings in a text of a book's size, timed beside the other programs. */
#ifndef LECTERN_TESTS_BENCH_MOVES_H
#define LECTERN_TESTS_BENCH_MOVES_H

struct book {
	const char *name;  /* in the table */
	const char *path;
	const char *words; /* on its first page, within one line */
	const char *rare;  /* a word that stands once, near the end; or NULL */
};

/* First words, page turns and, where it has a rare word, long ways. */
void moves_compare(const struct book *book);

#endif
