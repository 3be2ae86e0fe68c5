/* Finding the records of a file, whatever happened to it. Their fields are
 * read when somebody asks for them: of a large store few are. */
#include "marks/rec.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "marks/rec_lines.h"

void
rec_skip_descriptor(struct rec_cursor *c)
{
	struct rec_line l;

	while (c->p < c->end) {
		l = rec_line_at(c->p, c->end);
		if (rec_is_blank_line(&l) || rec_is_id(&l, rec_name_length(&l)))
			return;
		c->p = l.next;
		c->line++;
	}
}

static bool
is_clean(const char *s, size_t n)
{
	return ucs_is_utf8(s, n) && !memchr(s, '\0', n) && !memchr(s, '\r', n);
}

/* NAME bytes at AT are a field's name in the record that begins at START. */
static void
note_key(uint32_t *keys, const char *start, const char *at, size_t name)
{
	enum rec_key key = rec_key_of(at, name);

	if (key < REC_KEYS && !keys[key])
		keys[key] = (uint32_t)((size_t)(at - start) + name + 1);
}

/* Passes by the lines of a record that is as it should be; false at a line
 * that has to be looked at closely. */
static bool
pass_lines(struct rec_cursor *c, struct rec_kind *kind, uint32_t *keys)
{
	bool has_id = false, in_value = false;
	const char *start = c->p;

	for (; c->p < c->end; c->line++) {
		struct rec_line l = rec_line_at(c->p, c->end);
		size_t name = rec_name_length(&l);

		if (!name && rec_is_blank_line(&l))
			return true;
		kind->glued = has_id && rec_is_id(&l, name);
		if (kind->glued)
			return true;
		if (*l.at == '%' && !kind->named) {
			rec_skip_descriptor(c);
			return true;
		}
		if (l.at[l.n - 1] == '\\' ||
		    !(name || *l.at == '#' || (*l.at == '+' && in_value)))
			return false;
		has_id |= rec_is_id(&l, name);
		in_value = name || *l.at == '+';
		kind->named |= name > 0;
		note_key(keys, start, l.at, name);
		c->p = l.next;
	}
	return true;
}

static struct rec *
add_record(struct rec_file *f, const struct rec_cursor *from,
           const struct rec_cursor *to, const uint32_t *keys)
{
	struct rec *r = rec_add(f);

	r->raw = from->p;
	r->raw_n = (size_t)(to->p - from->p);
	r->line = from->line;
	memcpy(r->keys, keys, sizeof r->keys);
	r->unread = true;
	r->changed = false;
	return r;
}

/* A block: lines up to an empty one. A second Id begins a new record; what
 * holds no field is no record: it stays between records. */
static void
find_records(struct rec_file *f, struct rec_cursor *c)
{
	struct rec_kind kind;

	do {
		struct rec_cursor from = *c;
		uint32_t keys[REC_KEYS] = {0};
		struct rec *r;
		bool sound;

		memset(&kind, 0, sizeof kind);
		sound = pass_lines(c, &kind, keys) &&
		        is_clean(from.p, (size_t)(c->p - from.p));
		if (!sound) {
			*c = from;
			kind = rec_examine(f, c);
		}
		if (!kind.named)
			continue;
		r = add_record(f, &from, c, keys);
		r->sound = sound;
		r->damaged = kind.damaged;
	} while (kind.glued);
}

static void
find_blocks(struct rec_file *f, struct rec_cursor *c)
{
	struct rec_line l;

	while (c->p < c->end) {
		l = rec_line_at(c->p, c->end);
		if (rec_is_blank_line(&l)) {
			c->p = l.next;
			c->line++;
		} else {
			find_records(f, c);
		}
	}
}

/* What stands between two records belongs to the one before. */
static void
find_tails(struct rec_file *f)
{
	const char *end = f->bytes + f->bytes_n;
	size_t i;

	for (i = f->n; i-- > 0; ) {
		struct rec *r = f->at[i];

		r->tail = r->raw + r->raw_n;
		r->tail_n = (size_t)(end - r->tail);
		end = r->raw;
	}
	f->head = f->bytes;
	f->head_n = (size_t)(end - f->bytes);
}

struct rec_file *
rec_parse(const char *bytes, size_t n)
{
	return rec_parse_own(mem_text(bytes, n), n);
}

struct rec_file *
rec_parse_own(char *bytes, size_t n)
{
	struct rec_file *f = mem_new(sizeof *f);
	struct rec_cursor c = {bytes, bytes ? bytes + n : bytes, 1};

	f->bytes = bytes;
	f->bytes_n = n;
	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		struct rec_problem problem = {1, "a byte order mark"};

		vec_push(&f->problems, problem);
		c.p += 3;
	}
	find_blocks(f, &c);
	find_tails(f);
	return f;
}
