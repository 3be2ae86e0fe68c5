/* Cuts the lines of a title page into pieces that each say one thing. */
#include "base/vec.h"
#include "text/structure/candidates.h"
#include "text/structure/find.h"
#include "text/structure/front.h"

enum piece_kind
front_kind(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	struct candidate c = {.line = (uint32_t)line, .lines = 1};
	struct span name = front_byline(s, line);

	if (name.end > 0)
		return PIECE_BYLINE;
	if (l->first == '(' || l->first == '[' || l->first == 0xFF08)
		return PIECE_ASIDE;
	c.at = l->at;
	c.end = line_end(l);
	if (candidate_is_dated(s, &c) || !line_is(l, LINE_LETTERS))
		return PIECE_ASIDE;
	if (line_is(l, LINE_GAPS) || front_is_named_field(s, line))
		return PIECE_FIELD;
	if ((line_is(l, LINE_LOWER_START) && l->last == '.') ||
	    (((l->last == ':' && l->words >= 4) || l->last == ',') &&
	     (line + 1 == s->lines.n || l[1].n == 0)))
		return PIECE_ASIDE;
	return front_is_name(s, front_line(s, line)) ? PIECE_NAME : PIECE_PLAIN;
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
	if (s->manner.wrap == 0 && !front_leads_on(s, line))
		return false;
	for (size_t i = 1; i + 2 < l[1].n; i++)
		if (t[i] == '.' && (i < 2 || t[i - 2] == ' '))
			return false;
	return true;
}

/* Whether LINE is no more in capitals as all of the title above it is, which a
 * name can close: it says what kind of book it is. */
static bool
changes_case(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];

	return line_is(l - 1, LINE_UPPER) && !line_is(l, LINE_UPPER) &&
	       !line_is(l, LINE_UNSPACED) && line_is(l, LINE_TITLED) &&
	       line_is(l, LINE_UPPER_START) && ucs_is_letter(l->last) &&
	       !front_leads_on(s, line - 1);
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

/* Whether the N lines from FIRST on, which no measure broke, say several
 * things: then a browser has put each on a line, and none goes on in the
 * next. */
static bool
holds_blocks(const struct survey *s, size_t first, size_t n)
{
	if (s->manner.wrap > 0)
		return false;
	for (size_t i = first; i < first + n; i++)
		if (front_kind(s, i) != PIECE_PLAIN)
			return true;
	return false;
}

/* Whether LINE goes on with a title that was broken in front of it. */
static bool
is_broken(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];

	return front_leads_on(s, line - 1) ||
	       (line_is(l, LINE_UPPER) && line_is(l - 1, LINE_UPPER));
}

void
front_cut(const struct survey *s, size_t g, size_t lines, struct pieces *out)
{
	const struct group *group = &s->groups.at[g];
	enum piece_kind before = PIECE_ASIDE;
	bool columns = has_columns(s, group->first, lines);
	bool blocks = holds_blocks(s, group->first, lines);

	for (size_t i = 0; i < lines; i++) {
		size_t line = group->first + i;
		enum piece_kind kind = columns ? PIECE_FIELD
		                               : front_kind(s, line);
		bool lower = i > 0 && (before == PIECE_NAME ||
		                       before == PIECE_PLAIN) &&
		             line_is(&s->lines.at[line], LINE_LOWER_START) &&
		             kind != PIECE_BYLINE;
		bool goes_on = lower ||
		               (i > 0 && before == PIECE_PLAIN &&
		                ((kind == PIECE_PLAIN &&
		                  !changes_case(s, line) &&
		                  (!blocks || is_broken(s, line))) ||
		                 (kind == PIECE_NAME &&
		                  leads_on(s, line - 1))));

		if (line_is(&s->lines.at[line], LINE_RULE) ||
		    s->lines.at[line].role == ROLE_FURNITURE)
			continue;
		push_piece(out, line, kind, goes_on);
		/* No name goes on in a small letter: it was a title. */
		if (lower)
			out->at[out->n - 1].kind = before = PIECE_PLAIN;
		else if (!goes_on)
			before = kind;
	}
}
