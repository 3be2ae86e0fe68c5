/* Two texts, word for word. */
#include "align.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"

enum {
	SHINGLE = 5,          /* words */
	TABLE_MOST = 4000000, /* cells of a table of common subsequences */
};

/* Reading words. */

static uint64_t
mix(uint64_t hash, uint64_t c)
{
	hash = (hash ^ c) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 29;
}

static int
is_in_word(ucs c)
{
	return ucs_is_letter(c) || ucs_is_digit(c);
}

/* The byte where a word divided at the line end at I goes on; I where it does
 * not. */
static size_t
behind_division(const char *s, size_t n, size_t i)
{
	size_t k = i + 1;
	ucs c;

	if (s[i] != '-')
		return i;
	while (k < n && (s[k] == '\r' || s[k] == ' '))
		k++;
	if (k >= n || s[k] != '\n')
		return i;
	while (k < n && (s[k] == '\n' || s[k] == ' '))
		k++;
	if (k < n && ucs_decode(s + k, n - k, &c) && ucs_is_lower(c))
		return k;
	return i;
}

static void
read_words(const char *s, size_t n, struct align_words *out)
{
	struct align_word w = {0, 0, 0};
	size_t i = 0, next;
	int inside = 0;
	ucs c;

	while (i < n) {
		next = i + ucs_decode(s + i, n - i, &c);
		if (!is_in_word(c)) {
			size_t on = inside ? behind_division(s, n, i) : i;

			inside &= on > i;
			i = on > i ? on : next;
			continue;
		}
		if (!inside || ucs_is_unspaced(c)) {
			w = (struct align_word){i, i, 0};
			vec_push(out, w);
		}
		inside = !ucs_is_unspaced(c);
		out->at[out->n - 1].hash = mix(out->at[out->n - 1].hash,
		                               ucs_case_folded(c));
		out->at[out->n - 1].end = i = next;
	}
}

/* Runs that stand once. */

struct shingle {
	uint64_t hash;
	size_t at;
};

static int
order_of_shingles(const void *va, const void *vb)
{
	const struct shingle *a = va, *b = vb;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

/* Those of W that stand once in it, in the order of their hashes. */
static struct shingle *
single_shingles(const struct align_words *w, size_t *n)
{
	size_t all = w->n < SHINGLE ? 0 : w->n - SHINGLE + 1, i, k;
	struct shingle *s = mem_new((all + 1) * sizeof *s);

	for (i = 0; i < all; i++) {
		s[i].at = i;
		for (k = 0; k < SHINGLE; k++)
			s[i].hash = mix(s[i].hash, w->at[i + k].hash);
	}
	qsort(s, all, sizeof *s, order_of_shingles);
	for (*n = 0, i = 0; i < all; i = k) {
		for (k = i + 1; k < all && s[k].hash == s[i].hash; k++)
			;
		if (k == i + 1)
			s[(*n)++] = s[i];
	}
	return s;
}

/* FROM is the inverse of the alignment's TO. */
static void
tie(struct alignment *al, size_t *from, size_t i, size_t k)
{
	if (al->to[i] == ALIGN_NONE && from[k] == ALIGN_NONE) {
		al->to[i] = k;
		from[k] = i;
	}
}

static void
tie_single(struct alignment *al, size_t *from)
{
	size_t n, m, i = 0, k = 0, j;
	struct shingle *a = single_shingles(&al->a, &n);
	struct shingle *b = single_shingles(&al->b, &m);

	while (i < n && k < m) {
		if (a[i].hash < b[k].hash) {
			i++;
		} else if (a[i].hash > b[k].hash) {
			k++;
		} else {
			for (j = 0; j < SHINGLE; j++)
				tie(al, from, a[i].at + j, b[k].at + j);
			i++;
			k++;
		}
	}
	free(a);
	free(b);
}

static int
are_equal(const struct alignment *al, size_t i, size_t k)
{
	return al->a.at[i].hash == al->b.at[k].hash;
}

/* Equal words before and behind those that are tied. */
static void
tie_neighbours(struct alignment *al, size_t *from)
{
	size_t i;

	for (i = 1; i < al->a.n; i++) {
		size_t k = al->to[i - 1];

		if (k != ALIGN_NONE && k + 1 < al->b.n &&
		    are_equal(al, i, k + 1))
			tie(al, from, i, k + 1);
	}
	for (i = al->a.n; i-- > 1; ) {
		size_t k = al->to[i];

		if (k != ALIGN_NONE && k > 0 && are_equal(al, i - 1, k - 1))
			tie(al, from, i - 1, k - 1);
	}
}

/* Gaps. */

/* Words I up to J of A and K up to L of B, all of them free. */
struct gap {
	size_t i, j, k, l;
};

/* CELL[x * width + y]: how long the longest common subsequence of what is left
 * behind words x and y is. */
static void
fill_table(const struct alignment *al, const struct gap *g, uint16_t *cell)
{
	size_t n = g->j - g->i, m = g->l - g->k, width = m + 1, x, y;

	for (x = n; x-- > 0; )
		for (y = m; y-- > 0; ) {
			uint16_t *c = &cell[x * width + y];

			if (are_equal(al, g->i + x, g->k + y))
				*c = (uint16_t)(c[width + 1] + 1);
			else
				*c = c[width] > c[1] ? c[width] : c[1];
		}
}

static void
tie_gap(struct alignment *al, size_t *from, const struct gap *g)
{
	size_t n = g->j - g->i, m = g->l - g->k, width = m + 1, x = 0, y = 0;
	uint16_t *cell;

	if (!n || !m || n > UINT16_MAX || (n + 1) * width > TABLE_MOST)
		return;
	cell = mem_new((n + 1) * width * sizeof *cell);
	fill_table(al, g, cell);
	while (x < n && y < m) {
		const uint16_t *c = &cell[x * width + y];

		if (are_equal(al, g->i + x, g->k + y))
			tie(al, from, g->i + x++, g->k + y++);
		else if (c[width] > c[1])
			x++;
		else
			y++;
	}
	free(cell);
}

/* Words that only a common subsequence ties, and that stand alone in it, are
 * chance: any two sentences share some. */
static void
drop_lonely(struct alignment *al, size_t *from, const struct gap *g)
{
	size_t i;

	for (i = g->i; i < g->j; i++) {
		size_t k = al->to[i];
		int before, behind;

		if (k == ALIGN_NONE)
			continue;
		before = i > 0 && k > 0 && al->to[i - 1] == k - 1;
		behind = i + 1 < al->a.n && al->to[i + 1] == k + 1;
		if (!before && !behind) {
			al->to[i] = ALIGN_NONE;
			from[k] = ALIGN_NONE;
		}
	}
}

static void
tie_gaps(struct alignment *al, size_t *from)
{
	struct gap g = {0, 0, 0, 0};
	size_t i, k;

	for (i = 0; i <= al->a.n; i++) {
		size_t to = i < al->a.n ? al->to[i] : al->b.n;

		if (to == ALIGN_NONE)
			continue;
		g.j = i;
		g.l = to;
		for (k = g.k; k < g.l && from[k] == ALIGN_NONE; k++)
			;
		if (g.i < g.j && k == g.l && g.k < g.l) {
			tie_gap(al, from, &g);
			drop_lonely(al, from, &g);
		}
		g.i = i + 1;
		g.k = to + 1;
	}
}

static size_t *
new_map(size_t n)
{
	size_t *map = mem_resize(NULL, n + 1, sizeof *map), i;

	for (i = 0; i < n; i++)
		map[i] = ALIGN_NONE;
	return map;
}

void
align(const char *a, size_t n, const char *b, size_t m, struct alignment *out)
{
	size_t *from;

	memset(out, 0, sizeof *out);
	read_words(a, n, &out->a);
	read_words(b, m, &out->b);
	out->to = new_map(out->a.n);
	from = new_map(out->b.n);
	tie_single(out, from);
	tie_neighbours(out, from);
	tie_gaps(out, from);
	free(from);
}

void
align_clear(struct alignment *al)
{
	vec_clear(&al->a);
	vec_clear(&al->b);
	free(al->to);
}
