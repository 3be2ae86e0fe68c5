/* Reads the marks of notes: labels in brackets, raised, with a caret. */
#include "text/structure/mark_read.h"

#include <string.h>

#include "text/structure/candidates.h"

/* [byte] of a link's label and address: without a bound, a long line of links
 * that nothing closes would be read through once for each of them. */
enum { LINK_MOST = 512 };

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
unsigned
mark_sign(ucs c)
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

uint32_t
mark_sign_key(const char *s, size_t n, size_t *taken)
{
	ucs first;
	size_t k = ucs_decode(s, n, &first), p = k;
	unsigned count = 1;

	if (mark_sign(first) == 0)
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
	return KEY_SIGN + mark_sign(first) * 16 + count;
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
		if ((p < n && is_digit(s[p])) || s[0] == '0')
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
		value = mark_sign_key(s + 1, n - 1, taken);
		*taken += value > 0;
		return value;
	}
	return n > 0 ? mark_sign_key(s, n, taken) : 0;
}

/* What an open bracket at S may hold, up to CLOSE: a label's key. */
uint32_t
mark_bracketed(const char *s, size_t n, char close, size_t *taken)
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

/* Whether C may begin one of them; most lines begin with another letter. */
static bool
begins_word(char c)
{
	return c == 'F' || c == 'f' || c == 'N' || c == 'n' || c == 'A';
}

/* "[Footnote 1", "[Note 1": behind the word, 0 when there is none. */
size_t
mark_skip_word(const char *s, size_t n)
{
	size_t words = sizeof footnote_words / sizeof *footnote_words;

	if (n == 0 || !begins_word(s[0]))
		return 0;
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
opens_label(char c)
{
	return c == '\\' || c == '[' || c == '(' || c == '^' || c == '{';
}

static bool
closes_label(char c)
{
	return c == '\\' || c == ']' || c == ')' || c == '^' || c == '.' ||
	       c == '}' || c == ':';
}

/* "[\\[1\\]](#n1)" and "[1.](#n1)": a label that is a link to the note. */
static uint32_t
linked_key(const char *s, size_t n, size_t *taken)
{
	size_t p = 1, k;
	uint32_t key;

	while (p < n && p < 6 && opens_label(s[p]))
		p++;
	key = note_key(s + p, n - p, &k);
	if (key == 0)
		return 0;
	p += k;
	while (p < n && p < 16 && closes_label(s[p]))
		p++;
	if (p + 2 >= n || s[p - 1] != ']' || s[p] != '(' || s[p + 1] != '#')
		return 0;
	n = n < LINK_MOST ? n : LINK_MOST;
	while (p < n && s[p] != ')' && s[p] != '\n')
		p++;
	if (p >= n || s[p] != ')')
		return 0;
	*taken = p + 1;
	return key;
}

bool
mark_read_square(const char *s, size_t n, struct mark *m)
{
	size_t taken = 0, p;

	if ((m->key = markdown_key(s, n, &taken)) != 0) {
		m->style = MARK_MARKDOWN;
	} else if ((m->key = linked_key(s, n, &taken)) != 0) {
		m->style = MARK_SQUARE;
	} else if ((m->key = mark_bracketed(s, n, ']', &taken)) != 0) {
		/* "[a]t first" is a quotation's. */
		if (m->key >= KEY_LETTER && m->key < KEY_SIGN && taken < n &&
		    s[taken] >= 'a' && s[taken] <= 'z')
			return false;
		m->style = MARK_SQUARE;
	} else {
		p = 1 + mark_skip_word(s + 1, n - 1);
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

/* Behind the tags of HTML at S + P. */
static size_t
skip_tags(const char *s, size_t p, size_t n)
{
	while (p < n && s[p] == '<') {
		const char *end = memchr(s + p, '>', n - p);

		if (end == NULL)
			return n;
		p = (size_t)(end - s) + 1;
	}
	return p;
}

bool
mark_read_html(const char *s, size_t n, struct mark *m)
{
	size_t p, k;

	n = n < LINK_MOST ? n : LINK_MOST;
	if (n < 9 || memcmp(s, "<sup", 4) != 0)
		return false;
	p = skip_tags(s, 0, n);
	while (p < n && strchr("\\[(", s[p]) != NULL && s[p] != '\0')
		p++;
	m->key = p < n ? note_key(s + p, n - p, &k) : 0;
	if (m->key == 0)
		return false;
	p += k;
	while (p < n && strchr("\\])", s[p]) != NULL && s[p] != '\0')
		p++;
	for (k = p; k + 6 <= n && s[k] == '<'; k++) {
		const char *end = memchr(s + k, '>', n - k);

		if (memcmp(s + k, "</sup>", 6) == 0) {
			m->style = MARK_SUPER;
			m->n = (uint32_t)k + 6;
			return true;
		}
		if (end == NULL)
			break;
		k = (size_t)(end - s);
	}
	return false;
}

int
mark_raised_digit(ucs c)
{
	if (c == 0xB9)
		return 1;
	if (c == 0xB2 || c == 0xB3)
		return (int)(c - 0xB0);
	if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
		return (int)(c - 0x2070);
	return -1;
}

bool
mark_read_raised(const char *s, size_t n, struct mark *m)
{
	uint32_t value = 0;
	size_t p = 0;

	while (p < n && p < 9) {
		ucs c;
		size_t k = ucs_decode(s + p, n - p, &c);

		if (mark_raised_digit(c) < 0)
			break;
		value = value * 10 + (uint32_t)mark_raised_digit(c);
		p += k;
	}
	m->key = value;
	m->style = MARK_SUPER;
	m->n = (uint32_t)p;
	return value > 0;
}

bool
mark_read_caret(const char *s, size_t n, struct mark *m)
{
	size_t taken = 0;

	if (n < 2)
		return false;
	if (s[1] == '{' || s[1] == '(' || s[1] == '[')
		m->key = mark_bracketed(s + 1, n - 1,
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
