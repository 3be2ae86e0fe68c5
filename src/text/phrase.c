/* A phrase and the search for it. */
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/fold_kind.h"
#include "text/fold_mark.h"

enum {
	PIECE = 16 * 1024,     /* [byte] folded at a time at most */
	BACKWARDS = 64 * 1024, /* [byte] searched at a time */
	PIECE_FIRST = 64,      /* [byte] where the sieve found something */
	START_SEARCHED = 1024, /* [byte] for a good place to begin at */
	KEPT = 4               /* code points that folding may look back on */
};

static void
find_borders(struct phrase *p)
{
	const uint32_t *c = p->words.c;
	size_t i, k = 0;

	p->border = mem_resize(NULL, p->words.n, sizeof *p->border);
	p->border[0] = 0;
	for (i = 1; i < p->words.n; i++) {
		while (k && c[i] != c[k])
			k = p->border[k - 1];
		k += c[i] == c[k];
		p->border[i] = k;
	}
}

bool
phrase_init(struct phrase *p, const char *words, unsigned how)
{
	memset(p, 0, sizeof *p);
	p->how = how;
	fold_bytes(words, strlen(words), how, &p->words);
	if (!p->words.n)
		return false;
	find_borders(p);
	sieve_init(&p->sieve, &p->words, how);
	return true;
}

void
phrase_clear(struct phrase *p)
{
	fold_clear(&p->words);
	free(p->border);
	p->border = NULL;
}

static bool
is_ascii_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* A character that folds to at least one code point of its own. */
static bool
is_whole(ucs c)
{
	return ucs_is_letter(c) && fold_kind(c) == FOLD_LETTER &&
	       !fold_may_combine(c);
}

/* Back from P over N whole characters (what is none stands between for
 * nothing), but not beyond LEAST. */
static text_pos
behind_whole(const struct text *t, text_pos p, size_t n, text_pos least)
{
	ucs c;

	while (n && p > least) {
		if (is_ascii_word(t->at[p - 1])) {
			p--;
			n--;
			continue;
		}
		p = ucs_before(t->at, p);
		ucs_decode(t->at + p, t->n - p, &c);
		n -= is_whole(c);
	}
	return p > least ? p : least;
}

/* Whether folding that begins at P gives what it gives from the text's start
 * on: a word goes on there, or begins behind a single blank and a letter. */
static bool
is_good_start(const struct text *t, text_pos p)
{
	text_pos before = ucs_before(t->at, p);
	ucs c;

	if (is_ascii_word(t->at[p]) && is_ascii_word(t->at[p - 1]))
		return true;
	ucs_decode(t->at + p, t->n - p, &c);
	if (!is_whole(c))
		return false;
	if (before && (t->at[before] == ' ' || t->at[before] == '\n'))
		before = ucs_before(t->at, before);
	ucs_decode(t->at + before, t->n - before, &c);
	return is_whole(c);
}

/* A good start at P or a little before; failing that what was reached. */
static text_pos
good_start(const struct text *t, text_pos p)
{
	text_pos least = p > START_SEARCHED ? p - START_SEARCHED : 0;

	while (p > least && (p == t->n || !is_good_start(t, p)))
		p = ucs_before(t->at, p);
	return p;
}

/* The earliest place where a match may begin that is not found yet. */
static text_pos
open_start(const struct scan *s)
{
	return s->begun ? s->piece.from[s->done - s->k] : s->where.start;
}

/* Begins to fold so that no match that begins at P or behind is missed. */
static void
restart(struct scan *s, text_pos p)
{
	text_pos at = good_start(s->text, p);

	s->piece.n = s->done = s->k = 0;
	s->chunk = s->phrase->sieve.key ? PIECE_FIRST : PIECE;
	folding_begin(&s->folding, s->text->at, at, s->text->n,
	              s->phrase->how);
	s->begun = folding_more(&s->folding, s->chunk, &s->piece);
	s->ended = !s->begun;
}

/* Folds on, keeping what a match may yet begin in; false at the end. */
static bool
next_piece(struct scan *s)
{
	size_t keep = s->phrase->words.n + KEPT, drop;

	if (s->piece.n > keep) {
		drop = s->piece.n - keep;
		memmove(s->piece.c, s->piece.c + drop,
		        keep * sizeof *s->piece.c);
		memmove(s->piece.from, s->piece.from + drop,
		        (keep + 1) * sizeof *s->piece.from);
		s->piece.n = keep;
		s->done -= drop;
	}
	s->chunk = s->chunk < PIECE ? 2 * s->chunk : PIECE;
	return folding_more(&s->folding, keep > s->chunk ? keep : s->chunk,
	                    &s->piece);
}

/* The next match within the piece. */
static bool
match_in_piece(struct scan *s, struct span *out)
{
	const uint32_t *phrase = s->phrase->words.c, *c = s->piece.c;
	const size_t *border = s->phrase->border;
	size_t i, k = s->k, n = s->phrase->words.n;

	for (i = s->done; i < s->piece.n; i++) {
		while (k && c[i] != phrase[k])
			k = border[k - 1];
		k += c[i] == phrase[k];
		if (k < n)
			continue;
		*out = fold_source(s->text, &s->piece, i + 1 - n, i + 1);
		s->k = border[n - 1];
		s->done = i + 1;
		return true;
	}
	s->k = k;
	s->done = i;
	return false;
}

/* The next match in what is folded from here up to where none can begin that
 * UNTIL is part of. */
static bool
match_up_to(struct scan *s, text_pos until, struct span *out)
{
	while (s->begun && !s->ended) {
		if (match_in_piece(s, out))
			return true;
		if (open_start(s) > until)
			return false;
		s->ended = !next_piece(s);
	}
	return false;
}

/*
 * Sets UNTIL to the next place that is worth a look, and begins to fold before
 * it unless that was reached already. A match that begins in WHERE and has its
 * key behind it is met by looking at the last place of all.
 */
static void
look_ahead(struct scan *s)
{
	const struct sieve *v = &s->phrase->sieve;
	text_pos open = open_start(s), last = s->where.end - 1, start = open;

	s->until = last;
	if (v->key) {
		s->until = sieve_next(v, s->text->at, s->text->n, open, last);
		start = behind_whole(s->text, s->until, v->index, open);
	}
	if (!s->begun || start > s->folding.at + 2 * START_SEARCHED)
		restart(s, start);
}

void
scan_begin(struct scan *s, const struct phrase *p, const struct text *t,
           struct span where)
{
	*s = (struct scan){.phrase = p, .text = t, .where = where};
	if (s->where.end > t->n)
		s->where.end = t->n;
}

bool
scan_next(struct scan *s, struct span *out)
{
	struct span found;

	while (!s->ended && open_start(s) < s->where.end) {
		if (!s->begun || open_start(s) > s->until)
			look_ahead(s);
		if (!match_up_to(s, s->until, &found) ||
		    found.start < s->where.start)
			continue;
		if (found.start >= s->where.end)
			break;
		*out = found;
		return true;
	}
	s->ended = true;
	return false;
}

void
scan_end(struct scan *s)
{
	fold_clear(&s->piece);
}

bool
phrase_next(const struct phrase *p, const struct text *t, struct span where,
            struct span *out)
{
	struct scan s;
	bool found;

	scan_begin(&s, p, t, where);
	found = scan_next(&s, out);
	scan_end(&s);
	return found;
}

bool
phrase_prev(const struct phrase *p, const struct text *t, struct span where,
            struct span *out)
{
	text_pos high = where.end < t->n ? where.end : t->n, low;
	bool found = false;

	for (; high > where.start && !found; high = low) {
		struct scan s;

		low = high - where.start > BACKWARDS ? high - BACKWARDS
		                                     : where.start;
		scan_begin(&s, p, t, (struct span){low, high});
		while (scan_next(&s, out))
			found = true;
		scan_end(&s);
	}
	return found;
}
