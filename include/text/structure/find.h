/* The finders of a text's structure, in the order in which they run. */
#ifndef LECTERN_TEXT_STRUCTURE_FIND_H
#define LECTERN_TEXT_STRUCTURE_FIND_H

#include "text/structure/survey.h"

/* Page furniture: what an archive or a browser put around the text. */
void find_furniture(struct survey *s);
/* Title, author, source and front matter. */
void find_front(struct survey *s, struct outline *o);
/* Sections; behind find_front. */
void find_headings(struct survey *s, struct outline *o);
/* Footnotes and the marks that refer to them. */
void find_notes(struct survey *s, struct outline *o);
/* Blocks, by the roles that the lines were given. */
void make_blocks(struct survey *s, struct outline *o);

#endif
