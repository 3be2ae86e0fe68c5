/* Hyphens at line ends: which of them belong to the word, and which only
 * divide it there. */
/*
 * The text itself is asked: does it have the word in one, or with its hyphen,
 * in the middle of a line? If neither, are both halves words of their own?
 * And is it a text at all whose words were divided at line ends?
 */
#include <string.h>

#include "base/vec.h"
#include "text/structure/asked.h"
#include "text/structure/signs.h"

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

/* Where the letters before P begin, where those from P on end. */
static text_pos
letters_before(const char *s, text_pos p, text_pos from)
{
	text_pos at = p, before;

	while (at > from && p - at < HALF_MOST) {
		before = ucs_before(s, at);
		if (before < from || !asked_is_letter(s, before, at))
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

	while (at < end && at - p < HALF_MOST && asked_is_letter(s, at, end))
		at += ucs_decode(s + at, end - at, &c);
	return at;
}

static void
take_divided(const struct survey *s, const struct line *l,
             struct divided_words *out)
{
	const char *t = s->t->at;
	text_pos end = line_end(l);
	struct divided d = {.hyphen = ucs_before(t, end), .behind = end,
	                    .second = l[1].at};

	d.from = letters_before(t, d.hyphen, l->at);
	d.to = letters_behind(t, d.second, line_end(&l[1]));
	if (d.from == d.hyphen || d.to == d.second)
		return;
	/* "mother-in-" and "e-" are no halves of a word in one */
	if (d.from > l->at && asked_hyphen(t, ucs_before(t, d.from), end))
		return;
	d.left = asked_hash(ASKED_SEED, t, d.from, d.hyphen);
	d.right = asked_hash(ASKED_SEED, t, d.second, d.to);
	d.whole = asked_hash(d.left, t, d.second, d.to);
	d.compound = asked_compound(d.left, d.right);
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

static void
ask_all(const char *s, const struct divided_words *words, struct asked *asked)
{
	for (size_t i = 0; i < words->n; i++) {
		const struct divided *d = &words->at[i];
		const char *left = s + d->from, *right = s + d->second;
		bool one = d->hyphen - d->from == 1; /* letter */
		bool last = d->to - d->second == 1;

		asked_add(asked, d->left, left[0], one ? '\0' : left[1]);
		asked_add(asked, d->right, right[0], last ? '\0' : right[1]);
		asked_add(asked, d->whole, left[0], one ? right[0] : left[1]);
		asked_add_compound(asked, d->compound);
	}
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

enum verdict { STAYS, GOES, OPEN };

/* What D's own words tell of its hyphen. */
static enum verdict
judge(const struct text *t, const struct divided *d, const struct asked *asked)
{
	uint32_t whole = asked_value(asked, d->whole | 1);
	uint32_t compound = asked_value(asked, d->compound);
	uint32_t left = asked_value(asked, d->left | 1);
	uint32_t right = asked_value(asked, d->right | 1);

	if (whole != compound)
		return whole > compound ? GOES : STAYS;
	if (compound || (left && right))
		return STAYS;
	if (!has_vowel(t->at, d->from, d->hyphen) ||
	    !has_vowel(t->at, d->second, d->to))
		return GOES;
	if (!right && is_ending(t->at + d->second, d->to - d->second))
		return GOES;
	return OPEN;
}

/* The words are divided in this text: of more than a few it is known, and of
 * far more than have their hyphen by right. */
static bool
divides_words(const struct text *t, const struct divided_words *words,
              const struct asked *asked)
{
	size_t n[] = {[STAYS] = 0, [GOES] = 0, [OPEN] = 0};

	for (size_t i = 0; i < words->n; i++)
		n[judge(t, &words->at[i], asked)]++;
	return n[GOES] >= USUAL && n[GOES] > n[STAYS] * 2;
}

/*
 * Whether the hyphen of D goes. In doubt it stays. In a text that divides words
 * it goes where one half is no word in a long text; in a short one many a word
 * comes but once, and neither half may be one.
 */
static bool
goes(const struct text *t, const struct divided *d, const struct asked *asked,
     bool divides, size_t words)
{
	enum verdict v = judge(t, d, asked);

	if (v != OPEN)
		return v == GOES;
	return divides && (words >= ENOUGH ||
	                   (!asked_value(asked, d->left | 1) &&
	                    !asked_value(asked, d->right | 1)));
}

void
hyphen_signs(const struct survey *s, const struct outline *o,
             struct sign_list *out)
{
	struct divided_words words = {0};
	struct asked asked = {0};
	bool divides;
	size_t all;

	gather(s, o, &words);
	if (words.n) {
		ask_all(s->t->at, &words, &asked);
		all = asked_count(s->t, &asked);
		divides = divides_words(s->t, &words, &asked);
		for (size_t i = 0; i < words.n; i++) {
			const struct divided *d = &words.at[i];

			if (goes(s->t, d, &asked, divides, all))
				sign_add(out, d->hyphen, d->behind,
				           SIGN_HYPHEN, 0, 0);
		}
	}
	asked_clear(&asked);
	vec_clear(&words);
}
