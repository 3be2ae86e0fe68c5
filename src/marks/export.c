/* Marks written for other programs and for people. */
#include "marks/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

static const char *
kind_name(enum mark_kind kind)
{
	switch (kind) {
	case MARK_HIGHLIGHT:
		return "highlight";
	case MARK_BOOKMARK:
		return "bookmark";
	case MARK_NOTE:
		return "note";
	case MARK_SECTION:
		return "section";
	}
	return "mark";
}

static const char *
state_name(enum mark_state state)
{
	switch (state) {
	case MARK_EXACT:
		return "exact";
	case MARK_MOVED:
		return "moved";
	case MARK_CHANGED:
		return "changed";
	case MARK_DOUBTFUL:
		return "doubtful";
	case MARK_LOST:
		return "lost";
	}
	return "lost";
}

/* JSON. */

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
	json_member(out, "    ", "kind", kind_name(m->kind));
	json_member(out, "    ", "as", rec_get(m->rec, "As"));
	json_member(out, "    ", "state", state_name(m->state));
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

static void
json_works(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i;

	buf_char(out, '[');
	for (i = 0; i < n; i++) {
		buf_str(out, i ? ",\n " : "\n ");
		json_work(out, &works[i]);
	}
	buf_str(out, n ? "\n]\n" : "]\n");
}

/* Text. */

/* S, INDENT before each of its lines; no control of it reaches a terminal. */
static void
text_lines(struct buf *out, const char *indent, const char *s)
{
	size_t n = strlen(s), i = 0;
	ucs c;

	buf_str(out, indent);
	while (i < n) {
		i += ucs_decode(s + i, n - i, &c);
		if (c == '\n') {
			buf_char(out, '\n');
			if (i < n && s[i] != '\n')
				buf_str(out, indent);
		} else if (c == '\t' || !ucs_is_control(c)) {
			buf_ucs(out, c);
		}
	}
	buf_char(out, '\n');
}

/* "highlight, thesis, changed; The German Party". */
static void
text_mark_head(struct buf *out, const struct mark *m)
{
	struct buf head = {0};
	const char *as = rec_get(m->rec, "As");
	const char *section = rec_get(m->rec, "Section");

	buf_str(&head, kind_name(m->kind));
	if (m->letter)
		buf_printf(&head, " %c", m->letter);
	if (as)
		buf_printf(&head, ", %s", as);
	if (m->state != MARK_EXACT)
		buf_printf(&head, ", %s", state_name(m->state));
	if (section)
		buf_printf(&head, "; %s", section);
	text_lines(out, "  ", buf_text(&head));
	buf_clear(&head);
}

static void
text_mark(struct buf *out, const struct mark *m)
{
	const char *quote = rec_get(m->rec, "Quote");
	const char *note = rec_get(m->rec, "Note");
	const char *near = rec_get(m->rec, "Suffix");

	buf_char(out, '\n');
	text_mark_head(out, m);
	if (quote)
		text_lines(out, "    ", quote);
	else if (near)
		text_lines(out, "    ... ", near);
	if (note)
		text_lines(out, "    > ", note);
}

static void
text_work(struct buf *out, const struct export_work *w)
{
	const char *title = rec_get(w->work, "Title");
	const char *author = rec_get(w->work, "Author");
	const char *path = rec_get(w->work, "Path");
	size_t i;

	if (title)
		text_lines(out, "", title);
	if (author)
		text_lines(out, "", author);
	if (path)
		text_lines(out, "", path);
	for (i = 0; i < w->marks->n; i++)
		text_mark(out, &w->marks->at[i]);
}

static void
text_works(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i)
			buf_char(out, '\n');
		text_work(out, &works[i]);
	}
}

void
export_works(struct buf *out, const struct export_work *works, size_t n,
             enum export_format format)
{
	switch (format) {
	case EXPORT_JSON:
		json_works(out, works, n);
		return;
	case EXPORT_TEXT:
		text_works(out, works, n);
		return;
	}
}
