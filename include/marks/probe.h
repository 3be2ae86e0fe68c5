/* What a mark looks for in a text, and how well a place answers to it. */
#ifndef LECTERN_MARKS_PROBE_H
#define LECTERN_MARKS_PROBE_H

#include <stdbool.h>

#include "marks/marks.h"
#include "marks/match.h"
#include "marks/region.h"
#include "text/fold.h"

/*
 * The folded words of a mark. A mark without a Quote looks for what follows
 * its place, or at a text's end for what precedes it: QUOTE is then that, and
 * the place is one edge of it.
 */
struct probe {
	struct fold quote, before, behind;
	size_t breaks; /* empty lines in the quotation */
	enum { PROBE_WHOLE, PROBE_START, PROBE_END } place;
	double alike; /* how well another place answered when it was made */
	bool is_compared; /* ALIKE and the twins are known */
	bool has_twins; /* the same words stood elsewhere too, */
	size_t twins;   /* so often; 0 where nobody counted */
	double twin_before, twin_behind; /* the likest context of those */
	double twin_words; /* how alike the likest of them is in words */
	double likest; /* how alike the words of any other place were at most */
	double half_likest[2]; /* the same of its halves; see halves.h */
	struct region region;
	bool has_region;
	double twin_region; /* how much of it was around any other place */
};

/* From here on two quotations count as the same words, and two contexts as
 * the same place. */
extern const double probe_same_words, probe_same_context;

/* False (and P is empty) where R has no words at all. */
bool probe_init(struct probe *p, const struct rec *r);
void probe_clear(struct probe *p);

/* A place that may be the one: bytes AT of the text. Q is how alike the
 * quotations are, BEFORE and BEHIND the contexts, SCORE all of it; from 0 to
 * 1, where there is no context 1. REGION is how much of what the mark stood
 * amid is around it, 0 where that is not known. */
struct candidate {
	struct span at;
	double q, before, behind, score, region;
	size_t breaks; /* empty lines in it; of verdict.best only */
};

/* The best of the places seen so far, and what the next best scored; the one
 * around which most of the region is, and how much is around the next one. Of
 * all the likest words. Of those that have the same words, or all but: how
 * many, and their likest words and contexts. */
struct verdict {
	struct candidate best, home;
	double second, home_second, likest;
	size_t n, twins;
	double twin_words, twin_before, twin_behind;
	bool crowded; /* too many places are like it to weigh them all */
};

/*
 * Weighs the places in F, folded from T, that begin from code point FROM on
 * and before TO: those where the quotation stands as it was, or (NEAR) with a
 * quarter of it altered. Those within OWN count for nothing.
 */
void probe_weigh(const struct probe *p, const struct text *t,
                 const struct fold *f, size_t from, size_t to, bool near,
                 struct span own, struct verdict *v);

/* How many folded code points beyond a place's start have a say in it. */
size_t probe_reach(const struct probe *p);

/* The verdict: MARK_MOVED (as it was, somewhere), MARK_CHANGED, MARK_DOUBTFUL
 * or MARK_LOST. V->best is then the place it is about. */
enum mark_state probe_judge(const struct probe *p, struct verdict *v);

/* Whether BEST is so good that no other place need be looked at. */
bool probe_is_sure(const struct probe *p, const struct verdict *v);

#endif
