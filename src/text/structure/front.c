/* The front of a text: title, author, and the lines that say where it is
 * from. */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "text/structure/evidence.h"
#include "text/structure/find.h"

enum piece_kind {
	PIECE_PLAIN,
	PIECE_NAME,   /* looks like a person's */
	PIECE_BYLINE, /* "by Somebody", or "by" before a name */
	PIECE_ASIDE,  /* a date, something in brackets */
	PIECE_FIELD,  /* "Written: 1930" */
};

/* A line or several that say one thing. */
struct piece {
	uint32_t line, lines;
	uint8_t kind;
};

struct pieces {
	struct piece *at;
	size_t n, cap;
};

enum { MOST_PIECES = 80 };

/* Whether a line is "Words: value", as front matter is. */
static bool
is_field(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);
	size_t most = l->n < 48 ? l->n : 48;
	const char *colon = memchr(p, ':', most);
	size_t words = 1;

	if (colon == NULL || !line_is(l, LINE_UPPER_START) ||
	    (size_t)(colon - p) + 1 >= l->n ||
	    (colon[1] != ' ' && colon[1] != '\t' && colon[1] != '\xC2'))
		return false;
	for (const char *q = p; q < colon; q++)
		words += *q == ' ';
	return words <= 4;
}

/* The lines of group G that are fields; a value may go on below. */
static bool
is_front_group(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	size_t fields = 0;

	for (size_t i = 0; i < group->n; i++)
		fields += is_field(s, group->first + i);
	return fields >= 2 && fields * 4 >= group->n;
}

/* Whether group G is a few lines that all stand right of the body, not all in
 * one column: a title in the middle of the page. */
static bool
is_set_in(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	const struct line *l = group_line(s, g);

	bool ragged = false;

	if (group->n > 4 || l[group->n - 1].last == '.')
		return false;
	for (size_t i = 0; i < group->n; i++) {
		if (l[i].indent < s->manner.indent + 2u)
			return false;
		ragged |= i > 0 && l[i].indent != l[i - 1].indent;
	}
	return ragged;
}

/* Running text: it ends the title page. */
static bool
is_prose(const struct survey *s, size_t g)
{
	const struct group *group = &s->groups.at[g];
	const struct line *l = group_line(s, g);
	unsigned wrap = s->manner.wrap > 0 ? s->manner.wrap : 90;
	size_t full = 0;

	if (is_set_in(s, g))
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

/* Words that names hold beside capitals, and words that titles hold. */
static const char *const particles[] = {
	"de", "del", "der", "di", "du", "la", "le", "van", "von", "zu",
	"ibn", "bin", "da", "ten", "ter", NULL};
static const char *const small_words[] = {
	"and", "of", "in", "on", "und", "et", "for", "to", "or", "with",
	"from", "at", "about", "against", "on", "uber", "zur", "zum", "im",
	"sur", "y", "и", "в", "о", "на",
	"my", "your", "our", "their", "his", "her", "this", "these", "that",
	"what", "who", "whose", "which", "how", "why", "when", "where", "is",
	"are", "was", "not", "no", "as", "under", "after", "before", "towards",
	"toward", "between", "by", "unser", "unsere", "was", "wer", "wie",
	"warum", "notre", "nos", "nuestra", "nuestro", "что", "как", "кто",
	"наш", "наша", "наши", NULL};

static bool
is_one_of(const char *folded, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(folded, *words) == 0)
			return true;
	return false;
}

/* Two to four Han characters. */
static bool
is_unspaced_name(const char *t, size_t n)
{
	unsigned count = 0;

	for (size_t p = 0; p < n; count++) {
		ucs c;

		p += ucs_decode(t + p, n - p, &c);
		if (!ucs_is_unspaced(c))
			return false;
	}
	return count >= 2 && count <= 4;
}

/* Two to five words, each with a capital or a particle, none of them a word
 * that titles are made of. */
bool
front_is_name(const struct survey *s, struct span words)
{
	const char *t = s->t->at;
	unsigned count = 0;
	bool ends_well = true;

	if (words.end - words.start > 60)
		return false;
	if (is_unspaced_name(t + words.start, words.end - words.start))
		return true;
	for (text_pos p = words.start; p < words.end;) {
		char folded[WORD_MOST + 1];
		size_t k = word_fold(t + p, words.end - p, folded);
		struct word w;
		ucs c;

		if (k == 0) {
			k = ucs_decode(t + p, words.end - p, &c);
			if (!ucs_is_space(c) && c != '.' && c != ',' &&
			    c != '\'' && c != 0x2019)
				return false;
			ends_well = c != ',';
			p += k;
			continue;
		}
		ucs_decode(t + p, words.end - p, &c);
		w = word_known(folded);
		if (w.is == WORD_ARTICLE && (k > 1 || t[p + k] != '.'))
			return false;
		if (w.is == WORD_UNIT || w.is == WORD_STANDING ||
		    w.is == WORD_NOTES || is_one_of(folded, small_words))
			return false;
		if (!ucs_is_upper(c) && !is_one_of(folded, particles))
			return false;
		count++;
		ends_well = true;
		p += k;
	}
	return count >= 2 && count <= 5 && ends_well;
}

static struct span
line_span(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];

	return (struct span){l->at, line_end(l)};
}

/* The name in "By Somebody."; empty where the line is no byline. */
static struct span
byline_name(const struct survey *s, size_t line)
{
	struct span words = line_span(s, line), none = {0, 0};
	const char *t = s->t->at;
	struct word w;
	size_t k;

	if (words.start < words.end && t[words.start] == '_') {
		words.start++;
		words.end -= t[words.end - 1] == '_';
	}
	w = word_first(t + words.start, words.end - words.start, &k);
	if (w.is != WORD_BY)
		return none;
	words.start += k;
	while (words.start < words.end &&
	       (t[words.start] == ' ' || t[words.start] == ':'))
		words.start++;
	while (words.end > words.start && (t[words.end - 1] == '.' ||
	                                   t[words.end - 1] == ','))
		words.end--;
	if (words.start == words.end)
		return words;
	return front_is_name(s, words) ? words : none;
}

static enum piece_kind
kind_of_line(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	struct candidate c = {.line = (uint32_t)line, .lines = 1};
	struct span name = byline_name(s, line);
	size_t k;

	if (name.end > 0)
		return PIECE_BYLINE;
	if (l->first == '(' || l->first == '[' || l->first == 0xFF08)
		return PIECE_ASIDE;
	c.at = l->at;
	c.end = line_end(l);
	if (candidate_is_dated(s, &c) || !line_is(l, LINE_LETTERS))
		return PIECE_ASIDE;
	if (line_is(l, LINE_GAPS) ||
	    (is_field(s, line) &&
	     word_first(s->t->at + l->at, l->n, &k).is == WORD_FIELD))
		return PIECE_FIELD;
	if ((line_is(l, LINE_LOWER_START) && l->last == '.') ||
	    (l->last == ':' && (line + 1 == s->lines.n || l[1].n == 0)))
		return PIECE_ASIDE;
	return front_is_name(s, line_span(s, line)) ? PIECE_NAME : PIECE_PLAIN;
}

/* Whether the last word of line I is one that leads on: "of", "the". */
static bool
ends_open(const struct survey *s, size_t line)
{
	const char *t = line_text(s, line);
	size_t n = s->lines.at[line].n, p = n;
	char folded[WORD_MOST + 1];

	while (p > 0 && t[p - 1] != ' ')
		p--;
	word_fold(t + p, n - p, folded);
	return word_known(folded).is == WORD_ARTICLE || t[n - 1] == ',' ||
	       is_one_of(folded, small_words) ||
	       is_one_of(folded, particles);
}

/* Whether the title on LINE goes on in what could be a name below it: names
 * have initials, or are set in another case. A title that no measure broke
 * goes on only behind a word that cannot be its last. */
static bool
leads_on(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *t = line_text(s, line + 1);

	if (line_is(l, LINE_UPPER) != line_is(l + 1, LINE_UPPER) ||
	    line_is(l, LINE_UNSPACED))
		return false;
	if (s->manner.wrap == 0 && !ends_open(s, line))
		return false;
	for (size_t i = 1; i + 2 < l[1].n; i++)
		if (t[i] == '.' && (i < 2 || t[i - 2] == ' '))
			return false;
	return true;
}

static void
push_piece(struct pieces *out, size_t line, enum piece_kind kind, bool joins)
{
	struct piece *last = out->n > 0 ? &out->at[out->n - 1] : NULL;

	if (joins && last != NULL && last->line + last->lines == line) {
		last->lines++;
		return;
	}
	vec_push(out, ((struct piece){(uint32_t)line, 1, (uint8_t)kind}));
}

/* Whether the N lines from FIRST on are set in two columns, as the head of an
 * RFC is; where the left one ends first the right one goes on alone. */
static bool
has_columns(const struct survey *s, size_t first, size_t n)
{
	size_t gaps = 0;

	for (size_t i = first; i < first + n; i++)
		gaps += line_is(&s->lines.at[i], LINE_GAPS);
	return gaps >= 2;
}

/* Cuts the lines of group G into pieces; lines that look alike are one. */
static void
cut_group(const struct survey *s, size_t g, size_t lines, struct pieces *out)
{
	const struct group *group = &s->groups.at[g];
	enum piece_kind before = PIECE_ASIDE;
	bool columns = has_columns(s, group->first, lines);

	for (size_t i = 0; i < lines; i++) {
		size_t line = group->first + i;
		enum piece_kind kind = columns ? PIECE_FIELD
		                               : kind_of_line(s, line);
		bool lower = i > 0 && (before == PIECE_NAME ||
		                       before == PIECE_PLAIN) &&
		             line_is(&s->lines.at[line], LINE_LOWER_START) &&
		             kind != PIECE_BYLINE;
		bool goes_on = lower ||
		               (i > 0 && before == PIECE_PLAIN &&
		                (kind == PIECE_PLAIN ||
		                 (kind == PIECE_NAME &&
		                  leads_on(s, line - 1))));

		if (line_is(&s->lines.at[line], LINE_RULE))
			continue;
		push_piece(out, line, kind, goes_on);
		/* No name goes on in a small letter: it was a title. */
		if (lower)
			out->at[out->n - 1].kind = before = PIECE_PLAIN;
		else if (!goes_on)
			before = kind;
	}
}

/* Whether a candidate begins the text proper: a numbered heading that is not
 * the only one of its kind, a standing name, a table of contents. */
static bool
begins_text(const struct candidate *c, const struct tally *units,
            bool has_title)
{
	if (c->markup != MARKUP_NONE)
		return true;
	if (c->unit > 0)
		return tally_value(units, c->unit_word) > 1;
	if (c->number.kind != NUMBER_NONE && candidate_is_bare(c))
		return !c->number.bracketed && c->number.value < 400;
	if ((c->flags & CAND_IN_SEQUENCE) && c->number.value == 1 &&
	    c->number.kind != NUMBER_NONE && has_title)
		return true;
	return has_title && (candidate_is_standing(c) ||
	                     (c->flags & CAND_ANNOUNCED) != 0);
}

static void
count_units(const struct candidates *all, struct tally *units)
{
	for (size_t k = 0; k < all->n; k++)
		if (all->at[k].unit > 0)
			tally_at(units, all->at[k].unit_word)->value++;
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
		if (begins_text(&all->at[*i], units, has_title))
			return all->at[*i].line - group->first;
	return group->n;
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
	count_units(all, &units);
	for (g = 0; g < s->groups.n && out->n < MOST_PIECES && !ended; g++) {
		const struct group *group = &s->groups.at[g];
		enum line_role role = group_line(s, g)->role;
		size_t lines;

		if (role == ROLE_FURNITURE)
			continue;
		if (is_front_group(s, g)) {
			survey_assign(s, g, 1, ROLE_FRONT);
			behind = out->n > 0;
			continue;
		}
		/* Behind title and fields a plain line is a heading. */
		ended = role != ROLE_BODY ||
		        (behind &&
		         kind_of_line(s, group->first) == PIECE_PLAIN);
		if (ended)
			break;
		lines = lines_in_front(s, all, &units, g, out->n > 0, &i);
		ended = lines < group->n;
		if (!ended && is_prose(s, g)) {
			*ended_by_prose = ended = true;
			break;
		}
		cut_group(s, g, lines, out);
	}
	if (!ended)
		vec_clear(out);
	tally_clear(&units);
}

static char *
piece_words(const struct survey *s, const struct piece *p)
{
	const struct line *first = &s->lines.at[p->line];
	struct span words = {first->at, line_end(&first[p->lines - 1])};
	const char *t = s->t->at;

	while (words.end > words.start + 2 && t[words.start] == '_' &&
	       t[words.end - 1] == '_') {
		words.start++;
		words.end--;
	}
	return outline_words(s->t, words);
}

static void
name_author(const struct survey *s, const struct pieces *pieces, size_t i,
            struct outline *o)
{
	struct span name;

	if (o->author != NULL)
		return;
	if (pieces->at[i].kind == PIECE_NAME) {
		o->author = piece_words(s, &pieces->at[i]);
		return;
	}
	name = byline_name(s, pieces->at[i].line);
	if (name.start < name.end)
		o->author = outline_words(s->t, name);
	else if (i + 1 < pieces->n)
		o->author = piece_words(s, &pieces->at[i + 1]);
}

/* Whether an initial stands in piece P, as in "J. R. Hartley". */
static bool
has_initial(const struct survey *s, const struct piece *p)
{
	const char *t = line_text(s, p->line);

	for (size_t i = 0; i + 2 < s->lines.at[p->line].n; i++)
		if (t[i + 1] == '.' && t[i] >= 'A' && t[i] <= 'Z' &&
		    (i == 0 || t[i - 1] == ' ' || t[i - 1] == '.'))
			return true;
	return false;
}

/* Whether the words of piece P stand again in one of the last lines, as those
 * of a signature or of "The Author Archive" do. */
static bool
signs(const struct survey *s, const struct piece *p)
{
	enum { LINES = 24, WIDTH = 120 };
	const struct line *name = &s->lines.at[p->line];
	size_t from = s->lines.n > LINES ? s->lines.n - LINES : 0;

	for (size_t i = from > p->line ? from : p->line + 1; i < s->lines.n;
	     i++) {
		const struct line *l = &s->lines.at[i];

		if (l->n < name->n || l->n > WIDTH)
			continue;
		for (size_t k = 0; k + name->n <= l->n; k++)
			if (memcmp(line_text(s, i) + k,
			           s->t->at + name->at, name->n) == 0)
				return true;
	}
	return false;
}

/* Which piece is the title: the first that is not said to be something else;
 * a name before another piece is the author's. Of what looks like names only
 * the first is the title, unless it is plainly a person's. */
static size_t
choose_title(const struct survey *s, const struct pieces *pieces)
{
	size_t name = pieces->n, names = 0;

	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->at[i];

		if (p->kind == PIECE_PLAIN)
			return i;
		if (p->kind == PIECE_BYLINE && name < i)
			return name;
		if (p->kind != PIECE_NAME ||
		    (i > 0 && pieces->at[i - 1].kind == PIECE_BYLINE))
			continue;
		if (names++ == 0 ||
		    (names == 2 && (has_initial(s, &pieces->at[name]) ||
		                    signs(s, &pieces->at[name]))))
			name = i;
	}
	return name;
}

/* Whether other pieces than TITLE say who wrote the text, or more of it. */
static bool
names_others(const struct pieces *pieces, size_t title)
{
	for (size_t i = 0; i < pieces->n; i++)
		if (i != title && pieces->at[i].kind != PIECE_PLAIN &&
		    pieces->at[i].kind != PIECE_ASIDE)
			return true;
	return false;
}

/* [byte] Of a name behind a title. */
enum { NAME_MOST = 28 };

/* Whether two capitals stand together in the N bytes at S, as in "IETF". */
static bool
has_acronym(const char *s, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if (s[i] >= 'A' && s[i] <= 'Z' && s[i + 1] >= 'A' &&
		    s[i + 1] <= 'Z')
			return true;
	return false;
}

/* The title that piece P is, less the author it may name where nothing else
 * does: "Paradise Lost by John Milton". */
static void
take_title(const struct survey *s, const struct piece *p, bool others,
           struct outline *o)
{
	const struct line *first = &s->lines.at[p->line];
	struct span words = {first->at, line_end(&first[p->lines - 1])};
	const char *t = s->t->at;
	text_pos b = words.end;

	while (p->lines == 1 && !others && b > words.start + 4) {
		struct word w;
		size_t k;

		if (t[--b] != ' ')
			continue;
		w = word_first(t + b + 1, words.end - b - 1, &k);
		if (w.is != WORD_BY || words.end - b - 2 - k > NAME_MOST ||
		    has_acronym(t + b + 2 + k, words.end - b - 2 - k) ||
		    !front_is_name(s, (struct span){b + 2 + k, words.end}))
			continue;
		o->title = outline_words(s->t, (struct span){words.start, b});
		if (o->author == NULL)
			o->author = outline_words(
				s->t, (struct span){b + 2 + k, words.end});
		return;
	}
	o->title = piece_words(s, p);
}

static void
read_pieces(struct survey *s, const struct pieces *pieces, struct outline *o)
{
	size_t title = choose_title(s, pieces);

	if (o->title == NULL && title < pieces->n)
		take_title(s, &pieces->at[title], names_others(pieces, title),
		           o);
	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->at[i];
		enum line_role role =
			p->kind == PIECE_FIELD ? ROLE_FRONT : ROLE_TITLE;

		if (i != title &&
		    (p->kind == PIECE_NAME || p->kind == PIECE_BYLINE))
			name_author(s, pieces, i, o);
		for (size_t k = 0; k < p->lines; k++)
			s->lines.at[p->line + k].role = (uint8_t)role;
	}
}

/* Takes the candidates of the title page and those that say the title or the
 * author again. The last piece before running text may still be a heading,
 * if others look like it. */
static void
take_candidates(struct survey *s, struct candidates *all,
                const struct outline *o, const struct piece *last)
{
	uint64_t title = o->title ? words_hash(o->title, strlen(o->title)) : 0;
	uint64_t author =
		o->author ? words_hash(o->author, strlen(o->author)) : 0;

	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		enum line_role role = s->lines.at[c->line].role;

		if (role == ROLE_TITLE || role == ROLE_FRONT) {
			if (last != NULL && c->line == last->line)
				c->flags |= CAND_TITLE_PAGE;
			else
				c->flags |= CAND_TAKEN;
		} else if (c->words != 0 && c->markup == MARKUP_NONE &&
		           (c->words == title || c->words == author)) {
			c->flags |= CAND_TAKEN;
		}
	}
}

void
find_front(struct survey *s, struct candidates *all, struct outline *o)
{
	struct pieces pieces = {0};
	const struct piece *last = NULL;
	bool prose;

	cut_title_page(s, all, &pieces, &prose);
	read_pieces(s, &pieces, o);
	if (prose && pieces.n >= 2 && o->title != NULL &&
	    pieces.at[pieces.n - 1].kind == PIECE_PLAIN &&
	    choose_title(s, &pieces) != pieces.n - 1)
		last = &pieces.at[pieces.n - 1];
	take_candidates(s, all, o, last);
	vec_clear(&pieces);
}
