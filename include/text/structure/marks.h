/* Marks that may refer to notes, and beginnings of what may be notes. */
#ifndef LECTERN_TEXT_STRUCTURE_MARKS_H
#define LECTERN_TEXT_STRUCTURE_MARKS_H

#include "text/structure/survey.h"

enum mark_style {
	MARK_SQUARE,    /* [1] [1*] [*] [A] */
	MARK_ROUND,     /* (1) (a) */
	MARK_BRACE,     /* {1} */
	MARK_CARET,     /* ^1 ^{1} */
	MARK_SUPER,     /* raised figures */
	MARK_SIGN,      /* * ** † ‡ */
	MARK_DIGITS,    /* word12 */
	MARK_MARKDOWN,  /* [^1] */
	MARK_FOOTNOTE,  /* [Footnote 1: ...] [Note 1] */
	MARK_POINT,     /* 1. 1) at a line's start; never a reference */
	MARK_BARE,      /* 1 at a line's start; never a reference */
	MARK_ALONE,     /* 1 on a line of its own; never a reference */
	MARK_STYLES
};

struct mark {
	text_pos at;
	uint32_t n;   /* [byte] */
	uint32_t key; /* of the label; equal labels have equal keys */
	uint32_t line; /* of a beginning of a note */
	uint8_t style;
	bool used;
	bool first; /* the first of its line, or of its group */
	bool tight; /* in round brackets, right behind a word or a sign */
};

struct marks {
	struct mark *at;
	size_t n, cap;
};

enum {
	KEY_LETTER = 1 << 16, /* + the letter */
	KEY_SIGN = 1 << 17,   /* + sign and how many of it */
	KEY_STARRED = 1 << 18, /* + the number of "1*" */
	KEY_NAME = 1u << 30,  /* + a hash */
	MARKS_MOST = 1 << 20,
};

/* Keys below it are numbers. */
static inline bool
key_is_number(uint32_t key)
{
	return key < KEY_LETTER;
}

/* The label's key at S, *TAKEN its bytes: figures, a letter, signs; 0. */
uint32_t note_key(const char *s, size_t n, size_t *taken);

/* All places in the body of S that may refer to notes, in order, MARKS_MOST
 * at most. Linear. */
void marks_scan(const struct survey *s, struct marks *out);

/* All line starts of S that may begin a note, in order. Linear. */
void definitions_scan(const struct survey *s, struct marks *out);

/* The mark that a line of N bytes at S may begin a note with: style, key and
 * length of *OUT; false for none. */
bool definition_read(const char *s, size_t n, struct mark *out);

#endif
