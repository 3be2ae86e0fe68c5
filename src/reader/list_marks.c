/* The rows of the lists of marks: what each mark is and says. */
#include "reader/list.h"

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

static void
add_mark(struct list *l, struct list_row row, struct buf *words)
{
	struct buf more = {0};

	describe(row.of, words);
	add_tags(row.of, &more);
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
		add_mark(&r->list, row, &words);
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

static void
add_head(struct reader *r, const char *id)
{
	struct rec *work = marks_by_id(r->store, id);
	struct list_row row = {.of = work, .index = OUTLINE_NONE, .head = true};
	struct buf words = {0};
	const char *title = work ? rec_get(work, "Title") : NULL;

	if (!title && work)
		title = rec_get(work, "Path");
	add_line(&words, title ? title : "a text that the store does not name");
	list_add(&r->list, row, &words, NULL);
}

/* The place of REC in r->marks where it is a mark of this text. */
static size_t
index_of(const struct reader *r, const struct rec *rec)
{
	size_t i;

	for (i = 0; i < r->marks.n; i++)
		if (r->marks.at[i].rec == rec)
			return i;
	return OUTLINE_NONE;
}

void
list_add_mark(struct reader *r, struct rec *rec)
{
	struct list_row row = {.of = rec, .index = index_of(r, rec)};
	struct buf words = {0};

	add_mark(&r->list, row, &words);
}

/* The head of a text of which the filter lets nothing through goes again. */
static void
drop_last_head(struct list *l)
{
	if (l->n && l->at[l->n - 1].head)
		free(l->at[--l->n].words);
}

/* A mark of this text, and its place in r->marks. */
struct own {
	const struct rec *rec;
	size_t index;
};

static int
by_address(const void *va, const void *vb)
{
	const struct own *a = va, *b = vb;

	return a->rec < b->rec ? -1 : a->rec > b->rec;
}

/* Those of r->marks by their addresses; the caller frees them. */
static struct own *
gather_own(const struct reader *r)
{
	struct own *own = mem_new(r->marks.n * sizeof *own);
	size_t i;

	for (i = 0; i < r->marks.n; i++)
		own[i] = (struct own){r->marks.at[i].rec, i};
	if (r->marks.n)
		qsort(own, r->marks.n, sizeof *own, by_address);
	return own;
}

static size_t
index_among(const struct own *own, size_t n, const struct rec *rec)
{
	const struct own key = {rec, 0}, *found = NULL;

	if (n)
		found = bsearch(&key, own, n, sizeof *own, by_address);
	return found ? found->index : OUTLINE_NONE;
}

void
list_fill_all(struct reader *r)
{
	const struct rec_file *file = r->store->file;
	struct own *own = gather_own(r);
	struct {
		struct rec **at;
		size_t n, cap;
	} marks = {0};
	const char *work = NULL;
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
			add_head(r, work);
		}
		row.index = index_among(own, r->marks.n, row.of);
		add_mark(&r->list, row, &words);
	}
	drop_last_head(&r->list);
	vec_clear(&marks);
	free(own);
}
