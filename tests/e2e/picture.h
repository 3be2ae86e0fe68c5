/* Frames made at random, the same ones on both sides of the terminal. */
#ifndef LECTERN_E2E_PICTURE_H
#define LECTERN_E2E_PICTURE_H

#include "reader/frame.h"

/* The frame of that NUMBER: its rows are in part those of the frame before.
 * Its last cells but one are a sign that counts PAINTED, so that whoever sees
 * it has seen all that was written before; the corner is blank. The caller
 * clears F. */
void picture_init(struct frame *f, unsigned cols, unsigned rows,
                  unsigned number, unsigned painted);

#endif
