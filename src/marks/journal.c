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
	bool looked_back; /* for the last change of an earlier sitting */
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
	if (j)
		vec_clear(j);
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
	j->looked_back = true;
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
	const char *latest = "";
	struct rec *best = NULL;
	size_t i;

	for (i = 0; i < m->file->n; i++) {
		struct rec *r = m->file->at[i];
		const char *updated = rec_get(r, "Updated");

		if (!updated || !rec_get(r, "Work") ||
		    strcmp(updated, latest) <= 0)
			continue;
		latest = updated;
		best = r;
	}
	return best;
}

/* What an earlier sitting ended with, where that was to make a mark or to
 * remove one: of other changes nobody knows what was before. */
static void
look_back(struct marks *m, struct journal *j)
{
	struct rec *r = last_changed(m);
	const char *deleted, *updated;
	struct stamp then = {0, 0};

	if (j->looked_back || !r)
		return;
	deleted = rec_get(r, "Deleted");
	updated = rec_get(r, "Updated");
	if (deleted && strcmp(deleted, updated) == 0)
		journal_note(m, r, "Deleted", NULL, deleted, &then);
	else if (!deleted && !rec_get(r, "Was"))
		journal_note(m, r, "Deleted", updated, NULL, &then);
	j->looked_back = true;
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
