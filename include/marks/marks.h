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
	bool pending;   /* still looked for (marks_seek); LOST meanwhile */
};

/* In the order of their places, lost ones last. */
struct mark_list {
	struct mark *at;
	size_t n, cap;
};

/* All records. CHANGED says that they differ from what was last written; FOUND
 * remembers where marks were found in the text they were last placed in,
 * SETTLER is at work on those of the text they were made in, CATALOG knows the
 * records while all works are gone through, JOURNAL what was changed in this
 * sitting, NEWEST the version that was made last and by what. */
struct marks {
	struct rec_file *file;
	bool changed;
	bool read_only; /* of a newer format: nothing may be changed */
	struct found *found;
	struct settler *settler;
	struct catalog *catalog;
	struct journal *journal;
	struct hearing *hearing; /* marks/recognise.c: it is going on */
	struct {
		char *sha256, *id;
	} recognised; /* a text and its work (marks/recognise.h) */
	struct {
		const struct rec *of;
		struct stamp stamp;
		char updated[STAMP_TIME];
	} newest;
};

/* What the store says a text is: enough to know it again. */
struct work_facts {
	const char *title, *author; /* NULL when not known */
	const char *path;           /* with "~/" for the home directory */
	const char *sha256;         /* hexadecimal */
	size_t size;                /* [byte] of the file */
	const char *source;         /* the text's own Source line, or NULL */
};

/* Reads a store; never fails (file->problems tells what was unreadable). */
struct marks *marks_parse(const char *bytes, size_t n);
/* The same for bytes from malloc, which are M's from now on. */
struct marks *marks_parse_own(char *bytes, size_t n);
void marks_free(struct marks *m);

/* Appends the store's bytes. */
void marks_write(const struct marks *m, struct buf *out);

/* The work's record: known by its hash, else by its path, else because its
 * quotations were recognised (marks_recognise); NULL when it has none yet. */
struct rec *marks_work(const struct marks *m, const struct work_facts *facts);

/* Makes a catalogue: until records are added or merged marks_work, marks_by_id
 * and marks_place take no longer for a larger store. O(n log n), some 50 ms for
 * 100,000 records. */
void marks_catalog(struct marks *m);

struct work_list {
	struct rec **at;
	size_t n, cap;
};

/*
 * All works, in the order of the file, replacing what *OUT held. Of records of
 * one work (the same hash or path, from machines that did not know of each
 * other) the first. As marks_catalog.
 */
void marks_works(struct marks *m, struct work_list *out);

/* "highlight", "bookmark", ... */
const char *marks_kind_name(enum mark_kind kind);

/* Whether R is a mark of the work whose Id is WORK and was not removed. */
bool marks_is_mark(const struct rec *r, const char *work,
                   enum mark_kind *kind);

/*
 * Places the marks of WORK (NULL: none) in the text T, whose file has the hash
 * SHA256, and lists them in *OUT, replacing what it held. KINDS are the names
 * of the kinds. Deleted ones are left out. Without a text (T NULL) all are
 * EXACT where they were stored. Quick in the text that they were made in and
 * where they were found before; else see finder_step.
 */
void marks_place(struct marks *m, const struct rec *work,
                 const struct text *t, const char *sha256,
                 const char *const kinds[MARK_KINDS], struct mark_list *out);

/* The same without looking for those not found yet: these are PENDING. */
void marks_place_known(struct marks *m, const struct rec *work,
                       const struct text *t, const char *sha256,
                       const char *const kinds[MARK_KINDS],
                       struct mark_list *out);

/* Looks a few milliseconds for the pending ones of the last text that marks
 * were placed in, which is still there, those near NEAR first; returns whether
 * more is to be done. Place them again to see what was found. */
bool marks_seek(struct marks *m, text_pos near);

/* Goes on comparing the new marks of T with the rest of it (settler_step), and
 * sets CHANGED when that is written; false when there are none left, or the
 * text is longer than 64 MiB: its marks then have no Alike and are found by
 * stricter rules. For idle time. */
bool marks_settle(struct marks *m, const struct text *t, const char *sha256);

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
 * by its time. Nothing happens where the value is the same. All that one stamp
 * changes of a mark, one after the other, is one version. */
bool marks_set(struct marks *m, struct rec *mark, const char *field,
               const char *value, const struct stamp *stamp);
/* Adds Deleted: the content stays. */
bool marks_remove(struct marks *m, struct rec *mark,
                  const struct stamp *stamp);

/* The reader says that MARK is at AT: it is anchored there anew. */
bool marks_confirm(struct marks *m, struct rec *mark, const struct text *t,
                   const struct outline *o, const char *sha256,
                   struct span at, const struct stamp *stamp);
/* The reader says that MARK is not where it was thought to be: in this text
 * it is lost. */
bool marks_refuse(struct marks *m, struct rec *mark, const char *sha256,
                  const struct stamp *stamp);

/*
 * Undoes the last change that is not undone, or does the last undone one
 * again: all that was changed by one stamp. Any number of times; a new change
 * ends what could be done again. In a sitting in which nothing was changed yet
 * the last change of an earlier one is undone: the one that marks_remember
 * knows, or else the making or removing of a mark. Returns the mark concerned,
 * NULL where there is none (or the store is read only).
 */
struct rec *marks_undo(struct marks *m, const struct stamp *stamp);
struct rec *marks_redo(struct marks *m, const struct stamp *stamp);
/* The last change that is not undone, as bytes for a later sitting; false
 * where that is as it was told last. */
bool marks_last_change(struct marks *m, struct buf *out);
/* The last change of an earlier sitting. It holds as long as no mark was
 * changed since. */
void marks_remember(struct marks *m, const char *bytes, size_t n);
/* The field whose change these undid or did again last; of several the one
 * that was changed first. "" before. Borrowed until the next change. */
const char *marks_undone_field(const struct marks *m);

/* Takes out for good what was removed more than DAYS before NOW; how many.
 * Pointers to those marks end. */
size_t marks_purge(struct marks *m, uint64_t now, unsigned days);

/* The mark whose Id is ID, or NULL. */
struct rec *marks_by_id(const struct marks *m, const char *id);

#endif
