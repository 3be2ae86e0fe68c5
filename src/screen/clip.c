/* The terminal's clipboard, by OSC 52. */
#include "screen/screen.h"

#include <stdlib.h>

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

/*
 * Within tmux both ways: the plain one it takes itself where set-clipboard is
 * on, the wrapped one (ESC doubled) reaches the terminal outside where
 * allow-passthrough is.
 */
bool
screen_copy(const char *s, size_t n)
{
	struct buf out = {0};

	if (!terminal.open || terminal.away || !terminal.xterm)
		return false;
	buf_str(&out, "\033]52;c;");
	add_base64(&out, s, n);
	buf_str(&out, "\007");
	if (getenv("TMUX")) {
		size_t plain = out.n;
		char *copy = buf_take(&out);

		buf_add(&out, copy, plain);
		buf_str(&out, "\033Ptmux;\033");
		buf_add(&out, copy, plain);
		buf_str(&out, "\033\\");
		free(copy);
	}
	tty_write(&terminal.tty, out.at, out.n);
	buf_clear(&out);
	return true;
}
