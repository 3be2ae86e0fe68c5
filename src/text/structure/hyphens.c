/* Hyphens at line ends: which of them belong to the word, and which only
 * divide it there. */
/*
 * The text itself is asked: does it have the word in one, or with its hyphen,
 * in the middle of a line? If neither, are both halves words of their own?
 * And is it a text at all whose words were divided at line ends?
 */
#include <string.h>

#include "base/vec.h"
#include "text/structure/signs.h"
#include "text/structure/tally.h"

#define SEED 0xCBF29CE484222325u
#define PRIME 0x100000001B3u

enum {
	USUAL = 3,  /* words that are certain make a text one that divides */
	HALF_MOST = 64, /* [byte] of half a word */
	ENOUGH = 3000,  /* words of a text in which what is absent is rare */
};

/* A word with a hyphen at a line's end: hashes of its halves and of both
 * together, in one and with the hyphen. */
struct divided {
	text_pos from, hyphen, behind; /* the first half; behind the hyphen */
	text_pos second, to;
	uint64_t left, right, whole, compound;
};

struct divided_words {
	struct divided *at;
	size_t n, cap;
};

static uint64_t
add_byte(uint64_t h, unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (unsigned char)(c + 32);
	return (h ^ c) * PRIME;
}

/* The compound of two words that hash to LEFT and RIGHT. */
static uint64_t
compound_of(uint64_t left, uint64_t right)
{
	return ((left << 7 | left >> 57) + right * PRIME) | 1;
}

/* A byte of a word, in lower case, 0 for any other. Letters are those of ASCII
 * and all beyond it but for the punctuation at U+2000 and the signs below
 * U+00C0. */
static inline unsigned
word_byte(const char *s, text_pos p, text_pos end)
{
	unsigned c = (unsigned char)s[p], lower = c | 32;

	if (lower >= 'a' && lower <= 'z')
		return lower;
	if (c < 0x80 || c == 0xC2 ||
	    (c == 0xE2 && p + 1 < end &&
	     ((unsigned char)s[p + 1] & 0xFE) == 0x80))
		return 0;
	return c;
}

static bool
is_word_byte(const char *s, text_pos p, text_pos end)
{
	return word_byte(s, p, end) != 0;
}

/* Bytes of the hyphen at P, 0 for none. */
static size_t
hyphen_at(const char *s, text_pos p, text_pos end)
{
	if (s[p] == '-')
		return 1;
	return end - p >= 3 && !memcmp(s + p, "\xE2\x80\x90", 3) ? 3 : 0;
}

/* Where the letters before P begin, where those from P on end. */
static text_pos
letters_before(const char *s, text_pos p, text_pos from)
{
	text_pos at = p, before;

	while (at > from && p - at < HALF_MOST) {
		before = ucs_before(s, at);
		if (before < from || !is_word_byte(s, before, at))
			break;
		at = before;
	}
	return at;
}

static text_pos
letters_behind(const char *s, text_pos p, text_pos end)
{
	text_pos at = p;
	ucs c;

	while (at < end && at - p < HALF_MOST && is_word_byte(s, at, end))
		at += ucs_decode(s + at, end - at, &c);
	return at;
}

static void
take_divided(const struct survey *s, const struct line *l,
             struct divided_words *out)
{
	const char *t = s->t->at;
	text_pos end = line_end(l), p;
	struct divided d = {.hyphen = ucs_before(t, end), .behind = end,
	                    .second = l[1].at};

	d.from = letters_before(t, d.hyphen, l->at);
	d.to = letters_behind(t, d.second, line_end(&l[1]));
	if (d.from == d.hyphen || d.to == d.second)
		return;
	/* "mother-in-" and "e-" are no halves of a word in one */
	if (d.from > l->at && hyphen_at(t, ucs_before(t, d.from), end))
		return;
	d.left = SEED;
	d.right = SEED;
	for (p = d.from; p < d.hyphen; p++)
		d.left = add_byte(d.left, (unsigned char)t[p]);
	d.whole = d.left;
	for (p = d.second; p < d.to; p++) {
		d.right = add_byte(d.right, (unsigned char)t[p]);
		d.whole = add_byte(d.whole, (unsigned char)t[p]);
	}
	d.compound = compound_of(d.left, d.right);
	vec_push(out, d);
}

/* Whether line ends inside blocks of KIND are blanks. */
static bool
flows(unsigned kind)
{
	return kind == BLOCK_PARAGRAPH || kind == BLOCK_QUOTE ||
	       kind == BLOCK_ITEM || kind == BLOCK_NOTE ||
	       kind == BLOCK_FIELD || kind == BLOCK_HEADING;
}

static void
gather(const struct survey *s, const struct outline *o,
       struct divided_words *out)
{
	size_t b = 0;

	for (size_t i = 0; i + 1 < s->lines.n && out->n < HYPHENS_MOST; i++) {
		const struct line *l = &s->lines.at[i];

		if ((l->last != '-' && l->last != 0x2010) || l->n < 3 ||
		    !line_is(&l[1], LINE_LOWER_START))
			continue;
		while (b < o->blocks.n && o->blocks.at[b].end <= l[1].at)
			b++;
		if (b < o->blocks.n && o->blocks.at[b].start < line_end(l) &&
		    flows(o->blocks.at[b].kind))
			take_divided(s, l, out);
	}
}

/* The words that are asked about. */
static void
want(const struct divided_words *words, struct tally *known)
{
	for (size_t i = 0; i < words->n; i++) {
		const struct divided *d = &words->at[i];

		tally_at(known, d->left | 1);
		tally_at(known, d->right | 1);
		tally_at(known, d->whole | 1);
		tally_at(known, d->compound);
	}
}

/* Where the next line begins, where nothing else stands on the one of P. */
static text_pos
next_line(const char *s, text_pos p, text_pos end)
{
	if (p == end || (s[p] != '\n' && s[p] != '\r'))
		return p;
	while (p < end && (s[p] == ' ' || s[p] == '\n' || s[p] == '\r'))
		p++;
	return p;
}

/*
 * Counts how often the text has the words that are wanted: as words of their
 * own, in compounds with a hyphen. The halves of a divided word are neither.
 * How many words there are in all.
 */
static size_t
count_words(const struct text *t, const struct tally *known)
{
	uint64_t left = 0; /* of a compound; 0 for none */
	bool divided = false;
	size_t words = 0, hyphen;
	text_pos p = 0, next;

	while (p < t->n) {
		uint64_t h = SEED;
		text_pos from = p;
		unsigned c;

		for (; p < t->n && (c = word_byte(t->at, p, t->n)) != 0; p++)
			h = (h ^ c) * PRIME;
		if (p == from) {
			p++;
			left = 0;
			divided = false;
			continue;
		}
		words++;
		hyphen = p < t->n ? hyphen_at(t->at, p, t->n) : 0;
		if (left)
			tally_count(known, compound_of(left, h));
		else if (!hyphen && !divided)
			tally_count(known, h | 1);
		divided = false;
		left = 0;
		if (hyphen) {
			next = next_line(t->at, p + hyphen, t->n);
			divided = next > p + hyphen;
			left = divided ? 0 : h;
			p = next;
		}
	}
	return words;
}

/* Whether WORD is no word but what many words end with, cut off where words
 * are divided. */
static bool
is_ending(const char *word, size_t n)
{
	static const char *const endings[] = {
		/* English, and much of French */
		"able", "ably", "al", "ally", "ance", "ation", "ations", "ble",
		"bly", "cal", "cally", "cial", "cially", "cious", "ciously",
		"cing", "dence", "ded", "der", "ders", "ding", "ed", "en",
		"ence", "ened", "er", "ers", "est", "ful", "fully", "ging",
		"ible", "ibly", "ical", "ically", "ing", "ings", "ion",
		"ional", "ions", "ism", "ist", "ists", "ity", "ive", "lity",
		"ling", "ly", "ment", "mental", "ments", "ming", "nal",
		"nance", "ned", "ner", "ners", "ness", "nesses", "ning",
		"nity", "ous", "ously", "rity", "sible", "sibly", "sion",
		"sional", "sions", "sity", "sive", "sively", "tance", "ted",
		"ter", "ters", "tial", "tially", "tible", "tical", "tically",
		"ting", "tion", "tional", "tionally", "tions", "tious",
		"tive", "tively", "ture", "tures", "ving",
		/* German */
		"chen", "gen", "heit", "heiten", "keit", "keiten", "lich",
		"liche", "lichen", "licher", "liches", "nen", "ren",
		"schaft", "sche", "schen", "sen", "te", "ten", "tet", "tung",
		"tungen", "ung", "ungen",
	};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strlen(endings[i]) == n && !memcmp(word, endings[i], n))
			return true;
	return false;
}

static bool
has_vowel(const char *s, text_pos p, text_pos end)
{
	for (; p < end; p++)
		if ((unsigned char)s[p] >= 0x80 ||
		    memchr("aeiouyAEIOUY", s[p], 12))
			return true;
	return false;
}

/* The words are divided in this text: more than a few are known in one, and
 * far more than with a hyphen. */
static bool
divides_words(const struct divided_words *words, const struct tally *known)
{
	size_t whole = 0, compound = 0;

	for (size_t i = 0; i < words->n; i++) {
		const struct divided *d = &words->at[i];

		whole += tally_value(known, d->whole | 1) > 0;
		compound += tally_value(known, d->compound) > 0;
	}
	return whole >= USUAL && whole > compound * 2;
}

/* Whether the hyphen of D goes. In doubt it stays. */
static bool
goes(const struct text *t, const struct divided *d, const struct tally *known,
     bool divides, size_t words)
{
	uint32_t whole = tally_value(known, d->whole | 1);
	uint32_t compound = tally_value(known, d->compound);
	uint32_t left = tally_value(known, d->left | 1);
	uint32_t right = tally_value(known, d->right | 1);

	if (whole != compound)
		return whole > compound;
	if (compound || (left && right))
		return false;
	if (!has_vowel(t->at, d->from, d->hyphen) ||
	    !has_vowel(t->at, d->second, d->to))
		return true;
	if (!right && is_ending(t->at + d->second, d->to - d->second))
		return true;
	return divides && words >= ENOUGH;
}

void
hyphen_signs(const struct survey *s, const struct outline *o,
             struct sign_list *out)
{
	struct divided_words words = {0};
	struct tally known = {0};
	bool divides;
	size_t all;

	gather(s, o, &words);
	if (words.n) {
		want(&words, &known);
		all = count_words(s->t, &known);
		divides = divides_words(&words, &known);
		for (size_t i = 0; i < words.n; i++) {
			const struct divided *d = &words.at[i];

			if (goes(s->t, d, &known, divides, all))
				sign_add(out, d->hyphen, d->behind,
				           SIGN_HYPHEN, 0, 0);
		}
	}
	tally_clear(&known);
	vec_clear(&words);
}
