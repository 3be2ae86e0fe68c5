/* Tags: the #words of a note. */
#ifndef LECTERN_READER_TAGS_H
#define LECTERN_READER_TAGS_H

#include "base/buf.h"

/*
 * Appends to OUT, separated by blanks, the tags of a mark whose note is now
 * NEW: those it had (TAGS) without those that only its old note (OLD) set,
 * then those of NEW, each once. Any may be NULL. A tag is what follows a '#'
 * that stands behind no letter or digit: letters, digits, '-' and '_', not
 * digits alone.
 */
void tags_merge(const char *tags, const char *old, const char *new,
                struct buf *out);

#endif
