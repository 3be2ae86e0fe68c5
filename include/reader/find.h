/* Searching the text: as one types, on and back, counted. */
#ifndef LECTERN_READER_FIND_H
#define LECTERN_READER_FIND_H

#include "reader/commands.h"
#include "reader/state.h"

/* Carries out a command of the group FIND; false when C is none. */
bool find_command(struct reader *r, enum command c, unsigned long count);

/* A prompt for what to search: opens it, what follows when its words changed,
 * were done or given up; Up and Down (false for other keys). */
void find_prompt(struct reader *r, bool back);
void find_typed(struct reader *r);
void find_done(struct reader *r, const char *words);
void find_given_up(struct reader *r);
bool find_recall(struct reader *r, uint32_t key);

/* Searches for WORDS from now on; NULL for nothing. */
void find_set(struct reader *r, const char *words);
/* Keeps WORDS as the latest of those searched for. */
void find_keep(struct reader *r, const char *words);
/* To the COUNTth place on or back from the current one or from the screen. */
void find_go(struct reader *r, bool back, unsigned long count);
/* The same to the nearest at or behind (before) the place P, without a
 * jump. */
void find_preview(struct reader *r, bool back, text_pos p);
/* Searches for the words of SPAN and goes to the next place that has them. */
void find_words_of(struct reader *r, struct span span);

/* Makes HIT the current one and shows it where it is not on the screen. */
void find_show(struct reader *r, struct span hit);

/* Tells the hit apart that begins at P, if one does; later, by find_work, where
 * the text has not come so far. */
void find_show_at(struct reader *r, text_pos p);

/* Searches on for as long as setting about LINES lines takes; returns whether
 * more is left. */
bool find_work(struct reader *r, size_t lines);
/* A search for a place that is under way ends, since a key was typed. */
void find_stop(struct reader *r);
/* Matches are not told apart any more, until the next search. */
void find_hide(struct reader *r);
/* The words of the search BEFORE and its history, which it loses. Nothing was
 * searched for yet. */
void find_inherit(struct reader *r, struct find *before);
/* The text has changed. */
void find_restart(struct reader *r);
void find_clear(struct find *f);

/* How many are counted, and whether that is all of them. */
bool find_is_counted(const struct reader *r);
/* The number of the hits, of those counted, that begin before P. */
size_t find_before(const struct reader *r, text_pos p);
/* "4/14", "4/14…" while they are counted, appended to OUT; nothing where no
 * hit is the current one. */
void find_number(const struct reader *r, struct buf *out);

#endif
