/* What speaks for and against each candidate. */
#ifndef LECTERN_TEXT_STRUCTURE_EVIDENCE_H
#define LECTERN_TEXT_STRUCTURE_EVIDENCE_H

#include "text/structure/candidates.h"
#include "text/structure/tally.h"

/* Finds tables of contents and gives their lines the role; the hashes of
 * what they announce go into ANNOUNCED. */
void find_contents(struct survey *s, const struct candidates *all,
                   struct tally *announced);

/* Marks the candidates whose numbers count on from one another. */
void mark_sequences(const struct survey *s, struct candidates *all);

/* What a candidate's own looks and neighbours are worth; see docs/structure
 * for the weights and why. Classes come in candidates_judge. */
void weigh(struct survey *s, struct candidates *all);

/* Three numbered lines or more with nothing between them are a list: they
 * head nothing. */
void weigh_rows(struct candidates *all);

/* Gives a number alone, as "IV" or "CHAPTER IV.", the name in the next group
 * where most of its style have one there; where few have, that is text. */
void join_names(const struct survey *s, struct candidates *all);

/* Marks headings that are above, or below, others of their looks. */
void mark_ranks(const struct survey *s, struct candidates *all);

/* Whether no text stands between heading A and heading B, the next behind. */
bool heading_is_below(const struct survey *s, const struct candidate *a,
                      const struct candidate *b);

/* Gives each candidate its style, and corrects its score by what the others
 * of its style have. */
void weigh_styles(const struct survey *s, struct candidates *all);

/* In a text with numbers such as 3.1 before its headings, those that are names
 * of boxes are none any more. Linear. */
void drop_asides(const struct survey *s, struct candidates *all);

enum { SCORE_HEADING = 4 }; /* a candidate needs as much to be a heading */

#endif
