/* What comes in: keys, sizes, time. */
#ifndef LECTERN_READER_INPUT_H
#define LECTERN_READER_INPUT_H

#include <stdint.h>

#include "marks/stamp.h"

/* A key is a code point (control keys as such: ^F is 6) or one of these;
 * INPUT_ALT may be added to either. */
enum {
	INPUT_UP = 0x110000,
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_HOME,
	INPUT_END,
	INPUT_DELETE,
	INPUT_BACKTAB,
	INPUT_F1,
	INPUT_ALT = 0x1000000,

	INPUT_TAB = 9,
	INPUT_ENTER = 13, /* LF too */
	INPUT_ESCAPE = 27,
	INPUT_BACKSPACE = 127, /* ^H too */
};

#define INPUT_CTRL(c) ((uint32_t)(c) & 0x1f)

enum event_kind {
	EVENT_KEY,
	EVENT_TEXT,   /* pasted: goes in as typed, never as commands */
	EVENT_RESIZE,
	EVENT_CLICK,  /* the first button of the mouse was pressed */
};

struct event {
	enum event_kind kind;
	uint32_t key;
	const char *pasted;       /* UTF-8; borrowed for the call */
	unsigned cols, rows;      /* EVENT_RESIZE */
	unsigned col, row;        /* EVENT_CLICK: of the screen, from 0 */
	struct stamp stamp;       /* always: when it came */
};

#endif
