/* A window that changes its size and changes back, in books of many kinds. */
#ifndef LECTERN_TESTS_BENCH_RESIZES_H
#define LECTERN_TESTS_BENCH_RESIZES_H

#include <stddef.h>

/* In books of so many bytes, which it makes and removes. */
void resizes_compare(size_t bytes);

#endif
