/* Words for the person, on standard error; output on standard output. */
#ifndef LECTERN_CLI_TELL_H
#define LECTERN_CLI_TELL_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* "lectern: FILE: what is wrong", on one line. */
void tell_error(const struct error *e);

/* Appends "FILE:LINE: WHAT" to OUT as a line, as error_line makes it. */
void tell_problem(struct buf *out, const char *file, size_t line,
                  const char *what);

/* Writes OUT to standard output and empties it; false with *E where that
 * cannot be done (a full disk, a reader that has gone). */
bool tell_out(struct buf *out, struct error *e);

#endif
