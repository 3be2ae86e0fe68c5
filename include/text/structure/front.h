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

/* Whether LINE is "Words: value", as front matter is; whether it begins with a
 * name that fields have, with the wide colon of Chinese as well. */
bool front_is_field(const struct survey *s, size_t line);
bool front_is_named_field(const struct survey *s, size_t line);
/* Whether group G is fields; a value may go on below. */
bool front_is_matter(const struct survey *s, size_t g);
/* Whether the text is a list of records, as a log or a mailbox is: it begins
 * with fields, and others that begin like them come again. */
bool front_is_records(const struct survey *s);
/* Into *O the value of the first field in front of the text that says where it
 * was taken from; it may go on in the lines below. */
void front_find_source(const struct survey *s, struct outline *o);

/* What LINE says. */
enum piece_kind front_kind(const struct survey *s, size_t line);
/* Cuts the first LINES lines of group G into pieces; lines that look alike are
 * one. */
void front_cut(const struct survey *s, size_t g, size_t lines,
               struct pieces *out);

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
