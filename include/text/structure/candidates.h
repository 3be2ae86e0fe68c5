/* Candidates for headings: short pieces of text with what speaks for them. */
#ifndef LECTERN_TEXT_STRUCTURE_CANDIDATES_H
#define LECTERN_TEXT_STRUCTURE_CANDIDATES_H

#include "text/structure/number.h"
#include "text/structure/survey.h"
#include "text/structure/words.h"

enum candidate_flag {
	CAND_CENTRED = 1 << 0,
	CAND_OUTDENTED = 1 << 1, /* stands left of the body */
	CAND_INDENTED = 1 << 2,  /* stands right of it, not centred */
	CAND_UPPER = 1 << 3,
	CAND_TITLED = 1 << 4,
	CAND_GLUED = 1 << 5, /* no blank line between it and the body */
	CAND_BRACKETED = 1 << 6,
	CAND_DATED = 1 << 7,
	CAND_EMPHASISED = 1 << 8, /* _in signs of emphasis_ */
	CAND_REST = 1 << 9,       /* words follow its number */
	CAND_ANNOUNCED = 1 << 10, /* a table of contents has it */
	CAND_IN_SEQUENCE = 1 << 11,
	CAND_DOUBTFUL = 1 << 12, /* its number may be a word */
	CAND_TAKEN = 1 << 13,  /* part of the one before it */
	CAND_TITLE_PAGE = 1 << 14,
	CAND_WORD_INSIDE = 1 << 15, /* its standing name is not in front */
	CAND_REPEATED = 1 << 16,  /* as a speaker's name is */
	CAND_UPPERMOST = 1 << 17, /* holds others of its looks */
	CAND_OF_PART = 1 << 18,   /* a standing name that each part has */
	CAND_APART = 1 << 21, /* on the title page, but not below the title */
	CAND_BETWEEN = 1 << 20, /* alone between two unbroken paragraphs */
	CAND_HUNG = 1 << 22, /* left of the text right below it */
	CAND_UNIT_BEHIND = 1 << 19, /* "1. Akt": may be a name all the same */
};

enum markup {
	MARKUP_NONE,
	MARKUP_HASH = 1,       /* 1 to 6: as many '#' */
	MARKUP_UNDERLINE = 8,  /* and 9: '=', '-' below; 10: any other */
	MARKUP_SPACED = 16,
};

struct candidate {
	uint32_t line, group;
	uint32_t flags;
	uint8_t lines;  /* that it stands on; an underline not counted */
	uint8_t markup; /* enum markup */
	uint8_t unit;   /* rank of its "Chapter", "Act"; 0 for none */
	uint8_t word;   /* enum word_class of a standing name */
	uint32_t unit_word; /* which word that is */
	struct number number;
	text_pos at, end; /* its words, without signs of markup */
	uint64_t words;   /* a hash of all its letters and digits */
	uint64_t rest;    /* the same behind the number */
	uint32_t style;   /* which class it is of; below STYLES */
	int16_t score;
	uint8_t level; /* 0 while it is no heading */
};

struct candidates {
	struct candidate *at;
	size_t n, cap;
	size_t styles; /* how many there are, once they are known */
	/* What some have, as they were gathered and announced: what none has
	 * need not be looked for in all of them. */
	uint32_t flags;
	uint32_t kinds; /* of numbers, a bit for each */
	bool marked;    /* markup */
};

/* Whether line I is a row that underlines the one above. */
bool markup_is_underline(const struct survey *s, size_t i);
/* The markup of the first LINES lines of G that a row below them underlines,
 * and that of LINE with '#' in front; MARKUP_NONE for none. */
unsigned markup_underline(const struct survey *s, const struct group *g,
                          unsigned lines);
unsigned markup_hashes(const struct survey *s, size_t line);
/* Takes the signs of markup off both ends of C. */
void markup_take(const struct survey *s, struct candidate *c);

/* Gathers the candidates of S into *OUT (all zero), in order. Linear. */
void candidates_gather(const struct survey *s, struct candidates *out);

/* What a heading says. */
struct heading_words {
	struct number number;
	uint32_t unit; /* which word its "Chapter", "Act" is; 0 for none */
	uint64_t name; /* a hash of the words behind both; 0 for none */
	bool doubtful; /* the number may be a word: "I Arrive" */
	bool standing; /* a name that divisions go by: "Preface" */
};

/* Reads a heading's words, the N bytes at S. */
void heading_read(const char *s, size_t n, struct heading_words *out);

/* Reads number, unit and standing name of C, whose AT, END and LINE are set;
 * the bytes of number and unit. */
size_t candidate_read_name(const struct survey *s, struct candidate *c);
/* Takes the hashes of its words; NUMBER as above. */
void candidate_hash(const struct survey *s, struct candidate *c,
                    size_t number);
/* Both. */
void candidate_read(const struct survey *s, struct candidate *c);
/* Only the number and the unit, and whether there is more. */
void candidate_read_number(const struct survey *s, struct candidate *c);

/* Whether it says a date: a month or figures, and a year. */
bool candidate_is_dated(const struct survey *s, const struct candidate *c);

/* Whether any of ALL may be numbered as 3.1 is. */
static inline bool
candidates_are_dotted(const struct candidates *all)
{
	/* "1.2 Act" is read anew */
	return (all->kinds >> NUMBER_DOTTED & 1) != 0 ||
	       (all->flags & CAND_UNIT_BEHIND) != 0;
}

/* Whether nothing of it has letters, so that a name should follow. */
static inline bool
candidate_is_bare(const struct candidate *c)
{
	return c->number.kind != NUMBER_NONE && (c->flags & CAND_REST) == 0;
}

/* Whether it has a name that divisions go by without a number. */
static inline bool
candidate_is_standing(const struct candidate *c)
{
	return c->word != WORD_OTHER && c->word != WORD_END &&
	       c->word != WORD_CAPTION;
}

#endif
