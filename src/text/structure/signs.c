/* The signs of all blocks, from all that looks for them. */
#include "text/structure/signs.h"

#include <string.h>

#include "base/vec.h"
#include "text/structure/find.h"
#include "text/structure/markdown.h"

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

uint64_t
signs_name(const char *s, size_t n)
{
	uint64_t h = 0xCBF29CE484222325u;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == ' ' || c == '\n' || c == '\r') {
			if (i > 0 && (s[i - 1] == ' ' || s[i - 1] == '\n'))
				continue;
			c = ' ';
		}
		c = c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
		h = (h ^ c) * 0x100000001B3u;
	}
	return h | 1;
}

/* The names that lines of the text give an address. */
static void
gather_names(struct inline_scan *scan)
{
	const struct survey *s = scan->s;

	for (size_t i = 0; i < s->lines.n; i++) {
		struct span name = {0, 0};

		if (s->lines.at[i].first == '[' &&
		    s->lines.at[i].role == ROLE_FURNITURE)
			name = markdown_name(s, i);
		if (name.end > 0)
			tally_at(&scan->names,
			         signs_name(s->t->at + name.start,
			                    name.end - name.start))->value = 1;
	}
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
	struct sign_list *out = scan->out;
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
count_looks(unsigned n[LOOKS], const struct sign *sign)
{
	for (unsigned i = 0; i < LOOKS; i++) {
		n[i] += sign->begins >> i & 1;
		n[i] -= (sign->ends >> i & 1) && n[i] > 0;
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct sign *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->n > y->n) - (x->n < y->n);
}

/* In most texts there are those of emphasis only, which come in order. */
static void
sort(struct sign_list *signs)
{
	size_t i = 1;

	while (i < signs->n &&
	       by_place(&signs->at[i - 1], &signs->at[i]) <= 0)
		i++;
	if (i < signs->n)
		qsort(signs->at, signs->n, sizeof *signs->at, by_place);
}

/* Whether block B is behind, when SIGN comes: what only ends a look stands in
 * the block whose last byte is in front of it. */
static bool
is_behind(const struct block *b, const struct sign *sign)
{
	return b->end < sign->at ||
	       (b->end == sign->at && (sign->n > 0 || sign->begins != 0));
}

/* Gives each its look; one that overlaps the one before, or stands in no
 * block, goes. */
static void
settle(struct outline *o)
{
	unsigned open[LOOKS] = {0}, look = 0;
	size_t b = 0, n = 0;
	text_pos end = 0;

	for (size_t i = 0; i < o->signs.n; i++) {
		struct sign sign = o->signs.at[i];

		while (b < o->blocks.n && is_behind(&o->blocks.at[b], &sign)) {
			memset(open, 0, sizeof open);
			look = 0;
			b++;
		}
		if (sign.at < end || b == o->blocks.n ||
		    o->blocks.at[b].start > sign.at)
			continue;
		end = sign.at + sign.n;
		if (sign.begins | sign.ends) {
			count_looks(open, &sign);
			look = look_of(open);
		}
		sign.look = (uint8_t)look;
		o->blocks.at[b].signs = true;
		o->signs.at[n++] = sign;
	}
	o->signs.n = n;
}

void
find_signs(struct survey *s, struct outline *o)
{
	struct inline_scan scan = {.s = s, .o = o, .out = &o->signs};

	if (s->manner.markdown || memchr(s->t->at, '_', s->t->n) ||
	    memchr(s->t->at, '*', s->t->n)) {
		if (s->manner.markdown)
			gather_names(&scan);
		scan_blocks(&scan);
		if (!s->manner.markdown)
			drop_doubtful(&scan);
	}
	tally_clear(&scan.names);
	hyphen_signs(s, o, &o->signs);
	printed_signs(o, &o->signs);
	sort(&o->signs);
	settle(o);
}
