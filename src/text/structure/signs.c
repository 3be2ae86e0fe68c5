/* The signs of all blocks, from all that looks for them. */
#include "text/structure/signs.h"

#include <string.h>

#include "base/vec.h"
#include "text/structure/find.h"

enum { LOOKS = 5 }; /* bits of enum sign_look */

/* The first line behind I that ends behind P. */
static size_t
line_from(const struct survey *s, size_t i, text_pos p)
{
	while (i < s->lines.n && line_end(&s->lines.at[i]) <= p)
		i++;
	return i;
}

static bool
holds_emphasis(unsigned kind)
{
	return kind != BLOCK_PRE && kind != BLOCK_FURNITURE &&
	       kind != BLOCK_RULE;
}

static void
scan_blocks(struct inline_scan *scan)
{
	const struct survey *s = scan->s;
	size_t first = 0, end;

	for (size_t i = 0; i < scan->o->blocks.n; i++) {
		const struct block *b = &scan->o->blocks.at[i];

		if (s->manner.markdown) {
			first = line_from(s, first, b->start);
			for (end = first; end < s->lines.n &&
			     s->lines.at[end].at < b->end;)
				end++;
			line_signs(s, b, first, end - first, scan->out);
		}
		if (holds_emphasis(b->kind))
			inline_signs(scan, b);
	}
}

/* Drops the signs of emphasis in a text where more of them stand alone than
 * in pairs: there they are something else. */
static void
drop_doubtful(struct inline_scan *scan)
{
	struct strokes *out = scan->out;
	size_t n = 0;

	for (size_t i = 0; i < out->n; i++) {
		char c = scan->s->t->at[out->at[i].at];
		bool doubtful = (c == '_' && scan->loose[0] > scan->pairs[0]) ||
		                (c == '*' && scan->loose[1] > scan->pairs[1]);

		if (!doubtful)
			out->at[n++] = out->at[i];
	}
	out->n = n;
}

/* The look of what follows: N are open of each. */
static unsigned
look_of(const unsigned n[LOOKS])
{
	unsigned look = 0;

	for (unsigned i = 0; i < LOOKS; i++)
		look |= n[i] ? 1u << i : 0;
	return look;
}

static void
count_looks(unsigned n[LOOKS], const struct stroke *stroke)
{
	if (!(stroke->begin | stroke->end))
		return;
	for (unsigned i = 0; i < LOOKS; i++) {
		if (stroke->begin >> i & 1)
			n[i]++;
		if ((stroke->end >> i & 1) && n[i])
			n[i]--;
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct stroke *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->n > y->n) - (x->n < y->n);
}

/* In most texts only emphasis has strokes, and these come in order. */
static void
sort(struct strokes *strokes)
{
	size_t i = 1;

	while (i < strokes->n &&
	       by_place(&strokes->at[i - 1], &strokes->at[i]) <= 0)
		i++;
	if (i < strokes->n)
		qsort(strokes->at, strokes->n, sizeof *strokes->at, by_place);
}

/* Gives the strokes to the outline; one that overlaps the one before goes. */
static void
emit(const struct strokes *strokes, struct outline *o)
{
	unsigned open[LOOKS] = {0};
	size_t b = 0;
	text_pos end = 0;

	for (size_t i = 0; i < strokes->n; i++) {
		const struct stroke *stroke = &strokes->at[i];
		struct sign sign = {.at = stroke->at, .n = stroke->n,
		                    .kind = stroke->kind};

		while (b < o->blocks.n && o->blocks.at[b].end <= stroke->at) {
			memset(open, 0, sizeof open);
			b++;
		}
		if (stroke->at < end || b == o->blocks.n ||
		    o->blocks.at[b].start > stroke->at)
			continue;
		end = stroke->at + stroke->n;
		count_looks(open, stroke);
		sign.look = (uint8_t)look_of(open);
		o->blocks.at[b].signs = true;
		vec_push(&o->signs, sign);
	}
}

void
find_signs(struct survey *s, struct outline *o)
{
	struct strokes strokes = {0};
	struct inline_scan scan = {.s = s, .o = o, .out = &strokes};

	if (s->manner.markdown || memchr(s->t->at, '_', s->t->n) ||
	    memchr(s->t->at, '*', s->t->n)) {
		scan_blocks(&scan);
		if (!s->manner.markdown)
			drop_doubtful(&scan);
	}
	hyphen_signs(s, o, &strokes);
	printed_signs(o, &strokes);
	sort(&strokes);
	emit(&strokes, o);
	vec_clear(&strokes);
}
