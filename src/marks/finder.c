/* Finding marks again in a text that has changed, a part at a time. */
#include "marks/finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/between.h"
#include "marks/halves.h"
#include "marks/piece.h"

/* [byte] looked at on either side of an old place first. */
enum { AROUND = 64 * 1024 };

/* What has been done for a mark: in this order, where that was not enough. */
enum phase {
	PHASE_AROUND, /* near its old place */
	PHASE_EXACT,  /* its words as they were, everywhere */
	PHASE_NEAR,   /* its words altered, everywhere */
	PHASE_BETWEEN, /* what stood on either side, everywhere */
	PHASE_HALVES, /* either half of them, everywhere */
	PHASE_DONE,
};

struct sought {
	const struct rec *rec;
	struct probe probe;
	text_pos old; /* where it should be, had all changed evenly */
	struct verdict verdict;
	struct halves halves;
	enum phase phase;
	enum mark_state state; /* what is found so far, */
	struct span at;        /* and where */
};

struct away {
	struct sought *sought;
	size_t away; /* [byte] */
};

struct finder {
	const struct text *text;
	size_t was;
	struct {
		struct sought *at;
		size_t n, cap;
	} sought;
	struct piece around, piece;
	struct away *order;  /* SOUGHT, by how far they are from NEAR */
	size_t left, looked; /* of ORDER; looked around for */
	text_pos near;       /* what ORDER was made for */
	enum phase phase; /* of all: AROUND, then of the pass through pieces */
	size_t next;      /* index into SOUGHT of that pass */
	text_pos core;    /* where the piece of that pass begins */
};

struct finder *
finder_new(const struct text *t, size_t was)
{
	struct finder *f = mem_new(sizeof *f);

	f->text = f->around.text = f->piece.text = t;
	f->was = was;
	return f;
}

void
finder_free(struct finder *f)
{
	size_t i;

	if (!f)
		return;
	for (i = 0; i < f->sought.n; i++)
		probe_clear(&f->sought.at[i].probe);
	vec_clear(&f->sought);
	free(f->order);
	piece_clear(&f->around);
	piece_clear(&f->piece);
	free(f);
}

/* Where a place of the old file would be in the new one. */
static text_pos
scaled(const struct finder *f, const char *start)
{
	double old = start ? (double)strtoull(start, NULL, 10) : 0;
	double n = (double)f->text->file_n;

	if (f->was)
		old *= n / (double)f->was;
	return text_place(f->text, (size_t)(old < n ? old : n));
}

void
finder_add(struct finder *f, const struct rec *r)
{
	struct sought s = {.rec = r, .state = MARK_LOST};

	s.old = scaled(f, rec_get(r, "Start"));
	if (!probe_init(&s.probe, r))
		s.phase = PHASE_DONE;
	vec_push(&f->sought, s);
}

static void
weigh(struct sought *s, struct piece *piece, struct span core)
{
	struct span none = {0, 0};
	const struct text *t = piece->text;
	const struct fold *f = &piece->fold;

	piece_fold(piece, core, probe_reach(&s->probe));
	if (s->phase == PHASE_BETWEEN)
		between_weigh(&s->probe, t, f, piece->from, piece->to,
		              &s->verdict);
	else if (s->phase == PHASE_HALVES)
		halves_weigh(&s->probe, t, f, piece->from, piece->to,
		             &s->halves);
	else
		probe_weigh(&s->probe, t, f, piece->from, piece->to,
		            s->phase != PHASE_EXACT, none, &s->verdict);
}

static void
settle(struct sought *s)
{
	s->phase = PHASE_DONE;
	probe_clear(&s->probe);
}

/* The pass through the pieces begins anew for a mark that comes to it. */
static void
go_on(struct sought *s, enum phase phase)
{
	memset(&s->verdict, 0, sizeof s->verdict);
	s->phase = phase;
}

static struct span
around(const struct finder *f, text_pos p, size_t bytes)
{
	struct span s = {p > bytes ? p - bytes : 0, f->text->n};

	if (bytes < f->text->n - p)
		s.end = p + bytes;
	return s;
}

static void
look_around(struct finder *f, struct sought *s)
{
	struct span core = around(f, s->old, AROUND);
	size_t reach = probe_reach(&s->probe);

	/* What is folded does for its neighbours too. */
	if (!piece_holds(&f->around, core, reach))
		piece_fold(&f->around, around(f, s->old, 3 * AROUND), reach);
	weigh(s, &f->around, core);
	if (!probe_is_sure(&s->probe, &s->verdict)) {
		go_on(s, PHASE_EXACT);
		return;
	}
	s->state = probe_judge(&s->probe, &s->verdict);
	s->at = s->verdict.best.at;
	settle(s);
}

static int
order_away(const void *va, const void *vb)
{
	const struct away *a = va, *b = vb;

	if (a->away != b->away)
		return a->away < b->away ? -1 : 1;
	return a->sought < b->sought ? -1 : a->sought > b->sought;
}

/* Puts those that were not looked around for in order of their way from
 * NEAR. */
static void
put_in_order(struct finder *f, text_pos near)
{
	size_t i, n = 0;

	free(f->order);
	f->order = mem_resize(NULL, f->sought.n, sizeof *f->order);
	for (i = 0; i < f->sought.n; i++) {
		struct sought *s = &f->sought.at[i];
		struct away a = {s, s->old > near ? s->old - near
		                                  : near - s->old};

		if (s->phase == PHASE_AROUND)
			f->order[n++] = a;
	}
	qsort(f->order, n, sizeof *f->order, order_away);
	f->left = n;
	f->looked = 0;
	f->near = near;
}

/* False when every mark was looked around for. */
static bool
around_step(struct finder *f, text_pos near)
{
	size_t away = near > f->near ? near - f->near : f->near - near;

	if (!f->order || (away > AROUND && f->looked < f->left))
		put_in_order(f, near);
	if (f->looked == f->left)
		return false;
	look_around(f, f->order[f->looked++].sought);
	return true;
}

/* All pieces were looked at for S: whether it is found. If not, what it may be
 * is kept. */
static bool
is_found(struct sought *s)
{
	enum mark_state state;
	struct span at = {0, 0};

	switch (s->phase) {
	case PHASE_BETWEEN:
		if (!between_judge(&s->probe, &s->verdict))
			return false;
		s->at = s->verdict.best.at;
		s->state = MARK_CHANGED;
		return true;
	case PHASE_HALVES:
		state = halves_judge(&s->probe, &s->halves, &at);
		if (state < s->state) {
			s->state = state;
			s->at = at;
		}
		return true;
	default:
		s->state = probe_judge(&s->probe, &s->verdict);
		s->at = s->verdict.best.at;
		return s->state == MARK_MOVED || (s->phase == PHASE_NEAR &&
		                                  s->state < MARK_DOUBTFUL);
	}
}

static enum phase
phase_after(const struct sought *s)
{
	if (s->phase == PHASE_EXACT)
		return PHASE_NEAR;
	if (s->phase == PHASE_NEAR && between_is_possible(&s->probe))
		return PHASE_BETWEEN;
	if (s->phase != PHASE_HALVES && halves_are_known(&s->probe))
		return PHASE_HALVES;
	return PHASE_DONE;
}

static void
end_phase(struct sought *s)
{
	enum phase next = is_found(s) ? PHASE_DONE : phase_after(s);

	if (next == PHASE_DONE)
		settle(s);
	else
		go_on(s, next);
}

/* All pieces were looked at for the marks of this phase. */
static void
end_pass(struct finder *f)
{
	size_t i;

	for (i = 0; i < f->sought.n; i++)
		if (f->sought.at[i].phase == f->phase)
			end_phase(&f->sought.at[i]);
	f->phase++;
	f->core = f->next = 0;
}

/* A mark in a piece. */
static void
pass_step(struct finder *f)
{
	struct span core = {f->core, f->text->n};

	if (PIECE < f->text->n - f->core)
		core.end = f->core + PIECE;
	while (f->next < f->sought.n &&
	       f->sought.at[f->next].phase != f->phase)
		f->next++;
	if (f->next < f->sought.n) {
		weigh(&f->sought.at[f->next++], &f->piece, core);
		return;
	}
	f->next = 0;
	f->core = core.end;
	if (f->core == f->text->n)
		end_pass(f);
}

bool
finder_step(struct finder *f, text_pos near)
{
	if (f->phase == PHASE_AROUND && !around_step(f, near))
		f->phase = PHASE_EXACT;
	else if (f->phase != PHASE_AROUND && f->phase != PHASE_DONE)
		pass_step(f);
	return f->phase != PHASE_DONE;
}

bool
finder_result(const struct finder *f, size_t i, enum mark_state *state,
              struct span *at)
{
	const struct sought *s = &f->sought.at[i];

	*state = s->state;
	*at = s->at;
	return s->phase == PHASE_DONE;
}
