/* Bookmarks, highlights and notes as values: the store in memory. */
#ifndef LECTERN_MARKS_MARKS_H
#define LECTERN_MARKS_MARKS_H

#include <stdbool.h>

#include "base/buf.h"
#include "marks/rec.h"
#include "marks/stamp.h"
#include "text/outline.h"
#include "text/text.h"

enum mark_kind {
	MARK_HIGHLIGHT,
	MARK_BOOKMARK,
	MARK_NOTE,    /* a note at a place, without a quotation */
	MARK_SECTION, /* the reader's own: a heading, or none */
};

/* How a mark was found in the text as it is now. */
enum mark_state {
	MARK_EXACT,    /* its very bytes at its very place */
	MARK_MOVED,    /* its words, elsewhere */
	MARK_CHANGED,  /* its words, altered */
	MARK_DOUBTFUL, /* maybe here: not drawn until confirmed */
	MARK_LOST,
};

enum { MARK_KINDS = 5 }; /* of highlight: names come from the settings */

/* A mark of one work placed in its text. REC holds the rest (Id, Note, Quote,
 * Created, ...) and belongs to the store. */
struct mark {
	struct rec *rec;
	enum mark_kind kind;
	enum mark_state state;
	unsigned as;    /* 1 to MARK_KINDS; 0 for a name that is none of them */
	char letter;    /* of a lettered bookmark, else 0 */
	struct span at; /* places in the text; of no meaning when lost */
};

/* In the order of their places, lost ones last. */
struct mark_list {
	struct mark *at;
	size_t n, cap;
};

/* All records. CHANGED says that they differ from what was last written. */
struct marks {
	struct rec_file *file;
	bool changed;
	bool read_only; /* of a newer format: nothing may be changed */
};

/* What the store says a text is: enough to know it again. */
struct work_facts {
	const char *title, *author; /* NULL when not known */
	const char *path;           /* with "~/" for the home directory */
	const char *sha256;         /* hexadecimal */
	size_t size;                /* [byte] of the file */
};

/* Reads a store; never fails (file->problems tells what was unreadable). */
struct marks *marks_parse(const char *bytes, size_t n);
void marks_free(struct marks *m);

/* Appends the store's bytes. */
void marks_write(const struct marks *m, struct buf *out);

/* The work's record: known by its hash, else by its path; NULL when it has
 * none yet. */
struct rec *marks_work(const struct marks *m, const struct work_facts *facts);

/*
 * Places the marks of WORK (NULL: none) in the text T, whose file has the hash
 * SHA256, and lists them in *OUT, replacing what it held. KINDS are the names
 * of the kinds. Deleted ones are left out. Without a text (T NULL) all are
 * EXACT where they were stored.
 */
void marks_place(const struct marks *m, const struct rec *work,
                 const struct text *t, const char *sha256,
                 const char *const kinds[MARK_KINDS], struct mark_list *out);

/*
 * Each of these changes the store and sets CHANGED; they do nothing and return
 * NULL or false on a store that is read only. Strings are copied.
 */

/* A mark of the work that FACTS describe, whose record is made or brought up
 * to date. AS is the kind's name, for highlights; LETTER 0 but for lettered
 * bookmarks, of which an older one of the same letter is removed. */
struct rec *marks_add(struct marks *m, const struct work_facts *facts,
                      const struct text *t, const struct outline *o,
                      enum mark_kind kind, struct span at, const char *as,
                      char letter, const struct stamp *stamp);
/* Sets (or, with NULL, removes) a field of a mark; what it replaces is in Was
 * by its time. Nothing happens where the value is the same. */
bool marks_set(struct marks *m, struct rec *mark, const char *field,
               const char *value, const struct stamp *stamp);
/* Adds Deleted: the content stays. */
bool marks_remove(struct marks *m, struct rec *mark,
                  const struct stamp *stamp);

/* The mark whose Id is ID, or NULL. */
struct rec *marks_by_id(const struct marks *m, const char *id);

#endif
