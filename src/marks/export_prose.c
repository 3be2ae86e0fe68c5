/* Marks as Markdown and as Org: sections, quotations, notes below. */
#include <stdlib.h>
#include <string.h>

#include "marks/export_as.h"

static bool
same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Markdown. */

/* Words of a text, in which no sign means more than itself. */
static char *
markdown_words(const char *s)
{
	struct buf b = {0};
	const char *line = s;

	for (; *s; s++) {
		bool first = s == line + strspn(line, " ");

		if (strchr("\\*_`[]<>", *s) || (first && strchr("#+-=~|",
		                                             *s)) ||
		    (strchr(".)", *s) && s > line &&
		     s == line + strspn(line, " 0123456789")))
			buf_char(&b, '\\');
		buf_char(&b, *s);
		if (*s == '\n')
			line = s + 1;
	}
	return buf_take(&b);
}

static void
markdown_line(struct buf *out, const char *before, const char *s)
{
	char *words = s ? markdown_words(s) : NULL;

	if (words) {
		buf_str(out, before);
		export_lines(out, "", words);
		buf_char(out, '\n');
	}
	free(words);
}

static void
markdown_mark(struct buf *out, const struct mark *m, const struct text *text)
{
	bool quotes = rec_has(m->rec, "Quote");
	const char *note = rec_get(m->rec, "Note");
	char *plain = export_words(m->rec);
	char *words = plain ? markdown_words(plain) : NULL;

	if (words) {
		export_lines(out, quotes ? "> " : "", words);
		buf_char(out, '\n');
	}
	if (note) {
		export_lines(out, "", note);
		buf_char(out, '\n');
	}
	buf_str(out, "*");
	export_where(out, m, text);
	buf_str(out, "*\n\n");
	free(plain);
	free(words);
}

static void
markdown_work(struct buf *out, const struct export_work *w)
{
	const char *section = NULL, *title = rec_get(w->work, "Title");
	size_t i;

	markdown_line(out, "# ", title ? title : rec_get(w->work, "Path"));
	markdown_line(out, "", rec_get(w->work, "Author"));
	markdown_line(out, "", rec_get(w->work, "Source"));
	for (i = 0; i < w->marks->n; i++) {
		const struct mark *m = &w->marks->at[i];
		const char *now = rec_get(m->rec, "Section");

		if (now && !same(now, section))
			markdown_line(out, "## ", now);
		section = now;
		markdown_mark(out, m, w->text);
	}
}

void
export_markdown(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		markdown_work(out, &works[i]);
}

/* Org. */

/* A line that begins a heading or a keyword is hidden by a comma inside a
 * block, and by a blank elsewhere. */
static void
org_lines(struct buf *out, const char *hide, const char *s)
{
	struct buf b = {0};
	const char *line;

	for (line = s; *line; ) {
		size_t n = strcspn(line, "\n");

		if (*line == '*' || *line == ',' || strncmp(line, "#+", 2) == 0)
			buf_str(&b, hide);
		buf_add(&b, line, n + (line[n] == '\n'));
		line += n + (line[n] == '\n');
	}
	export_lines(out, "", buf_text(&b));
	buf_clear(&b);
}

static void
org_property(struct buf *out, const char *name, const char *value)
{
	if (!value)
		return;
	buf_printf(out, ":%s: ", name);
	export_lines(out, "", value);
}

static void
org_mark(struct buf *out, const struct mark *m, const struct text *text)
{
	bool quotes = rec_has(m->rec, "Quote");
	const char *note = rec_get(m->rec, "Note");
	char *words = export_words(m->rec);

	if (quotes)
		buf_str(out, "#+begin_quote\n");
	if (words)
		org_lines(out, quotes ? "," : " ", words);
	if (quotes)
		buf_str(out, "#+end_quote\n");
	if (note)
		org_lines(out, " ", note);
	buf_str(out, "/");
	export_where(out, m, text);
	buf_str(out, "/\n\n");
	free(words);
}

static void
org_work(struct buf *out, const struct export_work *w)
{
	const char *section = NULL, *title = rec_get(w->work, "Title");
	const char *path = rec_get(w->work, "Path");
	size_t i;

	buf_str(out, "* ");
	export_lines(out, "", title ? title : path ? path : "?");
	buf_str(out, ":PROPERTIES:\n");
	org_property(out, "AUTHOR", rec_get(w->work, "Author"));
	org_property(out, "SOURCE", rec_get(w->work, "Source"));
	org_property(out, "FILE", path);
	buf_str(out, ":END:\n\n");
	for (i = 0; i < w->marks->n; i++) {
		const struct mark *m = &w->marks->at[i];
		const char *now = rec_get(m->rec, "Section");

		if (now && !same(now, section)) {
			buf_str(out, "** ");
			export_lines(out, "", now);
			buf_char(out, '\n');
		}
		section = now;
		org_mark(out, m, w->text);
	}
}

void
export_org(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		org_work(out, &works[i]);
}
