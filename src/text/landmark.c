/* Landmarks: words by which a place is known again in a text that changed. */
#include "text/landmark.h"

#include "text/outline.h"
#include "text/search.h"

/* [byte] Enough to be rare in a book, and mostly within a paragraph: who
 * edits the one behind does not move the place. */
enum { LANDMARK = 64 };

/* No character is cut, as its first half would be found nowhere. */
char *
landmark_at(const struct text *t, text_pos p)
{
	struct span at = {p, p};
	ucs c;

	while (at.end < t->n && at.end - p < LANDMARK)
		at.end += ucs_decode(t->at + at.end, t->n - at.end, &c);
	return outline_words(t, at);
}

text_pos
landmark_find(const struct text *t, const char *words, text_pos guess)
{
	struct span before, behind, found;
	bool is_before, is_behind;

	if (guess > t->n)
		guess = t->n;
	before = (struct span){0, guess};
	behind = (struct span){guess, t->n};
	is_before = search_prev(t, words, FOLD_CASE, before, &before);
	is_behind = search_next(t, words, FOLD_CASE, behind, &behind);
	if (!is_before && !is_behind)
		return guess;
	found = is_behind && (!is_before || behind.start - guess <=
	                                    guess - before.start)
	        ? behind : before;
	return found.start;
}
