/* Runs of definitions, and the marks that refer to them. */
#ifndef LECTERN_TEXT_STRUCTURE_RUNS_H
#define LECTERN_TEXT_STRUCTURE_RUNS_H

#include "text/structure/marks.h"
#include "text/structure/words.h"

/* Definitions of one style whose labels count on: 1, 2, 3. */
struct run {
	uint32_t first, last; /* definitions */
	uint32_t n;
	uint32_t value; /* of the last label */
	uint8_t style;
	bool compact;  /* one stands below the other */
	bool headed;   /* below a heading "Notes" */
	bool works;    /* below a heading "References" */
	bool parted;   /* more white than usual stands behind it */
	bool at_end;   /* nothing but furniture stands behind it */
};

/* DEFS are line starts that may begin notes, MARKS places that may refer to
 * them; all arrays beside have as many items. */
struct matcher {
	const struct survey *s;
	struct marks defs, marks;
	uint32_t *next;  /* of a definition: the next of its run */
	bool *taken;     /* definitions that are notes */
	uint32_t *run;   /* of a taken definition */
	uint32_t *order; /* marks by style, key, place */
	uint32_t *to;    /* of a mark: the definition it refers to */
	uint32_t of_style[MARK_STYLES]; /* how many marks there are */
	uint32_t signs;  /* how many definitions begin with a sign */
	struct {
		struct run *at;
		size_t n, cap;
	} runs;
};

#define NO_DEFINITION UINT32_MAX

/* Gathers the definitions of S and their runs in *M. Linear. */
void runs_gather(const struct survey *s, struct matcher *m);
/* Gathers the marks and finds which definitions they refer to: TAKEN and TO.
 * O(n log n) in the number of marks. */
void runs_match(struct matcher *m);
void matcher_clear(struct matcher *m);

/* The group that holds LINE; O(log n). */
size_t group_of(const struct survey *s, size_t line);

#endif
