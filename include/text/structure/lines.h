/* The physical lines of a text, with what a glance at each one tells. */
#ifndef LECTERN_TEXT_STRUCTURE_LINES_H
#define LECTERN_TEXT_STRUCTURE_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ucs.h"
#include "text/text.h"

enum line_flag {
	LINE_PAGE = 1 << 0,        /* a page break stands before it */
	LINE_UPPER = 1 << 1,       /* letters, none of them lower case */
	LINE_TITLED = 1 << 2,      /* its long words begin in upper case */
	LINE_UPPER_START = 1 << 3, /* its first letter is upper case */
	LINE_LOWER_START = 1 << 4,
	LINE_DIGIT_START = 1 << 5,
	LINE_RULE = 1 << 6,    /* only dashes, asterisks, underscores, ... */
	LINE_LEADER = 1 << 7,  /* dots or wide space, then a page number */
	LINE_GAPS = 1 << 8,    /* wide spaces inside, as in a table's row */
	LINE_LETTERS = 1 << 9, /* holds a letter */
	LINE_UNSPACED = 1 << 10, /* holds Han, Kana or their kin */
	LINE_TAB = 1 << 11,      /* set in by a tab */
	LINE_LONG = 1 << 12, /* too long for its words to have been looked at */
	LINE_FIGURES = 1 << 13, /* holds one of 0 to 9 */
};

/* What a line turned out to be. */
enum line_role {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_FRONT,
	ROLE_HEADING,
	ROLE_NOTE,
	ROLE_CONTENTS, /* a row of a table of contents */
	ROLE_FURNITURE,
	ROLE_RULE,
	ROLE_PRE,
};

/* A line without the white space around it. N = 0 is a blank line. */
struct line {
	text_pos at;
	uint32_t n;      /* [byte] */
	uint32_t last;   /* its last code point */
	uint32_t first;  /* its first code point */
	uint16_t indent; /* [col] */
	uint16_t width;  /* [col] without the indent */
	uint16_t flags;
	uint8_t words; /* at most 255 */
	uint8_t role;
};

struct lines {
	struct line *at;
	size_t n, cap;
};

/* [byte] Of a longer line only its length is taken: it is no heading, and
 * what matters of a paragraph is that it is one. */
enum { LINE_LOOKED_AT = 320 };

/* The lines of T in *OUT (all zero at first). Linear; 32 bytes a line. */
void lines_scan(const struct text *t, struct lines *out);

/*
 * Reads the line that begins with S, which is no blank, READABLE bytes before
 * the text's end: *L but for place and indent, and its bytes up to the line's
 * end in *END. False where it is for others to tell, as it always is without
 * the instructions for it: of controls, of characters that line_stand_in has
 * nothing for, of long lines, of signs alone.
 */
bool lines_glance(const char *s, size_t readable, struct line *l, size_t *end);

/* A character of ASCII that tells of a line what C, which is none, tells of it
 * in one column; 0 where there is none. */
char line_stand_in(ucs c);

/* How many bytes of the first *SEEN of the N at S, most of them or none, end a
 * line. */
size_t lines_ends(const char *s, size_t n, size_t *seen);

static inline bool
line_is(const struct line *l, unsigned flags)
{
	return (l->flags & flags) != 0;
}

#endif
