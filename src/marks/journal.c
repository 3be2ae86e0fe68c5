/* Undoing changes of marks, and doing them again. */
#include "marks/journal.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/found.h"

/* Records are known by their Id: a merge may move them. */
struct change {
	char *id, *field, *before, *after;
	struct stamp stamp; /* changes of one stamp belong together */
};

/* The first DONE changes stand, the others are undone. */
struct journal {
	struct change *at;
	size_t n, cap;
	size_t done;
	bool looked_back; /* for the last change of an earlier sitting, */
	struct rec_file *earlier; /* which this tells (marks_remember) */
	bool news;        /* it is not as marks_last_change told it */
	size_t undone;    /* the first of those undone or done again last */
};

static void
clear_change(struct change *c)
{
	free(c->id);
	free(c->field);
	free(c->before);
	free(c->after);
}

void
journal_free(struct journal *j)
{
	size_t i;

	for (i = 0; j && i < j->n; i++)
		clear_change(&j->at[i]);
	if (j) {
		rec_free(j->earlier);
		vec_clear(j);
	}
	free(j);
}

static struct journal *
journal_of(struct marks *m)
{
	if (!m->journal)
		m->journal = mem_new(sizeof *m->journal);
	return m->journal;
}

void
journal_note(struct marks *m, const struct rec *r, const char *field,
             const char *before, const char *after, const struct stamp *stamp)
{
	struct journal *j = journal_of(m);
	struct change c = {mem_copy(rec_get(r, "Id")), mem_copy(field),
	                   mem_copy(before), mem_copy(after), *stamp};

	while (j->n > j->done)
		clear_change(&j->at[--j->n]);
	vec_push(j, c);
	j->done = j->n;
	j->looked_back = j->news = true;
}

static bool
together(const struct change *a, const struct change *b)
{
	return a->stamp.now == b->stamp.now &&
	       a->stamp.random == b->stamp.random;
}

static struct rec *
put(struct marks *m, const struct change *c, const char *value,
    const struct stamp *stamp)
{
	struct rec *r = c->id ? marks_by_id(m, c->id) : NULL;

	if (!r)
		return NULL;
	rec_set(r, c->field, value);
	marks_touch(m, r, stamp);
	return r;
}

/* The mark that was changed last, in whatever sitting. */
static struct rec *
last_changed(const struct marks *m)
{
	struct rec_value latest = {"", 0};
	struct rec *best = NULL;
	size_t i;

	for (i = 0; i < m->file->n; i++) {
		struct rec *r = m->file->at[i];
		struct rec_value updated = rec_look(r, "Updated");

		if (!updated.at || !rec_has(r, "Work") ||
		    rec_compare(&updated, &latest) <= 0)
			continue;
		latest = updated;
		best = r;
	}
	return best;
}

static bool
same_or_none(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

/* Whether LAST tells of what R is now. */
static bool
is_of(const struct rec *last, const struct rec *r)
{
	const char *field = rec_get(last, "Field");

	return field && r &&
	       same_or_none(rec_get(last, "Updated"), rec_get(r, "Updated")) &&
	       same_or_none(rec_get(last, "After"), rec_get(r, field));
}

/* What was remembered, where nothing was changed since: neither these marks
 * nor any other, of which LATEST was changed last. */
static bool
look_back_far(struct marks *m, struct journal *j, const struct rec *latest)
{
	const struct rec_file *f = j->earlier;
	struct stamp then = {0, 0};
	bool is_last = false;
	size_t i;

	for (i = 0; f && i < f->n; i++) {
		const char *id = rec_get(f->at[i], "Id");
		const struct rec *r = id ? marks_by_id(m, id) : NULL;

		if (!is_of(f->at[i], r))
			return false;
		is_last |= r == latest;
	}
	for (i = 0; is_last && i < f->n; i++)
		journal_note(m, marks_by_id(m, rec_get(f->at[i], "Id")),
		             rec_get(f->at[i], "Field"),
		             rec_get(f->at[i], "Before"),
		             rec_get(f->at[i], "After"), &then);
	return is_last;
}

/* What an earlier sitting ended with. Where that was not remembered (it was
 * another machine's) it can be told that it made a mark or removed one: of
 * other changes nobody knows what was before. */
static void
look_back(struct marks *m, struct journal *j)
{
	struct rec *r = last_changed(m);
	const char *deleted, *updated;
	struct stamp then = {0, 0};

	if (j->looked_back || !r || look_back_far(m, j, r))
		return;
	deleted = rec_get(r, "Deleted");
	updated = rec_get(r, "Updated");
	if (deleted && strcmp(deleted, updated) == 0)
		journal_note(m, r, "Deleted", NULL, deleted, &then);
	else if (!deleted && !rec_get(r, "Was"))
		journal_note(m, r, "Deleted", updated, NULL, &then);
	j->looked_back = true;
}

void
marks_remember(struct marks *m, const char *bytes, size_t n)
{
	struct journal *j = journal_of(m);

	rec_free(j->earlier);
	j->earlier = rec_parse(bytes, n);
}

/* A record's own Id and Updated say of which version the change is. */
static void
tell_change(const struct marks *m, const struct change *c, struct rec_file *f)
{
	const struct rec *r = c->id ? marks_by_id(m, c->id) : NULL;
	struct rec *told;

	if (!r)
		return;
	told = rec_add(f);
	rec_set(told, "Id", c->id);
	rec_set(told, "Field", c->field);
	rec_set(told, "Updated", rec_get(r, "Updated"));
	rec_set(told, "Before", c->before);
	rec_set(told, "After", c->after);
}

bool
marks_last_change(struct marks *m, struct buf *out)
{
	struct journal *j = journal_of(m);
	struct rec_file *f;
	size_t first = j->done, i;

	if (!j->news)
		return false;
	j->news = false;
	f = rec_parse("", 0);
	while (first && (first == j->done ||
	                 together(&j->at[first - 1], &j->at[j->done - 1])))
		first--;
	for (i = first; i < j->done; i++)
		tell_change(m, &j->at[i], f);
	rec_write(f, out);
	rec_free(f);
	return true;
}

struct rec *
marks_undo(struct marks *m, const struct stamp *stamp)
{
	struct journal *j = journal_of(m);
	struct rec *r = NULL, *last = NULL;
	size_t first;

	if (m->read_only)
		return NULL;
	look_back(m, j);
	if (!j->done)
		return NULL;
	first = j->done - 1;
	do {
		j->done--;
		r = put(m, &j->at[j->done], j->at[j->done].before, stamp);
		last = r ? r : last;
	} while (j->done && together(&j->at[j->done - 1], &j->at[first]));
	j->undone = j->done;
	j->news = true;
	return last;
}

struct rec *
marks_redo(struct marks *m, const struct stamp *stamp)
{
	struct journal *j = journal_of(m);
	struct rec *r = NULL, *last = NULL;
	size_t first = j->done;

	if (m->read_only || j->done == j->n)
		return NULL;
	j->undone = first;
	j->news = true;
	do {
		r = put(m, &j->at[j->done], j->at[j->done].after, stamp);
		last = r ? r : last;
		j->done++;
	} while (j->done < j->n && together(&j->at[j->done], &j->at[first]));
	return last;
}

const char *
marks_undone_field(const struct marks *m)
{
	const struct journal *j = m->journal;

	return j && j->undone < j->n ? j->at[j->undone].field : "";
}
