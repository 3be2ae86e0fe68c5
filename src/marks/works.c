/* Which works a store knows, and how a text's is found. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/catalog.h"
#include "marks/found.h"

bool
found_is_work(const struct rec *r)
{
	return rec_is(r, "Kind", "work") && rec_has(r, "Id") &&
	       !rec_has(r, "Deleted");
}

static struct rec *
look_up(const struct marks *m, enum catalog_key key, const char *value,
        bool (*is_wanted)(const struct rec *r))
{
	size_t cursor = 0, i;

	do {
		i = catalog_next(m->catalog, key, value, &cursor);
		if (i == CATALOG_END)
			return NULL;
	} while (!is_wanted(m->file->at[i]));
	return m->file->at[i];
}

static struct rec *
find_work(const struct marks *m, enum catalog_key key, const char *value)
{
	static const char *const fields[] = {
		[CATALOG_ID] = "Id", [CATALOG_SHA256] = "Sha256",
		[CATALOG_PATH] = "Path",
	};
	size_t i;

	if (catalog_is_good(m->catalog))
		return look_up(m, key, value, found_is_work);
	for (i = 0; value && i < m->file->n; i++)
		if (found_is_work(m->file->at[i]) &&
		    rec_is(m->file->at[i], fields[key], value))
			return m->file->at[i];
	return NULL;
}

struct rec *
marks_work(const struct marks *m, const struct work_facts *facts)
{
	struct rec *work = find_work(m, CATALOG_SHA256, facts->sha256);

	if (!work)
		work = find_work(m, CATALOG_PATH, facts->path);
	if (!work && m->recognised.sha256 && facts->sha256 &&
	    !strcmp(m->recognised.sha256, facts->sha256))
		work = find_work(m, CATALOG_ID, m->recognised.id);
	return work;
}

static bool
is_any(const struct rec *r)
{
	return r != NULL;
}

struct rec *
marks_by_id(const struct marks *m, const char *id)
{
	size_t i;

	if (catalog_is_good(m->catalog))
		return look_up(m, CATALOG_ID, id, is_any);
	for (i = 0; i < m->file->n; i++)
		if (rec_is(m->file->at[i], "Id", id))
			return m->file->at[i];
	return NULL;
}

static bool
is_same(const struct rec *a, const struct rec *b, const char *field)
{
	return rec_is(b, field, rec_get(a, field));
}

bool
found_same_work(const struct rec *a, const struct rec *b)
{
	return a == b || (found_is_work(b) && (is_same(a, b, "Sha256") ||
	                                       is_same(a, b, "Path")));
}

/* The first record of a work that has the KEY of R, by its number. */
static size_t
first_alike(const struct marks *m, enum catalog_key key, const struct rec *r)
{
	const char *field = key == CATALOG_PATH ? "Path" : "Sha256";
	size_t cursor = 0;

	return catalog_next(m->catalog, key, rec_get(r, field), &cursor);
}

/* SEEN says of a record that stands for its hash or path that a work with
 * that one is listed. */
static bool
is_seen(const bool *seen, size_t record)
{
	return record != CATALOG_END && seen[record];
}

static void
see(bool *seen, size_t record)
{
	if (record != CATALOG_END)
		seen[record] = true;
}

void
marks_catalog(struct marks *m)
{
	if (catalog_is_good(m->catalog))
		return;
	catalog_free(m->catalog);
	m->catalog = catalog_new(m->file);
}

void
marks_works(struct marks *m, struct work_list *out)
{
	bool *hashes = mem_new(m->file->n * sizeof *hashes);
	bool *paths = mem_new(m->file->n * sizeof *paths);
	size_t i;

	marks_catalog(m);
	out->n = 0;
	for (i = 0; i < m->file->n; i++) {
		struct rec *r = m->file->at[i];
		size_t hash, path;

		if (!found_is_work(r))
			continue;
		hash = first_alike(m, CATALOG_SHA256, r);
		path = first_alike(m, CATALOG_PATH, r);
		if (is_seen(hashes, hash) || is_seen(paths, path))
			continue;
		vec_push(out, r);
		see(hashes, hash);
		see(paths, path);
	}
	free(hashes);
	free(paths);
}

/* The Ids of all records of one work. */
struct ids {
	const char **at;
	size_t n, cap;
};

static void
find_ids(const struct marks *m, const struct rec *work, struct ids *ids)
{
	size_t i;

	for (i = 0; work && i < m->file->n; i++)
		if (found_same_work(work, m->file->at[i]))
			vec_push(ids, rec_get(m->file->at[i], "Id"));
}

/* The same by the catalogue. */
static void
look_up_ids(const struct marks *m, const struct rec *work, struct ids *ids)
{
	const char *hash = rec_get(work, "Sha256");
	const char *path = rec_get(work, "Path");
	size_t cursor = 0, i;

	while ((i = catalog_next(m->catalog, CATALOG_SHA256, hash,
	                         &cursor)) != CATALOG_END)
		if (found_is_work(m->file->at[i]))
			vec_push(ids, rec_get(m->file->at[i], "Id"));
	cursor = 0;
	while ((i = catalog_next(m->catalog, CATALOG_PATH, path,
	                         &cursor)) != CATALOG_END)
		if (found_is_work(m->file->at[i]) &&
		    !rec_is(m->file->at[i], "Sha256", hash))
			vec_push(ids, rec_get(m->file->at[i], "Id"));
	if (!hash && !path)
		vec_push(ids, rec_get(work, "Id"));
}

static bool
is_mark_of(const struct rec *r, const struct ids *works, enum mark_kind *kind)
{
	size_t i;

	for (i = 0; i < works->n; i++)
		if (works->at[i] && marks_is_mark(r, works->at[i], kind))
			return true;
	return false;
}

static void
add_mark(struct rec *r, enum mark_kind kind, struct mark_list *out)
{
	struct mark mark = {.rec = r, .kind = kind};

	vec_push(out, mark);
}

static void
look_up_marks(const struct marks *m, const struct ids *works,
              struct mark_list *out)
{
	enum mark_kind kind;
	size_t i, k, cursor;

	for (k = 0; k < works->n; k++) {
		cursor = 0;
		while ((i = catalog_next(m->catalog, CATALOG_WORK,
		                         works->at[k], &cursor)) !=
		       CATALOG_END)
			if (marks_is_mark(m->file->at[i], works->at[k], &kind))
				add_mark(m->file->at[i], kind, out);
	}
}

void
found_marks(const struct marks *m, const struct rec *work,
            struct mark_list *out)
{
	struct ids works = {NULL, 0, 0};
	enum mark_kind kind;
	size_t i;

	out->n = 0;
	if (work && catalog_is_good(m->catalog)) {
		look_up_ids(m, work, &works);
		look_up_marks(m, &works, out);
	} else {
		find_ids(m, work, &works);
		for (i = 0; works.n && i < m->file->n; i++)
			if (is_mark_of(m->file->at[i], &works, &kind))
				add_mark(m->file->at[i], kind, out);
	}
	vec_clear(&works);
}
