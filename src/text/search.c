/* Finding a phrase in a text, folded: Knuth, Morris and Pratt's search over
 * pieces of the text as they are folded. */
#include "text/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	PIECE = 16 * 1024,       /* [byte] folded at a time */
	BACKWARDS = 4 * PIECE,   /* [byte] searched at a time */
	BLANK_SEARCHED = 256,    /* [byte] for a good place to begin at */
	KEPT = 4                 /* code points that folding may look back on */
};

/*
 * A search under way. Of the folded PIECE, DONE code points were read; the
 * last K of them are the phrase's first K, and no longer start of the phrase
 * ends there. BORDER[i]: of the phrase's first i + 1 code points, how many of
 * the last are also the first, but not all of them.
 */
struct search {
	const struct text *text;
	struct fold phrase, piece;
	size_t *border;
	struct folding folding;
	unsigned how;
	size_t done, k;
};

static bool
holds_capital(const char *words)
{
	size_t n = strlen(words), i, length;
	ucs c;

	for (i = 0; i < n; i += length) {
		length = ucs_decode(words + i, n - i, &c);
		if (ucs_is_upper(c))
			return true;
	}
	return false;
}

static void
find_borders(struct search *s)
{
	const uint32_t *c = s->phrase.c;
	size_t i, k = 0;

	s->border = mem_resize(NULL, s->phrase.n, sizeof *s->border);
	s->border[0] = 0;
	for (i = 1; i < s->phrase.n; i++) {
		while (k && c[i] != c[k])
			k = s->border[k - 1];
		k += c[i] == c[k];
		s->border[i] = k;
	}
}

/* False when there is nothing to search for. */
static bool
search_open(struct search *s, const struct text *t, const char *words,
            unsigned how)
{
	*s = (struct search){.text = t, .how = how};
	if (how & SEARCH_SMART_CASE)
		s->how = (how & FOLD_ACCENTS) |
		         (holds_capital(words) ? 0 : FOLD_CASE);
	fold_bytes(words, strlen(words), s->how, &s->phrase);
	if (!s->phrase.n) {
		fold_clear(&s->phrase);
		return false;
	}
	find_borders(s);
	return true;
}

static void
search_close(struct search *s)
{
	fold_clear(&s->phrase);
	fold_clear(&s->piece);
	free(s->border);
}

static void
search_from(struct search *s, text_pos from)
{
	s->piece.n = s->done = s->k = 0;
	folding_begin(&s->folding, s->text->at, from, s->text->n, s->how);
}

/* Folds on, keeping what a match may yet begin in; false at the end. */
static bool
next_piece(struct search *s)
{
	size_t keep = s->phrase.n + KEPT, drop;

	if (s->piece.n > keep) {
		drop = s->piece.n - keep;
		memmove(s->piece.c, s->piece.c + drop,
		        keep * sizeof *s->piece.c);
		memmove(s->piece.from, s->piece.from + drop,
		        (keep + 1) * sizeof *s->piece.from);
		s->piece.n = keep;
		s->done -= drop;
	}
	return folding_more(&s->folding, keep > PIECE ? keep : PIECE,
	                    &s->piece);
}

/* The next match within the piece. */
static bool
match_in_piece(struct search *s, struct span *out)
{
	const uint32_t *phrase = s->phrase.c;
	size_t i, k = s->k, n = s->phrase.n;

	for (i = s->done; i < s->piece.n; i++) {
		uint32_t c = s->piece.c[i];

		while (k && c != phrase[k])
			k = s->border[k - 1];
		k += c == phrase[k];
		if (k < n)
			continue;
		*out = fold_source(s->text, &s->piece, i + 1 - n, i + 1);
		s->k = s->border[n - 1];
		s->done = i + 1;
		return true;
	}
	s->k = k;
	s->done = i;
	return false;
}

/* The next match that begins before LIMIT. */
static bool
match_before(struct search *s, text_pos limit, struct span *out)
{
	struct span found;

	while (!match_in_piece(s, &found))
		if ((s->piece.n && s->piece.from[s->done - s->k] >= limit) ||
		    !next_piece(s))
			return false;
	if (found.start >= limit)
		return false;
	*out = found;
	return true;
}

bool
search_next(const struct text *t, const char *words, unsigned how,
            text_pos from, struct span *out)
{
	struct search s;
	bool found;

	if (from >= t->n || !search_open(&s, t, words, how))
		return false;
	search_from(&s, from);
	found = match_before(&s, t->n, out);
	search_close(&s);
	return found;
}

/* A word's start at P or a little before, where folding can begin as well as
 * at the text's start; failing that a code point's start. */
static text_pos
good_start(const struct text *t, text_pos p)
{
	text_pos least = p > BLANK_SEARCHED ? p - BLANK_SEARCHED : 0, at = p;
	text_pos before, two_before;
	ucs c, blank, letter;

	for (; at > least; at = before) {
		before = ucs_before(t->at, at);
		two_before = before ? ucs_before(t->at, before) : 0;
		ucs_decode(t->at + at, t->n - at, &c);
		ucs_decode(t->at + before, at - before, &blank);
		ucs_decode(t->at + two_before, at - two_before, &letter);
		if (ucs_is_letter(c) && (blank == ' ' || blank == '\n') &&
		    ucs_is_letter(letter))
			return at;
	}
	return least ? text_place(t, text_offset(t, p)) : 0;
}

bool
search_prev(const struct text *t, const char *words, unsigned how,
            text_pos from, struct span *out)
{
	struct search s;
	text_pos high = from < t->n ? from : t->n, low;
	size_t step;
	bool found = false;

	if (!search_open(&s, t, words, how))
		return false;
	step = s.phrase.n > BACKWARDS ? s.phrase.n : BACKWARDS;
	for (; high > 0 && !found; high = low) {
		low = high > step ? good_start(t, high - step) : 0;
		search_from(&s, low);
		while (match_before(&s, high, out))
			found = true;
	}
	search_close(&s);
	return found;
}
