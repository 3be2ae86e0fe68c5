/* What is searched for, as a person types it. */
#include "text/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/partial.h"
#include "text/phrase.h"
#include "text/regex.h"
#include "text/search.h"

enum {
	PACE = 256,        /* [byte] of a phrase's search in a microsecond */
	PACE_REGEX = 256,  /* the same, times the expression's size */
	WINDOW = 32 * 1024 /* [byte] matched at once where blocks are unknown */
};

/* An expression is matched in folded pieces of the text, PIECE the last one,
 * of AT. */
struct query {
	struct regex *regex; /* NULL: it is a phrase */
	struct phrase phrase;
	struct fold piece;
	struct span at;
	const char *of; /* the text's bytes */
};

static const char expression[] = "re:";

/* Behind the quotation mark. */
static bool
make_exact(struct query *q, const char *words)
{
	size_t n = strlen(words);
	char *s = mem_text(words, n && words[n - 1] == '"' ? n - 1 : n);
	bool made = phrase_init(&q->phrase, s, 0);

	free(s);
	return made;
}

static bool
make_regex(struct query *q, const char *pattern, struct error *e)
{
	if (!*pattern)
		return false;
	q->regex = regex_new(pattern, e);
	return q->regex;
}

static bool
make_phrase(struct query *q, const char *words)
{
	unsigned how = search_how(words, FOLD_ACCENTS | SEARCH_SMART_CASE);

	return phrase_init(&q->phrase, words, how);
}

struct query *
query_new(const char *typed, struct error *e)
{
	struct query *q = mem_new(sizeof *q);
	bool made;

	if (*typed == '"')
		made = make_exact(q, typed + 1);
	else if (!strncmp(typed, expression, strlen(expression)))
		made = make_regex(q, typed + strlen(expression), e);
	else
		made = make_phrase(q, typed);
	if (made)
		return q;
	query_free(q);
	return NULL;
}

void
query_free(struct query *q)
{
	if (!q)
		return;
	phrase_clear(&q->phrase);
	regex_free(q->regex);
	fold_clear(&q->piece);
	free(q);
}

/* A blank before them keeps what looks like one of our forms from being it,
 * and is nothing in a phrase. */
char *
query_of_words(const char *words)
{
	struct buf b = {0};

	if (*words == '"' || !strncmp(words, expression, strlen(expression)))
		buf_char(&b, ' ');
	buf_str(&b, words);
	return buf_take(&b);
}

/* The block that holds P or, between blocks, one beside it; a window of fixed
 * places where the blocks are not known. */
static struct span
piece_at(const struct text *t, const struct outline *o, text_pos p)
{
	struct span at = {p - p % WINDOW, p - p % WINDOW + WINDOW};
	size_t b;

	if (at.end > t->n)
		at.end = t->n;
	if (!o->blocks.n || !partial_knows(o, at, t->n))
		return at;
	b = outline_block_at(o, p);
	return (struct span){o->blocks.at[b].start, o->blocks.at[b].end};
}

static void
take_piece(struct query *q, const struct text *t, struct span at)
{
	if (q->of == t->at && q->at.start == at.start && q->at.end == at.end)
		return;
	fold_span(t, at, regex_how(q->regex), &q->piece);
	q->of = t->at;
	q->at = at;
}

/* The first of the piece's code points that comes from P or behind. */
static size_t
folded_at(const struct fold *f, text_pos p)
{
	size_t low = 0, high = f->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (f->from[middle] < p)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first match of the piece that begins in WHERE. */
static bool
match(struct query *q, const struct text *t, struct span where,
      struct span *out)
{
	const struct fold *f = &q->piece;
	size_t from = folded_at(f, where.start), start, end;

	if (!regex_match(q->regex, f->c, f->n, from, folded_at(f, where.end),
	                 &start, &end))
		return false;
	*out = fold_source(t, f, start, end);
	return true;
}

static bool
regex_next(struct query *q, const struct text *t, const struct outline *o,
           struct span where, struct span *out)
{
	text_pos p = where.start;
	struct span at;

	for (; p < where.end; p = at.end > p ? at.end : p + 1) {
		at = piece_at(t, o, p);
		/* behind the last block there is only white space */
		if (at.end <= p || at.start >= where.end)
			return false;
		take_piece(q, t, at);
		if (match(q, t, where, out))
			return true;
	}
	return false;
}

/* The last match of the piece that begins in WHERE. */
static bool
match_last(struct query *q, const struct text *t, struct span where,
           struct span *out)
{
	bool found = false;

	while (where.start < where.end && match(q, t, where, out)) {
		found = true;
		where.start = out->end;
	}
	return found;
}

/* The piece that holds P, else the one before it; false where there is
 * none. */
static bool
piece_before(const struct text *t, const struct outline *o, text_pos p,
             struct span *at)
{
	size_t b;

	*at = piece_at(t, o, p);
	if (at->start <= p)
		return true;
	b = outline_block_at(o, p);
	if (!b || partial_parts(o, b - 1))
		return false;
	at->start = o->blocks.at[b - 1].start;
	at->end = o->blocks.at[b - 1].end;
	return true;
}

static bool
regex_prev(struct query *q, const struct text *t, const struct outline *o,
           struct span where, struct span *out)
{
	text_pos high = where.end < t->n ? where.end : t->n;
	struct span at;

	for (; high > where.start; high = at.start < high ? at.start : 0) {
		if (!piece_before(t, o, high - 1, &at) ||
		    at.end <= where.start)
			return false;
		take_piece(q, t, at);
		if (match_last(q, t, (struct span){where.start, high}, out))
			return true;
	}
	return false;
}

bool
query_next(struct query *q, const struct text *t, const struct outline *o,
           struct span where, struct span *out)
{
	return q->regex ? regex_next(q, t, o, where, out)
	                : phrase_next(&q->phrase, t, where, out);
}

bool
query_prev(struct query *q, const struct text *t, const struct outline *o,
           struct span where, struct span *out)
{
	return q->regex ? regex_prev(q, t, o, where, out)
	                : phrase_prev(&q->phrase, t, where, out);
}

bool
query_is_in(struct query *q, const char *words)
{
	const struct text t = {.at = words, .n = strlen(words)};
	struct span all = {0, t.n}, found;

	if (!q->regex)
		return phrase_next(&q->phrase, &t, all, &found);
	q->of = NULL;
	fold_span(&t, all, regex_how(q->regex), &q->piece);
	return match(q, &t, all, &found);
}

size_t
query_pace(const struct query *q)
{
	size_t pace = PACE;

	if (q->regex)
		pace = PACE_REGEX / regex_size(q->regex);
	return pace ? pace : 1;
}
