/* The settings file: what is used, and what is said of a bad line. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "reader/settings.h"

static struct settings set;
static struct settings_problems bad;
static char said[8192];

static void
set_up(void)
{
	settings_init(&set);
}

static void
tear_down(void)
{
	settings_clear(&set);
	settings_problems_clear(&bad);
}

TestSuite(settings, .init = set_up, .fini = tear_down);

/* Reads LINES and gives what was said of them, a line each. */
static char *
read_lines(const char *lines)
{
	struct buf out = {0};
	size_t i;

	settings_problems_clear(&bad);
	settings_read(&set, "config", lines, strlen(lines), &bad);
	for (i = 0; i < bad.n; i++) {
		char *line = error_line(&bad.at[i]);

		buf_printf(&out, "%s\n", line);
		free(line);
	}
	cr_assert(lt(sz, out.n, sizeof said));
	strcpy(said, buf_text(&out));
	buf_clear(&out);
	return said;
}

Test(settings, are_sensible_at_first)
{
	cr_assert(eq(uint, set.width, 66));
	cr_assert(eq(str, (char *)set.theme->name, (char *)"terminal"));
	cr_assert(set.color);
	cr_assert(set.pane);
	cr_assert(not(set.mouse));
	cr_assert(eq(str, set.kind[0], (char *)"mark"));
	cr_assert(eq(str, set.kind[4], (char *)"question"));
}

Test(settings, are_read_from_a_file)
{
	bool prefix;

	cr_assert(eq(str, read_lines("# mine\n"
	                             "width = 72\n"
	                             "  theme=paper   # by day\r\n"
	                             "\n"
	                             "color = no\n"
	                             "mouse = yes\n"
	                             "pane = off\n"
	                             "kind 2 = claim\n"
	                             "bind e = next-section"), (char *)""));
	cr_assert(eq(uint, set.width, 72));
	cr_assert(eq(str, (char *)set.theme->name, (char *)"paper"));
	cr_assert(not(set.color));
	cr_assert(set.mouse);
	cr_assert(not(set.pane));
	cr_assert(eq(str, set.kind[1], (char *)"claim"));
	cr_assert(eq(int, keymap_command(&set.keys, 'e', 0, false, &prefix),
	             COMMAND_NEXT_SECTION));
}

Test(settings, bind_signs_that_the_file_itself_uses)
{
	bool prefix;

	cr_assert(eq(str, read_lines("bind = = theme\n"
	                             "bind # = help # as a comment\n"
	                             "bind ] = prev-section # = not this\n"
	                             "bind w=wider\n"), (char *)""));
	cr_assert(eq(int, keymap_command(&set.keys, '=', 0, false, &prefix),
	             COMMAND_THEME));
	cr_assert(eq(int, keymap_command(&set.keys, '#', 0, false, &prefix),
	             COMMAND_HELP));
	cr_assert(eq(int, keymap_command(&set.keys, ']', 0, false, &prefix),
	             COMMAND_PREV_SECTION));
	cr_assert(eq(int, keymap_command(&set.keys, 'w', 0, false, &prefix),
	             COMMAND_WIDER));
}

Test(settings, name_a_bad_line_and_use_the_rest)
{
	cr_assert(eq(str, read_lines("width = wide\n"
	                             "nonsense\n"
	                             "\n"
	                             "theme = papr\n"
	                             "widht = 70\n"
	                             "xyzzy = 70\n"
	                             "mouse = maybe\n"
	                             "bind j = next-pgae\n"
	                             "kind 6 = joke\n"
	                             "pane = no\n"),
	    (char *)
	    "config:1: the width is a number of columns from 10 to 999, not "
	    "'wide'\n"
	    "config:2: this is no setting; write it as 'width = 66' or "
	    "'bind ] = next-section'\n"
	    "config:4: there is no theme 'papr'; did you mean paper?\n"
	    "config:5: there is no setting 'widht'; did you mean width?\n"
	    "config:6: there is no setting 'xyzzy'; settings: width, theme, "
	    "color, mouse, pane, facing, kind N, bind KEY\n"
	    "config:7: mouse is yes or no, not 'maybe'\n"
	    "config:8: there is no command 'next-pgae'; did you mean "
	    "next-page?\n"
	    "config:9: kinds are numbered 1 to 5, as in 'kind 2 = thesis'\n"));
	cr_assert(not(bad.conflict));
	cr_assert(not(set.pane));
	cr_assert(eq(uint, set.width, 66));
}

Test(settings, tell_a_conflict_of_keys)
{
	cr_assert(eq(str, read_lines("bind e = next-page\n"
	                             "bind j = help\n"
	                             "bind e = help\n"),
	    (char *)"config:3: 'e' is bound to next-page already on line "
	    "1\n"));
	cr_assert(bad.conflict);
}

Test(settings, take_a_key_away)
{
	bool prefix;

	cr_assert(eq(str, read_lines("bind ^Z = nothing"), (char *)""));
	cr_assert(eq(int, keymap_command(&set.keys, 26, 0, false, &prefix),
	             COMMAND_NONE));
}

Test(settings, keep_the_kinds_apart)
{
	read_lines("kind 1 = thesis\n");
	cr_assert(eq(str, said, (char *)"config:1: 'thesis' is kind 2 already; "
	             "name one of the two otherwise\n"));
	read_lines("kind 1 = \nkind 1 = a name that is far too long for it\n");
	cr_assert(eq(sz, bad.n, 2));
	cr_assert(eq(str, set.kind[0], (char *)"mark"));
}

Test(settings, survive_what_is_no_text)
{
	static const char bytes[] = "width = 7\0002\nmouse = \377\n\n=\nbind\n"
	                            "bind =\nbind x\nkind = \nwidth = 70";

	settings_read(&set, "config", bytes, sizeof bytes - 1, &bad);
	cr_assert(eq(sz, bad.n, 7));
	cr_assert(eq(uint, set.width, 70));
}

Test(settings, read_a_file_with_a_byte_order_mark)
{
	cr_assert(eq(str, read_lines("\357\273\277width = 40\n"), (char *)""));
	cr_assert(eq(uint, set.width, 40));
}

Test(settings, list_no_end_of_problems)
{
	struct buf lines = {0};
	int i;

	for (i = 0; i < 5000; i++)
		buf_str(&lines, "x\n");
	settings_read(&set, "config", lines.at, lines.n, &bad);
	cr_assert(eq(sz, bad.n, SETTINGS_PROBLEMS_MAX));
	buf_clear(&lines);
}

Test(settings, are_set_one_by_one)
{
	struct error e = {0};

	cr_assert(settings_set(&set, "width", "72", &e));
	cr_assert(settings_set(&set, "kind 3", "proof", &e));
	cr_assert(eq(uint, set.width, 72));
	cr_assert(eq(str, set.kind[2], (char *)"proof"));
	cr_assert(not(settings_set(&set, "width", "5", &e)));
	cr_assert(not(settings_set(&set, "", "5", &e)));
	error_clear(&e);
}

Test(theme, has_three_by_name_and_number)
{
	cr_assert(eq(ptr, (void *)theme_at(0),
	             (void *)theme_named("terminal")));
	cr_assert(eq(ptr, (void *)theme_at(1), (void *)theme_named("dark")));
	cr_assert(eq(ptr, (void *)theme_at(2), (void *)theme_named("paper")));
	cr_assert(eq(ptr, (void *)theme_at(3), NULL));
	cr_assert(eq(ptr, (void *)theme_named("Paper"), NULL));
}

Test(theme, shows_no_words_in_the_colour_of_their_ground)
{
	const struct theme *t;
	unsigned i, style;

	for (i = 0; (t = theme_at(i)); i++) {
		for (style = 0; style < STYLE_COUNT; style++) {
			const struct theme_ink *ink = &t->ink[style];

			cr_assert(ink->fg == -1 || ink->fg != ink->bg);
			cr_assert(ink->low_fg == -1 ||
			          ink->low_fg != ink->low_bg);
			cr_assert(ink->low_fg < 8 && ink->low_bg < 8);
		}
	}
}
