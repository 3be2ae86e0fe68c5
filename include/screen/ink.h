/* Styles to what this terminal makes of them. */
#ifndef LECTERN_SCREEN_INK_H
#define LECTERN_SCREEN_INK_H

#include <stdbool.h>
#include <stdint.h>

#include "reader/theme.h"

/* After terminal_type; COLOR false: attributes only. */
void ink_begin(const struct theme *theme, bool color);
void ink_set_theme(const struct theme *theme);

/* FRAME_BOLD and the like, and colours of the terminal's palette; -1 is its
 * own. All zeros but for the colours is how a wiped cell looks. */
struct ink {
	uint8_t attributes;
	int16_t fg, bg;
};

struct ink ink_of(uint8_t style, uint8_t attributes);
bool ink_is_plain(struct ink ink);
bool ink_has_colors(void);

#endif
