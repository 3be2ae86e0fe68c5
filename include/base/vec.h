/* Growable arrays: any struct with the members `at`, `n` and `cap`. */
#ifndef LECTERN_BASE_VEC_H
#define LECTERN_BASE_VEC_H

#include <stdlib.h>

#include "base/mem.h"

/* Appends ITEM to *V; amortised constant. Pointers into V->at may move. */
#define vec_push(v, item)                                                \
	((void)((v)->n < (v)->cap ||                                     \
	        ((v)->at = mem_room((v)->at, &(v)->cap, (v)->n + 1,      \
	                            sizeof *(v)->at))),                  \
	 (void)((v)->at[(v)->n++] = (item)))

/* Frees the array, not what its items own; *V is empty afterwards. */
#define vec_clear(v) \
	(free((v)->at), (v)->at = NULL, (v)->n = 0, (v)->cap = 0)

#endif
