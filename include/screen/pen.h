/* What writes on the terminal: it knows where the cursor stands and in which
 * ink, and gathers all that is to be sent. */
#ifndef LECTERN_SCREEN_PEN_H
#define LECTERN_SCREEN_PEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ucs.h"
#include "reader/frame.h"
#include "screen/ink.h"

/* After terminal_type. */
void pen_begin(void);
void pen_end(void);

/* Nothing is known any more of where the cursor stands, in which ink, and
 * whether it is hidden. */
void pen_forget(void);

/* Takes the screen, and what is to be sent at the end to give it back. */
void pen_enter(void);
void pen_leave(void);

void pen_move(unsigned col, unsigned row);
/* Whether it is known where the cursor stands and that is in ROW, then at
 * *COL and ready to write in *INK. */
bool pen_stands(unsigned row, unsigned *col, struct ink *ink);
/* One character of WIDTH columns with what combines with it, 0-ended. SURE:
 * the terminal is known to move its cursor by as much. */
void pen_put(const ucs *parts, unsigned width, bool sure, struct ink ink);
/* N cells that hold a letter of ASCII each: the short way for most of a
 * page. */
void pen_put_letters(const struct cell *cells, unsigned n, struct ink ink);

/* Wipes the screen, or the row from the cursor on, to the terminal's own
 * colours. */
void pen_wipe(void);
void pen_wipe_row(void);
/* [byte] what a wiped rest of a row costs at most, 0 where there is no such
 * thing. */
size_t pen_wipe_row_cost(void);

/* Whether the last cell of the last row can be written without scrolling. */
bool pen_fills_corner(void);

/* Shows or hides the cursor; whether it can be hidden. */
bool pen_show_cursor(bool shown);

/* Plain ink again; sends what was gathered in one write. */
void pen_send(void);

#endif
