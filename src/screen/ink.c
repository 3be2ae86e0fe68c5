/* Styles to what curses calls attributes and colour pairs. */
#define NCURSES_WIDECHAR 1
#include "screen/ink.h"

#include <curses.h>
#include <term.h>

/* What a style is in this terminal's colours. */
struct shade {
	bool colored, bold;
};

static bool colors, own_colors, dims, slants;
static struct shade shades[STYLE_COUNT];

static bool
has_string(const char *name)
{
	const char *s = tigetstr(name);

	return s && s != (char *)-1 && *s;
}

/* Of eight colours the bright ones are the others in bold. */
static short
to_eight(int16_t color, bool *bold)
{
	if (color < 8 || COLORS > 8)
		return color;
	if (bold)
		*bold = true;
	return (short)(color & 7);
}

static void
set_shade(short style, const struct theme_ink *ink)
{
	struct shade *s = &shades[style];
	short fg = ink->fg, bg = ink->bg;

	s->bold = false;
	if (COLORS < 256) {
		fg = to_eight(ink->low_fg, &s->bold);
		bg = to_eight(ink->low_bg, NULL);
	}
	s->colored = fg >= 0 || bg >= 0;
	/* A terminal that cannot name its own colours has these. */
	if (!own_colors && fg < 0)
		fg = COLOR_WHITE;
	if (!own_colors && bg < 0)
		bg = COLOR_BLACK;
	if (s->colored)
		init_pair((short)(style + 1), fg, bg);
}

void
ink_set_theme(const struct theme *theme)
{
	short i;

	for (i = 0; colors && i < STYLE_COUNT; i++)
		set_shade(i, &theme->ink[i]);
}

void
ink_begin(const struct theme *theme, bool color)
{
	dims = has_string("dim");
	slants = has_string("sitm");
	colors = color && has_colors() && start_color() != ERR &&
	         COLORS >= 8 && COLOR_PAIRS > STYLE_COUNT;
	own_colors = colors && use_default_colors() != ERR;
	ink_set_theme(theme);
}

/* Attributes hold beside the colours: the themes reckon with it. */
struct ink
ink_of(uint8_t style, uint8_t attributes)
{
	struct ink ink = { A_NORMAL, 0 };

	if (colors && style < STYLE_COUNT && shades[style].colored)
		ink.pair = (short)(style + 1);
	if ((attributes & FRAME_BOLD) || (ink.pair && shades[style].bold))
		ink.attributes |= A_BOLD;
	if ((attributes & FRAME_DIM) && dims)
		ink.attributes |= A_DIM;
	if (attributes & FRAME_ITALIC)
		ink.attributes |= slants ? A_ITALIC : A_UNDERLINE;
	if (attributes & FRAME_UNDERLINE)
		ink.attributes |= A_UNDERLINE;
	if (attributes & FRAME_REVERSE)
		ink.attributes |= A_REVERSE;
	return ink;
}
