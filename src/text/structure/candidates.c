/* Gathers candidates for headings, and how they stand on the page. */
#include "text/structure/candidates.h"

#include <string.h>

#include "base/vec.h"

enum {
	MOST_LINES = 4, /* of a heading */
	WIDEST = 110,   /* [col] of one of its lines */
	WIDEST_WHOLE = 80, /* [col] of a heading that another stands below */
	WIDEST_BETWEEN = 60, /* [col] of one that no white is around */
	HANG = 3, /* [col] left of the line right below it, at least; that is
	             no date at the right */
};

static bool
is_emphasis(char c)
{
	return c == '_' || c == '*' || c == '=' || c == '/' || c == '~';
}

/* Takes signs of emphasis off both ends of C: "_Title_", "=Title=". */
static void
take_emphasis(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at;

	while (c->end - c->at > 2 && is_emphasis(t[c->at]) &&
	       t[c->end - 1] == t[c->at]) {
		c->at++;
		c->end--;
		c->flags |= CAND_EMPHASISED;
	}
}

/* Takes "[12]", a link's number of lynx, off the front of C. */
static void
take_link(const struct survey *s, struct candidate *c)
{
	const char *t = s->t->at;
	text_pos p = c->at;

	while (s->manner.linked && p < c->end && t[p] == '[') {
		text_pos q = p + 1;

		while (q < c->end && t[q] >= '0' && t[q] <= '9')
			q++;
		if (q == p + 1 || q >= c->end || t[q] != ']')
			return;
		for (p = q + 1; p < c->end && t[p] == ' ';)
			p++;
		if (p < c->end)
			c->at = p;
	}
}

/* Takes remarks in wide brackets, as Japanese transcribers put them, off both
 * ends of C: "［＃５字下げ］一". */
static void
take_remarks(const struct survey *s, struct candidate *c)
{
	static const char open[] = "［＃", close[] = "］";
	enum { OPEN = sizeof open - 1, CLOSE = sizeof close - 1 };
	const char *t = s->t->at;
	text_pos p;

	while (c->end - c->at > OPEN && memcmp(t + c->at, open, OPEN) == 0) {
		for (p = c->at + OPEN;
		     p + CLOSE < c->end && memcmp(t + p, close, CLOSE) != 0;)
			p++;
		if (p + CLOSE >= c->end)
			return;
		c->at = p + CLOSE;
	}
	while (c->end - c->at > OPEN + CLOSE &&
	       memcmp(t + c->end - CLOSE, close, CLOSE) == 0) {
		for (p = c->end - CLOSE - OPEN;
		     p > c->at && memcmp(t + p, open, OPEN) != 0;)
			p--;
		if (p <= c->at)
			return;
		c->end = p;
	}
}

/* Whether a line stands in the middle of the measure: as much white on its
 * left as there would be on its right. */
static bool
is_centred(const struct survey *s, const struct line *l)
{
	int wrap = s->manner.wrap > 0 ? s->manner.wrap : 72;
	int right = wrap - l->indent - l->width;
	int off = (int)l->indent - s->manner.indent - right;

	if (l->indent < s->manner.indent + 4u || l->width > wrap)
		return false;
	return off >= -6 && off <= 8;
}

static unsigned
flags_of(const struct survey *s, const struct candidate *c)
{
	const struct line *l = &s->lines.at[c->line];
	unsigned flags = 0, all = LINE_UPPER | LINE_TITLED;
	ucs first;

	for (unsigned i = 0; i < c->lines; i++)
		all &= l[i].flags | (line_is(&l[i], LINE_LETTERS) ? 0 : all);
	if (all & LINE_UPPER && line_is(l, LINE_LETTERS))
		flags |= CAND_UPPER;
	if (all & LINE_TITLED)
		flags |= CAND_TITLED;
	if (is_centred(s, l))
		flags |= CAND_CENTRED;
	else if (l->indent > s->manner.indent + 1u) /* lynx sets some in by 1 */
		flags |= CAND_INDENTED;
	else if (l->indent < s->manner.indent)
		flags |= CAND_OUTDENTED;
	ucs_decode(s->t->at + c->at, c->end - c->at, &first);
	if (first == '(' || first == '[' || first == '{' || first == 0xFF08)
		flags |= CAND_BRACKETED;
	/* Nobody dates a chapter by its number. */
	if ((c->unit == 0 || c->markup != MARKUP_NONE) &&
	    candidate_is_dated(s, c))
		flags |= CAND_DATED;
	return flags;
}

/* Makes a candidate of LINES lines of group G, from line FIRST of it on, but
 * for the hashes of its words; the bytes of its number. */
static size_t
make_candidate(const struct survey *s, size_t group, unsigned first,
               unsigned lines, struct candidate *c)
{
	const struct group *g = &s->groups.at[group];
	const struct line *l = &s->lines.at[g->first + first];
	size_t number;

	*c = (struct candidate){.line = g->first + first,
	                        .group = (uint32_t)group,
	                        .lines = (uint8_t)lines,
	                        .at = l->at,
	                        .end = line_end(&l[lines - 1])};
	c->markup = (uint8_t)(lines == 1 ? markup_hashes(s, c->line) : 0);
	if (c->markup == MARKUP_NONE && first == 0)
		c->markup = (uint8_t)markup_underline(s, g, lines);
	if (c->markup != MARKUP_NONE)
		markup_take(s, c);
	take_link(s, c);
	if (line_is(l, LINE_UNSPACED))
		take_remarks(s, c);
	take_emphasis(s, c);
	number = candidate_read_name(s, c);
	/* What stands in columns is the head of a table. */
	if (c->markup >= MARKUP_UNDERLINE && line_is(l, LINE_GAPS) &&
	    c->number.kind == NUMBER_NONE)
		c->markup = MARKUP_NONE;
	c->flags |= flags_of(s, c);
	if (first + lines + (c->markup >= MARKUP_UNDERLINE) < g->n)
		c->flags |= CAND_GLUED;
	return number;
}

/* Whether line I of a group can be by itself a heading: it has a number or a
 * name that headings go by, or signs of markup. */
static bool
can_be_glued(const struct survey *s, const struct candidate *c)
{
	const struct line *l = &s->lines.at[c->line];

	if (c->markup != MARKUP_NONE)
		return true;
	if (l->width > 80 || (c->flags & CAND_BRACKETED) != 0)
		return false;
	if (c->unit > 0)
		return true;
	/* "first", amid other lines, is a word of a list. */
	if (candidate_is_bare(c))
		return c->number.kind != NUMBER_WORD ||
		       !line_is(l, LINE_LOWER_START);
	if (c->number.kind != NUMBER_NONE)
		return l->last != '.' && l->last != ',' && l->last != ';';
	return c->word != WORD_OTHER && l->words <= 3 && l->last != ',';
}

/* What line I says by itself. */
static struct candidate
read_line(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	struct candidate c = {.line = (uint32_t)i, .lines = 2};

	c.at = l->at;
	c.end = line_end(l);
	candidate_read_number(s, &c);
	return c;
}

/* Whether line I begins a heading by itself: "Chapter IV", or a number alone
 * below a heading that HAS_NUMBER, as "I" below "Part II". */
static bool
begins_heading(const struct survey *s, size_t i, bool has_number)
{
	const struct line *l = &s->lines.at[i];
	struct candidate c;

	if (line_is(l, LINE_LOWER_START) || l->last == ',')
		return false;
	c = read_line(s, i);
	/* Where no blank line stands between two paragraphs, none stands
	 * between title and number either. */
	return c.unit > 0 || (candidate_is_bare(&c) &&
	                      (has_number || s->manner.apart));
}

/* Several lines in mixed case that end as sentences do are no heading. */
static bool
is_prose(const struct survey *s, const struct group *g)
{
	const struct line *l = &s->lines.at[g->first];
	const struct line *last = l + g->n - 1;
	unsigned flags = LINE_UPPER | LINE_TITLED | LINE_DIGIT_START;

	if (g->n < 2 || line_is(l, flags) || line_is(last, LINE_RULE))
		return false;
	if (line_is(l, LINE_LOWER_START) && l->words > 3)
		return true;
	/* No sentence begins with "E.3.1". */
	if (l->last != '.' && l->words <= 20 &&
	    read_line(s, g->first).number.kind == NUMBER_DOTTED)
		return false;
	switch (last->last) {
	case '.': case ',': case ';': case '?': case '!': case ')': case '"':
	case ':': case 0x201D: case 0x2014:
		return l->words > 3;
	default:
		return false;
	}
}

static bool
is_whole_end(ucs last)
{
	switch (last) {
	case ',': case ';': case ':': case '-': case 0x2014: case ')':
		return false;
	default:
		return true;
	}
}

/* Whether line I looks like a heading that is all of its line. */
static bool
is_whole(const struct survey *s, size_t i)
{
	const struct line *l = &s->lines.at[i];
	struct candidate c;

	if (l->width > WIDEST_WHOLE || line_is(l, LINE_LOWER_START | LINE_RULE))
		return false;
	if (!is_whole_end(l->last))
		return false;
	c = read_line(s, i);
	return candidate_is_bare(&c) ||
	       (line_is(l, LINE_UPPER | LINE_TITLED) && l->last != '.');
}

/* Whether group G is two headings, one right below the other: browsers put no
 * white between them. */
static bool
is_pair(const struct survey *s, size_t group)
{
	const struct group *g = &s->groups.at[group];

	return g->n == 2 && is_whole(s, g->first) &&
	       is_whole(s, g->first + 1u) && group > 0 &&
	       group + 1 < s->groups.n &&
	       (s->manner.apart || survey_is_body(s, group - 1)) &&
	       survey_is_body(s, group + 1);
}

/* One pair may be a name and a place; several are headings. */
static bool
has_pairs(const struct survey *s)
{
	size_t n = 0;

	for (size_t g = 0; s->manner.wrap == 0 && g < s->groups.n; g++)
		n += is_pair(s, g);
	return n >= 2;
}

/* Whether C, a line of a text whose paragraphs are lines without blank ones
 * between, looks like no short paragraph: verses and what is said end in a
 * sign, unless it is that of a name, as in "The C.I.O." and "The “Whole”". */
static bool
is_lone(const struct survey *s, const struct candidate *c)
{
	const struct line *l = &s->lines.at[c->line];
	const char *end = s->t->at + c->end;

	if (l->width > WIDEST_BETWEEN || line_is(l, LINE_LOWER_START) ||
	    line_is(l, LINE_GAPS) || !is_whole_end(l->last))
		return false;
	if (l->last == '.')
		return c->end - c->at > 2 && end[-2] >= 'A' && end[-2] <= 'Z';
	return l->last != '!' &&
	       (!ucs_is_close(l->last) || line_is(l, LINE_TITLED));
}

/* Whether line L is set in columns below one that is not: no heading goes on
 * so, but "Prev    Next" stands below the head of a page. */
static bool
goes_to_columns(const struct line *l)
{
	return line_is(l, LINE_GAPS) && !line_is(l - 1, LINE_GAPS);
}

/* Puts C, the bytes of whose number are NUMBER, in OUT. */
static void
take(const struct survey *s, struct candidate *c, size_t number,
     struct candidates *out)
{
	candidate_hash(s, c, number);
	out->flags |= c->flags;
	out->kinds |= (uint32_t)1 << c->number.kind;
	out->marked |= c->markup != MARKUP_NONE;
	vec_push(out, *c);
}

/* The lines of a short group that make one heading: all, or as many as stand
 * before the next "Chapter IV". */
static void
gather_short(const struct survey *s, size_t group, bool parted,
             struct candidates *out)
{
	const struct group *g = &s->groups.at[group];
	unsigned from = 0;

	parted = is_pair(s, group) && (parted || s->manner.apart);
	while (from < g->n) {
		unsigned n = 1;
		bool has_number;
		struct candidate c;
		size_t number;

		if (line_is(&s->lines.at[g->first + from], LINE_RULE)) {
			from++;
			continue;
		}
		has_number = from + n < g->n &&
		             read_line(s, g->first + from).number.kind !=
		                     NUMBER_NONE;
		while (!parted && from + n < g->n &&
		       !markup_is_underline(s, g->first + from + n) &&
		       markup_hashes(s, g->first + from) == 0 &&
		       markup_hashes(s, g->first + from + n) == 0 &&
		       !goes_to_columns(&s->lines.at[g->first + from + n]) &&
		       !begins_heading(s, g->first + from + n, has_number))
			n++;
		number = make_candidate(s, group, from, n, &c);
		if (parted ||
		    (from + n < g->n &&
		     goes_to_columns(&s->lines.at[g->first + from + n])))
			c.flags &= ~(uint32_t)CAND_GLUED;
		if (!s->manner.apart || n > 1 || can_be_glued(s, &c) ||
		    is_lone(s, &c))
			take(s, &c, number, out);
		from += n + (c.markup >= MARKUP_UNDERLINE);
	}
}

static bool
is_short(const struct survey *s, const struct group *g)
{
	if (g->n > MOST_LINES)
		return false;
	for (size_t i = 0; i < g->n; i++)
		if (s->lines.at[g->first + i].width > WIDEST)
			return false;
	return true;
}

/* Whether line I of group G, in a text that was not broken, stands between two
 * paragraphs of it and looks like no third. */
static bool
is_between(const struct survey *s, const struct group *g, unsigned i)
{
	const struct line *l = &s->lines.at[g->first + i];
	ucs last = l->last;

	return s->manner.wrap == 0 && i > 0 && i + 1 < g->n &&
	       l[-1].width > WIDEST && l[1].width > WIDEST &&
	       l->width <= WIDEST_BETWEEN && line_is(l, LINE_UPPER_START) &&
	       !line_is(l, LINE_GAPS) && last != '.' && last != '!' &&
	       last != '"' && !ucs_is_close(last) && is_whole_end(last);
}

/* Whether the next line stands right of the short line L, which stands left of
 * nearly all long ones. "Term: what it" begins no text, but a list. */
static bool
is_hung(const struct survey *s, const struct line *l)
{
	return l->indent < s->manner.margin &&
	       l->indent + HANG <= l[1].indent &&
	       l[1].indent <= s->manner.margin + 8u &&
	       l->width <= WIDEST_BETWEEN &&
	       l->last != '.' && is_whole_end(l->last) &&
	       !line_is(l, LINE_RULE | LINE_GAPS) &&
	       memchr(s->t->at + l->at, ':', l->n) == NULL;
}

/* How many headings group G begins with, one left of the other and all left of
 * the text right below them: so manuals set theirs. */
static unsigned
count_hung(const struct survey *s, const struct group *g)
{
	const struct line *l = &s->lines.at[g->first];
	unsigned n = 0;

	while (n + 1 < g->n && is_hung(s, &l[n]))
		n++;
	return l[n].indent >= s->manner.margin ? n : 0;
}

static void
gather_hung(const struct survey *s, size_t group, unsigned n,
            struct candidates *out)
{
	for (unsigned i = 0; i < n; i++) {
		struct candidate c;
		size_t number = make_candidate(s, group, i, 1, &c);

		c.flags &= ~(uint32_t)CAND_GLUED;
		c.flags |= CAND_HUNG;
		take(s, &c, number, out);
	}
}

/* In a long group only lines that say themselves that they are headings, or
 * that nothing else can be. */
static void
gather_long(const struct survey *s, size_t group, struct candidates *out)
{
	const struct group *g = &s->groups.at[group];
	bool lines_alone = s->manner.dense || s->manner.wrap == 0;

	for (unsigned i = 0; i < g->n; i++) {
		const struct line *l = &s->lines.at[g->first + i];
		struct candidate c;
		size_t number;

		if (i > 0 && !lines_alone && l->first != '#')
			continue;
		/* Amid wrapped lines only what is much shorter. */
		if (i > 0 && s->manner.wrap > 0 &&
		    l->width * 2u > s->manner.wrap)
			continue;
		if (l->width > WIDEST || l->role != ROLE_BODY ||
		    line_is(l, LINE_RULE))
			continue;
		number = make_candidate(s, group, i, 1, &c);
		if (is_between(s, g, i))
			c.flags |= CAND_BETWEEN;
		if (!can_be_glued(s, &c) && !(c.flags & CAND_BETWEEN))
			continue;
		take(s, &c, number, out);
	}
}

void
candidates_gather(const struct survey *s, struct candidates *out)
{
	bool parted = has_pairs(s);

	/* As many as there may well be: an array that grows moves, and what of
	 * it is not used takes no memory. */
	out->at = mem_room(out->at, &out->cap, s->groups.n, sizeof *out->at);
	for (size_t g = 0; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];
		unsigned role = s->lines.at[group->first].role, hung;

		if (role != ROLE_BODY && role != ROLE_TITLE)
			continue;
		hung = count_hung(s, group);
		if (hung > 0)
			gather_hung(s, g, hung, out);
		else if (is_short(s, group) && !is_prose(s, group))
			gather_short(s, g, parted, out);
		else
			gather_long(s, g, out);
	}
}
