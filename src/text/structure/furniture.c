/* Page furniture: what an archive, a browser or a printer put around the
 * text. */
#include <string.h>

#include "base/ascii.h"
#include "text/structure/find.h"
#include "text/structure/tally.h"

static bool
begins(const struct survey *s, size_t line, const char *words)
{
	return ascii_begins(line_text(s, line), s->lines.at[line].n, words);
}

/* WORDS are in lower case: their first byte is left alone by "| 32". */
static bool
contains(const struct survey *s, size_t line, const char *words)
{
	const char *p = line_text(s, line);
	size_t most = s->lines.at[line].n;

	for (size_t i = 0; i < most && i < 200; i++)
		if ((p[i] | 32) == words[0] &&
		    ascii_begins(p + i, most - i, words))
			return true;
	return false;
}

/* A row of one word said again and again: links of a page as text. */
static bool
is_one_word_repeated(const struct survey *s, size_t line)
{
	const char *p = line_text(s, line), *blank;
	size_t n = s->lines.at[line].n, word;

	if (n > 200 || s->lines.at[line].words < 3)
		return false;
	blank = memchr(p, ' ', n);
	if (blank == NULL)
		return false;
	word = (size_t)(blank - p) + 1;
	for (size_t i = word; i < n; i++)
		if (p[i] != p[i - word])
			return false;
	return true;
}

/* What a page of an archive ends with: the way back, the date of the page. */
static bool
is_page_end(const struct survey *s, size_t line)
{
	static const char *const openings[] = {
		"last updated", "last modified", "top of the page",
		"top of page", "back to ", "return to ", "back | ", "^ back",
		"next:", "previous:", "up:", "home |", "table of contents |",
		"zum seitenanfang", "nach oben", "letzte aktualisierung",
		"haut de page", "наверх", "к началу"};
	const struct line *l = &s->lines.at[line];

	if (l->width > 90)
		return false;
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (begins(s, line, openings[i]))
			return true;
	if (l->words <= 8 && (contains(s, line, " archive") ||
	                      contains(s, line, " index")) &&
	    l->last != '.')
		return true;
	return is_one_word_repeated(s, line);
}

/* Whether byte I of the N at P is a blank or part of a no-break space. */
static bool
is_blank_at(const char *p, size_t n, size_t i)
{
	return i < n && (p[i] == ' ' || p[i] == '\xA0' ||
	                 (p[i] == '\xC2' && i + 1 < n && p[i + 1] == '\xA0'));
}

/* "MIA > Archive > Lafargue": the way to this page. */
static bool
is_breadcrumb(const struct survey *s, size_t line)
{
	const char *p = line_text(s, line);
	size_t n = s->lines.at[line].n, steps = 0;

	/* Between two bars stands a row of a drawing. */
	if (n > 200 || (p[0] == '|' && p[n - 1] == '|'))
		return false;
	for (size_t i = 1; i + 1 < n; i++) {
		bool sign = p[i] == '>' || p[i] == '|' ||
		            (p[i] == '\xBB' && p[i - 1] == '\xC2');

		steps += sign && (is_blank_at(p, n, i - 1) ||
		                  is_blank_at(p, n, i + 1));
	}
	/* No title leads on with an arrow. */
	return steps >= 2 ||
	       (steps == 1 && line == 0 && memchr(p, '>', n) != NULL);
}

static void
take(struct survey *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		s->lines.at[i].role = ROLE_FURNITURE;
}

/* The foot of an archive's page: lines from the last on while they are such
 * as pages end with. */
static void
find_page_end(struct survey *s)
{
	for (size_t g = s->groups.n; g-- > 1;) {
		const struct group *group = &s->groups.at[g];
		size_t taken = 0;

		for (size_t i = 0; i < group->n && group->n < 8; i++)
			if (is_page_end(s, group->first + i) ||
			    is_breadcrumb(s, group->first + i)) {
				take(s, group->first + i, group->first + i + 1);
				taken++;
			}
		if (taken == 0 && !line_is(group_line(s, g), LINE_RULE))
			break;
	}
}

/* Whether C may begin one of the links below. */
static bool
begins_link(ucs c)
{
	return (c | 32) == 't' || (c | 32) == 'b' || (c | 32) == 'r';
}

/* Links to the top stand anywhere in a page. */
static void
find_top_links(struct survey *s)
{
	static const char *const links[] = {"top of the page", "top of page",
	                                    "back to top", "return to top"};

	for (size_t i = 0; i < s->lines.n; i++) {
		const struct line *l = &s->lines.at[i];

		if (l->n < 11 || l->n > 18 || l->words > 4 ||
		    !begins_link(l->first))
			continue;
		for (size_t k = 0; k < sizeof links / sizeof *links; k++)
			if (begins(s, i, links[k]))
				take(s, i, i + 1);
	}
}

static void
find_page_begin(struct survey *s)
{
	for (size_t g = 0; g < s->groups.n && g < 3; g++) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = 0; i < group->n && i < 6; i++)
			if (is_breadcrumb(s, group->first + i))
				take(s, group->first + i, group->first + i + 1);
	}
}

/* "*** START OF THE PROJECT GUTENBERG EBOOK ...", also without stars. */
static bool
is_gutenberg(const struct survey *s, size_t line, const char *word)
{
	const struct line *l = &s->lines.at[line];

	return l->first == '*' && l->n < 200 && contains(s, line, word) &&
	       (contains(s, line, "gutenberg") ||
	        contains(s, line, "small print"));
}

/* [col] A field of Gutenberg's header goes on below a line that reaches. */
enum { FULL_FIELD = 60 };

/* "Title: Words", and what goes on below it: words, else NULL. */
static char *
field_value(const struct survey *s, size_t line, const char *name)
{
	const struct line *l = &s->lines.at[line];
	struct span words = {l->at + strlen(name), line_end(l)};

	if (!begins(s, line, name))
		return NULL;
	/* A line that was not full is over: below it stands a subtitle. */
	while (line + 1 < s->lines.n && l[1].n > 0 && l[1].indent > 2 &&
	       l->indent + l->width >= FULL_FIELD) {
		l++;
		line++;
		words.end = line_end(l);
	}
	return outline_words(s->t, words);
}

/* The title in "The Project Gutenberg Etext of Words, by Somebody", the first
 * line of an old header; NULL for none. */
static char *
headed_title(const struct survey *s, size_t line)
{
	static const char *const openings[] = {"etext of ", "ebook of ",
	                                       "e-text of ", "ebook, "};
	const char *t = line_text(s, line);
	size_t n = s->lines.at[line].n, from = 0, end = n;

	if (n > 200 || !contains(s, line, "project gutenberg"))
		return NULL;
	for (size_t i = 0; i < n && from == 0; i++)
		for (size_t k = 0; k < 4; k++)
			if (ascii_begins(t + i, n - i, openings[k]))
				from = i + strlen(openings[k]);
	if (from == 0 || from >= n)
		return NULL;
	for (size_t i = from; i < n && end == n; i++)
		if (ascii_begins(t + i, n - i, ", by ") ||
		    ascii_begins(t + i, n - i, " by ") || t[i] == '*')
			end = i;
	return outline_words(s->t, (struct span){s->lines.at[line].at + from,
	                                         s->lines.at[line].at + end});
}

static void
read_gutenberg_fields(const struct survey *s, size_t to, struct outline *o)
{
	for (size_t i = 0; i < to; i++) {
		if (o->title == NULL)
			o->title = field_value(s, i, "Title: ");
		if (o->author == NULL)
			o->author = field_value(s, i, "Author: ");
	}
	for (size_t i = 0; i < to && i < 12 && o->title == NULL; i++)
		o->title = headed_title(s, i);
}

/* The credits behind the header: "Produced by ...". */
static size_t
skip_credits(const struct survey *s, size_t line)
{
	static const char *const openings[] = {
		"produced by", "e-text prepared", "this etext", "this ebook",
		"transcribed from", "credits", "prepared by", "[this e-text",
		"transcriber", "[transcriber", "note: project gutenberg",
		"this file was produced", "http"};
	size_t end = line;

	for (size_t g = 0; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];
		bool credit = false;

		if (group->first < line)
			continue;
		for (size_t i = 0;
		     i < sizeof openings / sizeof *openings; i++)
			credit |= begins(s, group->first, openings[i]);
		if (!credit)
			break;
		end = group->first + group->n;
		/* A note in brackets ends where they close. */
		if (group_line(s, g)->first == '[')
			while (g + 1 < s->groups.n &&
			       s->lines.at[end - 1].last != ']' &&
			       end < group->first + 60u) {
				g++;
				end = s->groups.at[g].first +
				      s->groups.at[g].n;
			}
	}
	return end;
}

static void
find_gutenberg(struct survey *s, struct outline *o)
{
	size_t limit = s->lines.n < 700 ? s->lines.n : 700;
	size_t begin = 0, tail = s->lines.n;

	for (size_t i = 0; i < limit; i++)
		if (is_gutenberg(s, i, "start") ||
		    is_gutenberg(s, i, "end the small print") ||
		    is_gutenberg(s, i, "end*the small")) {
			begin = i + 1;
			break;
		}
	if (begin > 0)
		read_gutenberg_fields(s, begin, o);
	/* The header may have been cut off, and the credits not. */
	take(s, 0, skip_credits(s, begin));
	limit = s->lines.n < 1500 ? 0 : s->lines.n - 1500;
	for (size_t i = s->lines.n; i-- > begin + 1 && i > limit;)
		if (is_gutenberg(s, i, "end of") ||
		    begins(s, i, "End of Project Gutenberg") ||
		    begins(s, i, "End of the Project Gutenberg"))
			tail = i;
	take(s, tail, s->lines.n);
}

/* A line's words with its figures left out: running heads differ in these
 * alone. */
static uint64_t
shape_of(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);
	uint64_t h = 1;

	for (size_t i = 0; i < l->n; i++)
		if (p[i] != ' ' && !(p[i] >= '0' && p[i] <= '9'))
			h = (h ^ (unsigned char)p[i]) * 0x100000001B3u;
	return h | 1;
}

static bool
has_page_number(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];
	const char *p = line_text(s, line);

	if (l->n < 3 || l->width > 100)
		return false;
	return (l->last >= '0' && l->last <= '9') ||
	       (l->last == ']' && p[l->n - 2] >= '0' && p[l->n - 2] <= '9');
}

/* Lines at the edges of printed pages that come again on other pages: next
 * to a page break, or with the page's number in brackets. */
static void
find_running_heads(struct survey *s)
{
	struct tally shapes = {0};

	for (int pass = 0; pass < 2; pass++) {
		if (pass == 1 && shapes.n == 0)
			break;
		for (size_t g = 0; g < s->groups.n; g++) {
			const struct group *group = &s->groups.at[g];
			size_t last = group->first + group->n - 1;
			bool page = g + 1 < s->groups.n &&
			            s->groups.at[g + 1].page;
			bool foot = has_page_number(s, last) &&
			            (page || s->lines.at[last].last == ']') &&
			            group->n <= 2;
			bool head = group->page && group->n <= 2 && g > 0 &&
			            s->lines.at[group->first].width < 100;

			if (!head && g > 0 && group->n <= 2 && group->gap > 0)
				head = group_line(s, g - 1)->role ==
				       ROLE_FURNITURE && pass == 1;
			if (!foot && !head)
				continue;
			for (size_t i = group->first; i <= last; i++) {
				struct tally_entry *e =
					tally_at(&shapes, shape_of(s, i));

				if (pass == 0)
					e->value++;
				else if (e->value >= 3 ||
				         (e->value == 2 && foot))
					take(s, i, i + 1);
			}
		}
	}
	tally_clear(&shapes);
}

/* lynx lists the links of a page at its end, and numbers them in the text. */
static void
find_link_list(struct survey *s)
{
	size_t links = 0, g = s->groups.n, end = s->lines.n;

	while (g-- > 0) {
		const struct group *group = &s->groups.at[g];
		size_t found = 0;

		for (size_t i = 0; i < group->n; i++) {
			size_t line = group->first + i;

			if (memchr(line_text(s, line), ':',
			           s->lines.at[line].n) == NULL)
				continue;
			found += contains(s, line, "://") ||
			         contains(s, line, "file:") ||
			         contains(s, line, "mailto:");
		}
		if (found * 2 < group->n)
			break;
		links += found;
		end = group->first;
	}
	if (links == 0 || g == (size_t)-1)
		return;
	for (int i = 0; i < 3 && g != (size_t)-1; i++, g--) {
		const struct group *group = &s->groups.at[g];

		if (begins(s, group->first, "Visible links") ||
		    begins(s, group->first, "Hidden links"))
			end = group->first;
		else if (begins(s, group->first, "References") &&
		         group->n == 1) {
			take(s, group->first, s->lines.n);
			s->manner.linked = true;
			return;
		} else {
			break;
		}
	}
	(void)end;
}

/* lynx begins with the pages that a page says are its neighbours: "#Contents
 * Next". In front of words "#" is no markup. */
static void
find_link_row(struct survey *s)
{
	const struct group *first = &s->groups.at[0];
	const struct line *l = group_line(s, 0);

	if (l->first == '#' && l->n > 1 && l->indent == 3 && first->n < 5 &&
	    strchr(" #!", line_text(s, first->first)[1]) == NULL)
		take(s, first->first, first->first + first->n);
}

void
find_furniture(struct survey *s, struct outline *o)
{
	if (s->groups.n == 0)
		return;
	find_gutenberg(s, o);
	find_running_heads(s);
	find_link_list(s);
	find_link_row(s);
	find_page_begin(s);
	find_top_links(s);
	find_page_end(s);
}
