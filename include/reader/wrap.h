/* A string into lines of a width: for the pane, the help, the prompt. */
#ifndef LECTERN_READER_WRAP_H
#define LECTERN_READER_WRAP_H

#include <stddef.h>

/* [byte] What a line shows; the blanks at the break are left out. */
struct wrap_line {
	size_t start, end;
};

struct wrap {
	struct wrap_line *at;
	size_t n, cap;
};

/*
 * Wraps the N bytes at S to COLS columns (0 counts as 1) into *OUT, replacing
 * what it held: behind any blank, by UAX #14 (which alone would not break
 * before " :set"), at line feeds, and inside a word that is wider.
 * A line feed at the end has an empty line behind it; an empty string has
 * none. Linear.
 */
void wrap_text(const char *s, size_t n, unsigned cols, struct wrap *out);

/* The line that byte AT is on, also as one of the blanks behind it; 0 where
 * there are none. */
size_t wrap_line_at(const struct wrap *w, size_t at);

#endif
