/* Finds the structure of a text and answers questions about it. */
#include "text/outline.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/structure/find.h"
#include "text/structure/markdown.h"
#include "text/structure/shape.h"

/* Titles as they are shown. */
static void
clean_titles(const struct text *t, struct outline *o)
{
	for (size_t i = 0; i < o->sections.n; i++) {
		struct section *s = &o->sections.at[i];

		free(s->title);
		s->title = outline_shown(o, t, (struct span){s->at, s->end},
		                         false);
	}
}

struct outline *
outline_find(const struct text *t,
                             const struct override *overrides, size_t n)
{
	struct outline *o = mem_new(sizeof *o);
	struct survey s;

	survey_text(t, &s);
	shape_fences(&s);
	s.manner.markdown = markdown_says_so(&s);
	markdown_links(&s);
	find_furniture(&s, o);
	find_printed(&s, o);
	find_notes(&s, o);
	find_headings(&s, o, overrides, n);
	s.manner.markdown = s.manner.markdown || markdown_has_headings(&s);
	make_blocks(&s, o);
	find_signs(&s, o);
	if (s.manner.markdown)
		clean_titles(t, o);
	survey_clear(&s);
	return o;
}

void
outline_free(struct outline *o)
{
	if (o == NULL)
		return;
	for (size_t i = 0; i < o->sections.n; i++)
		free(o->sections.at[i].title);
	for (size_t i = 0; i < o->notes.n; i++)
		free(o->notes.at[i].label);
	vec_clear(&o->blocks);
	vec_clear(&o->sections);
	vec_clear(&o->notes);
	vec_clear(&o->refs);
	vec_clear(&o->signs);
	vec_clear(&o->printed);
	free(o->title);
	free(o->author);
	free(o->source);
	free(o);
}

/* Whether P lies behind something unknown that begins behind section I. */
static bool
is_cut_off(const struct outline *o, size_t i, text_pos p)
{
	return o->partial && o->island.start > o->known && p >= o->known &&
	       o->sections.at[i].at < o->known;
}

size_t
outline_section_at(const struct outline *o, text_pos p)
{
	size_t lo = 0, hi = o->sections.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (o->sections.at[mid].at <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && !is_cut_off(o, lo - 1, p) ? lo - 1 : OUTLINE_NONE;
}

size_t
outline_block_at(const struct outline *o, text_pos p)
{
	size_t lo = 0, hi = o->blocks.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (o->blocks.at[mid].end <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < o->blocks.n)
		return lo;
	return o->blocks.n > 0 ? o->blocks.n - 1 : OUTLINE_NONE;
}

size_t
outline_ref_from(const struct outline *o, text_pos p)
{
	size_t lo = 0, hi = o->refs.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (o->refs.at[mid].at < p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < o->refs.n ? lo : OUTLINE_NONE;
}

size_t
outline_note_at(const struct outline *o, text_pos p)
{
	size_t lo = 0, hi = o->notes.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (o->notes.at[mid].end <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < o->notes.n && o->notes.at[lo].at <= p)
		return lo;
	return OUTLINE_NONE;
}

size_t
outline_sign_from(const struct outline *o, text_pos p)
{
	size_t lo = 0, hi = o->signs.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const struct sign *s = &o->signs.at[mid];

		if (s->at + s->n < p + (s->n > 0))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

size_t
outline_printed_at(const struct outline *o, text_pos p)
{
	size_t lo = 0, hi = o->printed.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (o->printed.at[mid].from <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 ? lo - 1 : OUTLINE_NONE;
}

bool
outline_counts(const struct block *b)
{
	switch (b->kind) {
	case BLOCK_PARAGRAPH:
	case BLOCK_VERSE:
	case BLOCK_PRE:
	case BLOCK_QUOTE:
	case BLOCK_ITEM:
		return !b->continues;
	default:
		return false;
	}
}

size_t
outline_paragraph_at(const struct outline *o, text_pos p)
{
	size_t section = outline_section_at(o, p);
	size_t b = outline_block_at(o, p), count = 0;
	text_pos from = section == OUTLINE_NONE
	                        ? 0
	                        : o->sections.at[section].at;

	if (b == OUTLINE_NONE)
		return 0;
	for (size_t i = outline_block_at(o, from); i <= b; i++)
		count += outline_counts(&o->blocks.at[i]);
	return count;
}

/* A line of words that is put together; BLANK, one is due. */
struct words {
	struct buf out;
	bool blank;
};

/* How many bytes at P are signs of ASCII: of these most words are made. */
static size_t
count_plain(const struct text *t, text_pos p, text_pos end)
{
	text_pos from = p;

	while (p < end && t->at[p] > ' ' && t->at[p] < 0x7F)
		p++;
	return p - from;
}

static void
add_words(struct words *w, const struct text *t, text_pos p, text_pos end)
{
	while (p < end) {
		size_t n = count_plain(t, p, end);
		ucs c;

		if (n > 0) {
			if (w->blank && w->out.n > 0)
				buf_char(&w->out, ' ');
			w->blank = false;
			buf_add(&w->out, t->at + p, n);
			p += n;
			continue;
		}
		p += ucs_decode(t->at + p, end - p, &c);
		if (ucs_is_space(c) || c == '\n' || c == '\r') {
			w->blank = true;
			continue;
		}
		if (ucs_is_control(c))
			continue;
		if (w->blank && w->out.n > 0)
			buf_char(&w->out, ' ');
		w->blank = false;
		buf_ucs(&w->out, c);
	}
}

static char *
take_words(struct words *w)
{
	if (w->out.n == 0)
		buf_str(&w->out, "");
	return buf_take(&w->out);
}

/* Whether P..END are plain words with a space between. */
static bool
are_plain(const struct text *t, text_pos p, text_pos end)
{
	bool blank = true;

	for (; p < end; p++) {
		if (t->at[p] <= ' ' || t->at[p] == 0x7F) {
			if (t->at[p] != ' ' || blank)
				return false;
			blank = true;
		} else {
			blank = false;
		}
	}
	return !blank;
}

char *
outline_words(const struct text *t, struct span span)
{
	struct words w = {0};

	/* most titles are: no byte of them is gone through again */
	if (are_plain(t, span.start, span.end))
		return mem_text(t->at + span.start, span.end - span.start);
	add_words(&w, t, span.start, span.end);
	return take_words(&w);
}

/* Behind the blanks at P, where a divided word goes on. */
static text_pos
skip_blanks(const struct text *t, text_pos p, text_pos end)
{
	while (p < end && (t->at[p] == ' ' || (t->at[p] >= '\t' &&
	                                       t->at[p] <= '\r')))
		p++;
	return p;
}

char *
outline_shown(const struct outline *o, const struct text *t,
              struct span span, bool markup)
{
	struct words w = {0};
	text_pos p = span.start;

	for (size_t i = outline_sign_from(o, p);
	     i < o->signs.n && o->signs.at[i].at < span.end; i++) {
		const struct sign *s = &o->signs.at[i];

		if (s->kind == SIGN_TURN || (s->kind == SIGN_HIDDEN && markup))
			continue;
		add_words(&w, t, p, s->at);
		p = s->at + s->n > p ? s->at + s->n : p;
		if (s->kind == SIGN_HYPHEN)
			p = skip_blanks(t, p, span.end);
	}
	add_words(&w, t, p, span.end);
	return take_words(&w);
}
