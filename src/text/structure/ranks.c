/* Headings that look alike and are of different levels all the same. */
#include "text/structure/evidence.h"

enum {
	LEAST_UPPER = 2, /* headings right above others that make a rule */
	UPPER_PART = 6,  /* one in so many of a look at least */
};

static bool
is_plain_heading(const struct candidate *c)
{
	return c->level > 0 && c->number.kind == NUMBER_NONE &&
	       c->markup == MARKUP_NONE;
}

bool
heading_is_below(const struct survey *s, const struct candidate *a,
                 const struct candidate *b)
{
	size_t above;

	if (a->group == b->group)
		return a->line + a->lines == b->line;
	above = survey_before(s, b->group);
	return above != (size_t)-1 && group_line(s, above)->at < a->end;
}

/* A key for what C looks like, never 0. */
static uint64_t
look_of(const struct candidate *c)
{
	return 1u + (c->flags & (CAND_UPPER | CAND_CENTRED | CAND_OUTDENTED |
	                         CAND_INDENTED));
}

/* Marks the headings that another of their look stands right below, and
 * counts them and all others by looks. */
static void
find_upper(const struct survey *s, struct candidates *all,
           struct tally *upper, struct tally *count)
{
	struct candidate *prev = NULL;
	bool below = false;

	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		bool plain = is_plain_heading(c) && !candidate_is_standing(c);

		if (c->level == 0)
			continue;
		if (plain && prev != NULL && look_of(prev) == look_of(c) &&
		    heading_is_below(s, prev, c)) {
			if (!below) {
				prev->flags |= CAND_UPPERMOST;
				tally_at(upper, look_of(c))->value++;
			}
			below = true;
		} else {
			below = false;
		}
		if (plain)
			tally_at(count, look_of(c))->value++;
		prev = plain ? c : NULL;
	}
}

/*
 * Where several headings of one look stand right above others of it, they
 * hold these and what follows. Those in front of the first of them are held
 * by none.
 */
static void
mark_uppermost(const struct survey *s, struct candidates *all)
{
	struct tally upper = {0}, count = {0};

	find_upper(s, all, &upper, &count);
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		struct tally_entry *e;

		if (!is_plain_heading(c) || candidate_is_standing(c) ||
		    tally_value(&upper, look_of(c)) == 0)
			continue;
		e = tally_at(&upper, look_of(c));
		if (e->value < LEAST_UPPER ||
		    e->value * UPPER_PART < tally_value(&count, look_of(c)))
			c->flags &= ~(uint32_t)CAND_UPPERMOST;
		else if (c->flags & CAND_UPPERMOST)
			e->second = 1;
		else if (e->second == 0)
			c->flags |= CAND_UPPERMOST;
	}
	tally_clear(&upper);
	tally_clear(&count);
}

/* A key for the first word of C, never 0. */
static uint64_t
first_word(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at + c->at;
	char folded[WORD_MOST + 1];

	return words_hash(t, word_fold(t, c->end - c->at, folded)) | 1;
}

/*
 * Standing names that come again with other headings between ("Dramatis
 * Personae", "Notes") belong each to its own part.
 */
static void
mark_of_parts(const struct survey *s, struct candidates *all)
{
	struct tally names = {0};

	for (int pass = 0; pass < 2; pass++) {
		uint32_t others = 1;

		for (size_t i = 0; i < all->n; i++) {
			struct candidate *c = &all->at[i];
			struct tally_entry *e;

			if (c->level == 0)
				continue;
			if (!is_plain_heading(c) ||
			    !candidate_is_standing(c)) {
				others++;
				continue;
			}
			e = tally_at(&names, first_word(s, c));
			if (pass == 1 && e->second > 0)
				c->flags |= CAND_OF_PART;
			if (pass == 0 && e->value > 0 && e->value != others)
				e->second = 1;
			e->value = others;
		}
	}
	tally_clear(&names);
}

void
mark_ranks(const struct survey *s, struct candidates *all)
{
	mark_uppermost(s, all);
	mark_of_parts(s, all);
}
