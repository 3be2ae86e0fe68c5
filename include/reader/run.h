/* Carrying out a command. */
#ifndef LECTERN_READER_RUN_H
#define LECTERN_READER_RUN_H

#include "reader/commands.h"
#include "reader/state.h"

/* Carries out C in MODE_READ, COUNT times where that means something; COUNT
 * is 0 where none was typed. */
void run_command(struct reader *r, enum command c, unsigned long count);

#endif
