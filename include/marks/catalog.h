/* Records of a store by what they are looked up by. */
#ifndef LECTERN_MARKS_CATALOG_H
#define LECTERN_MARKS_CATALOG_H

#include "marks/rec.h"

enum catalog_key {
	CATALOG_ID,     /* any record */
	CATALOG_WORK,   /* marks, by their work */
	CATALOG_SHA256, /* works */
	CATALOG_PATH,   /* works */
	CATALOG_KEYS
};

/* For who looks up one work after the other: each look-up is logarithmic. */
struct catalog;

/* F is borrowed, as it is now. O(n log n): some 50 ms for 100,000 records. */
struct catalog *catalog_new(const struct rec_file *f);
void catalog_free(struct catalog *c);

/* False once records were added or taken away; also of NULL. */
bool catalog_is_good(const struct catalog *c);

/* The number in the file of the next record whose KEY is VALUE, in their
 * order; CATALOG_END where there is none more, or VALUE is NULL. *CURSOR is 0
 * before the first. */
#define CATALOG_END ((size_t)-1)
size_t catalog_next(const struct catalog *c, enum catalog_key key,
                    const char *value, size_t *cursor);

#endif
