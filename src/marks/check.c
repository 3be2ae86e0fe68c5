/* Examining a store. */
#include "marks/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static void
add(struct check_list *out, const struct rec *r, const char *what)
{
	struct check c = {r->line, what, rec_get(r, "Id")};

	vec_push(out, c);
}

/* Records in the order of their Ids. */
struct ids {
	const struct rec **at;
	size_t n, cap;
};

static int
order_of_ids(const void *va, const void *vb)
{
	const struct rec *a = *(const struct rec *const *)va;
	const struct rec *b = *(const struct rec *const *)vb;
	int order = strcmp(rec_get(a, "Id"), rec_get(b, "Id"));

	return order ? order : (a->line > b->line) - (a->line < b->line);
}

static void
sort_ids(const struct rec_file *f, struct ids *ids)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (rec_get(f->at[i], "Id"))
			vec_push(ids, f->at[i]);
	if (ids->n)
		qsort(ids->at, ids->n, sizeof *ids->at, order_of_ids);
}

static const struct rec *
find_id(const struct ids *ids, const char *id)
{
	size_t lo = 0, hi = ids->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int order = strcmp(rec_get(ids->at[mid], "Id"), id);

		if (order == 0)
			return ids->at[mid];
		if (order < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

static bool
is(const struct rec *r, const char *field, const char *value)
{
	const char *s = rec_get(r, field);

	return s && strcmp(s, value) == 0;
}

static bool
is_number(const char *s)
{
	return s && *s && s[strspn(s, "0123456789")] == '\0';
}

static void
check_times(const struct rec *r, struct check_list *out)
{
	static const char *const names[] = {"Created", "Updated", "Deleted"};
	static const char *const words[] = {
		"Created is no time", "Updated is no time",
		"Deleted is no time",
	};
	uint64_t time;
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		const char *s = rec_get(r, names[i]);

		if (s && !stamp_parse(s, &time))
			add(out, r, words[i]);
	}
}

static void
check_mark(const struct rec *r, const struct ids *ids, struct check_list *out)
{
	const char *work = rec_get(r, "Work"), *kind = rec_get(r, "Kind");
	const struct rec *of = work ? find_id(ids, work) : NULL;
	size_t k;

	for (k = 0; k <= MARK_SECTION; k++)
		if (strcmp(kind, marks_kind_name((enum mark_kind)k)) == 0)
			break;
	if (k > MARK_SECTION) {
		add(out, r, "a Kind that is not known");
		return;
	}
	if (!work)
		add(out, r, "a mark without Work");
	else if (!of || !is(of, "Kind", "work"))
		add(out, r, "a mark of a Work that is not there");
	if (!is_number(rec_get(r, "Start")) || !is_number(rec_get(r, "End")))
		add(out, r, "Start or End is no number");
	if (k == MARK_HIGHLIGHT && !rec_get(r, "Quote"))
		add(out, r, "a highlight without Quote");
}

static void
check_record(const struct rec *r, const struct ids *ids,
             struct check_list *out)
{
	if (!rec_get(r, "Id"))
		add(out, r, "a record without Id");
	check_times(r, out);
	if (!rec_get(r, "Kind"))
		add(out, r, "a record without Kind");
	else if (!is(r, "Kind", "work"))
		check_mark(r, ids, out);
	else if (!rec_get(r, "Sha256") && !rec_get(r, "Path"))
		add(out, r, "a work without Sha256 and Path");
}

static int
order_of_lines(const void *va, const void *vb)
{
	const struct check *a = va, *b = vb;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return strcmp(a->what, b->what);
}

void
marks_check(const struct marks *m, struct check_list *out)
{
	const struct rec_file *f = m->file;
	struct ids ids = {NULL, 0, 0};
	size_t i;

	out->n = 0;
	sort_ids(f, &ids);
	for (i = 0; i < f->problems.n; i++) {
		struct check c = {f->problems.at[i].line,
		                  f->problems.at[i].what, NULL};

		vec_push(out, c);
	}
	for (i = 0; i < f->n; i++)
		if (f->at[i]->line && !rec_is_empty(f->at[i]))
			check_record(f->at[i], &ids, out);
	for (i = 1; i < ids.n; i++)
		if (ids.at[i]->line &&
		    is(ids.at[i - 1], "Id", rec_get(ids.at[i], "Id")))
			add(out, ids.at[i], "an Id that another record has");
	vec_clear(&ids);
	if (out->n)
		qsort(out->at, out->n, sizeof *out->at, order_of_lines);
}
