/* Moving records between files. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/rec.h"

static size_t
bytes_needed(const struct rec *r)
{
	size_t n = 0, i;

	for (i = 0; i < r->n; i++)
		n += r->at[i].raw_n;
	return n;
}

/* Whether all fields of the records in F can have memory of their own, which
 * is worth it. Lines that are no fields have none. */
static bool
is_worth_copying(const struct rec_file *f)
{
	size_t needed = 0, i, k;

	for (i = 0; i < f->n; i++) {
		for (k = 0; k < f->at[i]->n; k++)
			if (!f->at[i]->at[k].name)
				return false;
		needed += bytes_needed(f->at[i]);
	}
	return f->n && !f->adopted && needed < f->bytes_n / 4;
}

static void
copy_fields(struct rec *r)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		struct rec_field *field = &r->at[i];

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

	for (i = 0; copy && i < other->n; i++)
		copy_fields(other->at[i]);
	for (i = 0; i < other->n; i++) {
		other->at[i]->changed = true;
		other->at[i]->line = 0;
		vec_push(f, other->at[i]);
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
	size_t i;

	for (i = 0; i < r->n; i++)
		if (!r->at[i].name && r->at[i].raw_n == line->raw_n &&
		    memcmp(r->at[i].raw, line->raw, line->raw_n) == 0)
			return true;
	return false;
}

void
rec_keep_lines(struct rec *r, const struct rec *by)
{
	size_t i;

	for (i = 0; i < by->n; i++) {
		if (by->at[i].name || has_line(r, &by->at[i]))
			continue;
		vec_push(r, by->at[i]);
		r->damaged |= by->damaged;
		r->changed = true;
	}
}

void
rec_replace(struct rec *r, struct rec *by)
{
	struct rec was = *r;

	rec_keep_lines(by, r);
	r->at = by->at;
	r->n = by->n;
	r->cap = by->cap;
	r->damaged |= by->damaged;
	r->changed = true;
	by->at = was.at;
	by->n = was.n;
	by->cap = was.cap;
	rec_empty(by);
}

struct rec *
rec_split(struct rec_file *f, struct rec *r)
{
	struct rec *new = rec_add(f);

	new->at = r->at;
	new->n = r->n;
	new->cap = r->cap;
	new->damaged = r->damaged;
	r->at = NULL;
	r->n = r->cap = 0;
	r->changed = true;
	return new;
}
