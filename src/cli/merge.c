/* --merge and --merge-driver: marks of several stores in one. */
#include <stdlib.h>
#include <string.h>

#include "cli/acts.h"
#include "cli/taking.h"
#include "store/save.h"
#include "store/take.h"

static bool
take(struct sitting *s, struct merge_report *report, struct error *e)
{
	return take_store(s->marks, s->options->merge, report, e);
}

bool
merge_run(struct sitting *s, struct error *e)
{
	return taking_run(s, take, e);
}

/* The three stores that git names. */
struct driven {
	struct file_bytes base, ours, theirs;
};

static bool
driven_read(const struct options *o, struct driven *d, struct error *e)
{
	return take_read(o->driven[0], &d->base, e) &&
	       take_read(o->driven[1], &d->ours, e) &&
	       take_read(o->driven[2], &d->theirs, e);
}

/* git tells a merge without common ancestor by an empty BASE: nothing was
 * taken out of that. A failure leaves OURS as it was, and git calls it a
 * conflict. */
bool
merge_driver_run(const struct options *o, struct error *e)
{
	struct driven d;
	struct merge_report report;
	struct buf out = {0};
	struct marks *m;
	bool ok;

	memset(&d, 0, sizeof d);
	ok = driven_read(o, &d, e);
	if (ok) {
		m = marks_parse(d.ours.at, d.ours.n);
		marks_merge(m, d.theirs.at, d.theirs.n, d.base.at, d.base.n,
		            &report);
		marks_write(m, &out);
		ok = !m->changed || save_file(o->driven[1], buf_text(&out),
		                              out.n, SAVE_SYNCED, e);
		marks_free(m);
	}
	buf_clear(&out);
	free(d.base.at);
	free(d.ours.at);
	free(d.theirs.at);
	return ok;
}
