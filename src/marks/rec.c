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

/* Passes by the lines of a record that is as it should be; false at a line
 * that has to be looked at closely. */
static bool
pass_lines(struct rec_cursor *c, struct rec_kind *kind)
{
	bool has_id = false, in_value = false;

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
		c->p = l.next;
	}
	return true;
}

static void
add_record(struct rec_file *f, const char *raw, const struct rec_cursor *end,
           size_t line, bool damaged)
{
	struct rec *r = rec_add(f);

	r->raw = raw;
	r->raw_n = (size_t)(end->p - raw);
	r->line = line;
	r->unread = true;
	r->damaged = damaged;
	r->changed = false;
}

/* A block: lines up to an empty one. A second Id begins a new record; what
 * holds no field is no record: it stays between records. */
static void
find_records(struct rec_file *f, struct rec_cursor *c)
{
	struct rec_kind kind;

	do {
		struct rec_cursor from = *c;

		memset(&kind, 0, sizeof kind);
		if (!pass_lines(c, &kind) ||
		    !is_clean(from.p, (size_t)(c->p - from.p))) {
			*c = from;
			kind = rec_examine(f, c);
		}
		if (kind.named)
			add_record(f, from.p, c, from.line, kind.damaged);
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
