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
 * ON and OFF are what its description does not tell of: bracketed paste, the
 * mouse.
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

/* What the description (terminfo) of the terminal says: KNOWN, XTERM, ON and
 * OFF. After terminal_type. */
void terminal_learn(bool mouse);
/* What gives the terminal back, appended to OUT. */
void terminal_rescue(struct buf *out);

/* A capability of the description, "" where it has none. Borrowed until
 * terminal_forget. */
const char *terminal_string(const char *name);
/* -1 where the description has no such number. */
int terminal_number(const char *name);
bool terminal_flag(const char *name);
/* What the capability sends, appended to OUT; with its parameters. */
void terminal_put(struct buf *out, const char *name);
void terminal_put_with(struct buf *out, const char *name, int a, int b);

/* Whether the locale's characters are UTF-8, or could be made so; *NOTICE
 * (NULL or words) where the person should know of it. */
bool terminal_locale(const char **notice, struct error *e);
/* Reads the terminal's description; false where it is none that can be painted
 * on. */
bool terminal_type(struct error *e);
/* Of the description. */
void terminal_forget(void);

#endif
