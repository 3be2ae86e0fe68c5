/* Making anchors. */
#include "marks/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "marks/quote.h"

/* Digits of the hash that Text holds. */
enum { TEXT_DIGITS = 12 };

static void
set_number(struct rec *r, const char *field, size_t n)
{
	struct buf b = {0};

	buf_printf(&b, "%zu", n);
	rec_set(r, field, buf_text(&b));
	buf_clear(&b);
}

static void
set_words(struct rec *r, const char *field, const struct text *t,
          const struct outline *o, struct span span)
{
	char *words = quote_of(t, o, span);

	rec_set(r, field, *words ? words : NULL);
	free(words);
}

void
anchor_context(struct rec *r, const struct text *t, struct span at, size_t n)
{
	set_words(r, "Prefix", t, NULL, quote_before(t, at, n));
	set_words(r, "Suffix", t, NULL, quote_behind(t, at, n));
}

static void
set_section(struct rec *r, const struct outline *o, text_pos p)
{
	size_t i = outline_section_at(o, p);

	if (i != OUTLINE_NONE)
		rec_set(r, "Section", o->sections.at[i].title);
}

static void
set_text(struct rec *r, const char *sha256)
{
	size_t n = strlen(sha256);
	char *digits = mem_text(sha256, n < TEXT_DIGITS ? n : TEXT_DIGITS);

	rec_set(r, "Text", digits);
	free(digits);
}

void
anchor_make(struct rec *r, const struct text *t, const struct outline *o,
            struct span at, bool with_quote, const char *sha256)
{
	set_section(r, o, at.start);
	set_number(r, "Start", text_offset(t, at.start));
	set_number(r, "End", text_offset(t, at.end));
	set_text(r, sha256);
	rec_set(r, "Alike", NULL);
	rec_set(r, "Around", NULL);
	rec_set(r, "Halves", NULL);
	if (with_quote)
		set_words(r, "Quote", t, o, at);
	/* What has no quotation is known by its context alone. */
	anchor_context(r, t, at, with_quote ? ANCHOR_CONTEXT
	                                    : ANCHOR_CONTEXT_MAX);
}

static bool
get_number(const struct rec *r, const char *field, size_t *n)
{
	const char *s = rec_get(r, field);
	char *end;

	if (!s || *s < '0' || *s > '9')
		return false;
	*n = (size_t)strtoull(s, &end, 10);
	return *end == '\0';
}

bool
anchor_stands(const struct rec *r, const struct text *t, const char *sha256,
              struct span *at)
{
	const char *text = rec_get(r, "Text");
	size_t start, end;

	if (!text || strlen(text) < TEXT_DIGITS ||
	    strncmp(text, sha256, strlen(text)) != 0)
		return false;
	if (!get_number(r, "Start", &start) || !get_number(r, "End", &end) ||
	    start > end || end > t->file_n)
		return false;
	at->start = text_place(t, start);
	at->end = text_place(t, end);
	return true;
}
