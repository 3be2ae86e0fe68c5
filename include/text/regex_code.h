/* What a regular expression is made into. */
#ifndef LECTERN_TEXT_REGEX_CODE_H
#define LECTERN_TEXT_REGEX_CODE_H

#include "base/error.h"
#include "base/ucs.h"

enum code_op {
	CODE_CHAR,    /* the code point C */
	CODE_ANY,
	CODE_SET,     /* one of the set X */
	CODE_SPLIT,   /* goes on at X and at Y */
	CODE_JUMP,    /* goes on at X */
	CODE_BEGIN,   /* the following hold between two code points */
	CODE_END,
	CODE_EDGE,    /* of a word */
	CODE_NO_EDGE,
	CODE_MATCH
};

struct code {
	enum code_op op;
	ucs c;
	size_t x, y;
};

/* Kinds of characters that a set may hold, as bits. */
enum {
	CLASS_ALPHA = 1,
	CLASS_DIGIT = 2,
	CLASS_SPACE = 4,
	CLASS_UPPER = 8,
	CLASS_LOWER = 16,
	CLASS_PUNCT = 32,
	CLASS_LINE = 64, /* the underscore, which \w has */
	CLASS_ALNUM = CLASS_ALPHA | CLASS_DIGIT,
	CLASS_WORD = CLASS_ALNUM | CLASS_LINE
};

struct code_range {
	ucs first, last;
};

/* Ranges and classes; a character of one of the OTHERS' classes is not of it:
 * [\D] is what is no digit. NEGATED turns all of it round. */
struct code_set {
	struct {
		struct code_range *at;
		size_t n, cap;
	} ranges;
	unsigned classes, others;
	bool negated;
};

struct code_list {
	struct code *at;
	size_t n, cap;
	struct {
		struct code_set *at;
		size_t n, cap;
	} sets;
};

enum { CODE_MOST = 512 }; /* instructions */

/* Makes OUT (all zero at first) of the pattern, literals folded as HOW says;
 * false with *E. code_clear in any case. */
bool code_make(const char *pattern, unsigned how, struct code_list *out,
               struct error *e);
void code_clear(struct code_list *l);

bool code_set_has(const struct code_set *s, ucs c);
/* Whether C is of one of the CLASSES. */
bool code_is_of(ucs c, unsigned classes);

#endif
