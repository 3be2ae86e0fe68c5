/* How well a place answers to a mark (MARKS.md section 2). */
#include "marks/probe.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "marks/edges.h"

/* Code points from which on a quotation is sought by its ends. */
enum { LONG = 1024, END = 512, CROWD = 64 };

/* The most of a quotation that counts in the score, and the most errors that
 * are sought. */
enum { WEIGHT = 160, ERRORS = 256 };

const double probe_same_words = 0.88, probe_same_context = 0.5;

/* Words that are less alike are not sought. */
static const double sought_least = 0.75;

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
		twin += *twin == ' ';
		if (*twin)
			p->twins = (size_t)read_share(&twin);
	}
}

/* The likest words of any other place; where that was not kept, what they may
 * have been at most. */
static void
read_likest(struct probe *p, const struct rec *r)
{
	const char *likest = rec_get(r, "Likest");

	if (!p->is_compared)
		p->likest = 1;
	else if (likest)
		p->likest = read_share(&likest);
	else if (p->has_twins)
		p->likest = p->twin_words;
	else
		p->likest = p->alike == 0 ? sought_least : probe_same_words;
}

static void
read_halves(struct probe *p, const struct rec *r)
{
	const char *halves = rec_get(r, "Halves");

	p->half_likest[0] = halves ? read_share(&halves) : 1;
	if (halves)
		halves += *halves == ' ';
	p->half_likest[1] = halves && *halves ? read_share(&halves) : 1;
}

static void
read_region(struct probe *p, const struct rec *r)
{
	const char *around = rec_get(r, "Around");

	p->has_region = around && region_read(&around, &p->region);
	p->twin_region = p->has_region && *around ? read_share(&around) : 1;
}

static void
fold_field(const struct rec *r, const char *field, struct fold *out)
{
	const char *s = rec_get(r, field);

	if (s)
		fold_bytes(s, strlen(s), FOLD_CASE, out);
}

/* How often an empty line stands in N bytes at S. */
static size_t
count_breaks(const char *s, size_t n)
{
	size_t breaks = 0, i;
	unsigned ends = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '\n')
			breaks += ++ends == 2;
		else if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r')
			ends = 0;
	}
	return breaks;
}

static void
read_breaks(struct probe *p, const struct rec *r)
{
	const char *quote = rec_get(r, "Quote");

	p->breaks = quote ? count_breaks(quote, strlen(quote)) : 0;
}

bool
probe_init(struct probe *p, const struct rec *r)
{
	struct fold empty = {0};

	memset(p, 0, sizeof *p);
	read_alike(p, r);
	read_likest(p, r);
	read_halves(p, r);
	read_breaks(p, r);
	read_region(p, r);
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

static size_t
most_errors(size_t n)
{
	return n / 4 < ERRORS ? n / 4 : ERRORS;
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

	size_t reach = m + m / 2 + 2 * (p->before.n + p->behind.n) + 64;
	size_t sight = m + m / 2 + REGION_SIGHT;

	return p->has_region && sight > reach ? sight : reach;
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

static struct span
place_of(const struct probe *p, const struct text *t, const struct fold *f,
         const struct candidate *c, struct match m)
{
	struct span s;

	if (m.errors && p->place == PROBE_WHOLE)
		edges_find(p, f, c, &m);
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

/* What a place is weighed in; sightings of the region are in SEEN. */
struct scales {
	const struct probe *p;
	const struct text *t;
	const struct fold *f;
	struct sightings seen;
	struct verdict *v;
};

/* One more place for which it is not the words that speak, but what it stands
 * amid. */
static void
add_home(const struct scales *s, const struct candidate *c,
         const struct match *m)
{
	struct verdict *v = s->v;

	if (v->n == 1 || c->region > v->home.region ||
	    (c->region == v->home.region && c->score > v->home.score)) {
		v->home_second = v->n > 1 ? v->home.region : 0;
		v->home = *c;
		v->home.at = place_of(s->p, s->t, s->f, c, *m);
	} else if (c->region > v->home_second) {
		v->home_second = c->region;
	}
}

static void
weigh(const struct scales *s, const struct match *m, struct span own)
{
	size_t n = s->p->quote.n, length = m->end - m->start;
	struct span whole = fold_source(s->t, s->f, m->start, m->end);
	struct verdict *v = s->v;
	struct candidate c = {0};

	if (is_within(&whole, &own))
		return;
	c.q = likeness(m->errors, length > n ? length : n);
	score(s->p, s->f, m, &c);
	if (s->p->has_region)
		c.region = region_share(&s->p->region, &s->seen, m->start,
		                        m->end);
	if (c.q >= probe_same_words)
		add_twin(v, &c);
	if (c.q > v->likest)
		v->likest = c.q;
	v->n++;
	add_home(s, &c, m);
	if (v->n == 1 || c.score > v->best.score) {
		c.at = place_of(s->p, s->t, s->f, &c, *m);
		c.breaks = count_breaks(s->t->at + c.at.start,
		                        c.at.end - c.at.start);
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

/* Looks for the region where there is a place that it may be around. */
static void
look_around(struct scales *s, const struct match_list *found)
{
	size_t from, to;

	if (!s->p->has_region || !found->n)
		return;
	from = found->at[0].start;
	from = from > REGION_SIGHT ? from - REGION_SIGHT : 0;
	to = found->at[found->n - 1].end;
	to = to + REGION_SIGHT < s->f->n ? to + REGION_SIGHT : s->f->n;
	region_look(&s->p->region, all_of(s->f), from, to, &s->seen);
}

void
probe_weigh(const struct probe *p, const struct text *t, const struct fold *f,
            size_t from, size_t to, bool near, struct span own,
            struct verdict *v)
{
	size_t n = p->quote.n, reach = n + most_errors(n), i;
	size_t start = from > n ? from - n : 0;
	size_t end = reach < f->n - to ? to + reach : f->n;
	struct scales s = {p, t, f, {NULL, 0, 0}, v};
	struct match_list found = {0};

	if (!near)
		match_exact(all_of(&p->quote), all_of(f), start, end, &found);
	else if (n > LONG)
		v->crowded |= !match_ends(p, f, start, end, &found);
	else
		match_near(all_of(&p->quote), most_errors(n), all_of(f), start,
		           end, &found);
	look_around(&s, &found);
	for (i = 0; i < found.n; i++)
		if (found.at[i].start >= from && found.at[i].start < to)
			weigh(&s, &found.at[i], own);
	vec_clear(&found);
	vec_clear(&s.seen);
}
