/* Whether a place is the one that a mark was at (MARKS.md section 2). */
#include "marks/between.h"

/* Code points of which a quotation must have as many to be known by itself, or
 * by one of its neighbours. */
enum { ONLY = 32, ONLY_BESIDE = 16 };

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

/*
 * Likelier by a quarter of the way to 1 than any other words were: of those
 * one might have lost its neighbour and stand in the mark's place now, but
 * that makes its words no likelier.
 */
static bool
is_beyond(double q, double likest)
{
	return q >= likest + (1 - likest) / 4;
}

/* Whether a context of N code points has lost less than half of what it would
 * have if the M code points of the quotation, or three quarters as many of one
 * like it, were not where they are. */
static bool
is_in_step(double likeness, size_t n, size_t m)
{
	double lost = (1 - likeness) * (double)n;

	return n >= ONLY && likeness >= .75 && lost <= (double)m * 3 / 8;
}

/*
 * Between its neighbours. Had it been taken out, what stands there now would
 * have come from beside it, and one of the contexts would be out of step.
 */
static bool
is_between(const struct probe *p, const struct candidate *c)
{
	return is_in_step(c->before, p->before.n, p->quote.n) &&
	       is_in_step(c->behind, p->behind.n, p->quote.n);
}

/* In its place: better than any other place ever was. */
static bool
stayed(const struct probe *p, const struct verdict *v)
{
	return v->best.score >= .70 && v->best.score >= p->alike + .08 &&
	       v->best.score - v->second >= .04 &&
	       (p->alike == 0 || v->best.q >= .90 ||
	        is_beyond(v->best.q, p->likest) ||
	        is_between(p, &v->best)) &&
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
	return (p->before.n && c->before >= probe_same_context) ||
	       (p->behind.n && c->behind >= probe_same_context);
}

/*
 * Whether BEST goes over the end of a paragraph where the mark did not. What
 * was taken out may have stood between two parts that together look like it.
 */
static bool
is_joined(const struct probe *p, const struct verdict *v)
{
	return v->best.breaks > p->breaks;
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
	/* Less alike ones were not counted as twins. */
	double likest = p->likest > probe_same_words ? p->likest
	                                             : probe_same_words;

	return p->place == PROBE_WHOLE && p->is_compared && likest < 1 &&
	       !is_joined(p, v) && v->twins == 1 &&
	       is_nearer(v->best.q, likest) &&
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
	       ((q >= .90 && m >= 24 && !is_joined(p, v)) ||
	        (q >= .75 && m >= 64 && context >= .5) ||
	        (q >= .75 && m >= ONLY_BESIDE && context >= .75));
}

/* Whether a neighbour is there that no twin had, or both are. */
static bool
has_own_neighbour(const struct probe *p, const struct candidate *c)
{
	return is_nearer(c->before, p->twin_before) ||
	       is_nearer(c->behind, p->twin_behind) ||
	       (c->before >= .75 && c->behind >= .75);
}

/*
 * Amid what it stood amid: landmarks on both sides are where they were, more of
 * them than around any other place that had words like these. A passage taken
 * out takes landmarks away and adds none, and what stood on one side of its
 * twin is on no other side then: so no other place can come to have more of
 * them than it had. Only one that was moved can; but it has other neighbours.
 */
static bool
is_at_home(const struct probe *p, const struct verdict *v)
{
	return p->has_region && p->is_compared &&
	       has_own_neighbour(p, &v->home) &&
	       v->home.region >= .25 &&
	       v->home.region >= p->twin_region + .15 &&
	       v->home.region >= v->home_second + .15;
}

bool
between_judge(const struct probe *p, const struct verdict *v)
{
	return v->n == 1 && !v->crowded && is_between(p, &v->best) &&
	       is_no_twin(p, &v->best) && v->best.score >= .70 &&
	       v->best.score >= p->alike + .08;
}

/*
 * As it was, and so is all around it. No other place could say that of itself,
 * or none of those that had the same words is gone, so that this is not one of
 * them that has come to stand as the mark did.
 */
static bool
is_untouched(const struct probe *p, const struct verdict *v)
{
	bool alone = p->twin_region < 1 && v->home_second < 1;
	bool all_there = p->twins && v->twins == p->twins + 1 &&
	                 v->second < 1;

	return p->has_region && p->is_compared && v->home.score >= 1 &&
	       v->home.region >= 1 && (alone || all_there);
}

enum mark_state
probe_judge(const struct probe *p, struct verdict *v)
{
	bool accepted;

	if (!v->n)
		return MARK_LOST;
	accepted = !v->crowded &&
	           (stayed(p, v) || moved_away(p, v) || is_only(p, v));
	if (!accepted && !v->crowded &&
	    (is_at_home(p, v) || is_untouched(p, v))) {
		accepted = true;
		v->best = v->home;
	}
	if (accepted)
		return v->best.q < 1 ? MARK_CHANGED : MARK_MOVED;
	return v->best.score >= .55 ? MARK_DOUBTFUL : MARK_LOST;
}
