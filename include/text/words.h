/* Words in a text: where the next begins, and finding a phrase. */
#ifndef LECTERN_TEXT_WORDS_H
#define LECTERN_TEXT_WORDS_H

#include "text/text.h"

/* The start of the next word behind P, at most LIMIT. UAX #29 words that hold
 * a letter or digit. */
text_pos words_next(const struct text *t, text_pos p, text_pos limit);
/* The start of the word before P, at least LIMIT. */
text_pos words_prev(const struct text *t, text_pos p, text_pos limit);
/* The end of the word that P is in or, between words, the end of the next. */
text_pos words_end(const struct text *t, text_pos p, text_pos limit);

/* The next code-point cluster behind P, the one before it. */
text_pos words_cluster_next(const struct text *t, text_pos p, text_pos limit);
text_pos words_cluster_prev(const struct text *t, text_pos p, text_pos limit);

#endif
