/* Long ways through a text, timed beside less. */
#ifndef LECTERN_TESTS_BENCH_MOVES_H
#define LECTERN_TESTS_BENCH_MOVES_H

/* To the last page, a resize and back, 500 page-downs at once, in the text at
 * PATH, whose first page has WORDS; medians as rows of the table. */
void moves_compare(const char *lectern, const char *name, const char *path,
                   const char *words);

/* First words of a text of MB megabytes, which it makes and removes; wake-ups
 * in 3 s of idling once all of it is read. */
void moves_compare_large(const char *lectern, unsigned mb);

#endif
