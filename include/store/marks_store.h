/* The file of marks: read once, never written over what another wrote. */
#ifndef LECTERN_STORE_MARKS_STORE_H
#define LECTERN_STORE_MARKS_STORE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "marks/marks.h"

struct marks_store {
	char *path; /* NULL where there is no home to keep it in */
	struct marks *marks;
	bool unread;      /* there is a file, but it cannot be read */
	bool backed_up;   /* this sitting's `~` backup is made */
	bool partial;     /* the file's comments are not those of MARKS */
	bool news;        /* others changed MARKS */
	/* The file's bytes that MARKS were last read from or joined with:
	 * borrowed from MARKS or from JOINED. */
	const char *base;
	size_t base_n;
	struct buf joined;
	bool seen;        /* the file was there, and as: */
	struct stat file;
};

/*
 * Reads the store at PATH (the store owns it from now on; may be NULL). False
 * with *E where marks cannot be saved: there is no home, no permission, the
 * format is newer. The marks can be read all the same, and changed where only
 * the permission is wanting.
 */
bool marks_store_open(struct marks_store *s, char *path, struct error *e);

/*
 * Writes the marks if they have changed (MARKS section 4): under a lock; where
 * the file is not as it was last seen, merged with it, and what others wrote
 * is in MARKS too (marks_store_has_news). A file that was emptied or damaged
 * meanwhile is not written: the marks go to a file beside it, which *E names.
 * False with *E: they stay changed.
 */
bool marks_store_save(struct marks_store *s, struct error *e);

/* Takes in what others wrote to the file since it was last seen; nothing where
 * that makes no sense, which the next save tells. A stat where nothing
 * happened. */
void marks_store_look(struct marks_store *s);
/* Whether MARKS have changed by others since this was asked last: all of
 * their records have to be looked at anew. */
bool marks_store_has_news(struct marks_store *s);

/* The last resort for marks that cannot be saved: a file of their own in the
 * directory of places, or in that of temporary files. Gives its path, which
 * the caller frees; NULL with *E where no file could be written. */
char *marks_store_rescue(const struct marks_store *s, struct error *e);

void marks_store_close(struct marks_store *s);

#endif
