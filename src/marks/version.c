/* Two versions of one record. */
#include "marks/version.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/stamp.h"

enum { WAS_MAX = 16 };

/* Where a mark is and what it is: no words of a person. */
static const char *const facts[] = {
	"Id", "Kind", "Created", "Updated", "Was", "Work", "Section", "As",
	"Letter", "Start", "End", "Text", "Alike", "Twin", "Likest", "Around",
	"Halves", "Prefix", "Suffix", "Deleted", "Refused",
};

/* The same of a work: all that is known of its file. */
static const char *const work_facts[] = {
	"Title", "Author", "Source", "Path", "Size", "Sha256",
};

static bool
is_in(const char *name, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static bool
is_fact(const struct rec *r, const char *name)
{
	const char *kind = rec_get(r, "Kind");

	if (is_in(name, facts, sizeof facts / sizeof *facts))
		return true;
	return kind && strcmp(kind, "work") == 0 &&
	       is_in(name, work_facts, sizeof work_facts / sizeof *work_facts);
}

/* Found out from the text again at any time. */
static bool
is_derived(const char *name)
{
	static const char *const names[] = {
		"Alike", "Twin", "Likest", "Around", "Halves", "Prefix",
		"Suffix",
	};

	return is_in(name, names, sizeof names / sizeof *names);
}

/* Whether R has a field NAME of which VALUE is a part. */
static bool
holds(const struct rec *r, const char *name, const char *value)
{
	const struct rec_fields *all = rec_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->at[i].name && strcmp(all->at[i].name, name) == 0 &&
		    strstr(all->at[i].value, value))
			return true;
	return !*value;
}

bool
version_has_more(const struct rec *a, const struct rec *b)
{
	const struct rec_fields *all = rec_fields(a);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->at[i].name && !is_fact(a, all->at[i].name) &&
		    !holds(b, all->at[i].name, all->at[i].value))
			return true;
	return false;
}

/* Comparing. */

static int
order_of_fields(const void *va, const void *vb)
{
	const struct rec_field *const *a = va, *const *b = vb;
	int order = strcmp((*a)->name, (*b)->name);

	return order ? order : strcmp((*a)->value, (*b)->value);
}

/* How much of a record is compared. */
enum content { CONTENT_MADE, CONTENT_BUT_WAS, CONTENT_ALL };

static bool
counts(const char *name, enum content content)
{
	if (content == CONTENT_MADE && is_derived(name))
		return false;
	return content == CONTENT_ALL || strcmp(name, "Was") != 0;
}

static void
add_content(const struct rec *r, enum content content, struct buf *out)
{
	struct {
		const struct rec_field **at;
		size_t n, cap;
	} fields = {NULL, 0, 0};
	const struct rec_fields *all = rec_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->at[i].name && counts(all->at[i].name, content))
			vec_push(&fields, &all->at[i]);
	if (fields.n)
		qsort(fields.at, fields.n, sizeof *fields.at,
		      order_of_fields);
	for (i = 0; i < fields.n; i++) {
		buf_str(out, fields.at[i]->name);
		buf_char(out, '\1');
		buf_str(out, fields.at[i]->value);
		buf_char(out, '\2');
	}
	vec_clear(&fields);
}

void
version_content(const struct rec *r, struct buf *out)
{
	add_content(r, CONTENT_ALL, out);
}

static int
compare_content(const struct rec *a, const struct rec *b,
                enum content content)
{
	struct buf x = {0}, y = {0};
	int order;

	add_content(a, content, &x);
	add_content(b, content, &y);
	order = strcmp(buf_text(&x), buf_text(&y));
	buf_clear(&x);
	buf_clear(&y);
	return (order > 0) - (order < 0);
}

static const char *
updated(const struct rec *r)
{
	const char *s = rec_get(r, "Updated");

	return s ? s : "";
}

/* Whether the version R replaces that of the time WHEN. */
static bool
replaces(const struct rec *r, const char *when)
{
	const char *was = rec_get(r, "Was");
	size_t n = strlen(when);

	for (; was && *was && n; was += strspn(was, " \n")) {
		size_t word = strcspn(was, " \n");

		if (word == n && memcmp(was, when, n) == 0)
			return true;
		was += word;
	}
	return false;
}

static int
compare_times(const char *a, const char *b)
{
	uint64_t x = 0, y = 0;

	stamp_parse(a, &x);
	stamp_parse(b, &y);
	if (x != y)
		return x < y ? -1 : 1;
	return (strcmp(a, b) > 0) - (strcmp(a, b) < 0);
}

/* Of one time and the same words: the one that was compared with its text. */
static int
compare_derived(const struct rec *a, const struct rec *b)
{
	bool x = rec_get(a, "Alike") != NULL, y = rec_get(b, "Alike") != NULL;

	return x != y ? x - y : compare_content(a, b, CONTENT_BUT_WAS);
}

struct version_order
version_order(const struct rec *a, const struct rec *b)
{
	const char *ua = updated(a), *ub = updated(b);
	bool a_later = replaces(a, ub), b_later = replaces(b, ua);
	struct version_order o = {0, false};

	if (strcmp(ua, ub) == 0) {
		o.better = compare_content(a, b, CONTENT_MADE);
		o.apart = o.better != 0;
		if (!o.apart)
			o.better = compare_derived(a, b);
		return o;
	}
	o.apart = a_later == b_later;
	o.better = o.apart ? compare_times(ua, ub) : a_later - b_later;
	return o;
}

bool
version_date_edit(struct rec *now, const struct rec *then)
{
	const char *was = rec_get(now, "Was");
	struct buf b = {0};
	char time[STAMP_TIME];
	uint64_t when;

	if (strcmp(updated(now), updated(then)) != 0 ||
	    !stamp_parse(updated(then), &when) ||
	    !compare_content(now, then, CONTENT_MADE))
		return false;
	buf_printf(&b, "%s%s%s", was ? was : "", was ? " " : "",
	           updated(then));
	stamp_time(when + 1, time);
	rec_set(now, "Was", buf_text(&b));
	rec_set(now, "Updated", time);
	buf_clear(&b);
	return true;
}

/* Was. */

struct times {
	char **at;
	size_t n, cap;
};

static void
add_times(struct times *t, const char *s)
{
	while (s && *(s += strspn(s, " \n"))) {
		size_t n = strcspn(s, " \n");

		vec_push(t, mem_text(s, n));
		s += n;
	}
}

static int
order_of_times(const void *va, const void *vb)
{
	return compare_times(*(char *const *)va, *(char *const *)vb);
}

char *
version_was(const struct rec *winner, const struct rec *loser)
{
	struct times t = {NULL, 0, 0};
	struct buf out = {0};
	size_t i, kept = 0;

	add_times(&t, rec_get(winner, "Was"));
	add_times(&t, rec_get(loser, "Was"));
	add_times(&t, updated(loser));
	if (t.n)
		qsort(t.at, t.n, sizeof *t.at, order_of_times);
	for (i = 0; i < t.n; i++) {
		if (strcmp(t.at[i], updated(winner)) == 0 ||
		    (kept && strcmp(t.at[i], t.at[kept - 1]) == 0))
			free(t.at[i]);
		else
			t.at[kept++] = t.at[i];
	}
	for (i = 0; i < kept; i++) {
		if (i + WAS_MAX >= kept)
			buf_printf(&out, "%s%s", out.n ? " " : "", t.at[i]);
		free(t.at[i]);
	}
	vec_clear(&t);
	return kept ? buf_take(&out) : NULL;
}
