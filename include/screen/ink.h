/* Styles to what curses calls attributes and colour pairs. */
#ifndef LECTERN_SCREEN_INK_H
#define LECTERN_SCREEN_INK_H

#include <stdbool.h>
#include <stdint.h>

#include "reader/theme.h"

/* After curses has begun; COLOR false: attributes only. */
void ink_begin(const struct theme *theme, bool color);
void ink_set_theme(const struct theme *theme);

/* An attr_t and a colour pair, as setcchar takes them. */
struct ink {
	unsigned long attributes;
	short pair;
};

struct ink ink_of(uint8_t style, uint8_t attributes);

#endif
