/* How well a place answers to a mark (MARKS.md section 2). */
#include "marks/probe.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

/* Code points from which on a quotation is sought by its ends. */
enum { LONG = 1024, END = 512, CROWD = 64 };

/* The most of a quotation that counts in the score, and the most errors that
 * are sought. */
enum { WEIGHT = 160, ERRORS = 256 };

/* Code points of which a quotation must have as many to be known by itself, or
 * by one of its neighbours. */
enum { ONLY = 32, ONLY_BESIDE = 16 };

/* From here on two quotations count as the same words, and two contexts as
 * the same place. */
static const double same_words = 0.88, same_context = 0.5;

/* Code points on either side of an edge that tell where it is. */
enum { EDGE = 48 };

/* What is assumed where nobody looked how alike another place is. */
static const double alike_unknown = 0.75;

/* "0.723", at *S, which moves on behind it; no locale's decimal point. */
static double
read_share(const char **s)
{
	double value = 0, scale = 1;

	for (; **s >= '0' && **s <= '9'; ++*s)
		value = value * 10 + (**s - '0');
	if (**s == '.')
		for (++*s; **s >= '0' && **s <= '9'; ++*s)
			value += (**s - '0') * (scale /= 10);
	return value;
}

static void
read_alike(struct probe *p, const struct rec *r)
{
	const char *alike = rec_get(r, "Alike"), *twin = rec_get(r, "Twin");

	p->is_compared = alike && *alike;
	p->alike = p->is_compared ? read_share(&alike) : alike_unknown;
	if (alike && *alike) { /* not a number to its end */
		p->is_compared = false;
		p->alike = alike_unknown;
	}
	p->has_twins = twin != NULL;
	p->twin_words = 1; /* where nobody looked */
	if (twin) {
		p->twin_before = read_share(&twin);
		twin += *twin == ' ';
		p->twin_behind = read_share(&twin);
		twin += *twin == ' ';
		if (*twin)
			p->twin_words = read_share(&twin);
	}
}

static void
fold_field(const struct rec *r, const char *field, struct fold *out)
{
	const char *s = rec_get(r, field);

	if (s)
		fold_bytes(s, strlen(s), FOLD_CASE, out);
}

bool
probe_init(struct probe *p, const struct rec *r)
{
	struct fold empty = {0};

	memset(p, 0, sizeof *p);
	read_alike(p, r);
	fold_field(r, "Quote", &p->quote);
	fold_field(r, "Prefix", &p->before);
	fold_field(r, "Suffix", &p->behind);
	if (!p->quote.n && p->behind.n) {
		fold_clear(&p->quote);
		p->quote = p->behind;
		p->behind = empty;
		p->place = PROBE_START;
	} else if (!p->quote.n) {
		fold_clear(&p->quote);
		p->quote = p->before;
		p->before = empty;
		p->place = PROBE_END;
	}
	return p->quote.n;
}

void
probe_clear(struct probe *p)
{
	fold_clear(&p->quote);
	fold_clear(&p->before);
	fold_clear(&p->behind);
}

static struct run
run_of(const struct fold *f, size_t from, size_t to)
{
	struct run r = {f->c + from, to - from};

	return r;
}

static struct run
all_of(const struct fold *f)
{
	return run_of(f, 0, f->n);
}

size_t
probe_reach(const struct probe *p)
{
	size_t m = p->quote.n;

	return m + m / 2 + 2 * (p->before.n + p->behind.n) + 64;
}

/* 1 for the same, 0 for nothing in common. */
static double
likeness(size_t errors, size_t n)
{
	return errors < n ? 1 - (double)errors / (double)n : 0;
}

/* How alike what stands before code point I of F is to what stood before. */
static double
likeness_before(const struct probe *p, const struct fold *f, size_t i)
{
	size_t n = p->before.n, window = n + n / 4 + 8;

	if (i && f->c[i - 1] == ' ')
		i--;
	if (window > i)
		window = i;
	return likeness(match_at_edge(all_of(&p->before),
	                              run_of(f, i - window, i), 1), n);
}

static double
likeness_behind(const struct probe *p, const struct fold *f, size_t i)
{
	size_t n = p->behind.n, window = n + n / 4 + 8;

	if (i < f->n && f->c[i] == ' ')
		i++;
	if (window > f->n - i)
		window = f->n - i;
	return likeness(match_at_edge(all_of(&p->behind),
	                              run_of(f, i, i + window), 0), n);
}

/* S = (w q + |P| p + |X| x) / (w + |P| + |X|). */
static void
score(const struct probe *p, const struct fold *f, const struct match *m,
      struct candidate *c)
{
	size_t n = p->quote.n;
	double w = (double)(n < WEIGHT ? n : WEIGHT);
	double before = (double)p->before.n, behind = (double)p->behind.n;

	c->before = c->behind = 1;
	if (p->before.n)
		c->before = likeness_before(p, f, m->start);
	if (p->behind.n)
		c->behind = likeness_behind(p, f, m->end);
	c->score = (w * c->q + before * c->before + behind * c->behind) /
	           (w + before + behind);
}

static bool
is_of_word(uint32_t c)
{
	return (ucs_is_letter(c) || ucs_is_digit(c)) && !ucs_is_unspaced(c);
}

static bool
cuts_word(const struct fold *f, size_t i)
{
	return i && i < f->n && is_of_word(f->c[i - 1]) &&
	       is_of_word(f->c[i]);
}

static struct run
last_of(const struct fold *f, size_t n)
{
	return run_of(f, f->n > n ? f->n - n : 0, f->n);
}

static struct run
first_of(const struct fold *f, size_t n)
{
	return run_of(f, 0, f->n < n ? f->n : n);
}

/* The border between LEFT and RIGHT near code point I of F, counted in F. */
static struct border
border_near(struct run left, struct run right, const struct fold *f, size_t i)
{
	size_t from = i > left.n + EDGE ? i - left.n - EDGE : 0;
	size_t to = i + right.n + EDGE;
	struct border b;

	match_border(left, right, run_of(f, from, to < f->n ? to : f->n), &b);
	b.first += from;
	b.last += from;
	return b;
}

/*
 * The edges of an altered quotation: where its first or last word is another
 * now, the context tells how far it goes. No word is cut in two.
 */
static void
find_edges(const struct probe *p, const struct fold *f,
           const struct candidate *c, struct match *m)
{
	size_t start = m->start, end = m->end, i;

	if (p->before.n && c->before >= same_context)
		start = border_near(last_of(&p->before, EDGE),
		                    first_of(&p->quote, EDGE), f,
		                    start).last;
	if (p->behind.n && c->behind >= same_context)
		end = border_near(last_of(&p->quote, EDGE),
		                  first_of(&p->behind, EDGE), f, end).first;
	while (start < end && f->c[start] == ' ')
		start++;
	while (end > start && f->c[end - 1] == ' ')
		end--;
	for (i = 0; i < EDGE && cuts_word(f, start); i++)
		start--;
	for (i = 0; i < EDGE && cuts_word(f, end); i++)
		end++;
	if (start < end) {
		m->start = start;
		m->end = end;
	}
}

static struct span
place_of(const struct probe *p, const struct text *t, const struct fold *f,
         const struct candidate *c, struct match m)
{
	struct span s;

	if (m.errors && p->place == PROBE_WHOLE)
		find_edges(p, f, c, &m);
	s = fold_source(t, f, m.start, m.end);
	if (p->place == PROBE_START)
		s.end = s.start;
	else if (p->place == PROBE_END)
		s.start = s.end;
	return s;
}

static bool
is_within(const struct span *s, const struct span *own)
{
	return s->start < own->end && own->start < s->end;
}

static void
add_twin(struct verdict *v, const struct candidate *c)
{
	v->twins++;
	if (c->q > v->twin_words)
		v->twin_words = c->q;
	if (c->before > v->twin_before)
		v->twin_before = c->before;
	if (c->behind > v->twin_behind)
		v->twin_behind = c->behind;
}

static void
weigh(const struct probe *p, const struct text *t, const struct fold *f,
      const struct match *m, struct span own, struct verdict *v)
{
	size_t n = p->quote.n, length = m->end - m->start;
	struct span whole = fold_source(t, f, m->start, m->end);
	struct candidate c = {0};

	if (is_within(&whole, &own))
		return;
	c.q = likeness(m->errors, length > n ? length : n);
	score(p, f, m, &c);
	if (c.q >= same_words)
		add_twin(v, &c);
	v->n++;
	if (v->n == 1 || c.score > v->best.score) {
		c.at = place_of(p, t, f, &c, *m);
		if (v->n > 1)
			v->second = v->best.score;
		v->best = c;
	} else if (c.score > v->second) {
		v->second = c.score;
	}
}

/*
 * A long quotation is sought by its first END code points, and its last ones
 * near where they must then be; what lies between is taken to be as good.
 * Only CROWD beginnings are followed: false when there are more, in a text
 * that says the same over and over.
 */
static bool
match_ends(const struct probe *p, const struct fold *f, size_t from, size_t to,
           struct match_list *out)
{
	size_t n = p->quote.n, first = out->n, kept = first, i;
	struct match_list tails = {0};
	bool all = true;

	match_near(run_of(&p->quote, 0, END), END / 4, all_of(f), from, to,
	           out);
	if (out->n - first > CROWD) {
		out->n = first + CROWD;
		all = false;
	}
	for (i = first; i < out->n; i++) {
		struct match m = out->at[i];
		size_t a = m.start + n - n / 4 - END, b = m.start + n + n / 4;
		size_t j, best = 0;

		tails.n = 0;
		if (b > f->n)
			b = f->n;
		if (a < b)
			match_near(run_of(&p->quote, n - END, n), END / 4,
			           all_of(f), a, b, &tails);
		if (!tails.n)
			continue;
		for (j = 1; j < tails.n; j++)
			if (tails.at[j].errors < tails.at[best].errors)
				best = j;
		m.end = tails.at[best].end;
		m.errors = (m.errors + tails.at[best].errors) * n / (2 * END);
		out->at[kept++] = m;
	}
	out->n = kept;
	vec_clear(&tails);
	return all;
}

static size_t
most_errors(size_t n)
{
	return n / 4 < ERRORS ? n / 4 : ERRORS;
}

void
probe_weigh(const struct probe *p, const struct text *t, const struct fold *f,
            size_t from, size_t to, bool near, struct span own,
            struct verdict *v)
{
	size_t n = p->quote.n, reach = n + most_errors(n), i;
	size_t start = from > n ? from - n : 0;
	size_t end = reach < f->n - to ? to + reach : f->n;
	struct match_list found = {0};

	if (!near)
		match_exact(all_of(&p->quote), all_of(f), start, end, &found);
	else if (n > LONG)
		v->crowded |= !match_ends(p, f, start, end, &found);
	else
		match_near(all_of(&p->quote), most_errors(n), all_of(f), start,
		           end, &found);
	for (i = 0; i < found.n; i++)
		if (found.at[i].start >= from && found.at[i].start < to)
			weigh(p, t, f, &found.at[i], own, v);
	vec_clear(&found);
}

/* Nearer to the one than to any other: more than half way from WAS to 1. */
static bool
is_nearer(double likeness_now, double was)
{
	return likeness_now >= was + (1 - was) / 2;
}

/*
 * Where the same words stood more than once, one of them taken out with what
 * led to it leaves a neighbour with half of its context. So both halves must
 * be there.
 */
static bool
is_no_twin(const struct probe *p, const struct candidate *c)
{
	return !p->has_twins || (is_nearer(c->before, p->twin_before) &&
	                         is_nearer(c->behind, p->twin_behind));
}

/* In its place: better than any other place ever was. */
static bool
stayed(const struct probe *p, const struct verdict *v)
{
	return v->best.score >= .70 && v->best.score >= p->alike + .08 &&
	       v->best.score - v->second >= .04 &&
	       (p->alike == 0 || v->best.q >= .90) &&
	       is_no_twin(p, &v->best);
}

bool
probe_is_sure(const struct probe *p, const struct verdict *v)
{
	return v->n && !v->crowded && v->best.score >= .90 &&
	       v->best.score >= p->alike + .08 &&
	       v->best.score - v->second >= .04 && is_no_twin(p, &v->best);
}

/* Whether what stood on one side of it is still there. */
static bool
has_a_neighbour(const struct probe *p, const struct candidate *c)
{
	return (p->before.n && c->before >= same_context) ||
	       (p->behind.n && c->behind >= same_context);
}

/*
 * Away from its context, but only here: nearer to the words it was made of
 * than to the likest ones that stood elsewhere. Edit distance obeys the
 * triangle's inequality, so none of those can have become what is found here
 * by as few changes. Short words may come up again by chance; those must stand
 * as they were, and beside what they stood beside.
 */
static bool
is_only(const struct probe *p, const struct verdict *v)
{
	double likest = p->has_twins ? p->twin_words : same_words;

	return p->place == PROBE_WHOLE && p->is_compared && likest < 1 &&
	       v->twins == 1 && is_nearer(v->best.q, likest) &&
	       (p->quote.n >= ONLY ||
	        (p->quote.n >= ONLY_BESIDE && v->best.q == 1 &&
	         has_a_neighbour(p, &v->best)));
}

/* Away from its context: there never was anything like it, and it is the only
 * one now. */
static bool
moved_away(const struct probe *p, const struct verdict *v)
{
	size_t m = p->quote.n;
	double q = v->best.q;
	double context = v->best.before > v->best.behind ? v->best.before
	                                                 : v->best.behind;

	return p->place == PROBE_WHOLE && p->alike == 0 && v->n == 1 &&
	       ((q >= .90 && m >= 24) ||
	        (q >= .75 && m >= 64 && context >= .5));
}

enum mark_state
probe_judge(const struct probe *p, const struct verdict *v)
{
	if (!v->n)
		return MARK_LOST;
	if (!v->crowded &&
	    (stayed(p, v) || moved_away(p, v) || is_only(p, v)))
		return v->best.q < 1 ? MARK_CHANGED : MARK_MOVED;
	return v->best.score >= .55 ? MARK_DOUBTFUL : MARK_LOST;
}
