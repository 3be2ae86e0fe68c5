/* What is found in a text, as lines that a test can compare. */
#ifndef TESTS_TEXT_FOUND_H
#define TESTS_TEXT_FOUND_H

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/outline.h"

static inline struct text *
text_of(const char *s, size_t n)
{
	return text_new(mem_text(s, n), n, TEXT_UTF8);
}

/* The titles of all sections, "level title", a line each. */
static inline char *
sections_of(const char *s, const struct override *overrides, size_t n)
{
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, overrides, n);
	struct buf out = {0};

	for (size_t i = 0; i < o->sections.n; i++)
		buf_printf(&out, "%u %s\n", o->sections.at[i].level,
		           o->sections.at[i].title);
	outline_free(o);
	text_free(t);
	buf_str(&out, "");
	return buf_take(&out);
}

static inline void
expect_sections(const char *s, const char *expected)
{
	char *found = sections_of(s, NULL, 0);

	cr_expect(eq(str, found, (char *)expected));
	free(found);
}

#define PROSE                                                              \
	"The body of a text goes on for a while and says what is to be "   \
	"said.\nIt was broken by hand where the measure ends, so that its " \
	"lines\nare all of nearly one length, and only the last is short.\n\n"

/* The notes, "label" and how many marks refer to each, a line each. */
static inline char *
notes_of(const char *s)
{
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);
	struct buf out = {0};

	for (size_t i = 0; i < o->notes.n; i++) {
		unsigned refs = 0;

		for (size_t k = 0; k < o->refs.n; k++)
			refs += o->refs.at[k].note == i;
		buf_printf(&out, "%s %u\n", o->notes.at[i].label, refs);
	}
	outline_free(o);
	text_free(t);
	buf_str(&out, "");
	return buf_take(&out);
}

static inline void
expect_notes(const char *s, const char *expected)
{
	char *found = notes_of(s);

	cr_expect(eq(str, found, (char *)expected));
	free(found);
}

static inline void
expect_title(const char *s, const char *expected)
{
	struct text *t = text_of(s, strlen(s));
	struct outline *o = outline_find(t, NULL, 0);

	if (expected && o->title)
		cr_expect(eq(str, o->title, (char *)expected));
	else
		cr_expect(expected == NULL && o->title == NULL);
	outline_free(o);
	text_free(t);
}

#endif
