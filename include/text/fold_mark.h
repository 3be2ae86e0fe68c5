/* Letters and their marks folded to one composed form (UAX #15). */
#ifndef LECTERN_TEXT_FOLD_MARK_H
#define LECTERN_TEXT_FOLD_MARK_H

#include "text/fold.h"

/* Whether C and what may stand before it are one in some normal form. */
bool fold_may_combine(ucs c);

/* Puts C, which may combine with what was put last, in canonical order and
 * composed. OUT has room for one more. Of more than 15 marks on one letter the
 * rest are left as they come, so the cost is bounded. */
void fold_mark(struct fold *out, ucs c, text_pos from);

#endif
