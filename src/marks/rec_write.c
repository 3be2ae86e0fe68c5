/* Changing records, and writing them so that the rest stays as it was. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "marks/rec.h"

static void
clear_field(struct rec_field *f)
{
	if (f->raw)
		return;
	free(f->name);
	free(f->value);
}

static void
clear_fields(struct rec *r)
{
	size_t i;

	for (i = 0; i < r->fields.n; i++)
		clear_field(&r->fields.at[i]);
	vec_clear(&r->fields);
	r->unread = false;
}

void
rec_empty(struct rec *r)
{
	clear_fields(r);
	r->changed = true;
}

bool
rec_is_empty(const struct rec *r)
{
	return !r->unread && !r->fields.n;
}

void
rec_free(struct rec_file *f)
{
	size_t i;

	if (!f)
		return;
	for (i = 0; i < f->n; i++)
		clear_fields(f->at[i]);
	vec_clear(f);
	vec_clear(&f->problems);
	pool_clear(&f->pool);
	rec_free(f->adopted);
	free(f->bytes);
	free(f);
}

static struct rec_field *
find_field(struct rec *r, const char *name)
{
	const struct rec_fields *all = rec_own_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->at[i].name && strcmp(all->at[i].name, name) == 0)
			return &all->at[i];
	return NULL;
}

static void
drop_blanks(struct buf *b)
{
	while (b->n && (b->at[b->n - 1] == ' ' || b->at[b->n - 1] == '\t'))
		b->n--;
}

/* VALUE as the format can hold it. */
static char *
held_value(const char *value)
{
	struct buf b = {0};
	size_t n = strlen(value), i = 0;
	ucs c;

	while (i < n) {
		i += ucs_decode(value + i, n - i, &c);
		if (c == '\r')
			continue;
		if (c == '\n')
			drop_blanks(&b);
		buf_ucs(&b, c);
	}
	drop_blanks(&b);
	return buf_take(&b);
}

static bool
is_name(const char *s)
{
	if (*s < 'A' || *s > 'Z')
		return false;
	return s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                   "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static void
remove_fields(struct rec *r, const char *name)
{
	struct rec_fields *all = rec_own_fields(r);
	size_t i, kept = 0;

	for (i = 0; i < all->n; i++) {
		if (all->at[i].name && strcmp(all->at[i].name, name) == 0)
			clear_field(&all->at[i]);
		else
			all->at[kept++] = all->at[i];
	}
	if (kept != all->n)
		r->changed = true;
	all->n = kept;
}

void
rec_set(struct rec *r, const char *name, const char *value)
{
	struct rec_field set = {NULL, NULL, NULL, 0}, *old;

	if (!is_name(name))
		return;
	if (!value) {
		remove_fields(r, name);
		return;
	}
	set.value = held_value(value);
	old = find_field(r, name);
	if (old && strcmp(old->value, set.value) == 0) {
		free(set.value);
		return;
	}
	set.name = mem_copy(name);
	if (old) {
		clear_field(old);
		*old = set;
	} else {
		vec_push(&r->fields, set);
	}
	r->changed = true;
}

struct rec *
rec_add(struct rec_file *f)
{
	struct rec *r = pool_new(&f->pool, sizeof *r);

	memset(r, 0, sizeof *r);
	r->pool = &f->pool;
	r->changed = true;
	vec_push(f, r);
	return r;
}

static bool
is_only_blank(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && strchr(" \t\r\n", s[i]) && s[i])
		i++;
	return i == n;
}

void
rec_sweep(struct rec_file *f)
{
	size_t i, kept = 0;

	for (i = 0; i < f->n; i++) {
		struct rec *r = f->at[i];

		if (rec_is_empty(r) && is_only_blank(r->tail, r->tail_n)) {
			clear_fields(r);
			continue;
		}
		/* Records that were glued are not glued to what follows. */
		if (kept && i > kept && !f->at[kept - 1]->tail_n) {
			f->at[kept - 1]->tail = "\n";
			f->at[kept - 1]->tail_n = 1;
		}
		f->at[kept++] = r;
	}
	f->n = kept;
}

void
rec_drop(struct rec_file *f, struct rec *r)
{
	rec_empty(r);
	rec_sweep(f);
}

/* A line of a value: a final '\' would join the next line. */
static void
write_line(struct buf *out, const char *s, size_t n)
{
	buf_add(out, s, n);
	if (n && s[n - 1] == '\\')
		buf_char(out, ' ');
	buf_char(out, '\n');
}

static void
write_value(struct buf *out, const char *value)
{
	size_t n = strcspn(value, "\n");

	if (n)
		buf_char(out, ' ');
	write_line(out, value, n);
	while (value[n]) {
		value += n + 1;
		n = strcspn(value, "\n");
		buf_str(out, n ? "+ " : "+");
		write_line(out, value, n);
	}
}

static void
end_line(struct buf *out, size_t start)
{
	if (out->n > start && out->at[out->n - 1] != '\n')
		buf_char(out, '\n');
}

static void
write_fields(const struct rec *r, struct buf *out)
{
	const struct rec_fields *all = rec_fields(r);
	size_t i, start = out->n;

	for (i = 0; i < all->n; i++) {
		const struct rec_field *f = &all->at[i];

		end_line(out, start);
		if (f->raw) {
			buf_add(out, f->raw, f->raw_n);
			continue;
		}
		buf_str(out, f->name);
		buf_char(out, ':');
		write_value(out, f->value);
	}
	end_line(out, start);
}

/* A record stands apart from what was written since START. */
static void
separate(struct buf *out, size_t start)
{
	end_line(out, start);
	if (out->n > start && !(out->n - start >= 2 &&
	                        out->at[out->n - 2] == '\n'))
		buf_char(out, '\n');
}

static bool
is_byte_order_mark(const char *s, size_t n)
{
	return n == 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0;
}

void
rec_write(const struct rec_file *f, struct buf *out)
{
	size_t start = out->n, i;
	bool changed = false;

	buf_add(out, f->head, f->head_n);
	if (is_byte_order_mark(f->head, f->head_n))
		start = out->n;
	for (i = 0; i < f->n; i++) {
		const struct rec *r = f->at[i];

		if ((changed || r->changed) && !rec_is_empty(r))
			separate(out, start);
		if (r->changed)
			write_fields(r, out);
		else
			buf_add(out, r->raw, r->raw_n);
		buf_add(out, r->tail, r->tail_n);
		changed = r->changed;
	}
}
