/* Comparing names without regard to the case of ASCII letters. */
#ifndef LECTERN_BASE_ASCII_H
#define LECTERN_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* The C library's strcasecmp asks the locale; a key's or an encoding's name
 * is the same in all of them. Bytes beyond ASCII are compared as they are. */
bool ascii_same(const char *a, const char *b);

/* Whether the N bytes at S begin with the string WORDS. */
bool ascii_begins(const char *s, size_t n, const char *words);

#endif
