/* Numbers of printed pages in a text: "[p. 123]", "{123}", "-- 123 --". */
/*
 * What says that it is a page's number ("p.") is believed where the numbers
 * rise; a number in brackets alone only where it counts on, page by page, over
 * stretches of text as long as a page is. One without brackets could be a
 * chapter's: it has to part sentences, or to stand as far from the next as all
 * others do.
 */
#include <string.h>

#include "base/ascii.h"
#include "base/vec.h"
#include "text/structure/find.h"
#include "text/structure/signs.h"

enum printed_style {
	PRINTED_NAMED,  /* [p. 123] [Pg 123] {page 123} */
	PRINTED_SQUARE, /* [123] */
	PRINTED_BRACE,  /* {123} */
	PRINTED_LINE,   /* p. 123, on a line of its own */
	PRINTED_DASHES, /* -- 123 --, likewise */
	PRINTED_ALONE,  /* 123, likewise */
	PRINTED_FOOT,   /* ... [Page 123], the last line of a page */
	PRINTED_STYLES
};

enum {
	STEP = 20,        /* pages that may be left out */
	COUNTED = 5,      /* bare numbers that make a count */
	PAGE_LEAST = 500, /* [byte] of text on a page, on the whole */
	PAGE_MOST = 12000,
	NAME_MOST = 8,
	ALONE_MOST = 4, /* [byte] of a number without brackets or a word */
};

struct found {
	struct printed page;
	size_t line;  /* of those on a line of their own */
	unsigned value;
	uint8_t style;
	bool roman, taken;
	bool amid; /* it stands amid a sentence */
};

struct found_list {
	struct found *at;
	size_t n, cap;
};

/* The number that S begins with, its bytes in *TAKEN; 0 for none. */
static unsigned
read_number(const char *s, size_t n, size_t *taken, bool *roman)
{
	unsigned value = 0;
	size_t i = 0;

	for (; i < n && i < 5 && s[i] >= '0' && s[i] <= '9'; i++)
		value = value * 10 + (unsigned)(s[i] - '0');
	*roman = i == 0;
	if (*roman) {
		while (i < n && i < PRINTED_LABEL && s[i] &&
		       strchr("ivxlcIVXLC", s[i]))
			i++;
		value = i ? number_roman(s, i) : 0;
	}
	*taken = i;
	return value;
}

/* Whether the word for a page may begin with C: "p.", "S.", "с.". */
static bool
begins_page(ucs c)
{
	return (c | 32) == 'p' || (c | 32) == 's' || c >= 0x80;
}

/* Bytes of "p. ", "Pg ", "Page ", "S. " that S begins with; 0 for none. */
static size_t
page_word(const char *s, size_t n)
{
	static const char *const names[] = {
		"page", "pag", "pg", "p", "Seite", "S", "стр", "с",
	};
	size_t i, k;

	if (n == 0 || !begins_page((unsigned char)s[0]))
		return 0;
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		k = strlen(names[i]);
		if (n <= k || !ascii_begins(s, n, names[i]))
			continue;
		if (s[k] == '.')
			k++;
		while (k < n && s[k] == ' ')
			k++;
		/* "p12" is no page, "p. 12" and "p.12" are */
		return s[k - 1] == ' ' || s[k - 1] == '.' ? k : 0;
	}
	return 0;
}

/* Reads "p. 12" or "12" at P, up to END exactly; false for anything else. */
static bool
read_page(const struct text *t, text_pos p, text_pos end, struct found *out)
{
	size_t word = page_word(t->at + p, end - p), taken;

	out->style = word ? PRINTED_NAMED : PRINTED_SQUARE;
	p += word;
	out->value = read_number(t->at + p, end - p, &taken, &out->roman);
	if (!out->value || p + taken != end || taken >= PRINTED_LABEL)
		return false;
	memcpy(out->page.label, t->at + p, taken);
	out->page.label[taken] = '\0';
	return word || !out->roman;
}

/* Numbers in brackets of one kind, anywhere. */
static void
scan_brackets(const struct text *t, char open, char close,
              struct found_list *out)
{
	const char *at = t->at, *end = at + t->n, *q;

	while (at < end && (at = memchr(at, open, (size_t)(end - at)))) {
		size_t most = (size_t)(end - at) < PRINTED_LABEL + NAME_MOST
		              ? (size_t)(end - at) : PRINTED_LABEL + NAME_MOST;
		struct found f = {0};

		q = memchr(at, close, most);
		f.page.at = f.page.from = (text_pos)(at - t->at);
		at++;
		if (!q || !read_page(t, f.page.at + 1, (text_pos)(q - t->at),
		                     &f))
			continue;
		f.page.end = (text_pos)(q + 1 - t->at);
		f.line = (size_t)-1;
		if (f.style == PRINTED_SQUARE && open == '{')
			f.style = PRINTED_BRACE;
		vec_push(out, f);
	}
}

/* Dashes and blanks at the edges of *P..*END go; whether there were dashes. */
static bool
take_dashes(const struct text *t, text_pos *p, text_pos *end)
{
	text_pos from = *p, to = *end, before;
	bool left = false, right = false;
	ucs c;

	while (from < to) {
		size_t k = ucs_decode(t->at + from, to - from, &c);

		if (c != ' ' && !ucs_is_dash(c))
			break;
		left |= c != ' ';
		from += k;
	}
	while (to > from) {
		before = ucs_before(t->at, to);
		ucs_decode(t->at + before, to - before, &c);
		if (c != ' ' && !ucs_is_dash(c))
			break;
		right |= c != ' ';
		to = before;
	}
	*p = from;
	*end = to;
	return left && right;
}

/* Whether a sentence goes on from the group in front of G to the one behind. */
static bool
parts_sentence(const struct survey *s, size_t g)
{
	const struct line *before, *behind;

	if (g == 0 || g + 1 == s->groups.n)
		return false;
	before = group_line(s, g) - 1;
	while (before->n == 0)
		before--;
	behind = group_line(s, g + 1);
	return line_is(behind, LINE_LOWER_START) ||
	       (survey_is_body(s, g - 1) && survey_is_body(s, g + 1) &&
	        (ucs_is_letter(before->last) || before->last == ',' ||
	         before->last == '-'));
}

/* Lines that stand alone and say nothing but a page. */
static void
scan_lines(const struct survey *s, struct found_list *out)
{
	for (size_t g = 0; g < s->groups.n; g++) {
		const struct line *l = group_line(s, g);
		text_pos p = l->at, end = line_end(l);
		struct found f = {.line = s->groups.at[g].first};
		bool dashes;

		if (s->groups.at[g].n > 1 || l->width > 20 ||
		    l->role != ROLE_BODY || l->first == '[' || l->first == '{')
			continue;
		if (l->first != '-' && !line_is(l, LINE_DIGIT_START) &&
		    !begins_page(l->first))
			continue;
		dashes = ucs_is_dash(l->first);
		if (dashes != ucs_is_dash(l->last))
			continue;
		dashes = dashes && take_dashes(s->t, &p, &end);
		if ((dashes || (p == l->at && end == line_end(l))) &&
		    read_page(s->t, p, end, &f) &&
		    (dashes || f.style == PRINTED_NAMED ||
		     (!f.roman && l->n <= ALONE_MOST))) {
			f.style = dashes ? PRINTED_DASHES
			          : f.style == PRINTED_NAMED ? PRINTED_LINE
			                                     : PRINTED_ALONE;
			f.amid = parts_sentence(s, g);
			f.page.at = f.page.from = l->at;
			f.page.end = line_end(l);
			vec_push(out, f);
		}
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return (x->page.at > y->page.at) - (x->page.at < y->page.at);
}

/* Most texts have those of one kind, which come in order. */
static void
sort(struct found_list *all)
{
	for (size_t i = 1; i < all->n; i++)
		if (by_place(&all->at[i - 1], &all->at[i]) > 0) {
			qsort(all->at, all->n, sizeof *all->at, by_place);
			return;
		}
}

/* Gives the numbers in brackets the line that they fill or, of a printed
 * page's foot, end. */
static void
find_lines(const struct survey *s, struct found_list *all)
{
	size_t line = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct found *f = &all->at[i];
		const struct line *l;

		while (line < s->lines.n &&
		       line_end(&s->lines.at[line]) <= f->page.at)
			line++;
		if (line == s->lines.n)
			return;
		l = &s->lines.at[line];
		if (f->page.end != line_end(l))
			continue;
		if (f->page.at == l->at)
			f->line = line;
		else if (l->role == ROLE_FURNITURE)
			f->style = PRINTED_FOOT;
	}
}

/* Whether B is on a page behind that of A, and not too far. */
static bool
follows(const struct found *a, const struct found *b)
{
	return a->roman != b->roman ? !b->roman && b->value <= STEP
	       : b->value > a->value && b->value - a->value <= STEP;
}

/* Of one style: how many there are, and how many count on from the one
 * before. */
struct count {
	size_t n, rising, next, amid;
	text_pos first, last;
};

static struct count
count_style(const struct found_list *all, unsigned style)
{
	const struct found *before = NULL;
	struct count c = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct found *f = &all->at[i];

		if (f->style != style)
			continue;
		if (before) {
			c.rising += follows(before, f);
			c.next += f->value == before->value + 1;
		} else {
			c.first = f->page.at;
		}
		c.last = f->page.at;
		c.amid += f->amid;
		c.n++;
		before = f;
	}
	return c;
}

/* Whether those of STYLE count on over stretches as long as a page is. */
static bool
count_pages(const struct count *c)
{
	size_t steps = c->n ? c->n - 1 : 0;

	return c->n >= COUNTED && c->next * 10 >= steps * 9 &&
	       c->last - c->first >= steps * PAGE_LEAST &&
	       c->last - c->first <= steps * PAGE_MOST;
}

/* Whether nearly all that stand ALONE are as far from the next as they are on
 * the whole, a quarter more or less, as pages are and chapters are not. */
static bool
are_even(const struct found_list *all, const struct count *c)
{
	enum { LEAST = 8 };
	size_t mean = (size_t)(c->last - c->first) / (c->n - 1), even = 0;
	const struct found *before = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct found *f = &all->at[i];
		size_t step;

		if (f->style != PRINTED_ALONE)
			continue;
		step = before ? f->page.at - before->page.at : 0;
		even += step >= mean - mean / 4 && step <= mean + mean / 4;
		before = f;
	}
	return c->n >= LEAST && even * 10 >= (c->n - 1) * 8;
}

static bool
is_believed(const struct found_list *all, const struct count *c,
            unsigned style)
{
	size_t steps = c->n ? c->n - 1 : 0;

	switch (style) {
	case PRINTED_NAMED:
	case PRINTED_LINE:
	case PRINTED_FOOT:
		return c->rising * 10 >= steps * 7;
	case PRINTED_DASHES:
		return steps && c->rising * 10 >= steps * 8;
	case PRINTED_ALONE:
		return count_pages(c) &&
		       (c->amid * 4 >= c->n || are_even(all, c));
	default:
		return count_pages(c);
	}
}

/* Those of STYLE that rise are pages; lines of theirs are furniture. A foot
 * ends its page, which begins behind the foot before. */
static void
take_style(struct survey *s, struct found_list *all, unsigned style)
{
	const struct found *before = NULL;
	text_pos behind = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct found *f = &all->at[i];

		if (f->style != style || (before && !follows(before, f)))
			continue;
		f->taken = true;
		if (style == PRINTED_FOOT)
			f->page.from = behind;
		else if (f->line < s->lines.n)
			s->lines.at[f->line].role = ROLE_FURNITURE;
		behind = f->page.end;
		before = f;
	}
}

void
find_printed(struct survey *s, struct outline *o)
{
	struct found_list all = {0};

	scan_brackets(s->t, '[', ']', &all);
	scan_brackets(s->t, '{', '}', &all);
	scan_lines(s, &all);
	sort(&all);
	find_lines(s, &all);
	for (unsigned style = 0; style < PRINTED_STYLES; style++) {
		struct count c = count_style(&all, style);

		if (is_believed(&all, &c, style))
			take_style(s, &all, style);
	}
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].taken)
			vec_push(&o->printed, all.at[i].page);
	vec_clear(&all);
}

/* Whether a reference to a note stands at P; *I goes along. */
static bool
is_ref(const struct outline *o, text_pos p, size_t *i)
{
	while (*i < o->refs.n && o->refs.at[*i].end <= p)
		++*i;
	return *i < o->refs.n && o->refs.at[*i].at <= p;
}

void
printed_signs(struct outline *o, struct sign_list *out)
{
	size_t n = 0, ref = 0;

	for (size_t i = 0; i < o->printed.n; i++) {
		struct printed *p = &o->printed.at[i];

		if (is_ref(o, p->at, &ref))
			continue;
		sign_add(out, p->at, p->at, SIGN_TURN, LOOK_FAINT, 0);
		sign_add(out, p->end, p->end, SIGN_TURN, 0, LOOK_FAINT);
		o->printed.at[n++] = *p;
	}
	o->printed.n = n;
}
