/* --mark: highlights by byte offsets. */
#include <string.h>

#include "base/buf.h"
#include "cli/acts.h"
#include "cli/tell.h"
#include "reader/tags.h"
#include "reader/units.h"
#include "text/words.h"

/* The name of the kind that --as asks for, by name or number; NULL with *E
 * where there is none. */
static const char *
kind_asked(const struct sitting *s, struct error *e)
{
	const char *as = s->options->as;
	struct buf names = {0};
	const char *found = as ? NULL : s->settings.kind[0];
	unsigned i;

	for (i = 0; i < MARK_KINDS && !found; i++) {
		if (!strcmp(as, s->settings.kind[i]) ||
		    (as[0] == (char)('1' + i) && !as[1]))
			found = s->settings.kind[i];
		buf_printf(&names, "%s%s", i ? ", " : "",
		           s->settings.kind[i]);
	}
	if (!found)
		error_set(e, NULL, 0,
		          "--as=%s is no kind of highlight; there are %s", as,
		          buf_text(&names));
	buf_clear(&names);
	return found;
}

/* The clusters that hold the file's bytes START to END: half a character
 * cannot be marked. */
static struct span
clusters_of(const struct text *t, const struct options_range *range)
{
	struct span at = {
		text_place(t, range->start), text_place(t, range->end),
	};
	text_pos next;

	next = words_cluster_next(t, at.start, t->n);
	at.start = words_cluster_prev(t, next, 0);
	if (text_offset(t, at.end) < range->end)
		at.end = words_cluster_next(t, at.end, t->n);
	else if (at.end < t->n &&
	         words_cluster_prev(t, words_cluster_next(t, at.end, t->n),
	                            0) < at.end)
		at.end = words_cluster_next(t, at.end, t->n);
	return at;
}

static bool
are_in_range(const struct sitting *s, struct error *e)
{
	size_t length = s->text.text->file_n, i;

	for (i = 0; i < s->options->marks.n; i++) {
		const struct options_range *r = &s->options->marks.at[i];

		if (r->end <= length)
			continue;
		error_set(e, s->options->file, 0, "--mark=%zu-%zu goes past "
		          "the end: the file has %zu bytes", r->start, r->end,
		          length);
		return false;
	}
	return true;
}

/* White space alone could not be found again, nor be shown. */
static bool
have_words(const struct sitting *s, struct error *e)
{
	const struct text *t = s->text.text;
	size_t i;

	for (i = 0; i < s->options->marks.n; i++) {
		const struct options_range *r = &s->options->marks.at[i];
		struct span at = units_trimmed(t, clusters_of(t, r));

		if (at.start < at.end)
			continue;
		error_set(e, s->options->file, 0, "--mark=%zu-%zu holds no "
		          "words", r->start, r->end);
		return false;
	}
	return true;
}

/* With the tags in it, as where it is typed; of one change with the mark. */
static void
set_note(struct rec *r, const char *note)
{
	struct buf tags = {0};

	if (!note || !*note)
		return;
	rec_set(r, "Note", note);
	tags_merge(NULL, NULL, note, &tags);
	if (tags.n)
		rec_set(r, "Tags", buf_text(&tags));
	buf_clear(&tags);
}

static void
add_highlight(struct sitting *s, const struct options_range *range,
              const char *as, struct buf *ids)
{
	const struct work_facts facts = opened_facts(&s->text);
	const struct stamp stamp = sitting_stamp();
	struct rec *r;

	r = marks_add(s->marks, &facts, s->text.text, s->text.outline,
	              MARK_HIGHLIGHT, clusters_of(s->text.text, range), as, 0,
	              &stamp);
	set_note(r, s->options->note);
	buf_printf(ids, "%s\n", rec_get(r, "Id"));
}

/* Ids are printed only when the marks are safely kept; of those that could not
 * be kept nothing stays, since the call can be repeated. */
bool
mark_run(struct sitting *s, struct error *e)
{
	struct buf ids = {0};
	const char *as;
	size_t i;
	bool ok;

	if (s->marks->read_only) {
		error_set(e, NULL, 0, "%s", s->message);
		return false;
	}
	as = kind_asked(s, e);
	if (!as || !are_in_range(s, e) || !have_words(s, e))
		return false;
	for (i = 0; i < s->options->marks.n; i++)
		add_highlight(s, &s->options->marks.at[i], as, &ids);
	while (marks_settle(s->marks, s->text.text, s->text.sha256))
		;
	ok = sitting_save_marks(s, e);
	s->marks->changed = false;
	ok = ok && tell_out(&ids, e);
	buf_clear(&ids);
	return ok;
}
