/* Texts that would command the terminal, and texts of odd shapes. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "session.h"

/* All that we send to an xterm-256color: a final byte of CSI with numbers, or
 * the very sequence. */
static const char finals[] = "GHJKhlm";
static const char *const others[] = {
	"\033(B", "\033=", "\033>", "\033[22;0;0t", "\033[23;0;0t",
};

/* The length of an allowed sequence at AT, 0 where there is none. */
static size_t
allowed(const char *at, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		if (n >= strlen(others[i]) &&
		    !memcmp(at, others[i], strlen(others[i])))
			return strlen(others[i]);
	if (n < 3 || at[1] != '[')
		return 0;
	i = 2 + (at[2] == '?');
	while (i < n && (at[i] == ';' || (at[i] >= '0' && at[i] <= '9')))
		i++;
	return i < n && strchr(finals, at[i]) ? i + 1 : 0;
}

/* The length of what may be sent at AT: a character or a sequence of ours; 0
 * for what a terminal could obey. */
static size_t
harmless(const char *at, size_t n)
{
	unsigned char c = (unsigned char)*at;
	size_t used;
	ucs u;

	if (c == '\033')
		return allowed(at, n);
	if (c < ' ')
		return strchr("\r\n\b\t", c) && c ? 1 : 0;
	used = ucs_decode(at, n, &u);
	if (ucs_is_control(u) || (u == UCS_REPLACEMENT && used == 1))
		return 0;
	return used;
}

static void
assert_harmless(const struct session *s, const char *name)
{
	size_t i = 0, used = 1, k;
	struct buf near = {0};

	while (i < s->log.n && (used = harmless(s->log.at + i, s->log.n - i)))
		i += used;
	for (k = i > 20 ? i - 20 : 0; k < s->log.n && k < i + 20; k++)
		buf_printf(&near, k == i ? " >%02x" : " %02x",
		           (unsigned char)s->log.at[k]);
	if (!used)
		cr_fatal("%s: byte %zu of what was sent:%s", name, i, near.at);
	buf_clear(&near);
}

/* Opens the text, turns pages, does what KEYS say, resizes and quits. */
static void
type_at(const char *keys, const char *name, const char *bytes, size_t n)
{
	char *home = session_new_home();
	struct buf path = {0};
	struct session_how how = { .home = home };
	struct session *s;

	buf_printf(&path, "%s/text.txt", home);
	session_write_file(path.at, bytes, n);
	how.args[0] = path.at;
	s = session_start(&how);
	session_wait_for(s, "p. 1/");
	session_send(s, keys);
	session_settle(s, 30);
	session_send(s, "\033");
	session_settle(s, 50);
	session_send(s, "t\tj\r");
	session_resize(s, 120, 40);
	session_send(s, "Gbgj \022k");
	session_resize(s, 33, 9);
	session_settle(s, 50);
	session_send(s, "\003\003\003");
	cr_assert(eq(int, session_wait_end(s), 130), "%s", name);
	assert_harmless(s, name);
	cr_assert(session_modes_are_restored(s));
	session_free(s);
	buf_clear(&path);
	session_remove(home);
}

static void
read_text(const char *name, const char *bytes, size_t n)
{
	type_at("  sa B:notes\r", name, bytes, n);
}

static void
read_words(const char *name, const char *words)
{
	read_text(name, words, strlen(words));
}

Test(hostile, control_characters_are_never_sent)
{
	struct buf b = {0};
	unsigned i;

	buf_str(&b, "All controls\n\n");
	for (i = 0; i < 256; i++) {
		buf_printf(&b, "Control %u: <", i);
		buf_char(&b, (char)i);
		buf_str(&b, "> and then words.\n\n");
	}
	read_text("bytes", b.at, b.n);
	buf_reset(&b);
	for (i = 0; i < 0xa0; i++) {
		buf_printf(&b, "Control %u: <", i);
		buf_ucs(&b, i);
		buf_str(&b, "> and then words.\n\n");
	}
	read_text("code points", b.at, b.n);
	buf_clear(&b);
}

Test(hostile, commands_to_the_terminal_are_never_sent)
{
	static const char *const commands[] = {
		"\033]0;title\007",	    "\033]52;c;ZXZpbA==\007",
		"\033P$q\"p\033\\",	    "\033c",
		"\033[2J\033[66;66H",	    "\033[6n",
		"\033[c",		    "\033[21t",
		"\033[?1049h",		    "\033[97;105m",
		"\033[8m",		    "\033#8",
		"\033]8;;http://x\033\\",   "\033_G\033\\",
		"\033^x\033\\",		    "\0330123",
		"\2332J",		    "\2350;title\234",
		"\302\2332J",		    "\302\2350;t\302\234",
		"\033[?2004l\033[201~",	    "\033]4;1;?\007",
		"\016lqqk\017",		    "\033(0lqk\033(B",
	};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < sizeof commands / sizeof commands[0]; i++)
		buf_printf(&b, "Heading %zu %s\n\nWords %s words.\n\n", i,
		           commands[i], commands[i]);
	buf_printf(&b, "Written: %s\n\n[1] %s\n", commands[0], commands[0]);
	read_text("commands", b.at, b.n);
	for (i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		buf_reset(&b);
		buf_printf(&b, "Title %s title\n\nA text%s.[1]\n\n[1] n%s\n",
		           commands[i], commands[i], commands[i]);
		read_text(commands[i] + 1, b.at, b.n);
	}
	buf_clear(&b);
}

Test(hostile, directions_are_never_overruled)
{
	read_words("bidi", "Title \342\200\256desrever\n\n"
	                   "\342\200\252a\342\200\253b\342\200\254c\342\200\255"
	                   "d\342\200\256e\342\201\246f\342\201\247g\342\201\250"
	                   "h\342\201\251i\342\200\216j\342\200\217k\n");
}

Test(hostile, bytes_that_are_no_text_are_read)
{
	struct buf b = {0};
	uint64_t seed = 7;
	unsigned i;

	for (i = 0; i < 200000; i++) {
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		buf_char(&b, (char)(seed >> 56));
	}
	read_text("random", b.at, b.n);
	read_text("random in UTF-16", "\377\376\033\000]\0000\000;\000", 10);
	buf_reset(&b);
	buf_str(&b, "UTF-8 with damage \303\251\303\251 \342\200\234 ");
	for (i = 0; i < 2000; i++)
		buf_str(&b, "words \303\251 words \342\200\224 ");
	buf_str(&b, "\377\300\200\355\240\200\364\220\200\200\n");
	read_text("damaged", b.at, b.n);
	buf_clear(&b);
	read_text("nuls", "a\0b\0\0\0c\n\0\n\0", 11);
}

Test(hostile, shapes_of_all_kinds_are_read)
{
	struct buf b = {0};
	unsigned i;

	read_words("empty", "");
	read_words("one line end", "\n");
	read_words("a word", "word");
	for (i = 0; i < 100000; i++)
		buf_char(&b, '\n');
	read_text("only line ends", b.at, b.n);
	buf_reset(&b);
	for (i = 0; i < 1 << 20; i++)
		buf_char(&b, i % 7 ? 'x' : ' ');
	read_text("a line of a million", b.at, b.n);
	buf_reset(&b);
	for (i = 0; i < 1 << 20; i++)
		buf_char(&b, 'x');
	read_text("a word of a million", b.at, b.n);
	buf_clear(&b);
}

Test(hostile, characters_of_all_kinds_are_read)
{
	struct buf b = {0};
	unsigned i, k;

	for (i = 0; i < 300; i++) {
		buf_char(&b, 'e');
		for (k = 0; k < 200; k++)
			buf_ucs(&b, 0x300 + k % 0x6f);
		buf_str(&b, " word ");
	}
	read_text("combining storm", b.at, b.n);
	buf_reset(&b);
	for (i = 0; i < 5000; i++)
		buf_ucs(&b, 0x301);
	read_text("only combining", b.at, b.n);
	buf_reset(&b);
	for (i = 0; i < 5000; i++)
		buf_str(&b, "\360\237\221\250\342\200\215\360\237\221\251"
		            "\342\200\215\360\237\221\247\360\237\217\275 ");
	read_text("families", b.at, b.n);
	buf_reset(&b);
	for (i = 0xa0; i < 0x20000; i += i < 0x3000 ? 1 : 7) {
		if (i < 0xd800 || i > 0xdfff)
			buf_ucs(&b, i);
		if (i % 40 == 0)
			buf_char(&b, '\n');
	}
	read_text("many of Unicode", b.at, b.n);
	buf_clear(&b);
}

Test(hostile, names_of_files_are_never_obeyed)
{
	char *home = session_new_home();
	struct buf path = {0};
	struct session_how how = { .home = home };
	struct session *s;

	buf_printf(&path, "%s/\033]0;x\007\302\2332J.txt", home);
	session_write_file(path.at, "x\n", 2);
	how.args[0] = path.at;
	s = session_start(&how);
	session_wait_for(s, "p. 1/");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	assert_harmless(s, "name");
	session_free(s);
	how.args[0] = NULL;
	s = session_start(&how);
	session_wait_for(s, "Enter reads");
	session_send(s, "q");
	cr_assert(eq(int, session_wait_end(s), 0));
	assert_harmless(s, "name on the shelf");
	session_free(s);
	how.args[0] = "/none/\033]0;x\007\302\2332J.txt";
	s = session_start(&how);
	cr_assert(eq(int, session_wait_end(s), 1));
	assert_harmless(s, "name that is none");
	session_free(s);
	buf_clear(&path);
	session_remove(home);
}
