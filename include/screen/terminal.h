/* The one terminal that is open: what the files of this room share. */
#ifndef LECTERN_SCREEN_TERMINAL_H
#define LECTERN_SCREEN_TERMINAL_H

#include <stdbool.h>

#include "base/buf.h"
#include "screen/keys.h"
#include "screen/tty.h"

enum { TERMINAL_KEYS = 32 };

/*
 * OPEN from screen_open to screen_close; AWAY while another program has it.
 * ON and OFF are what curses does not know of: bracketed paste, the mouse.
 */
struct terminal {
	bool open, away;
	bool xterm; /* understands what xterm brought: pastes, OSC 52 */
	bool clears_itself; /* another screen, left at the end */
	struct tty tty;
	struct buf on, off;
	struct keys_known known[TERMINAL_KEYS];
	struct keys_table keys;
	unsigned cols, rows;
};

extern struct terminal terminal;

/* Asks the terminal for its description: KNOWN, XTERM, ON and OFF. After
 * curses has begun. */
void terminal_learn(bool mouse);
/* What gives the terminal back without curses, appended to OUT. */
void terminal_rescue(struct buf *out);
/* Puts the cursor there, whatever curses knows of it. */
void terminal_move(unsigned col, unsigned row);
/* A capability of the description, "" where it has none. Borrowed until the
 * terminal is closed. */
const char *terminal_string(const char *name);

/* Whether the locale's characters are UTF-8, or could be made so; *NOTICE
 * (NULL or words) where the person should know of it. */
bool terminal_locale(const char **notice, struct error *e);
/* Whether the type of the terminal is one that can be painted on. */
bool terminal_type(struct error *e);

#endif
