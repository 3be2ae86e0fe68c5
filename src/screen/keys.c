/* Bytes from a terminal to keys. */
#include "screen/keys.h"

#include <string.h>

#include "base/ucs.h"
#include "reader/input.h"

static const char paste_begin[] = "\033[200~", paste_end[] = "\033[201~";

enum { WHEEL_LINES = 3, PARAMETERS = 3 };

static struct keys_result
result(enum keys_kind kind, uint32_t key, size_t used)
{
	struct keys_result r = { .kind = kind, .key = key, .times = 1,
	                         .used = used };

	return r;
}

static bool
starts(const char *s, size_t n, const char *with)
{
	size_t m = strlen(with);

	return n >= m && !memcmp(s, with, m);
}

/* Final bytes of "CSI A" and "SS3 A". */
static uint32_t
key_of_final(char final)
{
	switch (final) {
	case 'A': return INPUT_UP;
	case 'B': return INPUT_DOWN;
	case 'C': return INPUT_RIGHT;
	case 'D': return INPUT_LEFT;
	case 'H': return INPUT_HOME;
	case 'F': return INPUT_END;
	case 'P': return INPUT_F1;
	case 'Z': return INPUT_BACKTAB;
	default: return 0;
	}
}

/* Numbers of "CSI 5 ~". */
static uint32_t
key_of_number(unsigned number)
{
	switch (number) {
	case 1: case 7: return INPUT_HOME;
	case 4: case 8: return INPUT_END;
	case 3: return INPUT_DELETE;
	case 5: return INPUT_PAGE_UP;
	case 6: return INPUT_PAGE_DOWN;
	case 11: return INPUT_F1;
	default: return 0;
	}
}

/* The number pad in its application mode sends SS3 and one of these. */
static uint32_t
key_of_pad(char final)
{
	if (final == 'M')
		return INPUT_ENTER;
	if (final == 'X')
		return '=';
	if (final >= 'j' && final <= 'y')
		return (uint32_t)"*+,-./0123456789"[final - 'j'];
	return key_of_final(final);
}

/* xterm's modifier parameter: 1 + (1 shift, 2 Alt, 4 Ctrl, 8 Meta). */
static uint32_t
with_modifiers(uint32_t key, unsigned modifiers)
{
	bool alt = modifiers > 0 && ((modifiers - 1) & (2 | 8));

	return key && alt ? key | INPUT_ALT : key;
}

/* Up to PARAMETERS numbers separated by ';'; those left out are 0. */
static void
read_parameters(const char *s, size_t n, unsigned p[PARAMETERS])
{
	size_t i, at = 0;

	memset(p, 0, PARAMETERS * sizeof *p);
	for (i = 0; i < n && at < PARAMETERS; i++) {
		if (s[i] == ';')
			at++;
		else if (s[i] >= '0' && s[i] <= '9' && p[at] < 10000)
			p[at] = p[at] * 10 + (unsigned)(s[i] - '0');
	}
}

/* A button as both mouse protocols number it, at a column and row from 1;
 * nothing but the wheel and the first one, which is the same as all others
 * when the older protocol lets go of it. */
static struct keys_result
button(unsigned number, unsigned col, unsigned row, size_t used)
{
	struct keys_result r = result(KEYS_NONE, 0, used);

	if (number == 64 || number == 65) {
		r.kind = KEYS_KEY;
		r.key = number == 64 ? INPUT_UP : INPUT_DOWN;
		r.times = WHEEL_LINES;
	} else if (number == 0 && col && row) {
		r.kind = KEYS_CLICK;
		r.col = col - 1;
		r.row = row - 1;
	}
	return r;
}

/* CSI from its ESC on, whole: its final byte is at S[END]. */
static struct keys_result
control_sequence(const char *s, size_t end)
{
	const char *from = s + 2;
	size_t n = end - 2;
	unsigned p[PARAMETERS];
	uint32_t key;

	if (n && *from == '<') {
		read_parameters(from + 1, n - 1, p);
		/* 'm': it was let go of */
		return s[end] == 'M' ? button(p[0], p[1], p[2], end + 1)
		                     : result(KEYS_NONE, 0, end + 1);
	}
	if (n && *from >= '<')
		return result(KEYS_NONE, 0, end + 1);
	read_parameters(from, n, p);
	if (s[end] == '~' && p[0] == 200)
		return result(KEYS_PASTE, 0, end + 1);
	key = s[end] == '~' ? key_of_number(p[0]) : key_of_final(s[end]);
	key = with_modifiers(key, p[1]);
	return result(key ? KEYS_KEY : KEYS_NONE, key, end + 1);
}

/* A number of the older protocol; 0 where it is none. */
static unsigned
byte_of(char c)
{
	return (unsigned char)c > 32 ? (unsigned char)c - 32u : 0;
}

/* ESC [ ...: parameter and intermediate bytes are 0x20 to 0x3F. */
static struct keys_result
csi(const struct keys_table *t, const char *s, size_t n, bool last)
{
	size_t i = 2;

	if (t->mouse && n > 2 && s[2] == 'M') {
		if (n >= 6)
			return button(byte_of(s[3]), byte_of(s[4]),
			              byte_of(s[5]), 6);
		return last ? result(KEYS_NONE, 0, n)
		            : result(KEYS_MORE, 0, 0);
	}
	/* The Linux console's F1 to F5 have a second bracket. */
	if (n > 2 && s[2] == '[') {
		if (n == 3)
			return last ? result(KEYS_NONE, 0, 3)
			            : result(KEYS_MORE, 0, 0);
		return s[3] == 'A' ? result(KEYS_KEY, INPUT_F1, 4)
		                   : result(KEYS_NONE, 0, 4);
	}
	while (i < n && s[i] >= 0x20 && s[i] <= 0x3f)
		i++;
	if (i < n && s[i] >= 0x40 && s[i] <= 0x7e)
		return control_sequence(s, i);
	if (i < n)
		return result(KEYS_NONE, 0, i); /* broken off by a control */
	if (!last)
		return result(KEYS_MORE, 0, 0);
	return n == 2 ? result(KEYS_KEY, INPUT_ALT | '[', 2)
	              : result(KEYS_NONE, 0, n);
}

/* ESC O x, with xterm's old "ESC O 3 D" form of modifiers. */
static struct keys_result
ss3(const char *s, size_t n, bool last)
{
	unsigned p[PARAMETERS];
	size_t i = 2;
	uint32_t key;

	while (i < n && ((s[i] >= '0' && s[i] <= '9') || s[i] == ';'))
		i++;
	if (i == n) {
		if (!last)
			return result(KEYS_MORE, 0, 0);
		return n == 2 ? result(KEYS_KEY, INPUT_ALT | 'O', 2)
		              : result(KEYS_NONE, 0, n);
	}
	read_parameters(s + 2, i - 2, p);
	key = with_modifiers(key_of_pad(s[i]), p[1] ? p[1] : p[0]);
	return result(key ? KEYS_KEY : KEYS_NONE, key, i + 1);
}

/* Whether the N bytes at S may yet become a whole sequence of UTF-8. */
static bool
is_unfinished(const char *s, size_t n)
{
	unsigned char lead = (unsigned char)*s;
	size_t need = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2, i;

	if (lead < 0xc2 || lead > 0xf4 || n >= need)
		return false;
	for (i = 1; i < n; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			return false;
	return true;
}

static struct keys_result
character(const char *s, size_t n, bool last)
{
	size_t used;
	ucs c;

	if (!last && is_unfinished(s, n))
		return result(KEYS_MORE, 0, 0);
	used = ucs_decode(s, n, &c);
	if (c == 0 || (c == UCS_REPLACEMENT && used == 1))
		return result(KEYS_NONE, 0, used);
	if (c == '\n')
		c = INPUT_ENTER;
	if (c == '\b')
		c = INPUT_BACKSPACE;
	return result(KEYS_KEY, c, used);
}

/* What this very terminal sends, by its description; the longest fits. */
static struct keys_result
known(const struct keys_table *t, const char *s, size_t n, bool last)
{
	struct keys_result r = result(KEYS_NONE, 0, 0);
	size_t i;

	for (i = 0; i < t->n; i++) {
		size_t m = strlen(t->at[i].bytes);

		if (m > n && !last && !memcmp(t->at[i].bytes, s, n))
			return result(KEYS_MORE, 0, 0);
		if (m > r.used && starts(s, n, t->at[i].bytes))
			r = result(KEYS_KEY, t->at[i].key, m);
	}
	return r;
}

static struct keys_result
after_escape(const struct keys_table *t, const char *s, size_t n, bool last)
{
	struct keys_result r;

	if (n == 1)
		return last ? result(KEYS_KEY, INPUT_ESCAPE, 1)
		            : result(KEYS_MORE, 0, 0);
	if (s[1] == '[')
		return csi(t, s, n, last);
	if (s[1] == 'O')
		return ss3(s, n, last);
	/* Esc Esc is Esc twice, but ESC before a sequence is Alt with it. */
	if (s[1] == '\033' && n == 2)
		return last ? result(KEYS_KEY, INPUT_ESCAPE, 1)
		            : result(KEYS_MORE, 0, 0);
	if (s[1] == '\033' && s[2] != '[' && s[2] != 'O')
		return result(KEYS_KEY, INPUT_ESCAPE, 1);
	r = s[1] == '\033' ? after_escape(t, s + 1, n - 1, last)
	                   : character(s + 1, n - 1, last);
	if (r.kind == KEYS_KEY)
		r.key |= INPUT_ALT;
	if (r.kind != KEYS_MORE)
		r.used++;
	return r;
}

struct keys_result
keys_first(const struct keys_table *t, const char *s, size_t n, bool last)
{
	struct keys_result r;

	if (starts(s, n, paste_begin))
		return result(KEYS_PASTE, 0, strlen(paste_begin));
	r = known(t, s, n, last);
	if (r.kind != KEYS_NONE)
		return r;
	if (*s == '\033')
		return after_escape(t, s, n, last);
	return character(s, n, last);
}

size_t
keys_paste(const char *s, size_t n, struct buf *pasted, bool *done)
{
	size_t i;

	for (i = 0; i < n; i++) {
		size_t left = n - i, whole = strlen(paste_end);

		if (starts(s + i, left, paste_end)) {
			*done = true;
			return i + whole;
		}
		if (left < whole && !memcmp(s + i, paste_end, left))
			break;
		if (pasted->n >= KEYS_PASTE_MAX || !s[i])
			continue;
		if (s[i] == '\n' && i && s[i - 1] == '\r')
			continue;
		if (s[i] == '\r')
			buf_char(pasted, '\n');
		else
			buf_char(pasted, s[i]);
	}
	*done = false;
	return i;
}
