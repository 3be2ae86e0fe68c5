/* The terminal: paint a frame, read a key. Only here terminfo is known. */
#ifndef LECTERN_SCREEN_SCREEN_H
#define LECTERN_SCREEN_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "reader/frame.h"
#include "reader/input.h"
#include "reader/theme.h"

/* Takes the terminal; false with *E when it is none or unknown, or when the
 * locale's characters are not UTF-8 (the words say how to go on). The locale
 * is set before, for LC_CTYPE at least; a C locale is made C.UTF-8 here. One
 * at a time. */
bool screen_open(const struct theme *theme, bool color, bool mouse,
                 struct error *e);
/* Gives it back as it was. Harmless when not open. */
void screen_close(void);

/* What the person should know of the terminal, or NULL. */
const char *screen_notice(void);
/* The signal that asked to end, 0 when none did: the exit status is 128 and
 * its number. SIGHUP also when the terminal was gone. */
int screen_ended_by(void);

void screen_set_theme(const struct theme *theme);

/* Sends what differs from what is shown. */
void screen_paint(const struct frame *f);
/* Forgets what is shown: the next paint sends all. */
void screen_redraw(void);

/*
 * Waits up to TIMEOUT ms (-1: for ever, 0: not at all) for a key or a change
 * of size and fills *EVENT but its stamp; false when none came. Sets *ENDED
 * when the program was asked to end (SIGHUP, SIGTERM, SIGINT, the terminal is
 * gone).
 */
bool screen_read(struct event *event, int timeout, bool *ended);

/* From now on screen_read also returns when FD is readable (-1: none). */
void screen_watch(int fd);

void screen_size(unsigned *cols, unsigned *rows);
/* Asks the device for its size; whether it has changed. */
bool screen_resized(void);

/* Gives the terminal back, stops as ^Z does, and takes it again. */
void screen_suspend(void);

/* Gives the terminal to another program and back: between the two calls the
 * terminal is as it was before screen_open. */
void screen_leave(void);
void screen_return(void);

/* Puts S in the terminal's clipboard (OSC 52; through tmux's passthrough).
 * False when it is known to have none; that it took it cannot be known. */
bool screen_copy(const char *s, size_t n);

#endif
