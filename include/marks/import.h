/* Marks as they were exported to JSON, back into a store. */
#ifndef LECTERN_MARKS_IMPORT_H
#define LECTERN_MARKS_IMPORT_H

#include "marks/merge.h"

/* What is wrong with a file to be imported; WHAT lives as long as the program.
 */
struct import_fault {
	size_t line; /* counted from 1 */
	const char *what;
};

/*
 * Takes the works and marks of N bytes of JSON, an array as EXPORT_JSON writes
 * it, into M as marks_merge does: an export that is imported again changes
 * nothing, and nothing that M has is lost. Works and marks without an id, made
 * by other programs, get one that is the same each time. False with *FAULT, M
 * untouched, where the bytes are no such array.
 */
bool marks_import(struct marks *m, const char *bytes, size_t n,
                  struct merge_report *report, struct import_fault *fault);

#endif
