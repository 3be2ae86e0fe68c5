/* What the finders of a text's structure share while they work on it. */
#ifndef LECTERN_TEXT_STRUCTURE_SURVEY_H
#define LECTERN_TEXT_STRUCTURE_SURVEY_H

#include "text/outline.h"
#include "text/structure/lines.h"

/* A run of lines without a blank one among them. */
struct group {
	uint32_t first, n; /* lines */
	uint16_t gap;      /* blank lines before it */
	bool page;         /* a page break stands before it */
};

struct survey {
	const struct text *t;
	struct lines lines;
	struct {
		struct group *at;
		size_t n, cap;
	} groups;
};

void survey_text(const struct text *t, struct survey *s);
void survey_clear(struct survey *s);

/* The N groups from FIRST on get ROLE on all their lines. */
void survey_assign(struct survey *s, size_t first, size_t n,
                   enum line_role role);

/* Line I's bytes. */
static inline const char *
line_text(const struct survey *s, size_t i)
{
	return s->t->at + s->lines.at[i].at;
}

static inline text_pos
line_end(const struct line *l)
{
	return l->at + l->n;
}

#endif
