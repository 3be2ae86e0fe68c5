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
	uint32_t alike; /* the last run of two or more in front that begins
	                   with the same label in the same style */
	uint8_t style;
	bool described; /* what follows is known */
	bool compact;  /* one stands below the other */
	bool headed;   /* below a heading "Notes" */
	bool works;    /* below a heading "References" */
	bool parted;   /* more white than usual stands behind it */
	bool at_end;   /* nothing but furniture stands behind it */
};

/* DEFS are line starts that may begin notes, MARKS places that may refer to
 * them; all arrays beside have as many items, but for IN_FRONT. */
struct matcher {
	const struct survey *s;
	struct marks defs, marks;
	uint32_t *next;  /* of a definition: the next of its run */
	bool *taken;     /* definitions that are notes */
	uint32_t *run;   /* of a taken definition */
	uint32_t *group; /* of a definition: that it stands in */
	uint32_t *before; /* of a mark: the one before of its style and key */
	uint32_t *in_front; /* of a definition: the last mark in front that has
	                       its key, for each of STYLES */
	uint32_t *to;    /* of a mark: the definition it refers to */
	uint32_t of_style[MARK_STYLES]; /* how many marks there are */
	unsigned styles; /* that marks have, and where IN_FRONT has each */
	uint8_t place_of[MARK_STYLES];
	uint32_t signs;  /* how many definitions begin with a sign */
	struct {
		struct run *at;
		size_t n, cap;
	} runs;
};

#define NO_DEFINITION UINT32_MAX
#define NO_MARK UINT32_MAX
#define NO_RUN UINT32_MAX

/* Gathers the definitions of S and their runs in *M. Linear. */
void runs_gather(const struct survey *s, struct matcher *m);
/* Gathers the marks and finds which definitions they refer to: TAKEN and TO.
 * Linear. */
void runs_match(struct matcher *m);
/* Finds out about R what it is only known by a look around it. */
void run_describe(const struct matcher *m, struct run *r);
void matcher_clear(struct matcher *m);

#endif
