/* Emphasis in the lines of a text; code and links in those of Markdown. */
#include <string.h>

#include "base/vec.h"
#include "text/structure/signs.h"

enum {
	RUN_MOST = 3,      /* of '_' or '*' in a row */
	TICKS_MOST = 8,    /* of '`' in a row */
	BRACKETS_MOST = 16, /* open at a time */
	TAG_MOST = 400,    /* [byte] of "<a href=...>" */
	NAME_MOST = 100,   /* [byte] of a link */
};

/* What stands beside a sign. */
enum beside {
	BESIDE_BLANK, /* or an edge of the block */
	BESIDE_WORD,
	BESIDE_OPEN,  /* brackets and quotation marks that open */
	BESIDE_QUOTE, /* those that open or close, dashes, signs of emphasis */
	BESIDE_OTHER,
};

/* The walk over one block. */
struct walk_inline {
	struct inline_scan *scan;
	const char *s;
	text_pos from, end;
	bool markdown;
	size_t base; /* the first sign of this block */
	/* signs + 1 that are open, by sign and run; 0 for none */
	size_t open[2][RUN_MOST + 1];
	size_t brackets[BRACKETS_MOST];
	unsigned depth;
	bool no_ticks[TICKS_MOST + 1]; /* no such run comes any more */
	bool no_comment_end;
};

void
sign_add(struct sign_list *out, text_pos at, text_pos end, enum sign_kind kind,
         unsigned begins, unsigned ends)
{
	struct sign sign = {
		.at = at,
		.n = (uint32_t)(end - at),
		.kind = (uint8_t)kind,
		.begins = (uint8_t)begins,
		.ends = (uint8_t)ends,
	};

	vec_push(out, sign);
}

/* Letters and figures of ASCII, which most signs stand beside. */
static bool
is_plain(ucs c)
{
	return (c - '0' <= 9) | ((c | 32) - 'a' <= 25);
}

static enum beside
kind_of(ucs c)
{
	if (is_plain(c))
		return BESIDE_WORD;
	if (c == ' ')
		return BESIDE_BLANK;
	if (c == '"' || c == '\'' || c == '_' || c == '*' || c == '~' ||
	    c == '`' || ucs_is_dash(c))
		return BESIDE_QUOTE;
	if (c == '\n' || c == '\r' || c == '\f' || ucs_is_space(c))
		return BESIDE_BLANK;
	if (ucs_is_letter(c) || ucs_is_digit(c) || ucs_is_mark(c))
		return BESIDE_WORD;
	return ucs_is_open(c) || c == 0xBF || c == 0xA1 ? BESIDE_OPEN
	                                                : BESIDE_OTHER;
}

static enum beside
before(const struct walk_inline *w, text_pos p, ucs *c)
{
	text_pos at;

	*c = 0;
	if (p <= w->from)
		return BESIDE_BLANK;
	at = ucs_before(w->s, p);
	ucs_decode(w->s + at, p - at, c);
	return kind_of(*c);
}

static enum beside
behind(const struct walk_inline *w, text_pos p, ucs *c)
{
	*c = 0;
	if (p >= w->end)
		return BESIDE_BLANK;
	ucs_decode(w->s + p, w->end - p, c);
	return kind_of(*c);
}

/* Whether signs between A and B begin emphasis: at the start of a word. */
static bool
can_open(enum beside a, ucs before, enum beside b)
{
	if (b == BESIDE_BLANK || b == BESIDE_OTHER)
		return false;
	return a == BESIDE_BLANK || a == BESIDE_OPEN || a == BESIDE_QUOTE ||
	       before == '/';
}

/* Whether those at P end it: behind a word or its punctuation, and before
 * neither a word nor what goes on in a name of a file. */
static bool
can_close(const struct walk_inline *w, enum beside a, enum beside b,
          text_pos next)
{
	ucs c;

	if (a == BESIDE_BLANK || a == BESIDE_OPEN || b == BESIDE_WORD)
		return false;
	return next >= w->end || (w->s[next] != '.' && w->s[next] != '/') ||
	       behind(w, next + 1, &c) != BESIDE_WORD;
}

/* The look that N of SIGN give. */
static unsigned
look_of(const struct walk_inline *w, char sign, size_t n)
{
	if (n == 3)
		return LOOK_EMPHASIS | LOOK_STRONG;
	if (n == 2 || (sign == '*' && !w->markdown))
		return LOOK_STRONG;
	return LOOK_EMPHASIS;
}

/* Ends what the sign OPEN - 1 begins with the N signs at P. */
static void
close_emphasis(struct walk_inline *w, size_t open, text_pos p, size_t n)
{
	struct sign_list *out = w->scan->out;
	unsigned look = look_of(w, w->s[p], n);

	out->at[open - 1].n = (uint32_t)n;
	out->at[open - 1].begins = (uint8_t)look;
	sign_add(out, p, p + n, SIGN_HIDDEN, 0, look);
}

/*
 * The run of '_' or '*' at P; behind it. "__name__" is a name where nothing
 * else says that the text is in Markdown.
 */
static text_pos
read_emphasis(struct walk_inline *w, text_pos p)
{
	char sign = w->s[p];
	unsigned which = sign == '*';
	size_t n = 0, *open;
	enum beside a, b;
	ucs c, next;

	while (p + n < w->end && w->s[p + n] == sign)
		n++;
	if (n > RUN_MOST)
		return p + n;
	a = before(w, p, &c);
	b = behind(w, p + n, &next);
	open = &w->open[which][n];
	if (*open && can_close(w, a, b, p + n) &&
	    (w->markdown || n < 2 || sign == '*' ||
	     memchr(w->s + w->scan->out->at[*open - 1].at, ' ',
	            p - w->scan->out->at[*open - 1].at))) {
		close_emphasis(w, *open, p, n);
		w->scan->pairs[which]++;
		*open = 0;
	} else if (can_open(a, c, b)) {
		w->scan->loose[which] += *open > 0;
		/* n = 0: nothing yet */
		sign_add(w->scan->out, p, p, SIGN_HIDDEN, 0, 0);
		*open = w->scan->out->n;
	} else {
		w->scan->loose[which] += a != BESIDE_BLANK &&
		                         b != BESIDE_WORD;
	}
	return p + n;
}

static size_t
ticks_at(const struct walk_inline *w, text_pos p)
{
	size_t n = 0;

	while (p + n < w->end && w->s[p + n] == '`')
		n++;
	return n;
}

/* Code from the ticks at P on; behind it, or behind the ticks where as many
 * do not come again. */
static text_pos
read_code(struct walk_inline *w, text_pos p)
{
	size_t n = ticks_at(w, p), k;
	text_pos q = p + n;
	const char *next;

	if (n > TICKS_MOST || w->no_ticks[n])
		return q;
	while ((next = memchr(w->s + q, '`', w->end - q))) {
		q = (text_pos)(next - w->s);
		k = ticks_at(w, q);
		if (k == n) {
			sign_add(w->scan->out, p, p + n, SIGN_HIDDEN,
			           LOOK_CODE, 0);
			sign_add(w->scan->out, q, q + n, SIGN_HIDDEN, 0,
			           LOOK_CODE);
			return q + n;
		}
		q += k;
	}
	w->no_ticks[n] = true;
	return p + n;
}

/*
 * Behind the ")" of "(address "title")" at P, or P where it is none. Goes no
 * further than the next bracket, so that no byte is looked at twice.
 */
static text_pos
behind_address(const struct walk_inline *w, text_pos p)
{
	unsigned depth = 0;
	text_pos q;

	if (p >= w->end || w->s[p] != '(')
		return p;
	for (q = p; q < w->end; q++) {
		char c = w->s[q];

		if (c == '[' || c == ']' || c == '\n')
			return p;
		if (c == '(' && ++depth > 3)
			return p;
		if (c == ')' && --depth == 0)
			return q + 1;
	}
	return p;
}

/* Behind "[name]" at P, or P. */
static text_pos
behind_name(const struct walk_inline *w, text_pos p)
{
	text_pos q = p + 1;

	if (p >= w->end || w->s[p] != '[')
		return p;
	while (q < w->end && w->s[q] != '[' && w->s[q] != ']' &&
	       w->s[q] != '\n')
		q++;
	return q < w->end && w->s[q] == ']' ? q + 1 : p;
}

/* Whether what stands between brackets is the name of a link: "[name]" alone
 * is one where the text says elsewhere where it goes. */
static bool
is_named(const struct walk_inline *w, text_pos from, text_pos end)
{
	const struct tally *names = &w->scan->names;

	return names->n > 0 && end - from < NAME_MOST &&
	       tally_value(names, signs_name(w->s + from, end - from)) > 0;
}

static void
open_bracket(struct walk_inline *w, text_pos p)
{
	if (w->depth == BRACKETS_MOST) {
		memmove(w->brackets, w->brackets + 1,
		        sizeof w->brackets - sizeof *w->brackets);
		w->depth--;
	}
	sign_add(w->scan->out, p, p, SIGN_HIDDEN, 0, 0);
	w->brackets[w->depth++] = w->scan->out->n - 1;
}

/* A link or an image ends at the bracket at P: the words stay, an image's in
 * their brackets. Behind it. */
static text_pos
close_bracket(struct walk_inline *w, text_pos p)
{
	struct sign_list *out = w->scan->out;
	struct sign *open;
	text_pos end;
	bool image;

	if (!w->depth)
		return p + 1;
	open = &out->at[w->brackets[--w->depth]];
	end = behind_address(w, p + 1);
	if (end == p + 1)
		end = behind_name(w, p + 1);
	if (end == p + 1 && !is_named(w, open->at + 1, p))
		return end;
	image = open->at > w->from && w->s[open->at - 1] == '!';
	if (image) {
		open->at--;
		open->n = 1;
		sign_add(out, p + 1, end, SIGN_HIDDEN, 0, 0);
	} else if (p > open->at + 1) {
		open->n = 1;
		open->begins = LOOK_LINK;
		sign_add(out, p, end, SIGN_HIDDEN, 0, LOOK_LINK);
	}
	return end;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static text_pos
read_comment(struct walk_inline *w, text_pos p)
{
	text_pos q;

	for (q = p + 4; !w->no_comment_end && q + 3 <= w->end; q++)
		if (!memcmp(w->s + q, "-->", 3)) {
			sign_add(w->scan->out, p, q + 3, SIGN_HIDDEN, 0, 0);
			return q + 3;
		}
	w->no_comment_end = true;
	return p + 1;
}

/* "<http://...>", "<em>", "<!-- -->" at P; behind it. */
static text_pos
read_angle(struct walk_inline *w, text_pos p)
{
	struct sign_list *out = w->scan->out;
	text_pos q = p + 1, most = w->end - p > TAG_MOST ? p + TAG_MOST
	                                                 : w->end;
	bool address = false, blank = false;

	if (w->end - p > 4 && !memcmp(w->s + p, "<!--", 4))
		return read_comment(w, p);
	q += q < most && w->s[q] == '/';
	if (q >= most || !is_letter(w->s[q]))
		return p + 1;
	for (; q < most && w->s[q] != '>' && w->s[q] != '<'; q++) {
		blank |= w->s[q] == ' ' || w->s[q] == '\n';
		address |= !blank && (w->s[q] == ':' || w->s[q] == '@');
	}
	if (q >= most || w->s[q] != '>')
		return p + 1;
	if (address && !blank) {
		sign_add(out, p, p + 1, SIGN_HIDDEN, LOOK_LINK, 0);
		sign_add(out, q, q + 1, SIGN_HIDDEN, 0, LOOK_LINK);
	} else {
		sign_add(out, p, q + 1, SIGN_HIDDEN, 0, 0);
	}
	return q + 1;
}

/* "\*": the sign itself is meant. */
static text_pos
read_escape(struct walk_inline *w, text_pos p)
{
	static const char signs[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

	if (p + 1 >= w->end || !strchr(signs, w->s[p + 1]) || !w->s[p + 1])
		return p + 1;
	sign_add(w->scan->out, p, p + 1, SIGN_HIDDEN, 0, 0);
	return p + 2;
}

/* Behind the mark of a note at P, where one stands there, else P; of "[^1]"
 * the sign in it is left out. */
static text_pos
skip_mark(struct walk_inline *w, text_pos p)
{
	struct inline_scan *scan = w->scan;
	const struct outline *o = scan->o;
	struct span at = {p, p};

	while (scan->ref < o->refs.n && o->refs.at[scan->ref].end <= p)
		scan->ref++;
	while (scan->note < o->notes.n && o->notes.at[scan->note].body <= p)
		scan->note++;
	if (scan->ref < o->refs.n && o->refs.at[scan->ref].at <= p)
		at.end = o->refs.at[scan->ref].end;
	else if (scan->note < o->notes.n && o->notes.at[scan->note].at <= p)
		at.end = o->notes.at[scan->note].body;
	if (at.end > p + 2 && w->s[p] == '[' && w->s[p + 1] == '^')
		sign_add(scan->out, p + 1, p + 2, SIGN_HIDDEN, 0, 0);
	return at.end;
}

static text_pos
read_sign(struct walk_inline *w, text_pos p)
{
	text_pos next = skip_mark(w, p);

	if (next > p)
		return next;
	switch (w->s[p]) {
	case '_':
	case '*':
		return read_emphasis(w, p);
	case '`':
		return read_code(w, p);
	case '\\':
		return read_escape(w, p);
	case '<':
		return read_angle(w, p);
	case '[':
		open_bracket(w, p);
		return p + 1;
	default:
		return close_bracket(w, p);
	}
}

/* What never came to an end goes; what is left of a sign of emphasis has been
 * counted. */
static void
drop_open(struct walk_inline *w)
{
	struct sign_list *out = w->scan->out;
	size_t i, n = w->base;

	for (i = 0; i <= RUN_MOST; i++) {
		w->scan->loose[0] += w->open[0][i] > 0;
		w->scan->loose[1] += w->open[1][i] > 0;
	}
	for (i = w->base; i < out->n; i++)
		if (out->at[i].n)
			out->at[n++] = out->at[i];
	out->n = n;
}

/* The next byte from P on that may be a sign. */
static text_pos
next_sign(const struct walk_inline *w, text_pos p)
{
	static const unsigned char kinds[256] = {
		['_'] = 1, ['*'] = 1, ['`'] = 2, ['['] = 2, [']'] = 2,
		['<'] = 2, ['\\'] = 2,
	};
	unsigned most = w->markdown ? 2 : 1;

	for (; p < w->end; p++) {
		unsigned kind = kinds[(unsigned char)w->s[p]];

		if (kind && kind <= most)
			break;
	}
	return p;
}

void
inline_signs(struct inline_scan *scan, const struct block *b)
{
	struct walk_inline w = {
		.scan = scan,
		.s = scan->s->t->at,
		.from = b->start,
		.end = b->end,
		.markdown = scan->s->manner.markdown,
		.base = scan->out->n,
	};
	size_t n = b->end - b->start;
	text_pos p = b->start;

	if (!w.markdown && !memchr(w.s + p, '_', n) &&
	    !memchr(w.s + p, '*', n))
		return;
	while ((p = next_sign(&w, p)) < w.end)
		p = read_sign(&w, p);
	drop_open(&w);
}
