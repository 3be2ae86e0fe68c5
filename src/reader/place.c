/* Places as people write them: 12, 40%, §2.1¶7, note:4, p.123, /words/. */
#include "reader/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "layout/pages.h"
#include "text/search.h"

#define SECTION_SIGN "\302\247"
#define PARAGRAPH_SIGN "\302\266"

static bool
is_sign(const char *s, const char *sign)
{
	return strncmp(s, sign, 2) == 0;
}

/* A number from 1 on at *S, which moves behind it; false where there is none
 * or it is past all that a text could have. */
static bool
read_number(const char **s, size_t *out)
{
	const char *at = *s;
	size_t n = 0;

	while (*at >= '0' && *at <= '9' && n < SIZE_MAX / 100)
		n = n * 10 + (size_t)(*at++ - '0');
	if (at == *s || (*at >= '0' && *at <= '9') || !n)
		return false;
	*s = at;
	*out = n;
	return true;
}

static bool
no_place(struct error *e, const char *s)
{
	error_set(e, NULL, 0, "'%s' is no place; write one as 12 (page), 40%%, "
	          SECTION_SIGN "3, " SECTION_SIGN "2.1" PARAGRAPH_SIGN "7, "
	          PARAGRAPH_SIGN "120, note:4, p.9 (printed) or /words/",
	          s);
	return false;
}

static bool
find_page(struct layout *l, size_t number, text_pos *out, struct error *e)
{
	size_t page = number - 1;
	text_pos at = pages_start(l, &page);

	if (page != number - 1) {
		error_set(e, NULL, 0, "there is no page %zu; the last one is "
		          "%zu", number, page + 1);
		return false;
	}
	*out = at;
	return true;
}

static bool
find_percent(const struct text *t, size_t percent, text_pos *out,
             struct error *e)
{
	if (percent > 100) {
		error_set(e, NULL, 0, "%zu%% is past the end", percent);
		return false;
	}
	*out = t->n / 100 * percent + t->n % 100 * percent / 100;
	return true;
}

/* The Nth of the sections from FIRST to END that stand side by side: each is
 * the next that is not below the one before. END where there are fewer. */
static size_t
nth_beside(const struct outline *o, size_t first, size_t end, size_t n)
{
	size_t i = first;

	while (--n && i < end) {
		unsigned level = o->sections.at[i].level;

		for (i++; i < end && o->sections.at[i].level > level; i++)
			;
	}
	return i;
}

/* Behind the last section that is below section I. */
static size_t
below_end(const struct outline *o, size_t i, size_t end)
{
	unsigned level = o->sections.at[i].level;

	for (i++; i < end && o->sections.at[i].level > level; i++)
		;
	return i;
}

/* "2.1" at *S, which moves behind it, as an index of a section. */
static bool
find_section(const struct outline *o, const char *whole, const char **s,
             size_t *out, struct error *e)
{
	size_t first = 0, end = o->sections.n, i, n;
	const char *from = *s;

	for (;;) {
		if (!read_number(s, &n))
			return no_place(e, whole);
		i = nth_beside(o, first, end, n);
		if (i >= end) {
			error_set(e, NULL, 0, "there is no section %.*s; this "
			          "text has %zu", (int)(*s - from), from,
			          o->sections.n);
			return false;
		}
		if (**s != '.')
			break;
		++*s;
		end = below_end(o, i, end);
		first = i + 1;
	}
	*out = i;
	return true;
}

/* The Nth paragraph of the bytes FROM up to END. */
static bool
find_paragraph(const struct outline *o, text_pos from, text_pos end, size_t n,
               text_pos *out, struct error *e)
{
	size_t i, count = 0;

	for (i = 0; i < o->blocks.n && o->blocks.at[i].start < end; i++) {
		if (o->blocks.at[i].start < from ||
		    !outline_counts(&o->blocks.at[i]))
			continue;
		if (++count == n) {
			*out = o->blocks.at[i].start;
			return true;
		}
	}
	error_set(e, NULL, 0,
	          "there is no paragraph %zu there; the last one is %zu",
	          n, count);
	return false;
}

/* Behind "§". */
static bool
parse_section(const struct layout *l, const char *whole, const char *s,
              text_pos *out, struct error *e)
{
	const struct outline *o = l->outline;
	text_pos end = l->text->n;
	size_t i, n;

	if (!find_section(o, whole, &s, &i, e))
		return false;
	if (!*s) {
		*out = o->sections.at[i].at;
		return true;
	}
	if (!is_sign(s, PARAGRAPH_SIGN))
		return no_place(e, whole);
	s += 2;
	if (!read_number(&s, &n) || *s)
		return no_place(e, whole);
	if (i + 1 < o->sections.n)
		end = o->sections.at[i + 1].at;
	return find_paragraph(o, o->sections.at[i].at, end, n, out, e);
}

static bool
find_note(const struct outline *o, const char *label, text_pos *out,
          struct error *e)
{
	size_t i;

	for (i = 0; i < o->notes.n; i++) {
		if (strcmp(o->notes.at[i].label, label) == 0) {
			*out = o->notes.at[i].at;
			return true;
		}
	}
	error_set(e, NULL, 0, "there is no note '%s'; this text has %zu", label,
	          o->notes.n);
	return false;
}

/* The printed page that the text calls LABEL. */
static bool
find_printed(const struct outline *o, const char *label, text_pos *out,
             struct error *e)
{
	for (size_t i = 0; i < o->printed.n; i++) {
		if (ascii_same(o->printed.at[i].label, label)) {
			*out = o->printed.at[i].from;
			return true;
		}
	}
	if (o->printed.n)
		error_set(e, NULL, 0, "there is no printed page %s; the text "
		          "names %s to %s", label, o->printed.at[0].label,
		          o->printed.at[o->printed.n - 1].label);
	else
		error_set(e, NULL, 0, "the text names no printed pages");
	return false;
}

/* Behind the first '/'; the last one may be left out. */
static bool
find_words(const struct text *t, const char *s, text_pos *out,
           struct error *e)
{
	size_t n = strlen(s);
	char *words = mem_text(s, n && s[n - 1] == '/' ? n - 1 : n);
	struct span at;
	bool found = search_next(t, words, FOLD_CASE,
	                         (struct span){0, t->n - t->coming},
	                         &at);

	if (found)
		*out = at.start;
	else
		error_set(e, NULL, 0, "the text does not have the words '%s'",
		          words);
	free(words);
	return found;
}

bool
place_parse(struct layout *l, const char *s, text_pos *out, struct error *e)
{
	const char *at = s;
	size_t n;

	if (is_sign(s, SECTION_SIGN))
		return parse_section(l, s, s + 2, out, e);
	if (is_sign(s, PARAGRAPH_SIGN)) {
		at += 2;
		if (!read_number(&at, &n) || *at)
			return no_place(e, s);
		return find_paragraph(l->outline, 0, l->text->n, n, out, e);
	}
	if (strncmp(s, "note:", 5) == 0 && s[5])
		return find_note(l->outline, s + 5, out, e);
	if (strncmp(s, "p.", 2) == 0 && s[2])
		return find_printed(l->outline, s + 2 + (s[2] == ' '), out, e);
	if (s[0] == '/' && s[1])
		return find_words(l->text, s + 1, out, e);
	if (strcmp(s, "0%") == 0) {
		*out = 0;
		return true;
	}
	if (!read_number(&at, &n))
		return no_place(e, s);
	if (at[0] == '%' && !at[1])
		return find_percent(l->text, n, out, e);
	return *at ? no_place(e, s) : find_page(l, n, out, e);
}
