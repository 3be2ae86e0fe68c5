/* The list of marks: this text's, or all texts'. */
#include "reader/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "layout/pages.h"
#include "reader/annotate.h"
#include "reader/filter.h"
#include "reader/request.h"
#include "reader/say.h"

void
list_clear(struct list *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		free(l->at[i].words);
	vec_clear(l);
}

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

/* What a mark is and says: "thesis “…” – note". */
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

static void
add_row(struct list *l, struct rec *rec, size_t index, bool head,
        struct buf *words)
{
	struct list_row row = {rec, index, head, NULL};

	if (head || filter_lets(buf_text(&l->filter.text), buf_text(words))) {
		row.words = buf_take(words);
		vec_push(l, row);
	}
	buf_clear(words);
}

static void
fill_with_own(struct reader *r)
{
	static const char *const states[] = {"", "", "~ ", "maybe here: ",
	                                     "lost: "};
	size_t i;

	for (i = 0; i < r->marks.n; i++) {
		const struct mark *m = &r->marks.at[i];
		struct buf words = {0};

		if (m->state != MARK_LOST)
			buf_printf(&words, "p. %zu  ",
			           pages_of(r->layout, m->at.start) + 1);
		buf_str(&words, states[m->state]);
		describe(m->rec, &words);
		add_row(&r->list, m->rec, i, false, &words);
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
	struct buf words = {0};
	const char *title = work ? rec_get(work, "Title") : NULL;

	if (!title && work)
		title = rec_get(work, "Path");
	add_line(&words, title ? title : "a text that the store does not name");
	add_row(&r->list, work, OUTLINE_NONE, true, &words);
}

static void
fill_with_all(struct reader *r)
{
	const struct rec_file *file = r->store->file;
	struct {
		struct rec **at;
		size_t n, cap;
	} marks = {0};
	const char *work = NULL;
	size_t i;

	for (i = 0; i < file->n; i++)
		if (rec_get(file->at[i], "Work") &&
		    !rec_get(file->at[i], "Deleted"))
			vec_push(&marks, file->at[i]);
	if (marks.n)
		qsort(marks.at, marks.n, sizeof *marks.at, by_work_and_place);
	for (i = 0; i < marks.n; i++) {
		struct buf words = {0};

		if (!work || strcmp(work, field(marks.at[i], "Work"))) {
			work = field(marks.at[i], "Work");
			add_head(r, work);
		}
		describe(marks.at[i], &words);
		add_row(&r->list, marks.at[i], OUTLINE_NONE, false, &words);
	}
	vec_clear(&marks);
}

/* The cursor never rests on a head row. */
static void
leave_head(struct list *l, bool down)
{
	if (l->cursor < l->n && l->at[l->cursor].head) {
		if ((down || !l->cursor) && l->cursor + 1 < l->n)
			l->cursor++;
		else if (l->cursor)
			l->cursor--;
	}
}

static void
fill(struct reader *r)
{
	list_clear(&r->list);
	if (r->list.all)
		fill_with_all(r);
	else
		fill_with_own(r);
	if (r->list.cursor >= r->list.n)
		r->list.cursor = r->list.n ? r->list.n - 1 : 0;
	leave_head(&r->list, true);
}

void
list_open(struct reader *r, bool all)
{
	edit_clear(&r->list.filter);
	r->list.filtering = false;
	r->list.all = all;
	r->list.cursor = r->list.top = 0;
	fill(r);
	if (!r->list.n) {
		say(r, all ? "no marks in any text yet"
		           : "no marks in this text yet: s highlights,"
		             " B bookmarks, a notes");
		r->mode = MODE_READ;
		return;
	}
	r->mode = MODE_LIST;
}

static void
go(struct reader *r)
{
	const struct list_row *row;
	const struct rec *work;

	if (r->list.cursor >= r->list.n)
		return;
	row = &r->list.at[r->list.cursor];
	r->mode = MODE_READ;
	if (row->index != OUTLINE_NONE) {
		annotate_go(r, row->index);
		return;
	}
	work = marks_by_id(r->store, field(row->of, "Work"));
	if (work && !row->head)
		request_add(r, REQUEST_OPEN, field(work, "Path"),
		            field(row->of, "Id"));
}

static void
remove_row(struct reader *r)
{
	const struct list_row *row = &r->list.at[r->list.cursor];

	if (r->list.cursor >= r->list.n || row->head)
		return;
	if (row->index != OUTLINE_NONE) {
		annotate_remove(r, row->index);
	} else if (marks_remove(r->store, row->of, &r->stamp)) {
		annotate_refresh(r);
		request_add(r, REQUEST_SAVE, NULL, NULL);
	}
	fill(r);
	if (!r->list.n)
		r->mode = MODE_READ;
}

static void
filter_key(struct reader *r, uint32_t key)
{
	switch (edit_key(&r->list.filter, key)) {
	case EDIT_GOES_ON:
		break;
	case EDIT_DONE:
		r->list.filtering = false;
		go(r);
		return;
	case EDIT_CANCELLED:
		edit_clear(&r->list.filter);
		r->list.filtering = false;
		break;
	case EDIT_UNKNOWN:
		filter_move(&r->list.cursor, r->list.n, r->geometry.text_rows,
		            key);
		leave_head(&r->list, key != INPUT_UP);
		return;
	}
	r->list.cursor = 0;
	fill(r);
}

void
list_key(struct reader *r, uint32_t key)
{
	size_t before = r->list.cursor;

	if (r->list.filtering) {
		filter_key(r, key);
	} else if (filter_move(&r->list.cursor, r->list.n,
	                       r->geometry.text_rows, key)) {
		leave_head(&r->list, r->list.cursor >= before);
	} else if (key == INPUT_ENTER || key == INPUT_RIGHT) {
		go(r);
	} else if (key == '/') {
		r->list.filtering = true;
		edit_begin(&r->list.filter, NULL);
	} else if (key == 'x') {
		remove_row(r);
	} else {
		r->mode = MODE_READ;
	}
}
