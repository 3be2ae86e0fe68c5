/* The reader: an event in, a new state and requests out, and a frame of it. */
#ifndef LECTERN_READER_READER_H
#define LECTERN_READER_READER_H

#include <stdbool.h>

#include "marks/marks.h"
#include "reader/frame.h"
#include "reader/input.h"
#include "reader/settings.h"
#include "text/outline.h"
#include "text/text.h"

struct reader;

/* A note that an earlier sitting did not finish: on the mark of the Id ABOUT
 * or (NULL) at AT. */
struct reader_draft {
	const char *note, *about;
	struct span at;
};

/* What the reader is opened on. TEXT, OUTLINE, MARKS and SETTINGS are
 * borrowed and must outlive it; the strings are copied. The reader changes
 * MARKS and SETTINGS. */
struct reader_options {
	const struct text *text;
	const struct outline *outline;
	const char *name;   /* shown where the text has no title */
	const char *path;   /* as the store calls it (paths_short) */
	const char *sha256; /* of the file; NULL while it is still read */
	struct marks *marks;
	struct settings *settings;
	unsigned cols, rows;
	text_pos place;      /* where to begin */
	const char *message; /* shown first, or NULL */
	/* the file is not what it was when it was last read: then these were
	 * its paragraphs (fingerprint_write), NULL where that is not known */
	bool changed;
	const char *paragraphs;
	const struct reader_draft *draft; /* or NULL */
};

struct reader *reader_new(const struct reader_options *options);
void reader_free(struct reader *r);

void reader_feed(struct reader *r, const struct event *event);

/* Works ahead while nobody types: up to about LINES lines are set, a mark is
 * looked for in a text that has changed; returns whether more is left to do.
 * There may be requests afterwards. */
bool reader_work(struct reader *r, size_t lines);

/* The same for what only makes a change of the window's size quick, some LINES
 * lines of it (0: none); to be done when nobody has typed for a while, since
 * who works is given the processor later than who has waited. */
bool reader_prepare(struct reader *r, size_t lines);

/* Whether the screen has changed by that since it was asked last: what was
 * searched for is found. */
bool reader_has_news(struct reader *r);

/* Paints the state; FRAME is of the reader's size. */
void reader_view(struct reader *r, struct frame *frame);

/* Where the reader is: what to keep for the next sitting. */
text_pos reader_place(const struct reader *r);

/* Whether the end of the text is on the screen. */
bool reader_is_at_end(const struct reader *r);

/* Goes to a place as a jump; for --at. */
void reader_go(struct reader *r, text_pos p);
/* The same for a place as written (place.h); false with *E when the text has
 * no such place. */
bool reader_go_to(struct reader *r, const char *place, struct error *e);

/* Says something in the status line until the next key. */
void reader_say(struct reader *r, const char *words);

/* Others changed the marks: they are looked at anew. */
void reader_marks_changed(struct reader *r);

/* The text was read again: keeps the place by its words as well as can be. */
void reader_replace(struct reader *r, const struct text *t,
                    const struct outline *o, const char *sha256);

/*
 * The outline that the reader was given, which is PARTIAL, has changed in
 * place, or is whole now; so may have its text, whose bytes stay where they
 * are. FROM is the first byte of which something else is known than before,
 * READER_NOWHERE if none; what was unknown does not count. WHOLE (copied) is
 * given when the text is, and NULL before: until then no marks are shown. Its
 * members are those of the options.
 */
struct reader_whole {
	const char *sha256;
	bool changed;
	const char *paragraphs;
};

#define READER_NOWHERE ((text_pos)-1)
void reader_grow(struct reader *r, text_pos from,
                 const struct reader_whole *whole);

/* What is known of the work that the text was recognised as: where it was left
 * (READER_NOWHERE: R stays, as it does when a key has come), and whether it has
 * CHANGED since it had the PARAGRAPHS (NULL: not known). The outline may have
 * changed before (reader_grow). */
void reader_known(struct reader *r, text_pos place, bool changed,
                  const char *paragraphs);

/*
 * Searching all texts. REQUEST_SHELF is answered by reader_shelf with the N
 * PATHS of the texts (the latest first); REQUEST_LEND by reader_lend with the
 * text at PATH, borrowed until the next REQUEST_LEND, or with what is WRONG
 * with it. Both copy strings. No answer is needed at once.
 */
void reader_shelf(struct reader *r, const char *const *paths, size_t n);
void reader_lend(struct reader *r, const char *path, const struct text *t,
                 const struct outline *o, const char *wrong);

/* What was searched for goes over from FROM, a reader of another text, which
 * is left without it; then to a place that REQUEST_OPEN_AT names. */
void reader_inherit(struct reader *r, struct reader *from);
void reader_go_to_hit(struct reader *r, text_pos p);

/* To the mark of the Id ID, or says why not. Looks for it first, if need be. */
void reader_go_to_mark(struct reader *r, const char *id);

/* Jumps lead back to FROM, a reader of another text, which is left without
 * them: to be called when R shows what it was opened for. Where it RETURNS
 * along a jump, R goes to the place that FROM asked for. */
void reader_came_from(struct reader *r, struct reader *from, bool returns);

enum request_kind {
	REQUEST_QUIT,
	REQUEST_SAVE,     /* the marks have changed */
	REQUEST_THEME,    /* settings->theme has changed */
	REQUEST_COPY,     /* WORDS to the clipboard */
	REQUEST_EDITOR,   /* WORDS in $EDITOR; then reader_edited */
	REQUEST_DRAFT,    /* the note being typed is WORDS, on MARK or at AT;
	                   * NULL: it was kept or given up */
	REQUEST_OPEN,     /* the text at path WORDS, at MARK's place */
	REQUEST_OPEN_AT,  /* the same, at PLACE; then reader_inherit */
	REQUEST_RETURN,   /* the text at path WORDS; then reader_came_from */
	REQUEST_SHELF,    /* which texts there are; then reader_shelf */
	REQUEST_LEND,     /* the text at path WORDS to look through; then
	                   * reader_lend. NULL: none any more */
	REQUEST_RELOAD,
	REQUEST_OUTLINE,  /* the structure anew: its marks have changed */
	REQUEST_KNOWN,    /* the text is a work of the store: what is kept of
	                   * that one holds; then reader_known */
	REQUEST_FIND,     /* the structure around PLACE (text/partial.h), which
	                   * is to be shown; then reader_grow */
	REQUEST_REDRAW,
	REQUEST_SUSPEND,
};

struct request {
	enum request_kind kind;
	char *words; /* the caller frees it; NULL where it has none */
	char *mark;  /* OPEN, DRAFT: an Id, or NULL; the caller frees it */
	text_pos place; /* FIND, OPEN_AT */
	struct span at; /* DRAFT */
};

/* The next request, first one first; false when there is none. */
bool reader_request(struct reader *r, struct request *out);

/* What came of REQUEST_EDITOR: the note as it is now, and (or NULL) what
 * failure it ended in; then it can be gone on with. */
void reader_edited(struct reader *r, const char *note, const char *failure,
                   const struct stamp *stamp);

#endif
