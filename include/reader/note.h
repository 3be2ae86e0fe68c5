/* Notes: typed, edited elsewhere, kept, given up, gone on with. */
#ifndef LECTERN_READER_NOTE_H
#define LECTERN_READER_NOTE_H

#include "reader/state.h"
#include "reader/wrap.h"

/* Opens the prompt (or, IN_EDITOR, asks for the editor) for the note on the
 * mark in focus, else on the only one on the screen, else for a new one here;
 * with an unfinished note of an earlier sitting goes on with that. */
void note_begin(struct reader *r, bool in_editor);

/* The lines that the note being typed takes on the screen, into *OUT. */
void note_wrap(const struct reader *r, struct wrap *out);

/* Moves the cursor a line of these DOWN or up, to the same column as far as
 * there is one. */
void note_move_line(struct reader *r, bool down);

/* Asks for $EDITOR with the note as far as it was typed. */
void note_to_editor(struct reader *r);

/* The note being typed has changed: a draft of it is to be kept. */
void note_typed(struct reader *r);

/* What was typed, or came back from the editor; NULL when it was given up:
 * sets, changes or (empty) removes the note that the prompt is about. */
void note_end(struct reader *r, const char *note);

/* The note being typed is given up; WORDS, if they are news, can be had back
 * where the next one is typed. */
void note_given_up(struct reader *r, const char *words);

/* What there is of it when the editor failed, WHY: gone on with by note_begin,
 * unless it says what the note says anyway. */
void note_unfinished(struct reader *r, const char *note, const char *why);

/* An unfinished note of an earlier sitting. */
void note_offer(struct reader *r, const struct reader_draft *draft);

#endif
