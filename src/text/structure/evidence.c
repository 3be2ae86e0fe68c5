/* What a candidate's looks and neighbours speak for. */
#include "text/structure/evidence.h"

#include <string.h>

/* Headings that may stand between another and the text below it. */
enum { MOST_STACKED = 2 };

/* What the group next to a candidate is; with STACKS, one that could be
 * a heading directly above or below another; with IN_THE_WAY, one that is
 * passed over. */
enum neighbour {
	NEXT_NONE,
	NEXT_SHORT,
	NEXT_BODY,
	NEXT_APART,
	STACKS,
	IN_THE_WAY,
};

/* A short line that is text all the same: it ends as sentences do. */
static bool
is_sentence(const struct line *l)
{
	switch (l->last) {
	case '.': case '?': case '!': case ':': case 0x3002: case 0xFF1F:
	case 0xFF01: case 0x201D: case 0xBB: case 0x2026: case '"':
		return l->words >= 3 || line_is(l, LINE_UNSPACED);
	default:
		return false;
	}
}

static enum neighbour
look_at(const struct survey *s, size_t group)
{
	const struct line *l = group_line(s, group);

	if (survey_passes(l))
		return IN_THE_WAY;
	if (l->role == ROLE_NOTE)
		return NEXT_BODY;
	/* Below "--" stands who has written a letter. */
	if (l->role != ROLE_BODY || (l->n == 2 && l->first == '-' &&
	                             l->last == '-'))
		return NEXT_APART;
	if (survey_is_body(s, group) || s->groups.at[group].n > 1)
		return NEXT_BODY;
	if (is_sentence(l))
		return NEXT_BODY;
	/* It has one line with white around it that ends no sentence. */
	if (line_is(l, LINE_LOWER_START) || l->last == ',' || l->last == ';' ||
	    l->last == ':')
		return NEXT_SHORT;
	return STACKS;
}

/* All are looked at once: most stand beside several candidates. */
static void
look_at_all(struct survey *s)
{
	for (size_t g = 0; g < s->groups.n; g++)
		s->groups.at[g].seen = (uint8_t)look_at(s, g);
}

static inline enum neighbour
seen(const struct survey *s, size_t group)
{
	return group == (size_t)-1 ? NEXT_NONE
	                           : (enum neighbour)s->groups.at[group].seen;
}

/* The group beside GROUP on one side, as survey_before and survey_behind tell
 * it. */
static inline size_t
beside(const struct survey *s, size_t group, bool behind)
{
	for (int steps = 0; steps < SURVEY_FARTHEST; steps++) {
		if (group == (behind ? s->groups.n - 1 : 0))
			return (size_t)-1;
		group += behind ? 1 : (size_t)-1;
		if (s->groups.at[group].seen != IN_THE_WAY)
			return group;
	}
	return (size_t)-1;
}

/* The same past what may be other headings. */
static inline size_t
past_stacked(const struct survey *s, size_t group, bool behind)
{
	group = beside(s, group, behind);
	for (int i = 0; i < MOST_STACKED && seen(s, group) == STACKS; i++)
		group = beside(s, group, behind);
	return group;
}

static enum neighbour
neighbour(const struct survey *s, size_t group)
{
	enum neighbour is = seen(s, group);

	return is == STACKS ? NEXT_SHORT : is;
}

/* Whether C begins with an initial, as the names below a letter or a motto
 * do: "T. Carew", "B.T."; what counts on is a number. */
static bool
is_initial(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at + c->at;

	return c->end - c->at > 3 && t[0] >= 'A' && t[0] <= 'Z' &&
	       t[1] == '.' && s->lines.at[c->line].words <= 3 &&
	       c->lines == 1 && !(c->flags & CAND_IN_SEQUENCE);
}

static int
score_number(const struct candidate *c)
{
	bool counted = (c->flags & CAND_IN_SEQUENCE) != 0;

	if (c->unit > 0)
		return counted ? 8 : 4;
	if (c->number.kind == NUMBER_NONE)
		return 0;
	if (candidate_is_bare(c))
		return counted ? 5 : -6;
	/* "3.1.2" hardly counts anything else. */
	if (counted && c->number.kind == NUMBER_DOTTED)
		return 4;
	return counted ? 2 : -1;
}

static int
score_word(const struct survey *s, const struct candidate *c)
{
	unsigned words = s->lines.at[c->line].words;

	/* "EXIT STATUS" in a manual is no stage direction. */
	if (c->word == WORD_END && (c->flags & CAND_HUNG))
		return 0;
	if (c->word == WORD_END || c->word == WORD_CAPTION)
		return -12;
	if (c->word == WORD_OTHER)
		return 0;
	return words <= 2 ? 4 : 2;
}

/* Abbreviations and initials ("U.S.", "A. F. of L.") end in a full stop that
 * closes no sentence. */
static bool
stops_as_abbreviation(const char *t, size_t n)
{
	return n >= 4 && t[n - 1] == '.' && t[n - 2] >= 'A' &&
	       t[n - 2] <= 'Z' && (t[n - 3] == '.' || t[n - 3] == ' ');
}

/* Whether C, which asks, may be a heading as "What Is to Be Done?" is: a few
 * words above prose, where none speaks. */
static bool
can_ask(const struct survey *s, const struct candidate *c)
{
	size_t below = beside(s, c->group, true);

	return s->lines.at[c->line].words <= 6 && below != (size_t)-1 &&
	       survey_is_prose(s, below);
}

static int
score_end(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at + c->at;
	size_t n = c->end - c->at;
	bool plain = (c->flags & CAND_UPPER) == 0 && c->unit == 0 &&
	             c->word == WORD_OTHER &&
	             (c->number.kind == NUMBER_NONE ||
	              s->lines.at[c->line].words > 7);
	ucs last = s->lines.at[c->line + c->lines - 1].last;

	switch (last) {
	case '.': case 0x3002:
		if (stops_as_abbreviation(t, n))
			return 1;
		return plain ? -4 : candidate_is_bare(c) ? 1 : -1;
	case ',': case ';': case 0xFF0C: case 0x3001: case 0xFF1B:
		return -8;
	case ':': case 0xFF1A:
		return plain ? -5 : -1;
	case '?': case 0xFF1F:
		return plain && !can_ask(s, c) ? -1 : 0;
	case '!': case 0xFF01:
		return plain ? -1 : 0;
	case '-': case 0x2014: case 0x2013: case 0x2026:
		return -4;
	default:
		return 1;
	}
}

static bool
is_closed(ucs last)
{
	return last == '"' || last == 0x201D || last == 0x201C ||
	       last == 0x00BB;
}

/* Whether what C has in quotation marks is a name, and nothing said. */
static bool
is_name_quoted(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at;
	text_pos close = ucs_before(t, c->end);
	ucs last;

	if (!(c->flags & (CAND_UPPER | CAND_TITLED)) || close <= c->at)
		return false;
	ucs_decode(t + ucs_before(t, close), close - c->at, &last);
	return ucs_is_letter(last) || ucs_is_digit(last);
}

/* What one types: "$ make"; where one writes or looks: "Mail: a@b.org",
 * "http://"; what leads to what: "open -> closed". */
static bool
is_command(const char *s, size_t n)
{
	const char *at = memchr(s, '@', n);
	const char *tip = memchr(s, '>', n);
	const char *colon = memchr(s, ':', n);

	if (colon != NULL && colon + 2 < s + n && colon[1] == '/' &&
	    colon[2] == '/')
		return true;
	if (tip > s + 1 && tip[-1] == '-' && tip[-2] == ' ')
		return true;
	return (n > 1 && s[0] == '$' && s[1] == ' ') ||
	       (at > s && at + 1 < s + n && at[-1] != ' ' && at[1] != ' ');
}

/* Whose right a text is: "Copyright © 1989". */
static bool
is_right(const struct survey *s, const struct candidate *c)
{
	const char *t = s->t->at + c->at;
	size_t n = c->end - c->at;
	const char *sign = line_is(&s->lines.at[c->line], LINE_FIGURES)
	                           ? memchr(t, 0xA9, n)
	                           : NULL;

	return sign > t && sign[-1] == '\xC2';
}

static int
score_start(const struct survey *s, const struct candidate *c)
{
	const struct line *l = &s->lines.at[c->line];
	ucs first, last = l[c->lines - 1].last;

	ucs_decode(s->t->at + c->at, c->end - c->at, &first);
	if (is_command(s->t->at + c->at, c->end - c->at) || is_right(s, c))
		return -8;
	if (ucs_is_dash(first) || first == 0x2022 || first == '*' ||
	    first == '+' || first == '|' || first == '>' || first == '&')
		return -8;
	/* "__BEGIN_DECLS", ".PHONY: all", "} else" */
	if (first == '_' || first == '.' || first == '}' || first == '\\')
		return -8;
	/* What explains a sign that a transcriber uses. */
	if (first == ':' || first == 0xFF1A)
		return -12;
	if ((c->flags & CAND_BRACKETED) && !c->number.bracketed)
		return -7;
	if (c->number.kind == NUMBER_NONE && ucs_is_lower(first))
		return -6;
	if (first == '"' || first == 0x201C || first == 0x201E ||
	    first == 0x00AB || first == 0x300C || first == 0x2018)
		return is_closed(last) && !is_name_quoted(s, c) ? -3 : -1;
	/* "1917 and After" */
	if (first >= '0' && first <= '9' && c->number.kind == NUMBER_NONE)
		return c->flags & (CAND_TITLED | CAND_UPPER) ? 0 : -3;
	return 0;
}

static int
score_size(const struct survey *s, const struct candidate *c)
{
	const struct line *l = &s->lines.at[c->line];
	unsigned words = 0, widest = 0;
	int score = 0;

	for (unsigned i = 0; i < c->lines; i++) {
		words += l[i].words;
		if (l[i].width > widest)
			widest = l[i].width;
	}
	if (words > 12)
		score -= words > 18 ? 4 : 2;
	if (words > 8 && c->number.kind == NUMBER_NONE &&
	    (c->flags & (CAND_UPPER | CAND_TITLED | CAND_ANNOUNCED)) == 0)
		score -= 2;
	if (widest > 76)
		score -= 1;
	if (line_is(l, LINE_GAPS) && c->unit == 0)
		score -= 2;
	if (line_is(l, LINE_LEADER) && c->unit == 0)
		score -= 3;
	else if (line_is(l, LINE_LEADER) && !line_is(l, LINE_GAPS))
		score -= 9; /* dots lead to a page, whatever stands there */
	/* Several lines that run on in mixed case are verse or an address. */
	if (c->lines > 1 && (c->flags & (CAND_UPPER | CAND_CENTRED)) == 0 &&
	    c->number.kind == NUMBER_NONE)
		score -= c->lines > 2 || !(c->flags & CAND_TITLED) ? 5 : 3;
	if (!line_is(l, LINE_LETTERS) && c->number.kind == NUMBER_NONE)
		score -= 8;
	return score;
}

static int
score_looks(const struct survey *s, const struct candidate *c)
{
	int score = 0;

	if (c->flags & CAND_UPPER)
		score += candidate_is_bare(c) ? 0 : 2;
	else if (c->flags & CAND_TITLED)
		score += 1;
	if (c->flags & CAND_CENTRED)
		score += 2;
	if (c->flags & CAND_OUTDENTED)
		score += 3;
	if (c->flags & CAND_INDENTED)
		score -= 1;
	if ((c->flags & CAND_GLUED) && !(c->flags & CAND_BETWEEN) &&
	    !s->manner.dense)
		score -= c->unit > 0 ? 1 : 2;
	if (c->flags & CAND_DATED)
		score -= c->unit > 0 ? 0 : 6;
	return score;
}

/* White space: more before and behind than paragraphs have. */
static int
score_gaps(const struct survey *s, const struct candidate *c)
{
	unsigned usual = s->manner.gap, before = s->groups.at[c->group].gap;
	size_t next = (size_t)c->group + 1;
	int score = 0;

	if (c->line == s->groups.at[c->group].first) {
		if (before > usual)
			score += before > usual + 1 ? 2 : 1;
		if (s->groups.at[c->group].page)
			score += 1;
	}
	if (next < s->groups.n && s->groups.at[next].gap > usual)
		score += before > usual ? 1 : -1;
	return score;
}

/* Between two groups that fill the measure, as no verse does. */
static bool
are_prose(const struct survey *s, size_t before, size_t behind)
{
	/* Lines that were never broken fill it always. */
	return s->manner.wrap > 0 && survey_is_prose(s, before) &&
	       survey_is_prose(s, behind);
}

/* Whether nothing that C says makes it a heading. */
static bool
is_plain(const struct candidate *c)
{
	return !(c->flags & CAND_ANNOUNCED) && c->unit == 0 &&
	       c->number.kind == NUMBER_NONE &&
	       c->word == WORD_OTHER && c->markup == MARKUP_NONE;
}

/* A line amid verse that nothing but white space sets apart is a verse. */
static bool
is_verse(const struct survey *s, const struct candidate *c, size_t above,
         size_t below)
{
	uint32_t looks = CAND_UPPER | CAND_TITLED | CAND_CENTRED |
	                 CAND_OUTDENTED | CAND_EMPHASISED;

	return is_plain(c) && !(c->flags & looks) &&
	       !survey_is_prose(s, above) && !survey_is_prose(s, below);
}

/* Whether C stands below "Yours ever,": it is who wrote the letter. */
static bool
signs_letter(const struct survey *s, const struct candidate *c)
{
	enum { WORDS = 4 }; /* in such a line: verses have more */
	size_t above = beside(s, c->group, false);
	const struct line *l;

	if (above == (size_t)-1 || s->groups.at[above].n > 1)
		return false;
	l = group_line(s, above);
	return l->last == ',' && l->words <= WORDS;
}

/* Whether C, which hangs left of what is right below it, looks like a heading
 * there and not like words in front of a list. */
static bool
can_hang(const struct survey *s, const struct candidate *c)
{
	enum { WORDS = 4 };

	return (c->flags & (CAND_UPPER | CAND_TITLED)) != 0 ||
	       s->lines.at[c->line].words <= WORDS;
}

/* A heading stands before text, not before the end; between it and the text
 * may stand another heading or two. */
static int
score_neighbours(const struct survey *s, const struct candidate *c)
{
	size_t above, below;
	enum neighbour before;

	if (c->flags & CAND_BETWEEN)
		return 3;
	if (c->flags & CAND_HUNG)
		return can_hang(s, c) ? 3 : -1;
	if (c->flags & CAND_GLUED)
		return 1;
	if (is_plain(c) && signs_letter(s, c))
		return -4;
	above = past_stacked(s, c->group, false);
	below = past_stacked(s, c->group, true);
	before = neighbour(s, above);
	switch (neighbour(s, below)) {
	case NEXT_NONE: return -6;
	case NEXT_BODY:
		/* Right above notes stands who signed the text. */
		if (is_plain(c) && group_line(s, below)->role == ROLE_NOTE)
			return -1;
		if (before != NEXT_BODY)
			return 2;
		if (is_verse(s, c, above, below))
			return 1;
		return are_prose(s, above, below) ? 4 : 3;
	case NEXT_APART: return c->word != WORD_OTHER ? 1 : -3;
	default: return before == NEXT_SHORT ? -1 : 0;
	}
}

void
weigh(struct survey *s, struct candidates *all)
{
	look_at_all(s);
	for (size_t i = 0; i < all->n; i++) {
		struct candidate *c = &all->at[i];
		int score = 0;

		if (c->flags & CAND_TAKEN)
			continue;
		score += score_number(c) + score_word(s, c);
		score += score_end(s, c) + score_start(s, c);
		score += score_size(s, c) + score_looks(s, c);
		score += score_gaps(s, c) + score_neighbours(s, c);
		if (c->flags & CAND_ANNOUNCED)
			score += 6;
		if (is_initial(s, c))
			score -= 4;
		if (c->markup != MARKUP_NONE)
			score += 6;
		if (s->manner.wrap > 0)
			score -= 1;
		if (c->flags & CAND_TITLE_PAGE)
			score += c->flags & CAND_APART ? 1 : -2;
		c->score = (int16_t)score;
	}
	weigh_rows(all);
}
