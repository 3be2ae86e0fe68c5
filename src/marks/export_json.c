/* Marks as JSON. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/vec.h"
#include "marks/export_as.h"

/* A member of an object; a member that is absent is left out. */
static void
json_member(struct buf *out, const char *indent, const char *name,
            const char *value)
{
	if (!value)
		return;
	if (out->at[out->n - 1] != '{')
		buf_char(out, ',');
	buf_printf(out, "\n%s\"%s\": ", indent, name);
	json_string(out, value);
}

static void
json_number(struct buf *out, const char *indent, const char *name, size_t n)
{
	buf_printf(out, ",\n%s\"%s\": %zu", indent, name, n);
}

static bool
is_number(const char *s)
{
	return s && *s && strlen(s) < 16 &&
	       s[strspn(s, "0123456789")] == '\0';
}

/* Where the mark is: as found in TEXT, else as it was stored. */
static void
json_place(struct buf *out, const struct mark *m, const struct text *text)
{
	const char *start = rec_get(m->rec, "Start");
	const char *end = rec_get(m->rec, "End");

	if (m->state == MARK_LOST)
		return;
	if (text) {
		json_number(out, "    ", "start",
		            text_offset(text, m->at.start));
		json_number(out, "    ", "end", text_offset(text, m->at.end));
		return;
	}
	if (is_number(start))
		buf_printf(out, ",\n    \"start\": %s", start);
	if (is_number(end))
		buf_printf(out, ",\n    \"end\": %s", end);
}

/* Tags are words separated by blanks. */
static void
json_tags(struct buf *out, const char *tags)
{
	const char *blanks = " \t\n,";
	bool first = true;

	if (!tags)
		return;
	buf_str(out, ",\n    \"tags\": [");
	for (tags += strspn(tags, blanks); *tags;
	     tags += strspn(tags, blanks)) {
		size_t n = strcspn(tags, blanks);
		char *tag = mem_text(tags, n);

		if (!first)
			buf_str(out, ", ");
		json_string(out, tag);
		free(tag);
		first = false;
		tags += n;
	}
	buf_char(out, ']');
}

/* Whether TAGS are the words of MARK's Tags with a blank between. */
static bool
are_plain(const char *tags)
{
	size_t n = strlen(tags);

	return n && tags[0] != ' ' && tags[n - 1] != ' ' &&
	       !strpbrk(tags, "\t\n,") && !strstr(tags, "  ");
}

static bool
is_written(const struct rec_field *f, const char *const *names, size_t n,
           const struct mark *m, const struct text *text)
{
	size_t i;

	if (!strcmp(f->name, "Tags"))
		return are_plain(f->value);
	if (!strcmp(f->name, "Start"))
		return m->state != MARK_LOST && is_number(f->value) &&
		       (!text || strtoull(f->value, NULL, 10) ==
		                         text_offset(text, m->at.start));
	if (!strcmp(f->name, "End"))
		return m->state != MARK_LOST && is_number(f->value) &&
		       (!text || strtoull(f->value, NULL, 10) ==
		                         text_offset(text, m->at.end));
	for (i = 0; i < n; i++)
		if (!strcmp(f->name, names[i]))
			return true;
	return false;
}

static int
order_of_names(const void *va, const void *vb)
{
	const struct rec_field *const *a = va, *const *b = vb;

	return strcmp((*a)->name, (*b)->name);
}

/* The fields of R that have no member of their own, by their own names and in
 * their order, so that all is the same when it was imported again. */
static void
json_more(struct buf *out, const char *indent, const struct rec *r,
          const char *const *names, size_t n, const struct mark *m,
          const struct text *text)
{
	struct {
		const struct rec_field **at;
		size_t n, cap;
	} more = {NULL, 0, 0};
	const struct rec_fields *all = rec_fields(r);
	size_t i;

	for (i = 0; i < all->n; i++) {
		const struct rec_field *f = &all->at[i];

		if (f->name && rec_get(r, f->name) == f->value &&
		    !is_written(f, names, n, m, text))
			vec_push(&more, f);
	}
	if (more.n)
		qsort(more.at, more.n, sizeof *more.at, order_of_names);
	for (i = 0; i < more.n; i++) {
		if (i)
			buf_str(out, ", ");
		else
			buf_printf(out, ",\n%s\"more\": {", indent);
		json_string(out, more.at[i]->name);
		buf_str(out, ": ");
		json_string(out, more.at[i]->value);
	}
	if (more.n)
		buf_char(out, '}');
	vec_clear(&more);
}

static void
json_mark(struct buf *out, const struct mark *m, const struct text *text)
{
	static const char *const members[][2] = {
		{"letter", "Letter"}, {"quote", "Quote"},
		{"prefix", "Prefix"}, {"suffix", "Suffix"},
		{"note", "Note"}, {"section", "Section"},
		{"created", "Created"}, {"updated", "Updated"},
	};
	static const char *const names[] = {
		"Id", "Kind", "As", "Work", "Letter", "Quote", "Prefix",
		"Suffix", "Note", "Section", "Created", "Updated",
	};
	size_t i;

	buf_str(out, "{");
	json_member(out, "    ", "id", rec_get(m->rec, "Id"));
	json_member(out, "    ", "kind", marks_kind_name(m->kind));
	json_member(out, "    ", "as", rec_get(m->rec, "As"));
	json_member(out, "    ", "state", export_state(m->state));
	json_place(out, m, text);
	for (i = 0; i < sizeof members / sizeof *members; i++)
		json_member(out, "    ", members[i][0],
		            rec_get(m->rec, members[i][1]));
	json_tags(out, rec_get(m->rec, "Tags"));
	json_more(out, "    ", m->rec, names, sizeof names / sizeof *names, m,
	          text);
	buf_str(out, "\n   }");
}

static void
json_work(struct buf *out, const struct export_work *w)
{
	static const char *const names[] = {
		"Id", "Kind", "Title", "Author", "Path", "Sha256",
	};
	struct mark none = {.state = MARK_EXACT};
	size_t i;

	buf_str(out, "{");
	json_member(out, "  ", "id", rec_get(w->work, "Id"));
	json_member(out, "  ", "title", rec_get(w->work, "Title"));
	json_member(out, "  ", "author", rec_get(w->work, "Author"));
	json_member(out, "  ", "path", rec_get(w->work, "Path"));
	json_member(out, "  ", "sha256", rec_get(w->work, "Sha256"));
	json_more(out, "  ", w->work, names, sizeof names / sizeof *names,
	          &none, NULL);
	if (out->at[out->n - 1] != '{')
		buf_char(out, ',');
	buf_str(out, "\n  \"marks\": [");
	for (i = 0; i < w->marks->n; i++) {
		buf_str(out, i ? ",\n   " : "\n   ");
		json_mark(out, &w->marks->at[i], w->text);
	}
	buf_str(out, w->marks->n ? "\n  ]\n }" : "]\n }");
}

void
export_json(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i;

	buf_char(out, '[');
	for (i = 0; i < n; i++) {
		buf_str(out, i ? ",\n " : "\n ");
		json_work(out, &works[i]);
	}
	buf_str(out, n ? "\n]\n" : "]\n");
}
