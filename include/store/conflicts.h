/* Copies of the store that file synchronisers left beside it. */
#ifndef LECTERN_STORE_CONFLICTS_H
#define LECTERN_STORE_CONFLICTS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/marks_store.h"

/* Whether NAME is what a synchroniser calls a copy of the file STORE that
 * could not be joined with it: "marks.sync-conflict-....rec" (Syncthing) or
 * "marks (... conflicted copy ...).rec" (Dropbox, Nextcloud). */
bool conflicts_is_copy(const char *store, const char *name);

/*
 * Merges every such copy beside S's file into S, saves, and only then renames
 * the copies to "...~", none over another file. WORDS gets what was done, for
 * the person; nothing where there were none. False with *E where a copy could
 * not be taken in: those that were not stay as they are.
 */
bool conflicts_absorb(struct marks_store *s, struct buf *words,
                      struct error *e);

#endif
