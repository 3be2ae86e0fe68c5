/* A sitting: settings, the store of marks, and the text that is open. */
#ifndef LECTERN_CLI_SITTING_H
#define LECTERN_CLI_SITTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/sha256.h"
#include "cli/options.h"
#include "reader/reader.h"
#include "store/drafts.h"
#include "store/marks_store.h"
#include "text/outline.h"

struct lend; /* cli/lend.h */

/* A text that was opened, with what is known of it. All owned. */
struct opened {
	char *path;  /* to read it again by: absolute, or "-" */
	char *name;  /* shown where it has no title: "walden.txt" */
	char *known; /* what store and shelf call it: paths_short; NULL for
	              * standard input, which has no path to be known by */
	char sha256[SHA256_HEX + 1];
	struct text *text; /* NULL while none is open */
	struct outline *outline;
	struct incoming *incoming; /* more of it is to come; NULL: it is
	                            * whole, and SHA256 is known */
	/* When it was read last, if it was: the place where it was left; and
	 * whether the file was another then, or when its marks were made, of
	 * which paragraphs (NULL: not known). */
	text_pos left;
	bool changed;
	char *paragraphs;
	bool known_paragraphs; /* they are kept as they are now */
	struct draft draft;    /* an unfinished note; NOTE NULL: none */
	bool draft_due;        /* it is not kept as it is now */
};

struct sitting {
	const struct options *options; /* borrowed */
	struct settings settings;
	struct marks_store store;
	struct marks *marks; /* the store's */
	char *places; /* the file of places; NULL where there is no home */
	char *drafts; /* the file of unfinished notes; likewise */
	char *message; /* to be shown first: why marks cannot be saved, that
	                * a conflict copy of them was taken in, or that lines
	                * of the store make no sense */
	struct opened text;
	struct lend *lend; /* another text, to be looked through; or NULL */
};

/*
 * Reads settings and marks. Settings that make no sense are told on standard
 * error and the rest is used; marks that cannot be saved become `message`.
 * False with *E where options or key bindings are wrong. sitting_end in any
 * case.
 */
bool sitting_begin(struct sitting *s, const struct options *o,
                   struct error *e);
void sitting_end(struct sitting *s);

/* Reads the text at PATH ("~/" is the home directory, "-" standard input) into
 * *OUT, all zero before, with its structure and hash. False with *E, *OUT
 * untouched. */
bool sitting_read(const struct sitting *s, const char *path,
                  struct opened *out, struct error *e);
/* The same but that a long text and a stream are still coming in afterwards
 * (cli/incoming.h): for those who can show the first words meanwhile. */
bool sitting_read_on(const struct sitting *s, const char *path,
                     struct opened *out, struct error *e);
/* Takes in what has come of O; false where that is nothing. *FROM as
 * reader_grow takes it; *E where not all could be read. */
bool opened_grow(const struct sitting *s, struct opened *o, text_pos *from,
                 struct error *e);
/* O was recognised as a work of the store (REQUEST_KNOWN): what is known of
 * that one is known of O. Whether O's outline has changed in place. */
bool opened_known(const struct sitting *s, struct opened *o);
void opened_clear(struct opened *o);
/* Finds O's structure, the reader's own headings obeyed; what o->outline was
 * stays the caller's. */
void opened_outline(const struct sitting *s, struct opened *o);
/* Borrowed until O is cleared. */
struct work_facts opened_facts(const struct opened *o);
/* The marks of O as found in it, replacing what *OUT held; an array that the
 * caller frees (vec_clear). */
void opened_marks(const struct sitting *s, const struct opened *o,
                  struct mark_list *out);

/* Reads into s->text (ON: by sitting_read_on), replacing what was open; that
 * stays on failure. For REQUEST_OPEN: keep the old one (`struct opened old =
 * s->text; s->text = (struct opened){0};`) until the reader has let go of it.
 */
bool sitting_open(struct sitting *s, const char *path, bool on,
                  struct error *e);

/* Where the open text was left, 0 when it was never read; in a text that has
 * changed meanwhile, where the words of that place stand, or the same share of
 * it. */
text_pos sitting_place(const struct sitting *s);

/* Writes the marks if they have changed. False with *E: they stay changed, try
 * again after the next change and at the end. */
bool sitting_save_marks(struct sitting *s, struct error *e);

/* Keeps PLACE as where the open text was left, and whether its end was seen;
 * nothing is kept of standard
 * input. On quitting, on a signal, and at most once a minute. */
bool sitting_save_place(struct sitting *s, text_pos place, bool finished,
                        struct error *e);

/* The note being typed in the open text, on the mark of the Id ABOUT or
 * (NULL) at AT; NOTE is NULL when it was kept or given up. It is written by
 * sitting_save_draft, at most once a second. */
void sitting_draft(struct sitting *s, const char *note, const char *about,
                   struct span at);
/* The same note is in the file at PATH from now on. Written at once. */
void sitting_draft_in(struct sitting *s, const char *path);
void sitting_save_draft(struct sitting *s);
/* The unfinished note of O, borrowed. */
struct reader_draft opened_draft(const struct opened *o);

/* For the events of the reader: the time, and fresh randomness. */
struct stamp sitting_stamp(void);

#endif
