/* What a merge or an import did, in words. */
#include "cli/told.h"

size_t
told_marks(const struct marks *m)
{
	size_t i, n = 0;
	enum mark_kind kind;

	for (i = 0; i < m->file->n; i++) {
		const struct rec *r = m->file->at[i];
		const char *work = rec_get(r, "Work");

		n += work && marks_is_mark(r, work, &kind);
	}
	return n;
}

void
told_merge(struct buf *out, size_t before, size_t now,
             const struct merge_report *report)
{
	size_t added = now > before + report->doubled
	                       ? now - before - report->doubled
	                       : 0;

	buf_printf(out, "%zu new mark%s, %zu record%s brought up to date, "
	           "%zu kept beside another; %zu mark%s in all\n",
	           added, added == 1 ? "" : "s", report->updated,
	           report->updated == 1 ? "" : "s", report->doubled, now,
	           now == 1 ? "" : "s");
}
