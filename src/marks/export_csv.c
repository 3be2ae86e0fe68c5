/* Marks as comma-separated values (RFC 4180, lines ended by LF). */
#include <stdlib.h>
#include <string.h>

#include "marks/export_as.h"

/* A value in quotes: it may hold commas, quotes and line ends. */
static void
csv_value(struct buf *out, const char *s)
{
	struct buf clean = {0};
	size_t i;

	export_lines(&clean, "", s ? s : "");
	if (clean.n && clean.at[clean.n - 1] == '\n')
		clean.n--; /* the one that export_lines ends with */
	buf_char(out, '"');
	for (i = 0; i < clean.n; i++) {
		if (clean.at[i] == '"')
			buf_char(out, '"');
		buf_char(out, clean.at[i]);
	}
	buf_char(out, '"');
	buf_clear(&clean);
}

/* What the text says of its source, where that is an address. */
static const char *
address(const struct rec *work)
{
	const char *source = rec_get(work, "Source");

	return source && strstr(source, "://") && !strchr(source, ' ')
	       ? source : NULL;
}

/* The byte where it is; of a lost one nothing. */
static void
csv_location(struct buf *out, const struct export_work *w,
             const struct mark *m)
{
	if (m->state == MARK_LOST)
		return;
	buf_printf(out, "%zu", w->text ? text_offset(w->text, m->at.start)
	                               : m->at.start);
}

static void
csv_mark(struct buf *out, const struct export_work *w, const struct mark *m)
{
	char *words = export_words(m->rec);
	const char *values[] = {
		words, rec_get(w->work, "Title"),
		rec_get(w->work, "Author"), address(w->work),
		rec_get(m->rec, "Note"),
	};
	size_t i;

	for (i = 0; i < sizeof values / sizeof *values; i++) {
		csv_value(out, values[i]);
		buf_char(out, ',');
	}
	csv_location(out, w, m);
	buf_char(out, '\n');
	free(words);
}

void
export_csv(struct buf *out, const struct export_work *works, size_t n)
{
	size_t i, k;

	buf_str(out, "Highlight,Title,Author,URL,Note,Location\n");
	for (i = 0; i < n; i++)
		for (k = 0; k < works[i].marks->n; k++)
			csv_mark(out, &works[i], &works[i].marks->at[k]);
}
