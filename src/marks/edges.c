/* Where an altered quotation begins and ends. */
#include "marks/edges.h"

/* Code points on either side of an edge that tell where it is, and the most of
 * a quotation that may be gone. */
enum { EDGE = 48, GONE = 256 };

static size_t
gone_most(size_t n)
{
	return n / 4 < GONE ? n / 4 : GONE;
}

static struct run
run_of(const struct fold *f, size_t from, size_t to)
{
	struct run r = {f->c + from, to - from};

	return r;
}

static bool
is_of_word(uint32_t c)
{
	return (ucs_is_letter(c) || ucs_is_digit(c)) && !ucs_is_unspaced(c);
}

static bool
cuts_word(const struct fold *f, size_t i)
{
	return i && i < f->n && is_of_word(f->c[i - 1]) &&
	       is_of_word(f->c[i]);
}

static struct run
last_of(const struct fold *f, size_t n)
{
	return run_of(f, f->n > n ? f->n - n : 0, f->n);
}

static struct run
first_of(const struct fold *f, size_t n)
{
	return run_of(f, 0, f->n < n ? f->n : n);
}

/* The border between LEFT and RIGHT near code point I of F, counted in F. */
static struct border
border_near(struct run left, struct run right, const struct fold *f, size_t i)
{
	size_t from = i > left.n + EDGE ? i - left.n - EDGE : 0;
	size_t to = i + right.n + EDGE;
	struct border b;

	match_border(left, right, run_of(f, from, to < f->n ? to : f->n), &b);
	b.first += from;
	b.last += from;
	return b;
}

static size_t
word_before(const struct fold *f, size_t i)
{
	size_t n = 0;

	while (n < EDGE && cuts_word(f, i - n))
		n++;
	return n;
}

static size_t
word_behind(const struct fold *f, size_t i)
{
	size_t n = 0;

	while (n < EDGE && cuts_word(f, i + n))
		n++;
	return n;
}

static bool
is_sign(uint32_t c)
{
	return !ucs_is_letter(c) && !ucs_is_digit(c);
}

/* Signs that a blank parts from the first word are of what stood before, and
 * are alike by chance. */
static size_t
without_signs_before(const struct fold *f, size_t start)
{
	size_t i;

	for (i = start; i < f->n && i - start < EDGE && is_sign(f->c[i]); i++)
		if (f->c[i] == ' ')
			start = i + 1;
	return start;
}

static size_t
without_signs_behind(const struct fold *f, size_t end)
{
	size_t i;

	for (i = end; i > 0 && end - i < EDGE && is_sign(f->c[i - 1]); i--)
		if (f->c[i - 1] == ' ')
			end = i - 1;
	return end;
}

/*
 * Where a quotation whose HEAD began about START does begin, if its first words
 * are gone, and what led to them as well: where what is left of it starts. A
 * word of which less than half is left does not count.
 */
static size_t
start_of_rest(const struct probe *p, const struct fold *f, struct run head,
              size_t start)
{
	size_t from = start > EDGE ? start - EDGE : 0;
	size_t to = start + head.n + head.n / 2, cut;
	struct extent e;

	to = to < f->n ? to : f->n;
	match_extent(head, run_of(f, from, to), true, &e);
	if (!e.pattern)
		return start;
	start = to - e.text;
	cut = head.n - e.pattern;
	if (word_before(&p->quote, cut) > word_behind(&p->quote, cut))
		start += word_behind(f, start);
	return without_signs_before(f, start);
}

/* The same of one whose TAIL ended about END. */
static size_t
end_of_rest(const struct probe *p, const struct fold *f, struct run tail,
            size_t end)
{
	size_t far = tail.n + tail.n / 2, from = end > far ? end - far : 0;
	size_t to = end + EDGE < f->n ? end + EDGE : f->n, cut;
	struct extent e;

	match_extent(tail, run_of(f, from, to), false, &e);
	if (!e.pattern)
		return end;
	end = from + e.text;
	cut = p->quote.n - tail.n + e.pattern;
	if (word_behind(&p->quote, cut) > word_before(&p->quote, cut))
		end -= word_before(f, end);
	return without_signs_behind(f, end);
}

/* Whether PART of a word is WORD, but for an error in three letters. */
static bool
is_word(struct run part, struct run word, bool backwards)
{
	size_t errors = match_at_edge(word, part, backwards);

	return word.n && part.n <= word.n + word.n / 3 + 1 &&
	       3 * errors <= word.n;
}

/* How much of the word that is cut at START is the mark's: all of it, but not
 * what is the last word of its context, for the blank between them may have
 * been misread, or there was a hyphen. */
static size_t
own_before(const struct probe *p, const struct fold *f, size_t start)
{
	size_t n = word_before(f, start), end = p->before.n, from;

	while (end > 0 && is_sign(p->before.c[end - 1]))
		end--;
	from = end > 0 ? end - 1 - word_before(&p->before, end - 1) : end;
	return is_word(run_of(f, start - n, start),
	               run_of(&p->before, from, end), true) ? 0 : n;
}

static size_t
own_behind(const struct probe *p, const struct fold *f, size_t end)
{
	size_t n = word_behind(f, end), start = 0, to;

	while (start < p->behind.n && is_sign(p->behind.c[start]))
		start++;
	to = start < p->behind.n
	             ? start + 1 + word_behind(&p->behind, start + 1)
	             : start;
	return is_word(run_of(f, end, end + n),
	               run_of(&p->behind, start, to), false) ? 0 : n;
}

/* M from START to END, without blanks at its edges and with whole words. */
static void
set_edges(const struct probe *p, const struct fold *f, size_t start,
          size_t end, struct match *m)
{
	while (start < end && f->c[start] == ' ')
		start++;
	while (end > start && f->c[end - 1] == ' ')
		end--;
	start -= own_before(p, f, start);
	end += own_behind(p, f, end);
	if (start < end) {
		m->start = start;
		m->end = end;
	}
}

void
edges_find(const struct probe *p, const struct fold *f,
           const struct candidate *c, struct match *m)
{
	size_t start = m->start, end = m->end;
	size_t gone = gone_most(p->quote.n) + EDGE;

	if (p->before.n && c->before >= probe_same_context)
		start = border_near(last_of(&p->before, EDGE),
		                    first_of(&p->quote, EDGE), f,
		                    start).last;
	else
		start = start_of_rest(p, f, first_of(&p->quote, gone), start);
	if (p->behind.n && c->behind >= probe_same_context)
		end = border_near(last_of(&p->quote, EDGE),
		                  first_of(&p->behind, EDGE), f, end).first;
	else
		end = end_of_rest(p, f, last_of(&p->quote, gone), end);
	set_edges(p, f, start, end, m);
}

void
edges_find_rest(const struct probe *p, const struct fold *f, bool of_first,
                struct match *m)
{
	size_t n = p->quote.n, far = n + n / 2, start, end;
	struct run all = {p->quote.c, n};

	if (of_first) {
		start = start_of_rest(p, f, first_of(&p->quote, n / 2),
		                      m->start);
		end = end_of_rest(p, f, all, m->start + far);
	} else {
		end = end_of_rest(p, f, last_of(&p->quote, n - n / 2), m->end);
		start = start_of_rest(p, f, all,
		                      m->end > far ? m->end - far : 0);
	}
	set_edges(p, f, start, end, m);
}
