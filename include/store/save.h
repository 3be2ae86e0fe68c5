/* Writing a file so that it is either the old one or the new one. */
#ifndef LECTERN_STORE_SAVE_H
#define LECTERN_STORE_SAVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* What a file is worth. A disk that is busy may need seconds to sync one. */
enum save_care {
	SAVE_UNSYNCED, /* outlives the program, perhaps not a loss of power */
	SAVE_SYNCED,
	SAVE_BACKED,   /* the old one is kept as well */
};

/*
 * Replaces the file at PATH by the N bytes at BYTES (MARKS section 4, steps 1
 * and 4 to 7): through symlinks, by a temporary file beside it, synced but for
 * SAVE_UNSYNCED, of the old mode (0600 when new), renamed. A file of several
 * names or of another owner, or in a directory that cannot be written, is
 * written in place behind a backup. The backup of SAVE_BACKED is PATH~ (or,
 * where that cannot be written, in the directory of places). False with *E, the
 * old file untouched, when it could not. Missing directories above PATH are
 * made (0700).
 */
bool save_file(const char *path, const char *bytes, size_t n,
               enum save_care care, struct error *e);

/* Whether save_file is likely to succeed at PATH, without trying; false with
 * *E, so that the reader knows before the first mark is made. */
bool save_is_possible(const char *path, struct error *e);

#endif
