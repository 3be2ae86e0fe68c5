/* The rows of the lists of marks: what each mark is and says. */
#include "reader/list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/pages.h"

static const char *
field(const struct rec *rec, const char *name)
{
	const char *value = rec_get(rec, name);

	return value ? value : "";
}

/* Line ends of VALUE to blanks. */
static void
add_line(struct buf *out, const char *value)
{
	size_t i = out->n;

	buf_str(out, value);
	for (; i < out->n; i++)
		if (out->at[i] == '\n')
			out->at[i] = ' ';
}

/* What a mark is and says: "thesis: note “…”". */
static void
describe(const struct rec *rec, struct buf *out)
{
	const char *kind = field(rec, "Kind"), *as = rec_get(rec, "As");
	const char *quote = rec_get(rec, "Quote");
	const char *note = rec_get(rec, "Note");

	buf_str(out, as ? as : kind);
	if (rec_get(rec, "Letter"))
		buf_printf(out, " %s", rec_get(rec, "Letter"));
	if (note) {
		buf_str(out, ": ");
		add_line(out, note);
	}
	if (quote) {
		buf_str(out, " \342\200\234");
		add_line(out, quote);
		buf_str(out, "\342\200\235");
	} else if (rec_get(rec, "Section")) {
		buf_str(out, " \302\247 ");
		add_line(out, rec_get(rec, "Section"));
	}
}

/* Its tags as they are typed in a filter: those set by hand are in no note. */
static void
add_tags(const struct rec *rec, struct buf *out)
{
	const char *tags = field(rec, "Tags");
	size_t n;

	for (tags += strspn(tags, " \n"); *tags; tags += strspn(tags, " \n")) {
		n = strcspn(tags, " \n");
		buf_str(out, " #");
		buf_add(out, tags, n);
		tags += n;
	}
}

/* TITLE (or NULL) is that of its text, which a filter may name as well. */
static void
add_mark(struct list *l, struct list_row row, struct buf *words,
         const char *title)
{
	struct buf more = {0};

	describe(row.of, words);
	/* a highlight is described as one of its kind */
	buf_printf(&more, " %s", field(row.of, "Kind"));
	add_tags(row.of, &more);
	buf_printf(&more, " %s", title ? title : "");
	list_add(l, row, words, buf_text(&more));
	buf_clear(&more);
}

static const char *
state_words(const struct mark *m)
{
	static const char *const states[] = {"", "", "~ ", "maybe here: ",
	                                     "lost: "};

	return m->pending ? "looked for: " : states[m->state];
}

void
list_fill_own(struct reader *r)
{
	size_t i;

	for (i = 0; i < r->marks.n; i++) {
		const struct mark *m = &r->marks.at[i];
		struct list_row row = {.of = m->rec, .index = i};
		struct buf words = {0};

		if (m->state != MARK_LOST &&
		    pages_reach(r->layout, m->at.start, 0))
			buf_printf(&words, "p. %zu  ",
			           pages_of(r->layout, m->at.start) + 1);
		buf_str(&words, state_words(m));
		add_mark(&r->list, row, &words, NULL);
	}
}

/* By work, then by place, then as in the store. */
static int
by_work_and_place(const void *a, const void *b)
{
	const struct rec *x = *(struct rec *const *)a;
	const struct rec *y = *(struct rec *const *)b;
	int order = strcmp(field(x, "Work"), field(y, "Work"));
	unsigned long long p, q;

	if (order)
		return order;
	p = strtoull(field(x, "Start"), NULL, 10);
	q = strtoull(field(y, "Start"), NULL, 10);
	return p < q ? -1 : p > q;
}

/* Its title, or what stands for one. */
static const char *
add_head(struct reader *r, const char *id)
{
	struct rec *work = marks_by_id(r->store, id);
	struct list_row row = {.of = work, .index = OUTLINE_NONE, .head = true};
	struct buf words = {0};
	const char *title = work ? rec_get(work, "Title") : NULL;

	if (!title && work)
		title = rec_get(work, "Path");
	if (!title)
		title = "a text that the store does not name";
	add_line(&words, title);
	list_add(&r->list, row, &words, NULL);
	return title;
}

static int
by_record(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)((const struct mark_entry *)a)->rec;
	uintptr_t y = (uintptr_t)((const struct mark_entry *)b)->rec;

	return (x > y) - (x < y);
}

/* r->marks by their records, where that was not done since they changed. */
static void
sort_by_record(struct reader *r)
{
	struct mark_index *x = &r->mark_index;
	size_t i;

	if (x->n == r->marks.n)
		return;
	x->n = 0;
	for (i = 0; i < r->marks.n; i++) {
		struct mark_entry entry = {r->marks.at[i].rec, i};

		vec_push(x, entry);
	}
	qsort(x->at, x->n, sizeof *x->at, by_record);
}

/* The place of REC in r->marks where it is a mark of this text. */
static size_t
index_of(struct reader *r, const struct rec *rec)
{
	struct mark_entry wanted = {rec, 0}, *found = NULL;

	sort_by_record(r);
	if (r->mark_index.n)
		found = bsearch(&wanted, r->mark_index.at, r->mark_index.n,
		                sizeof wanted, by_record);
	return found ? found->index : OUTLINE_NONE;
}

void
list_add_mark(struct reader *r, struct rec *rec)
{
	struct list_row row = {.of = rec, .index = index_of(r, rec)};
	struct buf words = {0};

	add_mark(&r->list, row, &words, NULL);
}

/* The head of a text of which the filter lets nothing through goes again. */
static void
drop_last_head(struct list *l)
{
	if (l->n && l->at[l->n - 1].head)
		free(l->at[--l->n].words);
}

void
list_fill_all(struct reader *r)
{
	const struct rec_file *file = r->store->file;
	struct {
		struct rec **at;
		size_t n, cap;
	} marks = {0};
	const char *work = NULL, *title = NULL;
	size_t i;

	marks_catalog(r->store); /* for the heads */
	for (i = 0; i < file->n; i++)
		if (rec_get(file->at[i], "Work") &&
		    !rec_get(file->at[i], "Deleted"))
			vec_push(&marks, file->at[i]);
	if (marks.n)
		qsort(marks.at, marks.n, sizeof *marks.at, by_work_and_place);
	for (i = 0; i < marks.n; i++) {
		struct list_row row = {.of = marks.at[i]};
		struct buf words = {0};

		if (!work || strcmp(work, field(marks.at[i], "Work"))) {
			work = field(marks.at[i], "Work");
			drop_last_head(&r->list);
			title = add_head(r, work);
		}
		row.index = index_of(r, row.of);
		add_mark(&r->list, row, &words, title);
	}
	drop_last_head(&r->list);
	vec_clear(&marks);
}
