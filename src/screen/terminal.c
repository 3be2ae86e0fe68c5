/* The one terminal that is open: what its description says of it. */
#include "screen/terminal.h"

#include <curses.h>
#include <string.h>
#include <term.h>

#include "reader/input.h"

struct terminal terminal;

static const struct {
	const char *name;
	uint32_t key;
} capabilities[] = {
	{ "kcuu1", INPUT_UP },
	{ "kcud1", INPUT_DOWN },
	{ "kcub1", INPUT_LEFT },
	{ "kcuf1", INPUT_RIGHT },
	{ "kpp", INPUT_PAGE_UP },
	{ "knp", INPUT_PAGE_DOWN },
	{ "khome", INPUT_HOME },
	{ "kend", INPUT_END },
	{ "kdch1", INPUT_DELETE },
	{ "kcbt", INPUT_BACKTAB },
	{ "kf1", INPUT_F1 },
	{ "kent", INPUT_ENTER },
	{ "kbs", INPUT_BACKSPACE },
	{ "kUP3", INPUT_ALT | INPUT_UP },
	{ "kDN3", INPUT_ALT | INPUT_DOWN },
	{ "kLFT3", INPUT_ALT | INPUT_LEFT },
	{ "kRIT3", INPUT_ALT | INPUT_RIGHT },
	{ "kHOM3", INPUT_ALT | INPUT_HOME },
	{ "kEND3", INPUT_ALT | INPUT_END },
	{ "kPRV3", INPUT_ALT | INPUT_PAGE_UP },
	{ "kNXT3", INPUT_ALT | INPUT_PAGE_DOWN },
};

enum { CAPABILITIES = sizeof capabilities / sizeof capabilities[0] };

_Static_assert((int)CAPABILITIES <= (int)TERMINAL_KEYS, "room for all");

const char *
terminal_string(const char *name)
{
	const char *s = tigetstr(name);

	return s && s != (const char *)-1 ? s : "";
}

int
terminal_number(const char *name)
{
	int n = tigetnum(name);

	return n < 0 ? -1 : n;
}

bool
terminal_flag(const char *name)
{
	return tigetflag(name) > 0;
}

void
terminal_forget(void)
{
	del_curterm(cur_term);
}

/* One-byte sequences stay what they are: ^H, ^J, ^K, ^L of old terminals. */
static void
learn_keys(void)
{
	size_t i, n = 0;

	for (i = 0; i < CAPABILITIES; i++) {
		const char *s = terminal_string(capabilities[i].name);

		if (strlen(s) < 2)
			continue;
		terminal.known[n].bytes = s;
		terminal.known[n++].key = capabilities[i].key;
	}
	terminal.keys.at = terminal.known;
	terminal.keys.n = n;
}

void
terminal_learn(bool mouse)
{
	learn_keys();
	terminal.clears_itself = *terminal_string("rmcup") != '\0';
	terminal.xterm = *terminal_string("BE") || *terminal_string("Ms") ||
	                 terminal_flag("XT") ||
	                 strstr(terminal_string("smcup"), "?1049h");
	terminal.keys.mouse = mouse && terminal.xterm;
	buf_reset(&terminal.on);
	buf_reset(&terminal.off);
	if (terminal.xterm) {
		buf_str(&terminal.on, "\033[?2004h");
		buf_str(&terminal.off, "\033[?2004l");
	}
	if (terminal.keys.mouse) {
		buf_str(&terminal.on, "\033[?1000h\033[?1006h");
		buf_str(&terminal.off, "\033[?1006l\033[?1000l");
	}
}

/* [byte] the length of the padding that begins at S, as "$<5>"; 0: none. */
static size_t
padding(const char *s)
{
	size_t n;

	if (s[0] != '$' || s[1] != '<')
		return 0;
	n = 2 + strspn(s + 2, "0123456789.*/");
	return n > 2 && s[n] == '>' ? n + 1 : 0;
}

/* Padding is left out: what is left of the terminals that needed it sends
 * XOFF, and tputs would sleep through it. */
static void
put_unpadded(struct buf *out, const char *s)
{
	while (*s) {
		size_t n = strcspn(s + 1, "$") + 1, pad = padding(s);

		if (!pad)
			buf_add(out, s, n);
		s += pad ? pad : n;
	}
}

void
terminal_put(struct buf *out, const char *name)
{
	put_unpadded(out, terminal_string(name));
}

void
terminal_put_with(struct buf *out, const char *name, int a, int b)
{
	const char *s = terminal_string(name);

	if (*s)
		s = tparm(s, (long)a, (long)b, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
	if (s)
		put_unpadded(out, s);
}

void
terminal_rescue(struct buf *out)
{
	static const char *const names[] = { "sgr0", "op", "rmacs", "rmir",
		                             "rmkx", "cnorm", "rmcup" };
	size_t i;

	buf_add(out, buf_text(&terminal.off), terminal.off.n);
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		terminal_put(out, names[i]);
	/* the words that follow stand on a line of their own */
	buf_str(out, "\r\n");
}
