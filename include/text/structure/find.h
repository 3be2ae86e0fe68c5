/* The finders of a text's structure, in the order in which they run. */
#ifndef LECTERN_TEXT_STRUCTURE_FIND_H
#define LECTERN_TEXT_STRUCTURE_FIND_H

#include "text/structure/candidates.h"
#include "text/structure/survey.h"

/* Page furniture: what an archive, a browser or a printer put around the
 * text, and running heads. */
void find_furniture(struct survey *s, struct outline *o);
/* Numbers of printed pages; those on a line of their own are furniture. */
void find_printed(struct survey *s, struct outline *o);
/* Footnotes and the marks that refer to them. */
void find_notes(struct survey *s, struct outline *o);
/* Sections; what the reader OVERRIDES is obeyed. */
void find_headings(struct survey *s, struct outline *o,
                   const struct override *overrides, size_t n);
/* Title, author, source and front matter; takes what belongs to them from
 * the candidates. Called by find_headings. */
void find_front(struct survey *s, struct candidates *all, struct outline *o);
/* Whether WORDS look like a person's name. */
bool front_is_name(const struct survey *s, struct span words);
/* The same of a text in which markup makes the headings. */
void find_front_of_markdown(struct survey *s, struct candidates *all,
                            struct outline *o);
/* The levels of the candidates that are headings (level > 0). */
void find_levels(const struct survey *s, struct candidates *all);
/* Blocks, by the roles that the lines were given. */
void make_blocks(struct survey *s, struct outline *o);
/* The signs in the blocks. Linear but for a sort of them. */
void find_signs(struct survey *s, struct outline *o);

#endif
