/* Landmarks: words by which a place is known again in a text that changed. */
#include "text/landmark.h"

#include "base/vec.h"
#include "text/fingerprint.h"
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

static bool
find(const struct text *t, const char *words, text_pos guess, text_pos *out)
{
	struct span before, behind, found;
	bool is_before, is_behind;

	before = (struct span){0, guess};
	behind = (struct span){guess, t->n};
	is_before = search_prev(t, words, FOLD_CASE, before, &before);
	is_behind = search_next(t, words, FOLD_CASE, behind, &behind);
	if (!is_before && !is_behind)
		return false;
	found = is_behind && (!is_before || behind.start - guess <=
	                                    guess - before.start)
	        ? behind : before;
	*out = found.start;
	return true;
}

text_pos
landmark_find(const struct text *t, const char *words, text_pos guess)
{
	text_pos p = guess < t->n ? guess : t->n;

	find(t, words, p, &p);
	return p;
}

text_pos
landmark_return(const struct text *t, const struct outline *o,
                const char *words, const char *paragraphs, text_pos guess)
{
	text_pos p = guess < t->n ? guess : t->n;
	struct fingerprints then = {0};

	if (find(t, words, p, &p) || !paragraphs)
		return p;
	fingerprint_read(paragraphs, &then);
	if (fingerprint_is_another(t, o, &then))
		p = 0;
	vec_clear(&then);
	return p;
}
