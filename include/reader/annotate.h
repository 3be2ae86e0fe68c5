/* Changing marks: what highlights, bookmarks and notes the keys make. */
#ifndef LECTERN_READER_ANNOTATE_H
#define LECTERN_READER_ANNOTATE_H

#include "reader/commands.h"
#include "reader/state.h"

/* What the store is told of the text. Borrowed from R. */
struct work_facts annotate_facts(const struct reader *r);

/* Places the work's marks in the text again, as far as is known where they
 * are; the focus stays on its mark. */
void annotate_refresh(struct reader *r);

/* A mark of KIND at AT, saved; NULL, having said why, where the store takes
 * nothing. */
struct rec *annotate_add(struct reader *r, enum mark_kind kind,
                         struct span at);

/* Highlights SPAN (white space at its edges left out) as kind 1 to 5 and puts
 * the focus on it; false when there is nothing to highlight or the store
 * takes nothing. */
bool annotate_highlight(struct reader *r, struct span span, unsigned kind);

/* Carries out a command of the groups MARK and SELECT outside of a
 * selection; false when C is none of them. */
bool annotate_command(struct reader *r, enum command c, unsigned long count);

/* The lettered mark LETTER here; to the one. */
void annotate_set_letter(struct reader *r, char letter);
void annotate_go_letter(struct reader *r, char letter);

/* The COUNTth mark of the work's behind or before the place kept. */
void annotate_next(struct reader *r, unsigned long count);
void annotate_prev(struct reader *r, unsigned long count);

/* Goes to mark I of r->marks and puts the focus on it. */
void annotate_go(struct reader *r, size_t i);

/* Takes mark I of r->marks away. */
void annotate_remove(struct reader *r, size_t i);

/* Mark I, which may be where it was found, is there; or is not. */
void annotate_confirm(struct reader *r, size_t i);
void annotate_refuse(struct reader *r, size_t i);

/* For those that change marks: after any change, which is saved; the place of
 * a mark made here; whether one has its place for certain; that nothing can be
 * changed. */
void annotate_changed(struct reader *r);
struct span annotate_here(const struct reader *r);
bool annotate_is_placed(const struct mark *m);
void annotate_say_refused(struct reader *r);

/* The words of SPAN with where they stand (author, title, section), to the
 * clipboard. */
void annotate_copy(struct reader *r, struct span span);

#endif
