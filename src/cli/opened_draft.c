/* The note that is being typed, kept so that it survives a kill. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/draft.h"
#include "cli/recall.h"
#include "cli/sitting.h"

void
recall_draft(const struct sitting *s, struct opened *o)
{
	struct error e = {0};
	char *edited;

	if (!s->drafts ||
	    !drafts_find(s->drafts, o->known, o->sha256, &o->draft))
		return;
	/* an editor that outlived the program has the newer words */
	edited = o->draft.file ? draft_read(o->draft.file, &e) : NULL;
	if (edited) {
		free(o->draft.note);
		o->draft.note = edited;
	}
	error_clear(&e);
}

struct reader_draft
opened_draft(const struct opened *o)
{
	struct reader_draft draft = {
		.note = o->draft.note,
		.about = o->draft.about,
		.at = {text_place(o->text, o->draft.start),
		       text_place(o->text, o->draft.end)},
	};

	return draft;
}

static void
replace(char **s, const char *value)
{
	free(*s);
	*s = mem_copy(value);
}

void
sitting_draft(struct sitting *s, const char *note, const char *about,
              struct span at)
{
	struct opened *o = &s->text;
	struct draft *d = &o->draft;

	if (!note && !d->note)
		return;
	if (!note && d->file)
		unlink(d->file);
	replace(&d->path, o->known);
	replace(&d->sha256, o->sha256);
	replace(&d->about, about);
	replace(&d->note, note);
	replace(&d->file, NULL);
	d->start = text_offset(o->text, at.start);
	d->end = text_offset(o->text, at.end);
	o->draft_due = true;
	if (!note)
		sitting_save_draft(s);
}

void
sitting_draft_in(struct sitting *s, const char *path)
{
	replace(&s->text.draft.file, path);
	s->text.draft_due = true;
	sitting_save_draft(s);
}

/* A failure is not told: the note is still being typed, and is told of where
 * it is kept. */
void
sitting_save_draft(struct sitting *s)
{
	struct error e = {0};

	if (s->drafts && s->text.draft_due)
		drafts_put(s->drafts, &s->text.draft, &e);
	s->text.draft_due = false;
	error_clear(&e);
}
