/* Jumps and the way back from them. */
#ifndef LECTERN_READER_JUMP_H
#define LECTERN_READER_JUMP_H

#include "reader/state.h"

/* The screen as it is, and to it again, exactly. */
struct jump jump_here(const struct reader *r);
void jump_restore(struct reader *r, const struct jump *j);

/* Remembers FROM, where one was before a jump that is already made. */
void jump_remember_from(struct reader *r, struct jump from);

/* Remembers the screen as it is, then shows the page that holds P. What lay
 * ahead is forgotten. */
void jump_to(struct reader *r, text_pos p);

/* Remembers the screen as it is: to be called before a jump that is made by
 * other means. */
void jump_remember(struct reader *r);

/* No jump was ever made. */
void jump_forget(struct reader *r);

/* COUNT steps back or forward, but not past one into another text; false when
 * there was none. */
bool jump_back(struct reader *r, unsigned long count);
bool jump_forward(struct reader *r, unsigned long count);

/* To where one was before the last jump, which now is where one is (''). */
bool jump_swap(struct reader *r);

#endif
