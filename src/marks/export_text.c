/* Marks as plain text, for reading and for other programs' lines. */
#include <stdlib.h>

#include "marks/export_as.h"

static void
text_mark(struct buf *out, const struct mark *m, const struct text *text)
{
	const char *note = rec_get(m->rec, "Note");
	const char *section = rec_get(m->rec, "Section");
	char *words = export_words(m->rec);
	struct buf head = {0};

	export_where(&head, m, text);
	if (section)
		buf_printf(&head, "; %s", section);
	buf_char(out, '\n');
	export_lines(out, "  ", buf_text(&head));
	if (words)
		export_lines(out, "    ", words);
	if (note)
		export_lines(out, "    > ", note);
	free(words);
	buf_clear(&head);
}

static void
text_work(struct buf *out, const struct export_work *w)
{
	static const char *const head[] = {
		"Title", "Author", "Source", "Path",
	};
	size_t i;

	for (i = 0; i < sizeof head / sizeof *head; i++) {
		const char *s = rec_get(w->work, head[i]);

		if (s)
			export_lines(out, "", s);
	}
	for (i = 0; i < w->marks->n; i++)
		text_mark(out, &w->marks->at[i], w->text);
}

void
export_text(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i)
			buf_char(out, '\n');
		text_work(out, &works[i]);
	}
}
