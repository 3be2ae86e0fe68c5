/* --import: marks that were exported as JSON, taken into the store. */
#include <stdlib.h>
#include <string.h>

#include "cli/acts.h"
#include "cli/taking.h"
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

bool
import_run(struct sitting *s, struct error *e)
{
	return taking_run(s, import, e);
}
