/* The marks of notes as they are written: [1], [^1], (1), ^1, raised, *. */
#ifndef LECTERN_TEXT_STRUCTURE_MARK_READ_H
#define LECTERN_TEXT_STRUCTURE_MARK_READ_H

#include "text/structure/marks.h"

/* Which of the signs that notes go by C is, counted from 1; 0 for none. */
unsigned mark_sign(ucs c);
/* The key of the signs that S begins with ("**"), *TAKEN their bytes; 0. */
uint32_t mark_sign_key(const char *s, size_t n, size_t *taken);
/* The key of the label between the bracket at S and CLOSE; *TAKEN counts both
 * brackets. 0 for none. */
uint32_t mark_bracketed(const char *s, size_t n, char close, size_t *taken);
/* The bytes of "Footnote ", "Note " and their kin at S, 0 for none. */
size_t mark_skip_word(const char *s, size_t n);
/* The value of a raised figure, -1 for none. */
int mark_raised_digit(ucs c);

/* Each reads one way of writing at S into style, key and length of *M, and
 * says whether it was there. */
bool mark_read_square(const char *s, size_t n, struct mark *m);
bool mark_read_caret(const char *s, size_t n, struct mark *m);
bool mark_read_raised(const char *s, size_t n, struct mark *m);
/* "<sup><a href=...>1</a></sup>", as Markdown keeps raised links. */
bool mark_read_html(const char *s, size_t n, struct mark *m);

#endif
