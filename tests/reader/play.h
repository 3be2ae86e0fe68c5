/* Plays: a text, a window, keys, and the screen that they end on. */
#ifndef LECTERN_TESTS_READER_PLAY_H
#define LECTERN_TESTS_READER_PLAY_H

#include "base/buf.h"
#include "marks/marks.h"
#include "reader/frame.h"
#include "reader/reader.h"
#include "reader/state.h"

/*
 * A whole sitting without a terminal. R may be looked into; the clock goes on
 * by a second with each event, from 2026-11-22T20:00:00Z.
 */
struct play {
	struct reader *r;
	struct text *text;
	struct outline *outline;
	struct marks *marks;
	struct settings settings;
	struct stamp stamp;
	struct buf drawn;
};

/* Opens a copy of TEXT (no NUL in it) in a window; its pages are counted. */
struct play *play_start(const char *text, unsigned cols, unsigned rows);
/* The same with a store to begin with and lines of a settings file. */
struct play *play_start_with(const char *text, unsigned cols, unsigned rows,
                             const char *store, const char *settings);
/* Opens TEXT where BEFORE was read last, in which the marks of STORE were
 * made; all that is done while idle is done. */
struct play *play_start_again(const char *text, unsigned cols, unsigned rows,
                              const char *store, const char *before);
void play_end(struct play *p);

/* Types KEYS: characters as they stand, others as the settings file writes
 * them, in angle brackets: "]]3<Enter>", "<^F>", "<M-Left>"; "<<>" is '<'. */
void play_keys(struct play *p, const char *keys);
/* The first button of the mouse. */
void play_click(struct play *p, unsigned col, unsigned row);
void play_paste(struct play *p, const char *words);
/* Another window; its pages are counted. */
void play_resize(struct play *p, unsigned cols, unsigned rows);

/* The screen, a line a row, without trailing blanks. Borrowed until the next
 * call that draws. */
char *play_screen(struct play *p);
/* The same with the cursor drawn as '_' ('#' on a character). */
char *play_cursor(struct play *p);
/* Only the cells that have one of the ATTRIBUTES (FRAME_...). */
char *play_cells(struct play *p, uint8_t attributes);
/* One row of the screen, or of play_cells where ATTRIBUTES is not 0. */
char *play_row(struct play *p, unsigned row, uint8_t attributes);

/* Takes the next request: whether it is of KIND (and WORDS, where not NULL).
 * False when there is none. Drafts are passed over unless asked for. */
bool play_asks(struct play *p, enum request_kind kind, const char *words);

/* The store as it would be written now. Borrowed like the screen. */
char *play_store(struct play *p);

#endif
