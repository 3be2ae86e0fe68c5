/* The terminal as a device: its descriptors, its size, bytes to it. */
#include "screen/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "screen/guard.h"

enum { PATIENCE = 100 }; /* [ms] with a terminal, when ending */

/* Standard input, or where that is something else the terminal by its own
 * name. */
static int
open_keys(struct termios *modes)
{
	int fd = STDIN_FILENO;

	if (tcgetattr(fd, modes) == 0)
		return fd;
	fd = open("/dev/tty", O_RDWR | O_CLOEXEC);
	if (fd >= 0 && tcgetattr(fd, modes) < 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static struct termios
modes_of_ours(struct termios m)
{
	m.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | ISTRIP |
	                         IXON | PARMRK);
	m.c_oflag &= ~(tcflag_t)OPOST;
	m.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
	m.c_lflag |= ISIG;
	m.c_cc[VINTR] = m.c_cc[VSUSP] = _POSIX_VDISABLE;
	m.c_cc[VMIN] = 1;
	m.c_cc[VTIME] = 0;
	return m;
}

bool
tty_open(struct tty *t, struct error *e)
{
	struct tty found = { .out = STDOUT_FILENO };

	if (!isatty(STDOUT_FILENO)) {
		error_set(e, NULL, 0,
		          "standard output is no terminal: "
		          "lectern --dump FILE writes the text there");
		return false;
	}
	found.in = open_keys(&found.modes);
	if (found.in < 0) {
		error_set(e, NULL, 0,
		          "no terminal to read keys from: "
		          "lectern --dump FILE | less works without");
		return false;
	}
	found.ours = modes_of_ours(found.modes);
	*t = found;
	return true;
}

void
tty_close(struct tty *t)
{
	tty_give_back(t);
	if (t->in != STDIN_FILENO)
		close(t->in);
}

void
tty_take(const struct tty *t)
{
	tcsetattr(t->in, TCSADRAIN, &t->ours);
}

void
tty_give_back(const struct tty *t)
{
	tcsetattr(t->in, guard_is_ended() ? TCSANOW : TCSADRAIN, &t->modes);
}

bool
tty_size(const struct tty *t, unsigned *cols, unsigned *rows)
{
	struct winsize w;

	if (ioctl(t->out, TIOCGWINSZ, &w) < 0 || !w.ws_col ||
	    !w.ws_row)
		return false;
	*cols = w.ws_col;
	*rows = w.ws_row;
	return true;
}

/* How much of N bytes to write at once. Who is to end waits for no terminal
 * that takes nothing: where there is room for something, there is for a byte;
 * 0 where there is none. */
static size_t
portion(struct pollfd *p, size_t n)
{
	if (!guard_is_ended())
		return n;
	return poll(p, 1, PATIENCE) > 0 ? 1 : 0;
}

void
tty_write(const struct tty *t, const char *s, size_t n)
{
	struct pollfd p = { .fd = t->out, .events = POLLOUT };

	while (n) {
		size_t most = portion(&p, n);
		ssize_t done;

		if (!most)
			return;
		done = write(p.fd, s, most);
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		} else if (errno == EAGAIN) {
			poll(&p, 1, -1);
		} else if (errno != EINTR) {
			return;
		}
	}
}
