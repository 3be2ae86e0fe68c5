/* Signals: what ends, stops or disturbs the program, told in its own time. */
#ifndef LECTERN_SCREEN_GUARD_H
#define LECTERN_SCREEN_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

enum guard_news {
	GUARD_ENDED = 1,     /* SIGHUP, SIGTERM, SIGINT, SIGQUIT */
	GUARD_RESIZED = 2,   /* SIGWINCH */
	GUARD_STOPPED = 4,   /* SIGTSTP came from outside: stop, please */
	GUARD_CONTINUED = 8, /* SIGCONT: the modes may be another's */
};

/* What gives the terminal back when nothing else can be done any more. */
struct guard_rescue {
	int fd;
	const char *bytes; /* copied; beyond GUARD_RESCUE_MAX it is cut */
	size_t n;
	struct termios modes;
};

enum { GUARD_RESCUE_MAX = 512 }; /* [byte] */

/*
 * Takes the signals; false when there is no pipe to be had. A signal that was
 * ignored before (nohup) stays so. From guard_rescue on, a crash, a failed
 * assertion or the end of memory first writes the rescue's bytes, sets its
 * modes and then takes its usual course; so does a second signal to end that
 * comes before the first was heard, that a hung program can be left.
 */
bool guard_begin(void);
void guard_rescue(const struct guard_rescue *r);
/* Between these two the terminal is another's: nothing to rescue, SIGTSTP stops
 * as usual, SIGINT and SIGQUIT are meant for the other. */
void guard_rest(void);
void guard_resume(void);
/* Gives the signals back. */
void guard_end(void);

/* Readable when there is news. */
int guard_fd(void);
/* What has happened since the last call, of enum guard_news; GUARD_ENDED
 * stays once it was. */
unsigned guard_take(void);
/* Whether a signal to end has come; at once, without guard_take. */
bool guard_is_ended(void);
/* The signal that asked to end, or 0. */
int guard_signal(void);
/* As if SIGNAL had come. */
void guard_ended_by(int signal);

#endif
