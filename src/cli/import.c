/* --import: marks that were exported as JSON, taken into the store. */
#include <stdlib.h>
#include <string.h>

#include "cli/acts.h"
#include "cli/tell.h"
#include "cli/told.h"
#include "marks/import.h"
#include "store/file.h"

static bool
import(struct sitting *s, struct merge_report *report, struct error *e)
{
	const char *path = s->options->merge;
	struct import_fault fault;
	struct file_bytes bytes;
	bool ok;

	if (!file_read(path, &bytes, e))
		return false;
	ok = marks_import(s->marks, bytes.at, bytes.n, report, &fault);
	if (!ok)
		error_set(e, strcmp(path, "-") ? path : "standard input",
		          fault.line, "%s; nothing was imported", fault.what);
	free(bytes.at);
	return ok;
}

/* Where the store cannot be saved nothing is lost: the file is still there,
 * and the call can be repeated. */
bool
import_run(struct sitting *s, struct error *e)
{
	struct merge_report report = {0};
	struct buf out = {0};
	size_t before = told_marks(s->marks);
	bool ok;

	if (s->marks->read_only || !s->store.path) {
		error_set(e, NULL, 0, "%s", s->message);
		return false;
	}
	ok = import(s, &report, e) && sitting_save_marks(s, e);
	s->marks->changed = false;
	if (ok) {
		told_merge(&out, before, told_marks(s->marks), &report);
		ok = tell_out(&out, e);
	}
	buf_clear(&out);
	return ok;
}
