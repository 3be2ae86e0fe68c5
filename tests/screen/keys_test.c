/* Keys from the bytes that terminals send. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "reader/input.h"
#include "screen/keys.h"

static const struct keys_known odd[] = {
	{ "\033A", INPUT_UP },        /* a VT52's */
	{ "\033[[A", INPUT_F1 },
	{ "\033[1;3D", INPUT_ALT | INPUT_LEFT },
	{ "\033[Q", INPUT_END },
};
static const struct keys_table plain = {0},
                               mouse = { NULL, 0, true },
                               described = { odd, 4, false };

/* The keys of S as numbers in hexadecimal, "-" for what is swallowed, "..."
 * for what must wait, "paste" where one begins. */
static const char *
keys_of(const struct keys_table *t, const char *s, size_t n, bool last)
{
	static char out[4096];
	size_t i = 0, at = 0;

	*out = '\0';
	while (i < n && at < sizeof out - 32) {
		struct keys_result r = keys_first(t, s + i, n - i, last);

		if (r.kind == KEYS_MORE)
			at += (size_t)sprintf(out + at, " ...");
		if (r.kind == KEYS_MORE)
			break;
		cr_assert(ne(sz, r.used, 0));
		cr_assert(le(sz, r.used, n - i));
		i += r.used;
		if (r.kind == KEYS_NONE)
			at += (size_t)sprintf(out + at, " -");
		else if (r.kind == KEYS_CLICK)
			at += (size_t)sprintf(out + at, " click %u,%u", r.col,
			                      r.row);
		else if (r.kind == KEYS_PASTE)
			at += (size_t)sprintf(out + at, " paste");
		else
			at += (size_t)sprintf(out + at, " %x", r.key);
	}
	return *out ? out + 1 : out;
}

#define KEYS(t, s, last) ((char *)keys_of(&(t), (s), sizeof(s) - 1, (last)))

Test(keys, gives_characters_as_code_points)
{
	cr_assert(eq(str, KEYS(plain, "a\303\251\344\270\255\360\237\230\200",
	                       false), (char *)"61 e9 4e2d 1f600"));
}

Test(keys, gives_control_keys_as_such_and_joins_the_twins)
{
	cr_assert(eq(str, KEYS(plain, "\001\006\032", false),
	             (char *)"1 6 1a"));
	cr_assert(eq(str, KEYS(plain, "\r\n", false), (char *)"d d"));
	cr_assert(eq(str, KEYS(plain, "\b\177", false), (char *)"7f 7f"));
	cr_assert(eq(str, KEYS(plain, "\0x", false), (char *)"- 78"));
}

Test(keys, waits_for_the_rest_of_a_character_or_a_sequence)
{
	cr_assert(eq(str, KEYS(plain, "\344\270", false), (char *)"..."));
	cr_assert(eq(str, KEYS(plain, "\033", false), (char *)"..."));
	cr_assert(eq(str, KEYS(plain, "\033[", false), (char *)"..."));
	cr_assert(eq(str, KEYS(plain, "\033[1;3", false), (char *)"..."));
	cr_assert(eq(str, KEYS(plain, "\033O", false), (char *)"..."));
	cr_assert(eq(str, KEYS(plain, "\033\033", false), (char *)"..."));
	cr_assert(eq(str, KEYS(plain, "\033[[", false), (char *)"..."));
}

Test(keys, takes_what_is_left_unfinished_for_what_it_is)
{
	cr_assert(eq(str, KEYS(plain, "\033", true), (char *)"1b"));
	cr_assert(eq(str, KEYS(plain, "\033\033", true), (char *)"1b 1b"));
	cr_assert(eq(str, KEYS(plain, "\033[", true), (char *)"100005b"));
	cr_assert(eq(str, KEYS(plain, "\033O", true), (char *)"100004f"));
	cr_assert(eq(str, KEYS(plain, "\344\270", true), (char *)"- -"));
}

Test(keys, knows_the_cursor_keys_in_both_modes)
{
	cr_assert(eq(str, KEYS(plain, "\033[A\033[B\033[D\033[C", false),
	             (char *)"110000 110001 110002 110003"));
	cr_assert(eq(str, KEYS(plain, "\033OA\033OB\033OD\033OC", false),
	             (char *)"110000 110001 110002 110003"));
}

Test(keys, knows_the_editing_keys_of_xterm_linux_and_rxvt)
{
	cr_assert(eq(str, KEYS(plain, "\033[5~\033[6~\033[3~\033[Z", false),
	             (char *)"110004 110005 110008 110009"));
	cr_assert(eq(str, KEYS(plain, "\033[H\033OH\033[1~\033[7~", false),
	             (char *)"110006 110006 110006 110006"));
	cr_assert(eq(str, KEYS(plain, "\033[F\033OF\033[4~\033[8~", false),
	             (char *)"110007 110007 110007 110007"));
	cr_assert(eq(str, KEYS(plain, "\033OP\033[11~\033[[A", false),
	             (char *)"11000a 11000a 11000a"));
}

Test(keys, knows_alt_in_all_its_forms)
{
	cr_assert(eq(str, KEYS(plain, "\033[1;3D\033\033[D\033\033OD", false),
	             (char *)"1110002 1110002 1110002"));
	cr_assert(eq(str, KEYS(plain, "\033x\033\303\251\033\r", false),
	             (char *)"1000078 10000e9 100000d"));
	cr_assert(eq(str, KEYS(plain, "\033[5;3~\033[1;9C", false),
	             (char *)"1110004 1110003"));
}

Test(keys, takes_shift_and_ctrl_with_a_cursor_key_for_the_key)
{
	cr_assert(eq(str, KEYS(plain, "\033[1;2C\033[1;5D\033O5A", false),
	             (char *)"110003 110002 110000"));
}

Test(keys, gives_the_number_pad_as_digits)
{
	cr_assert(eq(str, KEYS(plain, "\033Op\033Oy\033OM\033Ok", false),
	             (char *)"30 39 d 2b"));
}

Test(keys, swallows_whole_what_is_no_key_of_ours)
{
	cr_assert(eq(str, KEYS(plain, "\033[?64;1;2cq", false),
	             (char *)"- 71"));
	cr_assert(eq(str, KEYS(plain, "\033[24~j", false), (char *)"- 6a"));
	cr_assert(eq(str, KEYS(plain, "\033[Ij", false), (char *)"- 6a"));
	cr_assert(eq(str, KEYS(plain, "\033[1;2;3;4;5Rj", false),
	             (char *)"- 6a"));
	cr_assert(eq(str, KEYS(plain, "\033[1\rj", false), (char *)"- d 6a"));
}

Test(keys, turns_the_wheel_into_lines_only_when_asked_for)
{
	struct keys_result r = keys_first(&mouse, "\033[<64;10;5M", 11, false);

	cr_assert(eq(u32, r.key, INPUT_UP));
	cr_assert(eq(uint, r.times, 3));
	cr_assert(eq(sz, r.used, 11));
	cr_assert(eq(str, KEYS(mouse, "\033[<65;1;1M", false),
	             (char *)"110001"));
	cr_assert(eq(str, KEYS(mouse, "\033[Ma!!", false), (char *)"110001"));
	cr_assert(eq(str, KEYS(plain, "\033[Mj", false), (char *)"- 6a"));
}

Test(keys, gives_a_click_where_it_was)
{
	cr_assert(eq(str, KEYS(mouse, "\033[<0;12;5M\033[<0;12;5m", false),
	             (char *)"click 11,4 -"));
	cr_assert(eq(str, KEYS(mouse, "\033[M ,%\033[M#,%", false),
	             (char *)"click 11,4 -"));
	/* other buttons, with modifiers, moved, nowhere */
	cr_assert(eq(str, KEYS(mouse, "\033[<1;1;1M\033[<2;1;1M\033[<4;1;1M"
	                       "\033[<32;1;1M\033[<0;0;1M\033[<0M\033[M \1!",
	                       false), (char *)"- - - - - - -"));
}

Test(keys, obeys_the_description_of_the_terminal)
{
	cr_assert(eq(str, KEYS(described, "\033A\033[Q", false),
	             (char *)"110000 110007"));
	cr_assert(eq(str, KEYS(described, "\033x\033[B", false),
	             (char *)"1000078 110001"));
}

Test(keys, takes_a_paste_as_one_piece_with_its_line_ends)
{
	const char *s = "\033[200~q\rj\r\nk\n\033[31m\0x\033[201~z";
	struct buf pasted = {0};
	bool done;
	size_t used;

	cr_assert(eq(str, KEYS(plain, "\033[200~", false), (char *)"paste"));
	used = keys_paste(s + 6, 21, &pasted, &done);
	cr_assert(eq(sz, used, 20), "what follows is left");
	cr_assert(done);
	cr_assert(eq(str, (char *)buf_text(&pasted),
	             (char *)"q\nj\nk\n\033[31mx"));
	buf_clear(&pasted);
}

Test(keys, finds_the_end_of_a_paste_however_it_is_cut)
{
	const char *s = "words\033[201~z";
	size_t n = strlen(s), cut;

	for (cut = 0; cut <= n; cut++) {
		struct buf pasted = {0};
		bool done = false;
		size_t used = keys_paste(s, cut, &pasted, &done);

		if (!done)
			used += keys_paste(s + used, n - used, &pasted, &done);
		cr_assert(done, "cut at %zu", cut);
		cr_assert(eq(sz, used, n - 1));
		cr_assert(eq(str, (char *)buf_text(&pasted), (char *)"words"));
		buf_clear(&pasted);
	}
}

Test(keys, bounds_what_is_kept_of_a_paste)
{
	static char s[4096];
	struct buf pasted = {0};
	bool done;
	size_t i;

	memset(s, 'x', sizeof s);
	for (i = 0; i < 2 * KEYS_PASTE_MAX / sizeof s; i++)
		cr_assert(eq(sz, keys_paste(s, sizeof s, &pasted, &done),
		             sizeof s));
	cr_assert(eq(sz, pasted.n, KEYS_PASTE_MAX));
	buf_clear(&pasted);
}

Test(keys, always_gets_on_whatever_comes)
{
	uint64_t seed = 0x9e3779b97f4a7c15u;
	static const char some[] = "\033[O<;~M0123Aa \302\351\200\0";
	char s[40];
	size_t round, i;

	for (round = 0; round < 20000; round++) {
		for (i = 0; i < sizeof s; i++) {
			seed = seed * 6364136223846793005u + 1;
			s[i] = some[(seed >> 33) % sizeof some];
		}
		/* keys_of asserts that each step uses something. */
		keys_of(round & 1 ? &mouse : &described, s, sizeof s, true);
	}
}
