/* A program at a terminal of its own, timed from outside. */
#ifndef LECTERN_TESTS_BENCH_SITTING_H
#define LECTERN_TESTS_BENCH_SITTING_H

#include <stddef.h>
#include <sys/types.h>

enum {
	SITTING_COLS = 80,
	SITTING_ROWS = 24,
	SITTING_QUIET = 30, /* [ms] of silence after which an answer is whole */
};

struct sitting {
	pid_t pid;
	int terminal;  /* the master's side */
	double begun;  /* [ms] when the program was started */
};

/* What came of starting or of a key: times since then, in ms. */
struct answer {
	double words;  /* until what was waited for had come; -1: it did not */
	double whole;  /* until the last byte before the silence */
	size_t bytes;
};

/* [ms] by a clock that only goes forward */
double sitting_clock(void);

/* Starts ARGV and waits until WORDS are on the screen and it is quiet. */
void sitting_open(struct sitting *s, char *const argv[], const char *words,
                  struct answer *a);

/* Types KEY and waits for the answer, at most five seconds for its first
 * byte. */
void sitting_type(struct sitting *s, const char *key, struct answer *a);

/* Types KEY and waits until WORDS are on the screen; [ms], or five seconds
 * where they do not come. */
double sitting_ask(struct sitting *s, const char *key, const char *words);

/* Types KEY and waits until LEAST bytes have come of the answer; [ms], or two
 * seconds where they do not come. */
double sitting_delay(struct sitting *s, const char *key, size_t least);

/* Types KEY; [ms] until the last byte before QUIET milliseconds of silence. */
double sitting_settle(struct sitting *s, const char *key, int quiet);

/* Reads what comes within MS milliseconds. */
void sitting_rest(struct sitting *s, int ms);

/* Gives the terminal another size and waits for the answer. */
void sitting_resize(struct sitting *s, unsigned cols, unsigned rows,
                    struct answer *a);

/* Types KEY, by which the program ends, and waits for that. */
void sitting_close(struct sitting *s, const char *key);

/* [ms] until ARGV, its output thrown away, has ended; INPUT is its standard
 * input, nothing where that is NULL. */
double sitting_run(char *const argv[], const char *input);

#endif
