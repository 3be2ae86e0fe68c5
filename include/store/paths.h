/* Where lectern's own files lie. */
#ifndef LECTERN_STORE_PATHS_H
#define LECTERN_STORE_PATHS_H

#include <stdbool.h>

#include "base/error.h"

/* Each gives an absolute path, the caller's to free, or NULL with *E where
 * there is no home directory to derive it from. */
char *paths_store(struct error *e);    /* $LECTERN_STORE, ~/.lectern.rec */
char *paths_places(struct error *e);   /* $XDG_STATE_HOME/lectern/places.rec */
char *paths_drafts(struct error *e);   /* $XDG_STATE_HOME/lectern/drafts.rec */
char *paths_undo(struct error *e);     /* $XDG_STATE_HOME/lectern/undo.rec */
char *paths_lock(struct error *e);     /* $XDG_STATE_HOME/lectern/lock */
char *paths_settings(struct error *e); /* $XDG_CONFIG_HOME/lectern/config */
/* The bundled texts: beside the build tree's program, else as installed. */
char *paths_texts(const char *program);

/* PATH made absolute, symlinks resolved, the home directory as "~"; what the
 * store and the shelf call a text. PATH itself where it cannot be resolved. */
char *paths_short(const char *path);
/* The inverse: "~/" back to the home directory. */
char *paths_long(const char *path);

#endif
