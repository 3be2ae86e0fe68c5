/* The rows of the list of what was found in all texts. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/across.h"
#include "reader/filter.h"
#include "reader/list.h"

static void
add_head(struct list *l, const char *before, const char *words)
{
	struct list_row row = {.index = OUTLINE_NONE, .head = true};
	struct buf all = {0};

	buf_printf(&all, "%s%s", before, words);
	row.words = buf_take(&all);
	vec_push(l, row);
}

/* The title of the hit's text and the name of its section, where they are not
 * those above. */
static void
add_heads(struct reader *r, const struct across_hit *hit, const char *section)
{
	struct across *a = &r->across;
	bool other = hit->text != a->head;

	if (other)
		add_head(&r->list, "", a->texts.at[hit->text].title);
	if (*section && (other || section != a->section_head))
		add_head(&r->list, "  ", section);
	a->head = hit->text;
	a->section_head = section;
}

/* What the filter sees of a hit. */
static bool
is_let(const struct reader *r, const struct across_hit *hit,
       const char *section)
{
	const char *query = buf_text(&r->list.filter.text);
	struct buf all = {0};
	bool let;

	if (!*query)
		return true;
	buf_printf(&all, "%s %s %s", r->across.texts.at[hit->text].title,
	           section, hit->words);
	let = filter_lets(query, buf_text(&all));
	buf_clear(&all);
	return let;
}

static void
add_hits(struct reader *r)
{
	struct across *a = &r->across;
	size_t i = a->hits_listed, named = i;

	/* the section of the hit before may have been told earlier */
	while (named && !(named < a->hits.n && a->hits.at[named].section))
		named--;
	for (; i < a->hits.n; i++) {
		const struct across_hit *hit = &a->hits.at[i];
		struct list_row row = {.index = i, .place = hit->at,
		                       .from = hit->from, .to = hit->to};

		if (hit->section)
			named = i;
		if (!is_let(r, hit, a->hits.at[named].section))
			continue;
		add_heads(r, hit, a->hits.at[named].section);
		row.words = mem_copy(hit->words);
		vec_push(&r->list, row);
	}
	a->hits_listed = i;
}

static void
add_marks(struct reader *r)
{
	struct across *a = &r->across;
	const struct rec_file *file = r->store->file;

	for (; a->marks_listed < a->marks.n; a->marks_listed++) {
		const struct across_mark *m = &a->marks.at[a->marks_listed];
		struct rec *rec = m->index < file->n ? file->at[m->index]
		                                     : NULL;
		const char *id = rec ? rec_get(rec, "Id") : NULL;

		if (!a->marks_listed)
			add_head(&r->list, "", "Your marks and notes");
		if (id && !strcmp(id, m->id) && !rec_get(rec, "Deleted"))
			list_add_mark(r, rec);
	}
}

/* Each text that could not be looked through is named, at the end. */
static void
add_wrongs(struct reader *r)
{
	struct across *a = &r->across;
	size_t i;

	if (!a->done || a->wrongs_listed)
		return;
	a->wrongs_listed = true;
	for (i = 0; i < a->texts.n; i++) {
		const struct across_text *text = &a->texts.at[i];
		struct buf words = {0};

		if (!text->wrong && !text->more)
			continue;
		buf_printf(&words, "%s: %s", text->path ? text->path
		                                        : "standard input",
		           text->wrong ? text->wrong
		                       : "has more than are listed");
		add_head(&r->list, "", buf_text(&words));
		buf_clear(&words);
	}
}

void
across_list_more(struct reader *r)
{
	add_hits(r);
	add_marks(r);
	add_wrongs(r);
	list_leave_head(&r->list);
}

void
across_list(struct reader *r)
{
	struct across *a = &r->across;

	a->hits_listed = a->marks_listed = 0;
	a->head = OUTLINE_NONE;
	a->section_head = NULL;
	a->wrongs_listed = false;
	across_list_more(r);
}
