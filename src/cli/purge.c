/* --purge: what was deleted long ago is removed for good. */
#include "cli/acts.h"
#include "cli/tell.h"

enum { PURGE_DAYS = 30 };

/* The store as it was stays as its `~` backup. */
bool
purge_run(struct sitting *s, struct error *e)
{
	struct buf out = {0};
	size_t n;
	bool ok;

	if (s->marks->read_only || !s->store.path) {
		error_set(e, NULL, 0, "%s", s->message);
		return false;
	}
	n = marks_purge(s->marks, sitting_stamp().now, PURGE_DAYS);
	ok = sitting_save_marks(s, e);
	s->marks->changed = false;
	if (ok) {
		buf_printf(&out, "%zu deleted record%s removed for good\n", n,
		           n == 1 ? "" : "s");
		ok = tell_out(&out, e);
	}
	buf_clear(&out);
	return ok;
}
