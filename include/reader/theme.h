/* Themes: a colour for each style. */
#ifndef LECTERN_READER_THEME_H
#define LECTERN_READER_THEME_H

#include <stdint.h>

#include "reader/frame.h"

/* Colours of the 256-colour palette; -1 is the terminal's own. LOW ones are
 * for terminals of 8 or 16 colours. */
struct theme_ink {
	int16_t fg, bg;
	int16_t low_fg, low_bg;
};

struct theme {
	const char *name;
	const char *help; /* one line */
	struct theme_ink ink[STYLE_COUNT];
};

/* "terminal" (the terminal's own colours, the default), "dark", "paper"
 * (light); NULL when there is none of that name. */
const struct theme *theme_named(const char *name);
/* By number, NULL past the last. */
const struct theme *theme_at(unsigned i);

#endif
