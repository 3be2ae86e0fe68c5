/* Places as people write them: 12, 40%, §2.1¶7, note:4, p.123, /words/. */
#ifndef LECTERN_READER_PLACE_H
#define LECTERN_READER_PLACE_H

#include <stdbool.h>

#include "base/error.h"
#include "layout/layout.h"

/*
 * The place that S names: `12` page, `40%`, `§3` the third section (`§2.1` the
 * first below the second), `§2.1¶7` its seventh paragraph, `¶120` the text's,
 * `note:4`, `p.123` the page that the text itself calls so, `/words/` the first
 * place that has them, folded. False with *E when S is no such thing or the
 * text has no such place.
 */
bool place_parse(struct layout *l, const char *s, text_pos *out,
                 struct error *e);

#endif
