/* A place where a sentence may end, and the words around it. */
#include "text/stop.h"

#include <string.h>

#include "text/abbrev.h"

/* Bytes looked at for a word; what is longer is no abbreviation. */
enum { WORD_MAX = 40 };

size_t
scan_look(const struct scan *k, size_t i, ucs *c)
{
	*c = 0;
	return i < k->n ? ucs_decode(k->s + i, k->n - i, c) : 0;
}

size_t
scan_skip_blanks(const struct scan *k, size_t i)
{
	size_t length;
	ucs c;

	while ((length = scan_look(k, i, &c)) && ucs_is_space(c))
		i += length;
	return i;
}

bool
stop_is_quote(ucs c)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
	       (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
	       (c >= 0x300C && c <= 0x300F);
}

bool
stop_is_raised(ucs c)
{
	return c == '_' || c == '*' || c == 0x2020 || c == 0x2021 ||
	       c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 ||
	       (c >= 0x2074 && c <= 0x2079);
}

static bool
opens(ucs c)
{
	return ucs_is_open(c) || stop_is_quote(c) || stop_is_raised(c) ||
	       c == 0xBF || c == 0xA1;
}

size_t
scan_skip_opening(const struct scan *k, size_t i)
{
	size_t length;
	int most;
	ucs c;

	for (most = 8; most > 0; most--) {
		length = scan_look(k, i, &c);
		if (ucs_is_dash(c))
			i = scan_skip_blanks(k, i + length);
		else if (opens(c))
			i += length;
		else
			break;
	}
	return i;
}

struct word
scan_word(const struct scan *k, size_t i)
{
	struct word word = {.s = k->s + i};
	size_t length;
	ucs c;

	scan_look(k, i, &word.first);
	while (word.n < WORD_MAX && (length = scan_look(k, i + word.n, &c)) &&
	       (ucs_is_letter(c) || ucs_is_mark(c) || ucs_is_digit(c)))
		word.n += length;
	return word;
}

/* What stands before END as far as a blank, dash or opening sign: "U.S.S.R",
 * "p". Empty behind a closing sign. */
static struct word
word_before(const struct scan *k, size_t end)
{
	size_t start = end, before, least = end > WORD_MAX ? end - WORD_MAX : 0;
	struct word word = {.s = k->s + end};
	ucs c, upper = 0;

	while (start > least) {
		before = ucs_before(k->s, start);
		scan_look(k, before, &c);
		if (ucs_is_space(c) || ucs_is_dash(c) || c == '/')
			break;
		if (!ucs_is_letter(c) && !ucs_is_digit(c) &&
		    !ucs_is_mark(c) && c != '.' && c != 0x2019 && c != '\'')
			break;
		if ((c == 0x2019 || c == '\'') && (start == end ||
		                                   ucs_is_upper(upper)))
			break;
		upper = c;
		start = before;
	}
	word.s = k->s + start;
	word.n = end - start;
	scan_look(k, start, &word.first);
	if (!word.n)
		word.first = 0;
	return word;
}

static bool
is_number(struct word word)
{
	size_t i;

	for (i = 0; i < word.n; i++)
		if (!ucs_is_digit((unsigned char)word.s[i]) &&
		    (word.s[i] != '.' || !i))
			return false;
	return word.n > 0;
}

/* In capitals or small letters throughout. */
static bool
is_roman(struct word word)
{
	const char *digits = ucs_is_upper(word.first) ? "IVXLCDM" : "ivxlcdm";
	size_t i;

	for (i = 0; i < word.n; i++)
		if (!word.s[i] || !strchr(digits, word.s[i]))
			return false;
	return word.n > 0;
}

/* Whether NEXT is the number that ABBREVIATED leads to. "No. I" is none. */
static bool
is_numbered(struct word abbreviated, struct word next)
{
	bool is_no = abbreviated.n == 2 && !memcmp(abbreviated.s + 1, "o", 1);

	return ucs_is_digit(next.first) ||
	       (is_roman(next) && !(is_no && next.n == 1));
}

/* One letter, or letters with a stop behind each: "V", "U.S.S.R". Scripts
 * without capitals have no such things. */
static bool
is_initials(struct word word)
{
	size_t i = 0, length;
	ucs c;

	while (i < word.n) {
		length = ucs_decode(word.s + i, word.n - i, &c);
		if (!ucs_is_upper(c) && !ucs_is_lower(c))
			return false;
		i += length;
		if (i < word.n && word.s[i++] != '.')
			return false;
	}
	return word.n > 0;
}

/* Whether the words from the block's begin to END are the name of a speaker in
 * capitals: "OLD MAN". */
static bool
is_speaker(const struct scan *k, size_t end)
{
	size_t i, length, letters = 0;
	ucs c;

	if (!k->is_start || end - k->begin > WORD_MAX)
		return false;
	for (i = k->begin; i < end; i += length) {
		length = scan_look(k, i, &c);
		if (ucs_is_upper(c))
			letters++;
		else if (c != ' ' && c != '-')
			return false;
	}
	return letters > 1;
}

/* The same in italics: "_Mag._", "_M. Cic._". */
static bool
is_italic_speaker(const struct scan *k, size_t end)
{
	size_t n = end - k->begin;
	const char *s = k->s + k->begin, *blank;

	if (!k->is_start || n > WORD_MAX / 2 || s[0] != '_' ||
	    end + 1 >= k->n || k->s[end + 1] != '_')
		return false;
	blank = memchr(s, ' ', n);
	return !blank || !memchr(blank + 1, ' ', n - (size_t)(blank + 1 - s));
}

/*
 * Whether what a sentence begins with is only its mark: a number, a letter, a
 * speaker. "1. Oustric: …", "A. – It is …".
 */
static bool
is_leading_mark(const struct scan *k, struct word word)
{
	size_t end = (size_t)(word.s - k->s) + word.n;

	if (is_speaker(k, end) || is_italic_speaker(k, end))
		return true;
	if (scan_skip_opening(k, k->begin) != end - word.n)
		return false;
	return (is_number(word) && (word.n <= 3 || memchr(word.s, '.', word.n)))
	       || (is_roman(word) && word.n <= 6) ||
	       (is_initials(word) && word.n <= UCS_MAX_BYTES);
}

/* "am 1. Mai", "der 3. Internationale" */
static bool
is_ordinal(const struct scan *k, struct word word)
{
	size_t start = (size_t)(word.s - k->s);
	struct word before;

	if (word.n > 2 || !is_number(word) || !start || k->s[start - 1] != ' ')
		return false;
	before = word_before(k, start - 1);
	return abbrev_expects_ordinal(before.s, before.n);
}

/* "т. д." and "т. п." */
static bool
is_et_cetera(const struct scan *k, struct word word)
{
	static const char *const wholes[] = {"т. д", "т. п"};
	size_t i, n, end = (size_t)(word.s - k->s) + word.n;

	for (i = 0; i < sizeof wholes / sizeof *wholes; i++) {
		n = strlen(wholes[i]);
		if (end >= n && !memcmp(k->s + end - n, wholes[i], n))
			return true;
	}
	return false;
}

/* "In the U.S.S.R.": too few words (fewer than four) for a sentence. */
static bool
is_fragment(const struct scan *k, size_t end)
{
	size_t i = k->begin, words = 1;

	for (; i < end && words < 4; i++)
		if (k->s[i] == ' ' || k->s[i] == '\n')
			words++;
	return words < 4;
}

/* A name's initial is no opener: "I" in "V. I. Lenin". */
static bool
opens_sentence(const struct scan *k, struct word next)
{
	size_t behind = (size_t)(next.s - k->s) + next.n;

	if (behind < k->n && k->s[behind] == '.' && is_initials(next))
		return false;
	return abbrev_opens_sentence(next.s, next.n);
}

bool
stop_is_abbreviation(const struct scan *k, const struct stop *stop,
                struct word next)
{
	struct word word = word_before(k, stop->at);

	if (!word.n)
		return false;
	if (is_leading_mark(k, word))
		return true;
	switch (abbrev_kind(word.s, word.n)) {
	case ABBREV_NEVER: return true;
	case ABBREV_ETC: return false;
	case ABBREV_OFTEN: return !opens_sentence(k, next);
	case ABBREV_NUMBER:
		if (is_numbered(word, next))
			return true;
		break;
	case ABBREV_NONE: break;
	}
	if (is_initials(word) && !is_et_cetera(k, word))
		return !opens_sentence(k, next) ||
		       (word.n > 1 && is_fragment(k, stop->at));
	return is_ordinal(k, word) && !opens_sentence(k, next);
}
