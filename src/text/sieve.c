/* Where in a text's bytes a folded character may stand. */
#include "text/sieve.h"

#include <string.h>

#include "base/buf.h"
#include "text/fold_kind.h"
#include "text/fold_mark.h"

enum {
	BLOCK = 64,     /* [byte] looked at together */
	NO_LETTER = 30, /* as common as no letter is */
};

/* What a byte is to the key. */
enum { NEVER, SURELY, PERHAPS };

/* From the rarest to the commonest; what is in neither is rare. */
static const char latin[] = "qzxjkvbpygfwmucldrhsnioate";
static const char cyrillic[] = "фщъэцюшжхчгзбяыьпумдкврлстниеао";

static unsigned
commonness(ucs c)
{
	const char *at;
	char s[UCS_MAX_BYTES + 1];

	if (ucs_is_upper(c))
		c = ucs_lower(c);
	if (c >= '0' && c <= '9')
		return 8;
	if (c < 0x80)
		return (at = strchr(latin, (int)c)) ? (unsigned)(at - latin) + 2
		                                    : 20;
	s[ucs_encode(c, s)] = '\0';
	at = strstr(cyrillic, s);
	return at ? (unsigned)(at - cyrillic) / 2 + 1 : 0;
}

/* Whether a character of the text that folds to C, and no other way, has to
 * be there: no letter that may be written in two, no sign with many forms. */
static bool
is_key(ucs c)
{
	ucs parts[UCS_DECOMPOSED_MAX];

	return c && c != UCS_REPLACEMENT && fold_kind(c) == FOLD_LETTER &&
	       !fold_may_combine(c) && !ucs_is_mark(c) &&
	       ucs_decompose(c, parts) == 1 && parts[0] == c;
}

/* The phrase's letter at I in lower case, 0 where it has none there. */
static unsigned char
letter_at(const struct fold *phrase, size_t i)
{
	ucs c = i < phrase->n ? phrase->c[i] | 0x20 : 0;

	return c >= 'a' && c <= 'z' ? (unsigned char)c : 0;
}

/* How common the letter at I is; what is none tells nothing. */
static unsigned
commonness_at(const struct fold *phrase, size_t i)
{
	return i < phrase->n && letter_at(phrase, i)
	       ? commonness(letter_at(phrase, i)) : NO_LETTER;
}

static void
choose_key(struct sieve *v, const struct fold *phrase)
{
	unsigned least = 0, common;
	size_t i;

	for (i = 0; i < phrase->n; i++) {
		if (!is_key(phrase->c[i]))
			continue;
		/* it is passed over by itself and its neighbours; ASCII is
		 * much quicker to find */
		common = commonness(phrase->c[i]) +
		         commonness_at(phrase, i - 1) +
		         commonness_at(phrase, i + 1) +
		         (phrase->c[i] >= 0x80 ? 1000 : 0);
		if (!v->key || common < least) {
			v->key = phrase->c[i];
			v->index = i;
			least = common;
		}
	}
}

static void
note_form(struct sieve *v, const char *s, size_t n)
{
	unsigned char a = (unsigned char)s[0];

	if (n == 1) {
		v->first[a] = SURELY;
		return;
	}
	v->first[a] = PERHAPS;
	v->pair[a % SIEVE_SIDE][(unsigned char)s[1] % SIEVE_SIDE] = true;
}

struct range {
	ucs first, last;
};

/* The characters that may fold to the key, by the script that it is of; its
 * own are to be found in all of them. */
static const struct range *
forms_of(ucs key)
{
	static const struct range ascii[] = {
		{'!', '~'}, {0xC0, 0x24F}, {0x37E, 0x37E}, {0x1E00, 0x1EFF},
		{0x2100, 0x212F}, {0x2200, 0x22FF}, {0xFB00, 0xFB06},
		{0xFF01, 0xFF5E}, {0, 0},
	}, greek[] = {
		{0xB5, 0xB5}, {0x370, 0x3FF}, {0x1F00, 0x1FFF},
		{0x2100, 0x212F}, {0, 0},
	}, cyrillic_ones[] = {
		{0x400, 0x52F}, {0x1C80, 0x1C8F}, {0xA640, 0xA69F}, {0, 0},
	}, chinese[] = {
		{0xF900, 0xFAFF}, {0x2F800, 0x2FA1F}, {0, 0},
	}, others[] = {
		{0xA1, 0x33FF}, {0xA640, 0xABFF}, {0xF900, 0xFFEF},
		{0x10400, 0x105FF}, {0x10C80, 0x10D8F}, {0x11080, 0x119FF},
		{0x16E40, 0x16EFF}, {0x1D100, 0x1D1FF}, {0x1E900, 0x1E95F},
		{0, 0},
	};

	if (key < 0x80)
		return ascii;
	if (key >= 0x370 && key < 0x400)
		return greek;
	if (key >= 0x400 && key < 0x530)
		return cyrillic_ones;
	if ((key >= 0x3400 && key < 0xA000) || key >= 0x20000)
		return chinese;
	return others;
}

/* Folds the characters FROM to LAST, each between two signs that fold to
 * themselves, and notes those that the key comes out of. S and F are room. */
static void
note_piece(struct sieve *v, ucs from, ucs last, unsigned how, struct buf *s,
           struct fold *f)
{
	size_t i;
	ucs c;

	s->n = 0;
	buf_char(s, '|');
	for (c = from; c <= last; c++) {
		buf_ucs(s, c);
		buf_char(s, '|');
	}
	fold_bytes(s->at, s->n, how, f);
	for (i = 0; i < f->n; i++) {
		const char *form = s->at + f->from[i];

		if (f->c[i] == v->key && (v->key != '|' || *form != '|'))
			note_form(v, form, strcspn(form, "|"));
	}
}

/* In pieces that stay in the cache. Decomposed as with accents dropped, too,
 * since a mark behind the characters can bring that about. */
static void
note_range(struct sieve *v, const struct range *r, unsigned how)
{
	enum { PIECE = 512 };
	struct buf s = {0};
	struct fold f = {0};
	ucs c, last;

	for (c = r->first; c <= r->last; c += PIECE) {
		last = c + PIECE - 1 < r->last ? c + PIECE - 1 : r->last;
		note_piece(v, c, last, how & ~(unsigned)FOLD_ACCENTS, &s, &f);
		note_piece(v, c, last, how | FOLD_ACCENTS, &s, &f);
	}
	fold_clear(&f);
	buf_clear(&s);
}

static void
note_forms(struct sieve *v, unsigned how)
{
	const struct range *r = forms_of(v->key);
	char s[UCS_MAX_BYTES];

	note_form(v, s, ucs_encode(v->key, s));
	for (; r->last; r++)
		note_range(v, r, how);
}

void
sieve_init(struct sieve *v, const struct fold *phrase, unsigned how)
{
	memset(v, 0, sizeof *v);
	v->phrase = phrase;
	v->folds_case = how & FOLD_CASE;
	v->drops_signs = how & FOLD_SIGNS;
	choose_key(v, phrase);
	if (!v->key)
		return;
	note_forms(v, how);
	v->before = v->index ? letter_at(phrase, v->index - 1) : 0;
	v->after = letter_at(phrase, v->index + 1);
	if (v->folds_case && v->key >= 'a' && v->key <= 'z')
		v->mask = 0x20;
	v->low = v->key < 0x80 ? (unsigned char)v->key : 0x80;
}

/* A byte that folds by itself, whatever stands around it, to one code point,
 * which only a mark behind it can change. */
static bool
is_plain(const struct sieve *v, char c)
{
	if (v->drops_signs && (c == '_' || c == '*'))
		return false;
	return c > ' ' && c < 0x7F && c != '-' && c != '.' && c != '"' &&
	       c != '\'' && c != '`';
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static ucs
folded(const struct sieve *v, char c)
{
	return (ucs)(v->folds_case && c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/*
 * Whether the text from I on, a plain byte where the phrase has code point K,
 * may go on as the phrase does. As far as plain bytes and single blanks go they
 * can be compared as they stand; a letter beyond ASCII in the phrase may be a
 * plain one with a mark in the text.
 */
static bool
goes_on(const struct sieve *v, const char *s, size_t n, size_t i, size_t k)
{
	const struct fold *p = v->phrase;

	while (++k < p->n && ++i < n && p->c[k] < 0x80) {
		if (is_blank(s[i]) && i + 1 < n && is_plain(v, s[i + 1])) {
			if (p->c[k] != ' ')
				return false;
		} else if (!is_plain(v, s[i])) {
			return true;
		} else if (folded(v, s[i]) != p->c[k]) {
			return false;
		}
	}
	return true;
}

/* The same backwards. A blank that a hyphen stands before is none. */
static bool
comes_from(const struct sieve *v, const char *s, size_t i, size_t k)
{
	const struct fold *p = v->phrase;

	while (k-- && i-- && p->c[k] < 0x80) {
		if (is_blank(s[i]) && i && is_plain(v, s[i - 1])) {
			if (p->c[k] != ' ')
				return false;
		} else if (!is_plain(v, s[i])) {
			return true;
		} else if (folded(v, s[i]) != p->c[k]) {
			return false;
		}
	}
	return true;
}

static bool
may_stand(const struct sieve *v, const char *s, size_t n, size_t i)
{
	unsigned char a = (unsigned char)s[i];

	if (v->first[a] == PERHAPS)
		return i + 1 < n &&
		       v->pair[a % SIEVE_SIDE]
		              [(unsigned char)s[i + 1] % SIEVE_SIDE];
	return goes_on(v, s, n, i, v->index) && comes_from(v, s, i, v->index);
}

/* Whether a neighbour's byte may be the letter WANT, 0 for any: what is no
 * letter of ASCII may fold to it. */
static inline unsigned char
may_be(unsigned char b, unsigned char want)
{
	unsigned char letter = b | 0x20;

	return (unsigned char)((letter == want) |
	                       ((unsigned char)(letter - 'a') >= 26) |
	                       (want == 0));
}

/* Whether one of BLOCK bytes, which have others on both sides, is the key in
 * ASCII among its neighbours or none of ASCII's. A loop that compilers make
 * vectors of. */
static bool
block_may(const struct sieve *v, const char *s)
{
	const unsigned char *b = (const unsigned char *)s;
	unsigned char low = v->low, mask = v->mask, any = 0;
	unsigned char before = v->before, after = v->after;
	size_t i;

	for (i = 0; i < BLOCK; i++)
		any |= (unsigned char)((((b[i] | mask) == low) &
		                        may_be(b[i + 1], after) &
		                        may_be(b[i - 1], before)) |
		                       b[i] >> 7);
	return any;
}

size_t
sieve_next(const struct sieve *v, const char *s, size_t n, size_t from,
           size_t end)
{
	size_t i = from, stop;

	while (i < end) {
		while (i && end - i > BLOCK && !block_may(v, s + i))
			i += BLOCK;
		stop = end - i > BLOCK ? i + BLOCK : end;
		for (; i < stop; i++)
			if (v->first[(unsigned char)s[i]] &&
			    may_stand(v, s, n, i))
				return i;
	}
	return end;
}
