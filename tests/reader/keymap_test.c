/* Keys: written and read, bound and in conflict. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "reader/input.h"
#include "reader/keymap.h"

static struct keymap map;
static struct error problem;

static void
set_up(void)
{
	keymap_init(&map);
}

static void
tear_down(void)
{
	keymap_clear(&map);
	error_clear(&problem);
}

TestSuite(keymap, .init = set_up, .fini = tear_down);

static enum command
command_of(uint32_t key)
{
	bool prefix;

	return keymap_command(&map, key, 0, false, &prefix);
}

static bool
bind(const char *keys, const char *command, bool *conflict)
{
	return keymap_bind(&map, keys, command_named(command), conflict,
	                   &problem);
}

Test(commands, are_found_by_their_names)
{
	enum command c;

	for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++)
		cr_assert(eq(int, command_named(command_entry(c)->name), c));
	cr_assert(eq(int, command_named(""), COMMAND_NONE));
	cr_assert(eq(int, command_named("next page"), COMMAND_NONE));
	cr_assert(eq(str, (char *)command_group_title(COMMAND_GROUP_NOTE),
	             (char *)"Footnotes"));
}

Test(keymap, takes_every_default_key_of_the_table)
{
	enum command c;

	for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
		const char *s = command_entry(c)->keys;
		struct buf out = {0};
		size_t words = 0, shown = 1, i;

		for (i = 0; s[i]; i++)
			words += s[i] != ' ' && (!i || s[i - 1] == ' ');
		keymap_keys(&map, c, &out);
		for (i = 0; i < out.n; i++)
			shown += out.at[i] == ' ';
		cr_assert(eq(sz, words, shown), "%s", command_entry(c)->name);
		buf_clear(&out);
	}
}

Test(keymap, has_no_two_commands_on_one_key)
{
	size_t i, j;

	for (i = 0; i < map.n; i++) {
		for (j = 0; j < i; j++) {
			struct keymap_binding *a = &map.at[i], *b = &map.at[j];

			cr_assert(a->key != b->key || a->then != b->then,
			          "%s and %s", command_entry(a->command)->name,
			          command_entry(b->command)->name);
		}
	}
}

Test(keymap, gives_the_commands_of_the_contract)
{
	cr_assert(eq(int, command_of(' '), COMMAND_NEXT_PAGE));
	cr_assert(eq(int, command_of(INPUT_CTRL('F')), COMMAND_NEXT_PAGE));
	cr_assert(eq(int, command_of(INPUT_PAGE_UP), COMMAND_PREV_PAGE));
	cr_assert(eq(int, command_of(INPUT_ALT | INPUT_LEFT), COMMAND_BACK));
	cr_assert(eq(int, command_of(INPUT_F1), COMMAND_HELP));
	cr_assert(eq(int, command_of('e'), COMMAND_NONE));
}

Test(keymap, waits_for_the_rest_of_a_sequence)
{
	bool prefix;

	cr_assert(eq(int, keymap_command(&map, 'Z', 0, false, &prefix),
	             COMMAND_NONE));
	cr_assert(prefix);
	cr_assert(eq(int, keymap_command(&map, 'Z', 'Z', false, &prefix),
	             COMMAND_QUIT));
	cr_assert(not(prefix));
	cr_assert(eq(int, keymap_command(&map, 'Z', 'x', false, &prefix),
	             COMMAND_NONE));
	cr_assert(not(prefix));
}

Test(keymap, has_keys_that_hold_on_a_selection_only)
{
	bool prefix;

	cr_assert(eq(int, keymap_command(&map, 'y', 0, false, &prefix),
	             COMMAND_NONE));
	cr_assert(eq(int, keymap_command(&map, 'y', 0, true, &prefix),
	             COMMAND_COPY));
	cr_assert(eq(int, keymap_command(&map, ' ', 0, true, &prefix),
	             COMMAND_NEXT_PAGE));
}

Test(keymap, lets_a_selection_s_command_share_a_key)
{
	bool prefix, conflict;

	cr_assert(bind("j", "copy", &conflict));
	cr_assert(eq(int, keymap_command(&map, 'j', 0, true, &prefix),
	             COMMAND_COPY));
	cr_assert(eq(int, keymap_command(&map, 'j', 0, false, &prefix),
	             COMMAND_LINE_DOWN));
}

Test(keymap, replaces_a_default_binding)
{
	bool conflict;

	cr_assert(bind("j", "next-page", &conflict));
	cr_assert(eq(int, command_of('j'), COMMAND_NEXT_PAGE));
	cr_assert(eq(int, command_of(INPUT_DOWN), COMMAND_LINE_DOWN));
}

Test(keymap, refuses_to_bind_one_key_twice)
{
	bool conflict;

	cr_assert(bind("e", "next-page", &conflict));
	cr_assert(not(bind("e", "prev-page", &conflict)));
	cr_assert(conflict);
	cr_assert(eq(str, problem.what, (char *)"'e' is bound to next-page "
	             "already"));
	cr_assert(eq(int, command_of('e'), COMMAND_NEXT_PAGE));
	cr_assert(bind("e", "next-page", &conflict), "the same again");
}

Test(keymap, refuses_a_key_that_begins_a_bound_sequence)
{
	bool conflict;

	cr_assert(bind("ee", "next-page", &conflict));
	cr_assert(not(bind("e", "prev-page", &conflict)));
	cr_assert(conflict);
}

Test(keymap, lets_a_given_key_end_a_default_sequence)
{
	bool conflict, prefix;

	cr_assert(bind("Z", "help", &conflict));
	cr_assert(eq(int, keymap_command(&map, 'Z', 0, false, &prefix),
	             COMMAND_HELP));
	cr_assert(not(prefix));
	cr_assert(bind("gg", "start", &conflict));
	cr_assert(eq(int, keymap_command(&map, 'g', 0, false, &prefix),
	             COMMAND_NONE));
	cr_assert(prefix);
}

Test(keymap, takes_a_key_away)
{
	bool conflict;

	cr_assert(bind("^Z", "", &conflict));
	cr_assert(eq(int, command_of(INPUT_CTRL('Z')), COMMAND_NONE));
}

Test(keymap, keeps_escape_and_counts_free)
{
	bool conflict;

	cr_assert(not(bind("Esc", "quit", &conflict)));
	cr_assert(not(conflict));
	cr_assert(not(bind("3", "quit", &conflict)));
	cr_assert(bind("6", "kind-1", &conflict));
}

Test(keymap, refuses_what_is_no_key)
{
	static const char *const bad[] = {"", "abc", "PgDown!", "M-abc",
	                                  "a b", "\033", "\377", "PgDnx"};
	size_t i;
	bool conflict;

	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		cr_assert(not(bind(bad[i], "help", &conflict)), "%s", bad[i]);
		cr_assert(ne(ptr, problem.what, NULL));
	}
}

Test(keymap, reads_the_keys_that_it_writes)
{
	static const uint32_t keys[] = {
		'a', 'Z', '^', '-', 0xe9, ' ', 1, 26, 29, INPUT_TAB,
		INPUT_ENTER, INPUT_ESCAPE, INPUT_BACKSPACE, INPUT_UP,
		INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, INPUT_PAGE_UP,
		INPUT_PAGE_DOWN, INPUT_HOME, INPUT_END, INPUT_DELETE,
		INPUT_BACKTAB, INPUT_F1,
	};
	size_t i;

	for (i = 0; i < 2 * sizeof keys / sizeof *keys; i++) {
		uint32_t key = keys[i / 2], back = 0;
		struct buf out = {0};

		if (i % 2)
			key |= INPUT_ALT;
		keymap_name(key, &out);
		cr_assert(keymap_key(buf_text(&out), &back), "%s",
		          buf_text(&out));
		cr_assert(eq(u32, back, key));
		buf_clear(&out);
	}
}

Test(keymap, shows_keys_as_people_read_them)
{
	struct buf out = {0};

	keymap_keys(&map, COMMAND_NEXT_PAGE, &out);
	cr_assert(eq(str, out.at, (char *)"Space f ^F PgDn → l"));
	buf_reset(&out);
	keymap_keys(&map, COMMAND_BACK, &out);
	cr_assert(eq(str, out.at, (char *)"^O Alt-← ("));
	buf_reset(&out);
	keymap_keys(&map, COMMAND_QUIT, &out);
	cr_assert(eq(str, out.at, (char *)"q ZZ"));
	buf_clear(&out);
}
