/* Searching all texts of the shelf, one after the other, in slices. */
#include "reader/across.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/context.h"
#include "reader/find.h"
#include "reader/grow.h"
#include "reader/jump.h"
#include "reader/reader.h"
#include "reader/request.h"
#include "reader/say.h"
#include "text/query.h"

enum {
	HIT_COST = 16,    /* [ln] what one place found costs */
	MARK_COST = 2,    /* [ln] what looking at a mark costs */
	CONTEXT = 320,    /* [byte] kept at either side */
};

void
across_clear(struct across *a)
{
	size_t i;

	for (i = 0; i < a->texts.n; i++) {
		free(a->texts.at[i].path);
		free(a->texts.at[i].title);
		free(a->texts.at[i].wrong);
	}
	for (i = 0; i < a->hits.n; i++) {
		free(a->hits.at[i].section);
		free(a->hits.at[i].words);
	}
	for (i = 0; i < a->marks.n; i++)
		free(a->marks.at[i].id);
	vec_clear(&a->texts);
	vec_clear(&a->hits);
	vec_clear(&a->marks);
	query_free(a->query);
	free(a->words);
	memset(a, 0, sizeof *a);
}

/* The marks may be others by now, the texts hardly. */
static void
look_at_marks_again(struct across *a)
{
	size_t i;

	for (i = 0; i < a->marks.n; i++)
		free(a->marks.at[i].id);
	a->marks.n = a->mark = 0;
	a->done = false;
}

static struct query *
query_of(const char *words)
{
	struct error e = {0};
	struct query *q = query_new(words, &e);

	error_clear(&e);
	return q;
}

bool
across_begin(struct reader *r)
{
	struct across *a = &r->across;

	if (!r->find.query) {
		say(r, "nothing searched for yet: / searches");
		return false;
	}
	if (a->words && !strcmp(a->words, r->find.words)) {
		look_at_marks_again(a);
		return true;
	}
	across_clear(a);
	a->words = mem_copy(r->find.words);
	a->query = query_of(a->words);
	request_add(r, REQUEST_SHELF, NULL, NULL);
	return true;
}

static void
add_text(struct across *a, const char *path)
{
	struct across_text text = {.path = mem_copy(path)};

	vec_push(&a->texts, text);
}

void
reader_shelf(struct reader *r, const char *const *paths, size_t n)
{
	struct across *a = &r->across;
	size_t i;

	if (a->told || !a->words)
		return;
	a->told = true;
	add_text(a, r->path);
	for (i = 0; i < n; i++)
		if (!r->path || strcmp(paths[i], r->path))
			add_text(a, paths[i]);
}

/* Whether TEXT is the one that is being read. */
static bool
is_open(const struct reader *r, const struct across_text *text)
{
	return text->path ? r->path && !strcmp(text->path, r->path) : !r->path;
}

/* A query may hold a piece of the text it was last used on: the next one gets
 * a fresh one. */
static void
leave_text(struct reader *r)
{
	struct across *a = &r->across;

	query_free(a->query);
	a->query = query_of(a->words);
	if (a->lent)
		request_add(r, REQUEST_LEND, NULL, NULL);
	a->lent = NULL;
	a->asked = false;
	a->at = 0;
	a->in_text = 0;
	a->text = a->hits.n < ACROSS_MOST ? a->text + 1 : a->texts.n;
}

void
reader_lend(struct reader *r, const char *path, const struct text *t,
            const struct outline *o, const char *wrong)
{
	struct across *a = &r->across;
	struct across_text *text;

	if (!a->asked || a->text >= a->texts.n)
		return;
	text = &a->texts.at[a->text];
	if (!text->path || strcmp(text->path, path))
		return;
	a->lent = t;
	a->outline = o;
	if (!t) {
		text->wrong = mem_copy(wrong);
		leave_text(r);
	}
}

static const char *
last_part(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return slash ? slash + 1 : path ? path : "";
}

static void
add_hit(struct across *a, const struct text *t, const struct outline *o,
        struct span at)
{
	struct across_hit hit = {.text = a->text, .at = at.start};
	struct across_text *text = &a->texts.at[a->text];
	size_t section = outline_section_at(o, at.start);
	struct buf words = {0};

	if (!a->in_text || section != a->section)
		hit.section = mem_copy(section == OUTLINE_NONE ? ""
		                       : o->sections.at[section].title);
	if (!text->title)
		text->title = mem_copy(o->title ? o->title
		                                : last_part(text->path));
	a->section = section;
	a->in_text++;
	context_words(t, o, at, CONTEXT, &words, &hit.from, &hit.to);
	hit.words = buf_take(&words);
	vec_push(&a->hits, hit);
}

/* Searches T on for at most LEFT bytes; returns the bytes it took. */
static size_t
search(struct reader *r, const struct text *t, const struct outline *o,
       size_t left)
{
	struct across *a = &r->across;
	struct span slice = {a->at, t->n}, hit;

	if (slice.start >= slice.end) {
		leave_text(r);
		return 1;
	}
	if (slice.end - slice.start > left)
		slice.end = slice.start + left;
	a->at = slice.end;
	if (!query_next(a->query, t, o, slice, &hit))
		return slice.end - slice.start;
	a->at = hit.end;
	if (a->in_text >= ACROSS_IN_TEXT || a->hits.n >= ACROSS_MOST) {
		a->texts.at[a->text].more = true;
		leave_text(r);
	} else {
		add_hit(a, t, o, hit);
	}
	return hit.end - slice.start + HIT_COST * query_pace(a->query);
}

/* The same for the text whose turn it is; 0 where it has to be waited for. */
static size_t
search_text(struct reader *r, size_t left)
{
	struct across *a = &r->across;
	struct across_text *text = &a->texts.at[a->text];

	if (is_open(r, text)) {
		if (r->outline->partial)
			return 0;
		return search(r, r->text, r->outline, left);
	}
	if (a->lent)
		return search(r, a->lent, a->outline, left);
	if (!text->path) {
		text->wrong = mem_copy("is closed by now");
		leave_text(r);
		return 1;
	}
	if (!a->asked)
		request_add(r, REQUEST_LEND, text->path, NULL);
	a->asked = true;
	return 0;
}

/* One record of the store. */
static size_t
look_at_mark(struct reader *r)
{
	struct across *a = &r->across;
	const struct rec_file *file = r->store->file;
	struct across_mark mark = {.index = a->mark};
	const char *note, *quote, *id;
	struct rec *rec;

	if (a->mark >= file->n) {
		a->done = true;
		return 1;
	}
	rec = file->at[a->mark++];
	note = rec_get(rec, "Note");
	quote = rec_get(rec, "Quote");
	id = rec_get(rec, "Id");
	if (id && rec_get(rec, "Work") && !rec_get(rec, "Deleted") &&
	    ((note && query_is_in(a->query, note)) ||
	     (quote && query_is_in(a->query, quote)))) {
		mark.id = mem_copy(id);
		vec_push(&a->marks, mark);
	}
	return MARK_COST * query_pace(a->query);
}

bool
across_work(struct reader *r, size_t lines)
{
	struct across *a = &r->across;
	size_t left, took;

	if (!a->told || a->done)
		return false;
	left = (lines ? lines : 1) * query_pace(a->query);
	for (; left && !a->done; left -= took < left ? took : left) {
		took = a->text < a->texts.n ? search_text(r, left)
		                            : look_at_mark(r);
		if (!took)
			break;
	}
	if (r->mode == MODE_LIST && r->list.kind == LIST_ACROSS)
		across_list_more(r);
	r->find.news = r->find.news || a->done;
	return !left;
}

void
across_tell(const struct reader *r, struct buf *out)
{
	const struct across *a = &r->across;

	buf_printf(out, "%zu%s found", a->hits.n,
	           a->hits.n >= ACROSS_MOST ? "+" : "");
	if (a->done)
		return;
	buf_str(out, "\342\200\246");
	if (a->text < a->texts.n)
		buf_printf(out, "  text %zu of %zu", a->text + 1, a->texts.n);
}

/* What is searched for becomes that again. */
static void
go_to_hit(struct reader *r, text_pos p)
{
	const char *words = r->across.words;

	if (!r->find.words || strcmp(r->find.words, words))
		find_set(r, words);
	jump_to(r, p);
	find_show_at(r, p);
}

void
across_go(struct reader *r, size_t i)
{
	const struct across_hit *hit = &r->across.hits.at[i];
	const struct across_text *text = &r->across.texts.at[hit->text];

	if (!is_open(r, text)) {
		if (text->path)
			request_open_at(r, text->path, hit->at);
		else
			say(r, "that text is closed by now");
		return;
	}
	go_to_hit(r, hit->at);
}

void
reader_inherit(struct reader *r, struct reader *from)
{
	find_inherit(r, &from->find);
	across_clear(&r->across);
	r->across = from->across;
	memset(&from->across, 0, sizeof from->across);
}

void
reader_go_to_hit(struct reader *r, text_pos p)
{
	go_to_hit(r, p);
	state_fill_pane(r);
	grow_look_around(r);
}
