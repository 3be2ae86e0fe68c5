/* Placing marks in a text. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/anchor.h"
#include "marks/catalog.h"
#include "marks/finder.h"
#include "marks/found.h"
#include "marks/recognise.h"
#include "marks/settler.h"

struct sought_mark {
	const struct rec *rec;
	bool found;
};

struct found_mark {
	const struct rec *rec;
	enum mark_state state;
	struct span at;
};

/*
 * Marks that did not stand where they were made, in the text whose file has
 * the hash SHA256, in the order of their addresses. FINDER looks for SOUGHT in
 * TEXT, which is borrowed.
 */
struct found {
	char *sha256;
	enum text_encoding encoding;
	struct found_mark *at;
	size_t n, cap;
	const struct text *text;
	struct finder *finder;
	struct {
		struct sought_mark *at;
		size_t n, cap;
	} sought;
};

/* [byte] of a text that a mark is compared with: some seconds of idle time. Of
 * marks so many together. */
enum { SETTLED_MOST = 64 * 1024 * 1024, SETTLED_TOGETHER = 256 };

static const char *const kind_names[] = {
	[MARK_HIGHLIGHT] = "highlight",
	[MARK_BOOKMARK] = "bookmark",
	[MARK_NOTE] = "note",
	[MARK_SECTION] = "section",
};
enum { KIND_NAMES = sizeof kind_names / sizeof *kind_names };

const char *
marks_kind_name(enum mark_kind kind)
{
	return kind_names[kind];
}

bool
marks_is_mark(const struct rec *r, const char *work, enum mark_kind *kind)
{
	size_t k;

	if (!rec_is(r, "Work", work) || !rec_has(r, "Id") ||
	    rec_has(r, "Deleted"))
		return false;
	for (k = 0; k < KIND_NAMES; k++) {
		if (!rec_is(r, "Kind", kind_names[k]))
			continue;
		*kind = (enum mark_kind)k;
		return true;
	}
	return false;
}

/* What was found. */

static void
stop_finder(struct found *f)
{
	finder_free(f->finder);
	f->finder = NULL;
	f->sought.n = 0;
}

void
found_free(struct found *f)
{
	if (!f)
		return;
	stop_finder(f);
	vec_clear(&f->sought);
	vec_clear(f);
	free(f->sha256);
	free(f);
}

void
found_forget(struct marks *m)
{
	found_free(m->found);
	m->found = NULL;
	settler_free(m->settler);
	m->settler = NULL;
	catalog_free(m->catalog);
	m->catalog = NULL;
	recognise_forget(m);
}

/* What is known of T; nothing where that was another text. */
static struct found *
found_in(struct marks *m, const struct text *t, const char *sha256)
{
	struct found *f = m->found;

	if (!f || strcmp(f->sha256, sha256) != 0 ||
	    f->encoding != t->encoding) {
		found_forget(m);
		f = m->found = mem_new(sizeof *f);
		f->sha256 = mem_copy(sha256);
		f->encoding = t->encoding;
	}
	if (f->text != t)
		stop_finder(f);
	f->text = t;
	return f;
}

static int
order_of_records(const void *va, const void *vb)
{
	const struct found_mark *a = va, *b = vb;

	return a->rec < b->rec ? -1 : a->rec > b->rec;
}

static const struct found_mark *
find_found(const struct found *f, const struct rec *r)
{
	struct found_mark key = {.rec = r};

	if (!f->n)
		return NULL;
	return bsearch(&key, f->at, f->n, sizeof *f->at, order_of_records);
}

/* Keeps what the finder found. */
static void
take_results(struct found *f)
{
	size_t i;

	for (i = 0; i < f->sought.n; i++) {
		struct sought_mark *sought = &f->sought.at[i];
		struct found_mark found = {.rec = sought->rec};

		if (sought->found ||
		    !finder_result(f->finder, i, &found.state, &found.at))
			continue;
		sought->found = true;
		vec_push(f, found);
	}
	if (f->n)
		qsort(f->at, f->n, sizeof *f->at, order_of_records);
}

/* Placing. */

static unsigned
as_of(const struct rec *r, const char *const kinds[MARK_KINDS])
{
	unsigned i;

	for (i = 0; i < MARK_KINDS; i++)
		if (rec_is(r, "As", kinds[i]))
			return i + 1;
	return 0;
}

static int
order_of_places(const void *va, const void *vb)
{
	const struct mark *a = va, *b = vb;
	bool la = a->state == MARK_LOST, lb = b->state == MARK_LOST;

	if (la != lb)
		return la - lb;
	if (!la && a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	if (!la && a->at.end != b->at.end)
		return a->at.end < b->at.end ? -1 : 1;
	return strcmp(rec_get(a->rec, "Id"), rec_get(b->rec, "Id"));
}

static bool
is_offset(const struct rec *r, const char *field, size_t offset)
{
	const char *s = rec_get(r, field);

	return s && strtoull(s, NULL, 10) == offset;
}

/* Its words, where they were, in a text that has changed elsewhere. */
static bool
stayed(const struct mark *mark, const struct text *t)
{
	return mark->state == MARK_MOVED &&
	       is_offset(mark->rec, "Start", text_offset(t, mark->at.start)) &&
	       is_offset(mark->rec, "End", text_offset(t, mark->at.end));
}

static void
place(struct mark *mark, const struct found *f, const struct text *t)
{
	const char *refused = rec_get(mark->rec, "Refused");
	const struct found_mark *found;

	mark->state = MARK_EXACT;
	if (anchor_stands(mark->rec, t, f->sha256, &mark->at))
		return;
	mark->state = MARK_LOST;
	found = find_found(f, mark->rec);
	mark->pending = !found;
	if (!found || (refused && strcmp(refused, f->sha256) == 0))
		return;
	mark->state = found->state;
	mark->at = found->at;
	if (stayed(mark, t))
		mark->state = MARK_EXACT;
}

/* As it was stored, where there is no text to look it up in. */
static void
place_as_stored(struct mark *mark)
{
	const char *start = rec_get(mark->rec, "Start");
	const char *end = rec_get(mark->rec, "End");

	mark->state = MARK_EXACT;
	mark->at.start = start ? (text_pos)strtoull(start, NULL, 10) : 0;
	mark->at.end = end ? (text_pos)strtoull(end, NULL, 10)
	                   : mark->at.start;
}

static void
list(struct marks *m, const struct rec *work, const struct text *t,
     const char *const kinds[MARK_KINDS], struct mark_list *out)
{
	size_t i;

	found_marks(m, work, out);
	for (i = 0; i < out->n; i++) {
		struct mark *mark = &out->at[i];
		const char *letter = rec_get(mark->rec, "Letter");

		mark->as = as_of(mark->rec, kinds);
		mark->letter = letter ? *letter : '\0';
		if (t)
			place(mark, m->found, t);
		else
			place_as_stored(mark);
	}
	if (out->n)
		qsort(out->at, out->n, sizeof *out->at, order_of_places);
}

/* How long the file was when WORK was last marked. */
static size_t
size_then(const struct rec *work, const char *sha256)
{
	const char *size = rec_get(work, "Size");

	if (!size || rec_is(work, "Sha256", sha256))
		return 0;
	return (size_t)strtoull(size, NULL, 10);
}

/* Begins to look for the marks of LIST that are pending. */
static void
seek(struct found *f, const struct rec *work, const struct mark_list *list)
{
	size_t i;

	if (f->finder)
		return;
	for (i = 0; i < list->n; i++) {
		struct sought_mark sought = {.rec = list->at[i].rec};

		if (!list->at[i].pending)
			continue;
		if (!f->finder)
			f->finder = finder_new(f->text,
			                       size_then(work, f->sha256));
		finder_add(f->finder, sought.rec);
		vec_push(&f->sought, sought);
	}
}

void
marks_place_known(struct marks *m, const struct rec *work,
                  const struct text *t, const char *sha256,
                  const char *const kinds[MARK_KINDS], struct mark_list *out)
{
	struct found *f = t ? found_in(m, t, sha256) : NULL;

	if (f && f->finder)
		take_results(f);
	list(m, work, t, kinds, out);
	if (f)
		seek(f, work, out);
}

bool
marks_seek(struct marks *m, text_pos near)
{
	struct found *f = m->found;

	if (!f || !f->finder)
		return false;
	if (finder_step(f->finder, near))
		return true;
	take_results(f);
	stop_finder(f);
	return false;
}

void
marks_place(struct marks *m, const struct rec *work, const struct text *t,
            const char *sha256, const char *const kinds[MARK_KINDS],
            struct mark_list *out)
{
	marks_place_known(m, work, t, sha256, kinds, out);
	if (!t || !m->found->finder)
		return;
	while (marks_seek(m, 0))
		;
	marks_place_known(m, work, t, sha256, kinds, out);
}

/* The marks of T that are not compared with it yet; NULL where there are none.
 */
static struct settler *
gather_new(const struct marks *m, const struct text *t, const char *sha256)
{
	struct settler *s = settler_new(t, sha256);
	size_t i, n = 0;
	struct span at;

	for (i = 0; n < SETTLED_TOGETHER && i < m->file->n; i++) {
		struct rec *r = m->file->at[i];

		if (rec_has(r, "Alike") || rec_has(r, "Deleted") ||
		    !rec_has(r, "Start") || !anchor_stands(r, t, sha256, &at))
			continue;
		settler_add(s, r, at);
		n++;
	}
	if (n)
		return s;
	settler_free(s);
	return NULL;
}

bool
marks_settle(struct marks *m, const struct text *t, const char *sha256)
{
	if (m->read_only || t->n > SETTLED_MOST)
		return false;
	if (m->settler && !settler_is_for(m->settler, t, sha256)) {
		settler_free(m->settler);
		m->settler = NULL;
	}
	if (!m->settler)
		m->settler = gather_new(m, t, sha256);
	if (!m->settler)
		return false;
	if (settler_step(m->settler))
		return true;
	m->changed |= settler_has_written(m->settler);
	settler_free(m->settler);
	m->settler = NULL;
	return true;
}
