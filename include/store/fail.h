/* A failed system call in words. */
#ifndef LECTERN_STORE_FAIL_H
#define LECTERN_STORE_FAIL_H

#include "base/error.h"

/* The words of an errno value: ours for the frequent ones, which say what to
 * do, else the system's. Borrowed until the next call. */
const char *fail_words(int number);

/* Sets *E to "FILE: words", or "FILE: DOING: words" where DOING ("cannot be
 * written") is not NULL. NUMBER is an errno value. */
void fail_set(struct error *e, const char *file, const char *doing,
              int number);

#endif
