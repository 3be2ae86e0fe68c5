/* Fingerprints: which paragraphs of a text are not those it had before. */
#include "text/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "text/fold.h"

enum {
	DIGITS = 6,  /* characters of a fingerprint */
	DIGIT = 6,   /* bits of a character */
	A_LINE = 12, /* fingerprints on a line */
};

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                             "abcdefghijklmnopqrstuvwxyz0123456789-_";

/* FNV-1a of 64 bits over code points, its high half mixed into what is
 * kept. */
static uint64_t
hash_of(const struct fold *f)
{
	uint64_t hash = 14695981039346656037u;
	size_t i;

	for (i = 0; i < f->n; i++)
		hash = (hash ^ f->c[i]) * 1099511628211u;
	hash ^= hash >> 36;
	return hash & (((uint64_t)1 << (DIGITS * DIGIT)) - 1);
}

static bool
is_worth_it(const struct text *t, const struct outline *o)
{
	return o->blocks.n <= FINGERPRINTS_MAX && t->n <= FINGERPRINT_BYTES;
}

/* False for a block without words: a rule. */
static bool
hash_block(const struct text *t, const struct block *b, struct fold *fold,
           uint64_t *hash)
{
	fold_span(t, (struct span){b->start, b->end}, FOLD_CASE, fold);
	*hash = hash_of(fold);
	return fold->n && b->kind != BLOCK_RULE;
}

bool
fingerprint_text(const struct text *t, const struct outline *o,
                 struct fingerprints *out)
{
	struct fold fold = {0};
	uint64_t hash;
	size_t i;

	out->n = 0;
	if (!is_worth_it(t, o))
		return false;
	for (i = 0; i < o->blocks.n; i++)
		if (hash_block(t, &o->blocks.at[i], &fold, &hash))
			vec_push(out, hash);
	fold_clear(&fold);
	return true;
}

void
fingerprint_write(const struct fingerprints *f, struct buf *out)
{
	size_t i;
	unsigned k;

	for (i = 0; i < f->n; i++) {
		if (i && i % A_LINE == 0)
			buf_char(out, '\n');
		for (k = DIGITS; k-- > 0;)
			buf_char(out, digits[f->at[i] >> (k * DIGIT) & 63]);
	}
}

void
fingerprint_read(const char *s, struct fingerprints *out)
{
	uint64_t hash = 0;
	unsigned k = 0;

	out->n = 0;
	for (; *s; s++) {
		const char *digit = strchr(digits, *s);

		if (!digit)
			continue;
		hash = hash << DIGIT | (uint64_t)(digit - digits);
		if (++k < DIGITS)
			continue;
		vec_push(out, hash);
		hash = 0;
		k = 0;
	}
}

static int
order(const void *va, const void *vb)
{
	uint64_t a = *(const uint64_t *)va, b = *(const uint64_t *)vb;

	return (a > b) - (a < b);
}

static bool
is_among(const struct fingerprints *f, uint64_t hash)
{
	return f->n && bsearch(&hash, f->at, f->n, sizeof hash, order);
}

/* The blocks of T that are not among those of THEN, and how many are. */
static size_t
compare(const struct text *t, const struct outline *o,
        struct fingerprints *then, struct block_list *news)
{
	struct fold fold = {0};
	uint64_t hash;
	size_t known = 0, i;

	if (then->n)
		qsort(then->at, then->n, sizeof *then->at, order);
	for (i = 0; i < o->blocks.n; i++) {
		if (!hash_block(t, &o->blocks.at[i], &fold, &hash))
			continue;
		if (is_among(then, hash))
			known++;
		else
			vec_push(news, i);
	}
	fold_clear(&fold);
	return known;
}

bool
fingerprint_news(const struct text *t, const struct outline *o,
                 struct fingerprints *then, struct block_list *out)
{
	out->n = 0;
	if (!is_worth_it(t, o))
		return false;
	compare(t, o, then, out);
	return true;
}

bool
fingerprint_is_another(const struct text *t, const struct outline *o,
                       struct fingerprints *then)
{
	struct block_list news = {0};
	size_t known, all;

	if (!then->n || !is_worth_it(t, o))
		return false;
	known = compare(t, o, then, &news);
	all = known + news.n;
	vec_clear(&news);
	return known < (all + 9) / 10;
}
