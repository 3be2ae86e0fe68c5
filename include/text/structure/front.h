/* The title page, cut into pieces that each say one thing. */
#ifndef LECTERN_TEXT_STRUCTURE_FRONT_H
#define LECTERN_TEXT_STRUCTURE_FRONT_H

#include "text/structure/survey.h"

enum piece_kind {
	PIECE_PLAIN,
	PIECE_NAME,   /* looks like a person's */
	PIECE_BYLINE, /* "by Somebody", or "by" before a name */
	PIECE_ASIDE,  /* a date, something in brackets */
	PIECE_FIELD,  /* "Written: 1930" */
};

/* A line or several that say one thing. */
struct piece {
	uint32_t line, lines;
	uint8_t kind;
};

struct pieces {
	struct piece *at;
	size_t n, cap;
};

/* Whether LINE is "Words: value", as front matter is. */
bool front_is_field(const struct survey *s, size_t line);

/* The words of a line; those of the name in "By Somebody.", empty where LINE
 * is no byline, and of no length where the name stands below. */
struct span front_line(const struct survey *s, size_t line);
struct span front_byline(const struct survey *s, size_t line);

/* Whether the last word of LINE leads on to another: "of", "the". */
bool front_leads_on(const struct survey *s, size_t line);

/* Which of the pieces is the title; their number where none is. */
size_t front_title(const struct survey *s, const struct pieces *pieces);
/* Whether what would be the title can be one: else there is no title page. */
bool front_can_be(const struct survey *s, const struct pieces *pieces);

/* Title and author into *O, and the pieces' roles to their lines. */
void front_read(struct survey *s, const struct pieces *pieces,
                struct outline *o);

#endif
