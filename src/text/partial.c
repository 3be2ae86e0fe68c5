/* The outline of a long text, found piece by piece. */
#include "text/partial.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* [byte] a place to cut a text at is looked for so far */
enum { CUT_REACH = 64 * 1024 };

/* How well a text can be cut in front of P: 3 behind a blank line, 2 behind a
 * line, 1 behind a blank, else 0. */
static int
cut_worth(const struct text *t, text_pos p)
{
	char c = t->at[p - 1];

	if (c == '\n')
		return p > 1 && (t->at[p - 2] == '\n' ||
		                 (p > 3 && t->at[p - 2] == '\r' &&
		                  t->at[p - 3] == '\n')) ? 3 : 2;
	if (c == '\f' || (c == '\r' && (p == t->n || t->at[p] != '\n')))
		return 2;
	return c == ' ' || c == '\t';
}

/* The best place to cut behind LOW, at or before HIGH; the last one of those
 * that are alike. */
static text_pos
cut_before(const struct text *t, text_pos low, text_pos high)
{
	text_pos p, best = low;
	int worth = 0;

	for (p = high; p > low && worth < 3; p--) {
		int w = cut_worth(t, p);

		if (w > worth) {
			worth = w;
			best = p;
		}
	}
	if (worth)
		return best;
	/* between two code points */
	for (p = high; p > low && high - p < UCS_MAX_BYTES; p--)
		if (((unsigned char)t->at[p] & 0xC0) != 0x80)
			return p;
	return high;
}

text_pos
partial_end(const struct text *t, text_pos start, size_t most)
{
	text_pos end;

	if (t->n - start <= most)
		return t->n;
	end = start + most;
	return cut_before(t, most > 2 * CUT_REACH ? end - CUT_REACH
	                                          : start + most / 2, end);
}

text_pos
partial_start(const struct text *t, text_pos p, size_t most)
{
	if (p <= most)
		return 0;
	return cut_before(t, p - most, p - most / 2);
}

static void
shift(struct outline *o, size_t by)
{
	size_t i;

	for (i = 0; i < o->blocks.n; i++) {
		o->blocks.at[i].start += by;
		o->blocks.at[i].end += by;
	}
	for (i = 0; i < o->sections.n; i++) {
		o->sections.at[i].at += by;
		o->sections.at[i].end += by;
	}
	for (i = 0; i < o->notes.n; i++) {
		o->notes.at[i].at += by;
		o->notes.at[i].end += by;
		o->notes.at[i].body += by;
	}
	for (i = 0; i < o->refs.n; i++) {
		o->refs.at[i].at += by;
		o->refs.at[i].end += by;
	}
	for (i = 0; i < o->signs.n; i++)
		o->signs.at[i].at += by;
	for (i = 0; i < o->printed.n; i++) {
		o->printed.at[i].at += by;
		o->printed.at[i].end += by;
		o->printed.at[i].from += by;
	}
}

/* A paragraph that was cut goes on without a gap. */
static bool
goes_on(const struct text *t, text_pos p)
{
	return p > 0 && t->at[p - 1] != '\n' && t->at[p - 1] != '\r' &&
	       t->at[p - 1] != '\f';
}

struct outline *
partial_find(const struct text *t, struct span span)
{
	struct text piece = {
		.at = t->at + span.start,
		.n = span.end - span.start,
		.encoding = t->encoding,
		.file = t->at + span.start,
		.file_n = span.end - span.start,
	};
	struct outline *o = outline_find(&piece, NULL, 0);

	shift(o, span.start);
	if (o->blocks.n && goes_on(t, span.start))
		o->blocks.at[0].continues = true;
	return o;
}

/* In the list L, the first item whose MEMBER is at or behind P; by halves. */
#define FIRST_FROM(l, member, p, out)                               \
	do {                                                        \
		size_t low_ = 0, high_ = (l).n;                     \
		while (low_ < high_) {                              \
			size_t middle_ = low_ + (high_ - low_) / 2; \
			if ((l).at[middle_].member < (p))           \
				low_ = middle_ + 1;                 \
			else                                        \
				high_ = middle_;                    \
		}                                                   \
		(out) = low_;                                       \
	} while (0)

/* Items FROM to END - 1 of the list TO give way to all of the list IN. */
#define SPLICE(to, from, end, in)                                          \
	do {                                                               \
		size_t rest_ = (to).n - (end), n_ = (from) + (in).n + rest_; \
		(to).at = mem_room((to).at, &(to).cap, n_,                 \
		                   sizeof *(to).at);                       \
		if (rest_)                                                 \
			memmove((to).at + (from) + (in).n,                 \
			        (to).at + (end), rest_ * sizeof *(to).at); \
		if ((in).n)                                                \
			memcpy((to).at + (from), (in).at,                  \
			       (in).n * sizeof *(to).at);                  \
		(to).n = n_;                                               \
	} while (0)

static void
put_blocks(struct outline *o, const struct outline *piece, struct span span)
{
	size_t from, end;

	FIRST_FROM(o->blocks, start, span.start, from);
	FIRST_FROM(o->blocks, start, span.end, end);
	SPLICE(o->blocks, from, end, piece->blocks);
}

static void
put_sections(struct outline *o, const struct outline *piece, struct span span)
{
	size_t from, end, i;

	FIRST_FROM(o->sections, at, span.start, from);
	FIRST_FROM(o->sections, at, span.end, end);
	for (i = from; i < end; i++)
		free(o->sections.at[i].title);
	SPLICE(o->sections, from, end, piece->sections);
}

static void
put_signs(struct outline *o, const struct outline *piece, struct span span)
{
	size_t from, end;

	FIRST_FROM(o->signs, at, span.start, from);
	FIRST_FROM(o->signs, at, span.end, end);
	SPLICE(o->signs, from, end, piece->signs);
}

static void
put_printed(struct outline *o, const struct outline *piece, struct span span)
{
	size_t from, end;

	FIRST_FROM(o->printed, at, span.start, from);
	FIRST_FROM(o->printed, at, span.end, end);
	SPLICE(o->printed, from, end, piece->printed);
}

/* A reference of another piece to a note that went says so no more. */
static void
put_notes(struct outline *o, struct outline *piece, struct span span)
{
	size_t from, end, i, first, behind;

	FIRST_FROM(o->notes, at, span.start, from);
	FIRST_FROM(o->notes, at, span.end, end);
	FIRST_FROM(o->refs, at, span.start, first);
	FIRST_FROM(o->refs, at, span.end, behind);
	for (i = from; i < end; i++)
		free(o->notes.at[i].label);
	for (i = behind; i < o->refs.n; i++)
		o->refs.at[i].note += piece->notes.n - (end - from);
	for (i = 0; i < piece->refs.n; i++)
		piece->refs.at[i].note += from;
	SPLICE(o->notes, from, end, piece->notes);
	SPLICE(o->refs, first, behind, piece->refs);
}

/* What PIECE owned has gone over. */
static void
free_put(struct outline *piece)
{
	piece->sections.n = piece->notes.n = 0;
	outline_free(piece);
}

/* The front of the text names it. */
static void
put_names(struct outline *o, struct outline *piece)
{
	char *const old[] = {o->title, o->author, o->source};
	size_t i;

	o->title = piece->title;
	o->author = piece->author;
	o->source = piece->source;
	piece->title = piece->author = piece->source = NULL;
	for (i = 0; i < sizeof old / sizeof *old; i++)
		free(old[i]);
}

/* The island gives way to what is known. */
static void
clip_island(struct outline *o)
{
	if (o->island.start < o->known)
		o->island.start = o->known;
	if (o->island.end <= o->island.start)
		o->island = (struct span){0, 0};
}

static void
put_island(struct outline *o, struct outline *piece, struct span span)
{
	/* what lies behind KNOWN is the old island */
	const struct span gone = {o->known, (text_pos)-1};

	put_blocks(o, piece, gone);
	put_sections(o, piece, gone);
	put_notes(o, piece, gone);
	put_signs(o, piece, gone);
	put_printed(o, piece, gone);
	o->island = span;
	clip_island(o);
	free_put(piece);
}

/* The end of the next MOST blocks of P; they reach as far at least as O is
 * known, so that nothing becomes unknown again. */
static size_t
next_blocks(const struct outline *o, const struct partial_piece *p, size_t most)
{
	size_t n = p->outline->blocks.n, end;

	if (n - p->blocks <= most)
		return n;
	end = p->blocks + most;
	while (end < n && p->outline->blocks.at[end].start < o->known)
		end++;
	return end;
}

/* The blocks, with their signs, and the sections of P up to END, which is block
 * BLOCKS. */
static void
put_part(struct outline *o, struct partial_piece *p, size_t blocks,
         text_pos end)
{
	const struct outline *piece = p->outline;
	struct span part = {p->span.start, end};
	struct outline some = {0};
	size_t sections, signs;

	if (p->blocks)
		part.start = piece->blocks.at[p->blocks].start;
	FIRST_FROM(piece->sections, at, end, sections);
	FIRST_FROM(piece->signs, at, end, signs);
	if (blocks == piece->blocks.n) /* one may stand at the very end */
		signs = piece->signs.n;
	some.signs.at = piece->signs.at + p->signs;
	some.signs.n = signs - p->signs;
	some.blocks.at = piece->blocks.at + p->blocks;
	some.blocks.n = blocks - p->blocks;
	some.sections.at = piece->sections.at + p->sections;
	some.sections.n = sections - p->sections;
	put_blocks(o, &some, part);
	put_sections(o, &some, part);
	put_signs(o, &some, part);
	p->signs = signs;
	p->blocks = blocks;
	p->sections = sections;
}

bool
partial_feed(struct outline *o, struct partial_piece *p, size_t most)
{
	struct outline *piece = p->outline;
	size_t blocks = next_blocks(o, p, most);
	bool last = blocks == piece->blocks.n;
	text_pos end = last ? p->span.end : piece->blocks.at[blocks].start;

	if (p->span.start == 0 && !p->blocks)
		put_names(o, piece);
	put_part(o, p, blocks, end);
	o->known = end;
	clip_island(o);
	if (!last)
		return false;
	put_notes(o, piece, p->span);
	put_printed(o, piece, p->span);
	free_put(piece);
	*p = (struct partial_piece){0};
	return true;
}

void
partial_expect(struct outline *o, const struct partial_piece *p, size_t n)
{
	size_t length = p->span.end - p->span.start;
	double share = length && n > p->span.start
	                       ? (double)(n - p->span.start) / (double)length
	                       : 1;
	double more = share * (double)p->outline->blocks.n;

	/* an eighth for pieces that have more */
	o->blocks.at = mem_room(o->blocks.at, &o->blocks.cap,
	                        o->blocks.n + (size_t)(more * 9 / 8),
	                        sizeof *o->blocks.at);
}

void
partial_put(struct outline *o, struct outline *piece, struct span span)
{
	struct partial_piece p = {.outline = piece, .span = span};

	if (span.start > o->known)
		put_island(o, piece, span);
	else
		partial_feed(o, &p, (size_t)-1);
}

void
partial_finish(struct outline *o, size_t n)
{
	const struct span behind = {n, (text_pos)-1};
	struct outline none = {0};

	put_blocks(o, &none, behind);
	put_sections(o, &none, behind);
	put_notes(o, &none, behind);
	put_signs(o, &none, behind);
	put_printed(o, &none, behind);
	o->known = n;
	o->island = (struct span){0, 0};
	o->partial = false;
}

/* Known from KNOWN on without a gap. */
static text_pos
known_end(const struct outline *o)
{
	bool touches = o->island.end && o->island.start <= o->known;

	return touches ? o->island.end : o->known;
}

bool
partial_knows(const struct outline *o, struct span span, size_t n)
{
	text_pos end = span.end < n ? span.end : n;

	if (!o->partial || end <= known_end(o))
		return true;
	return o->island.start <= span.start && end <= o->island.end;
}

bool
partial_parts(const struct outline *o, size_t i)
{
	return o->partial && o->island.start > o->known &&
	       o->blocks.at[i].start < o->known &&
	       (i + 1 == o->blocks.n ||
	        o->blocks.at[i + 1].start >= o->known);
}
