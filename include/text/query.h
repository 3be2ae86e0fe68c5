/* What is searched for, as a person types it. */
#ifndef LECTERN_TEXT_QUERY_H
#define LECTERN_TEXT_QUERY_H

#include "base/error.h"
#include "text/outline.h"
#include "text/text.h"

struct query;

/*
 * Of TYPED: words, folded, where a capital makes case count; behind a `"` the
 * words exactly, with case and accents (a `"` at the end is left out); behind
 * `re:` a regular expression (regex.h). NULL when there is nothing to search
 * for, and when the expression makes no sense: then *E says why.
 */
struct query *query_new(const char *typed, struct error *e);
void query_free(struct query *q);

/* What is to be typed to find WORDS as they are. The caller frees it. */
char *query_of_words(const char *words);

/*
 * The first place that begins in WHERE, and the last one; it may end behind
 * WHERE. Linear in WHERE. An expression is matched within the blocks of O.
 * What is found is never empty.
 */
bool query_next(struct query *q, const struct text *t,
                const struct outline *o, struct span where,
                struct span *out);
bool query_prev(struct query *q, const struct text *t,
                const struct outline *o, struct span where,
                struct span *out);

/* Whether it is found in the string WORDS. */
bool query_is_in(struct query *q, const char *words);

/* [byte] of a text that are searched in about a microsecond. */
size_t query_pace(const struct query *q);

#endif
