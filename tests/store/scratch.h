/* A directory of a test's own, gone when the test ends. */
#ifndef LECTERN_TESTS_STORE_SCRATCH_H
#define LECTERN_TESTS_STORE_SCRATCH_H

#include <stddef.h>

/* Fixture: makes the directory and points $HOME at it; unsets the rest. */
void scratch_begin(void);
void scratch_end(void);

/* Where the test runs as root, whom no permission stops, it goes on as nobody,
 * to whom the directory then belongs. */
void scratch_leave_root(void);

/* DIR/NAME. Each call has its own memory, which lives as long as the test. */
char *scratch_path(const char *name);
char *scratch_write(const char *name, const char *bytes, size_t n);
/* The file's bytes, NUL-ended; fails the test when it cannot be read. */
char *scratch_read(const char *name, size_t *n);
/* How many entries the directory has. */
size_t scratch_count(void);

/* How often fsync was called, which does nothing in these tests. */
extern unsigned scratch_syncs;

#endif
