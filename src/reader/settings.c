/* Reading the settings file, tolerantly, and :set. */
#include "reader/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "reader/frame.h"
#include "reader/nearest.h"

static const char *const names[] = {
	"width", "theme", "color", "mouse", "pane", "facing", "kind",
	"bind",
};

static const char *const kinds[MARK_KINDS] = {
	"mark", "thesis", "evidence", "objection", "question",
};

enum { NAMES = sizeof names / sizeof *names };

void
settings_init(struct settings *s)
{
	size_t i;

	memset(s, 0, sizeof *s);
	s->width = SETTINGS_WIDTH;
	s->theme = theme_at(0);
	s->color = true;
	s->pane = true;
	for (i = 0; i < MARK_KINDS; i++)
		s->kind[i] = mem_copy(kinds[i]);
	keymap_init(&s->keys);
}

void
settings_clear(struct settings *s)
{
	size_t i;

	for (i = 0; i < MARK_KINDS; i++)
		free(s->kind[i]);
	keymap_clear(&s->keys);
	memset(s, 0, sizeof *s);
}

void
settings_problems_clear(struct settings_problems *problems)
{
	size_t i;

	for (i = 0; i < problems->n; i++)
		error_clear(&problems->at[i]);
	vec_clear(problems);
	problems->conflict = false;
}

/* "there is no WHAT 'S'" and the nearest name, or where to find them all. */
static void
say_unknown(struct error *e, const char *what, const struct nearest *near,
            const char *all)
{
	if (near->best)
		error_set(e, NULL, 0, "there is no %s '%s'; did you mean %s?",
		          what, near->s, near->best);
	else
		error_set(e, NULL, 0, "there is no %s '%s'; %s", what,
		          near->s, all);
}

static bool
set_width(struct settings *s, const char *value, struct error *e)
{
	unsigned long width = 0;
	size_t i;

	for (i = 0; value[i] >= '0' && value[i] <= '9' && i < 5; i++)
		width = width * 10 + (unsigned long)(value[i] - '0');
	if (!i || value[i] || width < SETTINGS_WIDTH_MIN ||
	    width > SETTINGS_WIDTH_MAX) {
		error_set(e, NULL, 0,
		          "the width is a number of columns from %d to %d, "
		          "not '%s'", (int)SETTINGS_WIDTH_MIN,
		          (int)SETTINGS_WIDTH_MAX, value);
		return false;
	}
	s->width = (unsigned)width;
	return true;
}

static bool
set_theme(struct settings *s, const char *value, struct error *e)
{
	const struct theme *theme = theme_named(value);
	struct nearest near = {.s = value};
	struct buf all = {0};
	unsigned i;

	if (theme) {
		s->theme = theme;
		return true;
	}
	buf_str(&all, "themes:");
	for (i = 0; (theme = theme_at(i)); i++) {
		nearest_offer(&near, theme->name);
		buf_printf(&all, "%s %s", i ? "," : "", theme->name);
	}
	say_unknown(e, "theme", &near, buf_text(&all));
	buf_clear(&all);
	return false;
}

static bool
set_switch(bool *out, const char *name, const char *value, struct error *e)
{
	static const char *const words[][2] = {
		{"yes", "no"}, {"on", "off"}, {"true", "false"}, {"1", "0"},
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		if (strcmp(value, words[i][0]) == 0 ||
		    strcmp(value, words[i][1]) == 0) {
			*out = strcmp(value, words[i][0]) == 0;
			return true;
		}
	}
	error_set(e, NULL, 0, "%s is yes or no, not '%s'", name, value);
	return false;
}

static bool
has_control(const char *s)
{
	size_t i, n = strlen(s);
	ucs c;

	for (i = 0; i < n; ) {
		i += ucs_decode(s + i, n - i, &c);
		if (ucs_is_control(c) || c == UCS_REPLACEMENT)
			return true;
	}
	return false;
}

/* NUMBER is what follows "kind". */
static bool
set_kind(struct settings *s, const char *number, const char *value,
         struct error *e)
{
	size_t i, at;

	if (number[0] < '1' || number[0] > '0' + MARK_KINDS || number[1]) {
		error_set(e, NULL, 0, "kinds are numbered 1 to %d, as in "
		          "'kind 2 = thesis'", (int)MARK_KINDS);
		return false;
	}
	if (!value[0] || has_control(value) ||
	    frame_width(value, strlen(value)) > SETTINGS_KIND_MAX) {
		error_set(e, NULL, 0, "a kind's name is a word or two of at "
		          "most %d columns", (int)SETTINGS_KIND_MAX);
		return false;
	}
	at = (size_t)(number[0] - '1');
	for (i = 0; i < MARK_KINDS; i++) {
		if (i != at && strcmp(s->kind[i], value) == 0) {
			error_set(e, NULL, 0, "'%s' is kind %zu already; "
			          "name one of the two otherwise", value,
			          i + 1);
			return false;
		}
	}
	free(s->kind[at]);
	s->kind[at] = mem_copy(value);
	return true;
}

bool
settings_knows(const char *name)
{
	size_t i;

	for (i = 0; i < NAMES; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

bool
settings_set(struct settings *s, const char *name, const char *value,
             struct error *e)
{
	struct nearest near = {.s = name};
	size_t i;

	if (strcmp(name, "width") == 0)
		return set_width(s, value, e);
	if (strcmp(name, "theme") == 0)
		return set_theme(s, value, e);
	if (strcmp(name, "color") == 0 || strcmp(name, "colour") == 0)
		return set_switch(&s->color, name, value, e);
	if (strcmp(name, "mouse") == 0)
		return set_switch(&s->mouse, name, value, e);
	if (strcmp(name, "pane") == 0)
		return set_switch(&s->pane, name, value, e);
	if (strcmp(name, "facing") == 0)
		return set_switch(&s->facing, name, value, e);
	if (strncmp(name, "kind", 4) == 0 && (name[4] == ' ' || !name[4]))
		return set_kind(s, name + 4 + strspn(name + 4, " \t"), value,
		                e);
	for (i = 0; i < NAMES; i++)
		nearest_offer(&near, names[i]);
	say_unknown(e, "setting", &near,
	            "settings: width, theme, color, mouse, pane, facing, "
	            "kind N, bind KEY");
	return false;
}

static bool
set_binding(struct settings *s, const char *keys, const char *name,
            bool *conflict, struct error *e)
{
	enum command c = command_named(name);
	struct nearest near = {.s = name};

	if (c == COMMAND_NONE && strcmp(name, "nothing") != 0) {
		for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++)
			nearest_offer(&near, command_entry(c)->name);
		say_unknown(e, "command", &near,
		            "F1 shows what keys do, the manual names the "
		            "commands");
		return false;
	}
	return keymap_bind(&s->keys, keys, c, conflict, e);
}

/* S without blanks at its ends; S is cut in place. */
static char *
trimmed(char *s)
{
	size_t n;

	s += strspn(s, " \t");
	n = strlen(s);
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	s[n] = '\0';
	return s;
}

/* Cuts off a comment: a '#' with a blank before it and one, or nothing,
 * behind. */
static void
cut_comment(char *s)
{
	char *at = s;

	while ((at = strchr(at, '#'))) {
		if ((at == s || at[-1] == ' ' || at[-1] == '\t') &&
		    (!at[1] || at[1] == ' ' || at[1] == '\t')) {
			*at = '\0';
			return;
		}
		at++;
	}
}

/* Where the name ends: the first '=', which for `bind` is not one that is
 * itself the key. NULL where there is none. */
static char *
equals_sign(char *line, bool bind)
{
	if (bind) {
		line += 4;
		line += strspn(line, " \t");
		if (*line)
			line++;
	}
	return strchr(line, '=');
}

static bool
read_line(struct settings *s, char *line, bool *conflict, struct error *e)
{
	bool bind = strncmp(line, "bind", 4) == 0 &&
	            (line[4] == ' ' || line[4] == '\t');
	char *equals = equals_sign(line, bind), *value;

	if (!equals) {
		error_set(e, NULL, 0, "this is no setting; write it as "
		          "'width = 66' or 'bind ] = next-section'");
		return false;
	}
	*equals = '\0';
	value = equals + 1;
	cut_comment(value);
	value = trimmed(value);
	line = trimmed(line);
	return bind ? set_binding(s, trimmed(line + 4), value, conflict, e)
	            : settings_set(s, line, value, e);
}

/* Line NUMBER; its N bytes may be anything. */
static void
take_line(struct settings *s, const char *file, size_t number,
          const char *bytes, size_t n, struct settings_problems *problems)
{
	char *copy = mem_text(bytes, n), *line = trimmed(copy);
	struct error e = {0};
	bool good, conflict = false;

	if (memchr(bytes, '\0', n) || !ucs_is_utf8(bytes, n)) {
		error_set(&e, NULL, 0, "this line is no text; take it out");
		good = false;
	} else {
		s->keys.line = number;
		good = !*line || *line == '#' ||
		       read_line(s, line, &conflict, &e);
	}
	free(copy);
	if (good)
		return;
	problems->conflict = problems->conflict || conflict;
	if (problems->n < SETTINGS_PROBLEMS_MAX) {
		struct error placed = {0};

		error_set(&placed, file, number, "%s", e.what);
		vec_push(problems, placed);
	}
	error_clear(&e);
}

void
settings_read(struct settings *s, const char *file, const char *bytes,
              size_t n, struct settings_problems *problems)
{
	size_t at = 0, number = 0;

	if (n >= 3 && memcmp(bytes, "\357\273\277", 3) == 0)
		at = 3;
	while (at < n) {
		const char *end = memchr(bytes + at, '\n', n - at);
		size_t stop = end ? (size_t)(end - bytes) : n, length;

		length = stop - at;
		if (length && bytes[at + length - 1] == '\r')
			length--;
		take_line(s, file, ++number, bytes + at, length, problems);
		at = stop + 1;
	}
}
