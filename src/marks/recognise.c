/* Knowing a work by its quotations, where neither hash nor path is known. */
#include "marks/recognise.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/grams.h"
#include "marks/piece.h"
#include "marks/probe.h"

enum {
	QUOTATIONS = 12,   /* of a work that are looked for */
	GRAMS_OF_PART = 3, /* of a quotation, of its prefix, of its suffix */
	PLACES = 16,       /* of a quotation that are weighed */
	NEIGHBOURS = 1024, /* [byte] apart are one place */
	WORKS_WEIGHED = 4,
	TEXT_MOST = 16 * 1024 * 1024, /* [byte] */
	ALONE = 64, /* code points by which one quotation makes a work known */
};

/* From here on a quotation counts as standing there; from there on, alone. */
static const double stands = 0.75, stands_alone = 0.9;

/* A mark that is looked for, of works.at[WORK]; where a gram of it stands. */
struct witness {
	const struct rec *rec;
	size_t work;
	text_pos place[PLACES];
	unsigned places;
};

/* FIRST up to FIRST + N are its witnesses; MET of them have a place. */
struct suspect {
	struct rec *rec;
	const char *id;
	size_t marks, seen, first, n, met;
};

struct hearing {
	const struct text *text;
	struct {
		struct suspect *at;
		size_t n, cap;
	} works;
	struct {
		struct witness *at;
		size_t n, cap;
	} witnesses;
	struct grams grams;
	struct piece piece;
};

static int
order_of_ids(const void *va, const void *vb)
{
	const struct suspect *a = va, *b = vb;

	return strcmp(a->id, b->id);
}

static void
call_works(struct hearing *h, const struct marks *m)
{
	size_t i;

	for (i = 0; i < m->file->n; i++) {
		struct suspect s = {.rec = m->file->at[i]};

		if (!rec_is(s.rec, "Kind", "work"))
			continue;
		s.id = rec_get(s.rec, "Id");
		if (s.id && !rec_get(s.rec, "Deleted"))
			vec_push(&h->works, s);
	}
	if (h->works.n)
		qsort(h->works.at, h->works.n, sizeof *h->works.at,
		      order_of_ids);
}

static int
order_of_id(const void *vid, const void *vw)
{
	const struct suspect *w = vw;
	struct rec_value id = {w->id, strlen(w->id)};

	return rec_compare(vid, &id);
}

/* The work that R is a mark of, NULL where it is none. Marks of one work stand
 * together: LAST is the first guess. */
static struct suspect *
work_of(const struct hearing *h, const struct rec *r, struct suspect *last)
{
	struct rec_value id = rec_look(r, "Work");
	struct suspect *w = last;
	enum mark_kind kind;

	if (!id.at)
		return NULL;
	if (!w || order_of_id(&id, w) != 0)
		w = bsearch(&id, h->works.at, h->works.n, sizeof *h->works.at,
		            order_of_id);
	return w && marks_is_mark(r, w->id, &kind) ? w : NULL;
}

/* Whether the next mark of W is one of QUOTATIONS taken evenly. */
static bool
is_taken(struct suspect *w)
{
	size_t i = w->seen++;

	return i * QUOTATIONS / w->marks != (i + 1) * QUOTATIONS / w->marks ||
	       w->marks <= QUOTATIONS;
}

/* A mark and its work. */
struct claim {
	const struct rec *rec;
	struct suspect *of;
};

struct claims {
	struct claim *at;
	size_t n, cap;
};

static void
gather_claims(struct hearing *h, const struct marks *m, struct claims *out)
{
	struct claim c = {NULL, NULL};
	size_t i;

	for (i = 0; h->works.n && i < m->file->n; i++) {
		c.rec = m->file->at[i];
		c.of = work_of(h, c.rec, out->n ? out->at[out->n - 1].of
		                                : NULL);
		if (!c.of)
			continue;
		c.of->marks++;
		vec_push(out, c);
	}
}

static void
call_witnesses(struct hearing *h, const struct marks *m)
{
	struct claims claims = {NULL, 0, 0};
	size_t i;

	gather_claims(h, m, &claims);
	for (i = 0; i < claims.n; i++) {
		struct suspect *w = claims.at[i].of;
		struct witness s = {.rec = claims.at[i].rec};

		if (!is_taken(w))
			continue;
		s.work = (size_t)(w - h->works.at);
		vec_push(&h->witnesses, s);
	}
	vec_clear(&claims);
}

static int
order_of_witnesses(const void *va, const void *vb)
{
	const struct witness *a = va, *b = vb;

	return (a->work > b->work) - (a->work < b->work);
}

static void
add_grams(struct grams *g, const struct fold *f, size_t owner)
{
	struct run r = {f->c, f->n};

	grams_add(g, r, GRAMS_OF_PART, owner);
}

static void
prepare(struct hearing *h)
{
	struct probe p;
	size_t i;

	if (h->witnesses.n)
		qsort(h->witnesses.at, h->witnesses.n,
		      sizeof *h->witnesses.at, order_of_witnesses);
	for (i = 0; i < h->witnesses.n; i++) {
		struct suspect *w = &h->works.at[h->witnesses.at[i].work];

		if (!w->n++)
			w->first = i;
		if (probe_init(&p, h->witnesses.at[i].rec)) {
			add_grams(&h->grams, &p.before, i);
			add_grams(&h->grams, &p.quote, i);
			add_grams(&h->grams, &p.behind, i);
		}
		probe_clear(&p);
	}
	grams_ready(&h->grams);
}

/* Of places that are near to each other one is enough. */
static void
note_place(void *context, size_t owner, size_t end)
{
	struct hearing *h = context;
	struct witness *w = &h->witnesses.at[owner];
	text_pos p = h->piece.fold.from[end - 1];
	unsigned i;

	for (i = 0; i < w->places; i++)
		if (p < w->place[i] + NEIGHBOURS && w->place[i] < p +
		    NEIGHBOURS)
			return;
	if (w->places < PLACES)
		w->place[w->places++] = p;
}

static void
look_through(struct hearing *h)
{
	struct span core = {0, 0};
	size_t i;

	while (core.end < h->text->n) {
		struct run all;

		core.start = core.end;
		core.end = h->text->n - core.start > PIECE
		                   ? core.start + PIECE
		                   : h->text->n;
		piece_fold(&h->piece, core, GRAM);
		all = (struct run){h->piece.fold.c, h->piece.fold.n};
		grams_find(&h->grams, all, note_place, h);
	}
	for (i = 0; i < h->witnesses.n; i++)
		if (h->witnesses.at[i].places)
			h->works.at[h->witnesses.at[i].work].met++;
}

/* How well W is answered where its grams stand, from 0 to 1; *LENGTH of the
 * quotation and its context in code points. */
static double
answer(struct hearing *h, const struct witness *w, size_t *length)
{
	struct span none = {0, 0}, core;
	struct verdict v = {.n = 0};
	struct probe p;
	unsigned i;

	probe_init(&p, w->rec);
	*length = p.quote.n + p.before.n + p.behind.n;
	for (i = 0; i < w->places; i++) {
		size_t around = 4 * (*length + GRAM);

		core.start = w->place[i] > around ? w->place[i] - around : 0;
		core.end = h->text->n - w->place[i] > around
		                   ? w->place[i] + around
		                   : h->text->n;
		piece_fold(&h->piece, core, probe_reach(&p));
		probe_weigh(&p, h->text, &h->piece.fold, h->piece.from,
		            h->piece.to, true, none, &v);
	}
	probe_clear(&p);
	return v.n && !v.crowded ? v.best.score : 0;
}

/* How many of W's witnesses stand; 0 where that is not enough. */
static size_t
weigh(struct hearing *h, const struct suspect *w)
{
	size_t n = 0, i, length;
	double how_well;

	for (i = w->first; i < w->first + w->n; i++) {
		how_well = answer(h, &h->witnesses.at[i], &length);
		if (w->n == 1)
			return how_well >= stands_alone && length >= ALONE;
		n += how_well >= stands;
	}
	return n >= 2 && 2 * n >= w->n ? n : 0;
}

static int
order_of_suspicion(const void *va, const void *vb)
{
	const struct suspect *a = va, *b = vb;

	if (a->met != b->met)
		return a->met < b->met ? 1 : -1;
	return strcmp(a->id, b->id);
}

static struct rec *
judge(struct hearing *h)
{
	struct rec *best = NULL;
	size_t most = 0, n, i;

	if (h->works.n)
		qsort(h->works.at, h->works.n, sizeof *h->works.at,
		      order_of_suspicion);
	for (i = 0; i < h->works.n && i < WORKS_WEIGHED; i++) {
		const struct suspect *w = &h->works.at[i];

		if (!w->met || 2 * w->met < w->n)
			continue;
		n = weigh(h, w);
		if (n > most) {
			most = n;
			best = w->rec;
		}
	}
	return best;
}

static struct rec *
find(const struct marks *m, const struct text *t)
{
	struct hearing h = {.text = t, .piece = {.text = t}};
	struct rec *found = NULL;

	call_works(&h, m);
	call_witnesses(&h, m);
	if (h.witnesses.n) {
		prepare(&h);
		look_through(&h);
		found = judge(&h);
	}
	vec_clear(&h.works);
	vec_clear(&h.witnesses);
	grams_clear(&h.grams);
	piece_clear(&h.piece);
	return found;
}

struct rec *
marks_recognise(struct marks *m, const struct work_facts *facts,
                const struct text *t)
{
	struct rec *work = marks_work(m, facts);

	if (work || !facts->sha256 || t->n > TEXT_MOST)
		return work;
	work = find(m, t);
	if (!work)
		return NULL;
	free(m->recognised.sha256);
	free(m->recognised.id);
	m->recognised.sha256 = mem_copy(facts->sha256);
	m->recognised.id = mem_copy(rec_get(work, "Id"));
	return work;
}

bool
marks_is_recognised(const struct marks *m, const struct rec *work,
                    const struct work_facts *facts)
{
	const char *hash = rec_get(work, "Sha256");
	const char *path = rec_get(work, "Path");

	return m->recognised.sha256 && facts->sha256 &&
	       !strcmp(m->recognised.sha256, facts->sha256) &&
	       (!hash || strcmp(hash, facts->sha256) != 0) &&
	       (!path || !facts->path || strcmp(path, facts->path) != 0);
}
