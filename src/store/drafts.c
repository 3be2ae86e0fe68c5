/* Notes that were being typed: what a killed program leaves of them. */
#include "store/drafts.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "marks/rec.h"
#include "store/file.h"
#include "store/save.h"

static const char head[] =
	"# lectern drafts, format 1: notes that were being typed.\n"
	"%rec: Draft\n"
	"\n";

static struct rec_file *
read_records(const char *path)
{
	struct file_bytes bytes = {0};
	struct error e = {0};
	struct rec_file *f;

	if (file_is_missing(path) || !file_read(path, &bytes, &e) || !bytes.n)
		f = rec_parse(head, sizeof head - 1);
	else
		f = rec_parse(bytes.at, bytes.n);
	free(bytes.at);
	error_clear(&e);
	return f;
}

static bool
field_is(const struct rec *r, const char *name, const char *value)
{
	const char *is = rec_get(r, name);

	return is && value && !strcmp(is, value);
}

static struct rec *
find(const struct rec_file *f, const char *path, const char *sha256)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (path ? field_is(f->at[i], "Path", path)
		         : field_is(f->at[i], "Sha256", sha256))
			return f->at[i];
	return NULL;
}

static size_t
number_of(const struct rec *r, const char *name)
{
	const char *value = rec_get(r, name);

	return value ? (size_t)strtoull(value, NULL, 10) : 0;
}

static void
set_number(struct rec *r, const char *name, size_t n)
{
	struct buf digits = {0};

	buf_printf(&digits, "%zu", n);
	rec_set(r, name, buf_text(&digits));
	buf_clear(&digits);
}

bool
drafts_find(const char *file, const char *path, const char *sha256,
            struct draft *out)
{
	struct rec_file *f = read_records(file);
	const struct rec *r = find(f, path, sha256);

	memset(out, 0, sizeof *out);
	if (r) {
		out->path = mem_copy(rec_get(r, "Path"));
		out->sha256 = mem_copy(rec_get(r, "Sha256"));
		out->about = mem_copy(rec_get(r, "About"));
		out->note = mem_copy(rec_get(r, "Note"));
		out->file = mem_copy(rec_get(r, "File"));
		out->start = number_of(r, "Start");
		out->end = number_of(r, "End");
	}
	rec_free(f);
	return out->note != NULL;
}

static void
fill(struct rec *r, const struct draft *d)
{
	rec_set(r, "Path", d->path);
	rec_set(r, "Sha256", d->sha256);
	rec_set(r, "About", d->about);
	set_number(r, "Start", d->start);
	set_number(r, "End", d->end);
	rec_set(r, "File", d->file);
	rec_set(r, "Note", d->note);
}

bool
drafts_put(const char *file, const struct draft *d, struct error *e)
{
	struct rec_file *f = read_records(file);
	struct rec *r = find(f, d->path, d->sha256);
	struct buf out = {0};
	bool ok = true;

	if (d->note)
		fill(r ? r : rec_add(f), d);
	else if (r)
		rec_drop(f, r);
	rec_write(f, &out);
	if (f->n)
		ok = save_file(file, buf_text(&out), out.n, SAVE_UNSYNCED, e);
	else if (!file_is_missing(file))
		ok = unlink(file) == 0;
	buf_clear(&out);
	rec_free(f);
	return ok;
}

void
drafts_clear(struct draft *d)
{
	free(d->path);
	free(d->sha256);
	free(d->about);
	free(d->note);
	free(d->file);
	memset(d, 0, sizeof *d);
}
