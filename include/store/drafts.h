/* Notes that were being typed: what a killed program leaves of them. */
#ifndef LECTERN_STORE_DRAFTS_H
#define LECTERN_STORE_DRAFTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* All owned, NULL where absent. The text is known by PATH (paths_short), else
 * by SHA256; ABOUT is the Id of the mark that the note is on, else it is at
 * START..END [byte] of the file. FILE is where an editor has it. */
struct draft {
	char *path, *sha256, *about, *note, *file;
	size_t start, end;
};

/* The draft of a text in the file of drafts at FILE; false where there is
 * none. */
bool drafts_find(const char *file, const char *path, const char *sha256,
                 struct draft *out);
/* Keeps D as the draft of its text, or (NOTE NULL) none; the file is re-read
 * first, and goes with its last draft. */
bool drafts_put(const char *file, const struct draft *d, struct error *e);
void drafts_clear(struct draft *d);

#endif
