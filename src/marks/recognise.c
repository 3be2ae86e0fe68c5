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
	PARTS = 3,         /* of a witness: quotation, prefix and suffix */
	GRAMS_OF_PART = 3, /* that are looked for */
	PLACES = 16,       /* of a quotation that are weighed */
	NEIGHBOURS = 1024, /* [byte] apart are one place */
	WORKS_WEIGHED = 4,
	TEXT_MOST = 64 * 1024 * 1024, /* [byte] */
	ALONE = 64, /* code points by which one quotation makes a work known */
};

/* At once: while that is done a key waits. */
enum { RECORDS = 1000, PREPARED = 32, PART = 16 * 1024 /* [byte] */ };

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

/* A mark and its work. */
struct claim {
	const struct rec *rec;
	struct suspect *of;
};

/* What a hearing is at; each goes through all of something. */
enum phase {
	PHASE_WORKS,     /* the records: which works there are */
	PHASE_CLAIMS,    /* the records: their marks */
	PHASE_WITNESSES, /* the claims: those that are looked for */
	PHASE_PREPARE,   /* the witnesses: their words */
	PHASE_LOOK,      /* the text: where these stand */
	PHASE_WEIGH,     /* the works: how well they are answered */
	PHASE_DONE,
};

struct hearing {
	const struct text *text;
	char *sha256;
	const struct rec_file *file;
	enum phase phase;
	size_t next; /* of what the phase goes through */
	struct {
		struct claim *at;
		size_t n, cap;
	} claims;
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
	struct rec *best;
	size_t most, stand, heard; /* witnesses for BEST; for the work that is
		                    * heard, and how many of its own */
};

static int
order_of_ids(const void *va, const void *vb)
{
	const struct suspect *a = va, *b = vb;

	return strcmp(a->id, b->id);
}

static void
call_work(struct hearing *h, struct rec *r)
{
	struct suspect s = {.rec = r};

	if (!rec_is(r, "Kind", "work") || rec_has(r, "Deleted"))
		return;
	s.id = rec_get(r, "Id");
	if (s.id)
		vec_push(&h->works, s);
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

static void
hear_claim(struct hearing *h, const struct rec *r)
{
	struct claim c = {r, NULL};

	c.of = work_of(h, r, h->claims.n ? h->claims.at[h->claims.n - 1].of
	                                 : NULL);
	if (!c.of)
		return;
	c.of->marks++;
	vec_push(&h->claims, c);
}

static void
call_witness(struct hearing *h, const struct claim *c)
{
	struct witness w = {.rec = c->rec};

	if (!is_taken(c->of))
		return;
	w.work = (size_t)(c->of - h->works.at);
	vec_push(&h->witnesses, w);
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
prepare(struct hearing *h, size_t i)
{
	struct suspect *w = &h->works.at[h->witnesses.at[i].work];
	struct probe p;

	if (!w->n++)
		w->first = i;
	if (probe_init(&p, h->witnesses.at[i].rec)) {
		add_grams(&h->grams, &p.before, i);
		add_grams(&h->grams, &p.quote, i);
		add_grams(&h->grams, &p.behind, i);
	}
	probe_clear(&p);
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
look_through(struct hearing *h, struct span core)
{
	struct run all;

	piece_fold(&h->piece, core, GRAM);
	all = (struct run){h->piece.fold.c, h->piece.fold.n};
	grams_find(&h->grams, all, note_place, h);
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
	p.has_region = false; /* its words are enough */
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

static int
order_of_suspicion(const void *va, const void *vb)
{
	const struct suspect *a = va, *b = vb;

	if (a->met != b->met)
		return a->met < b->met ? 1 : -1;
	return strcmp(a->id, b->id);
}

/* Where what the phase goes through ends. */
static size_t
end_of_phase(const struct hearing *h)
{
	switch (h->phase) {
	case PHASE_WORKS: return h->file->n;
	case PHASE_CLAIMS: return h->works.n ? h->file->n : 0;
	case PHASE_WITNESSES: return h->claims.n;
	case PHASE_PREPARE: return h->witnesses.n;
	case PHASE_LOOK: return h->witnesses.n ? h->text->n : 0;
	case PHASE_WEIGH:
		return h->works.n < WORKS_WEIGHED ? h->works.n : WORKS_WEIGHED;
	case PHASE_DONE: break;
	}
	return 0;
}

static void
count_met(struct hearing *h)
{
	size_t i;

	for (i = 0; i < h->witnesses.n; i++)
		if (h->witnesses.at[i].places)
			h->works.at[h->witnesses.at[i].work].met++;
}

static void
sort_works(struct hearing *h, int (*order)(const void *, const void *))
{
	if (h->works.n)
		qsort(h->works.at, h->works.n, sizeof *h->works.at, order);
}

static void
end_phase(struct hearing *h)
{
	if (h->phase == PHASE_WORKS) {
		sort_works(h, order_of_ids);
	} else if (h->phase == PHASE_WITNESSES && h->witnesses.n) {
		qsort(h->witnesses.at, h->witnesses.n,
		      sizeof *h->witnesses.at, order_of_witnesses);
		grams_begin(&h->grams, h->witnesses.n * PARTS * GRAMS_OF_PART);
	} else if (h->phase == PHASE_LOOK) {
		count_met(h);
		sort_works(h, order_of_suspicion);
	}
	h->phase++;
	h->next = 0;
}

/* Whether enough of W's witnesses stand, as far as they were heard. */
static void
give_verdict(struct hearing *h, const struct suspect *w)
{
	size_t n = h->stand;

	if (w->n > 1 && (n < 2 || 2 * n < w->n))
		n = 0;
	if (n > h->most) {
		h->most = n;
		h->best = w->rec;
	}
}

/* Hears one witness of the work whose turn it is. */
static void
weigh(struct hearing *h)
{
	const struct suspect *w = &h->works.at[h->next];
	double how_well;
	size_t length;

	if (w->met && 2 * w->met >= w->n && h->heard < w->n) {
		how_well = answer(h, &h->witnesses.at[w->first + h->heard++],
		                  &length);
		h->stand += w->n > 1 ? how_well >= stands
		                     : how_well >= stands_alone &&
		                       length >= ALONE;
		return;
	}
	give_verdict(h, w);
	h->heard = h->stand = 0;
	h->next++;
}

static size_t
at_once(enum phase phase)
{
	return phase == PHASE_PREPARE ? PREPARED
	       : phase == PHASE_LOOK  ? PART
	                              : RECORDS;
}

static void
step(struct hearing *h)
{
	size_t end = end_of_phase(h), i = h->next;

	if (i >= end) {
		end_phase(h);
		return;
	}
	if (h->phase == PHASE_WEIGH) {
		weigh(h);
		return;
	}
	if (end - i > at_once(h->phase))
		end = i + at_once(h->phase);
	h->next = end;
	if (h->phase == PHASE_LOOK)
		look_through(h, (struct span){i, end});
	for (; h->phase != PHASE_LOOK && i < end; i++) {
		if (h->phase == PHASE_WORKS)
			call_work(h, h->file->at[i]);
		else if (h->phase == PHASE_CLAIMS)
			hear_claim(h, h->file->at[i]);
		else if (h->phase == PHASE_WITNESSES)
			call_witness(h, &h->claims.at[i]);
		else
			prepare(h, i);
	}
}

static struct hearing *
hearing_new(const struct marks *m, const struct text *t, const char *sha256)
{
	struct hearing *h = mem_new(sizeof *h);

	h->text = h->piece.text = t;
	h->file = m->file;
	h->sha256 = mem_copy(sha256);
	return h;
}

void
recognise_forget(struct marks *m)
{
	struct hearing *h = m->hearing;

	m->hearing = NULL;
	if (!h)
		return;
	vec_clear(&h->works);
	vec_clear(&h->claims);
	vec_clear(&h->witnesses);
	grams_clear(&h->grams);
	piece_clear(&h->piece);
	free(h->sha256);
	free(h);
}

static void
remember(struct marks *m, const char *sha256, const struct rec *work)
{
	free(m->recognised.sha256);
	free(m->recognised.id);
	m->recognised.sha256 = mem_copy(sha256);
	m->recognised.id = mem_copy(rec_get(work, "Id"));
}

bool
marks_recognise_step(struct marks *m, const struct work_facts *facts,
                     const struct text *t)
{
	struct hearing *h = m->hearing;

	if (h && (h->text != t || !facts->sha256 ||
	          strcmp(h->sha256, facts->sha256) != 0)) {
		recognise_forget(m);
		h = NULL;
	}
	if (!h) {
		if (!facts->sha256 || !m->file->n || t->n > TEXT_MOST)
			return false;
		h = m->hearing = hearing_new(m, t, facts->sha256);
	}
	step(h);
	if (h->phase != PHASE_DONE)
		return true;
	if (h->best)
		remember(m, h->sha256, h->best);
	recognise_forget(m);
	return false;
}

struct rec *
marks_recognise(struct marks *m, const struct work_facts *facts,
                const struct text *t)
{
	if (!marks_work(m, facts))
		while (marks_recognise_step(m, facts, t))
			;
	return marks_work(m, facts);
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
