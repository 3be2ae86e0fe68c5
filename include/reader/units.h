/* Units that a reader marks by: sentences, paragraphs, words, lines. */
#ifndef LECTERN_READER_UNITS_H
#define LECTERN_READER_UNITS_H

#include "reader/state.h"

enum unit {
	UNIT_CHARACTER,
	UNIT_WORD,
	UNIT_SENTENCE,
	UNIT_PARAGRAPH,
	UNIT_LINE,
};

/* Whether B holds words of the text proper: no heading, title page, front
 * matter, furniture or rule. */
bool units_is_body(const struct block *b);

/* The first sentence that begins at or behind P. */
bool units_sentence_from(const struct reader *r, text_pos p,
                         struct span *out);

/* The sentence that holds P. */
bool units_sentence_at(const struct reader *r, text_pos p, struct span *out);

/* The unit edge before or behind P: with IS_END where a unit ends, else where
 * one begins. P itself where there is none. */
text_pos units_on(struct reader *r, enum unit u, text_pos p, bool is_end);
text_pos units_back(struct reader *r, enum unit u, text_pos p, bool is_end);

/* SPAN without white space at its edges; empty where it is nothing else. */
struct span units_trimmed(const struct text *t, struct span span);

#endif
