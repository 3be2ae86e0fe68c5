/* Finding the signs of a text: what of its bytes is markup and no words. */
#ifndef LECTERN_TEXT_STRUCTURE_SIGNS_H
#define LECTERN_TEXT_STRUCTURE_SIGNS_H

#include "text/structure/survey.h"
#include "text/structure/tally.h"

/* What is known while the signs of a text are looked for. */
struct inline_scan {
	const struct survey *s;
	const struct outline *o;
	struct sign_list *out;
	size_t ref, note;    /* the next ones */
	/* of '_' and of '*', how often they came in pairs and alone */
	size_t pairs[2], loose[2];
	struct tally names; /* of links that the text has an address for */
};

/* The key in scan->names of the N bytes of a name at S; never 0. Case and how
 * many blanks stand in it make no difference. */
uint64_t signs_name(const char *s, size_t n);

/* The signs of emphasis in block B and, in Markdown, those of code and links;
 * blocks are to come in order. Linear. */
void inline_signs(struct inline_scan *scan, const struct block *b);

/* In Markdown: the signs that the N lines from FIRST on, all of block B, begin
 * or end with: '#', '>', fences, underlines. */
void line_signs(const struct survey *s, const struct block *b, size_t first,
                size_t n, struct sign_list *out);

/* The hyphens of O's blocks that only a line end called for. Linear; needs
 * memory for at most HYPHENS_MOST of them, the rest stay hyphens. */
enum { HYPHENS_MOST = 1 << 17 };
void hyphen_signs(const struct survey *s, const struct outline *o,
                  struct sign_list *out);

/* Printed pages' numbers are faint; those that turned out to be references to
 * notes are taken out of the list. */
void printed_signs(struct outline *o, struct sign_list *out);

/* Adds a sign at which the looks BEGINS begin and ENDS end; what follows from
 * them, its look, is found when all are there. */
void sign_add(struct sign_list *out, text_pos at, text_pos end,
              enum sign_kind kind, unsigned begins, unsigned ends);

#endif
