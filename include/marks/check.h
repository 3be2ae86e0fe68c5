/* Examining a store: what in it makes no sense, by line. */
#ifndef LECTERN_MARKS_CHECK_H
#define LECTERN_MARKS_CHECK_H

#include "marks/marks.h"

struct check {
	size_t line;      /* of the file, counted from 1 */
	const char *what; /* words that live as long as the program */
	const char *id;   /* of the record; NULL for a mere line. Borrowed */
};

struct check_list {
	struct check *at;
	size_t n, cap;
};

/*
 * What is wrong with M as it was read, in the order of the lines, replacing
 * what *OUT held: lines that are not of the format, records without Id or of
 * an Id that another has, marks of no known kind or work or without a place,
 * times that are none. Records made since are not examined. O(n log n).
 */
void marks_check(const struct marks *m, struct check_list *out);

#endif
