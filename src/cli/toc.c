/* --toc: title, sections and notes of a text. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/mem.h"
#include "cli/acts.h"
#include "cli/tell.h"

/* The references of each note, in one array: those of note I are
 * refs[first[I]] up to refs[first[I + 1]]. */
struct references {
	size_t *first, *refs;
};

/* A counting sort: linear, however many notes there are. */
static struct references
references_of(const struct outline *o)
{
	struct references r = {
		mem_new((o->notes.n + 2) * sizeof *r.first),
		mem_new(o->refs.n * sizeof *r.refs),
	};
	size_t i;

	for (i = 0; i < o->refs.n; i++)
		r.first[o->refs.at[i].note + 2]++;
	for (i = 2; i < o->notes.n + 2; i++)
		r.first[i] += r.first[i - 1];
	for (i = 0; i < o->refs.n; i++)
		r.refs[r.first[o->refs.at[i].note + 1]++] = i;
	return r;
}

static void
json_sections(struct buf *out, const struct text *t, const struct outline *o)
{
	size_t i;

	buf_str(out, " \"sections\": [");
	for (i = 0; i < o->sections.n; i++) {
		const struct section *s = &o->sections.at[i];

		buf_printf(out, "%s\n  {\"level\": %u, \"title\": ",
		           i ? "," : "", s->level);
		json_string(out, s->title);
		buf_printf(out, ", \"offset\": %zu}", text_offset(t, s->at));
	}
	buf_str(out, "],\n");
}

static void
json_notes(struct buf *out, const struct text *t, const struct outline *o)
{
	struct references r = references_of(o);
	size_t i, k;

	buf_str(out, " \"footnotes\": [");
	for (i = 0; i < o->notes.n; i++) {
		buf_printf(out, "%s\n  {\"label\": ", i ? "," : "");
		json_string(out, o->notes.at[i].label);
		buf_printf(out, ", \"offset\": %zu, \"refs\": [",
		           text_offset(t, o->notes.at[i].at));
		for (k = r.first[i]; k < r.first[i + 1]; k++)
			buf_printf(out, "%s%zu", k > r.first[i] ? ", " : "",
			           text_offset(t, o->refs.at[r.refs[k]].at));
		buf_str(out, "]}");
	}
	buf_str(out, "]}\n");
	free(r.first);
	free(r.refs);
}

static void
toc_json(struct buf *out, const struct text *t, const struct outline *o)
{
	buf_str(out, "{\"title\": ");
	json_string(out, o->title);
	buf_str(out, ",\n \"author\": ");
	json_string(out, o->author);
	buf_str(out, ",\n");
	json_sections(out, t, o);
	json_notes(out, t, o);
}

static unsigned
percent(const struct text *t, text_pos p)
{
	return t->n ? (unsigned)((double)p * 100 / (double)t->n) : 0;
}

static void
text_sections(struct buf *out, const struct text *t, const struct outline *o)
{
	size_t i;
	unsigned k;

	for (i = 0; i < o->sections.n; i++) {
		const struct section *s = &o->sections.at[i];

		buf_printf(out, "%s%3u%%  ", i ? "" : "\n",
		           percent(t, s->at));
		for (k = 1; k < s->level && k < 10; k++)
			buf_str(out, "  ");
		buf_str(out, s->title ? s->title : "");
		buf_char(out, '\n');
	}
}

/* The words of note N without its mark, nor the bracket that closes what the
 * mark leaves open: "[Footnote 1: words]". */
static struct span
note_words(const struct text *t, const struct note *n)
{
	struct span s = {n->body, n->end};

	if (s.start < s.end && t->at[n->at] == '[' && t->at[s.end - 1] == ']' &&
	    !memchr(t->at + n->at, ']', n->body - n->at))
		s.end--;
	return s;
}

static void
text_notes(struct buf *out, const struct text *t, const struct outline *o)
{
	size_t i;

	for (i = 0; i < o->notes.n; i++) {
		const struct note *n = &o->notes.at[i];
		char *words = outline_words(t, note_words(t, n));

		buf_printf(out, "%s[%s] %s\n", i ? "" : "\n",
		           n->label ? n->label : "", words);
		free(words);
	}
}

static void
toc_text(struct buf *out, const struct opened *o)
{
	const struct outline *l = o->outline;

	buf_printf(out, "%s\n", l->title ? l->title : "(no title)");
	if (l->author)
		buf_printf(out, "%s\n", l->author);
	text_sections(out, o->text, l);
	text_notes(out, o->text, l);
}

bool
toc_run(struct sitting *s, struct error *e)
{
	struct buf out = {0};
	bool ok;

	if (s->options->form == EXPORT_JSON)
		toc_json(&out, s->text.text, s->text.outline);
	else
		toc_text(&out, &s->text);
	ok = tell_out(&out, e);
	buf_clear(&out);
	return ok;
}
