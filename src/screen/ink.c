/* Styles to what this terminal makes of them. */
#include "screen/ink.h"

#include "screen/terminal.h"

/* What a style is in this terminal's colours. */
struct shade {
	int16_t fg, bg;
	bool bold;
};

enum { PALETTE = 256 }; /* the themes' colours are numbers of it */

/* As the description's no_color_video counts them. */
enum { NCV_UNDERLINE = 2, NCV_REVERSE = 4, NCV_DIM = 16, NCV_BOLD = 32,
       NCV_ITALIC = 32768 };

static int colors; /* 0: none */
static uint8_t shown, shown_colored; /* attributes that the terminal has */
static struct shade shades[STYLE_COUNT];

/* What was asked last, which is asked again and again. */
static struct {
	bool known;
	uint8_t style, attributes;
	struct ink ink;
} last;

/* Of eight colours the bright ones are the others in bold. */
static int16_t
to_eight(int16_t color, bool *bold)
{
	if (color < 8 || colors > 8)
		return color;
	*bold = true;
	return (int16_t)(color & 7);
}

static void
set_shade(unsigned style, const struct theme_ink *ink)
{
	struct shade *s = &shades[style];
	bool ignored;

	*s = (struct shade){ .fg = ink->fg, .bg = ink->bg };
	if (colors != PALETTE) {
		s->fg = to_eight(ink->low_fg, &s->bold);
		s->bg = to_eight(ink->low_bg, &ignored);
	}
}

void
ink_set_theme(const struct theme *theme)
{
	unsigned i;

	last.known = false;
	for (i = 0; i < STYLE_COUNT; i++) {
		shades[i] = (struct shade){ .fg = -1, .bg = -1 };
		if (colors)
			set_shade(i, &theme->ink[i]);
	}
}

/* Attributes that leave a cookie of their own on the screen are no good for
 * a page that is set to the column, nor those that cannot be taken off. */
static void
learn_attributes(void)
{
	int ncv = terminal_number("ncv");

	shown = shown_colored = 0;
	if (terminal_number("xmc") >= 0 || !*terminal_string("sgr0"))
		return;
	shown = FRAME_BOLD | FRAME_UNDERLINE | FRAME_REVERSE;
	if (*terminal_string("dim"))
		shown |= FRAME_DIM;
	if (*terminal_string("sitm"))
		shown |= FRAME_ITALIC;
	shown_colored = shown;
	if (ncv < 0)
		return;
	if (ncv & NCV_UNDERLINE)
		shown_colored &= (uint8_t)~FRAME_UNDERLINE;
	if (ncv & NCV_REVERSE)
		shown_colored &= (uint8_t)~FRAME_REVERSE;
	if (ncv & NCV_DIM)
		shown_colored &= (uint8_t)~FRAME_DIM;
	if (ncv & NCV_BOLD)
		shown_colored &= (uint8_t)~FRAME_BOLD;
	if (ncv & NCV_ITALIC)
		shown_colored &= (uint8_t)~FRAME_ITALIC;
}

/* A terminal that cannot go back to its own colours is left without. */
void
ink_begin(const struct theme *theme, bool color)
{
	colors = color ? terminal_number("colors") : 0;
	if (colors < 8 || !*terminal_string("setaf") ||
	    !*terminal_string("setab") || !*terminal_string("op"))
		colors = 0;
	learn_attributes();
	ink_set_theme(theme);
}

/* Attributes hold beside the colours: the themes reckon with it. */
static struct ink
make_ink(uint8_t style, uint8_t attributes)
{
	struct ink ink = { attributes, -1, -1 };
	bool colored;

	if (style < STYLE_COUNT) {
		ink.fg = shades[style].fg;
		ink.bg = shades[style].bg;
		if (shades[style].bold)
			ink.attributes |= FRAME_BOLD;
	}
	if ((ink.attributes & FRAME_ITALIC) && !(shown & FRAME_ITALIC))
		ink.attributes |= FRAME_UNDERLINE;
	colored = ink.fg >= 0 || ink.bg >= 0;
	ink.attributes &= colored ? shown_colored : shown;
	return ink;
}

struct ink
ink_of(uint8_t style, uint8_t attributes)
{
	if (!last.known || last.style != style ||
	    last.attributes != attributes) {
		last.known = true;
		last.style = style;
		last.attributes = attributes;
		last.ink = make_ink(style, attributes);
	}
	return last.ink;
}

bool
ink_is_plain(struct ink ink)
{
	return !ink.attributes && ink.fg < 0 && ink.bg < 0;
}

bool
ink_has_colors(void)
{
	return colors > 0;
}
