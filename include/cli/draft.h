/* A note in the person's own editor. */
#ifndef LECTERN_CLI_DRAFT_H
#define LECTERN_CLI_DRAFT_H

#include "base/error.h"

/* A private file with NOTE in it; its name, which the caller frees, NULL with
 * *E where there is no room for one. */
char *draft_write(const char *note, struct error *e);

/*
 * Gives the terminal to $VISUAL, $EDITOR or vi with the file at PATH and takes
 * it back; what the person left there as draft_read gives it. *E where the
 * editor failed: then it is what there was by then, or NULL.
 */
char *draft_edit(const char *path, struct error *e);

/* The note in the file at PATH: UTF-8 without controls but LF and TAB, without
 * line ends at its end; the caller frees it. NULL with *E where it cannot be
 * read. */
char *draft_read(const char *path, struct error *e);

#endif
