/* The front of a text: where its title page ends, and what is on it. */
#include <string.h>

#include "base/vec.h"
#include "text/structure/evidence.h"
#include "text/structure/find.h"
#include "text/structure/front.h"

enum { MOST_PIECES = 80 };

/* Whether a line has as much white on its left as on its right. */
static bool
is_centred(const struct survey *s, const struct line *l)
{
	int right = (int)s->manner.wrap - l->indent - l->width;

	return s->manner.wrap > 0 && right - l->indent <= 4 &&
	       l->indent - right <= 4;
}

/* Whether group G is a few lines that stand right of the body or in the middle
 * of the page, not all in one column: a title. */
static bool
is_set_in(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	const struct line *l = group_line(s, g);

	bool ragged = false;

	if (group->n > 4 || l[group->n - 1].last == '.')
		return false;
	for (size_t i = 0; i < group->n; i++) {
		if (l[i].indent < s->manner.indent + 2u &&
		    !is_centred(s, &l[i]))
			return false;
		ragged |= i > 0 && l[i].indent != l[i - 1].indent;
	}
	return ragged;
}

/* Whether group G is a stanza: some lines, most of them neither in capitals
 * nor with a capital to each word, as those of a title page are. */
static bool
is_stanza(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	const struct line *l = group_line(s, g);
	size_t mixed = 0;

	for (size_t i = 0; i < group->n; i++)
		mixed += l[i].words >= 4 &&
		         !line_is(&l[i], LINE_UPPER | LINE_TITLED | LINE_GAPS);
	return group->n >= 3 && mixed * 3 >= group->n * 2;
}

/* Whether a few lines that no sentence ends stand left of the body, as headings
 * do in a browser's page. */
static bool
is_set_out(const struct survey *s, const struct group *group)
{
	enum { MOST = 3, LEAST = 2 }; /* [ln], [col] */
	ucs last = s->lines.at[group->first + group->n - 1].last;

	for (size_t i = 0; i < group->n; i++)
		if (s->lines.at[group->first + i].indent + LEAST >
		    s->manner.indent)
			return false;
	return group->n <= MOST && last != '.' && last != ':' && last != '"';
}

/* Running text: it ends the title page. */
static bool
is_prose(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	const struct line *l = group_line(s, g);
	unsigned wrap = s->manner.wrap > 0 ? s->manner.wrap : 90;
	size_t full = 0;

	/* A line that asks stands above a text, not in front of one. */
	if (is_set_in(s, g) || (group->n == 1 && l->last == '?') ||
	    is_set_out(s, group))
		return false;
	for (size_t i = 0; i < group->n && full < 2; i++)
		full += l[i].width > 130 ||
		        (l[i].width * 4u >= wrap * 3u &&
		         !line_is(&l[i], LINE_UPPER | LINE_GAPS));
	if (full >= 2 || l->width > 130)
		return true;
	if (full == 1 && s->manner.wrap == 0)
		return true;
	if (full == 0 && (l->words < 8 || l->first == '(' || l->first == '[' ||
	                  line_is(l, LINE_UPPER | LINE_TITLED)))
		return false;
	l += group->n - 1;
	return l->last == '.' || l->last == '?' || l->last == 0x3002 ||
	       l->last == 0x201D || l->last == '"';
}

/* Whether nothing else has the markup of C, which says nothing that a section
 * does: then it is the title that is underlined. */
static bool
is_marked_alone(const struct candidate *c, const struct tally *units)
{
	return c->markup >= MARKUP_UNDERLINE &&
	       tally_value(units, c->markup) == 1 && c->unit == 0 &&
	       c->number.kind == NUMBER_NONE && c->word == WORD_OTHER;
}

/* Whether short lines stand below C, as the persons of a play do: no title of a
 * text has them there. */
static bool
heads_list(const struct survey *s, const struct candidate *c)
{
	enum { LEAST = 3, WORDS = 3, WIDEST = 60 };
	size_t below = survey_behind(s, c->group);
	const struct group *g;
	unsigned most = WIDEST;

	if (below == (size_t)-1 || (c->flags & CAND_GLUED) ||
	    s->lines.at[c->line].words > WORDS)
		return false;
	g = &s->groups.at[below];
	if (s->manner.wrap > 0 && s->manner.wrap * 3u < WIDEST * 4u)
		most = s->manner.wrap * 3u / 4;
	for (size_t i = 0; i < g->n; i++)
		if (s->lines.at[g->first + i].width > most)
			return false;
	return g->n >= LEAST;
}

/* Whether a candidate begins the text proper: a numbered heading that is not
 * the only one of its kind, a standing name, a table of contents. */
static bool
begins_text(const struct survey *s, const struct candidate *c,
            const struct tally *units, bool has_title)
{
	if (c->markup != MARKUP_NONE)
		return has_title || !is_marked_alone(c, units);
	if (c->flags & CAND_HUNG)
		return true;
	if (c->unit > 0)
		return tally_value(units, c->unit_word) > 1;
	if (c->number.kind != NUMBER_NONE && candidate_is_bare(c))
		return !c->number.bracketed && c->number.value < 400;
	if ((c->flags & CAND_IN_SEQUENCE) && c->number.value == 1 &&
	    c->number.kind != NUMBER_NONE)
		return true;
	if (candidate_is_standing(c) && heads_list(s, c))
		return true;
	return has_title && (candidate_is_standing(c) ||
	                     (c->flags & CAND_ANNOUNCED) != 0);
}

/* How many headings have each unit, and each markup. What is said twice is one
 * heading: a page may have its title in its head as well. Those of other pages
 * stand in columns at its foot. */
static void
count_units(const struct survey *s, const struct candidates *all,
            struct tally *units)
{
	struct tally said = {0};

	for (size_t k = 0; k < all->n; k++) {
		const struct candidate *c = &all->at[k];

		if (c->unit > 0 && c->words != 0 &&
		    !line_is(&s->lines.at[c->line], LINE_GAPS) &&
		    tally_at(&said, c->words)->value++ == 0)
			tally_at(units, c->unit_word)->value++;
		if (c->markup != MARKUP_NONE)
			tally_at(units, c->markup)->value++;
	}
	tally_clear(&said);
}

/* How many lines of group G, from its first on, stand before the text proper;
 * *I is the first candidate that is not in front of G. */
static size_t
lines_in_front(const struct survey *s, const struct candidates *all,
               const struct tally *units, size_t g, bool has_title, size_t *i)
{
	const struct group *group = &s->groups.at[g];

	while (*i < all->n && all->at[*i].group < g)
		(*i)++;
	for (; *i < all->n && all->at[*i].group == g; (*i)++)
		if (begins_text(s, &all->at[*i], units, has_title))
			return all->at[*i].line - group->first;
	return group->n;
}

/* What the first line of a group is that is no furniture; what the last is
 * where all are. */
static enum line_role
role_of(const struct survey *s, const struct group *group)
{
	const struct line *l = &s->lines.at[group->first];
	const struct line *last = l + group->n - 1;

	while (l < last && l->role == ROLE_FURNITURE)
		l++;
	return l->role;
}

/* The lines of the title page in *OUT. A title page has an end: where all is
 * such short lines, there is none. */
static void
cut_title_page(struct survey *s, const struct candidates *all,
               struct pieces *out, bool *ended_by_prose)
{
	struct tally units = {0};
	size_t i = 0, g;
	bool behind = false, ended = false;

	*ended_by_prose = false;
	count_units(s, all, &units);
	for (g = 0; g < s->groups.n && out->n < MOST_PIECES && !ended; g++) {
		const struct group *group = &s->groups.at[g];
		enum line_role role = role_of(s, group);
		size_t lines;

		if (role == ROLE_FURNITURE)
			continue;
		if (front_is_matter(s, g)) {
			survey_assign(s, g, 1, ROLE_FRONT);
			behind = out->n > 0;
			continue;
		}
		/* Behind title and fields a plain line is a heading. */
		ended = role != ROLE_BODY ||
		        (behind &&
		         front_kind(s, group->first) == PIECE_PLAIN);
		if (ended)
			break;
		lines = lines_in_front(s, all, &units, g, out->n > 0, &i);
		ended = lines < group->n;
		if (!ended && (is_prose(s, g) ||
		               (out->n > 0 && is_stanza(s, g)))) {
			*ended_by_prose = ended = true;
			break;
		}
		front_cut(s, g, lines, out);
	}
	if (!ended)
		vec_clear(out);
	tally_clear(&units);
}

/* Whether something else stands between the title and the last of PIECES: then
 * that is no subtitle. */
static bool
is_apart(const struct pieces *pieces, size_t title)
{
	for (size_t i = title + 1; i + 1 < pieces->n; i++)
		if (pieces->at[i].kind != PIECE_PLAIN)
			return true;
	return false;
}

/* Takes the candidates of the title page and those that say the title or the
 * author again, unless the contents have a poem or a tale of the book's name.
 * The LAST piece before running text may still be a heading, if others look
 * like it or it stands APART. */
static void
take_candidates(struct survey *s, struct candidates *all,
                const struct outline *o, const struct piece *last,
                bool apart)
{
	uint64_t title = o->title ? words_hash(o->title, strlen(o->title)) : 0;
	uint64_t author =
		o->author ? words_hash(o->author, strlen(o->author)) : 0;

	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		enum line_role role = s->lines.at[c->line].role;

		if (role == ROLE_TITLE || role == ROLE_FRONT) {
			if (last == NULL || c->line != last->line)
				c->flags |= CAND_TAKEN;
			else
				c->flags |= CAND_TITLE_PAGE |
				            (apart ? CAND_APART : 0u);
		} else if (c->words != 0 && c->markup == MARKUP_NONE &&
		           ((c->words == title &&
		             !(c->flags & CAND_ANNOUNCED)) ||
		            c->words == author)) {
			c->flags |= CAND_TAKEN;
		}
	}
}

static bool
is_author(const struct survey *s, const struct piece *p,
          const struct outline *o)
{
	size_t n = strlen(o->author);
	const struct line *l = &s->lines.at[p->line];

	return words_hash(o->author, n) ==
	       words_hash(s->t->at + l->at, line_end(l) - l->at);
}

/* Whether the last of PIECES may be no part of the title page but the first
 * heading: what looks like a name as well, where another is the author's. */
static bool
can_be_heading(const struct survey *s, const struct pieces *pieces,
               const struct outline *o)
{
	const struct piece *last = &pieces->at[pieces->n - 1];

	if (front_title(s, pieces) == pieces->n - 1)
		return false;
	return last->kind == PIECE_PLAIN ||
	       (last->kind == PIECE_NAME && o->author != NULL &&
	        !is_author(s, last, o));
}

void
find_front(struct survey *s, struct candidates *all, struct outline *o)
{
	struct pieces pieces = {0};
	const struct piece *last = NULL;
	bool prose, apart = false;

	cut_title_page(s, all, &pieces, &prose);
	if (o->title == NULL &&
	    (!front_can_be(s, &pieces) || front_is_records(s)))
		pieces.n = 0;
	front_read(s, &pieces, o);
	front_find_source(s, o);
	if (prose && pieces.n >= 2 && o->title != NULL &&
	    can_be_heading(s, &pieces, o)) {
		last = &pieces.at[pieces.n - 1];
		apart = is_apart(&pieces, front_title(s, &pieces));
	}
	take_candidates(s, all, o, last, apart);
	vec_clear(&pieces);
}
