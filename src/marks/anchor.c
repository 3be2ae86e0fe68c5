/* Making anchors, and finding them again. */
#include "marks/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "marks/quote.h"

/* Folded code points of context that are kept. */
enum { CONTEXT_MIN = 64 };

/* Digits of the hash that Text holds. */
enum { TEXT_DIGITS = 12 };

void
anchor_clear(struct anchor_text *in)
{
	fold_clear(&in->fold);
	in->folded = false;
}

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
	if (with_quote)
		set_words(r, "Quote", t, o, at);
	set_words(r, "Prefix", t, NULL, quote_before(t, at, CONTEXT_MIN));
	set_words(r, "Suffix", t, NULL, quote_behind(t, at, CONTEXT_MIN));
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

/* Where R was made, if this is the text that it was made in. */
static bool
same_text(const struct rec *r, const struct anchor_text *in, struct span *at)
{
	const char *text = rec_get(r, "Text");
	size_t start, end;

	if (!text || strlen(text) < TEXT_DIGITS ||
	    strncmp(text, in->sha256, strlen(text)) != 0)
		return false;
	if (!get_number(r, "Start", &start) || !get_number(r, "End", &end) ||
	    start > end || end > in->text->file_n)
		return false;
	at->start = text_place(in->text, start);
	at->end = text_place(in->text, end);
	return true;
}

static const struct fold *
folded(struct anchor_text *in)
{
	struct span all = {0, in->text->n};

	if (!in->folded)
		fold_span(in->text, all, FOLD_CASE, &in->fold);
	in->folded = true;
	return &in->fold;
}

/* For each I how much of the end of WORD[0..I] is a beginning of it (Knuth,
 * Morris and Pratt 1977). */
static size_t *
find_borders(const struct fold *word)
{
	size_t *border = mem_resize(NULL, word->n + 1, sizeof *border);
	size_t i, k = 0;

	border[0] = 0;
	for (i = 1; i < word->n; i++) {
		while (k && word->c[i] != word->c[k])
			k = border[k - 1];
		k += word->c[i] == word->c[k];
		border[i] = k;
	}
	return border;
}

/* The first place at or behind FROM where WORD stands in F; F->n: none. */
static size_t
find_word(const struct fold *f, const struct fold *word, size_t from)
{
	size_t *border, i, k = 0;

	if (!word->n)
		return f->n;
	border = find_borders(word);
	for (i = from; i < f->n && k < word->n; i++) {
		while (k && f->c[i] != word->c[k])
			k = border[k - 1];
		k += f->c[i] == word->c[k];
	}
	free(border);
	return k == word->n ? i - word->n : f->n;
}

/* Behind the character at P. */
static text_pos
end_of(const struct text *t, text_pos p)
{
	ucs c;

	return p + ucs_decode(t->at + p, t->n - p, &c);
}

enum mark_state
anchor_find(const struct rec *r, struct anchor_text *in, struct span *at)
{
	const char *quote = rec_get(r, "Quote");
	const struct fold *f;
	struct fold word = {0};
	size_t i;

	if (same_text(r, in, at))
		return MARK_EXACT;
	if (!quote)
		quote = rec_get(r, "Suffix");
	if (!quote)
		return MARK_LOST;
	f = folded(in);
	fold_bytes(quote, strlen(quote), FOLD_CASE, &word);
	i = find_word(f, &word, 0);
	if (i < f->n) {
		at->start = f->from[i];
		at->end = rec_get(r, "Quote") ? end_of(in->text,
		                                       f->from[i + word.n - 1])
		                              : at->start;
	}
	fold_clear(&word);
	return i < f->n ? MARK_MOVED : MARK_LOST;
}
