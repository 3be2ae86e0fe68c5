/* Filtering rows as one types: what the pane and the list of marks share. */
#ifndef LECTERN_READER_FILTER_H
#define LECTERN_READER_FILTER_H

#include <stdbool.h>
#include <stddef.h>

/* Whether each word of QUERY (by blanks) stands in WORDS, case and accents
 * aside. The empty query lets everything through. */
bool filter_lets(const char *query, const char *words);

/* Moves *CURSOR in N rows as the key KEY says (arrows, j k, PgUp, PgDn, Home
 * g, End G) with ROWS of them shown; false when it is no such key. */
bool filter_move(size_t *cursor, size_t n, size_t rows, unsigned key);

#endif
