/* The letters of ASCII, and names without regard to their case. */
#ifndef LECTERN_BASE_ASCII_H
#define LECTERN_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* BOTH(upper, lower) for each letter: the rows of a table by bytes. */
#define ASCII_LETTERS(both) \
	both('A', 'a'), both('B', 'b'), both('C', 'c'), both('D', 'd'), \
	both('E', 'e'), both('F', 'f'), both('G', 'g'), both('H', 'h'), \
	both('I', 'i'), both('J', 'j'), both('K', 'k'), both('L', 'l'), \
	both('M', 'm'), both('N', 'n'), both('O', 'o'), both('P', 'p'), \
	both('Q', 'q'), both('R', 'r'), both('S', 's'), both('T', 't'), \
	both('U', 'u'), both('V', 'v'), both('W', 'w'), both('X', 'x'), \
	both('Y', 'y'), both('Z', 'z')

/* The C library's strcasecmp asks the locale; a key's or an encoding's name
 * is the same in all of them. Bytes beyond ASCII are compared as they are. */
bool ascii_same(const char *a, const char *b);

/* Whether the N bytes at S begin with the string WORDS. */
bool ascii_begins(const char *s, size_t n, const char *words);

#endif
