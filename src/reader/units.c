/* Units that a reader marks by: sentences, paragraphs, words, lines. */
#include "reader/units.h"

#include "base/ucs.h"
#include "base/vec.h"
#include "layout/lines.h"
#include "text/sentence.h"
#include "text/words.h"

bool
units_is_body(const struct block *b)
{
	switch ((enum block_kind)b->kind) {
	case BLOCK_PARAGRAPH:
	case BLOCK_VERSE:
	case BLOCK_PRE:
	case BLOCK_QUOTE:
	case BLOCK_ITEM:
	case BLOCK_NOTE:
		return true;
	case BLOCK_TITLE:
	case BLOCK_HEADING:
	case BLOCK_FRONT:
	case BLOCK_FIELD:
	case BLOCK_FURNITURE:
	case BLOCK_RULE:
		break;
	}
	return false;
}

/* The spans of one block by which UNIT counts: its sentences, or itself. */
static void
spans_of(const struct reader *r, enum unit u, const struct block *b,
         struct span_list *out)
{
	out->n = 0;
	if (u == UNIT_SENTENCE)
		sentences_of(r->text, b, out);
	else
		vec_push(out, ((struct span){b->start, b->end}));
}

static text_pos
edge(struct span s, bool is_end)
{
	return is_end ? s.end : s.start;
}

static text_pos
span_edge_on(const struct reader *r, enum unit u, text_pos p, bool is_end)
{
	const struct outline *o = r->outline;
	struct span_list spans = {0};
	size_t b = outline_block_at(o, p), i;

	for (; b < o->blocks.n; b++) {
		spans_of(r, u, &o->blocks.at[b], &spans);
		for (i = 0; i < spans.n; i++)
			if (edge(spans.at[i], is_end) > p) {
				p = edge(spans.at[i], is_end);
				vec_clear(&spans);
				return p;
			}
	}
	vec_clear(&spans);
	return p;
}

static text_pos
span_edge_back(const struct reader *r, enum unit u, text_pos p, bool is_end)
{
	const struct outline *o = r->outline;
	struct span_list spans = {0};
	size_t b = outline_block_at(o, p), i;

	for (b = b == OUTLINE_NONE ? 0 : b + 1; b--;) {
		spans_of(r, u, &o->blocks.at[b], &spans);
		for (i = spans.n; i--;)
			if (edge(spans.at[i], is_end) < p) {
				p = edge(spans.at[i], is_end);
				vec_clear(&spans);
				return p;
			}
	}
	vec_clear(&spans);
	return p;
}

bool
units_sentence_from(const struct reader *r, text_pos p, struct span *out)
{
	const struct outline *o = r->outline;
	struct span_list spans = {0};
	size_t b = outline_block_at(o, p), i;
	bool found = false;

	for (; !found && b < o->blocks.n; b++) {
		if (!units_is_body(&o->blocks.at[b]))
			continue;
		spans_of(r, UNIT_SENTENCE, &o->blocks.at[b], &spans);
		for (i = 0; i < spans.n && !found; i++)
			if (spans.at[i].start >= p) {
				*out = spans.at[i];
				found = true;
			}
	}
	vec_clear(&spans);
	return found;
}

bool
units_sentence_at(const struct reader *r, text_pos p, struct span *out)
{
	const struct outline *o = r->outline;
	struct span_list spans = {0};
	size_t b = outline_block_at(o, p), i;
	bool found = false;

	if (b == OUTLINE_NONE || !units_is_body(&o->blocks.at[b]))
		return false;
	spans_of(r, UNIT_SENTENCE, &o->blocks.at[b], &spans);
	for (i = 0; i < spans.n && !found; i++)
		if (spans.at[i].start <= p && p < spans.at[i].end) {
			*out = spans.at[i];
			found = true;
		}
	vec_clear(&spans);
	return found;
}

static text_pos
line_edge(struct reader *r, text_pos p, bool is_end, bool on)
{
	struct line line;
	bool found;

	/* an end belongs to the line before it */
	if (!lines_at(r->layout, is_end && p ? p - 1 : p, &line))
		return p;
	found = true;
	if (on ? !is_end || line.end <= p : is_end || line.start >= p)
		do
			found = on ? lines_next(r->layout, &line, &line)
			           : lines_prev(r->layout, &line, &line);
		while (found && line.blank);
	return found ? is_end ? line.end : line.start : p;
}

text_pos
units_on(struct reader *r, enum unit u, text_pos p, bool is_end)
{
	size_t n = r->text->n;

	switch (u) {
	case UNIT_CHARACTER:
		return p < n ? words_cluster_next(r->text, p, n) : p;
	case UNIT_WORD:
		if (p >= n)
			return p;
		return is_end ? words_end(r->text, p, n)
		              : words_next(r->text, p, n);
	case UNIT_LINE:
		return line_edge(r, p, is_end, true);
	case UNIT_SENTENCE:
	case UNIT_PARAGRAPH:
		break;
	}
	return span_edge_on(r, u, p, is_end);
}

text_pos
units_back(struct reader *r, enum unit u, text_pos p, bool is_end)
{
	text_pos q;

	switch (u) {
	case UNIT_CHARACTER:
		return p ? words_cluster_prev(r->text, p, 0) : p;
	case UNIT_WORD:
		if (!p)
			return p;
		q = words_prev(r->text, p, 0);
		if (!is_end)
			return q;
		/* the end of the last word that ends before P */
		while (q && words_end(r->text, q, r->text->n) >= p)
			q = words_prev(r->text, q, 0);
		return words_end(r->text, q, r->text->n);
	case UNIT_LINE:
		return line_edge(r, p, is_end, false);
	case UNIT_SENTENCE:
	case UNIT_PARAGRAPH:
		break;
	}
	return span_edge_back(r, u, p, is_end);
}

struct span
units_trimmed(const struct text *t, struct span span)
{
	size_t length, before;
	ucs c;

	while (span.start < span.end) {
		length = ucs_decode(t->at + span.start, span.end - span.start,
		                    &c);
		if (!ucs_is_space(c))
			break;
		span.start += length;
	}
	while (span.end > span.start) {
		before = ucs_before(t->at, span.end);
		ucs_decode(t->at + before, span.end - before, &c);
		if (!ucs_is_space(c))
			break;
		span.end = before;
	}
	return span;
}
