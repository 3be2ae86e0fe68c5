/* Taking other stores' marks in. */
#include "store/take.h"

#include <stdlib.h>

static bool
has_records(const struct marks *m)
{
	size_t i;

	for (i = 0; i < m->file->n; i++)
		if (rec_get(m->file->at[i], "Id"))
			return true;
	return false;
}

/* A store in which nothing was marked yet has comments at most; a letter or a
 * picture has lines that are not of the format, and would all be kept. */
static bool
is_store(const struct marks *m)
{
	return has_records(m) || !m->file->problems.n;
}

bool
take_read(const char *path, struct file_bytes *out, struct error *e)
{
	struct file_bytes bytes;
	struct marks *m;
	bool ok = false;

	if (!file_read(path, &bytes, e))
		return false;
	m = marks_parse(bytes.at, bytes.n);
	if (m->read_only)
		error_set(e, path, 0, "was written by a newer lectern and "
		          "cannot be merged");
	else if (!is_store(m))
		error_set(e, path, 0, "is no store of marks");
	else
		ok = true;
	marks_free(m);
	if (ok)
		*out = bytes;
	else
		free(bytes.at);
	return ok;
}

bool
take_store(struct marks *m, const char *path, struct merge_report *report,
           struct error *e)
{
	struct file_bytes other;

	if (!take_read(path, &other, e))
		return false;
	marks_merge(m, other.at, other.n, NULL, 0, report);
	free(other.at);
	return true;
}
