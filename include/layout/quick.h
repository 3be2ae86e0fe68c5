/* The quickest way to the end of a line of common prose. */
#ifndef LECTERN_LAYOUT_QUICK_H
#define LECTERN_LAYOUT_QUICK_H

#include <stdbool.h>
#include <stddef.h>

enum { QUICK_REACH = 128 }; /* [byte] quick_find looks no further */

/* Offsets from the line's start [byte]. */
struct quick_line {
	bool whole;      /* all of it fits: END is its end */
	size_t end;      /* else the last blank that is not too far, */
	size_t over;     /* and the first character that is */
	unsigned width;  /* [col] up to END */
};

/*
 * Looks at the N bytes at S, where a line of a block that flows begins, ROOM
 * columns wide; READABLE bytes at S, not less than N, may be read. True where
 * each character up to OVER is one column wide, combines with nothing, and no
 * two blanks stand side by side: then *OUT. False where it is for others to
 * tell; always where the processor has no instructions for it.
 */
bool quick_find(const char *s, size_t n, size_t readable, unsigned room,
                struct quick_line *out);

#endif
