/* Texts of any size: first words, keys while they are read, memory. */
#ifndef LECTERN_TESTS_BENCH_LARGE_H
#define LECTERN_TESTS_BENCH_LARGE_H

/* A book of so many megabytes, which it makes and removes. */
void large_compare(unsigned mb);
/* The same in one single line, lectern alone. */
void large_line(unsigned mb);

#endif
