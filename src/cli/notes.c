/* --notes: marks of a text, or of all. */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "cli/acts.h"
#include "cli/tell.h"
#include "marks/export.h"
#include "store/file.h"
#include "store/paths.h"

/* All works of the store, with their texts where these are still there; the
 * first CHOSEN are to be listed. */
struct collection {
	struct export_work *at;
	size_t n, cap, chosen;
	struct opened *texts;
	struct mark_list *marks;
};

static const struct rec *
work_of(const struct sitting *s, const struct opened *o)
{
	const struct work_facts facts = opened_facts(o);

	return marks_work(s->marks, &facts);
}

/* A text that is gone, or cannot be read now, is no failure: its marks are
 * listed as they were stored. */
static void
open_work(struct sitting *s, const struct rec *work, struct opened *out)
{
	const char *path = rec_get(work, "Path");
	struct error e = {0};

	if (path && strcmp(path, "-") != 0)
		sitting_read(s, path, out, &e);
	error_clear(&e);
}

static void
add_work(struct sitting *s, struct collection *c, struct rec *work)
{
	struct opened *o = &c->texts[c->n];
	struct mark_list *marks = &c->marks[c->n];
	struct export_work w = {.work = work, .marks = marks};

	open_work(s, work, o);
	if (o->text && work_of(s, o) != work)
		opened_clear(o);
	marks_place(s->marks, work, o->text, o->sha256,
	            (const char *const *)s->settings.kind, marks);
	w.text = o->text;
	vec_push(c, w);
}

static void
collect(struct sitting *s, struct collection *c)
{
	struct work_list works = {0};
	size_t i;

	marks_works(s->marks, &works);
	c->texts = mem_new(works.n * sizeof *c->texts);
	c->marks = mem_new(works.n * sizeof *c->marks);
	for (i = 0; i < works.n; i++)
		add_work(s, c, works.at[i]);
	vec_clear(&works);
}

static void
collection_clear(struct collection *c)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		opened_clear(&c->texts[i]);
		vec_clear(&c->marks[i]);
	}
	free(c->texts);
	free(c->marks);
	vec_clear(c);
}

/* Whether less than all marks were asked for. */
static bool
is_choosy(const struct options *o)
{
	return o->since || o->tag || o->kind;
}

/* A kind goes by its number, too, as with --as. */
static void
choose(const struct sitting *s, struct mark_list *marks)
{
	const struct options *o = s->options;
	struct export_choice choice = {
		.since = o->since, .tag = o->tag, .kind = o->kind,
	};

	if (o->kind && *o->kind >= '1' && *o->kind < '1' + MARK_KINDS &&
	    !o->kind[1])
		choice.kind = s->settings.kind[*o->kind - '1'];
	export_choose(marks, &choice);
}

static void
export_text(struct sitting *s, struct buf *out)
{
	struct mark_list marks = {0};
	struct export_work w = {
		.work = work_of(s, &s->text),
		.text = s->text.text,
		.marks = &marks,
	};

	if (w.work)
		opened_marks(s, &s->text, &marks);
	choose(s, &marks);
	export_works(out, &w, w.work && (marks.n || !is_choosy(s->options)),
	             s->options->form);
	vec_clear(&marks);
}

/* A work without a chosen mark is left out; its text stays the collection's to
 * free. */
static void
choose_works(const struct sitting *s, struct collection *c)
{
	size_t i, kept = 0;

	for (i = 0; i < c->n; i++) {
		choose(s, &c->marks[i]);
		if (c->marks[i].n)
			c->at[kept++] = c->at[i];
	}
	c->chosen = kept;
}

static void
export_all(struct sitting *s, struct buf *out)
{
	struct collection c = {0};

	collect(s, &c);
	c.chosen = c.n;
	if (is_choosy(s->options))
		choose_works(s, &c);
	export_works(out, c.at, c.chosen, s->options->form);
	collection_clear(&c);
}

/* Lines of the store that make no sense are named; the rest is listed. */
static void
tell_problems(const struct sitting *s)
{
	const struct rec_file *f = s->marks->file;
	size_t i;

	for (i = 0; i < f->problems.n; i++) {
		struct error e = {0};

		error_set(&e, s->store.path, f->problems.at[i].line, "%s",
		          f->problems.at[i].what);
		tell_error(&e);
		error_clear(&e);
	}
}

/* Whether some mark was ever of the kind NAME: kinds may have had other names
 * when marks were made. */
static bool
is_kind_in_store(const struct sitting *s, const char *name)
{
	const struct rec_file *f = s->marks->file;
	size_t i;

	for (i = 0; i < f->n; i++)
		if (rec_is(f->at[i], "As", name))
			return true;
	return false;
}

static bool
is_kind(const struct sitting *s, const char *name)
{
	static const char *const kinds[] = {"highlight", "note", "bookmark",
	                                    "section", "1", "2", "3", "4", "5"};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(name, kinds[i]))
			return true;
	for (i = 0; i < MARK_KINDS; i++)
		if (!strcmp(name, s->settings.kind[i]))
			return true;
	return is_kind_in_store(s, name);
}

static bool
may_choose(const struct sitting *s, struct error *e)
{
	const struct options *o = s->options;
	struct buf names = {0};
	size_t i;

	if (!o->kind || is_kind(s, o->kind))
		return true;
	for (i = 0; i < MARK_KINDS; i++)
		buf_printf(&names, ", %s", s->settings.kind[i]);
	error_set(e, NULL, 0, "--kind=%s is no kind of mark; there are "
	          "highlight, note, bookmark, section%s", o->kind,
	          buf_text(&names));
	buf_clear(&names);
	return false;
}

bool
notes_run(struct sitting *s, struct error *e)
{
	struct buf out = {0};
	bool ok;

	if (s->store.unread) {
		error_set(e, NULL, 0, "%s", s->message);
		return false;
	}
	if (!may_choose(s, e))
		return false;
	tell_problems(s);
	if (s->text.text)
		export_text(s, &out);
	else
		export_all(s, &out);
	ok = tell_out(&out, e);
	buf_clear(&out);
	return ok;
}
