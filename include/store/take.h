/* Taking other stores' marks in. */
#ifndef LECTERN_STORE_TAKE_H
#define LECTERN_STORE_TAKE_H

#include <stdbool.h>

#include "base/error.h"
#include "marks/merge.h"
#include "store/file.h"

/* Reads the store at PATH, to be merged. False with *E where there is none, it
 * is of a newer format, or it is a file that holds no marks but something
 * else. */
bool take_read(const char *path, struct file_bytes *out, struct error *e);

/* Merges the store at PATH into M; false with *E as take_read. */
bool take_store(struct marks *m, const char *path, struct merge_report *report,
                struct error *e);

#endif
