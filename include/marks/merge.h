/* Merging two stores so that neither loses a word. */
#ifndef LECTERN_MARKS_MERGE_H
#define LECTERN_MARKS_MERGE_H

#include "marks/marks.h"

/* What a merge did. */
struct merge_report {
	size_t added;   /* records that only the other store had */
	size_t updated; /* of which the other store had a later version */
	size_t doubled; /* changed in both: the other words stay beside it */
	size_t dropped; /* purged from the other store since BASE */
};

/*
 * Takes the marks of another store, N bytes at BYTES, into M (MARKS section
 * 3). Of two versions of a record the one wins that has the other's Updated in
 * its Was; where neither has, the later one, and the other stays as
 * <Id>~<its Updated> if it holds words that the winner has not. BASE (NULL:
 * none) is the store that both come from: what one of them took out of it and
 * the other left alone goes, and what one of them changed without a new
 * Updated was edited by hand, and is later.
 *
 * The order of stores does not matter, nor how often one is merged: the same
 * records come out. M->changed is set where M changed. Does nothing on a read
 * only store. O(n log n).
 */
void marks_merge(struct marks *m, const char *bytes, size_t n,
                 const char *base, size_t base_n,
                 struct merge_report *report);

#endif
