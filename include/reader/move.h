/* Movement through the text: pages, lines, paragraphs, sections. */
#ifndef LECTERN_READER_MOVE_H
#define LECTERN_READER_MOVE_H

#include "reader/commands.h"
#include "reader/state.h"

/* Carry out a command COUNT times (0: not given); false when C is none of
 * theirs. Those of move_command are no jumps; those of move_jump are. */
bool move_command(struct reader *r, enum command c, unsigned long count);
bool move_jump(struct reader *r, enum command c, unsigned long count);

/* A page on or back. Off the pages the next page is the one that holds the
 * first line not yet shown, the previous one that holds the top. False at
 * the text's end or start. */
bool move_page_on(struct reader *r);
bool move_page_back(struct reader *r);

#endif
