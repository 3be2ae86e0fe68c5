/* Comparing a mark with the rest of the text that it was made in. */
#include "base/buf.h"
#include "base/vec.h"
#include "marks/anchor.h"
#include "marks/piece.h"
#include "marks/probe.h"
#include "marks/quote.h"

/* The widest context of a mark, folded. */
struct context {
	struct fold before, behind;
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

/* The piece of a text that begins at *FROM, which moves on behind it. */
static void
next_piece(struct piece *piece, text_pos *from, size_t reach)
{
	struct span core = {*from, piece->text->n};

	if (PIECE < core.end - core.start)
		core.end = core.start + PIECE;
	piece_fold(piece, core, reach);
	*from = core.end;
}

static void
make_unique(struct rec *r, const struct text *t, struct span at,
            struct piece *piece)
{
	struct context c = {{0}, {0}};
	size_t need = ANCHOR_CONTEXT, n;
	struct probe p;
	text_pos from = 0;

	probe_init(&p, r);
	if (p.place == PROBE_WHOLE) {
		struct run quote = {p.quote.c, p.quote.n};

		fold_context(t, at, &c);
		while (from < t->n && need < ANCHOR_CONTEXT_MAX) {
			next_piece(piece, &from, p.quote.n +
			                         2 * ANCHOR_CONTEXT_MAX);
			n = unique_in(piece, quote, at, &c);
			need = n > need ? n : need;
		}
		if (need > ANCHOR_CONTEXT)
			anchor_context(r, t, at, need);
		fold_clear(&c.before);
		fold_clear(&c.behind);
	}
	probe_clear(&p);
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
	}
	rec_set(r, "Twin", v->twins ? buf_text(&b) : NULL);
	buf_clear(&b);
}

void
anchor_settle(struct rec *r, const struct text *t, struct span at)
{
	struct piece piece = {.text = t};
	struct verdict v = {.n = 0};
	struct probe p;
	struct span own = at;
	text_pos from = 0;

	make_unique(r, t, at, &piece);
	if (probe_init(&p, r)) {
		/* What has no quotation is where its context is. */
		if (p.place != PROBE_WHOLE) {
			size_t n = ANCHOR_CONTEXT_MAX;

			own.start = quote_before(t, at, n).start;
			own.end = quote_behind(t, at, n).end;
		}
		while (from < t->n && !v.crowded) {
			next_piece(&piece, &from, probe_reach(&p));
			probe_weigh(&p, t, &piece.fold, piece.from, piece.to,
			            true, own, &v);
		}
	}
	set_alike(r, &v);
	probe_clear(&p);
	piece_clear(&piece);
}
