/* Settings: what the configuration file says. */
#ifndef LECTERN_READER_SETTINGS_H
#define LECTERN_READER_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "marks/marks.h"
#include "reader/keymap.h"
#include "reader/theme.h"

enum { SETTINGS_WIDTH = 66, SETTINGS_WIDTH_MIN = 10, SETTINGS_WIDTH_MAX = 999 };
enum { SETTINGS_PROBLEMS_MAX = 100 };
enum { SETTINGS_KIND_MAX = 24 }; /* [col] a kind's name */

struct settings {
	unsigned width; /* [col] the measure */
	const struct theme *theme;
	bool color, mouse, pane, facing;
	char *kind[MARK_KINDS]; /* owned; the names of the kinds */
	struct keymap keys;
};

/* CONFLICT tells that a key is bound twice: one is reason not to start. */
struct settings_problems {
	struct error *at;
	size_t n, cap;
	bool conflict;
};

void settings_init(struct settings *s);
void settings_clear(struct settings *s);

/*
 * Reads N bytes of a settings file: `name = value` lines, `bind KEY = command`,
 * `kind 2 = thesis`, `#` comments. A bad line is added to PROBLEMS, with FILE
 * and its number, and the rest is used; past SETTINGS_PROBLEMS_MAX they are not
 * listed any more.
 */
void settings_read(struct settings *s, const char *file, const char *bytes,
                   size_t n, struct settings_problems *problems);

void settings_problems_clear(struct settings_problems *problems);

/* Whether there is a setting of that name; "kind" is one. */
bool settings_knows(const char *name);

/* Sets one by name ("width", "kind 2"), as `:set NAME=VALUE` does; false with
 * *E. */
bool settings_set(struct settings *s, const char *name, const char *value,
                  struct error *e);

#endif
