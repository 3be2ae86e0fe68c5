/* One pass over a text: its physical lines and their features. */
#include "text/structure/lines.h"

#include "base/ascii.h"
#include "base/vec.h"

enum { LINE_TAB_WIDTH = 8 };

/* What is counted while a line is read. */
struct glance {
	unsigned upper, lower, other; /* letters */
	unsigned words, long_words, capital_words;
	unsigned marks;   /* that a rule could be made of */
	unsigned solids;  /* that no rule is made of */
	unsigned gaps;    /* runs of two blanks or more */
	unsigned leaders; /* dots in a row, the longest */
	bool unspaced, figures;
};

/* Bytes that end a line. */
static const bool ends_line[256] = {
	['\n'] = true, ['\r'] = true, ['\f'] = true};

static text_pos
find_end(const struct text *t, text_pos p)
{
	while (p < t->n && !ends_line[(unsigned char)t->at[p]])
		p++;
	return p;
}

/* The blank code point at P, its bytes; 0 where P is none. */
static size_t
blank_at(const struct text *t, text_pos p, text_pos end)
{
	unsigned char b = (unsigned char)t->at[p];
	ucs c;
	size_t k;

	if (b < 0x80)
		return b == ' ' || b == '\t' || b == '\v';
	if (b != 0xC2 && b != 0xE1 && b != 0xE2 && b != 0xE3 && b != 0xEF)
		return 0;
	k = ucs_decode(t->at + p, end - p, &c);
	return ucs_is_space(c) ? k : 0;
}

/* Takes the white space off the front of L, which reaches to END. */
static void
take_indent(const struct text *t, struct line *l, text_pos end)
{
	unsigned col = 0;
	size_t k;

	while (l->at < end && (k = blank_at(t, l->at, end)) > 0) {
		if (t->at[l->at] == '\t') {
			col += LINE_TAB_WIDTH - col % LINE_TAB_WIDTH;
			l->flags |= LINE_TAB;
		} else if (k < 3 || t->at[l->at] == (char)0xE3) {
			col += k < 3 ? 1 : 2;
		}
		l->at += k;
	}
	l->indent = (uint16_t)(col < UINT16_MAX ? col : UINT16_MAX);
}

static text_pos
trim_end(const struct text *t, text_pos from, text_pos end)
{
	while (end > from) {
		text_pos p = ucs_before(t->at, end);

		if (p < from || blank_at(t, p, end) != end - p)
			break;
		end = p;
	}
	return end;
}

enum letter { LETTER_NONE, LETTER_UPPER, LETTER_LOWER, LETTER_OTHER };

static enum letter
letter_kind(ucs c)
{
	if (c < 0x80) {
		if (c >= 'a' && c <= 'z')
			return LETTER_LOWER;
		return c >= 'A' && c <= 'Z' ? LETTER_UPPER : LETTER_NONE;
	}
	if (c >= 0x0430 && c <= 0x045F)
		return LETTER_LOWER;
	if (c >= 0x0400 && c <= 0x042F)
		return LETTER_UPPER;
	if (c >= 0x2000 && c <= 0x206F)
		return LETTER_NONE;
	if (ucs_is_lower(c))
		return LETTER_LOWER;
	if (ucs_is_upper(c))
		return LETTER_UPPER;
	return ucs_is_letter(c) ? LETTER_OTHER : LETTER_NONE;
}

static bool
makes_rule(ucs c)
{
	switch (c) {
	case '-': case '=': case '*': case '_': case '~': case '.':
	case '+': case '#': case 0xB7: case 0x2022: case 0x2026: case 0x2042:
	case 0x2013: case 0x2014: case 0x2217: case 0x3000: case 0xFF0A:
		return true;
	default:
		return c >= 0x2500 && c <= 0x257F;
	}
}

char
line_stand_in(ucs c)
{
	/* letters of western Europe, but for the signs of times and division */
	if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7)
		return c < 0xDF ? 'A' : 'a';
	if (c >= 0x2E80)
		return '\0';
	switch (letter_kind(c)) {
	case LETTER_UPPER: return 'A';
	case LETTER_LOWER: return 'a';
	case LETTER_OTHER: return '\0';
	default: break;
	}
	/* quotation marks and dashes are none */
	if ((c < 0x2010 || c > 0x2027) && ucs_is_space(c))
		return '\0';
	/* three dots are none of the leaders that matter in front of words */
	return c == 0x2026 ? '.' : makes_rule(c) ? '-' : '"';
}

/* Counts the word of N letters that ended, begun by a capital or not. */
static void
count_word(struct glance *g, unsigned n, bool capital)
{
	if (n == 0)
		return;
	g->words++;
	if (n >= 4) {
		g->long_words++;
		g->capital_words += capital;
	}
}

/* What a letter of ASCII is, 0 for any other byte. */
static const uint8_t ascii_letters[256] = {
#define BOTH(upper, lower) [upper] = LETTER_UPPER, [lower] = LETTER_LOWER
	ASCII_LETTERS(BOTH)
#undef BOTH
};

/* Counts the letters of ASCII that stand at P, of which most lines are made,
 * together; as many as there are. */
static unsigned
count_letters(const struct text *t, text_pos p, text_pos end,
              struct glance *g)
{
	text_pos from = p;
	unsigned upper = 0, n, kind;

	for (; p < end && (kind = ascii_letters[(unsigned char)t->at[p]]) != 0;
	     p++)
		upper += kind == LETTER_UPPER;
	n = (unsigned)(p - from);
	g->upper += upper;
	g->lower += n - upper;
	g->solids += n;
	return n;
}

/* Counts C, which is no blank, with as many dots as end in it. */
static enum letter
count_sign(ucs c, unsigned dots, struct glance *g)
{
	enum letter kind = letter_kind(c);

	if (dots > g->leaders)
		g->leaders = dots;
	g->upper += kind == LETTER_UPPER;
	g->lower += kind == LETTER_LOWER;
	g->other += kind == LETTER_OTHER;
	g->figures |= c >= '0' && c <= '9';
	g->unspaced |= kind == LETTER_OTHER && ucs_is_unspaced(c);
	if (makes_rule(c))
		g->marks++;
	else
		g->solids++;
	return kind;
}

static bool
is_blank(ucs c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

/* Reads the content of L, its bytes up to END. */
static void
glance_over(const struct text *t, struct line *l, text_pos end,
            struct glance *g)
{
	unsigned in_word = 0, blanks = 0, dots = 0, col = 0;
	bool capital = false;

	for (text_pos p = l->at; p < end;) {
		enum letter kind;
		ucs c = (unsigned char)t->at[p];
		unsigned k = count_letters(t, p, end, g);

		if (k > 0) {
			if (in_word == 0)
				capital = ascii_letters[c] == LETTER_UPPER;
			p += k;
			col += k;
			in_word += k;
			blanks = dots = 0;
			continue;
		}
		k = c < 0x80 ? 1 : (unsigned)ucs_decode(t->at + p, end - p, &c);
		p += k;
		col += k == 3 && c >= 0x2E80 ? 2 : 1;
		if (is_blank(c)) {
			count_word(g, in_word, capital);
			in_word = 0;
			/* A tab is as good as three blanks. */
			blanks += c == '\t' && blanks < 3 ? 3 - blanks : 1;
			g->gaps += blanks == 3;
			continue;
		}
		blanks = 0;
		dots = c == '.' ? dots + 1 : c == 0x2026 ? dots + 3 : 0;
		kind = count_sign(c, dots, g);
		/* Figures are neither. */
		if (in_word == 0)
			capital = kind != LETTER_LOWER;
		in_word += in_word > 0 || kind != LETTER_NONE ||
		           (c >= '0' && c <= '9');
	}
	count_word(g, in_word, capital);
	l->width = (uint16_t)(col < UINT16_MAX ? col : UINT16_MAX);
}

static unsigned
flags_of(const struct line *l, const struct glance *g)
{
	unsigned flags = 0;
	enum letter kind = letter_kind(l->first);

	if (g->upper + g->lower + g->other > 0)
		flags |= LINE_LETTERS;
	if (g->upper > 0 && g->lower == 0)
		flags |= LINE_UPPER;
	/* Words in letters that have no capitals begin with none. */
	if (g->long_words > 0 && g->capital_words == g->long_words &&
	    (g->other == 0 || g->unspaced || g->upper + g->lower > 0))
		flags |= LINE_TITLED;
	if (kind == LETTER_UPPER)
		flags |= LINE_UPPER_START;
	if (kind == LETTER_LOWER)
		flags |= LINE_LOWER_START;
	if (l->first >= '0' && l->first <= '9')
		flags |= LINE_DIGIT_START;
	if (g->marks >= 3 && g->solids == 0)
		flags |= LINE_RULE;
	if (g->gaps > 0)
		flags |= LINE_GAPS;
	if ((g->leaders >= 4 || g->gaps > 0) && l->last >= '0' &&
	    l->last <= '9' && g->solids > 2)
		flags |= LINE_LEADER;
	if (g->unspaced)
		flags |= LINE_UNSPACED;
	if (g->figures)
		flags |= LINE_FIGURES;
	return flags;
}

/* Reads the line that begins at P by itself; where it ends. */
static text_pos
read_line(const struct text *t, text_pos p, struct line *l)
{
	text_pos end = find_end(t, p), stop, last;
	struct glance g = {0};

	/* A line of 4 GB is taken in pieces. */
	if (end - p > UINT32_MAX)
		end = p + UINT32_MAX;
	*l = (struct line){.at = p};
	take_indent(t, l, end);
	stop = trim_end(t, l->at, end);
	l->n = (uint32_t)(stop - l->at);
	if (l->n == 0)
		return end;
	last = ucs_before(t->at, stop);
	ucs_decode(t->at + l->at, l->n, &l->first);
	ucs_decode(t->at + last, stop - last, &l->last);
	if (l->n > LINE_LOOKED_AT) {
		l->width = UINT16_MAX;
		l->words = UINT8_MAX;
		l->flags |= LINE_LONG | LINE_LETTERS;
		l->flags |= letter_kind(l->first) == LETTER_UPPER
		                    ? LINE_UPPER_START
		                    : 0;
		return end;
	}
	glance_over(t, l, stop, &g);
	l->words = (uint8_t)(g.words < UINT8_MAX ? g.words : UINT8_MAX);
	l->flags = (uint16_t)(l->flags | flags_of(l, &g));
	return end;
}

/* The same of a line that is as most are: blanks and tabs in front of ASCII;
 * false where it is for read_line. */
static bool
read_quickly(const struct text *t, text_pos p, struct line *l, text_pos *end)
{
	unsigned col = 0;
	size_t n;

	*l = (struct line){.at = p};
	for (; l->at < t->n; l->at++) {
		if (t->at[l->at] == '\t') {
			col += LINE_TAB_WIDTH - col % LINE_TAB_WIDTH;
			l->flags |= LINE_TAB;
		} else if (t->at[l->at] == ' ') {
			col++;
		} else {
			break;
		}
	}
	if (l->at == t->n)
		return false;
	l->indent = (uint16_t)(col < UINT16_MAX ? col : UINT16_MAX);
	*end = l->at;
	if (ends_line[(unsigned char)t->at[l->at]])
		return true;
	if (!lines_glance(t->at + l->at, t->n - l->at, l, &n))
		return false;
	*end += n;
	return true;
}

/* At most as many lines as T has. */
static size_t
count_ends(const struct text *t)
{
	size_t seen, n = lines_ends(t->at, t->n, &seen);

	n += 1 + t->n / UINT32_MAX;
	for (text_pos p = seen; p < t->n; p++)
		n += ends_line[(unsigned char)t->at[p]];
	return n;
}

void
lines_scan(const struct text *t, struct lines *out)
{
	text_pos p = 0;
	bool page = false;

	out->at = mem_room(out->at, &out->cap, count_ends(t), sizeof *out->at);
	while (p < t->n) {
		struct line *l = &out->at[out->n++];
		text_pos end;

		if (!read_quickly(t, p, l, &end))
			end = read_line(t, p, l);
		if (page)
			l->flags |= LINE_PAGE;
		page = end < t->n && t->at[end] == '\f';
		if (end + 1 < t->n && t->at[end] == '\r' &&
		    t->at[end + 1] == '\n')
			end++;
		p = end < t->n && ends_line[(unsigned char)t->at[end]]
		            ? end + 1
		            : end;
	}
}
