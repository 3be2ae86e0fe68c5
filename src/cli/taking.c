/* Taking marks from elsewhere into the store, and telling what came of it. */
#include "cli/taking.h"

#include "cli/tell.h"

/* Marks, that is, records that are neither works nor deleted. */
static size_t
count_marks(const struct marks *m)
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

static void
put_report(struct buf *out, size_t before, size_t now,
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

bool
taking_run(struct sitting *s, taking_source *take, struct error *e)
{
	struct merge_report report = {0};
	struct buf out = {0};
	size_t before = count_marks(s->marks);
	bool ok;

	if (s->marks->read_only || !s->store.path) {
		error_set(e, NULL, 0, "%s", s->message);
		return false;
	}
	ok = take(s, &report, e) && sitting_save_marks(s, e);
	s->marks->changed = false;
	if (ok) {
		put_report(&out, before, count_marks(s->marks), &report);
		ok = tell_out(&out, e);
	}
	buf_clear(&out);
	return ok;
}
