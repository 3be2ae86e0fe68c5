/* A note in the person's own editor. */
#ifndef LECTERN_CLI_DRAFT_H
#define LECTERN_CLI_DRAFT_H

#include "base/error.h"

/*
 * Gives the terminal to $VISUAL, $EDITOR or vi with NOTE in a private file and
 * takes it back; what the person left there, UTF-8 without controls but LF and
 * TAB, without line ends at its end; the caller frees it. NULL when it was
 * given up (the editor ended with a failure), and then *E says why where that
 * needs saying.
 */
char *draft_edit(const char *note, struct error *e);

#endif
