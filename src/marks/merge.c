/* Merging two stores: all records in one file, then one record for each Id. */
#include "marks/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "marks/found.h"
#include "marks/loose.h"
#include "marks/version.h"

/* A record under its Id or, where it has none, under all that it says. PLACE
 * is its number in the file: mine come first, and stay where they are. */
struct entry {
	struct rec *rec;
	char *id;
	bool has_id;
	size_t place;
};

struct index {
	struct entry *at;
	size_t n, cap;
};

static int
order_of_entries(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	int order = strcmp(a->id, b->id);

	if (order)
		return order;
	return (a->place > b->place) - (a->place < b->place);
}

static void
index_file(const struct rec_file *f, struct index *x)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		struct entry e = {f->at[i], NULL, true, i};

		if (rec_is_empty(e.rec))
			continue;
		e.id = mem_copy(rec_get(e.rec, "Id"));
		if (!e.id) {
			struct buf b = {0};

			buf_char(&b, '\1'); /* begins no Id */
			version_content(e.rec, &b);
			e.id = buf_take(&b);
			e.has_id = false;
		}
		vec_push(x, e);
	}
	if (x->n)
		qsort(x->at, x->n, sizeof *x->at, order_of_entries);
}

static void
index_clear(struct index *x)
{
	size_t i;

	for (i = 0; i < x->n; i++)
		free(x->at[i].id);
	vec_clear(x);
}

/* LOSER, of which words would be lost, goes on under an Id of its own. What
 * it replaced no longer matters: no older version has that Id. */
static void
keep_beside(struct rec_file *f, struct rec *loser)
{
	struct rec *r = rec_split(f, loser);
	const char *id = rec_get(r, "Id"), *updated = rec_get(r, "Updated");
	struct buf b = {0};

	buf_printf(&b, "%s~%s", id, updated ? updated : "");
	rec_set(r, "Id", buf_text(&b));
	rec_set(r, "Was", NULL);
	buf_clear(&b);
}

/* Field by field in the same order; as records are that nobody changed. */
static bool
is_the_same(const struct rec *a, const struct rec *b)
{
	const struct rec_fields *all = rec_fields(a), *others = rec_fields(b);
	size_t i;

	if (all->n != others->n)
		return false;
	for (i = 0; i < all->n; i++) {
		const struct rec_field *x = &all->at[i], *y = &others->at[i];

		if (!x->name || !y->name || strcmp(x->name, y->name) != 0 ||
		    strcmp(x->value, y->value) != 0)
			return false;
	}
	return true;
}

/*
 * MINE becomes what comes of both versions, THEIRS is emptied; whether a loser
 * was kept beside.
 */
static bool
join(struct marks *m, struct rec *mine, struct rec *theirs,
     struct merge_report *report)
{
	struct version_order o = version_order(mine, theirs);
	struct rec *winner = o.better < 0 ? theirs : mine;
	struct rec *loser = o.better < 0 ? mine : theirs;
	char *was = version_was(winner, loser);
	bool keep = o.apart && version_has_more(loser, winner);
	bool was_changed = mine->changed;

	mine->changed = false;
	if (keep)
		keep_beside(m->file, loser);
	if (o.better < 0) {
		rec_replace(mine, theirs);
		report->updated++;
	} else {
		rec_keep_lines(mine, theirs);
	}
	rec_set(mine, "Was", was);
	m->changed |= mine->changed || keep;
	mine->changed |= was_changed;
	rec_empty(theirs);
	report->doubled += keep;
	free(was);
	return keep;
}

/* One record for each Id; whether new ones came of it. */
static bool
join_all(struct marks *m, struct merge_report *report)
{
	struct index x = {NULL, 0, 0};
	size_t i, first = 0;
	bool more = false;

	index_file(m->file, &x);
	for (i = 1; i < x.n; i++) {
		if (strcmp(x.at[i].id, x.at[first].id) != 0)
			first = i;
		else if (x.at[i].has_id &&
		         !is_the_same(x.at[first].rec, x.at[i].rec))
			more |= join(m, x.at[first].rec, x.at[i].rec, report);
		else
			rec_empty(x.at[i].rec);
	}
	index_clear(&x);
	return more;
}

/* Empties the records of F that BASE has as they are and OTHER has no more;
 * how many. */
static size_t
drop_purged(struct rec_file *f, const struct index *base,
            const struct index *other)
{
	struct index x = {NULL, 0, 0};
	size_t i, b = 0, o = 0, n = 0;

	index_file(f, &x);
	for (i = 0; i < x.n; i++) {
		const char *id = x.at[i].id;

		while (b < base->n && strcmp(base->at[b].id, id) < 0)
			b++;
		while (o < other->n && strcmp(other->at[o].id, id) < 0)
			o++;
		if (b == base->n || strcmp(base->at[b].id, id) != 0 ||
		    (o < other->n && strcmp(other->at[o].id, id) == 0) ||
		    version_order(x.at[i].rec, base->at[b].rec).better)
			continue;
		rec_empty(x.at[i].rec);
		n++;
	}
	index_clear(&x);
	return n;
}

/* A person who edits a record by hand does not write a new Updated: what
 * differs from BASE at the same time is a version that was made of it. Whoever
 * sees the edit gives it the same time. */
static bool
date_edits(struct rec_file *f, const struct index *base)
{
	struct index x = {NULL, 0, 0};
	bool any = false;
	size_t i, b = 0;

	index_file(f, &x);
	for (i = 0; i < x.n; i++) {
		while (b < base->n && strcmp(base->at[b].id, x.at[i].id) < 0)
			b++;
		if (b < base->n && !strcmp(base->at[b].id, x.at[i].id))
			any |= version_date_edit(x.at[i].rec,
			                         base->at[b].rec);
	}
	index_clear(&x);
	return any;
}

/* The entry of ID in X from *I on, to which *I moves; NULL for none. */
static const struct entry *
entry_of(const struct index *x, size_t *i, const char *id)
{
	while (*i < x->n && strcmp(x->at[*i].id, id) < 0)
		++*i;
	return *i < x->n && !strcmp(x->at[*i].id, id) ? &x->at[*i] : NULL;
}

/* As far as fields go; what has other lines has more to say. */
static bool
is_as_in(const struct rec *r, const struct rec *base)
{
	struct version_order o = version_order(r, base);
	const struct rec_fields *all = rec_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (!all->at[i].name)
			return false;
	return !o.better && !o.apart;
}

/* R replaces the version OLD. */
static void
add_to_was(struct rec *r, const struct rec *old)
{
	const char *was = rec_get(r, "Was"), *time = rec_get(old, "Updated");
	struct buf b = {0};

	if (!time)
		return;
	buf_printf(&b, "%s%s%s", was ? was : "", was ? " " : "", time);
	rec_set(r, "Was", buf_text(&b));
	buf_clear(&b);
}

/* A record that one side left as it is in BASE gives way to the other side's,
 * also where more versions lie between than Was tells of. */
static void
let_give_way(const struct index *mine, const struct index *theirs,
             const struct index *base)
{
	size_t i, b = 0, k = 0;

	for (i = 0; i < theirs->n; i++) {
		const char *id = theirs->at[i].id;
		const struct entry *old = entry_of(base, &b, id);
		const struct entry *own = entry_of(mine, &k, id);
		struct rec *r = theirs->at[i].rec;

		if (!old || !own || rec_is_empty(r) || rec_is_empty(own->rec))
			continue;
		if (is_as_in(r, old->rec))
			rec_empty(r);
		else if (is_as_in(own->rec, old->rec))
			add_to_was(r, own->rec);
	}
}

static void
drop_by_base(struct marks *m, struct rec_file *other, const char *base,
             size_t n, struct merge_report *report)
{
	struct rec_file *f = rec_parse(base, n);
	struct index b = {NULL, 0, 0}, mine = {NULL, 0, 0};
	struct index theirs = {NULL, 0, 0};

	index_file(f, &b);
	index_file(m->file, &mine);
	index_file(other, &theirs);
	m->changed |= date_edits(m->file, &b);
	date_edits(other, &b);
	report->dropped = drop_purged(m->file, &b, &theirs);
	m->changed |= report->dropped > 0;
	drop_purged(other, &b, &mine);
	let_give_way(&mine, &theirs, &b);
	index_clear(&b);
	index_clear(&mine);
	index_clear(&theirs);
	rec_free(f);
}

/* Empties the records of OTHER that F has as they are. */
static void
drop_same(const struct rec_file *f, struct rec_file *other)
{
	struct index mine = {NULL, 0, 0}, theirs = {NULL, 0, 0};
	size_t i, k = 0;

	index_file(f, &mine);
	index_file(other, &theirs);
	for (i = 0; i < theirs.n; i++) {
		while (k < mine.n && strcmp(mine.at[k].id, theirs.at[i].id) < 0)
			k++;
		if (k < mine.n && !strcmp(mine.at[k].id, theirs.at[i].id) &&
		    is_the_same(mine.at[k].rec, theirs.at[i].rec))
			rec_empty(theirs.at[i].rec);
	}
	index_clear(&mine);
	index_clear(&theirs);
	rec_sweep(other);
}

static size_t
count_records(const struct rec_file *f)
{
	size_t i, n = 0;

	for (i = 0; i < f->n; i++)
		n += !rec_is_empty(f->at[i]);
	return n;
}

void
marks_merge(struct marks *m, const char *bytes, size_t n, const char *base,
            size_t base_n, struct merge_report *report)
{
	struct rec_file *other;
	size_t before, after, i;

	memset(report, 0, sizeof *report);
	if (m->read_only)
		return;
	other = rec_parse(bytes, n);
	if (base)
		drop_by_base(m, other, base, base_n, report);
	m->changed |= loose_keep(m->file, other);
	for (i = 0; i < other->n; i++)
		other->at[i]->tail_n = 0;
	drop_same(m->file, other);
	before = count_records(m->file);
	if (other->n)
		rec_take_all(m->file, other);
	else
		rec_free(other);
	while (join_all(m, report))
		;
	rec_sweep(m->file);
	after = count_records(m->file);
	if (after > before + report->doubled)
		report->added = after - before - report->doubled;
	m->changed |= report->added > 0;
	found_forget(m);
}
