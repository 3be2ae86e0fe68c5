/* The structure of a text: title, sections, footnotes, blocks. */
#ifndef LECTERN_TEXT_OUTLINE_H
#define LECTERN_TEXT_OUTLINE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text.h"

#define OUTLINE_NONE ((size_t)-1)

enum block_kind {
	BLOCK_PARAGRAPH, /* flows: line ends inside are blanks */
	BLOCK_TITLE,     /* the title page: line ends are kept */
	BLOCK_HEADING,   /* flows; never alone at the foot of a page */
	BLOCK_FRONT,     /* front matter (Written:, Source:): line ends kept */
	BLOCK_FIELD,     /* a piece of it that was wrapped; flows, hanging */
	BLOCK_VERSE,     /* line ends kept, long lines hang */
	BLOCK_PRE,       /* tables, code: line ends and inner blanks kept */
	BLOCK_QUOTE,     /* a quotation set in from the left; flows */
	BLOCK_ITEM,      /* an item of a list; flows, hanging */
	BLOCK_NOTE,      /* a footnote's definition; flows */
	BLOCK_FURNITURE, /* not the text: archive header, running head: dim */
	BLOCK_RULE,      /* a row of asterisks or dashes */
};

/*
 * A run of bytes that is set together. Blocks are in order and do not
 * overlap; between them stand only white space and line ends. No block is
 * longer than OUTLINE_BLOCK_MAX: a longer paragraph is several, all but the
 * first with CONTINUES, so that whatever works block by block is bounded.
 */
enum { OUTLINE_BLOCK_MAX = 64 * 1024 }; /* [byte] */

struct block {
	text_pos start, end; /* no line end or blank at either edge */
	uint16_t indent;     /* [col] the reader should set it in by */
	uint8_t kind;        /* enum block_kind */
	bool continues;      /* goes on from the block before: no gap */
	bool signs;          /* signs stand in it */
	bool tight;          /* no gap above it: as in a list, front matter */
};

/*
 * Bytes of a block that are markup and no words, or that something about the
 * look of the words changes at. LOOK is that of what follows, up to the next
 * sign; behind the last of a block it is 0, and a block begins with 0.
 */
enum sign_kind {
	SIGN_TURN,   /* N = 0: nothing but a change of look */
	SIGN_HIDDEN, /* markup: not shown, 0 columns wide */
	SIGN_HYPHEN, /* divides a word at a line's end: a soft hyphen */
};

enum sign_look {
	LOOK_EMPHASIS = 1,
	LOOK_STRONG = 2,
	LOOK_CODE = 4,
	LOOK_LINK = 8,
	LOOK_FAINT = 16, /* a printed page's number */
};

struct sign {
	text_pos at;
	uint32_t n; /* [byte] */
	uint8_t kind, look;
	uint8_t begins, ends; /* looks that begin and end at it */
};

/* A section begins at its heading and ends where the next begins. */
struct section {
	text_pos at;    /* the heading's first byte */
	text_pos end;   /* behind the heading's last byte */
	unsigned level; /* 1 is the outermost */
	char *title;    /* its lines joined by a space; UTF-8, no controls */
};

struct note {
	char *label; /* "1", "*", "a": without brackets */
	text_pos at, end; /* the definition, its mark included */
	text_pos body;    /* the definition without its mark */
};

/* A mark in the text that refers to a note. */
struct note_ref {
	text_pos at, end; /* "[1]", brackets included */
	size_t note;      /* index into outline->notes */
};

/* A page of the printed book, as the text says it: "[p. 123]". */
enum { PRINTED_LABEL = 12 };

struct printed {
	text_pos at, end; /* what says it */
	text_pos from;    /* where the page begins: at AT or, where that is at
	                   * its foot, behind the foot before */
	char label[PRINTED_LABEL]; /* "123", "xii" */
};

/*
 * All lists are in the order of their places. Strings are NULL when not
 * found; owned by the outline. While a long text is still being read the
 * outline is PARTIAL: it holds what begins before KNOWN and, behind that, what
 * begins in ISLAND (text/partial.h).
 */
struct outline {
	bool partial;
	text_pos known;
	struct span island; /* not before KNOWN; empty where there is none */
	char *title, *author, *source;
	struct {
		struct block *at;
		size_t n, cap;
	} blocks;
	struct {
		struct section *at;
		size_t n, cap;
	} sections;
	struct {
		struct note *at;
		size_t n, cap;
	} notes;
	struct {
		struct note_ref *at;
		size_t n, cap;
	} refs;
	struct sign_list {
		struct sign *at;
		size_t n, cap;
	} signs; /* they do not overlap */
	struct {
		struct printed *at;
		size_t n, cap;
	} printed;
};

/* What the reader decided: this line is a heading of LEVEL, or (0) none. */
struct override {
	text_pos at;
	unsigned level;
};

/* Finds the structure of T; N OVERRIDES are obeyed. Never fails: a text
 * without structure is a list of blocks. Linear. The caller frees it. */
struct outline *outline_find(const struct text *t,
                             const struct override *overrides, size_t n);
void outline_free(struct outline *o);

/* Each of these is a binary search; OUTLINE_NONE where there is none. */
/* The section that P is in: the last one that begins at or before P. */
size_t outline_section_at(const struct outline *o, text_pos p);
/* The block that holds P, else the first one behind it, else the last. */
size_t outline_block_at(const struct outline *o, text_pos p);
/* The first reference at or behind P. */
size_t outline_ref_from(const struct outline *o, text_pos p);
/* The note whose definition holds P. */
size_t outline_note_at(const struct outline *o, text_pos p);
/* The first sign that ends behind P or, where it is a turn, is not before P;
 * signs.n for none. */
size_t outline_sign_from(const struct outline *o, text_pos p);
/* The printed page that P is on: the last one that begins at or before P. */
size_t outline_printed_at(const struct outline *o, text_pos p);
/* Whether block B is counted as a paragraph of its own. */
bool outline_counts(const struct block *b);
/* The number of the paragraph (counted from 1, headings not counted) within
 * its section that P is in; 0 where P is in none. */
size_t outline_paragraph_at(const struct outline *o, text_pos p);

/* The bytes of a span as one line: white space runs and line ends to one
 * space, controls left out. The caller frees it. */
char *outline_words(const struct text *t, struct span span);

/* The same as they are shown: words that line ends divided are whole and,
 * unless MARKUP is wanted, signs of markup are left out. */
char *outline_shown(const struct outline *o, const struct text *t,
                    struct span span, bool markup);

#endif
