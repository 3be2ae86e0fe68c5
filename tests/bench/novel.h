/* A book for the bench: much of what looks like English prose. */
#ifndef LECTERN_TESTS_BENCH_NOVEL_H
#define LECTERN_TESTS_BENCH_NOVEL_H

#include <stddef.h>

/* Writes at least BYTES bytes of chapters to PATH, one paragraph a line, the
 * same in every run. Ends the program where it cannot. */
void novel_write(const char *path, size_t bytes);

#endif
