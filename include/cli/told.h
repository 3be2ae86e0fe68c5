/* What a merge or an import did, in words. */
#ifndef LECTERN_CLI_TOLD_H
#define LECTERN_CLI_TOLD_H

#include "base/buf.h"
#include "marks/merge.h"

/* Marks, that is, records that are neither works nor deleted. */
size_t told_marks(const struct marks *m);

/* Appends a line: BEFORE and NOW are how many marks there are. */
void told_merge(struct buf *out, size_t before, size_t now,
                const struct merge_report *report);

#endif
