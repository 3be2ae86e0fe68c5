/* The three themes. */
/*
 * The view gives attributes as well, so that nothing is told by colour alone;
 * among them it reverses the current match, the selection, labels, the pane's
 * current row, the status line and alerts. Their inks are therefore written the
 * other way round: FG is what one sees as the ground.
 */
#include "reader/theme.h"

#include <string.h>

#define OWN {-1, -1, -1, -1}
/* The same pair on every terminal: of the 8 base colours. */
#define BASE(fg, bg) {fg, bg, fg, bg}

static const struct theme themes[] = {
	{
		"terminal", "the terminal's own colours",
		{
			[STYLE_TEXT] = OWN,
			[STYLE_TITLE] = OWN,
			[STYLE_HEADING] = OWN,
			[STYLE_FAINT] = OWN,
			[STYLE_REF] = OWN,
			/* Black on a base colour reads on dark and on light
			 * terminals alike; the colours alone would not. */
			[STYLE_MARK_1] = BASE(0, 3),
			[STYLE_MARK_2] = BASE(0, 2),
			[STYLE_MARK_3] = BASE(0, 6),
			[STYLE_MARK_4] = {15, 1, 7, 1},
			[STYLE_MARK_5] = BASE(0, 5),
			[STYLE_HIT] = OWN,
			[STYLE_HIT_CURRENT] = OWN,
			[STYLE_SELECTION] = OWN,
			[STYLE_LABEL] = OWN,
			[STYLE_PANE] = OWN,
			[STYLE_PANE_TITLE] = OWN,
			[STYLE_PANE_CURRENT] = OWN,
			[STYLE_STATUS] = OWN,
			[STYLE_ALERT] = OWN,
			[STYLE_PROMPT] = OWN,
		},
	},
	{
		"dark", "light words on a dark ground",
		{
			[STYLE_TEXT] = {252, 234, 7, 0},
			[STYLE_TITLE] = {230, 234, 7, 0},
			[STYLE_HEADING] = {222, 234, 3, 0},
			/* dimmed by attribute as well */
			[STYLE_FAINT] = {250, 234, 7, 0},
			[STYLE_REF] = {117, 234, 6, 0},
			[STYLE_MARK_1] = {230, 58, 0, 3},
			[STYLE_MARK_2] = {194, 22, 0, 2},
			[STYLE_MARK_3] = {195, 24, 0, 6},
			[STYLE_MARK_4] = {224, 88, 7, 1},
			[STYLE_MARK_5] = {225, 54, 0, 5},
			[STYLE_HIT] = {229, 240, 3, 0},
			[STYLE_HIT_CURRENT] = {229, 234, 3, 0},
			[STYLE_SELECTION] = {153, 234, 7, 0},
			[STYLE_LABEL] = {222, 234, 3, 0},
			[STYLE_PANE] = {248, 235, 7, 0},
			[STYLE_PANE_TITLE] = {222, 235, 3, 0},
			[STYLE_PANE_CURRENT] = {180, 234, 7, 0},
			[STYLE_STATUS] = {237, 251, 7, 0},
			[STYLE_ALERT] = {222, 234, 3, 0},
			[STYLE_PROMPT] = {255, 234, 7, 0},
		},
	},
	{
		"paper", "dark words on a light ground",
		{
			[STYLE_TEXT] = {235, 230, 0, 7},
			[STYLE_TITLE] = {232, 230, 0, 7},
			[STYLE_HEADING] = {88, 230, 1, 7},
			[STYLE_FAINT] = {238, 230, 0, 7},
			[STYLE_REF] = {25, 230, 4, 7},
			[STYLE_MARK_1] = {232, 222, 0, 3},
			[STYLE_MARK_2] = {232, 151, 0, 2},
			[STYLE_MARK_3] = {232, 153, 0, 6},
			[STYLE_MARK_4] = {232, 217, 7, 1},
			[STYLE_MARK_5] = {232, 183, 0, 5},
			[STYLE_HIT] = {88, 229, 1, 7},
			[STYLE_HIT_CURRENT] = {130, 231, 1, 7},
			[STYLE_SELECTION] = {24, 231, 0, 7},
			[STYLE_LABEL] = {88, 231, 1, 7},
			[STYLE_PANE] = {238, 255, 0, 7},
			[STYLE_PANE_TITLE] = {88, 255, 1, 7},
			[STYLE_PANE_CURRENT] = {240, 231, 0, 7},
			[STYLE_STATUS] = {187, 235, 0, 7},
			[STYLE_ALERT] = {88, 231, 1, 7},
			[STYLE_PROMPT] = {232, 230, 0, 7},
		},
	},
};

enum { THEMES = sizeof themes / sizeof *themes };

const struct theme *
theme_named(const char *name)
{
	unsigned i;

	for (i = 0; i < THEMES; i++)
		if (strcmp(themes[i].name, name) == 0)
			return &themes[i];
	return NULL;
}

const struct theme *
theme_at(unsigned i)
{
	return i < THEMES ? &themes[i] : NULL;
}
