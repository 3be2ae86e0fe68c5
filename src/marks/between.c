/* A mark whose words are hardly the same, found by what is on either side. */
#include "marks/between.h"

#include "base/vec.h"

/* Code points of a neighbour, and of it at least; more places than CROWD are
 * not weighed. */
enum { NEIGHBOUR = 64, NEIGHBOUR_LEAST = 32, CROWD = 64 };

/* Two sentences of a language are some .3 alike by chance; from here on one
 * has come of the other. */
static const double related = 0.6;

bool
between_is_possible(const struct probe *p)
{
	return p->place == PROBE_WHOLE && p->is_compared &&
	       p->before.n >= NEIGHBOUR_LEAST &&
	       p->behind.n >= NEIGHBOUR_LEAST;
}

static struct run
left_of(const struct probe *p)
{
	size_t n = p->before.n < NEIGHBOUR ? p->before.n : NEIGHBOUR;

	return (struct run){p->before.c + p->before.n - n, n};
}

static struct run
right_of(const struct probe *p)
{
	size_t n = p->behind.n < NEIGHBOUR ? p->behind.n : NEIGHBOUR;

	return (struct run){p->behind.c, n};
}

static double
likeness(size_t errors, size_t n)
{
	return errors < n ? 1 - (double)errors / (double)n : 0;
}

/* How alike the quotation is to code points START up to END. */
static double
likeness_of_words(const struct probe *p, const struct fold *f, size_t start,
                  size_t end)
{
	struct run quote = {p->quote.c, p->quote.n};
	struct run words = {f->c + start, end - start};
	size_t errors = match_at_edge(quote, words, 0);

	if (words.n > quote.n)
		errors += words.n - quote.n;
	return likeness(errors, words.n > quote.n ? words.n : quote.n);
}

static void
add(const struct probe *p, const struct text *t, const struct fold *f,
    const struct match *left, const struct match *right, struct verdict *v)
{
	size_t start = left->end, end = right->start;
	struct candidate c = {0};
	double w = (double)p->quote.n, l, r;

	while (start < end && f->c[start] == ' ')
		start++;
	while (end > start && f->c[end - 1] == ' ')
		end--;
	if (start == end)
		return;
	c.q = likeness_of_words(p, f, start, end);
	if (c.q < related)
		return;
	l = (double)left_of(p).n;
	r = (double)right_of(p).n;
	c.before = likeness(left->errors, left_of(p).n);
	c.behind = likeness(right->errors, right_of(p).n);
	c.score = (w * c.q + l * c.before + r * c.behind) / (w + l + r);
	v->n++;
	if (v->n > 1 && c.score <= v->best.score)
		return;
	c.at = fold_source(t, f, start, end);
	v->best = c;
}

/* The places that begin where LEFT ends: about as long as the quotation. */
static void
weigh_behind(const struct probe *p, const struct text *t, const struct fold *f,
             const struct match *left, struct verdict *v)
{
	size_t n = p->quote.n, from = left->end + n / 2, i;
	size_t to = left->end + n + n / 2 + 2 * NEIGHBOUR;
	struct run right = right_of(p), all = {f->c, f->n};
	struct match_list found = {0};

	to = to < f->n ? to : f->n;
	if (from < to)
		match_near(right, right.n / 4, all, from, to, &found);
	for (i = 0; i < found.n; i++)
		add(p, t, f, left, &found.at[i], v);
	vec_clear(&found);
}

void
between_weigh(const struct probe *p, const struct text *t,
              const struct fold *f, size_t from, size_t to, struct verdict *v)
{
	struct run left = left_of(p), all = {f->c, f->n};
	size_t start = from > 2 * NEIGHBOUR ? from - 2 * NEIGHBOUR : 0, i;
	struct match_list found = {0};

	match_near(left, left.n / 4, all, start, to, &found);
	v->crowded |= found.n > CROWD;
	for (i = 0; i < found.n && !v->crowded; i++)
		if (found.at[i].end >= from && found.at[i].end < to)
			weigh_behind(p, t, f, &found.at[i], v);
	vec_clear(&found);
}
