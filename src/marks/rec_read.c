/* Reading the lines of a record closely: its fields, or what is wrong. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "marks/rec_lines.h"

/* Without REC nothing is kept: what is wrong is reported to FILE. */
struct reading {
	struct rec_cursor c;
	struct rec *rec;
	char *values; /* where the next name or value goes */
	struct rec_file *file;
	struct rec_kind kind;
	bool has_cr;
};

static void
report(struct reading *r, size_t line, const char *what)
{
	struct rec_problem problem = {line, what};

	if (r->file)
		vec_push(&r->file->problems, problem);
	r->kind.damaged = true;
}

static void
put(struct reading *r, const char *s, size_t n)
{
	if (!r->rec)
		return;
	memcpy(r->values, s, n);
	r->values += n;
}

/* What a value cannot hold is left out or replaced. */
static void
put_value(struct reading *r, const char *s, size_t n)
{
	size_t i = 0, from;
	char encoded[UCS_MAX_BYTES];
	ucs c;

	while (i < n) {
		for (from = i; i < n && (signed char)s[i] > '\r'; i++)
			;
		put(r, s + from, i - from);
		if (i == n)
			return;
		i += ucs_decode(s + i, n - i, &c);
		if (c && c != '\r')
			put(r, encoded, ucs_encode(c, encoded));
	}
}

static void
check_line(struct reading *r, const char *s, size_t n)
{
	if (!ucs_is_utf8(s, n))
		report(r, r->c.line, "not UTF-8");
	if (memchr(s, '\0', n))
		report(r, r->c.line, "a NUL byte");
	if (memchr(s, '\r', n))
		report(r, r->c.line, "a carriage return inside a line");
}

/* Appends a line of a value without the blanks at its end; returns whether it
 * ends in a '\' that joins the next line. The blank of "\ " only keeps a '\'
 * from doing so. */
static bool
read_value(struct reading *r, const char *s, size_t n)
{
	size_t kept = n;

	while (kept && rec_is_blank(s[kept - 1]))
		kept--;
	if (!r->rec)
		check_line(r, s, n);
	else if (r->rec->damaged)
		put_value(r, s, kept);
	else
		put(r, s, kept);
	return kept && kept == n && s[n - 1] == '\\';
}

static void
step(struct reading *r, const struct rec_line *l)
{
	if (l->cr && !r->has_cr) {
		report(r, r->c.line, "CRLF line ends");
		r->has_cr = true;
	}
	r->c.p = l->next;
	r->c.line++;
}

/* What is no line of its own may be the rest of a line that ended in '\'. A
 * person who wrote a '\' there did not mean to join the next field. */
static bool
may_join(const struct rec_line *l)
{
	return !rec_is_blank_line(l) && !rec_name_length(l) &&
	       !strchr("+#%<=>|", *l->at);
}

/* A line of a value, from SKIP on, with those it joins. */
static void
read_value_line(struct reading *r, struct rec_line l, size_t skip)
{
	bool joins = read_value(r, l.at + skip, l.n - skip);

	step(r, &l);
	while (joins && r->c.p < r->c.end) {
		l = rec_line_at(r->c.p, r->c.end);
		if (!may_join(&l)) {
			report(r, r->c.line - 1,
			       "a '\\' at the end of a line: write '\\ '");
			break;
		}
		if (r->rec)
			r->values--;
		joins = read_value(r, l.at, l.n);
		step(r, &l);
	}
}

/* Continuation lines of the value just read. */
static void
read_continuations(struct reading *r)
{
	struct rec_line l;

	while (r->c.p < r->c.end) {
		l = rec_line_at(r->c.p, r->c.end);
		if (!l.n || l.at[0] != '+')
			return;
		put(r, "\n", 1);
		read_value_line(r, l,
		                l.n > 1 && rec_is_blank(l.at[1]) ? 2 : 1);
	}
}

static void
read_field(struct reading *r, const struct rec_line *l, size_t name)
{
	struct rec_field f = {r->values, NULL, l->at, 0};
	size_t skip = name + 1;

	put(r, l->at, name);
	put(r, "", 1);
	f.value = r->values;
	if (skip < l->n && rec_is_blank(l->at[skip]))
		skip++;
	read_value_line(r, *l, skip);
	read_continuations(r);
	put(r, "", 1);
	f.raw_n = (size_t)(r->c.p - f.raw);
	if (r->rec)
		vec_push(&r->rec->fields, f);
	r->kind.named = true;
}

/* A line that is kept as it stands. */
static void
keep_line(struct reading *r, const struct rec_line *l)
{
	struct rec_field f = {NULL, NULL, l->at, (size_t)(l->next - l->at)};

	if (l->at[0] != '#')
		report(r, r->c.line, "not a field");
	step(r, l);
	if (r->rec)
		vec_push(&r->rec->fields, f);
}

static void
read_lines(struct reading *r)
{
	bool has_id = false;

	while (r->c.p < r->c.end) {
		struct rec_line l = rec_line_at(r->c.p, r->c.end);
		size_t name = rec_name_length(&l);

		if (rec_is_blank_line(&l))
			return;
		r->kind.glued = has_id && rec_is_id(&l, name);
		if (r->kind.glued)
			return;
		has_id |= rec_is_id(&l, name);
		if (*l.at == '%' && !r->kind.named) {
			rec_skip_descriptor(&r->c);
			return;
		}
		if (name)
			read_field(r, &l, name);
		else
			keep_line(r, &l);
	}
}

struct rec_kind
rec_examine(struct rec_file *f, struct rec_cursor *c)
{
	struct reading r = {.c = *c, .file = f};

	read_lines(&r);
	*c = r.c;
	return r.kind;
}

/* Each name and value ends where a ':' or LF stood (but for the last); a byte
 * that is not UTF-8 becomes three. */
static size_t
most_bytes(const struct rec *r)
{
	return (r->damaged ? 3 : 1) * r->raw_n + 2;
}

static void
read_fields(struct rec *rec)
{
	struct reading r = {
		.c = {rec->raw, rec->raw + rec->raw_n, rec->line},
		.rec = rec,
		.values = pool_new(rec->pool, most_bytes(rec)),
	};

	rec->unread = false;
	read_lines(&r);
}

struct rec_fields *
rec_own_fields(struct rec *r)
{
	if (r->unread)
		read_fields(r);
	return &r->fields;
}

/* Reading is no change that anybody sees. */
const struct rec_fields *
rec_fields(const struct rec *r)
{
	return rec_own_fields((struct rec *)r);
}

const char *
rec_get(const struct rec *r, const char *name)
{
	const struct rec_fields *all = rec_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->at[i].name && strcmp(all->at[i].name, name) == 0)
			return all->at[i].value;
	return NULL;
}

/* The value of the field line L as it stands, unless more than the line has
 * to be read for it. */
static bool
is_plain(const struct rec *r, const struct rec_line *l,
         struct rec_value *value)
{
	const char *end = r->raw + r->raw_n;
	size_t n = value->n;

	if (n && rec_is_blank(value->at[0])) {
		value->at++;
		value->n = --n;
	}
	return !(n && (rec_is_blank(value->at[n - 1]) ||
	               value->at[n - 1] == '\\')) &&
	       !(l->next < end && *l->next == '+');
}

/* Looks for NAME in the bytes of an unread record; false where its fields have
 * to be read to know. */
static bool
look_at_bytes(const struct rec *r, const char *name, struct rec_value *value)
{
	const char *p = r->raw, *end = r->raw + r->raw_n;
	size_t n = strlen(name);
	enum rec_key key = rec_key_of(name, n);

	if (key < REC_KEYS && r->raw_n <= UINT32_MAX) {
		if (!r->keys[key])
			return true;
		p += r->keys[key] - n - 1;
	}
	while (p < end) {
		struct rec_line l = rec_line_at(p, end);

		if (l.n > n && l.at[n] == ':' && !memcmp(l.at, name, n)) {
			value->at = l.at + n + 1;
			value->n = l.n - n - 1;
			return is_plain(r, &l, value);
		}
		p = l.next;
	}
	return true;
}

struct rec_value
rec_look(const struct rec *r, const char *name)
{
	struct rec_value value = {NULL, 0};

	if (r->unread && r->sound && look_at_bytes(r, name, &value))
		return value;
	value.at = rec_get(r, name);
	value.n = value.at ? strlen(value.at) : 0;
	return value;
}

bool
rec_is(const struct rec *r, const char *name, const char *value)
{
	struct rec_value is = rec_look(r, name);

	return is.at && value && strlen(value) == is.n &&
	       !memcmp(is.at, value, is.n);
}

int
rec_compare(const struct rec_value *a, const struct rec_value *b)
{
	int order = memcmp(a->at, b->at, a->n < b->n ? a->n : b->n);

	return order ? order : (a->n > b->n) - (a->n < b->n);
}

bool
rec_has(const struct rec *r, const char *name)
{
	return rec_look(r, name).at != NULL;
}
