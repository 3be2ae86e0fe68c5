/* The terminal's clipboard, by OSC 52. */
#include "screen/screen.h"

#include <stdlib.h>
#include <string.h>

#include "screen/terminal.h"

static void
add_base64(struct buf *out, const char *s, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkl"
				     "mnopqrstuvwxyz0123456789+/";
	const unsigned char *u = (const unsigned char *)s;
	size_t i;

	for (i = 0; i < n; i += 3) {
		unsigned long three = (unsigned long)u[i] << 16;

		if (i + 1 < n)
			three |= (unsigned long)u[i + 1] << 8;
		if (i + 2 < n)
			three |= u[i + 2];
		buf_char(out, digits[three >> 18]);
		buf_char(out, digits[three >> 12 & 63]);
		buf_char(out, i + 1 < n ? digits[three >> 6 & 63] : '=');
		buf_char(out, i + 2 < n ? digits[three & 63] : '=');
	}
}

/* [byte] of a string that GNU screen hands on; old ones keep 256 at most. */
enum { SCREEN_PIECE = 240 };

static bool
is_in_screen(void)
{
	const char *term = getenv("TERM");

	return term && strncmp(term, "screen", strlen("screen")) == 0 &&
	       getenv("STY") && !getenv("TMUX");
}

/* GNU screen leaves out what it does not know, but hands on what is said to be
 * for the terminal outside. */
static void
wrap_for_screen(struct buf *out)
{
	size_t n = out->n, i, piece;
	char *plain = buf_take(out);

	for (i = 0; i < n; i += piece) {
		piece = n - i < SCREEN_PIECE ? n - i : SCREEN_PIECE;
		buf_str(out, "\033P");
		buf_add(out, plain + i, piece);
		buf_str(out, "\033\\");
	}
	free(plain);
}

/*
 * Within tmux both ways: the plain one it takes itself where set-clipboard is
 * on, the wrapped one (ESC doubled) reaches the terminal outside where
 * allow-passthrough is.
 */
static void
wrap_for_tmux(struct buf *out)
{
	size_t n = out->n;
	char *plain = buf_take(out);

	buf_add(out, plain, n);
	buf_str(out, "\033Ptmux;\033");
	buf_add(out, plain, n);
	buf_str(out, "\033\\");
	free(plain);
}

bool
screen_copy(const char *s, size_t n)
{
	struct buf out = {0};

	if (!terminal.open || terminal.away || !terminal.xterm)
		return false;
	buf_str(&out, "\033]52;c;");
	add_base64(&out, s, n);
	buf_str(&out, "\007");
	if (getenv("TMUX"))
		wrap_for_tmux(&out);
	else if (is_in_screen())
		wrap_for_screen(&out);
	tty_write(&terminal.tty, out.at, out.n);
	buf_clear(&out);
	return true;
}
