/* Finds the places in a text that may refer to notes, and those that may begin
 * one. */
#include "text/structure/marks.h"

#include <string.h>

#include "base/vec.h"
#include "text/structure/mark_read.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The code point in front of P, 0 where none is. */
static ucs
char_before(const struct text *t, text_pos p)
{
	ucs c;

	if (p == 0)
		return 0;
	if ((unsigned char)t->at[p - 1] < 0x80)
		return (unsigned char)t->at[p - 1];
	ucs_decode(t->at + ucs_before(t->at, p), 4, &c);
	return c;
}

/* The code point at P, a blank at the end. */
static ucs
char_at(const struct text *t, text_pos p)
{
	ucs c = ' ';

	if (p < t->n)
		ucs_decode(t->at + p, t->n - p, &c);
	return c;
}

/* A star or a dagger glued to the end of a word and to nothing behind. */
static bool
read_sign(const struct text *t, text_pos p, struct mark *m)
{
	size_t taken = 0;
	ucs before = char_before(t, p), after;

	m->key = p > 0 ? mark_sign_key(t->at + p, t->n - p, &taken) : 0;
	if (m->key == 0)
		return false;
	after = char_at(t, p + taken);
	m->style = MARK_SIGN;
	m->n = (uint32_t)taken;
	if (ucs_is_letter(after) || ucs_is_digit(after) || after == '\\')
		return false;
	/* "*.example" and the sign itself, in quotation marks. */
	if (after == '.' && ucs_is_letter(char_at(t, p + taken + 1)))
		return false;
	if (before == '"' || before == '\'') {
		ucs quoted = char_before(t, ucs_before(t->at, p));

		if (after == before || ucs_is_space(quoted) ||
		    quoted == '\n')
			return false;
	}
	return !ucs_is_space(before) && before != '\n' && before != '(' &&
	       before != '[' && before != '\r' && before != '\\' &&
	       before != '/' && !ucs_is_open(before) &&
	       !ucs_is_dash(before);
}

/* Whether what stands behind figures says that they count something: "2nd",
 * "12%", "sha1-x", "10.3", "120-126". */
static bool
goes_on(const struct text *t, text_pos p)
{
	ucs c = char_at(t, p), next = char_at(t, p + 1);

	if (ucs_is_letter(c) || c == '%' || c == '/' || c == '_' || c == ']' ||
	    c == '=' || c == '@')
		return true;
	return (c == '.' || c == '-' || c == ':' || c == ',') &&
	       (ucs_is_digit(next) || (c != ',' && ucs_is_letter(next)));
}

/* Whether a word or a sentence ends in front of P, to which figures can be
 * glued: no initial ("A.1"), no leader ("....5"), no number. */
static bool
ends_word(const struct text *t, text_pos p)
{
	text_pos b = ucs_before(t->at, p);
	ucs before = char_before(t, p), word;

	if (ucs_is_unspaced(before))
		return true;
	/* A word, no "x1" and no "0x1". */
	if (ucs_is_letter(before))
		return ucs_is_lower(before) &&
		       ucs_is_letter(char_before(t, b));
	if (!ucs_is_punct(before) || ucs_is_open(before) ||
	    ucs_is_dash(before) || before == '/' || before == '#' ||
	    before == '\\' || b == 0)
		return false;
	word = char_before(t, b);
	if (before == ':' || before == '.') {
		ucs first = char_before(t, ucs_before(t->at, b));

		if (ucs_is_upper(word) && !ucs_is_letter(first))
			return false;
		return ucs_is_letter(word) || ucs_is_close(word) ||
		       word == '"';
	}
	return ucs_is_letter(word) || ucs_is_close(word) || word == '.' ||
	       word == '"' || word == ',';
}

/* Figures glued to a word or to what closes a sentence. */
static bool
read_glued(const struct text *t, text_pos p, struct mark *m)
{
	size_t taken;

	if (p < 2 || is_digit(t->at[p - 1]) || !ends_word(t, p))
		return false;
	m->key = note_key(t->at + p, t->n - p, &taken);
	if (m->key == 0 || taken > 3 || goes_on(t, p + taken))
		return false;
	m->style = MARK_DIGITS;
	m->n = (uint32_t)taken;
	return true;
}

/* Whether brackets from P to END belong to a drawing or a number: "--(1)->",
 * "21(2)". */
static bool
is_drawn(const struct text *t, text_pos p, text_pos end)
{
	ucs before = char_before(t, p), after = char_at(t, end);

	return before == '-' || after == '-' || ucs_is_digit(before);
}

static bool
read_mark(const struct text *t, text_pos p, text_pos end, struct mark *m)
{
	const char *s = t->at + p;
	size_t n = end - p, taken = 0;
	ucs c;

	switch (*s) {
	case '[':
		return mark_read_square(s, n, m);
	case '(': case '{':
		m->key = mark_bracketed(s, n, *s == '(' ? ')' : '}', &taken);
		m->style = *s == '(' ? MARK_ROUND : MARK_BRACE;
		m->n = (uint32_t)taken;
		m->tight = p > 0 && (unsigned char)t->at[p - 1] > ' ';
		return m->key != 0 && !is_drawn(t, p, p + taken);
	case '^':
		return mark_read_caret(s, n, m);
	case '<':
		return mark_read_html(s, t->n - p, m);
	default:
		break;
	}
	if (is_digit(*s))
		return read_glued(t, p, m);
	ucs_decode(s, n, &c);
	if (mark_raised_digit(c) >= 0)
		return mark_read_raised(s, n, m);
	return mark_sign(c) > 0 && read_sign(t, p, m);
}

static const bool triggers[256] = {
	['['] = true, ['('] = true, ['{'] = true, ['^'] = true, ['<'] = true,
	['*'] = true, [0xC2] = true, [0xE2] = true, [0xEF] = true,
	['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
	['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true};

/* The bytes of "[12]", a link's number, in front of the N bytes at S. */
static size_t
link_number(const char *s, size_t n)
{
	size_t p = 1;

	if (n < 3 || s[0] != '[')
		return 0;
	while (p < n && is_digit(s[p]))
		p++;
	return p > 1 && p < n && s[p] == ']' ? p + 1 : 0;
}

/* Whether such a number stands there and words behind it: a link has some, a
 * note's mark may have none. */
static bool
numbers_link(const char *s, size_t n)
{
	size_t k = link_number(s, n);

	return k > 0 && k < n && memchr(" ,.;:)", s[k], 6) == NULL;
}

/* The bytes of a tag of HTML in front of the N bytes at S: Markdown keeps
 * the anchors of notes so. */
static size_t
html_tag(const char *s, size_t n)
{
	const char *end = memchr(s, '>', n < 120 ? n : 120);

	return end == NULL ? 0 : (size_t)(end - s) + 1;
}

/* The mark behind a link's number at P, where lynx put one; P is moved
 * behind the number. */
static bool
read_behind_link(const struct text *t, text_pos *p, text_pos end,
                 struct mark *m)
{
	size_t taken = 0;

	*p += link_number(t->at + *p, end - *p);
	if (*p >= end)
		return false;
	m->at = *p;
	if (!is_digit(t->at[*p]))
		return triggers[(unsigned char)t->at[*p]] &&
		       read_mark(t, *p, end, m);
	m->key = note_key(t->at + *p, end - *p, &taken);
	m->style = MARK_DIGITS;
	m->n = (uint32_t)taken;
	return m->key != 0;
}

/* The first byte at or behind P that may begin a mark, else END. */
static text_pos
next_trigger(const struct text *t, text_pos p, text_pos end)
{
	const unsigned char *s = (const unsigned char *)t->at;

	while (p + 4 <= end && !(triggers[s[p]] | triggers[s[p + 1]] |
	                         triggers[s[p + 2]] | triggers[s[p + 3]]))
		p += 4;
	while (p < end && !triggers[s[p]])
		p++;
	return p;
}

/* The marks of one line; a star that opens an emphasis takes the one that
 * closes it away, also on a line below. */
static void
scan_line(const struct survey *s, size_t i, bool first, bool *emphasis,
          struct marks *out)
{
	const struct text *t = s->t;
	text_pos start = s->lines.at[i].at, end = line_end(&s->lines.at[i]);

	for (text_pos p = start; out->n < MARKS_MOST;) {
		struct mark m = {.line = (uint32_t)i};

		p = next_trigger(t, p, end);
		if (p >= end)
			break;
		m.at = p;
		/* lynx shows a raised link as "^[12]1". */
		if (s->manner.linked && t->at[p] == '^' &&
		    link_number(t->at + p + 1, end - p - 1) > 0)
			p++;
		if (s->manner.linked && numbers_link(t->at + p, end - p)) {
			if (read_behind_link(t, &p, end, &m)) {
				m.first = first && p == start;
				vec_push(out, m);
				p += m.n;
			}
			continue;
		}
		if (!read_mark(t, p, end, &m)) {
			*emphasis |= t->at[p] == '*' && p + 1 < end &&
			             t->at[p + 1] != ' ';
			p++;
			continue;
		}
		if (m.style == MARK_SIGN && *emphasis && t->at[p] == '*') {
			*emphasis = false;
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
	bool emphasis = false;

	for (size_t i = 0; i < s->lines.n; i++) {
		const struct line *l = &s->lines.at[i];

		bool first = i == 0 || l[-1].n == 0;

		emphasis = emphasis && !first;
		if (l->n == 0 || l->role == ROLE_FURNITURE)
			continue;
		scan_line(s, i, first, &emphasis, out);
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
		return taken >= n || strchr(".,/", s[taken]) == NULL;
	}
	/* A letter needs its point; "3.5" and "1917" are no labels. */
	if (p == taken && m->style == MARK_POINT)
		return false;
	if (m->style == MARK_POINT && p < n && is_digit(s[p]))
		return false;
	return m->key < KEY_LETTER || m->style == MARK_POINT ||
	       m->key >= KEY_STARRED;
}

/* Whether the N bytes at S may begin a note. Most lines begin with a letter,
 * which must be by itself then, or begin a word for a note. */
static bool
can_begin(const char *s, size_t n)
{
	if (n < 2 || (s[0] | 32) < 'a' || (s[0] | 32) > 'z')
		return n > 0;
	switch (s[1]) {
	case '.': case ')': case ':': case '\\':
		return true;
	case 'o': case 'O': case 'n': case 'u':
		return (s[0] | 32) == 'f' || (s[0] | 32) == 'n' ||
		       s[0] == 'A';
	default:
		return false;
	}
}

bool
definition_read(const char *s, size_t n, struct mark *m)
{
	size_t taken = 0;
	ucs c;

	if (!can_begin(s, n))
		return false;
	if (*s == '[' && n > 1) {
		if (!mark_read_square(s, n, m))
			return false;
		if (m->style != MARK_MARKDOWN)
			return true;
		/* "[^0-9]" alone is a pattern's. */
		if (m->n == n || (s[m->n] != ':' && s[m->n] != ' '))
			return false;
		m->n += s[m->n] == ':';
		return true;
	}
	if (*s == '(' || *s == '{') {
		m->key = mark_bracketed(s, n, *s == '(' ? ')' : '}', &taken);
		m->style = *s == '(' ? MARK_ROUND : MARK_BRACE;
		m->n = (uint32_t)taken;
		return m->key != 0;
	}
	if (*s == '^')
		return mark_read_caret(s, n, m);
	ucs_decode(s, n, &c);
	if (mark_raised_digit(c) >= 0)
		return mark_read_raised(s, n, m);
	taken = mark_skip_word(s, n);
	if (taken > 0 && read_point(s + taken, n - taken, m)) {
		m->style = MARK_FOOTNOTE;
		m->n += (uint32_t)taken;
		return true;
	}
	return read_point(s, n, m);
}

/* Whether line I stands amid a paragraph: the one above is full and stops
 * within a sentence. */
static bool
is_amid(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i], *above = l - 1;

	if (i == 0 || above->n == 0 || s->manner.wrap == 0 ||
	    above->indent + above->width + 12u < s->manner.wrap)
		return false;
	return ucs_is_letter(above->last) || ucs_is_digit(above->last) ||
	       above->last == ',' || above->last == '-';
}

/* Whether the sign of N bytes at P opens an emphasis: no blank follows, and it
 * comes again in the same paragraph, near by. */
static bool
opens_emphasis(const struct text *t, text_pos p, size_t n)
{
	enum { REACH = 600 };
	text_pos end = t->n - p < REACH ? t->n : p + REACH;

	if (p + n >= t->n || t->at[p + n] == ' ' || t->at[p] != '*')
		return false;
	for (text_pos q = p + n; q < end; q++) {
		if (t->at[q] == '\n' && q + 1 < end &&
		    (t->at[q + 1] == '\n' || t->at[q + 1] == '\r'))
			return false;
		if (t->at[q] == '*')
			return true;
	}
	return false;
}

/* Whether the N bytes at S, behind a number, are set in columns as a table's
 * row is, which may be one more behind it: "12    3.5    4". */
static bool
is_row(const char *s, size_t n)
{
	size_t p = 0, blanks = 0;

	while (p < n && (s[p] == ' ' || s[p] == '\t'))
		p++;
	if (p > 4)
		return true;
	for (; p < n; p++) {
		blanks = s[p] == ' ' ? blanks + 1 : 0;
		if (blanks == 3 || s[p] == '\t')
			return true;
	}
	return false;
}

void
definitions_scan(const struct survey *s, struct marks *out)
{
	for (size_t i = 0; i < s->lines.n && out->n < MARKS_MOST; i++) {
		const struct line *l = &s->lines.at[i];
		struct mark m = {.at = l->at, .line = (uint32_t)i};
		size_t link = 0;

		if (l->role == ROLE_FURNITURE ||
		    !can_begin(line_text(s, i), l->n))
			continue;
		if (s->manner.linked)
			link = link_number(line_text(s, i), l->n);
		else if (l->first == '<')
			link = html_tag(line_text(s, i), l->n);
		m.at += link;
		if (!definition_read(s->t->at + m.at, l->n - link, &m))
			continue;
		if (m.style != MARK_FOOTNOTE && is_amid(s, i))
			continue;
		if (m.style == MARK_SIGN && opens_emphasis(s->t, m.at, m.n))
			continue;
		if (m.style == MARK_BARE && line_is(l, LINE_GAPS) &&
		    is_row(s->t->at + m.at + m.n, l->n - link - m.n))
			continue;
		m.first = i == 0 || l[-1].n == 0;
		if (m.style == MARK_ALONE && (i + 1 >= s->lines.n))
			continue;
		vec_push(out, m);
	}
}
