/* Words of a text with those around them, on one line. */
#ifndef LECTERN_READER_CONTEXT_H
#define LECTERN_READER_CONTEXT_H

#include "base/buf.h"
#include "text/outline.h"
#include "text/text.h"

/* Appends the words of HIT, which become bytes FROM up to TO of OUT, and those
 * around them in its block, at most about MOST bytes at either side. */
void context_words(const struct text *t, const struct outline *o,
                   struct span hit, size_t most, struct buf *out,
                   size_t *from, size_t *to);

#endif
