/* A program in a terminal of our own: keys go in, the screen is read back. */
#include "session.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#ifdef __linux__
#include <pty.h>
#include <utmp.h>
#else
#include <util.h>
#endif
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

#include <vterm.h>

static long
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int
on_property(VTermProp property, VTermValue *value, void *user)
{
	struct session *s = user;

	if (property == VTERM_PROP_ALTSCREEN)
		s->alternate = value->boolean;
	if (property == VTERM_PROP_CURSORVISIBLE)
		s->cursor_hidden = !value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void
begin_terminal(struct session *s)
{
	s->vt = vterm_new((int)s->rows, (int)s->cols);
	vterm_set_utf8(s->vt, 1);
	s->vts = vterm_obtain_screen(s->vt);
	vterm_screen_enable_altscreen(s->vts, 1);
	vterm_screen_set_callbacks(s->vts, &callbacks, s);
	vterm_screen_reset(s->vts, 1);
	s->alternate = s->cursor_hidden = false;
}

static void
set_environment(const struct session_how *how, const char *home)
{
	static const char *const kept[] = { "PATH", "ASAN_OPTIONS",
		                            "UBSAN_OPTIONS", "LSAN_OPTIONS",
		                            "TERMINFO", "top_builddir",
		                            "top_srcdir" };
	char *values[sizeof kept / sizeof kept[0]];
	size_t i;

	for (i = 0; i < sizeof kept / sizeof kept[0]; i++)
		values[i] = mem_copy(getenv(kept[i]));
	clearenv();
	for (i = 0; i < sizeof kept / sizeof kept[0]; i++)
		if (values[i])
			setenv(kept[i], values[i], 1);
	setenv("HOME", home, 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	for (i = 0; i < SESSION_ARGS && how->env[i]; i++) {
		if (strchr(how->env[i], '='))
			putenv(mem_copy(how->env[i]));
		else
			unsetenv(how->env[i]);
	}
}

static void
become_program(const struct session_how *how, const char *program,
               const char *home)
{
	char *argv[SESSION_ARGS + 2] = { (char *)program };
	size_t i;

	for (i = 0; i < SESSION_ARGS && how->args[i]; i++)
		argv[i + 1] = (char *)how->args[i];
	set_environment(how, home);
	for (i = 1; i < 32; i++)
		signal((int)i, SIG_DFL);
	if (how->ignores_hangup)
		signal(SIGHUP, SIG_IGN);
	execvp(argv[0], argv);
	_exit(126);
}

struct session *
session_start(const struct session_how *how)
{
	struct session *s = mem_new(sizeof *s);
	const char *program = how->program ? how->program : "src/lectern";
	struct winsize size = {0};

	s->cols = how->cols ? how->cols : 80;
	s->rows = how->rows ? how->rows : 24;
	s->own_home = !how->home;
	s->home = how->home ? mem_copy(how->home) : session_new_home();
	size.ws_col = (unsigned short)s->cols;
	size.ws_row = (unsigned short)s->rows;
	if (strchr(program, '/') && *program != '/')
		program = session_built(program);
	if (openpty(&s->master, &s->slave, NULL, NULL, &size) < 0)
		cr_assert_fail("no pseudo-terminal: %s", strerror(errno));
	tcgetattr(s->slave, &s->modes);
	begin_terminal(s);
	s->pid = fork();
	if (s->pid == 0) {
		close(s->master);
		login_tty(s->slave);
		become_program(how, program, s->home);
	}
	fcntl(s->master, F_SETFD, FD_CLOEXEC);
	fcntl(s->master, F_SETFL, O_NONBLOCK);
	fcntl(s->slave, F_SETFD, FD_CLOEXEC);
	return s;
}

/* Whether the N > 0 bytes at S, which begin one, are all of a character. */
static bool
is_whole(const char *s, size_t n)
{
	unsigned char first = (unsigned char)*s;

	return n >= (first < 0xC0 ? 1u : first < 0xE0 ? 2u
	                               : first < 0xF0 ? 3u : 4u);
}

/* Shows what was sent. libvterm does not know a character again of which half
 * came earlier, behind ASCII: no character is cut. */
static void
show(struct session *s)
{
	size_t end = s->log.n;

	while (end > s->shown && (s->log.at[end - 1] & 0xC0) == 0x80)
		end--;
	if (end > s->shown && (s->log.at[end - 1] & 0x80))
		end--;
	if (s->log.n > end && is_whole(s->log.at + end, s->log.n - end))
		end = s->log.n;
	vterm_input_write(s->vt, s->log.at + s->shown, end - s->shown);
	s->shown = end;
}

/* Takes what the program sends within TIMEOUT ms; whether it sent anything. */
static bool
take_in(struct session *s, int timeout)
{
	struct pollfd p = { .fd = s->master, .events = POLLIN };
	char bytes[4096];
	ssize_t n;

	if (poll(&p, 1, timeout) < 1 || !(p.revents & POLLIN))
		return false;
	n = read(s->master, bytes, sizeof bytes);
	if (n <= 0)
		return false;
	buf_add(&s->log, bytes, (size_t)n);
	show(s);
	return true;
}

bool
session_has_ended(struct session *s)
{
	if (!s->ended && waitpid(s->pid, &s->status, WNOHANG) == s->pid)
		s->ended = true;
	return s->ended;
}

void
session_free(struct session *s)
{
	if (!session_has_ended(s)) {
		kill(s->pid, SIGKILL);
		waitpid(s->pid, &s->status, 0);
	}
	if (s->master >= 0)
		close(s->master);
	if (s->slave >= 0)
		close(s->slave);
	vterm_free(s->vt);
	buf_clear(&s->log);
	if (s->own_home)
		session_remove(s->home);
	else
		free(s->home);
	free(s);
}

/* What the program sends is taken in meanwhile: it may wait for that before
 * it takes more keys. */
void
session_send_bytes(struct session *s, const char *bytes, size_t n)
{
	long until = milliseconds() + SESSION_PATIENCE;

	while (n) {
		ssize_t done = write(s->master, bytes, n);

		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		} else if (errno != EAGAIN || milliseconds() > until) {
			cr_assert_fail("the terminal takes no keys: %s",
			               strerror(errno));
		} else {
			take_in(s, 10);
		}
	}
}

void
session_send(struct session *s, const char *keys)
{
	session_send_bytes(s, keys, strlen(keys));
}

void
session_resize(struct session *s, unsigned cols, unsigned rows)
{
	struct winsize size = { .ws_col = (unsigned short)cols,
		                .ws_row = (unsigned short)rows };

	/* What was sent for the old size belongs there. */
	session_settle(s, 20);
	s->cols = cols;
	s->rows = rows;
	vterm_set_size(s->vt, (int)rows, (int)cols);
	ioctl(s->master, TIOCSWINSZ, &size);
}

void
session_wipe(struct session *s)
{
	static const char wipe[] = "\033[H\033[2Jwiped";

	session_settle(s, 20);
	vterm_input_write(s->vt, wipe, strlen(wipe));
}

void
session_signal(struct session *s, int number)
{
	kill(s->pid, number);
}

static void
wait_for(struct session *s, const char *words, bool there)
{
	long until = milliseconds() + SESSION_PATIENCE;

	while (session_shows(s, words) != there) {
		bool over = session_has_ended(s) || milliseconds() > until;

		if (!take_in(s, over ? 0 : 20) && over &&
		    session_shows(s, words) != there)
			cr_assert_fail("waited %s \"%s\"%s; the screen:\n%s",
			         there ? "for" : "for the end of", words,
			         session_has_ended(s) ? ", it has ended" : "",
			         session_screen(s));
	}
}

void
session_wait_for(struct session *s, const char *words)
{
	wait_for(s, words, true);
}

void
session_wait_until_gone(struct session *s, const char *words)
{
	wait_for(s, words, false);
}

void
session_wait_for_cursor(struct session *s, bool shown)
{
	long until = milliseconds() + SESSION_PATIENCE;

	while (s->cursor_hidden == shown) {
		take_in(s, 20);
		if (session_has_ended(s) || milliseconds() > until)
			cr_assert_fail("the cursor is%s shown",
			               shown ? " not" : "");
	}
}

void
session_settle(struct session *s, int quiet)
{
	while (take_in(s, quiet))
		continue;
}

int
session_wait_end(struct session *s)
{
	long until = milliseconds() + SESSION_PATIENCE;

	while (!session_has_ended(s) && milliseconds() < until)
		take_in(s, 10);
	if (!s->ended)
		cr_assert_fail("it does not end; the screen:\n%s",
		         session_screen(s));
	while (take_in(s, 0))
		continue;
	if (WIFSIGNALED(s->status))
		return 128 + WTERMSIG(s->status);
	return WEXITSTATUS(s->status);
}
