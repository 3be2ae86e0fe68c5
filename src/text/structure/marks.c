/* Finds the places in a text that may refer to notes. */
#include "text/structure/marks.h"

#include <string.h>

#include "base/vec.h"
#include "text/structure/candidates.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_ascii_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* The sign of a note that needs no number; 0 for none. */
static unsigned
sign_of(ucs c)
{
	switch (c) {
	case '*': case 0x2217: case 0xFF0A: return 1;
	case 0x2020: return 2;
	case 0x2021: return 3;
	case 0xA7: return 4;
	case 0xB6: return 5;
	case 0x2016: return 6;
	default: return 0;
	}
}

static uint32_t
sign_key(const char *s, size_t n, size_t *taken)
{
	ucs first;
	size_t k = ucs_decode(s, n, &first), p = k;
	unsigned count = 1;

	if (sign_of(first) == 0)
		return 0;
	while (p < n && count < 9) {
		ucs c;
		size_t m;

		/* "* * *" is a row of stars, "\*" a star of Markdown's. */
		if (s[p] == '\\' && p + 1 < n)
			p++;
		m = ucs_decode(s + p, n - p, &c);
		if (c != first)
			break;
		p += m;
		count++;
	}
	*taken = p;
	return KEY_SIGN + sign_of(first) * 16 + count;
}

uint32_t
note_key(const char *s, size_t n, size_t *taken)
{
	uint32_t value = 0;
	size_t p = 0;

	*taken = 0;
	while (p < n && p < 4 && is_digit(s[p]))
		value = value * 10 + (uint32_t)(s[p++] - '0');
	if (p > 0) {
		if (p < n && (is_digit(s[p]) || value == 0))
			return 0;
		*taken = p;
		if (p < n && s[p] == '*') {
			*taken = p + 1;
			return KEY_STARRED + value;
		}
		if (p + 1 < n && s[p] == '\\' && s[p + 1] == '*') {
			*taken = p + 2;
			return KEY_STARRED + value;
		}
		return value;
	}
	if (n > 0 && is_ascii_letter(s[0])) {
		*taken = 1;
		return KEY_LETTER + (uint32_t)(s[0] | 32);
	}
	if (n > 1 && s[0] == '\\') {
		value = sign_key(s + 1, n - 1, taken);
		*taken += value > 0;
		return value;
	}
	return n > 0 ? sign_key(s, n, taken) : 0;
}

/* What an open bracket at S may hold, up to CLOSE: a label's key. */
static uint32_t
bracketed_key(const char *s, size_t n, char close, size_t *taken)
{
	size_t p = 1, k;
	uint32_t key;

	while (p < n && s[p] == ' ' && p < 3)
		p++;
	if (p < n && s[p] == '^')
		p++;
	key = note_key(s + p, n - p, &k);
	if (key == 0)
		return 0;
	p += k;
	while (p < n && (s[p] == ' ' || s[p] == '\\' || s[p] == '^') && p < 12)
		p++;
	if (p >= n || s[p] != close)
		return 0;
	*taken = p + 1;
	return key;
}

static const char *const footnote_words[] = {
	"Footnote ", "Footnote: ", "footnote ", "FOOTNOTE ", "Note ",
	"note ", "Fn ", "fn", "Anm. ", "Anmerkung ", "Fußnote ", "Nota "};

/* "[Footnote 1", "[Note 1": behind the word, 0 when there is none. */
static size_t
skip_footnote_word(const char *s, size_t n)
{
	size_t words = sizeof footnote_words / sizeof *footnote_words;

	for (size_t i = 0; i < words; i++) {
		size_t k = strlen(footnote_words[i]);

		if (n > k && memcmp(s, footnote_words[i], k) == 0)
			return k;
	}
	return 0;
}

/* "[^name]" of Markdown. */
static uint32_t
markdown_key(const char *s, size_t n, size_t *taken)
{
	size_t p = 2;

	if (n < 4 || s[0] != '[' || s[1] != '^')
		return 0;
	while (p < n && p < 64 && s[p] != ']' && s[p] != ' ' && s[p] != '\n')
		p++;
	if (p >= n || s[p] != ']' || p == 2)
		return 0;
	*taken = p + 1;
	return (uint32_t)(words_hash(s + 2, p - 2) >> 34) | KEY_NAME;
}

static bool
read_square(const char *s, size_t n, struct mark *m)
{
	size_t taken = 0, p;

	if ((m->key = markdown_key(s, n, &taken)) != 0) {
		m->style = MARK_MARKDOWN;
	} else if ((m->key = bracketed_key(s, n, ']', &taken)) != 0) {
		m->style = MARK_SQUARE;
	} else {
		p = 1 + skip_footnote_word(s + 1, n - 1);
		m->key = p > 1 ? note_key(s + p, n - p, &taken) : 0;
		if (m->key == 0)
			return false;
		taken += p;
		if (taken >= n || (s[taken] != ']' && s[taken] != ':'))
			return false;
		taken++;
		m->style = MARK_FOOTNOTE;
	}
	m->n = (uint32_t)taken;
	return true;
}

static int
raised_digit(ucs c)
{
	if (c == 0xB9)
		return 1;
	if (c == 0xB2 || c == 0xB3)
		return (int)(c - 0xB0);
	if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
		return (int)(c - 0x2070);
	return -1;
}

static bool
read_raised(const char *s, size_t n, struct mark *m)
{
	uint32_t value = 0;
	size_t p = 0;

	while (p < n && p < 9) {
		ucs c;
		size_t k = ucs_decode(s + p, n - p, &c);

		if (raised_digit(c) < 0)
			break;
		value = value * 10 + (uint32_t)raised_digit(c);
		p += k;
	}
	m->key = value;
	m->style = MARK_SUPER;
	m->n = (uint32_t)p;
	return value > 0;
}

static bool
read_caret(const char *s, size_t n, struct mark *m)
{
	size_t taken = 0;

	if (n < 2)
		return false;
	if (s[1] == '{' || s[1] == '(' || s[1] == '[')
		m->key = bracketed_key(s + 1, n - 1,
		                       s[1] == '{'   ? '}'
		                       : s[1] == '(' ? ')'
		                                     : ']',
		                       &taken);
	else if (is_digit(s[1]))
		m->key = note_key(s + 1, n - 1, &taken);
	else
		m->key = 0;
	taken += m->key != 0 && taken > 0;
	if (taken < n && s[taken] == '^')
		taken++;
	m->style = MARK_CARET;
	m->n = (uint32_t)taken;
	return m->key != 0;
}

/* A star or a dagger glued to the end of a word and to nothing behind. */
static bool
read_sign(const struct text *t, text_pos p, struct mark *m)
{
	size_t taken = 0;
	ucs before, after = ' ';

	if (p == 0)
		return false;
	m->key = sign_key(t->at + p, t->n - p, &taken);
	if (m->key == 0)
		return false;
	ucs_decode(t->at + ucs_before(t->at, p), 4, &before);
	if (p + taken < t->n)
		ucs_decode(t->at + p + taken, t->n - p - taken, &after);
	m->style = MARK_SIGN;
	m->n = (uint32_t)taken;
	if (ucs_is_letter(after) || ucs_is_digit(after) || after == '\\')
		return false;
	return !ucs_is_space(before) && before != '\n' && before != '(' &&
	       before != '[' && before != '\r' && before != '\\' &&
	       !ucs_is_open(before);
}

/* Figures glued to a word or to what closes a sentence. */
static bool
read_glued(const struct text *t, text_pos p, struct mark *m)
{
	size_t taken, k;
	ucs before, word;
	text_pos b;

	if (p < 2 || is_digit(t->at[p - 1]))
		return false;
	b = ucs_before(t->at, p);
	ucs_decode(t->at + b, p - b, &before);
	if (!ucs_is_letter(before)) {
		if (!ucs_is_punct(before) || ucs_is_open(before) ||
		    ucs_is_dash(before) || before == '/' || before == '#' ||
		    before == '\\' || b == 0)
			return false;
		k = ucs_before(t->at, b);
		ucs_decode(t->at + k, b - k, &word);
		if (!ucs_is_letter(word) && !ucs_is_close(word) &&
		    word != '.' && word != '"' && word != ',')
			return false;
	} else if (!ucs_is_lower(before) && !ucs_is_unspaced(before)) {
		return false;
	}
	m->key = note_key(t->at + p, t->n - p, &taken);
	if (m->key == 0 || taken > 3)
		return false;
	if (p + taken < t->n) {
		ucs_decode(t->at + p + taken, t->n - p - taken, &word);
		if (ucs_is_letter(word) || word == '%' || word == '/')
			return false;
	}
	m->style = MARK_DIGITS;
	m->n = (uint32_t)taken;
	return true;
}

static bool
read_mark(const struct text *t, text_pos p, text_pos end, struct mark *m)
{
	const char *s = t->at + p;
	size_t n = end - p, taken = 0;
	ucs c;

	switch (*s) {
	case '[':
		return read_square(s, n, m);
	case '(': case '{':
		m->key = bracketed_key(s, n, *s == '(' ? ')' : '}', &taken);
		m->style = *s == '(' ? MARK_ROUND : MARK_BRACE;
		m->n = (uint32_t)taken;
		return m->key != 0;
	case '^':
		return read_caret(s, n, m);
	default:
		break;
	}
	if (is_digit(*s))
		return read_glued(t, p, m);
	ucs_decode(s, n, &c);
	if (raised_digit(c) >= 0)
		return read_raised(s, n, m);
	return sign_of(c) > 0 && read_sign(t, p, m);
}

static const bool triggers[256] = {
	['['] = true, ['('] = true, ['{'] = true, ['^'] = true,
	['*'] = true, [0xC2] = true, [0xE2] = true, [0xEF] = true,
	['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
	['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true};

/* The marks of one line; a star that opens an emphasis takes the one that
 * closes it away. */
static void
scan_line(const struct survey *s, size_t i, bool first, struct marks *out)
{
	const struct text *t = s->t;
	text_pos start = s->lines.at[i].at, end = line_end(&s->lines.at[i]);
	bool emphasis = false;

	for (text_pos p = start; p < end && out->n < MARKS_MOST;) {
		struct mark m = {.at = p, .line = (uint32_t)i};

		if (!triggers[(unsigned char)t->at[p]]) {
			p++;
			continue;
		}
		if (!read_mark(t, p, end, &m)) {
			emphasis |= t->at[p] == '*';
			p++;
			continue;
		}
		if (m.style == MARK_SIGN && emphasis && t->at[p] == '*') {
			emphasis = false;
			p += m.n;
			continue;
		}
		m.first = first && p == start;
		vec_push(out, m);
		p += m.n;
	}
}

void
marks_scan(const struct survey *s, struct marks *out)
{
	for (size_t i = 0; i < s->lines.n; i++) {
		const struct line *l = &s->lines.at[i];

		if (l->n == 0 || l->role == ROLE_FURNITURE)
			continue;
		scan_line(s, i, i == 0 || l[-1].n == 0, out);
	}
}

/* "1. ", "1) ", "1.) ", "1: " and the figures that nothing follows. */
static bool
read_point(const char *s, size_t n, struct mark *m)
{
	size_t taken, p;

	m->key = note_key(s, n, &taken);
	if (m->key == 0 || taken > 4)
		return false;
	p = taken;
	if (p == n || (p + 1 == n && s[p] == '.')) {
		m->style = MARK_ALONE;
		m->n = (uint32_t)n;
		return key_is_number(m->key);
	}
	m->style = s[p] == ' ' || s[p] == '\t' ? MARK_BARE : MARK_POINT;
	if (m->style == MARK_BARE && !key_is_number(m->key))
		m->style = MARK_SIGN;
	while (p < n && (s[p] == '.' || s[p] == ')' || s[p] == ':' ||
	                 s[p] == '\\'))
		p++;
	m->n = (uint32_t)p;
	if (m->key >= KEY_SIGN && m->key < KEY_STARRED) {
		m->style = MARK_SIGN;
		m->n = (uint32_t)taken;
		return true;
	}
	/* A letter needs its point; "3.5" and "1917" are no labels. */
	if (p == taken && m->style == MARK_POINT)
		return false;
	if (m->style == MARK_POINT && p < n && is_digit(s[p]))
		return false;
	return m->key < KEY_LETTER || m->style == MARK_POINT ||
	       m->key >= KEY_STARRED;
}

bool
definition_read(const char *s, size_t n, struct mark *m)
{
	size_t taken = 0;
	ucs c;

	if (n == 0)
		return false;
	if (*s == '[' && n > 1) {
		if (!read_square(s, n, m))
			return false;
		if (m->n < n && s[m->n] == ':' && m->style == MARK_MARKDOWN)
			m->n++;
		return true;
	}
	if (*s == '(' || *s == '{') {
		m->key = bracketed_key(s, n, *s == '(' ? ')' : '}', &taken);
		m->style = *s == '(' ? MARK_ROUND : MARK_BRACE;
		m->n = (uint32_t)taken;
		return m->key != 0;
	}
	if (*s == '^')
		return read_caret(s, n, m);
	ucs_decode(s, n, &c);
	if (raised_digit(c) >= 0)
		return read_raised(s, n, m);
	taken = skip_footnote_word(s, n);
	if (taken > 0 && read_point(s + taken, n - taken, m)) {
		m->style = MARK_FOOTNOTE;
		m->n += (uint32_t)taken;
		return true;
	}
	return read_point(s, n, m);
}

void
definitions_scan(const struct survey *s, struct marks *out)
{
	for (size_t i = 0; i < s->lines.n && out->n < MARKS_MOST; i++) {
		const struct line *l = &s->lines.at[i];
		struct mark m = {.at = l->at, .line = (uint32_t)i};

		if (l->n == 0 || l->role == ROLE_FURNITURE ||
		    !definition_read(line_text(s, i), l->n, &m))
			continue;
		m.first = i == 0 || l[-1].n == 0;
		if (m.style == MARK_ALONE && (i + 1 >= s->lines.n))
			continue;
		vec_push(out, m);
	}
}
