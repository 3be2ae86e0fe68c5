/* Which piece of the title page is the title, and which the author. */
#include <string.h>

#include "text/structure/find.h"
#include "text/structure/front.h"
#include "text/structure/words.h"

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
	name = front_byline(s, pieces->at[i].line);
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

/* Whether the last word of piece P stands in the way to the page, as authors
 * do: "Archive > Wolff". */
static bool
is_on_the_way(const struct survey *s, const struct piece *p)
{
	enum { LINES = 3, LEAST = 3 }; /* [ln], [byte] */
	const struct line *name = &s->lines.at[p->line];
	const char *end = s->t->at + line_end(name), *word = end;

	while (word > s->t->at + name->at && word[-1] != ' ')
		word--;
	for (size_t i = 0; i < LINES && i < p->line; i++) {
		const struct line *l = &s->lines.at[i];
		size_t n = (size_t)(end - word);

		if (l->role != ROLE_FURNITURE || n < LEAST || l->n > 200)
			continue;
		for (size_t k = 0; k + n <= l->n; k++)
			if (memcmp(line_text(s, i) + k, word, n) == 0)
				return true;
	}
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

/* Whether of two names right in front of piece I the second alone is in
 * capitals, and one word follows: an author, a title and what kind of book it
 * is. */
static bool
stands_out(const struct survey *s, const struct pieces *pieces, size_t i)
{
	const struct line *l = s->lines.at;
	const struct piece *p = &pieces->at[i];

	return i >= 2 && pieces->at[i - 1].kind == PIECE_NAME &&
	       l[p[-1].line].words > 1 && l[p->line].words == 1 &&
	       p->lines == 1 && line_is(&l[p[-1].line], LINE_UPPER) &&
	       !line_is(&l[p[-2].line], LINE_UPPER);
}

/* Which piece is the title: the first that is not said to be something else;
 * a name before another piece is the author's. Of what looks like names only
 * the first is the title, unless it is plainly a person's. */
size_t
front_title(const struct survey *s, const struct pieces *pieces)
{
	size_t name = pieces->n, names = 0;

	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->at[i];

		if (p->kind == PIECE_PLAIN)
			return names == 2 && stands_out(s, pieces, i) ? i - 1
			                                              : i;
		if (p->kind == PIECE_BYLINE && name < i)
			return name;
		if (p->kind != PIECE_NAME ||
		    (i > 0 && pieces->at[i - 1].kind == PIECE_BYLINE))
			continue;
		if (names++ == 0 ||
		    (names == 2 && (has_initial(s, &pieces->at[name]) ||
		                    signs(s, &pieces->at[name]) ||
		                    is_on_the_way(s, &pieces->at[name]))))
			name = i;
	}
	return name;
}

/* Whether two signs stand at the start of P as in a program or its data: "#!",
 * "/" "*", "<?", three quotation marks. */
static bool
begins_with_signs(const struct survey *s, const struct piece *p)
{
	static const char signs[] = "!\"#%&+/;<>?@\\^`{|}";
	const struct line *l = &s->lines.at[p->line];
	const char *t = line_text(s, p->line);

	return l->n > 1 && memchr(signs, t[0], sizeof signs - 1) != NULL &&
	       (t[1] == '*' || memchr(signs, t[1], sizeof signs - 1) != NULL);
}

/* Whether line I calls something: "NAME(...)". */
static bool
is_call(const struct survey *s, size_t i)
{
	const char *t = line_text(s, i);
	const char *open = memchr(t, '(', s->lines.at[i].n);

	return s->lines.at[i].last == ')' && open > t && open[-1] != ' ';
}

/* Whether most lines of P end as those of a program do, in a call, ";" or a
 * brace. */
static bool
is_program(const struct survey *s, const struct piece *p)
{
	size_t ends = 0;

	for (size_t i = p->line; i < (size_t)p->line + p->lines; i++) {
		ucs last = s->lines.at[i].last;

		ends += last == ';' || last == '{' || last == '}' ||
		        is_call(s, i);
	}
	return p->lines > 2 && ends * 2 > p->lines;
}

bool
front_can_be(const struct survey *s, const struct pieces *pieces)
{
	enum { MOST_LINES = 12 }; /* of a title */
	size_t title = front_title(s, pieces);

	return title == pieces->n ||
	       (pieces->at[title].lines <= MOST_LINES &&
	        !begins_with_signs(s, &pieces->at[title]) &&
	        !is_program(s, &pieces->at[title]));
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

void
front_read(struct survey *s, const struct pieces *pieces, struct outline *o)
{
	size_t title = front_title(s, pieces);

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
