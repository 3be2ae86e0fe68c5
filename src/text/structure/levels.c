/* The levels of the headings: which kind of heading holds which. */
#include "base/vec.h"
#include "text/structure/evidence.h"
#include "text/structure/find.h"

enum { MOST_FAMILIES = 24 };

/* Headings of one way of naming: all of them are of one level. */
struct family {
	uint64_t key;
	uint32_t n;
	uint32_t first, last; /* candidates */
	uint8_t unit, kind, depth, markup, level;
	uint8_t dent; /* 0 left of the body, 1 at its edge, 2 set in */
	bool plain;   /* neither number nor markup */
	bool upper, placed;
	bool of_part; /* standing names that each part has */
};

struct families {
	struct family at[MOST_FAMILIES];
	size_t n;
	uint32_t before[MOST_FAMILIES][MOST_FAMILIES]; /* directly, no text */
	uint32_t inside[MOST_FAMILIES][MOST_FAMILIES]; /* numbers restart */
	uint32_t amid[MOST_FAMILIES][MOST_FAMILIES];   /* first to last */
	/* The one stands right above the first number of the other. */
	uint32_t heads[MOST_FAMILIES][MOST_FAMILIES];
};

static bool
is_plain(const struct candidate *c)
{
	return c->number.kind == NUMBER_NONE && c->markup == MARKUP_NONE;
}

/* As many '#' as the markup stands for: "===" is one, "---" two. */
static unsigned
markup_depth(const struct candidate *c)
{
	return c->markup < MARKUP_UNDERLINE
	               ? c->markup
	               : c->markup - MARKUP_UNDERLINE + 1u;
}

static uint64_t
family_key(const struct candidate *c)
{
	uint64_t key;

	if (c->markup != MARKUP_NONE)
		return 1000u + markup_depth(c);
	if (c->unit > 0)
		return ((uint64_t)c->unit_word << 8) + c->unit;
	if (c->number.kind != NUMBER_NONE) {
		key = 2000u + c->number.kind * 16u + c->number.depth;
		if (c->number.kind == NUMBER_DOTTED)
			key = 3000u + c->number.depth;
		return key;
	}
	if (c->flags & CAND_OF_PART)
		return 5000u;
	return 4000u + ((c->flags & CAND_UPPERMOST) ? 16u : 0u) +
	       ((c->flags & CAND_UPPER) ? 1u : 0u) +
	       ((c->flags & CAND_CENTRED) ? 2u : 0u) +
	       ((c->flags & CAND_OUTDENTED) ? 4u : 0u) +
	       ((c->flags & CAND_INDENTED) ? 8u : 0u);
}

/* Names that stand outside the numbering: preface, notes, index. */
static bool
is_outside(const struct candidate *c)
{
	return is_plain(c) && candidate_is_standing(c) &&
	       !(c->flags & (CAND_WORD_INSIDE | CAND_OF_PART));
}

static struct family *
family_of(struct families *f, const struct candidate *c, size_t i)
{
	uint64_t key = family_key(c);
	struct family *family;

	for (size_t k = 0; k < f->n; k++)
		if (f->at[k].key == key)
			return &f->at[k];
	if (f->n == MOST_FAMILIES)
		return &f->at[MOST_FAMILIES - 1];
	family = &f->at[f->n++];
	*family = (struct family){.key = key,
	                          .first = (uint32_t)i,
	                          .unit = c->unit,
	                          .kind = c->number.kind,
	                          .depth = c->number.depth,
	                          .markup = (uint8_t)markup_depth(c),
	                          .plain = is_plain(c),
	                          .of_part = (c->flags & CAND_OF_PART) != 0,
	                          .dent = (c->flags & CAND_OUTDENTED)  ? 0
	                                  : (c->flags & CAND_INDENTED) ? 2
	                                                               : 1,
	                          .upper = (c->flags & CAND_UPPER) != 0};
	return family;
}

/* Counts which family stands directly before which, and in which one the
 * numbers of another begin again. */
static void
count_pairs(const struct survey *s, const struct candidates *all,
            struct families *f)
{
	const struct candidate *prev = NULL;
	size_t prev_family = 0;
	uint32_t seen_since[MOST_FAMILIES] = {0}; /* bit sets */

	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];
		size_t k;

		if (c->level == 0 || is_outside(c))
			continue;
		k = (size_t)(family_of(f, c, i) - f->at);
		f->at[k].n++;
		f->at[k].last = (uint32_t)i;
		if (prev != NULL && prev_family != k &&
		    heading_is_below(s, prev, c)) {
			f->before[prev_family][k]++;
			f->heads[prev_family][k] +=
				c->number.kind != NUMBER_NONE &&
				c->number.value == 1;
		}
		/* The first time it begins, it does not begin again. */
		if (c->number.value == 1 && f->at[k].n > 1 &&
		    c->number.kind != NUMBER_NONE)
			for (size_t j = 0; j < f->n; j++)
				if (seen_since[k] >> j & 1)
					f->inside[j][k]++;
		if (c->number.kind != NUMBER_NONE)
			seen_since[k] = 0;
		for (size_t j = 0; j < MOST_FAMILIES; j++)
			seen_since[j] |= 1u << k;
		seen_since[k] &= ~(1u << k);
		prev = c;
		prev_family = k;
	}
}

/* How much speaks for A holding B; negative for the reverse. */
static int
holds(const struct families *f, size_t i, size_t k)
{
	const struct family *a = &f->at[i], *b = &f->at[k];
	int score = 0;

	/* Rows below a heading may be of any signs, "1.2" is below "1". */
	if (a->markup && b->markup && a->depth && b->depth &&
	    a->depth != b->depth)
		return (int)b->depth - (int)a->depth;
	if (a->markup && b->markup)
		return (int)b->markup - (int)a->markup;
	if (a->unit && b->unit && a->unit != b->unit)
		score += a->unit < b->unit ? 6 : -6;
	if (a->kind == NUMBER_DOTTED && b->kind == NUMBER_DOTTED)
		return (int)b->depth - (int)a->depth;
	if (b->kind == NUMBER_DOTTED && a->kind == NUMBER_ARABIC &&
	    a->unit == 0)
		return 8;
	if (a->kind == NUMBER_DOTTED && b->kind == NUMBER_ARABIC &&
	    b->unit == 0)
		return -8;
	if (f->inside[i][k] != f->inside[k][i])
		score += f->inside[i][k] > f->inside[k][i] ? 5 : -5;
	if (f->before[i][k] != f->before[k][i])
		score += f->before[i][k] > f->before[k][i] ? 4 : -4;
	if ((a->unit > 0) != (b->unit > 0) && !a->plain && !b->plain)
		score += a->unit > 0 ? 3 : -3;
	/* What stands in front of all of another is not held by it: an
	 * appendix behind the numbered sections. */
	if ((score > 0 && b->last < a->first) ||
	    (score < 0 && a->last < b->first))
		return 0;
	return score;
}

/* Counts how many of each family stand between the first and the last of
 * each other. */
static void
count_amid(const struct candidates *all, struct families *f)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];
		size_t k;

		if (c->level == 0 || is_outside(c))
			continue;
		k = (size_t)(family_of(f, c, i) - f->at);
		for (size_t j = 0; j < f->n; j++)
			f->amid[j][k] += f->at[j].first < i &&
			                 i < f->at[j].last;
	}
}

/* Whether K's headings stand between I's, not only in front and behind. */
static bool
is_among(const struct families *f, size_t i, size_t k)
{
	return f->amid[i][k] * 5 >= f->at[k].n * 2;
}

/* Numbered families in their order: each goes below all that hold it. */
static void
order_numbered(struct families *f)
{
	for (size_t round = 0; round < f->n; round++) {
		for (size_t i = 0; i < f->n; i++) {
			for (size_t k = 0; k < f->n; k++) {
				struct family *a = &f->at[i], *b = &f->at[k];

				if (i == k || a->plain || b->plain)
					continue;
				if (b->level <= a->level && a->level < 12 &&
				    holds(f, i, k) > 0)
					b->level = (uint8_t)(a->level + 1);
			}
		}
	}
}

/* Of two families without numbers: what stands directly before the other
 * holds it, else what stands further left, else capitals that come first. */
static bool
looks_outer(const struct families *f, size_t i, size_t k)
{
	const struct family *a = &f->at[i], *b = &f->at[k];

	if (f->before[i][k] != f->before[k][i])
		return f->before[i][k] > f->before[k][i];
	if (!is_among(f, i, k) || a->n < 2 || b->n < 2)
		return false;
	if (a->of_part != b->of_part)
		return b->of_part;
	if (a->dent != b->dent)
		return a->dent < b->dent;
	return a->upper && !b->upper && a->first < b->first;
}

/*
 * A family without numbers stands beside the outermost when it stands only in
 * front of and behind the numbered ones, as prefaces do; else it divides
 * what the innermost of those around it hold.
 */
static void
order_plain(struct families *f)
{
	for (size_t k = 0; k < f->n; k++) {
		struct family *b = &f->at[k];

		if (!b->plain)
			continue;
		b->level = 1;
		for (size_t i = 0; i < f->n; i++) {
			const struct family *a = &f->at[i];

			if (a->plain || !is_among(f, i, k))
				continue;
			if (f->before[k][i] > f->before[i][k])
				continue;
			if (b->level <= a->level)
				b->level = (uint8_t)(a->level + 1);
		}
	}
	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < f->n; k++)
			if (i != k && f->at[i].plain && f->at[k].plain &&
			    f->at[i].level == f->at[k].level &&
			    looks_outer(f, i, k))
				f->at[k].level++;
}

/*
 * Numbers whose first stands right below a heading without one, which is not
 * among them, count what that heading holds; units of one rank go together.
 * Says whether it changed anything.
 */
static bool
push_headed(struct families *f)
{
	bool changed = false;

	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < f->n; k++) {
			const struct family *a = &f->at[i];
			struct family *b = &f->at[k];

			if (!a->plain || a->n < 2 || b->plain ||
			    f->heads[i][k] == 0 || is_among(f, k, i) ||
			    b->level > a->level)
				continue;
			b->level = (uint8_t)(a->level + 1);
			changed = true;
		}
	for (size_t i = 0; changed && i < f->n; i++)
		for (size_t k = 0; k < f->n; k++)
			if (f->at[i].unit > 0 && !f->at[i].plain &&
			    f->at[i].unit == f->at[k].unit &&
			    f->at[k].level < f->at[i].level)
				f->at[k].level = f->at[i].level;
	return changed;
}

/* Levels without gaps, from 1 on. */
static void
close_ranks(struct families *f)
{
	unsigned next = 1;

	for (unsigned level = 0; level < 256; level++) {
		bool found = false;

		for (size_t k = 0; k < f->n; k++) {
			if (f->at[k].level != level || f->at[k].placed)
				continue;
			f->at[k].level = (uint8_t)next;
			f->at[k].placed = found = true;
		}
		next += found;
	}
}

void
find_levels(const struct survey *s, struct candidates *all)
{
	struct families *f = mem_new(sizeof *f);

	mark_ranks(s, all);
	count_pairs(s, all, f);
	count_amid(all, f);
	for (size_t k = 0; k < f->n; k++)
		f->at[k].level = 1;
	order_numbered(f);
	order_plain(f);
	if (push_headed(f)) {
		order_numbered(f);
		order_plain(f);
	}
	close_ranks(f);
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if (c->level > 0)
			c->level = is_outside(c) ? 1
			                         : family_of(f, c, i)->level;
	}
	free(f);
}
