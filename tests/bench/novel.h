/* A book for the bench: much of what looks like English prose. */
#ifndef LECTERN_TESTS_BENCH_NOVEL_H
#define LECTERN_TESTS_BENCH_NOVEL_H

#include <stdbool.h>
#include <stddef.h>

/* A word that stands once, in the last paragraph but one, and what stands
 * before it there: of letters that nothing else is written in, so that a
 * program that sends only what differs sends it whole. */
#define NOVEL_RARE "zyzzyva"
#define NOVEL_BEFORE "QQQQQQ"

/* Writes at least BYTES bytes of chapters to PATH, one paragraph a line, the
 * same in every run. Ends the program where it cannot. */
void novel_write(const char *path, size_t bytes);
/* The same with lines of some 70 columns, with typographic quotation marks,
 * dashes and accents, or both. */
void novel_write_as(const char *path, size_t bytes, bool wrapped,
                    bool typographic);
/* The same without any line end. */
void novel_write_line(const char *path, size_t bytes);

#endif
