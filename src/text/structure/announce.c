/* Reads what a heading says: "Chapter IV. Words", "Erstes Kapitel". */
#include "text/structure/candidates.h"

static size_t
skip_blanks(const char *s, size_t p, size_t n)
{
	while (p < n) {
		ucs c;
		size_t k = ucs_decode(s + p, n - p, &c);

		if (!ucs_is_space(c) && c != '\n' && c != '\r')
			break;
		p += k;
	}
	return p;
}

static size_t
skip_suffix(const char *s, size_t p, size_t n, char *suffix)
{
	while (p < n && (s[p] == '.' || s[p] == ':' || s[p] == ')'))
		*suffix = s[p++];
	return p;
}

/* An ordinal or a number behind a unit's name: the bytes taken. */
static size_t
read_ordinal(const char *s, size_t n, struct number *out)
{
	size_t k;
	struct word w = word_first(s, n, &k);

	if (w.is != WORD_ORDINAL) {
		*out = number_named(s, n);
		return out->n;
	}
	*out = (struct number){
		.kind = NUMBER_WORD, .depth = 1, .value = w.value};
	k = skip_suffix(s, k, n, &out->suffix);
	out->n = (uint32_t)k;
	return k;
}

static uint32_t
word_hash(const char *s, size_t n)
{
	return (uint32_t)(words_hash(s, n) >> 16) | 1;
}

/* "Chapter IV", "PART THE SECOND", "§ 5": the bytes taken, 0 for none. */
static size_t
read_unit_number(const char *s, size_t n, struct candidate *c)
{
	size_t name, k, p;
	struct word unit = word_first(s, n, &name), next;

	if (unit.is != WORD_UNIT)
		return 0;
	p = name + (name < n && s[name] == '.');
	p = skip_blanks(s, p, n);
	next = word_first(s + p, n - p, &k);
	if (next.is == WORD_ARTICLE && k > 1)
		p = skip_blanks(s, p + k, n);
	k = read_ordinal(s + p, n - p, &c->number);
	if (k == 0)
		return 0;
	c->unit = unit.value;
	c->unit_word = word_hash(s, name);
	return p + k;
}

/* "Erstes Kapitel", "THE FIRST PART", "1. Akt": the bytes taken. */
static size_t
read_number_unit(const char *s, size_t n, struct candidate *c)
{
	size_t k, p = 0;
	struct word w = word_first(s, n, &k);
	struct number number;

	if (w.is == WORD_ARTICLE && k > 1)
		p = skip_blanks(s, k, n);
	k = read_ordinal(s + p, n - p, &number);
	if (k == 0 || number.bracketed)
		return 0;
	p = skip_blanks(s, p + k, n);
	w = word_first(s + p, n - p, &k);
	if (w.is != WORD_UNIT)
		return 0;
	c->number = number;
	c->number.suffix = '\0';
	c->unit = w.value;
	c->unit_word = word_hash(s + p, k);
	return skip_suffix(s, p + k, n, &c->number.suffix);
}

/* "第三回", "卷一", "第1章": the bytes taken. */
static size_t
read_unspaced(const char *s, size_t n, struct candidate *c)
{
	size_t p, k, digits;
	struct word w = {WORD_OTHER, 0};
	char folded[WORD_MOST + 1];
	ucs first;

	p = ucs_decode(s, n, &first);
	if (first != 0x7B2C) {
		word_fold(s, p, folded);
		w = word_known(folded);
		if (w.is != WORD_UNIT)
			return 0;
		c->number.value = number_han(s + p, n - p, &digits);
		c->unit_word = word_hash(s, p);
	} else {
		p = skip_blanks(s, p, n);
		c->number.value = number_han(s + p, n - p, &digits);
		for (; p + digits < n && s[p + digits] >= '0' &&
		       s[p + digits] <= '9' && digits < 5;
		     digits++)
			c->number.value = c->number.value * 10 +
			                  (unsigned)(s[p + digits] - '0');
		if (digits == 0)
			return 0;
		p = skip_blanks(s, p + digits, n);
		k = p < n ? ucs_decode(s + p, n - p, &first) : 0;
		word_fold(s + p, k, folded);
		w = word_known(folded);
		if (w.is != WORD_UNIT)
			return 0;
		c->unit_word = word_hash(s + p, k);
		digits = k;
	}
	if (digits == 0)
		return 0;
	c->number.kind = NUMBER_HAN;
	c->number.depth = 1;
	c->unit = w.value;
	return p + digits;
}

/* A number by itself, or in front of words. */
static size_t
read_bare_number(const char *s, size_t n, struct candidate *c)
{
	size_t k;
	struct word w = word_first(s, n, &k);

	c->number = number_read(s, n);
	if (c->number.kind != NUMBER_NONE)
		return c->number.n;
	if (w.is != WORD_ORDINAL || w.value > 90)
		return 0;
	read_ordinal(s, n, &c->number);
	if (skip_blanks(s, c->number.n, n) == n)
		return c->number.n;
	c->number = (struct number){0};
	return 0;
}

/* The class of the names that a division goes by without a number; only a
 * short line can be one. */
static enum word_class
standing_word(const char *s, size_t n, unsigned words)
{
	size_t p = 0;
	enum word_class found = WORD_OTHER;
	unsigned seen = 0;

	while (p < n && seen < 8) {
		size_t k;
		struct word w = word_first(s + p, n - p, &k);

		if (k == 0) {
			ucs c;

			p += ucs_decode(s + p, n - p, &c);
			continue;
		}
		seen++;
		if (w.is == WORD_END && seen <= 2 && words <= 3)
			return WORD_END;
		if ((w.is == WORD_STANDING || w.is == WORD_NOTES ||
		     w.is == WORD_CONTENTS || w.is == WORD_WORKS) &&
		    (found == WORD_OTHER || w.is == WORD_WORKS) &&
		    (words <= 4 || (seen == 1 && words <= 8)))
			found = w.is;
		p += k;
	}
	return found;
}

void
candidate_read(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at + c->at;
	size_t n = c->end - c->at, p;
	unsigned words = s->lines.at[c->line].words;

	if ((p = read_unit_number(t, n, c)) == 0 &&
	    (p = read_number_unit(t, n, c)) == 0 &&
	    (p = read_unspaced(t, n, c)) == 0)
		p = read_bare_number(t, n, c);
	if (p == 0)
		c->number = (struct number){0};
	c->words = words_hash(t, n);
	c->rest = p > 0 ? words_hash(t + p, n - p) : c->words;
	if (c->rest != 0)
		c->flags |= CAND_REST;
	if (c->lines == 1 && words <= 8)
		c->word = (uint8_t)standing_word(t + p, n - p, words);
}
