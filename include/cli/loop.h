/* The interactive loop. */
#ifndef LECTERN_CLI_LOOP_H
#define LECTERN_CLI_LOOP_H

#include "cli/sitting.h"

/*
 * Opens the screen on S and reads until the reader quits; S->text is open, or
 * (no FILE) its text is NULL: then the shelf comes first (cli/shelf.h).
 * options->at, when given, is where to begin instead of sitting_place().
 * Standard input is the keyboard. Returns the exit status; what went wrong is
 * told on standard error after the terminal is given back.
 */
int loop_run(struct sitting *s);

#endif
