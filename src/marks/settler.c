/* Comparing marks with the rest of the text that they were made in. */
#include "marks/settler.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "marks/anchor.h"
#include "marks/halves.h"
#include "marks/piece.h"
#include "marks/probe.h"
#include "marks/quote.h"

/* [byte] of a text that are folded at once: while that is done a key waits. */
enum { PART = 128 * 1024 };

/* The widest context of a mark, folded. */
struct context {
	struct fold before, behind;
};

struct settled {
	struct rec *rec;
	struct span at, own; /* OWN: a place within is the mark itself */
	struct probe probe;
	struct context context;
	size_t need; /* code points of context */
	struct verdict verdict;
	double half_likest[2];
};

/* All marks are compared with each part in three passes: how wide their context
 * has to be, then how alike the other places are, to all of their words and to
 * either half. */
struct settler {
	const struct text *text;
	char *sha256;
	struct {
		struct settled *at;
		size_t n, cap;
	} marks;
	struct piece piece;
	text_pos from, to; /* the part */
	bool folded;
	size_t next; /* index into MARKS: the next one to compare with it */
	size_t reach;
	enum { PASS_CONTEXT, PASS_LIKENESS, PASS_HALVES, PASS_DONE } pass;
	bool written;
};

static void
fold_context(const struct text *t, struct span at, struct context *c)
{
	fold_span(t, quote_before(t, at, ANCHOR_CONTEXT_MAX), FOLD_CASE,
	          &c->before);
	fold_span(t, quote_behind(t, at, ANCHOR_CONTEXT_MAX), FOLD_CASE,
	          &c->behind);
}

/* How much of the end of OWN stands before code point I of F. */
static size_t
same_before(const struct fold *own, const struct fold *f, size_t i)
{
	size_t n = 0;

	if (i && f->c[i - 1] == ' ')
		i--;
	while (n < own->n && n < i &&
	       f->c[i - n - 1] == own->c[own->n - n - 1])
		n++;
	return n;
}

static size_t
same_behind(const struct fold *own, const struct fold *f, size_t i)
{
	size_t n = 0;

	if (i < f->n && f->c[i] == ' ')
		i++;
	while (n < own->n && i + n < f->n && f->c[i + n] == own->c[n])
		n++;
	return n;
}

/* How long both contexts have to be so that no other place of PIECE where the
 * same words stand has them. */
static size_t
unique_in(const struct piece *piece, const struct run quote, struct span at,
          const struct context *c)
{
	struct run all = {piece->fold.c, piece->fold.n};
	struct match_list hits = {0};
	size_t need = ANCHOR_CONTEXT, i;

	match_exact(quote, all, piece->from, piece->fold.n, &hits);
	for (i = 0; i < hits.n && need < ANCHOR_CONTEXT_MAX; i++) {
		size_t before = same_before(&c->before, &piece->fold,
		                            hits.at[i].start);
		size_t behind = same_behind(&c->behind, &piece->fold,
		                            hits.at[i].end);
		size_t same = before < behind ? before : behind;

		if (hits.at[i].start < piece->to && same >= need &&
		    piece->fold.from[hits.at[i].start] != at.start)
			need = same + 1;
	}
	vec_clear(&hits);
	return need < ANCHOR_CONTEXT_MAX ? need : ANCHOR_CONTEXT_MAX;
}

/* In thousandths, rounded up; the decimal point is no locale's. */
static void
add_share(struct buf *b, double share)
{
	unsigned n = (unsigned)(share * 1000 + .999);

	if (n && n < 1000)
		buf_printf(b, "0.%03u", n);
	else
		buf_str(b, n ? "1" : "0");
}

static void
set_alike(struct rec *r, const struct verdict *v)
{
	struct buf b = {0};

	add_share(&b, v->crowded ? 1 : v->n ? v->best.score : 0);
	rec_set(r, "Alike", buf_text(&b));
	buf_reset(&b);
	if (v->twins) {
		add_share(&b, v->twin_before);
		buf_char(&b, ' ');
		add_share(&b, v->twin_behind);
		buf_char(&b, ' ');
		add_share(&b, v->twin_words);
		buf_printf(&b, " %zu", v->twins);
	}
	rec_set(r, "Twin", v->twins ? buf_text(&b) : NULL);
	buf_reset(&b);
	add_share(&b, v->likest);
	rec_set(r, "Likest", v->n ? buf_text(&b) : NULL);
	buf_clear(&b);
}

static void
set_halves(struct rec *r, const struct settled *m)
{
	struct run half[2];
	struct buf b = {0};

	if (halves_of(&m->probe, half)) {
		add_share(&b, m->half_likest[0]);
		buf_char(&b, ' ');
		add_share(&b, m->half_likest[1]);
	}
	rec_set(r, "Halves", b.n ? buf_text(&b) : NULL);
	buf_clear(&b);
}

static void
set_around(struct rec *r, const struct probe *p, const struct verdict *v)
{
	struct buf b = {0};

	if (p->has_region) {
		region_write(&p->region, &b);
		buf_char(&b, ' ');
		add_share(&b, v->crowded ? 1 : v->home.region);
	}
	rec_set(r, "Around", p->has_region ? buf_text(&b) : NULL);
	buf_clear(&b);
}

struct settler *
settler_new(const struct text *t, const char *sha256)
{
	struct settler *s = mem_new(sizeof *s);

	s->text = s->piece.text = t;
	s->sha256 = mem_copy(sha256);
	return s;
}

static void
clear_mark(struct settled *m)
{
	probe_clear(&m->probe);
	fold_clear(&m->context.before);
	fold_clear(&m->context.behind);
}

void
settler_free(struct settler *s)
{
	size_t i;

	if (!s)
		return;
	for (i = 0; i < s->marks.n; i++)
		clear_mark(&s->marks.at[i]);
	vec_clear(&s->marks);
	piece_clear(&s->piece);
	free(s->sha256);
	free(s);
}

bool
settler_is_for(const struct settler *s, const struct text *t,
               const char *sha256)
{
	return s->text == t && strcmp(s->sha256, sha256) == 0;
}

bool
settler_has_written(const struct settler *s)
{
	return s->written;
}

static void
need_reach(struct settler *s, size_t reach)
{
	if (reach > s->reach)
		s->reach = reach;
}

void
settler_add(struct settler *s, struct rec *r, struct span at)
{
	struct settled m = {.rec = r, .at = at, .own = at};

	m.need = ANCHOR_CONTEXT;
	probe_init(&m.probe, r);
	if (m.probe.place == PROBE_WHOLE)
		fold_context(s->text, at, &m.context);
	need_reach(s, m.probe.quote.n + 2 * ANCHOR_CONTEXT_MAX);
	vec_push(&s->marks, m);
}

/* Whether M is as it was when it was added: meanwhile it may have been undone,
 * or confirmed elsewhere. */
static bool
still_stands(const struct settler *s, const struct settled *m)
{
	struct span at;

	return !rec_has(m->rec, "Alike") &&
	       anchor_stands(m->rec, s->text, s->sha256, &at) &&
	       at.start == m->at.start && at.end == m->at.end;
}

static void
take_region(const struct settler *s, struct settled *m)
{
	struct region *r = &m->probe.region;

	region_of(s->text, m->at, r);
	m->probe.has_region = r->before.n || r->behind.n;
}

/* How alike the words of other places are to either half of M's. */
static void
compare_halves(const struct settler *s, struct settled *m)
{
	const struct piece *piece = &s->piece;
	struct run half[2];
	size_t k;

	if (!halves_of(&m->probe, half))
		return;
	for (k = 0; k < 2; k++) {
		double likest = m->half_likest[k];

		if (likest < 1)
			likest = halves_likest(half[k], s->text, &piece->fold,
			                       piece->from, piece->to, m->own);
		if (likest > m->half_likest[k])
			m->half_likest[k] = likest;
	}
}

static void
compare(struct settler *s, struct settled *m)
{
	struct run quote = {m->probe.quote.c, m->probe.quote.n};
	size_t n;

	if (s->pass == PASS_HALVES) {
		compare_halves(s, m);
	} else if (s->pass == PASS_LIKENESS) {
		if (!s->from)
			take_region(s, m);
		if (m->probe.quote.n && !m->verdict.crowded)
			probe_weigh(&m->probe, s->text, &s->piece.fold,
			            s->piece.from, s->piece.to, true, m->own,
			            &m->verdict);
	} else if (m->probe.place == PROBE_WHOLE &&
	           m->need < ANCHOR_CONTEXT_MAX) {
		n = unique_in(&s->piece, quote, m->at, &m->context);
		m->need = n > m->need ? n : m->need;
	}
}

/* The context of M is known: now it is what is to be looked for. */
static void
widen(struct settler *s, struct settled *m)
{
	size_t n = ANCHOR_CONTEXT_MAX;

	if (m->need > ANCHOR_CONTEXT && still_stands(s, m)) {
		anchor_context(m->rec, s->text, m->at, m->need);
		s->written = true;
	}
	clear_mark(m);
	memset(&m->context, 0, sizeof m->context);
	/* What has no quotation is where its context is. */
	if (probe_init(&m->probe, m->rec) && m->probe.place != PROBE_WHOLE) {
		m->own.start = quote_before(s->text, m->at, n).start;
		m->own.end = quote_behind(s->text, m->at, n).end;
	}
	/* It is taken when the mark is first compared, so that no step takes
	 * long, but how far it reaches has to be known now. */
	m->probe.has_region = true;
	need_reach(s, probe_reach(&m->probe));
}

static void
end_pass(struct settler *s)
{
	size_t i;

	for (i = 0; i < s->marks.n; i++) {
		struct settled *m = &s->marks.at[i];

		if (s->pass == PASS_CONTEXT) {
			widen(s, m);
		} else if (s->pass == PASS_HALVES && still_stands(s, m)) {
			set_alike(m->rec, &m->verdict);
			set_halves(m->rec, m);
			set_around(m->rec, &m->probe, &m->verdict);
			s->written = true;
		}
	}
	s->pass++;
	s->from = 0;
}

static void
fold_part(struct settler *s)
{
	struct span core = {s->from, s->text->n};

	if (PART < core.end - core.start)
		core.end = core.start + PART;
	piece_fold(&s->piece, core, s->reach);
	s->to = core.end;
	s->folded = true;
	s->next = 0;
}

bool
settler_step(struct settler *s)
{
	if (s->pass == PASS_DONE)
		return false;
	if (s->from == s->text->n) {
		end_pass(s);
	} else if (!s->folded) {
		fold_part(s);
	} else if (s->next < s->marks.n) {
		compare(s, &s->marks.at[s->next++]);
	} else {
		s->from = s->to;
		s->folded = false;
	}
	return s->pass != PASS_DONE;
}

void
anchor_settle(struct rec *r, const struct text *t, const char *sha256,
              struct span at)
{
	struct settler *s = settler_new(t, sha256);

	settler_add(s, r, at);
	while (settler_step(s))
		;
	settler_free(s);
}
