/* Times and ids of records. */
#ifndef LECTERN_MARKS_STAMP_H
#define LECTERN_MARKS_STAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* When something was done, and randomness for the ids made then: the core has
 * neither clock nor dice. */
struct stamp {
	uint64_t now;    /* [ms] since 1970, UTC */
	uint64_t random; /* each stamp another */
};

enum { STAMP_TIME = 25, STAMP_ID = 14 }; /* [byte] with the NUL */

/* RFC 3339, UTC, milliseconds: "2026-11-22T20:02:58.001Z". */
void stamp_time(uint64_t now, char out[STAMP_TIME]);

/* The inverse, tolerant of other offsets and fractions; false when S is no
 * time. */
bool stamp_parse(const char *s, uint64_t *now);

/* An id of time and randomness in Crockford's base 32, sorting by time. */
void stamp_id(const struct stamp *s, char out[STAMP_ID]);

#endif
