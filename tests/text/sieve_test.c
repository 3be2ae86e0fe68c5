/* The sieve: it stops at every writing of its key, and the search with it
 * agrees with a slow, plain one. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/phrase.h"

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

/* Whether a sieve for K (null where none can be made) stops at C. */
static bool
stops_at(const struct sieve *v, ucs c)
{
	char s[UCS_MAX_BYTES];
	size_t n = ucs_encode(c, s);

	return sieve_next(v, s, n, 0, 1) == 0;
}

/* Of a phrase of one letter, which stays where it is. */
struct one {
	struct fold phrase;
	ucs c;
	struct sieve sieve;
};

static struct sieve *
make_sieve(struct one *one, ucs key, unsigned how)
{
	one->c = key;
	one->phrase = (struct fold){.c = &one->c, .n = 1};
	sieve_init(&one->sieve, &one->phrase, how);
	return &one->sieve;
}

/* Making one takes some 30,000 steps where the key is no ASCII: those that
 * many characters fold to (the letters of Hangul) are made once, of the others
 * those for every fifth character, null for the rest. */
enum { KEPT = 512 };

static struct sieve *
sieve_for(struct one kept[KEPT], ucs key, unsigned how, ucs c)
{
	struct one *one = &kept[key % KEPT];

	if (one->c == key)
		return &one->sieve;
	return key < 0x80 || c % 5 == 0 ? make_sieve(one, key, how) : NULL;
}

/* Every character there is, by what it folds to. */
static void
check_all_characters(unsigned how)
{
	static struct one kept[KEPT];
	struct fold f = {0};
	char s[UCS_MAX_BYTES];
	size_t i, checked = 0;
	ucs c;

	memset(kept, 0, sizeof kept);
	for (c = 1; c < 0x110000; c++) {
		fold_bytes(s, ucs_encode(c, s), how, &f);
		for (i = 0; i < f.n; i++) {
			struct sieve *v;

			if (f.c[i] == c && c >= 0x80)
				continue;
			v = sieve_for(kept, f.c[i], how, c);
			if (!v || !v->key)
				continue;
			checked += c >= 0x80;
			cr_assert(stops_at(v, c),
			          "U+%04X, which folds to U+%04X", (unsigned)c,
			          (unsigned)f.c[i]);
		}
	}
	cr_assert(checked > 150, "only %zu", checked);
	fold_clear(&f);
}

Test(sieve, stops_at_every_writing_of_its_key)
{
	check_all_characters(0);
	check_all_characters(FOLD_CASE);
	check_all_characters(FOLD_ACCENTS);
	check_all_characters(FOLD_CASE | FOLD_ACCENTS);
}

Test(sieve, chooses_a_letter_among_rare_ones)
{
	struct fold f = {0};
	struct sieve v;

	fold_bytes("the zebra", 9, FOLD_CASE, &f);
	sieve_init(&v, &f, FOLD_CASE);
	cr_assert(eq(u32, v.key, 'e'));
	cr_assert(eq(sz, v.index, 5));
	fold_bytes("“…”", 9, FOLD_CASE, &f);
	sieve_init(&v, &f, FOLD_CASE);
	cr_assert(eq(u32, v.key, 0));
	fold_clear(&f);
}

/* Little of the same, so that much matches: letters in all their writings,
 * and what stands between the parts of a match for nothing. */
static const char *const bits[] = {
	"_", "*", "_a", "a_", " *b* ", "a_b ",
	"a", "A", "b", "z", "Z", "e\314\201", "é", "É", "e", "Ａ", "ﬁ", "fi",
	"f", "i", "ß", "ss", "s", "ſ", "K", "k", "İ", "i\314\207", "1", "１",
	" ", " ", "\n", "\r\n", "   ", "-\n", "-", "–", " — ", "--", "...", "…",
	" . . .", "’", "'", "''", "“", "\"", "\302\255", "\302\255\n",
	"\342\200\213", "σ", "ς", "Σ", "и", "й", "и\314\206", "ё", "Я", "中",
	"文", "，", "가", "\341\204\200\341\205\241", "\341\206\250", "각",
	"\303", "\377", "\314\201", "\314\243", "가", "ǆ", "Ω", "Ω", "¨",
};

static char *
any_text(unsigned *seed, size_t n, unsigned kinds)
{
	unsigned first = next_random(seed), count = sizeof bits / sizeof *bits;
	struct buf b = {0};

	buf_str(&b, "");
	while (n--)
		buf_str(&b, bits[(first + next_random(seed) % kinds) % count]);
	return buf_take(&b);
}

/* A phrase of the text's own words, or of others. */
static char *
any_phrase(unsigned *seed, const char *s, unsigned kinds)
{
	size_t n = strlen(s), from, length;

	if (next_random(seed) % 4 == 0)
		return any_text(seed, 1 + next_random(seed) % 4, kinds);
	from = n ? next_random(seed) % n : 0;
	length = 1 + next_random(seed) % 12;
	return mem_text(s + from, length < n - from ? length : n - from);
}

static bool
is_match(const struct fold *all, const struct phrase *p, size_t i)
{
	return i + p->words.n <= all->n &&
	       !memcmp(all->c + i, p->words.c, p->words.n * sizeof *all->c);
}

/* All matches in WHERE, one after the other, are those that comparing the
 * phrase with each place of the whole text, folded at once, gives. */
static void
check_range(const struct text *t, const struct fold *all,
            const struct phrase *p, struct span where)
{
	struct scan s;
	struct span at;
	size_t i;

	scan_begin(&s, p, t, where);
	for (i = 0; i < all->n; i++) {
		if (!is_match(all, p, i) || all->from[i] < where.start ||
		    all->from[i] >= where.end)
			continue;
		cr_assert(scan_next(&s, &at), "nothing at %zu in %s",
		          all->from[i], t->at);
		cr_assert(eq(sz, at.start, all->from[i]), "in %s", t->at);
	}
	cr_assert(not(scan_next(&s, &at)), "at %zu in %s", at.start, t->at);
	scan_end(&s);
}

static void
check_any(unsigned *seed, size_t length)
{
	unsigned kinds = 1 + next_random(seed) % 40, how, i;
	char *s = any_text(seed, length, kinds);
	char *words = any_phrase(seed, s, kinds);
	struct text *t = text_new(mem_copy(s), strlen(s), TEXT_UTF8);
	struct fold all = {0};
	struct phrase p;

	for (how = 0; how < 8; how++) {
		fold_span(t, (struct span){0, t->n}, how, &all);
		for (i = 0; i < 4; i++) {
			struct span where = {0, t->n};

			if (!i && !phrase_init(&p, words, how))
				break;

			if (i && t->n) {
				where.start = next_random(seed) % t->n;
				where.end = where.start +
				            next_random(seed) % (2 << 4 * i);
			}
			check_range(t, &all, &p, where);
		}
		phrase_clear(&p);
	}
	fold_clear(&all);
	text_free(t);
	free(words);
	free(s);
}

Test(sieve, loses_no_match_in_any_text_and_range)
{
	unsigned seed = 23, round;

	for (round = 0; round < 1500; round++)
		check_any(&seed, round % 71);
	for (round = 0; round < 60; round++)
		check_any(&seed, 900 + 37 * round);
}
