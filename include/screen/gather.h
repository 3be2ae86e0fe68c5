/* What curses sends for one frame, gathered into one write. */
#ifndef LECTERN_SCREEN_GATHER_H
#define LECTERN_SCREEN_GATHER_H

#include <stddef.h>
#include <stdio.h>

#include "screen/tty.h"

/*
 * curses flushes its buffer at every movement of the cursor, so a page would
 * go out in a write a row, and each would wake the terminal. Between
 * gather_start and gather_send its descriptor is a file in memory; what is in
 * it then goes to the terminal at once. Where the system has no such files
 * the two do nothing.
 */

/* The stream that curses is to write to, or NULL. Owned here until
 * gather_end. */
FILE *gather_begin(const struct tty *t);
void gather_end(void);

void gather_start(void);
void gather_send(void);

/* N bytes behind what curses has sent. */
void gather_put(const char *s, size_t n);

#endif
