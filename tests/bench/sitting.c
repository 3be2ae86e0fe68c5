/* A program at a terminal of its own, timed from outside. */
#include "sitting.h"

#include <err.h>
#include <fcntl.h>
#include <poll.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 5000 }; /* [ms] for a first byte, or for the words */

double
sitting_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Whether WORDS have come, looking also across the border of two reads. */
static bool
found(const char *words, const char *bytes, size_t n, char *kept)
{
	char both[8192 + 64];
	size_t held = strlen(kept), length = strlen(words);

	if (n > 8192 || held > 63)
		return false;
	memcpy(both, kept, held);
	memcpy(both + held, bytes, n);
	n += held;
	if (memmem(both, n, words, length))
		return true;
	held = n < length ? n : length - 1;
	memcpy(kept, both + n - held, held);
	kept[held] = '\0';
	return false;
}

/* Reads what comes until it is quiet, and WORDS (if any) are among it. */
static void
listen(struct sitting *s, const char *words, double start, struct answer *a)
{
	struct pollfd f = {.fd = s->terminal, .events = POLLIN};
	char bytes[8192], kept[64] = "";
	bool wait_long = true;
	ssize_t n;

	*a = (struct answer){.words = -1};
	while (poll(&f, 1, wait_long ? PATIENCE : SITTING_QUIET) > 0) {
		n = read(s->terminal, bytes, sizeof bytes);
		if (n <= 0)
			break;
		a->whole = sitting_clock() - start;
		a->bytes += (size_t)n;
		if (words && a->words < 0 &&
		    found(words, bytes, (size_t)n, kept))
			a->words = a->whole;
		wait_long = words && a->words < 0;
	}
}

static void
become(char *const argv[])
{
	setenv("TERM", "xterm-256color", 1);
	execvp(argv[0], argv);
	_exit(127);
}

void
sitting_open(struct sitting *s, char *const argv[], const char *words,
             struct answer *a)
{
	struct winsize size = {.ws_row = SITTING_ROWS, .ws_col = SITTING_COLS};

	s->begun = sitting_clock();
	s->pid = forkpty(&s->terminal, NULL, NULL, &size);
	if (s->pid < 0)
		err(1, "no pseudo-terminal");
	if (s->pid == 0)
		become(argv);
	listen(s, words, s->begun, a);
}

static void
type(struct sitting *s, const char *key)
{
	if (write(s->terminal, key, strlen(key)) < 0)
		err(1, "typing");
}

void
sitting_type(struct sitting *s, const char *key, struct answer *a)
{
	double start = sitting_clock();

	type(s, key);
	listen(s, NULL, start, a);
}

double
sitting_ask(struct sitting *s, const char *key, const char *words)
{
	double start = sitting_clock();
	struct answer a;

	type(s, key);
	listen(s, words, start, &a);
	return a.words < 0 ? PATIENCE : a.words;
}

double
sitting_delay(struct sitting *s, const char *key, size_t least)
{
	struct pollfd f = {.fd = s->terminal, .events = POLLIN};
	double start = sitting_clock();
	char bytes[8192];
	size_t got = 0;
	ssize_t n;

	type(s, key);
	while (got < least) {
		if (poll(&f, 1, PATIENCE) <= 0)
			return PATIENCE;
		n = read(s->terminal, bytes, sizeof bytes);
		if (n <= 0)
			return PATIENCE;
		got += (size_t)n;
	}
	return sitting_clock() - start;
}

double
sitting_settle(struct sitting *s, const char *key, int quiet)
{
	struct pollfd f = {.fd = s->terminal, .events = POLLIN};
	double start = sitting_clock(), last = 0;
	char bytes[8192];

	type(s, key);
	while (poll(&f, 1, quiet) > 0 &&
	       read(s->terminal, bytes, sizeof bytes) > 0)
		last = sitting_clock() - start;
	return last;
}

void
sitting_rest(struct sitting *s, int ms)
{
	struct pollfd f = {.fd = s->terminal, .events = POLLIN};
	double until = sitting_clock() + ms, now;
	char bytes[8192];

	while ((now = sitting_clock()) < until)
		if (poll(&f, 1, (int)(until - now) + 1) > 0 &&
		    read(s->terminal, bytes, sizeof bytes) <= 0)
			break;
}

void
sitting_resize(struct sitting *s, unsigned cols, unsigned rows,
               struct answer *a)
{
	struct winsize size = {.ws_row = (unsigned short)rows,
	                       .ws_col = (unsigned short)cols};
	double begun = sitting_clock();

	if (ioctl(s->terminal, TIOCSWINSZ, &size) < 0)
		err(1, "resizing");
	listen(s, NULL, begun, a);
}

void
sitting_close(struct sitting *s, const char *key)
{
	struct pollfd f = {.fd = s->terminal, .events = POLLIN};
	char bytes[8192];

	type(s, key);
	while (poll(&f, 1, PATIENCE) > 0 &&
	       read(s->terminal, bytes, sizeof bytes) > 0)
		;
	close(s->terminal); /* which hangs up on one that stays */
	waitpid(s->pid, NULL, 0);
}

double
sitting_run(char *const argv[], const char *input)
{
	double start = sitting_clock();
	pid_t pid = fork();
	int status;

	if (pid < 0)
		err(1, "fork");
	if (pid == 0) {
		dup2(open(input ? input : "/dev/null", O_RDONLY), 0);
		dup2(open("/dev/null", O_WRONLY), 1);
		become(argv);
	}
	waitpid(pid, &status, 0);
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		errx(1, "%s: failed", argv[0]);
	return sitting_clock() - start;
}
