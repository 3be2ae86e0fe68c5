/* Texts in Markdown: how to know them, and their blocks. */
#ifndef LECTERN_TEXT_STRUCTURE_MARKDOWN_H
#define LECTERN_TEXT_STRUCTURE_MARKDOWN_H

#include "text/structure/survey.h"

/* Whether links or fenced code say that S is in Markdown, whose fences are
 * found. */
bool markdown_says_so(const struct survey *s);

/* Lines that define where links go, "[name]: address", are furniture. */
void markdown_links(struct survey *s);

/* The name in line I where that is such a definition; else END is 0. */
struct span markdown_name(const struct survey *s, size_t i);

/* Whether headings or the title do, once they are found. */
bool markdown_has_headings(const struct survey *s);

/* Like shape_block, for what is of another shape in Markdown than elsewhere; 0
 * for the rest. */
size_t markdown_block(const struct survey *s, size_t first, size_t n,
                      enum block_kind *kind);

/* Whether line I ends with the two blanks or the backslash that break a line
 * inside a paragraph. */
bool markdown_breaks(const struct survey *s, size_t i);

/* Levels of quotation that line I begins with, *TAKEN the bytes of their
 * signs. */
unsigned markdown_quotes(const struct survey *s, size_t i, size_t *taken);

#endif
