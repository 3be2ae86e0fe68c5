/* A mark known by a half of its words, the other being gone. */
#ifndef LECTERN_MARKS_HALVES_H
#define LECTERN_MARKS_HALVES_H

#include "marks/probe.h"

/* The halves of P; none where it is too short or too long for that. */
bool halves_of(const struct probe *p, struct run half[2]);

/* How alike to HALF the words of any place in F, folded from T, are that begins
 * from code point FROM on and before TO and is not within OWN; 0 where none
 * are. */
double halves_likest(struct run half, const struct text *t,
                     const struct fold *f, size_t from, size_t to,
                     struct span own);

/* Whether a half of P stood nowhere else, so that it is worth looking for. */
bool halves_are_known(const struct probe *p);

/* What has been found of either half. */
struct halves {
	struct half {
		struct span at; /* of all that is left of the mark there */
		double q, left; /* LEFT: how much of the mark that is */
		size_t twins; /* places that have its words, or all but */
	} first, second;
};

/* Looks for the halves of P, as probe_weigh does for all of it. */
void halves_weigh(const struct probe *p, const struct text *t,
                  const struct fold *f, size_t from, size_t to,
                  struct halves *h);

/* MARK_CHANGED where most of the mark is left, MARK_DOUBTFUL where about a half
 * is, both with *AT what is left of it; else MARK_LOST. */
enum mark_state halves_judge(const struct probe *p, const struct halves *h,
                             struct span *at);

#endif
