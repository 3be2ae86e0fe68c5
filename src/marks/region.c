/* What a mark stands amid. */
#include "marks/region.h"

#include <string.h>

#include "base/vec.h"
#include "marks/grams.h"
#include "marks/quote.h"
#include "text/fold.h"

/* Of a hash so many bits are kept, as letters of six bits each. */
enum { BITS = 24, LETTER = 6, LETTERS = BITS / LETTER };

/* Bits of a landmark by which it is counted; landmarks of which a side has
 * fewer tell nothing. */
enum { CENSUS_BITS = 14, LANDMARKS_LEAST = 4 };

/* Code points apart from which on a landmark counts as seen again: else a row
 * of dots would be seen at each of them. */
enum { APART = 64 };

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "abcdefghijklmnopqrstuvwxyz0123456789-_";

static uint32_t
mark_of(uint64_t hash)
{
	return (uint32_t)(gram_mixed(hash) >> (64 - BITS));
}

/* How often the grams of a region stand there, by a part of their hash: two
 * that share it count as one, which costs a landmark here and there. */
struct census {
	unsigned char n[1 << CENSUS_BITS];
};

static unsigned char *
count_of(struct census *all, uint32_t mark)
{
	return &all->n[mark & ((1 << CENSUS_BITS) - 1)];
}

static size_t
grams_in(const struct fold *f)
{
	return f->n < GRAM ? 0 : f->n - GRAM + 1;
}

static void
count(const struct fold *f, struct census *all)
{
	size_t i;

	for (i = 0; i < grams_in(f); i++) {
		unsigned char *n = count_of(all, mark_of(gram_hash(f->c + i)));

		*n = (unsigned char)(*n + (*n < 2));
	}
}

/* From each of as many parts the first gram that stands there once. */
static void
take(const struct fold *f, struct census *all, struct landmarks *out)
{
	size_t places = grams_in(f), part, i;

	out->n = 0;
	for (part = 0; part < LANDMARKS; part++) {
		size_t end = (part + 1) * places / LANDMARKS;

		for (i = part * places / LANDMARKS; i < end; i++) {
			uint32_t mark = mark_of(gram_hash(f->c + i));

			if (*count_of(all, mark) > 1)
				continue;
			out->at[out->n++] = mark;
			break;
		}
	}
	if (out->n < LANDMARKS_LEAST)
		out->n = 0;
}

void
region_of(const struct text *t, struct span span, struct region *out)
{
	struct fold before = {0}, behind = {0};
	struct census all = {{0}};

	fold_span(t, quote_before(t, span, REGION), FOLD_CASE, &before);
	fold_span(t, quote_behind(t, span, REGION), FOLD_CASE, &behind);
	count(&before, &all);
	count(&behind, &all);
	take(&before, &all, &out->before);
	take(&behind, &all, &out->behind);
	fold_clear(&before);
	fold_clear(&behind);
}

static void
write_side(const struct landmarks *side, struct buf *out)
{
	size_t i;
	unsigned k;

	if (!side->n)
		buf_char(out, '.');
	for (i = 0; i < side->n; i++)
		for (k = LETTERS; k-- > 0;)
			buf_char(out, letters[side->at[i] >> k * LETTER & 63]);
}

void
region_write(const struct region *r, struct buf *out)
{
	write_side(&r->before, out);
	buf_char(out, ' ');
	write_side(&r->behind, out);
}

static void
read_side(const char **s, struct landmarks *out)
{
	const char *letter;
	uint32_t mark = 0;
	unsigned k = 0;

	out->n = 0;
	for (; **s && out->n < LANDMARKS; ++*s) {
		letter = strchr(letters, **s);
		if (!letter)
			break;
		mark = mark << LETTER | (uint32_t)(letter - letters);
		if (++k % LETTERS)
			continue;
		out->at[out->n++] = mark;
		mark = 0;
	}
	while (**s && **s != ' ')
		++*s;
	*s += **s == ' ';
}

bool
region_read(const char **s, struct region *out)
{
	read_side(s, &out->before);
	read_side(s, &out->behind);
	return out->before.n || out->behind.n;
}

/* A filter before the landmarks: a bit for each value of their last bits. */
enum { FILTER_BITS = 10, WORD_BITS = 64,
       FILTER = (1 << FILTER_BITS) / WORD_BITS };

struct look {
	const struct region *r;
	uint64_t filter[FILTER];
	struct sightings *out;
};

static uint64_t *
filter_word(struct look *k, uint32_t mark)
{
	return &k->filter[(mark & ((1 << FILTER_BITS) - 1)) / WORD_BITS];
}

static uint64_t
filter_bit(uint32_t mark)
{
	return (uint64_t)1 << mark % WORD_BITS;
}

static void
expect(struct look *k, const struct landmarks *side)
{
	size_t i;

	for (i = 0; i < side->n; i++)
		*filter_word(k, side->at[i]) |= filter_bit(side->at[i]);
}

static void
see(struct sightings *out, size_t at, unsigned mark)
{
	struct sighting s = {at, mark};
	size_t i;

	for (i = out->n; i > 0 && at - out->at[i - 1].at < APART; i--)
		if (out->at[i - 1].mark == mark)
			return;
	vec_push(out, s);
}

static void
recognise(struct look *k, size_t at, uint32_t mark)
{
	const struct region *r = k->r;
	unsigned i;

	for (i = 0; i < r->before.n; i++)
		if (r->before.at[i] == mark)
			see(k->out, at, i);
	for (i = 0; i < r->behind.n; i++)
		if (r->behind.at[i] == mark)
			see(k->out, at, LANDMARKS + i);
}

void
region_look(const struct region *r, struct run text, size_t from, size_t to,
            struct sightings *out)
{
	struct look k = {.r = r, .out = out};
	uint64_t hash, first = gram_weight();
	size_t i;

	out->n = 0;
	expect(&k, &r->before);
	expect(&k, &r->behind);
	if (to - from < GRAM)
		return;
	hash = gram_hash(text.c + from);
	for (i = from;; i++) {
		uint32_t mark = mark_of(hash);

		if (*filter_word(&k, mark) & filter_bit(mark))
			recognise(&k, i, mark);
		if (i + GRAM >= to)
			break;
		hash = gram_rolled(hash, first, text.c[i], text.c[i + GRAM]);
	}
}

/* The first of S at or behind code point AT. */
static size_t
first_from(const struct sightings *s, size_t at)
{
	size_t lo = 0, hi = s->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->at[mid].at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* How many of N landmarks from FIRST on are seen from FROM up to TO. */
static double
share(const struct sightings *s, unsigned first, size_t n, size_t from,
      size_t to)
{
	bool seen[LANDMARKS] = {false};
	size_t i, found = 0;

	for (i = first_from(s, from); i < s->n && s->at[i].at < to; i++) {
		unsigned mark = s->at[i].mark - first;

		if (mark >= n || seen[mark])
			continue;
		seen[mark] = true;
		found++;
	}
	return n ? (double)found / (double)n : 1;
}

double
region_share(const struct region *r, const struct sightings *s, size_t start,
             size_t end)
{
	size_t from = start > REGION_SIGHT ? start - REGION_SIGHT : 0;
	double before = share(s, 0, r->before.n, from, start);
	double behind = share(s, LANDMARKS, r->behind.n, end,
	                      end + REGION_SIGHT);

	return before < behind ? before : behind;
}
