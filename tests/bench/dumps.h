/* --dump beside the programs that fill lines. */
#ifndef LECTERN_TESTS_BENCH_DUMPS_H
#define LECTERN_TESTS_BENCH_DUMPS_H

/* Sets the text at PATH, NAME in the table, in lines of 66 columns. */
void dumps_compare(const char *lectern, const char *name, const char *path);

#endif
