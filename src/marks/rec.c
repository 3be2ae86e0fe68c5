/* Reading the record format, whatever happened to the file. */
#include "marks/rec.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"

/* A line without its LF and CR; NEXT is where the following one begins. */
struct line {
	const char *at;
	size_t n;
	const char *next;
	bool cr;
};

struct parser {
	struct rec_file *file;
	const char *p, *end;
	size_t line;   /* the number of the line at P */
	char *values;  /* where the next name or value goes */
	bool clean;    /* all of it is UTF-8 without NUL and CR */
	struct {
		struct rec_field *at;
		size_t n, cap;
	} fields; /* of the record being read */
	const char *start;   /* of that record */
	size_t start_line;
	bool damaged, named, has_id, has_cr;
};

static void
report(struct parser *p, size_t line, const char *what)
{
	struct rec_problem problem = {line, what};

	vec_push(&p->file->problems, problem);
	p->damaged = true;
}

static struct line
line_at(const struct parser *p, const char *at)
{
	struct line l = {at, 0, NULL, false};
	const char *lf = memchr(at, '\n', (size_t)(p->end - at));

	l.n = (size_t)((lf ? lf : p->end) - at);
	l.next = lf ? lf + 1 : p->end;
	if (l.n && at[l.n - 1] == '\r') {
		l.n--;
		l.cr = true;
	}
	return l;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_empty(const struct line *l)
{
	size_t i = 0;

	while (i < l->n && is_blank(l->at[i]))
		i++;
	return i == l->n;
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Bytes of the field name that L begins with, 0 where it begins with none. */
static size_t
name_length(const struct line *l)
{
	size_t i = 0;

	if (!l->n || !is_letter(l->at[0]))
		return 0;
	while (i < l->n && (is_letter(l->at[i]) || l->at[i] == '_' ||
	                    (l->at[i] >= '0' && l->at[i] <= '9')))
		i++;
	return i < l->n && l->at[i] == ':' ? i : 0;
}

/* What a value cannot hold is left out or replaced. */
static void
copy_unclean(struct parser *p, const char *s, size_t n)
{
	size_t i = 0;
	ucs c;

	while (i < n) {
		size_t length = ucs_decode(s + i, n - i, &c);

		if (c && c != '\r')
			p->values += ucs_encode(c, p->values);
		i += length;
	}
}

static void
check_line(struct parser *p, const char *s, size_t n)
{
	if (!ucs_is_utf8(s, n))
		report(p, p->line, "not UTF-8");
	if (memchr(s, '\0', n))
		report(p, p->line, "a NUL byte");
	if (memchr(s, '\r', n))
		report(p, p->line, "a carriage return inside a line");
}

/* Appends a line of a value without the blanks at its end; returns whether it
 * ends in a '\' that joins the next line. The blank of "\ " only keeps a '\'
 * from doing so. */
static bool
copy_value(struct parser *p, const char *s, size_t n)
{
	size_t kept = n;
	bool joins;

	while (kept && is_blank(s[kept - 1]))
		kept--;
	joins = kept && kept == n && s[n - 1] == '\\';
	if (p->clean) {
		memcpy(p->values, s, kept);
		p->values += kept;
	} else {
		check_line(p, s, n);
		copy_unclean(p, s, kept);
	}
	return joins;
}

static void
step(struct parser *p, const struct line *l)
{
	if (l->cr && !p->has_cr) {
		report(p, p->line, "CRLF line ends");
		p->has_cr = true;
	}
	p->p = l->next;
	p->line++;
}

/* What is no line of its own may be the rest of a line that ended in '\'. A
 * person who wrote a '\' there did not mean to join the next field. */
static bool
may_join(const struct line *l)
{
	return !is_empty(l) && !name_length(l) && !strchr("+#%<=>|", *l->at);
}

/* A line of a value at P, from SKIP on, with those it joins. */
static void
read_value_line(struct parser *p, struct line l, size_t skip)
{
	bool joins = copy_value(p, l.at + skip, l.n - skip);

	step(p, &l);
	while (joins && p->p < p->end) {
		l = line_at(p, p->p);
		if (!may_join(&l)) {
			report(p, p->line - 1,
			       "a '\\' at the end of a line: write '\\ '");
			break;
		}
		p->values--;
		joins = copy_value(p, l.at, l.n);
		step(p, &l);
	}
}

/* Continuation lines of the value just read. */
static void
read_continuations(struct parser *p)
{
	struct line l;

	while (p->p < p->end) {
		l = line_at(p, p->p);
		if (!l.n || l.at[0] != '+')
			return;
		*p->values++ = '\n';
		read_value_line(p, l, l.n > 1 && is_blank(l.at[1]) ? 2 : 1);
	}
}

static void
read_field(struct parser *p, const struct line *l, size_t name)
{
	struct rec_field f = {p->values, NULL, l->at, 0};
	size_t skip = name + 1;

	memcpy(p->values, l->at, name);
	p->values += name;
	*p->values++ = '\0';
	f.value = p->values;
	if (skip < l->n && is_blank(l->at[skip]))
		skip++;
	read_value_line(p, *l, skip);
	read_continuations(p);
	*p->values++ = '\0';
	f.raw_n = (size_t)(p->p - f.raw);
	vec_push(&p->fields, f);
	p->named = true;
}

/* A line that is kept as it stands. */
static void
keep_line(struct parser *p, const struct line *l)
{
	struct rec_field f = {NULL, NULL, l->at, (size_t)(l->next - l->at)};

	if (l->at[0] != '#')
		report(p, p->line, "not a field");
	step(p, l);
	vec_push(&p->fields, f);
}

static void
begin_record(struct parser *p)
{
	p->fields.n = 0;
	p->start = p->p;
	p->start_line = p->line;
	p->damaged = p->named = p->has_id = p->has_cr = false;
}

/* What holds no field is no record: it stays between records. */
static void
end_record(struct parser *p)
{
	struct rec *r;

	if (!p->named)
		return;
	r = mem_new(sizeof *r);
	r->n = r->cap = p->fields.n;
	r->at = mem_resize(NULL, r->n, sizeof *r->at);
	memcpy(r->at, p->fields.at, r->n * sizeof *r->at);
	r->raw = p->start;
	r->raw_n = (size_t)(p->p - p->start);
	r->line = p->start_line;
	r->damaged = p->damaged;
	vec_push(p->file, r);
}

static bool
is_id(const struct line *l, size_t name)
{
	return name == 2 && memcmp(l->at, "Id", 2) == 0;
}

/* A descriptor ("%rec: Mark") and the rest of its block describe records. */
static void
skip_descriptor(struct parser *p)
{
	struct line l;

	while (p->p < p->end) {
		l = line_at(p, p->p);
		if (is_empty(&l) || is_id(&l, name_length(&l)))
			return;
		p->p = l.next;
		p->line++;
	}
}

/* A block: lines up to an empty one. A second Id begins a new record. */
static void
read_block(struct parser *p)
{
	struct line l;
	size_t name;

	begin_record(p);
	for (; p->p < p->end; ) {
		l = line_at(p, p->p);
		if (is_empty(&l))
			break;
		if (*l.at == '%' && !p->named) {
			skip_descriptor(p);
			return;
		}
		name = name_length(&l);
		if (is_id(&l, name) && p->has_id) {
			end_record(p);
			begin_record(p);
		}
		if (is_id(&l, name))
			p->has_id = true;
		if (name)
			read_field(p, &l, name);
		else
			keep_line(p, &l);
	}
	end_record(p);
}

static void
read_blocks(struct parser *p)
{
	struct line l;

	while (p->p < p->end) {
		l = line_at(p, p->p);
		if (is_empty(&l)) {
			p->p = l.next;
			p->line++;
		} else {
			read_block(p);
		}
	}
}

/* What stands between two records belongs to the one before. */
static void
find_tails(struct rec_file *f, const char *bytes, size_t n)
{
	const char *end = bytes + n;
	size_t i;

	for (i = f->n; i-- > 0; ) {
		struct rec *r = f->at[i];

		r->tail = r->raw + r->raw_n;
		r->tail_n = (size_t)(end - r->tail);
		end = r->raw;
	}
	f->head = bytes;
	f->head_n = (size_t)(end - bytes);
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
	struct parser p = {.file = f, .line = 1};
	bool utf8 = ucs_is_utf8(bytes, n);

	f->bytes = bytes;
	f->bytes_n = n;
	/* Each name and value ends where a ':' or LF stood; a byte that is not
	 * UTF-8 becomes three. */
	f->values = p.values = mem_resize(NULL, utf8 ? n + 2 : 3 * n + 2, 1);
	p.clean = utf8 && !memchr(f->bytes, '\0', n) &&
	          !memchr(f->bytes, '\r', n);
	p.p = f->bytes;
	p.end = f->bytes + n;
	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		report(&p, 1, "a byte order mark");
		p.p += 3;
	}
	read_blocks(&p);
	find_tails(f, f->bytes, n);
	vec_clear(&p.fields);
	return f;
}
