/* A mark known by a half of its words. */
#include "marks/halves.h"

#include "base/vec.h"
#include "marks/edges.h"

/* Code points of a quotation whose halves can be known by themselves, and of
 * the longest that is halved. */
enum { LEAST = 64, MOST = 1024 };

/* From here on what is left stands for the mark. */
static const double most = 0.6;

bool
halves_of(const struct probe *p, struct run half[2])
{
	size_t n = p->quote.n;

	half[0] = (struct run){p->quote.c, n / 2};
	half[1] = (struct run){p->quote.c + n / 2, n - n / 2};
	return p->place == PROBE_WHOLE && n >= LEAST && n <= MOST;
}

bool
halves_are_known(const struct probe *p)
{
	struct run half[2];

	return halves_of(p, half) && p->is_compared &&
	       (p->half_likest[0] < 1 || p->half_likest[1] < 1);
}

static double
likeness(const struct match *m, size_t n)
{
	size_t length = m->end - m->start > n ? m->end - m->start : n;

	return 1 - (double)m->errors / (double)length;
}

/* Where HALF may stand, beginning from FROM on and before TO. */
static void
find(struct run half, const struct fold *f, size_t from, size_t to,
     struct match_list *out)
{
	size_t reach = half.n + half.n / 4, kept = 0, i;
	size_t start = from > half.n ? from - half.n : 0;
	size_t end = reach < f->n - to ? to + reach : f->n;
	struct run all = {f->c, f->n};

	out->n = 0;
	match_near(half, half.n / 4, all, start, end, out);
	for (i = 0; i < out->n; i++)
		if (out->at[i].start >= from && out->at[i].start < to)
			out->at[kept++] = out->at[i];
	out->n = kept;
}

double
halves_likest(struct run half, const struct text *t, const struct fold *f,
              size_t from, size_t to, struct span own)
{
	struct match_list found = {0};
	double likest = 0;
	size_t i;

	find(half, f, from, to, &found);
	for (i = 0; i < found.n; i++) {
		double q = likeness(&found.at[i], half.n);
		struct span s = fold_source(t, f, found.at[i].start,
		                            found.at[i].end);

		if (q > likest && (s.end <= own.start || own.end <= s.start))
			likest = q;
	}
	vec_clear(&found);
	return likest;
}

/* The best of N places that were FOUND, if it is better than those before: its
 * edges are sought once, since that takes some milliseconds. */
static void
weigh(const struct probe *p, const struct text *t, const struct fold *f,
      const struct match_list *found, size_t n, struct half *out, bool first)
{
	const struct match *best = NULL;
	struct match m;
	size_t i;

	for (i = 0; i < found->n; i++) {
		double q = likeness(&found->at[i], n);

		out->twins += q >= probe_same_words;
		if (q <= out->q)
			continue;
		out->q = q;
		best = &found->at[i];
	}
	if (!best)
		return;
	m = *best;
	edges_find_rest(p, f, first, &m);
	out->at = fold_source(t, f, m.start, m.end);
	out->left = (double)(m.end - m.start) / (double)p->quote.n;
}

void
halves_weigh(const struct probe *p, const struct text *t, const struct fold *f,
             size_t from, size_t to, struct halves *h)
{
	struct match_list found = {0};
	struct run half[2];

	halves_of(p, half);
	if (p->half_likest[0] < 1) {
		find(half[0], f, from, to, &found);
		weigh(p, t, f, &found, half[0].n, &h->first, true);
	}
	if (p->half_likest[1] < 1) {
		find(half[1], f, from, to, &found);
		weigh(p, t, f, &found, half[1].n, &h->second, false);
	}
	vec_clear(&found);
}

/*
 * The only one, and nearer to the words of the half than half way from the
 * likest that stood elsewhere: by the triangle's inequality none of those can
 * have become this by as few changes.
 */
static bool
is_only(const struct half *h, double likest)
{
	if (likest < probe_same_words)
		likest = probe_same_words; /* less alike ones are no twins */
	return h->twins == 1 && h->q >= likest + (1 - likest) / 2;
}

/* Both halves, in their order, with no more put in between than they are. */
static bool
is_parted(struct span a, struct span b)
{
	return a.start <= b.start && a.end <= b.end &&
	       b.start <= a.end + (a.end - a.start) + (b.end - b.start);
}

enum mark_state
halves_judge(const struct probe *p, const struct halves *h, struct span *at)
{
	bool first = is_only(&h->first, p->half_likest[0]);
	bool second = is_only(&h->second, p->half_likest[1]);
	struct span a = h->first.at, b = h->second.at;
	const struct half *more = &h->second;

	if (!first && !second)
		return MARK_LOST;
	if (first && second && is_parted(a, b)) {
		*at = (struct span){a.start, b.end};
		return MARK_CHANGED;
	}
	if (first && (!second || h->first.left >= h->second.left))
		more = &h->first;
	*at = more->at;
	return more->left >= most ? MARK_CHANGED : MARK_DOUBTFUL;
}
