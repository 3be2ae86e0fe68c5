/* A program in a terminal of our own: keys go in, the screen is read back. */
#ifndef LECTERN_E2E_SESSION_H
#define LECTERN_E2E_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

#include "base/buf.h"

enum { SESSION_ARGS = 12 };

/* How it is begun. What is zero is usual: src/lectern, 80x24, xterm-256color,
 * C.UTF-8, and no other variable than PATH, HOME and the sanitizers'. */
struct session_how {
	unsigned cols, rows;
	const char *program; /* below the build tree */
	const char *args[SESSION_ARGS];
	const char *env[SESSION_ARGS]; /* "NAME=value", "NAME" takes it away */
	const char *home; /* kept when the session ends; else a new one */
	bool ignores_hangup; /* as under nohup */
};

struct session {
	pid_t pid;
	int master, slave; /* SLAVE is kept open: its modes can be asked */
	struct termios modes; /* before the program began */
	struct VTerm *vt;
	struct VTermScreen *vts;
	unsigned cols, rows;
	bool alternate, cursor_hidden; /* what the terminal was told */
	struct buf log; /* every byte the program sent */
	size_t shown; /* [byte] of it, the rest half a character */
	char *home;
	bool own_home;
	bool ended;
	int status; /* as waitpid gives it */
};

/* Skips the test where libvterm is missing. Never NULL. */
struct session *session_start(const struct session_how *how);
/* Ends the program, if need be by SIGKILL, and frees all. */
void session_free(struct session *s);

void session_send(struct session *s, const char *keys);
void session_send_bytes(struct session *s, const char *bytes, size_t n);
void session_resize(struct session *s, unsigned cols, unsigned rows);
/* As if another program had written over the screen. */
void session_wipe(struct session *s);
void session_signal(struct session *s, int number);

/* Waits until WORDS stand in one row of the screen; fails the test with the
 * screen after SESSION_PATIENCE. */
enum { SESSION_PATIENCE = 20000 }; /* [ms] a guard against hanging */
void session_wait_for(struct session *s, const char *words);
void session_wait_until_gone(struct session *s, const char *words);
void session_wait_for_cursor(struct session *s, bool shown);
/* Waits until nothing has come for QUIET ms. */
void session_settle(struct session *s, int quiet);
/* Whether the program has ended. */
bool session_has_ended(struct session *s);
/* Waits until the program has ended; its exit status, or 128 and the number
 * of the signal that ended it. */
int session_wait_end(struct session *s);

bool session_shows(struct session *s, const char *words);
/* The screen as text, a line a row without trailing blanks; a row alone.
 * Borrowed until the next call. */
const char *session_screen(struct session *s);
const char *session_row(struct session *s, unsigned row);

struct session_cell {
	uint32_t text[6]; /* 0-ended */
	unsigned width;
	bool bold, italic, underline, reverse;
	bool fg_own, bg_own; /* the terminal's own colours */
	int fg, bg; /* palette indices, -1 for the terminal's own */
};

struct session_cell session_cell(struct session *s, unsigned col,
                                 unsigned row);

/* Whether N bytes at BYTES were sent since byte FROM of the log. */
bool session_sent(const struct session *s, size_t from, const char *bytes,
                  size_t n);
/* Whether the modes are as they were before the program began. */
bool session_modes_are_restored(const struct session *s);

/* Paths: below the build tree, below the source tree, in the home. Borrowed
 * until the next call of the same. */
const char *session_built(const char *path);
const char *session_source(const char *path);
const char *session_home(const struct session *s, const char *path);
/* The bundled text. */
const char *session_text(void);
/* A new directory, which session_remove removes with all in it. */
char *session_new_home(void);
void session_remove(char *home);
/* The file's bytes, empty when there is none. The caller clears OUT. */
void session_read_file(const char *path, struct buf *out);
void session_write_file(const char *path, const char *bytes, size_t n);

#endif
