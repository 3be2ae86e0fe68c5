/* Signals: what ends, stops or disturbs the program, told in its own time. */
#include "screen/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* Signals and the mask of what each is news of; 0: fatal. */
static const struct {
	int number;
	unsigned news;
} signals[] = {
	{ SIGHUP, GUARD_ENDED },     { SIGINT, GUARD_ENDED },
	{ SIGTERM, GUARD_ENDED },    { SIGQUIT, GUARD_ENDED },
	{ SIGWINCH, GUARD_RESIZED }, { SIGTSTP, GUARD_STOPPED },
	{ SIGCONT, GUARD_CONTINUED }, { SIGSEGV, 0 },
	{ SIGBUS, 0 },               { SIGFPE, 0 },
	{ SIGILL, 0 },               { SIGABRT, 0 },
	{ SIGTRAP, 0 },              { SIGSYS, 0 },
	{ SIGPIPE, GUARD_ENDED },    { SIGALRM, GUARD_ENDED },
	{ SIGUSR1, GUARD_ENDED },    { SIGUSR2, GUARD_ENDED },
	{ SIGXCPU, GUARD_ENDED },
};

enum { SIGNALS = sizeof signals / sizeof signals[0] };

static struct sigaction before[SIGNALS];
static int news_pipe[2] = { -1, -1 };
static volatile sig_atomic_t pending, ended_by, unheard, resting;

/* The rescue, where a handler may read it. ARMED is set last. */
static volatile sig_atomic_t armed;
static int rescue_fd;
static char rescue_bytes[GUARD_RESCUE_MAX];
static size_t rescue_n;
static struct termios rescue_modes;

/* A stack that overflowed leaves none to handle it on. */
static char other_stack[16 * 1024];

/* Async-signal-safe. A terminal that takes nothing is not waited for. */
static void
give_terminal_back(void)
{
	if (!armed)
		return;
	armed = 0;
	if (write(rescue_fd, rescue_bytes, rescue_n) < 0)
		return;
	tcsetattr(rescue_fd, TCSANOW, &rescue_modes);
}

static void
say(const char *words)
{
	if (write(STDERR_FILENO, words, strlen(words)) < 0)
		return;
}

static void
die_of(int number)
{
	sigset_t set;

	signal(number, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(number);
}

static void
on_fault(int number)
{
	if (armed) {
		give_terminal_back();
		say("lectern: ended by a fault of its own; "
		    "every mark made so far is saved\n");
	}
	die_of(number);
}

static void
on_news(int number)
{
	int saved = errno;
	size_t i = 0;

	/* Typed at the other program, which has the terminal. */
	if (resting && (number == SIGINT || number == SIGQUIT))
		return;
	while (i < SIGNALS - 1 && signals[i].number != number)
		i++;
	if (signals[i].news == GUARD_ENDED) {
		if (unheard) {
			give_terminal_back();
			die_of(number);
		}
		unheard = 1;
		ended_by = number;
	}
	pending |= (sig_atomic_t)signals[i].news;
	/* A full pipe is as good: it is readable. */
	if (write(news_pipe[1], "", 1) < 0)
		errno = saved;
	errno = saved;
}

static void
on_exhausted(void)
{
	give_terminal_back();
	say("lectern: out of memory; every mark made so far is saved\n");
}

static bool
open_pipe(void)
{
	int i;

	if (pipe(news_pipe) < 0)
		return false;
	for (i = 0; i < 2; i++) {
		fcntl(news_pipe[i], F_SETFD, FD_CLOEXEC);
		fcntl(news_pipe[i], F_SETFL, O_NONBLOCK);
	}
	return true;
}

static void
install(size_t i)
{
	struct sigaction a;

	memset(&a, 0, sizeof a);
	sigfillset(&a.sa_mask);
	a.sa_handler = signals[i].news ? on_news : on_fault;
	/* Not SA_RESTART: a read that waits shall end. */
	a.sa_flags = signals[i].news ? 0 : SA_ONSTACK;
	sigaction(signals[i].number, &a, NULL);
}

bool
guard_begin(void)
{
	stack_t stack;
	size_t i;

	if (!open_pipe())
		return false;
	memset(&stack, 0, sizeof stack);
	stack.ss_sp = other_stack;
	stack.ss_size = sizeof other_stack;
	sigaltstack(&stack, NULL);
	pending = ended_by = unheard = 0;
	for (i = 0; i < SIGNALS; i++) {
		sigaction(signals[i].number, NULL, &before[i]);
		if (before[i].sa_handler != SIG_IGN)
			install(i);
	}
	mem_set_exhausted(on_exhausted);
	return true;
}

void
guard_rescue(const struct guard_rescue *r)
{
	armed = 0;
	rescue_fd = r->fd;
	rescue_n = r->n < GUARD_RESCUE_MAX ? r->n : GUARD_RESCUE_MAX;
	memcpy(rescue_bytes, r->bytes, rescue_n);
	rescue_modes = r->modes;
	armed = 1;
}

static void
set_stopping(bool usual)
{
	size_t i = 0;

	while (signals[i].number != SIGTSTP)
		i++;
	if (before[i].sa_handler == SIG_IGN)
		return;
	if (usual)
		signal(SIGTSTP, SIG_DFL);
	else
		install(i);
}

void
guard_rest(void)
{
	armed = 0;
	resting = 1;
	set_stopping(true);
}

void
guard_resume(void)
{
	set_stopping(false);
	resting = 0;
	armed = 1;
}

void
guard_end(void)
{
	size_t i;

	armed = 0;
	if (news_pipe[0] < 0)
		return;
	mem_set_exhausted(NULL);
	for (i = 0; i < SIGNALS; i++)
		sigaction(signals[i].number, &before[i], NULL);
	close(news_pipe[0]);
	close(news_pipe[1]);
	news_pipe[0] = news_pipe[1] = -1;
}

int
guard_fd(void)
{
	return news_pipe[0];
}

unsigned
guard_take(void)
{
	sigset_t all, old;
	unsigned news;
	char bytes[64];

	while (read(news_pipe[0], bytes, sizeof bytes) > 0)
		continue;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	news = (unsigned)pending;
	pending &= GUARD_ENDED;
	unheard = 0;
	sigprocmask(SIG_SETMASK, &old, NULL);
	return news;
}

bool
guard_is_ended(void)
{
	return pending & GUARD_ENDED;
}

int
guard_signal(void)
{
	return ended_by;
}

void
guard_ended_by(int number)
{
	ended_by = number;
	pending |= GUARD_ENDED;
}
