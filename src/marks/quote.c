/* A span of a text as words to be kept. */
#include "marks/quote.h"

#include "base/buf.h"
#include "base/ucs.h"
#include "text/fold.h"
#include "text/fold_kind.h"

/* State of a walk through a span, character by character. */
struct quoter {
	const struct text *t;
	const struct outline *o;
	struct fold fold;  /* of the span */
	size_t folded;     /* first of FOLD at or behind the character */
	size_t block, last_block; /* of the character and of the one before */
	text_pos blank;    /* where the white space before it begins */
	bool line_end;     /* that white space holds a line end */
	bool joins;        /* a hyphen stands before it, inside a word */
	struct buf out;
};

static const struct block *
block_of(const struct quoter *q)
{
	return q->o && q->block < q->o->blocks.n ? &q->o->blocks.at[q->block]
	                                         : NULL;
}

static bool
keeps_lines(const struct block *b)
{
	return b && (b->kind == BLOCK_TITLE || b->kind == BLOCK_FRONT ||
	             b->kind == BLOCK_VERSE || b->kind == BLOCK_PRE);
}

/* A hyphen that the fold leaves out joins two halves of a word, whether a
 * line ends behind it or not. */
static bool
joins_word(struct quoter *q, text_pos p, ucs c)
{
	if (c == UCS_SOFT_HYPHEN)
		return true;
	if (!ucs_is_dash(c) || keeps_lines(block_of(q)))
		return false;
	while (q->folded < q->fold.n && q->fold.from[q->folded] < p)
		q->folded++;
	return q->folded == q->fold.n || q->fold.from[q->folded] != p;
}

static void
add_space(struct quoter *q, text_pos p)
{
	const struct block *b = block_of(q);

	if (q->block != q->last_block && !(b && b->continues))
		buf_str(&q->out, "\n\n");
	else if (q->line_end && keeps_lines(b))
		buf_char(&q->out, '\n');
	else if (b && b->kind == BLOCK_PRE)
		buf_add(&q->out, q->t->at + q->blank, p - q->blank);
	else
		buf_char(&q->out, ' ');
}

/* Without width and without a say in how its neighbours look. */
static bool
is_nothing(ucs c)
{
	return ucs_is_control(c) || c == 0x200B || c == 0xFEFF;
}

static void
add_char(struct quoter *q, text_pos p, ucs c)
{
	if (q->blank < p && q->out.n && !(q->joins && q->line_end))
		add_space(q, p);
	if (!is_nothing(c))
		buf_ucs(&q->out, c);
	q->joins = joins_word(q, p, c);
}

static bool
ends_line(ucs c)
{
	return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 ||
	       c == 0x2029;
}

char *
quote_of(const struct text *t, const struct outline *o, struct span span)
{
	struct quoter q = {.t = t, .o = o, .blank = span.start};
	text_pos p = span.start, next;
	ucs c;

	if (o)
		q.block = q.last_block = outline_block_at(o, p);
	fold_span(t, span, FOLD_CASE, &q.fold);
	for (; p < span.end; p = next) {
		next = p + ucs_decode(t->at + p, span.end - p, &c);
		if (fold_kind(c) == FOLD_BLANK) {
			q.line_end |= ends_line(c);
			continue;
		}
		while (block_of(&q) && block_of(&q)->end <= p)
			q.block++;
		add_char(&q, p, c);
		q.last_block = q.block;
		q.blank = next;
		q.line_end = false;
	}
	fold_clear(&q.fold);
	return buf_take(&q.out);
}

/* [byte] how much is folded for a context at first, and at most. */
enum { WINDOW = 1024, WINDOW_MAX = 64 * 1024 };

static text_pos
char_start(const struct text *t, text_pos p)
{
	text_pos back = p > UCS_MAX_BYTES ? p - UCS_MAX_BYTES : 0;

	while (back < p) {
		ucs c;
		text_pos next = back + ucs_decode(t->at + back, t->n - back,
		                                  &c);

		if (next > p)
			return back;
		back = next;
	}
	return p;
}

struct span
quote_before(const struct text *t, struct span span, size_t n)
{
	struct span found = {span.start, span.start};
	struct fold f = {0};
	size_t window = WINDOW;

	for (;; window *= 2) {
		struct span w = {0, span.start};

		if (window < span.start)
			w.start = char_start(t, span.start - window);
		fold_span(t, w, FOLD_CASE, &f);
		if (f.n >= n || w.start == 0 || window >= WINDOW_MAX)
			break;
	}
	if (f.n)
		found.start = f.from[f.n > n ? f.n - n : 0];
	fold_clear(&f);
	return found;
}

struct span
quote_behind(const struct text *t, struct span span, size_t n)
{
	struct span found = {span.end, span.end};
	struct fold f = {0};
	size_t window = WINDOW;

	for (;; window *= 2) {
		struct span w = {span.end, t->n};

		if (window < t->n - span.end)
			w.end = char_start(t, span.end + window);
		fold_span(t, w, FOLD_CASE, &f);
		if (f.n >= n || w.end == t->n || window >= WINDOW_MAX)
			break;
	}
	if (f.n)
		found.end = f.from[f.n > n ? n : f.n];
	fold_clear(&f);
	return found;
}
