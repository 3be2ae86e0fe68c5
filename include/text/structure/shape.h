/* What the lines of a group are by their shape: prose, verse, items, table. */
#ifndef LECTERN_TEXT_STRUCTURE_SHAPE_H
#define LECTERN_TEXT_STRUCTURE_SHAPE_H

#include "text/structure/survey.h"

/* How many of the N lines from FIRST on, all of one group and of the body,
 * make one block; its kind in *KIND. At least 1. Linear in what it takes. */
size_t shape_block(const struct survey *s, size_t first, size_t n,
                   enum block_kind *kind);

/* How many of the N lines of front matter from FIRST on make one block: one
 * field that was wrapped, or up to the next such; its kind in *KIND. */
size_t shape_front(const struct survey *s, size_t first, size_t n,
                   enum block_kind *kind);

/* Whether the first of the N lines from FIRST on is a term: it ends well before
 * the measure does, and all below it, two lines or more, is set in from it.
 * Linear. */
bool shape_is_term(const struct survey *s, size_t first, size_t n);

/* Whether the N lines from FIRST on, rules among them, are a table with rules
 * or a drawing. Linear. */
bool shape_is_ruled(const struct survey *s, size_t first, size_t n);

/* The bytes of the mark that line I, from its byte FROM on, begins an item
 * with; 0 for none. */
size_t shape_bullet(const struct survey *s, size_t i, size_t from);

/* Whether line I is a fence of Markdown's code. */
bool shape_is_fence(const struct survey *s, size_t i);

/* Code between fences of Markdown gets ROLE_PRE, so that nothing in it is
 * taken for a heading. */
void shape_fences(struct survey *s);

#endif
