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

struct settings {
	unsigned width; /* [col] the measure */
	const struct theme *theme;
	bool color, mouse, pane;
	char *kind[MARK_KINDS]; /* owned; the names of the kinds */
	struct keymap keys;
};

struct settings_problems {
	struct error *at;
	size_t n, cap;
};

void settings_init(struct settings *s);
void settings_clear(struct settings *s);

/*
 * Reads N bytes of a settings file: `name = value` lines, `bind KEY = command`,
 * `kind 2 = thesis`, `#` comments. A bad line is added to PROBLEMS, with FILE
 * and its number, and the rest is used. A key bound twice is a conflict: see
 * settings_conflicts.
 */
void settings_read(struct settings *s, const char *file, const char *bytes,
                   size_t n, struct settings_problems *problems);

/* Sets one by name, as `:set NAME=VALUE` does; false with *E. */
bool settings_set(struct settings *s, const char *name, const char *value,
                  struct error *e);

#endif
