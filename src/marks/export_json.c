/* Marks as JSON. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
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

static void
json_mark(struct buf *out, const struct mark *m, const struct text *text)
{
	static const char *const members[][2] = {
		{"letter", "Letter"}, {"quote", "Quote"},
		{"prefix", "Prefix"}, {"suffix", "Suffix"},
		{"note", "Note"}, {"section", "Section"},
		{"created", "Created"}, {"updated", "Updated"},
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
	buf_str(out, "\n   }");
}

static void
json_work(struct buf *out, const struct export_work *w)
{
	size_t i;

	buf_str(out, "{");
	json_member(out, "  ", "title", rec_get(w->work, "Title"));
	json_member(out, "  ", "author", rec_get(w->work, "Author"));
	json_member(out, "  ", "path", rec_get(w->work, "Path"));
	json_member(out, "  ", "sha256", rec_get(w->work, "Sha256"));
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
