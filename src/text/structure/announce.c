/* Reads what a heading says: "Chapter IV. Words", "Erstes Kapitel". */
#include "text/structure/candidates.h"

/* What is greater and stands in front of words is a year or a quantity. */
enum { MOST_NUMBER = 999 };

/* 1 for the greatest. */
static uint8_t
unit_rank(struct word w)
{
	return (uint8_t)(w.value & ~(unsigned)UNIT_APPENDED);
}

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

/* The first word of a piece of text, and the number that it begins with: each
 * is read once. */
struct opening {
	struct word word;
	size_t taken; /* [byte]; 0 of what begins with a figure, as no word
	                 that is known does */
	struct number number;
	bool counted; /* NUMBER has been read */
};

static struct opening
open_words(const char *s, size_t n)
{
	struct opening first = {.counted = false};

	if (n > 0 && !(s[0] >= '0' && s[0] <= '9'))
		first.word = word_first(s, n, &first.taken);
	return first;
}

static struct number
first_number(const char *s, size_t n, struct opening *first)
{
	if (!first->counted)
		first->number = number_named(s, n);
	first->counted = true;
	return first->number;
}

/* An ordinal or a number, which FIRST begins: the bytes taken. */
static size_t
read_ordinal(const char *s, size_t n, struct opening *first,
             struct number *out)
{
	size_t k = first->taken;
	struct word w = first->word;

	if (w.is != WORD_ORDINAL) {
		*out = first_number(s, n, first);
		return out->n;
	}
	*out = (struct number){
		.kind = NUMBER_WORD, .depth = 1, .value = w.value};
	k = skip_suffix(s, k, n, &out->suffix);
	out->n = (uint32_t)k;
	return k;
}

/* "Section 3 describes ...": a sentence goes on behind the number. */
static bool
runs_on(const char *s, size_t p, size_t n, char suffix)
{
	ucs c;

	p = skip_blanks(s, p, n);
	if (suffix != '\0' || p >= n)
		return false;
	ucs_decode(s + p, n - p, &c);
	return ucs_is_lower(c);
}

/* "Chapter IV", "PART THE SECOND", "§ 5": the bytes taken, 0 for none. */
static size_t
read_unit_number(const char *s, size_t n, const struct opening *first,
                 struct candidate *c)
{
	size_t name = first->taken, k, p;
	struct opening next;

	if (first->word.is != WORD_UNIT)
		return 0;
	p = name + (name < n && s[name] == '.');
	p = skip_blanks(s, p, n);
	next = open_words(s + p, n - p);
	if (next.word.is == WORD_ARTICLE && next.taken > 1) {
		p = skip_blanks(s, p + next.taken, n);
		next = open_words(s + p, n - p);
	}
	k = read_ordinal(s + p, n - p, &next, &c->number);
	if (k == 0 || runs_on(s, p + k, n, c->number.suffix))
		return 0;
	c->unit = unit_rank(first->word);
	c->unit_word = first->word.which;
	return p + k;
}

/* "Erstes Kapitel", "THE FIRST PART", "1. Akt": the bytes taken. */
static size_t
read_number_unit(const char *s, size_t n, struct opening *first,
                 struct candidate *c)
{
	size_t k, p = 0;
	struct word w;
	struct number number;
	struct opening behind;

	if (first->word.is == WORD_ARTICLE && first->taken > 1) {
		p = skip_blanks(s, first->taken, n);
		behind = open_words(s + p, n - p);
		first = &behind;
	}
	k = read_ordinal(s + p, n - p, first, &number);
	if (k == 0 || number.bracketed)
		return 0;
	p = skip_blanks(s, p + k, n);
	if (p == n)
		return 0;
	w = word_first(s + p, n - p, &k);
	/* "IX. Ode on Melancholy" is no ninth ode, and "The first part of it
	 * is" no part. */
	if (w.is != WORD_UNIT ||
	    ((number.kind != NUMBER_WORD || (s[p] >= 'a' && s[p] <= 'z')) &&
	     runs_on(s, p + k, n, '\0')))
		return 0;
	if (number.kind != NUMBER_WORD)
		c->flags |= CAND_UNIT_BEHIND;
	c->number = number;
	c->number.suffix = '\0';
	c->unit = unit_rank(w);
	c->unit_word = w.which;
	return skip_suffix(s, p + k, n, &c->number.suffix);
}

/* What makes ordinals of the numbers behind it, in Chinese and Korean. */
static bool
makes_ordinal(ucs c)
{
	return c == 0x7B2C || c == 0xC81C;
}

/* "第三回", "卷一", "第1章", "제1장": the bytes taken. */
static size_t
read_unspaced(const char *s, size_t n, struct candidate *c)
{
	size_t p, k, digits;
	struct word w = {WORD_OTHER, 0, 0};
	char folded[WORD_MOST + 1];
	ucs first;

	p = ucs_decode(s, n, &first);
	if (!makes_ordinal(first)) {
		word_fold(s, p, folded);
		w = word_known(folded);
		if (w.is != WORD_UNIT)
			return 0;
		c->number.value = number_han(s + p, n - p, &digits);
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
		digits = k;
	}
	if (digits == 0)
		return 0;
	c->number.kind = NUMBER_HAN;
	c->number.depth = 1;
	c->unit = unit_rank(w);
	c->unit_word = w.which;
	return p + digits;
}

/* Whether S begins with a Roman number of one letter that a word with a
 * capital follows: "I Arrive", which only other numbers can tell from "I Saw
 * It". */
static bool
can_count(const char *s, size_t n, struct number *out)
{
	ucs first;
	size_t p;

	if (n < 3 || s[1] != ' ' || number_roman(s, 1) == 0)
		return false;
	p = skip_blanks(s, 1, n);
	ucs_decode(s + p, n - p, &first);
	if (p == n || !ucs_is_upper(first) || s[0] >= 'a')
		return false;
	*out = number_named(s, n);
	return true;
}

/* A number by itself, or in front of words. */
static size_t
read_bare_number(const char *s, size_t n, struct opening *first,
                 struct candidate *c)
{
	c->number = number_unnamed(first_number(s, n, first), s, n);
	/* "1917 and After" */
	if (c->number.kind == NUMBER_ARABIC && c->number.value > MOST_NUMBER &&
	    skip_blanks(s, c->number.n, n) < n)
		c->number = (struct number){0};
	if (c->number.kind != NUMBER_NONE)
		return c->number.n;
	if (can_count(s, n, &c->number)) {
		c->flags |= CAND_DOUBTFUL;
		return c->number.n;
	}
	if (first->word.is != WORD_ORDINAL || first->word.value > 90)
		return 0;
	read_ordinal(s, n, first, &c->number);
	if (skip_blanks(s, c->number.n, n) == n)
		return c->number.n;
	c->number = (struct number){0};
	return 0;
}

static bool
word_is_standing(enum word_class is)
{
	return is == WORD_STANDING || is == WORD_NOTES ||
	       is == WORD_CONTENTS || is == WORD_WORKS;
}

/* Whether C plainly stands between words: there none is to be read. */
static bool
is_apart(char c)
{
	return c == ' ' || c == '.' || c == ',';
}

/* The class of the names that a division goes by without a number; only a
 * short line can be one. FIRST is the first word of S. */
static enum word_class
standing_word(const char *s, size_t n, unsigned words, struct opening first,
              bool *inside)
{
	size_t p = 0;
	enum word_class found = WORD_OTHER;
	/* Of more than four words only the first can be such a name. */
	unsigned seen = 0, most = words <= 4 ? 8 : 1;

	while (p < n && seen < most) {
		size_t k;
		struct word w = first.word;

		if (p == 0 && first.taken > 0)
			k = first.taken;
		else if (is_apart(s[p]))
			k = 0;
		else
			w = word_first(s + p, n - p, &k);
		if (k == 0) {
			ucs c;

			p += ucs_decode(s + p, n - p, &c);
			continue;
		}
		seen++;
		/* An appendix may be the only one, without a number. */
		if (w.is == WORD_UNIT && (w.value & UNIT_APPENDED) != 0)
			w.is = WORD_STANDING;
		if (w.is == WORD_END && seen <= 2 && words <= 3)
			return WORD_END;
		if (word_is_standing(w.is) &&
		    (found == WORD_OTHER || w.is == WORD_WORKS) &&
		    (words <= 4 || (seen == 1 && words <= 8))) {
			found = w.is;
			*inside = seen > 2 || (seen == 2 && words > 2);
		}
		p += k;
	}
	return found;
}

/* "Figure 3", "Tabelle 2" */
static bool
is_caption(const char *s, size_t n, struct opening first)
{
	size_t p;

	if (first.word.is != WORD_CAPTION)
		return false;
	p = skip_blanks(s, first.taken + (first.taken < n &&
	                                  s[first.taken] == '.'), n);
	return number_named(s + p, n - p).kind != NUMBER_NONE;
}

/* "Source: The Miner", "底本：…": what says where a text is from. */
static bool
is_field(const char *s, size_t n, struct opening first)
{
	ucs c = 0;

	if (first.word.is != WORD_FIELD || first.taken >= n)
		return false;
	ucs_decode(s + first.taken, n - first.taken, &c);
	return c == ':' || c == 0xFF1A;
}

/* The number, and its unit, that the N bytes of C at S begin with; the bytes
 * taken. */
static size_t
read_number(const char *s, size_t n, struct opening *first,
            struct candidate *c)
{
	size_t p;

	if (first->word.is == WORD_OTHER && !number_may_begin(s, n))
		return 0;
	/* Nothing of ASCII is a unit in one letter, as those of Han are. */
	if ((p = read_unit_number(s, n, first, c)) == 0 &&
	    (p = read_number_unit(s, n, first, c)) == 0 &&
	    (n == 0 || (unsigned char)*s < 0x80 ||
	     (p = read_unspaced(s, n, c)) == 0))
		p = read_bare_number(s, n, first, c);
	if (p == 0)
		c->number = (struct number){0};
	return p;
}

void
heading_read(const char *s, size_t n, struct heading_words *out)
{
	struct candidate c = {0};
	struct opening first = open_words(s, n);
	struct number bare = number_read(s, n);
	bool behind; /* in "1. Akt" the unit adds nothing to the number */
	size_t p;

	p = read_number(s, n, &first, &c);
	behind = (c.flags & CAND_UNIT_BEHIND) != 0;
	*out = (struct heading_words){
		.number = behind && bare.kind != NUMBER_NONE ? bare : c.number,
		.unit = behind ? 0 : c.unit_word,
		.doubtful = (c.flags & CAND_DOUBTFUL) != 0 ||
		            (behind && bare.kind == NUMBER_NONE),
		.name = words_hash(s + p, n - p),
		.standing = c.number.kind == NUMBER_NONE &&
		            word_is_standing(first.word.is),
	};
}

void
candidate_read_number(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at + c->at;
	size_t n = c->end - c->at, p;
	struct opening first = open_words(t, n);

	p = read_number(t, n, &first, c);
	if (words_are_there(t + p, n - p))
		c->flags |= CAND_REST;
}

size_t
candidate_read_name(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at + c->at;
	size_t n = c->end - c->at, p;
	unsigned words = s->lines.at[c->line].words;
	struct opening first = open_words(t, n);
	bool inside = false;

	p = read_number(t, n, &first, c);
	if (is_caption(t, n, first) ||
	    (c->markup == MARKUP_NONE && is_field(t, n, first)))
		c->word = WORD_CAPTION;
	else if (c->lines == 1 && words <= 8 && p < n)
		c->word = (uint8_t)standing_word(
			t + p, n - p, words,
			p == 0 ? first : open_words(t + p, n - p), &inside);
	if (inside)
		c->flags |= CAND_WORD_INSIDE;
	if (words_are_there(t + p, n - p))
		c->flags |= CAND_REST;
	return p;
}

void
candidate_hash(const struct survey *s, struct candidate *c, size_t number)
{
	const char *t = s->t->at + c->at;
	size_t n = c->end - c->at;

	c->words = words_hash(t, n);
	c->rest = number > 0 ? words_hash(t + number, n - number) : c->words;
}

void
candidate_read(const struct survey *s, struct candidate *c)
{
	size_t number = candidate_read_name(s, c);

	candidate_hash(s, c, number);
}
