/* Hyphens at line ends: which of them belong to the word, and which only
 * divide it there. */
/*
 * The text itself is asked: does it have the word in one, or with its hyphen,
 * in the middle of a line? If neither, are both halves words of their own?
 * And is it a text at all whose words were divided at line ends?
 */
#include <string.h>

#include "base/ascii.h"
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

/* Letters of words: those of ASCII, and all bytes beyond it but for what
 * begins the signs below U+00C0 and, where the next byte says so, the
 * punctuation at U+2000. */
static const bool letters[256] = {
#define BOTH(upper, lower) [upper] = true, [lower] = true
#define ALL8(c) [c] = true, [c + 1] = true, [c + 2] = true, [c + 3] = true, \
	[c + 4] = true, [c + 5] = true, [c + 6] = true, [c + 7] = true
	ASCII_LETTERS(BOTH),
	ALL8(0x80), ALL8(0x88), ALL8(0x90), ALL8(0x98), ALL8(0xA0), ALL8(0xA8),
	ALL8(0xB0), ALL8(0xB8), [0xC0] = true, [0xC1] = true, [0xC3] = true,
	[0xC4] = true, [0xC5] = true, [0xC6] = true, [0xC7] = true, ALL8(0xC8),
	ALL8(0xD0), ALL8(0xD8), [0xE0] = true, [0xE1] = true, [0xE3] = true,
	[0xE4] = true, [0xE5] = true, [0xE6] = true, [0xE7] = true, ALL8(0xE8),
	ALL8(0xF0), ALL8(0xF8),
#undef BOTH
#undef ALL8
};

static bool
is_letter(const char *s, text_pos p, text_pos end)
{
	unsigned char c = (unsigned char)s[p];

	return letters[c] || (c == 0xE2 && (p + 1 == end ||
	                      ((unsigned char)s[p + 1] & 0xFE) != 0x80));
}

/* Where the word that P is in ends; P where it is in none. */
static text_pos
word_end(const char *s, text_pos p, text_pos end)
{
	for (;;) {
		while (p < end && letters[(unsigned char)s[p]])
			p++;
		if (p == end || !is_letter(s, p, end))
			return p;
		p++;
	}
}

/* H, that of what stands in front, with the letters up to END. */
static uint64_t
hash_word(uint64_t h, const char *s, text_pos p, text_pos end)
{
	for (; p < end; p++)
		h = add_byte(h, (unsigned char)s[p]);
	return h;
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
		if (before < from || !is_letter(s, before, at))
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

	while (at < end && at - p < HALF_MOST && is_letter(s, at, end))
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
	if (d.from > l->at && hyphen_at(t, ucs_before(t, d.from), end))
		return;
	d.left = hash_word(SEED, t, d.from, d.hyphen);
	d.right = hash_word(SEED, t, d.second, d.to);
	d.whole = hash_word(d.left, t, d.second, d.to);
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

/*
 * The words that are asked about. LOOKS has a bit for what each of them looks
 * like at a glance, so that no other word of the text need be hashed.
 */
struct asked {
	struct tally words;
	uint64_t looks[64];
};

/* The bit of a word of N letters from FIRST to LAST. */
static unsigned
look_of(char first, char last, size_t n)
{
	return ((unsigned)(first | 32) * 37 + (unsigned)(last | 32) * 5 +
	        (unsigned)n * 129) % 4096;
}

static void
ask(struct asked *asked, uint64_t hash, unsigned look)
{
	tally_at(&asked->words, hash | 1);
	asked->looks[look / 64] |= (uint64_t)1 << look % 64;
}

static void
ask_all(const struct text *t, const struct divided_words *words,
        struct asked *asked)
{
	for (size_t i = 0; i < words->n; i++) {
		const struct divided *d = &words->at[i];
		const char *s = t->at;
		size_t left = d->hyphen - d->from, right = d->to - d->second;
		char first = s[d->from], last = s[d->to - 1];

		ask(asked, d->left, look_of(first, s[d->hyphen - 1], left));
		ask(asked, d->right, look_of(s[d->second], last, right));
		ask(asked, d->whole, look_of(first, last, left + right));
		tally_at(&asked->words, d->compound);
	}
}

/* Counts the word once more if it is one of those. */
static void
count_word(const struct asked *asked, const char *s, text_pos p, text_pos end)
{
	unsigned look = look_of(s[p], s[end - 1], end - p);

	if (asked->looks[look / 64] >> look % 64 & 1)
		tally_count(&asked->words, hash_word(SEED, s, p, end) | 1);
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
 * Counts how often the text has the words that are asked about: as words of
 * their own, in compounds with a hyphen. The halves of a divided word are
 * neither. How many words there are in all.
 */
static size_t
count_words(const struct text *t, const struct asked *asked)
{
	uint64_t left = 0; /* of a compound; 0 for none */
	bool divided = false;
	size_t words = 0, hyphen;
	text_pos from = 0, end, next;

	for (; from < t->n; from = next) {
		next = end = word_end(t->at, from, t->n);
		if (end == from) {
			next++;
			left = 0;
			divided = false;
			continue;
		}
		words++;
		hyphen = end < t->n ? hyphen_at(t->at, end, t->n) : 0;
		if (left)
			tally_count(&asked->words, compound_of(left,
			            hash_word(SEED, t->at, from, end)));
		else if (!hyphen && !divided)
			count_word(asked, t->at, from, end);
		divided = false;
		left = 0;
		if (hyphen) {
			next = next_line(t->at, end + hyphen, t->n);
			divided = next > end + hyphen;
			left = divided ? 0 : hash_word(SEED, t->at, from, end);
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

enum verdict { STAYS, GOES, OPEN };

/* What D's own words tell of its hyphen. */
static enum verdict
judge(const struct text *t, const struct divided *d, const struct tally *known)
{
	uint32_t whole = tally_value(known, d->whole | 1);
	uint32_t compound = tally_value(known, d->compound);
	uint32_t left = tally_value(known, d->left | 1);
	uint32_t right = tally_value(known, d->right | 1);

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
              const struct tally *known)
{
	size_t n[] = {[STAYS] = 0, [GOES] = 0, [OPEN] = 0};

	for (size_t i = 0; i < words->n; i++)
		n[judge(t, &words->at[i], known)]++;
	return n[GOES] >= USUAL && n[GOES] > n[STAYS] * 2;
}

/*
 * Whether the hyphen of D goes. In doubt it stays. In a text that divides words
 * it goes where one half is no word in a long text; in a short one many a word
 * comes but once, and neither half may be one.
 */
static bool
goes(const struct text *t, const struct divided *d, const struct tally *known,
     bool divides, size_t words)
{
	enum verdict v = judge(t, d, known);

	if (v != OPEN)
		return v == GOES;
	return divides && (words >= ENOUGH ||
	                   (!tally_value(known, d->left | 1) &&
	                    !tally_value(known, d->right | 1)));
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
		ask_all(s->t, &words, &asked);
		all = count_words(s->t, &asked);
		divides = divides_words(s->t, &words, &asked.words);
		for (size_t i = 0; i < words.n; i++) {
			const struct divided *d = &words.at[i];

			if (goes(s->t, d, &asked.words, divides,
			         all))
				sign_add(out, d->hyphen, d->behind,
				           SIGN_HYPHEN, 0, 0);
		}
	}
	tally_clear(&asked.words);
	vec_clear(&words);
}
