/* Boxes beside a numbered text, which are no divisions of it. */
/*
 * "CULTURE Richard Stallman", "BACK TO BASICS The process": what kind of box it
 * is stands in capitals before its name. A text whose divisions are numbered
 * has no use for a kind before those that are not. That a kind is one shows in
 * that it comes again; that it is no abbreviation ("HTTP Headers"), in that the
 * text has the word in small letters too.
 */
#include "text/structure/evidence.h"

enum {
	LEAST = 3,       /* boxes, some of one kind */
	MANY = 4,        /* so many may all be of different kinds */
	WORD_LEAST = 3,  /* [byte] of a kind's longest word */
};

#define SEED 0xCBF29CE484222325u
#define PRIME 0x100000001B3u

/* The kind of a box: hashes of its first word, in capitals, and of its longest,
 * in small letters; 0 for none. */
struct label {
	uint64_t first, longest;
};

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Bytes of the word in capitals at S, two at least; 0 where none stands there
 * or nothing behind it. */
static size_t
capital_word(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && is_capital(s[i]))
		i++;
	return i >= 2 && i + 1 < n && s[i] == ' ' ? i : 0;
}

/* Whether a small letter stands in the first word at S, or in the one behind an
 * "A". */
static bool
has_small(const char *s, size_t n)
{
	size_t i = n > 2 && is_capital(s[0]) && s[1] == ' ' ? 2 : 0;

	while (i < n && s[i] != ' ' && !is_small(s[i]))
		i++;
	return i < n && s[i] != ' ';
}

static uint64_t
hash(const char *s, size_t n, char bits)
{
	uint64_t h = SEED;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)(s[i] | bits)) * PRIME;
	return h | 1;
}

/* The kind that the N bytes at S begin with, before a word with small
 * letters. */
static struct label
label_of(const char *s, size_t n)
{
	size_t p = 0, longest = 0, at = 0, k;

	for (; (k = capital_word(s + p, n - p)) > 0; p += k + 1)
		if (k > longest) {
			longest = k;
			at = p;
		}
	if (longest < WORD_LEAST || !has_small(s + p, n - p))
		return (struct label){0, 0};
	return (struct label){hash(s, capital_word(s, n), 0),
	                      hash(s + at, longest, 32)};
}

static struct label
label_at(const struct survey *s, const struct candidate *c)
{
	if (c->number.kind != NUMBER_NONE || c->unit > 0 ||
	    c->markup != MARKUP_NONE || (c->flags & CAND_ANNOUNCED))
		return (struct label){0, 0};
	return label_of(s->t->at + c->at, c->end - c->at);
}

/* Counts words in small letters that are in WORDS. */
static void
count_small(const struct text *t, const struct tally *words)
{
	for (text_pos p = 0; p < t->n; p++) {
		uint64_t h = SEED;
		text_pos from = p;

		for (; p < t->n && is_small(t->at[p]); p++)
			h = (h ^ (unsigned char)t->at[p]) * PRIME;
		if (p - from >= WORD_LEAST)
			tally_count(words, h | 1);
	}
}

/* Whether most of the labels of the text are words of it. */
static bool
are_words(const struct survey *s, const struct candidates *all)
{
	struct tally words = {0};
	size_t n = 0, known = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct label label = label_at(s, &all->at[i]);

		if (label.first > 0)
			tally_at(&words, label.longest);
	}
	count_small(s->t, &words);
	for (size_t i = 0; i < all->n; i++) {
		struct label label = label_at(s, &all->at[i]);

		n += label.first > 0;
		known += tally_value(&words, label.longest) > 0;
	}
	tally_clear(&words);
	return known * 2 > n;
}

void
drop_asides(const struct survey *s, struct candidates *all)
{
	struct tally labels = {0};
	size_t numbered = 0, labelled = 0, again = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];
		struct label label = label_at(s, c);

		numbered += c->level > 0 && c->number.kind == NUMBER_DOTTED;
		if (label.first > 0 && tally_at(&labels, label.first)->value++)
			again++;
		labelled += label.first > 0;
	}
	if (numbered > 1 && labelled >= (again > 0 ? LEAST : MANY) &&
	    are_words(s, all))
		for (size_t i = 0; i < all->n; i++) {
			struct candidate *c = &all->at[i];
			struct label label = label_at(s, c);

			if (c->word == WORD_OTHER ||
			    tally_value(&labels, label.first) > 1)
				c->level = label.first > 0 ? 0 : c->level;
		}
	tally_clear(&labels);
}
