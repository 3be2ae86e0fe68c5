/* Where each text was left, and which were read lately. */
#include "store/places.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "marks/rec.h"
#include "marks/stamp.h"
#include "store/file.h"
#include "store/lock.h"
#include "store/paths.h"
#include "store/save.h"

enum {
	PLACES_MAX = 1000,
	PARAGRAPHS_MAX = 512 * 1024 /* [byte] of all texts */
};

static const char head[] =
	"# lectern places, format 1: where each text was left.\n"
	"%rec: Place\n"
	"\n";

static size_t
number_of(const struct rec *r, const char *name)
{
	const char *value = rec_get(r, name);

	return value ? (size_t)strtoull(value, NULL, 10) : 0;
}

static uint64_t
time_of(const struct rec *r)
{
	const char *value = rec_get(r, "Read");
	uint64_t when;

	return value && stamp_parse(value, &when) ? when : 0;
}

static struct place
place_of(const struct rec *r)
{
	struct place p = {
		.path = mem_copy(rec_get(r, "Path")),
		.title = mem_copy(rec_get(r, "Title")),
		.sha256 = mem_copy(rec_get(r, "Sha256")),
		.offset = number_of(r, "Offset"),
		.finished = rec_get(r, "Finished"),
		.size = number_of(r, "Size"),
		.words = mem_copy(rec_get(r, "Words")),
		.read = time_of(r),
		.paragraphs = mem_copy(rec_get(r, "Paragraphs")),
	};

	return p;
}

static int
latest_first(const void *va, const void *vb)
{
	const struct place *a = va, *b = vb;

	return (a->read < b->read) - (a->read > b->read);
}

/* What cannot be read is empty; false when it is there all the same. */
static bool
read_records(const char *path, struct rec_file **out, struct error *e)
{
	struct file_bytes bytes;

	if (file_is_missing(path)) {
		*out = rec_parse(head, sizeof head - 1);
		return true;
	}
	if (!file_read(path, &bytes, e))
		return false;
	*out = bytes.n ? rec_parse(bytes.at, bytes.n)
	               : rec_parse(head, sizeof head - 1);
	free(bytes.at);
	return true;
}

void
places_read(const char *path, struct place_list *out)
{
	struct rec_file *f;
	struct error e = {0};
	size_t i;

	if (!read_records(path, &f, &e)) {
		error_clear(&e);
		return;
	}
	for (i = 0; i < f->n; i++)
		if (rec_get(f->at[i], "Path"))
			vec_push(out, place_of(f->at[i]));
	rec_free(f);
	if (out->n)
		qsort(out->at, out->n, sizeof *out->at, latest_first);
}

static bool
field_is(const struct rec *r, const char *name, const char *value)
{
	const char *is = rec_get(r, name);

	return is && value && !strcmp(is, value);
}

/* A text whose old path holds nothing any more was moved to the new one. */
static bool
was_moved(const struct rec *r, const struct place *p)
{
	char *old;
	bool gone;

	if (!field_is(r, "Sha256", p->sha256) || !rec_get(r, "Path"))
		return false;
	old = paths_long(rec_get(r, "Path"));
	gone = file_is_missing(old);
	free(old);
	return gone;
}

static struct rec *
record_for(struct rec_file *f, const struct place *p)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (field_is(f->at[i], "Path", p->path))
			return f->at[i];
	for (i = 0; i < f->n; i++)
		if (was_moved(f->at[i], p))
			return f->at[i];
	return rec_add(f);
}

static void
set_number(struct rec *r, const char *name, size_t n)
{
	struct buf digits = {0};

	buf_printf(&digits, "%zu", n);
	rec_set(r, name, buf_text(&digits));
	buf_clear(&digits);
}

static void
fill(struct rec *r, const struct place *p)
{
	char when[STAMP_TIME];

	if (p->paragraphs || !field_is(r, "Sha256", p->sha256))
		rec_set(r, "Paragraphs", p->paragraphs);
	stamp_time(p->read, when);
	rec_set(r, "Path", p->path);
	rec_set(r, "Title", p->title);
	rec_set(r, "Sha256", p->sha256);
	set_number(r, "Offset", p->offset);
	rec_set(r, "Finished", p->finished ? "yes" : NULL);
	set_number(r, "Size", p->size);
	rec_set(r, "Words", p->words && *p->words ? p->words : NULL);
	rec_set(r, "Read", when);
}

static int
oldest_first(const void *va, const void *vb)
{
	uint64_t a = time_of(*(struct rec *const *)va);
	uint64_t b = time_of(*(struct rec *const *)vb);

	return (a > b) - (a < b);
}

/* Drops the oldest past PLACES_MAX, and the paragraphs of those past
 * PARAGRAPHS_MAX; their order in the file stays. */
static void
forget_old(struct rec_file *f)
{
	struct rec **by_age;
	size_t n = f->n, bytes = 0, i;

	by_age = mem_new(n * sizeof *by_age);
	memcpy(by_age, f->at, n * sizeof *by_age);
	qsort(by_age, n, sizeof *by_age, oldest_first);
	for (i = n; i-- > 0;) {
		const char *s = rec_get(by_age[i], "Paragraphs");

		bytes += s ? strlen(s) : 0;
		if (s && bytes > PARAGRAPHS_MAX)
			rec_set(by_age[i], "Paragraphs", NULL);
	}
	for (i = 0; i + PLACES_MAX < n; i++)
		rec_drop(f, by_age[i]);
	free(by_age);
}

static bool
write_place(const char *path, const struct place *p, struct error *e)
{
	struct rec_file *f;
	struct buf out = {0};
	bool ok;

	if (!read_records(path, &f, e))
		return false;
	fill(record_for(f, p), p);
	forget_old(f);
	rec_write(f, &out);
	ok = save_file(path, buf_text(&out), out.n, SAVE_UNSYNCED, e);
	buf_clear(&out);
	rec_free(f);
	return ok;
}

bool
places_write(const char *path, const struct place *p, struct error *e)
{
	char *lock_path = paths_lock(e);
	int lock = lock_take(lock_path);
	bool ok = write_place(path, p, e);

	lock_release(lock);
	free(lock_path);
	return ok;
}

void
places_clear(struct place_list *l)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		free(l->at[i].path);
		free(l->at[i].title);
		free(l->at[i].sha256);
		free(l->at[i].words);
		free(l->at[i].paragraphs);
	}
	vec_clear(l);
}
