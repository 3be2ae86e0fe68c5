/* The terminal as a device: its descriptors, its size, bytes to it. */
#ifndef LECTERN_SCREEN_TTY_H
#define LECTERN_SCREEN_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "base/error.h"

/* OUT is standard output; IN standard input or, where a text comes by that,
 * the controlling terminal. Both from tty_open until tty_close. */
struct tty {
	int in, out;
	struct termios modes, ours; /* as they were found, and while we read */
};

/* False with *E when there is no terminal to write to or read from. */
bool tty_open(struct tty *t, struct error *e);
/* Sets the modes as they were found. */
void tty_close(struct tty *t);

/* Each key at once and unechoed; of the keys that signal only ^\ does: it must
 * end a program that hangs. ^C and ^Z are keys, that a prompt may have the one
 * and that the other may be bound. */
void tty_take(const struct tty *t);
/* The modes as they were found. */
void tty_give_back(const struct tty *t);

/* [col] [row] as the device says; false when it does not know. */
bool tty_size(const struct tty *t, unsigned *cols, unsigned *rows);

/* Writes all N bytes, or as many as the terminal takes before it is gone or,
 * when the program is to end, takes no more. */
void tty_write(const struct tty *t, const char *s, size_t n);

#endif
