/* Candidates that look alike are judged together. */
#include "text/structure/evidence.h"

#include <string.h>

#include "base/vec.h"

/* Numbered headings left of the body that make a rule of it. */
enum { LEAST_HUNG = 4 };

struct style {
	uint32_t n, good, repeated;
};

struct styles {
	struct style *at;
	size_t n, cap;
};

static uint64_t
style_key(const struct candidate *c)
{
	uint64_t looks = c->flags & (CAND_UPPER | CAND_CENTRED |
	                             CAND_OUTDENTED | CAND_INDENTED |
	                             CAND_EMPHASISED | CAND_BRACKETED);

	looks = looks * 64 + c->markup;
	looks = looks * 16 + c->number.kind;
	looks = looks * 16 + c->number.depth;
	looks = looks * 2 + (c->number.kind != NUMBER_NONE &&
	                     candidate_is_bare(c));
	looks = looks * 2 + ((c->flags & CAND_GLUED) != 0);
	return (looks + 1) * 0x9E3779B97F4A7C15u + c->unit_word;
}

static bool
has_name(const struct candidate *c)
{
	return c->number.kind != NUMBER_NONE || c->word != WORD_OTHER ||
	       (c->flags & CAND_ANNOUNCED) != 0 || c->markup != MARKUP_NONE;
}

/* Whether it matters how often C's words come again. */
static bool
may_repeat(const struct candidate *c)
{
	return !(c->flags & CAND_TAKEN) && !has_name(c) && c->words != 0;
}

/* Words that come again and again are a speaker's name, a refrain, a stage
 * direction; numbers and standing names may. */
static void
weigh_repeats(struct candidates *all, struct styles *styles,
              const struct tally *words)
{
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		uint32_t n;

		if (!may_repeat(c))
			continue;
		n = tally_value(words, c->words);
		if (n > 3)
			c->flags |= CAND_REPEATED;
		if (n > 1)
			styles->at[c->style].repeated++;
		if (n > 2)
			c->score = (int16_t)(c->score - 6);
		else if (n > 1)
			c->score = (int16_t)(c->score - 2);
	}
}

/* What stands below a speaker's name is what is said. */
static void
weigh_speeches(struct candidates *all)
{
	for (size_t i = 1; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if ((c[-1].flags & CAND_REPEATED) && !has_name(c) &&
		    c->group == c[-1].group + 1u)
			c->score = (int16_t)(c->score - 5);
	}
}

static void
gather_styles(struct candidates *all, struct styles *styles)
{
	struct tally keys = {0};

	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		struct tally_entry *e;

		if (c->flags & CAND_TAKEN)
			continue;
		e = tally_at(&keys, style_key(c));
		if (e->value == 0) {
			vec_push(styles, (struct style){0});
			e->value = (uint32_t)styles->n;
		}
		c->style = e->value - 1;
		/* What is plainly text says nothing about its style. */
		styles->at[c->style].n += c->score > SCORE_HEADING - 6;
	}
	tally_clear(&keys);
	all->styles = styles->n;
}

/* How often all candidates have the words of those that matter. */
static void
count_repeats(const struct candidates *all, struct tally *words)
{
	for (size_t i = 0; i < all->n; i++)
		if (may_repeat(&all->at[i]))
			tally_at(words, all->at[i].words)->value++;
	for (size_t i = 0; words->n > 0 && i < all->n; i++) {
		const struct candidate *c = &all->at[i];

		if (!(c->flags & CAND_TAKEN) && has_name(c) && c->words != 0)
			tally_count(words, c->words);
	}
}

/* What belonging to its style is worth to a candidate. */
static int
score_style(const struct style *s, const struct candidate *c)
{
	int score = 0;

	/* On the title page, but set as the headings are. */
	if ((c->flags & CAND_TITLE_PAGE) && s->good >= 2 &&
	    s->good * 2 >= s->n)
		score += s->good > 2 ? 3 : 2;
	if (has_name(c) && s->good * 4 >= s->n)
		return s->good > 1 ? 1 : 0;
	if (s->n >= 6 && s->repeated * 5 >= s->n * 2)
		return -6;
	if (s->good >= 2 && s->good * 3 >= s->n * 2)
		score += 1;
	if (s->n >= 4 && s->good * 3 < s->n)
		score -= s->good * 8 < s->n ? 4 : 2;
	return score;
}

/* Whether the numbered headings stand left of the body and go down to the
 * smallest, by figures with points or by a table of contents: then what
 * stands further right is a term, a label or a line of a drawing. */
static bool
is_hung(const struct candidates *all)
{
	size_t left = 0, right = 0, known = 0;

	if (!candidates_are_dotted(all) && !(all->flags & CAND_ANNOUNCED))
		return false;
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];

		if (c->flags & CAND_TAKEN || c->score < SCORE_HEADING ||
		    !(c->flags & CAND_IN_SEQUENCE))
			continue;
		left += (c->flags & CAND_OUTDENTED) != 0;
		right += !(c->flags & CAND_OUTDENTED);
		known += c->number.kind == NUMBER_DOTTED ||
		         (c->flags & CAND_ANNOUNCED) != 0;
	}
	return left >= LEAST_HUNG && left > right * 4 && known >= 2;
}

/* Whether C stands among the text that such headings hang out of, and says by
 * no unit, number or table that it is one all the same. */
static bool
is_aside(const struct candidate *c)
{
	return !(c->flags & (CAND_OUTDENTED | CAND_ANNOUNCED)) &&
	       c->unit == 0 && c->number.kind != NUMBER_DOTTED &&
	       c->markup == MARKUP_NONE;
}

/* A hash of the words that the N bytes at S begin with up to a full stop, as
 * those of a speaker in front of a speech are; 0 where there are none. */
static uint64_t
lead_of(const char *s, size_t n)
{
	enum { REACH = 32, BLANKS = 2 };
	size_t most = n < REACH ? n : REACH, i;
	const char *point, *colon;
	unsigned blanks = 0;

	if (most <= 2)
		return 0;
	point = memchr(s + 2, '.', most - 2);
	colon = memchr(s + 2, ':', point ? (size_t)(point - s) - 2 : most - 2);
	i = (size_t)((colon ? colon : point) - s);
	if ((!point && !colon) || i + 1 == n || s[i + 1] != ' ')
		return 0;
	for (size_t k = 0; k < i; k++)
		blanks += s[k] == ' ';
	return blanks <= BLANKS ? words_hash(s, i) : 0;
}

static uint64_t
lead_of_words(const struct survey *s, const struct candidate *c)
{
	return lead_of(s->t->at + c->at, c->end - c->at);
}

/* Counts how many groups of the body begin with each of LEADS. */
static void
count_leads(const struct survey *s, const struct tally *leads)
{
	for (size_t g = 0; g < s->groups.n; g++) {
		const struct line *l = group_line(s, g);
		uint64_t lead = l->role == ROLE_BODY
		                        ? lead_of(s->t->at + l->at, l->n)
		                        : 0;

		if (lead != 0)
			tally_count(leads, lead);
	}
}

/* What begins with the same name as many other paragraphs is a speech. */
static void
weigh_speakers(const struct survey *s, struct candidates *all)
{
	enum { SPEECHES = 4 };
	struct tally leads = {0};

	for (int pass = 0; pass < 2; pass++) {
		if (pass == 1 && leads.n == 0)
			break;
		for (size_t i = 0; i < all->n; i++) {
			struct candidate *c = &all->at[i];
			uint64_t lead = has_name(c) ? 0 : lead_of_words(s, c);

			if (lead == 0)
				continue;
			if (pass == 0)
				tally_at(&leads, lead);
			else if (tally_value(&leads, lead) >= SPEECHES)
				c->score = (int16_t)(c->score - 6);
		}
		if (pass == 0 && leads.n > 0)
			count_leads(s, &leads);
	}
	tally_clear(&leads);
}

void
weigh_styles(const struct survey *s, struct candidates *all)
{
	struct tally words = {0};
	struct styles styles = {0};
	bool hung = is_hung(all);

	gather_styles(all, &styles);
	count_repeats(all, &words);
	weigh_repeats(all, &styles, &words);
	weigh_speeches(all);
	weigh_speakers(s, all);
	for (size_t i = 0; i < all->n; i++)
		if (!(all->at[i].flags & CAND_TAKEN) &&
		    all->at[i].score >= SCORE_HEADING)
			styles.at[all->at[i].style].good++;
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];

		if (c->flags & CAND_TAKEN)
			continue;
		c->score = (int16_t)(c->score +
		                     score_style(&styles.at[c->style], c));
		if (hung && is_aside(c))
			c->score = (int16_t)(c->score - 5);
	}
	vec_clear(&styles);
	tally_clear(&words);
}
