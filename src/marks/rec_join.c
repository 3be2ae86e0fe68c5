/* Moving records between files. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/rec.h"

/* [byte] of R's fields; SIZE_MAX where a line of it is no field: that has no
 * memory of its own. */
static size_t
bytes_needed(const struct rec *r)
{
	const struct rec_fields *all = rec_fields(r);
	size_t n = 0, i;

	for (i = 0; i < all->n; i++) {
		if (!all->at[i].name)
			return SIZE_MAX;
		n += all->at[i].raw_n;
	}
	return n;
}

/* Whether all fields of the records in F can have memory of their own, which
 * is worth it. */
static bool
is_worth_copying(const struct rec_file *f)
{
	size_t most = f->bytes_n / 4, i;

	for (i = 0; i < f->n; i++) {
		size_t needed = bytes_needed(f->at[i]);

		if (needed >= most)
			return false;
		most -= needed;
	}
	return f->n && !f->adopted;
}

/* The fields of R become those of a new record of F, with memory of their
 * own. */
static void
copy_record(struct rec_file *f, struct rec *r)
{
	struct rec *new = rec_split(f, r);
	size_t i;

	for (i = 0; i < new->fields.n; i++) {
		struct rec_field *field = &new->fields.at[i];

		if (!field->raw)
			continue;
		field->name = mem_copy(field->name);
		field->value = mem_copy(field->value);
		field->raw = NULL;
		field->raw_n = 0;
	}
}

void
rec_take_all(struct rec_file *f, struct rec_file *other)
{
	struct rec_file **end = &f->adopted;
	bool copy = is_worth_copying(other);
	size_t i;

	for (i = 0; i < other->n; i++) {
		struct rec *r = other->at[i];

		if (copy) {
			copy_record(f, r);
			continue;
		}
		r->changed = true;
		r->line = 0;
		vec_push(f, r);
	}
	other->n = 0;
	if (copy) {
		rec_free(other);
		return;
	}
	while (*end)
		end = &(*end)->adopted;
	*end = other;
}

static bool
has_line(const struct rec *r, const struct rec_field *line)
{
	const struct rec_fields *all = rec_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (!all->at[i].name && all->at[i].raw_n == line->raw_n &&
		    memcmp(all->at[i].raw, line->raw, line->raw_n) == 0)
			return true;
	return false;
}

void
rec_keep_lines(struct rec *r, const struct rec *by)
{
	const struct rec_fields *all = rec_fields(by);
	size_t i;

	for (i = 0; i < all->n; i++) {
		if (all->at[i].name || has_line(r, &all->at[i]))
			continue;
		vec_push(rec_own_fields(r), all->at[i]);
		r->damaged |= by->damaged;
		r->changed = true;
	}
}

void
rec_replace(struct rec *r, struct rec *by)
{
	struct rec_fields was;

	rec_keep_lines(by, r);
	was = *rec_own_fields(r);
	r->fields = *rec_own_fields(by);
	r->damaged |= by->damaged;
	r->changed = true;
	by->fields = was;
	rec_empty(by);
}

struct rec *
rec_split(struct rec_file *f, struct rec *r)
{
	static const struct rec_fields none = {NULL, 0, 0};
	struct rec *new = rec_add(f);

	new->fields = *rec_own_fields(r);
	new->damaged = r->damaged;
	r->fields = none;
	r->changed = true;
	return new;
}
