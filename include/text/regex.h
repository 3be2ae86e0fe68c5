/* Regular expressions, matched in time that is linear in the text. */
#ifndef LECTERN_TEXT_REGEX_H
#define LECTERN_TEXT_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/ucs.h"

/*
 * POSIX extended expressions over code points: . [ ] ( ) | * + ? {m,n} ^ $,
 * classes as [[:alpha:]] and \w \d \s \W \D \S, word edges \b \B; a backslash
 * takes other signs as they stand. No references back: they are what cannot be
 * matched in linear time. Letters are folded as the text is (fold.h); case
 * counts where the expression holds a capital.
 */
struct regex;

enum { REGEX_LONGEST = 2000 }; /* code points of a match at most */

/* NULL with *E when the pattern makes no sense or is too large. */
struct regex *regex_new(const char *pattern, struct error *e);
void regex_free(struct regex *x);

/* How the text is to be folded. */
unsigned regex_how(const struct regex *x);
/* Its states: what one code point of the text costs at most. */
size_t regex_size(const struct regex *x);

/*
 * The leftmost match of the N code points at C that begins at FROM or behind,
 * before LIMIT, and of those that begin there the longest: [*START, *END),
 * never empty. ^ and $ are the ends of C. O(regex_size times what is read).
 */
bool regex_match(struct regex *x, const uint32_t *c, size_t n, size_t from,
                 size_t limit, size_t *start, size_t *end);

#endif
