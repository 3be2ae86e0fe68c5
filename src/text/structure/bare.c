/* Numbers that stand alone on their lines, and the names below them. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/structure/evidence.h"
#include "text/structure/words.h"

/* What comes again and again by itself. */
static void
count_speakers(const struct candidates *all, struct tally *speakers)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].flags & CAND_REPEATED)
			tally_at(speakers, all->at[i].words)->value++;
}

/* Whether B lists persons who speak, as French plays do below each scene: what
 * stands in front of its first comma, or behind its last, comes again and again
 * by itself. SPEAKERS holds what does. */
static bool
lists_speakers(const struct survey *s, const struct candidate *b,
               const struct tally *speakers)
{
	const char *t = s->t->at + b->at;
	size_t n = b->end - b->at, last = n;
	const char *comma = memchr(t, ',', n);

	if (tally_value(speakers, b->words) > 0)
		return true;
	if (comma == NULL)
		return false;
	while (t[last - 1] != ',')
		last--;
	return tally_value(speakers, words_hash(t, (size_t)(comma - t))) > 0 ||
	       tally_value(speakers, words_hash(t + last, n - last)) > 0;
}

/* Whether B says where and when a letter was written:
 * "_Leeds, 4 March 1861._" */
static bool
heads_letter(const struct survey *s, const struct candidate *b)
{
	return (b->flags & CAND_DATED) != 0 &&
	       ((b->flags & CAND_EMPHASISED) != 0 ||
	        memchr(s->t->at + b->at, ',', b->end - b->at) != NULL);
}

/* Whether B can be the name that belongs to the bare number A in front. */
static bool
can_be_name(const struct survey *s, const struct candidate *a,
            const struct candidate *b)
{
	const struct line *l = &s->lines.at[b->line];
	ucs first;

	if (b->group != a->group + 1 && b->line != a->line + 1)
		return false;
	if (b->unit > 0 || b->lines > 3 || b->number.kind != NUMBER_NONE ||
	    b->markup != MARKUP_NONE || heads_letter(s, b) ||
	    (b->flags & (CAND_TAKEN | CAND_BRACKETED | CAND_GLUED |
	                 CAND_REPEATED)) ||
	    (b->group != a->group &&
	     b->line != s->groups.at[b->group].first))
		return false;
	ucs_decode(s->t->at + b->at, b->end - b->at, &first);
	if (ucs_is_lower(first) || ucs_is_dash(first) || l->words > 16)
		return false;
	if ((first == '"' || first == 0x201C || first == 0x00AB) &&
	    !(b->flags & (CAND_UPPER | CAND_TITLED)))
		return false;
	switch (l[b->lines - 1].last) {
	case ',': case ';': case ':': case '-': case 0x2014:
		return false;
	case '!':
		return (b->flags & (CAND_UPPER | CAND_TITLED)) != 0;
	default:
		return l->width <= 80;
	}
}

/* Whether B, in the group below a number, is a short line that no sentence ends
 * and prose stands below, as names are where only the first word of one has a
 * capital: "De los caminos". */
static bool
is_short_name(const struct survey *s, const struct candidate *b)
{
	enum { WORDS = 10 };
	const struct line *l = &s->lines.at[b->line];
	size_t below = survey_behind(s, b->group);

	return b->lines == 1 && l->words <= WORDS && ucs_is_letter(l->last) &&
	       line_is(l, LINE_UPPER_START) && below != (size_t)-1 &&
	       survey_is_body(s, below) && survey_is_prose(s, below);
}

/* Whether B looks like part of the heading that the number in front begins. */
static bool
are_alike(const struct survey *s, const struct candidate *b)
{
	return b->level > 0 ||
	       (b->flags & (CAND_ANNOUNCED | CAND_UPPER | CAND_CENTRED |
	                    CAND_TITLED)) != 0 ||
	       is_short_name(s, b);
}

/* What is known of a style: of its numbers that stand alone on their lines, and
 * of its headings behind no number. */
struct bare {
	uint32_t n, named; /* all of them; those that a name can follow */
	uint32_t stacked;  /* names that another heading stands below */
	uint32_t glued;    /* names on the very next line */
	uint32_t style;    /* that most of the names have */
	uint32_t apart;    /* headings that stand by themselves */
};

static bool
is_bare(const struct candidate *c)
{
	return c->level > 0 && candidate_is_bare(c) &&
	       c->markup == MARKUP_NONE && !(c->flags & CAND_GLUED);
}

/* Counts the headings of each style that stand by themselves. */
static void
count_apart(const struct survey *s, const struct candidates *all,
            struct bare *of_style)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->at[i];

		if (c->level == 0 || c->number.kind != NUMBER_NONE ||
		    c->word != WORD_OTHER ||
		    (i > 0 && is_bare(c - 1) && can_be_name(s, c - 1, c)))
			continue;
		of_style[c->style].apart++;
	}
}

/* Whether another heading stands right below heading I. */
static bool
is_stacked(const struct candidates *all, size_t i)
{
	return i + 1 < all->n && all->at[i + 1].level > 0 &&
	       all->at[i + 1].group == all->at[i].group + 1;
}

/* Whether the names behind such numbers are their names: most have one. Where
 * some have none and headings of the same looks stand elsewhere too, they
 * are headings of their own; so they are where far more stand elsewhere, as
 * the first poem of each part does. */
static bool
have_names(const struct bare *b, const struct bare *of_style)
{
	uint32_t others = of_style[b->style].apart;

	if (b->named * 2 <= b->n)
		return false;
	if (b->named < b->n)
		return others < 2;
	return others < b->n * 2 || b->stacked * 2 > b->named ||
	       b->glued * 2 > b->named;
}

/* Whether what follows number I can be its name. */
static bool
has_name(const struct survey *s, const struct candidates *all, size_t i,
         const struct tally *speakers)
{
	const struct candidate *c = &all->at[i];

	return i + 1 < all->n && can_be_name(s, c, c + 1) &&
	       !lists_speakers(s, c + 1, speakers);
}

/* Counts number I among those of its KIND; NAMED: a name can follow. */
static void
count_bare(const struct survey *s, const struct candidates *all,
           struct bare *kind, size_t i, bool named)
{
	kind->n++;
	if (!named || !are_alike(s, &all->at[i + 1]))
		return;
	kind->named++;
	kind->stacked += is_stacked(all, i + 1);
	kind->glued += all->at[i].group == all->at[i + 1].group;
	kind->style = all->at[i + 1].style;
}

/* Makes B the name of A, with the sign that closes its emphasis. */
static void
take_name(struct candidate *a, struct candidate *b)
{
	a->end = b->end + ((b->flags & CAND_EMPHASISED) != 0);
	b->flags |= CAND_TAKEN;
	b->level = 0;
}

void
join_names(const struct survey *s, struct candidates *all)
{
	struct bare *of_style = mem_new(all->styles * sizeof *of_style);
	struct tally speakers = {0};

	count_apart(s, all, of_style);
	count_speakers(all, &speakers);
	for (size_t i = 0; i < all->n; i++)
		if (is_bare(&all->at[i]))
			count_bare(s, all, &of_style[all->at[i].style], i,
			           has_name(s, all, i, &speakers));
	for (size_t i = 0; i < all->n; i++)
		if (is_bare(&all->at[i]) &&
		    have_names(&of_style[all->at[i].style], of_style) &&
		    has_name(s, all, i, &speakers))
			take_name(&all->at[i], &all->at[i + 1]);
	free(of_style);
	tally_clear(&speakers);
}
