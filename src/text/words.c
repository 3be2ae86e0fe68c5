/* Words and clusters in a text, looked at through a bounded window. */
#include "text/words.h"

#include <string.h>

/*
 * A window is judged with a little of what stands around it, so that a line
 * of 50 MB costs no more than a short one. [byte]
 */
enum { CONTEXT = 64, STEP = 512, WINDOW = CONTEXT + STEP + CONTEXT };

/* Where words begin or end among the bytes FROM..FROM + N of a text. */
struct window {
	const struct text *text;
	text_pos from;
	size_t n;
	char is_break[WINDOW];
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* A start at most CONTEXT bytes before P from which breaks at and behind P
 * come out right: behind a blank where there is one. */
static text_pos
context_start(const struct text *t, text_pos p)
{
	text_pos least = p > CONTEXT ? p - CONTEXT : 0, i = p;

	while (i > least && !is_blank(t->at[i - 1]))
		i--;
	while (i < p && ((unsigned char)t->at[i] & 0xC0) == 0x80)
		i++;
	return i;
}

/* Opens W so that breaks from LOW up to HIGH (at most STEP on) are right. */
static void
window_open(struct window *w, const struct text *t, text_pos low, text_pos high)
{
	w->text = t;
	w->from = context_start(t, low);
	w->n = high - w->from + CONTEXT;
	if (w->n > t->n - w->from)
		w->n = t->n - w->from;
	ucs_word_breaks(t->at + w->from, w->n, w->is_break);
	if (w->n)
		w->is_break[0] = 1;
}

/* Whether the piece between breaks that holds P has a letter or digit. */
static bool
is_word_at(const struct window *w, text_pos p)
{
	const char *s = w->text->at + w->from;
	size_t i = p - w->from, length;
	ucs c;

	while (i > 0 && !w->is_break[i])
		i--;
	do {
		length = ucs_decode(s + i, w->n - i, &c);
		if (ucs_is_letter(c) || ucs_is_digit(c))
			return true;
		i += length;
	} while (i < w->n && !w->is_break[i]);
	return false;
}

static bool
starts_word(const struct window *w, text_pos p)
{
	return w->is_break[p - w->from] && is_word_at(w, p);
}

text_pos
words_next(const struct text *t, text_pos p, text_pos limit)
{
	struct window w;
	text_pos low, high;

	if (limit > t->n)
		limit = t->n;
	for (low = p + 1; low < limit; low = high) {
		high = limit - low > STEP ? low + STEP : limit;
		window_open(&w, t, low, high);
		for (p = low; p < high; p++)
			if (starts_word(&w, p))
				return p;
	}
	return limit;
}

text_pos
words_prev(const struct text *t, text_pos p, text_pos limit)
{
	struct window w;
	text_pos low, high;

	if (p > t->n)
		p = t->n;
	for (high = p; high > limit; high = low) {
		low = high - limit > STEP ? high - STEP : limit;
		window_open(&w, t, low, high);
		for (p = high; p > low; p--)
			if (starts_word(&w, p - 1))
				return p - 1;
	}
	return limit;
}

/* The first break behind P. */
static text_pos
break_behind(const struct text *t, text_pos p, text_pos limit)
{
	struct window w;
	text_pos low, high;

	for (low = p + 1; low < limit; low = high) {
		high = limit - low > STEP ? low + STEP : limit;
		window_open(&w, t, low, high);
		for (p = low; p < high; p++)
			if (w.is_break[p - w.from])
				return p;
	}
	return limit;
}

text_pos
words_end(const struct text *t, text_pos p, text_pos limit)
{
	struct window w;

	if (limit > t->n)
		limit = t->n;
	if (p >= limit)
		return limit;
	window_open(&w, t, p, p + 1);
	if (!is_word_at(&w, p))
		p = words_next(t, p, limit);
	return p < limit ? break_behind(t, p, limit) : limit;
}

/* [byte] a cluster longer than this is several. */
enum { CLUSTER_MAX = 1024 };

text_pos
words_cluster_next(const struct text *t, text_pos p, text_pos limit)
{
	size_t n;

	if (limit > t->n)
		limit = t->n;
	if (p >= limit)
		return limit;
	n = limit - p;
	return p + ucs_cluster(t->at + p, n < CLUSTER_MAX ? n : CLUSTER_MAX);
}

/* Whether a cluster surely begins at P: ASCII behind ASCII, but no CRLF. */
static bool
surely_begins(const struct text *t, text_pos p)
{
	return !((t->at[p] | t->at[p - 1]) & 0x80) && t->at[p] != '\n';
}

text_pos
words_cluster_prev(const struct text *t, text_pos p, text_pos limit)
{
	text_pos least, from, next;

	if (p > t->n)
		p = t->n;
	if (p <= limit)
		return limit;
	least = p - limit > CLUSTER_MAX ? p - CLUSTER_MAX : limit;
	from = limit + ucs_before(t->at + limit, p - limit);
	while (from > least && !surely_begins(t, from))
		from = limit + ucs_before(t->at + limit, from - limit);
	for (;; from = next) {
		next = words_cluster_next(t, from, t->n);
		if (next >= p)
			return from;
	}
}
