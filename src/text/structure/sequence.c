/* Numbers that count on: what tells a chapter's from a year or a list's. */
#include "text/structure/evidence.h"

#include "base/vec.h"

/*
 * One way of counting ("Chapter" in Roman numbers, ...). MAIN is the row in
 * progress, FRESH a row that a 1 began while MAIN was not at its end.
 */
struct row {
	uint32_t main, fresh;
	uint32_t main_at, fresh_at; /* the last candidate of each, plus 1 */
	uint32_t before_at;         /* the one in front of main_at */
};

struct rows {
	struct row *at;
	size_t n, cap;
};

static uint64_t
key_of(const struct candidate *c, unsigned kind)
{
	uint64_t key = kind + 16u * c->number.depth +
	               256u * (c->number.bracketed ? 1u : 0u);

	key = key * 0x9E3779B97F4A7C15u + c->unit_word;
	key = key * 0x9E3779B97F4A7C15u + c->number.parent;
	/* A list stands further right than the headings around it. */
	key = key * 2 + ((c->flags & CAND_OUTDENTED) != 0);
	/* Headings in markup and bare lines count each by themselves. */
	return key * 0x9E3779B97F4A7C15u + c->markup + 1;
}

static struct row *
row_of(struct tally *keys, struct rows *rows, uint64_t key)
{
	struct tally_entry *e = tally_at(keys, key);

	if (e->value == 0) {
		vec_push(rows, (struct row){0});
		e->value = (uint32_t)rows->n;
	}
	return &rows->at[e->value - 1];
}

static void
mark(struct candidates *all, uint32_t at)
{
	if (at > 0)
		all->at[at - 1].flags |= CAND_IN_SEQUENCE;
}

/* Candidate I is the next of ROW. Letters need three to make a row: "A." and
 * "B." by turns are speakers. */
static void
join(struct candidates *all, struct row *row, size_t i)
{
	unsigned kind = all->at[i].number.kind;
	bool letter = kind == NUMBER_LETTER || kind == NUMBER_LETTER_LOWER;

	if (!letter || all->at[i].number.value > 2) {
		mark(all, row->before_at);
		mark(all, row->main_at);
		mark(all, (uint32_t)i + 1);
	}
	row->before_at = row->main_at;
	row->main_at = (uint32_t)i + 1;
}

/* Whether candidate I counts ROW on; small gaps are forgiven once a row has
 * begun, since a heading may be missing. */
static bool
counts_on(struct candidates *all, struct row *row, uint32_t value, size_t i)
{
	if (row->fresh > 0 && value == row->fresh + 1) {
		row->main = value;
		row->main_at = row->fresh_at;
		row->before_at = 0;
		row->fresh = 0;
		join(all, row, i);
		return true;
	}
	if (row->main_at > 0 && value > row->main && value <= row->main + 2) {
		row->main = value;
		join(all, row, i);
		return true;
	}
	/* Figures with points may leave room for others: 4.3, 4.10, 4.11. */
	if (value == 1 || (all->at[i].number.kind == NUMBER_DOTTED &&
	                   value > row->main)) {
		row->fresh = value;
		row->fresh_at = (uint32_t)i + 1;
	}
	if (row->main_at == 0) {
		row->main = value;
		row->main_at = (uint32_t)i + 1;
	}
	return false;
}

/* "C" may be the third letter or a hundred: what counts on decides. */
static bool
counts_as_letter(struct candidates *all, struct tally *keys,
                 struct rows *rows, size_t i)
{
	struct candidate *c = &all->at[i];
	unsigned kind = c->number.kind == NUMBER_ROMAN ? NUMBER_LETTER
	                                               : NUMBER_LETTER_LOWER;
	struct row *row = row_of(keys, rows, key_of(c, kind));

	if (row->main_at == 0 || row->main + 1 != c->number.letter)
		return false;
	c->number.kind = (uint8_t)kind;
	c->number.value = c->number.letter;
	return counts_on(all, row, c->number.value, i);
}

/* "I Arrive" begins with a word where no "II" is to be found. */
static void
drop_doubtful(struct candidates *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if (!(c->flags & CAND_DOUBTFUL) ||
		    (c->flags & CAND_IN_SEQUENCE))
			continue;
		c->number = (struct number){0};
		c->rest = c->words;
	}
}

/* "VIII. NIGHT" where no other night is numbered: a number and a name. */
static void
drop_units(const struct survey *s, struct candidates *all)
{
	struct tally units = {0};

	if (!(all->flags & CAND_UNIT_BEHIND))
		return;
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].unit > 0)
			tally_at(&units, all->at[i].unit_word)->value++;
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		const char *t = s->t->at + c->at;
		size_t n = c->end - c->at;

		if (!(c->flags & CAND_UNIT_BEHIND) ||
		    c->number.kind >= NUMBER_LETTER ||
		    tally_value(&units, c->unit_word) > 1)
			continue;
		c->number = number_read(t, n);
		c->unit = 0;
		c->unit_word = 0;
		c->rest = words_hash(t + c->number.n, n - c->number.n);
		c->flags |= CAND_REST;
	}
	tally_clear(&units);
}

/* The first of what a number holds counts on from that: "3.1.1" behind "3.1",
 * be there a "3.1.2" or not. */
static void
mark_first_ones(struct candidates *all)
{
	const struct number *before = NULL;

	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if (c->number.kind != NUMBER_DOTTED ||
		    (c->flags & CAND_TAKEN) != 0)
			continue;
		if (before != NULL && number_begins_in(&c->number, before))
			c->flags |= CAND_IN_SEQUENCE;
		before = c->flags & CAND_IN_SEQUENCE ? &c->number : NULL;
	}
}

void
mark_sequences(const struct survey *s, struct candidates *all)
{
	struct tally keys = {0};
	struct rows rows = {0};

	drop_units(s, all);
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		struct row *row;

		if (c->number.kind == NUMBER_NONE ||
		    (c->flags & CAND_TAKEN) != 0)
			continue;
		row = row_of(&keys, &rows, key_of(c, c->number.kind));
		if (!counts_on(all, row, c->number.value, i) &&
		    c->number.letter > 0 &&
		    (c->number.kind == NUMBER_ROMAN ||
		     c->number.kind == NUMBER_ROMAN_LOWER) &&
		    c->number.value != 1)
			counts_as_letter(all, &keys, &rows, i);
	}
	if (all->flags & CAND_DOUBTFUL)
		drop_doubtful(all);
	if (candidates_are_dotted(all))
		mark_first_ones(all);
	vec_clear(&rows);
	tally_clear(&keys);
}

/* Whether two candidates stand below one another, in one style of number. */
static bool
are_rows(const struct candidate *a, const struct candidate *b)
{
	uint32_t looks = CAND_OUTDENTED | CAND_INDENTED | CAND_CENTRED;

	return b->line - (a->line + a->lines) <= 1 &&
	       (a->flags & looks) == (b->flags & looks) &&
	       a->number.kind == b->number.kind &&
	       a->number.kind != NUMBER_NONE && a->unit == b->unit &&
	       a->markup == MARKUP_NONE && b->markup == MARKUP_NONE;
}

void
weigh_rows(struct candidates *all)
{
	for (size_t i = 0, end; i < all->n; i = end) {
		for (end = i + 1; end < all->n &&
		                  are_rows(&all->at[end - 1], &all->at[end]);
		     end++)
			;
		for (size_t k = i; end - i >= 3 && k < end; k++)
			all->at[k].score = (int16_t)(all->at[k].score - 9);
	}
}
