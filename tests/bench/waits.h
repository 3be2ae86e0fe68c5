/* What nobody should have to wait for. */
#ifndef LECTERN_TESTS_BENCH_WAITS_H
#define LECTERN_TESTS_BENCH_WAITS_H

/* The last page's number in the book at PATH, just opened. */
void waits_number(const char *path);
/* The end, while the text at PATH, of MB megabytes, is still being read. */
void waits_quit(const char *path, unsigned mb);
/* A key while all texts of the shelf are searched, which this makes. */
void waits_across(void);

#endif
