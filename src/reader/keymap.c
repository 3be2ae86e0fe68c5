/* Keys as written in the settings file, and the commands they give. */
#include "reader/keymap.h"

#include <string.h>

#include "base/ascii.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "reader/input.h"

enum { KEYMAP_MAX = 1000 }; /* bindings: more are a mistake */

static const struct {
	uint32_t key;
	const char *name, *shown;
} names[] = {
	{' ', "Space", "Space"},
	{INPUT_TAB, "Tab", "Tab"},
	{INPUT_ENTER, "Enter", "Enter"},
	{INPUT_ESCAPE, "Esc", "Esc"},
	{INPUT_BACKSPACE, "Backspace", "Backspace"},
	{INPUT_DELETE, "Delete", "Delete"},
	{INPUT_UP, "Up", "\342\206\221"},
	{INPUT_DOWN, "Down", "\342\206\223"},
	{INPUT_LEFT, "Left", "\342\206\220"},
	{INPUT_RIGHT, "Right", "\342\206\222"},
	{INPUT_PAGE_UP, "PgUp", "PgUp"},
	{INPUT_PAGE_DOWN, "PgDn", "PgDn"},
	{INPUT_HOME, "Home", "Home"},
	{INPUT_END, "End", "End"},
	{INPUT_BACKTAB, "S-Tab", "Shift-Tab"},
	{INPUT_F1, "F1", "F1"},
};

enum { NAMES = sizeof names / sizeof *names };

static bool
is_name(const char *s, const char *name)
{
	/* "up" is the sequence of u and p */
	return strlen(name) > 2 ? ascii_same(s, name)
	                        : strcmp(s, name) == 0;
}

/* One written character, a plain one or ^X: its length, 0 where S has none. */
static size_t
read_char(const char *s, uint32_t *key)
{
	ucs c;
	size_t n;

	if (s[0] == '^' && s[1] >= '@' && s[1] <= '_') {
		*key = INPUT_CTRL(s[1]);
		return 2;
	}
	if (s[0] == '^' && s[1] >= 'a' && s[1] <= 'z') {
		*key = INPUT_CTRL(s[1]);
		return 2;
	}
	if (!s[0])
		return 0;
	n = ucs_decode(s, strlen(s), &c);
	if (ucs_is_control(c) || ucs_is_space(c) || c == UCS_REPLACEMENT)
		return 0;
	*key = c;
	return n;
}

/* ^M is Enter, ^H Backspace: the terminal sends the same. */
static uint32_t
same_key(uint32_t key)
{
	if (key == 10)
		return INPUT_ENTER;
	return key == 8 ? INPUT_BACKSPACE : key;
}

bool
keymap_key(const char *s, uint32_t *key)
{
	uint32_t alt = 0, found = 0;
	size_t i, n;

	if (ascii_begins(s, 2, "M-") && s[2]) {
		alt = INPUT_ALT;
		s += 2;
	}
	for (i = 0; i < NAMES; i++) {
		if (is_name(s, names[i].name)) {
			*key = names[i].key | alt;
			return true;
		}
	}
	n = read_char(s, &found);
	if (!n || s[n])
		return false;
	*key = same_key(found) | alt;
	return true;
}

/* A key, or two characters: a sequence. */
static bool
read_keys(const char *s, uint32_t *key, uint32_t *then)
{
	size_t n, m;

	*then = 0;
	if (keymap_key(s, key))
		return true;
	n = read_char(s, key);
	m = n ? read_char(s + n, then) : 0;
	*key = same_key(*key);
	*then = same_key(*then);
	return m && !s[n + m];
}

static void
name_key(uint32_t key, bool shown, struct buf *out)
{
	size_t i;

	if (key & INPUT_ALT)
		buf_str(out, shown ? "Alt-" : "M-");
	key &= ~(uint32_t)INPUT_ALT;
	for (i = 0; i < NAMES; i++) {
		if (names[i].key == key) {
			buf_str(out, shown ? names[i].shown : names[i].name);
			return;
		}
	}
	if (key < ' ') {
		buf_char(out, '^');
		key |= '@';
	}
	buf_ucs(out, key);
}

void
keymap_name(uint32_t key, struct buf *out)
{
	name_key(key, false, out);
}

void
keymap_keys(const struct keymap *k, enum command c, struct buf *out)
{
	const char *gap = "";
	size_t i;

	for (i = 0; i < k->n; i++) {
		if (k->at[i].command != c || c == COMMAND_NONE)
			continue;
		buf_str(out, gap);
		name_key(k->at[i].key, true, out);
		if (k->at[i].then)
			name_key(k->at[i].then, true, out);
		gap = " ";
	}
}

static bool
on_selection(enum command c)
{
	return command_entry(c)->group == COMMAND_GROUP_SELECT;
}

static void
add_defaults(struct keymap *k, enum command c)
{
	const char *s = command_entry(c)->keys;
	char word[32];
	size_t n;

	for (; *s; s += n) {
		struct keymap_binding b = {.command = c};

		s += strspn(s, " ");
		n = strcspn(s, " ");
		if (!n || n >= sizeof word)
			continue;
		memcpy(word, s, n);
		word[n] = '\0';
		if (read_keys(word, &b.key, &b.then))
			vec_push(k, b);
	}
}

void
keymap_init(struct keymap *k)
{
	enum command c;

	memset(k, 0, sizeof *k);
	for (c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++)
		add_defaults(k, c);
}

void
keymap_clear(struct keymap *k)
{
	vec_clear(k);
}

/* Whether A and B cannot both be: the same keys, or one's are the beginning of
 * the other's, where both hold. */
static bool
collide(const struct keymap_binding *a, const struct keymap_binding *b)
{
	return a->key == b->key &&
	       (!a->then || !b->then || a->then == b->then) &&
	       (a->command == COMMAND_NONE || b->command == COMMAND_NONE ||
	        on_selection(a->command) == on_selection(b->command));
}

static bool
is_allowed(const struct keymap *k, const struct keymap_binding *b,
           const char *keys, struct error *e)
{
	if (k->n >= KEYMAP_MAX) {
		error_set(e, NULL, 0, "more than %d keys are bound",
		          (int)KEYMAP_MAX);
		return false;
	}
	if (b->key == INPUT_ESCAPE && b->command != COMMAND_CANCEL) {
		error_set(e, NULL, 0,
		          "Esc only ever cancels; bind another key");
		return false;
	}
	if (b->key >= '1' && b->key <= '9' && !on_selection(b->command)) {
		error_set(e, NULL, 0, "'%s' begins a count; bind another key",
		          keys);
		return false;
	}
	return true;
}

static void
tell_taken(const struct keymap_binding *old, const char *keys,
           struct error *e)
{
	struct buf where = {0};

	if (old->line)
		buf_printf(&where, " on line %zu", old->line);
	error_set(e, NULL, 0, "'%s' is bound to %s already%s", keys,
	          old->command ? command_entry(old->command)->name : "nothing",
	          buf_text(&where));
	buf_clear(&where);
}

static bool
is_free(const struct keymap *k, const struct keymap_binding *b,
        const char *keys, struct error *e)
{
	size_t i;

	for (i = 0; i < k->n; i++) {
		const struct keymap_binding *old = &k->at[i];

		if (!old->given || !collide(old, b) ||
		    (old->command == b->command && old->then == b->then))
			continue;
		tell_taken(old, keys, e);
		return false;
	}
	return true;
}

bool
keymap_bind(struct keymap *k, const char *keys, enum command c,
            bool *conflict, struct error *e)
{
	struct keymap_binding b = {.command = c, .given = true,
	                           .line = k->line};
	size_t i, kept = 0;

	*conflict = false;
	if (!read_keys(keys, &b.key, &b.then)) {
		error_set(e, NULL, 0,
		          "'%s' is no key; write one as x, ^X, M-x, Space, "
		          "PgDn or F1, or two characters as ZZ", keys);
		return false;
	}
	if (!is_allowed(k, &b, keys, e))
		return false;
	if (!is_free(k, &b, keys, e)) {
		*conflict = true;
		return false;
	}
	for (i = 0; i < k->n; i++)
		if (!collide(&k->at[i], &b))
			k->at[kept++] = k->at[i];
	k->n = kept;
	vec_push(k, b);
	return true;
}

enum command
keymap_command(const struct keymap *k, uint32_t key, uint32_t then,
               bool marked, bool *prefix)
{
	enum command found = COMMAND_NONE;
	size_t i;

	*prefix = false;
	for (i = 0; i < k->n; i++) {
		const struct keymap_binding *b = &k->at[i];

		if (b->key != key || (on_selection(b->command) && !marked))
			continue;
		if (!then && b->then)
			*prefix = true;
		if (b->then == then &&
		    (!found || (on_selection(b->command) && marked)))
			found = b->command;
	}
	if (found)
		*prefix = false;
	return found;
}
