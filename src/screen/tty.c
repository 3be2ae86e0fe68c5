/* The terminal as a device: its descriptors, its size, bytes to it. */
#include "screen/tty.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static FILE *
open_keys(void)
{
	if (isatty(STDIN_FILENO))
		return stdin;
	return fopen("/dev/tty", "r+");
}

bool
tty_open(struct tty *t, struct error *e)
{
	struct tty found = { .out = stdout };

	if (!isatty(STDOUT_FILENO)) {
		error_set(e, NULL, 0,
		          "standard output is no terminal: "
		          "lectern --dump FILE writes the text there");
		return false;
	}
	found.in = open_keys();
	if (!found.in || tcgetattr(fileno(found.in), &found.modes) < 0) {
		if (found.in && found.in != stdin)
			fclose(found.in);
		error_set(e, NULL, 0,
		          "no terminal to read keys from: "
		          "lectern --dump FILE | less works without");
		return false;
	}
	*t = found;
	return true;
}

void
tty_close(struct tty *t)
{
	tcsetattr(fileno(t->in), TCSADRAIN, &t->modes);
	if (t->in != stdin)
		fclose(t->in);
	t->in = t->out = NULL;
}

bool
tty_size(const struct tty *t, unsigned *cols, unsigned *rows)
{
	struct winsize w;

	if (ioctl(fileno(t->out), TIOCGWINSZ, &w) < 0 || !w.ws_col ||
	    !w.ws_row)
		return false;
	*cols = w.ws_col;
	*rows = w.ws_row;
	return true;
}

void
tty_write(const struct tty *t, const char *s, size_t n)
{
	struct pollfd p = { .fd = fileno(t->out), .events = POLLOUT };

	while (n) {
		ssize_t done = write(p.fd, s, n);

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
