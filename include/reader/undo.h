/* Undoing changes of marks, and doing them again. */
#ifndef LECTERN_READER_UNDO_H
#define LECTERN_READER_UNDO_H

#include "reader/commands.h"
#include "reader/state.h"

/* Carries out UNDO and REDO, COUNT times (0 is once): says what was undone
 * last and shows its place; false when C is neither. */
bool undo_command(struct reader *r, enum command c, unsigned long count);

#endif
