/* Marks of one edition of a book in another. */
#include "editions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

enum { LEAP = 40 }; /* words: a text that goes on farther off is elsewhere */

const char *const edition_verdicts[EDITION_VERDICTS] = {
	"right", "near", "wrong", "doubtful", "lost", "gone", "attached",
	"partly", "strayed",
};

/* The first word of W that ends behind byte P. */
static size_t
word_at(const struct align_words *w, size_t p)
{
	size_t lo = 0, hi = w->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (w->at[mid].end <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static size_t
apart(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* Words FIRST to LAST are those of a highlight that went to one place. */
struct run {
	size_t first, last, n;
};

static struct run
longest_run(const struct alignment *al, size_t i, size_t end)
{
	struct run best = {0, 0, 0}, now = {0, 0, 0};

	for (; i < end; i++) {
		size_t to = al->to[i];

		if (to == ALIGN_NONE)
			continue;
		if (!now.n || apart(to, al->to[now.last] + i - now.last) >
		              LEAP)
			now = (struct run){i, i, 0};
		now.last = i;
		now.n++;
		if (now.n > best.n)
			best = now;
	}
	return best;
}

/* Where words at an edge are others now it is not known how many they are:
 * none, or twice as many. */
static size_t
slack(size_t words)
{
	return words ? 2 * words + 1 : 0;
}

struct edition_truth
edition_truth(const struct alignment *al, struct span at)
{
	size_t i = word_at(&al->a, at.start), end = i, k;
	const struct align_word *b = al->b.at;
	struct edition_truth t = {0, 0, {0, 0}, {0, 0}};
	struct run r;

	while (end < al->a.n && al->a.at[end].start < at.end)
		end++;
	r = longest_run(al, i, end);
	t.words = end - i;
	t.kept = r.n;
	if (!r.n)
		return t;
	k = slack(r.first - i);
	t.start.end = b[al->to[r.first]].start;
	t.start.start = b[al->to[r.first] > k ? al->to[r.first] - k : 0].start;
	k = al->to[r.last] + slack(end - 1 - r.last);
	t.end.start = b[al->to[r.last]].end;
	t.end.end = b[k < al->b.n ? k : al->b.n - 1].end;
	return t;
}

/* Whether P is in S or at most OFF beside it. */
static int
is_in(struct span s, size_t p, size_t off)
{
	return p + off >= s.start && p <= s.end + off;
}

enum edition_verdict
edition_judge(const struct edition_truth *t, enum mark_state state,
              struct span at)
{
	int drawn = state < MARK_DOUBTFUL;
	int touches = t->kept && at.start < t->end.end &&
	              t->start.start < at.end;
	size_t off = 3 + (t->end.start - t->start.end) / 10;

	if (t->kept * 10 < t->words * 3)
		return drawn ? EDITION_ATTACHED : EDITION_GONE;
	if (t->kept * 10 < t->words * 7)
		return drawn && !touches ? EDITION_STRAYED : EDITION_PARTLY;
	if (!drawn)
		return state == MARK_LOST ? EDITION_LOST : EDITION_DOUBTFUL;
	if (is_in(t->start, at.start, off) && is_in(t->end, at.end, off))
		return EDITION_RIGHT;
	return touches ? EDITION_NEAR : EDITION_WRONG;
}

/* Highlights. */

static int
ends_sentence(const char *bytes, const struct align_words *w, size_t i)
{
	size_t p = w->at[i].end;
	size_t next = i + 1 < w->n ? w->at[i + 1].start : p;

	for (; p < next; p++)
		if (strchr(".!?", bytes[p]) ||
		    (bytes[p] == '\n' && p + 1 < next && bytes[p + 1] == '\n'))
			return 1;
	return i + 1 == w->n;
}

/* A phrase, a sentence, or a few of them. */
static struct span
choose(const char *bytes, const struct align_words *w, struct dice *d)
{
	size_t kind = dice_throw(d, 10), i = dice_throw(d, w->n), first, left;
	struct span s;

	while (kind >= 2 && i > 0 && !ends_sentence(bytes, w, i - 1))
		i--;
	first = i;
	left = kind < 2 ? 4 + dice_throw(d, 5) : kind < 8 ? 1
	                : 2 + dice_throw(d, 3);
	for (; i + 1 < w->n && i < first + 150; i++) {
		left -= kind < 2 || (i >= first + 3 &&
		                     ends_sentence(bytes, w, i));
		if (!left)
			break;
	}
	s.start = w->at[first].start;
	s.end = w->at[i].end;
	return s;
}

static struct marks *
make_marks(const struct page *p, const char *bytes,
           const struct align_words *w, size_t marks, struct dice *d)
{
	const struct work_facts facts = page_facts(p);
	struct marks *m = marks_parse("", 0);

	while (w->n && marks-- > 0) {
		struct stamp stamp = {1 + marks, marks};
		struct span s = choose(bytes, w, d);

		s.start = text_place(p->text, s.start);
		s.end = text_place(p->text, s.end);
		marks_add(m, &facts, p->text, p->outline, MARK_HIGHLIGHT, s,
		          "a", 0, &stamp);
	}
	page_settle(m, p);
	return m;
}

static size_t
number(const struct rec *r, const char *field)
{
	return strtoull(rec_get(r, field), NULL, 10);
}

static void
tell(const struct mark *m, struct span at, const struct edition_truth *t,
     enum edition_verdict verdict, const char *bytes)
{
	const char *alike = rec_get(m->rec, "Alike");

	printf("--- %s: %zu of %zu words kept; alike %s\n%s\n",
	       edition_verdicts[verdict], t->kept, t->words,
	       alike ? alike : "?", rec_get(m->rec, "Quote"));
	if (t->kept)
		printf("  there %zu: %.*s\n", t->start.end,
		       (int)(t->end.start - t->start.end),
		       bytes + t->start.end);
	if (m->state != MARK_LOST)
		printf("  found %zu: %.*s\n", at.start,
		       (int)(at.end - at.start), bytes + at.start);
}

/* BYTES are those of the text B that LIST is placed in. */
static void
judge(const struct mark_list *list, const struct alignment *al,
      const struct text *b, const char *bytes, int told,
      size_t sum[EDITION_VERDICTS])
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct mark *m = &list->at[i];
		struct span was = {number(m->rec, "Start"),
		                   number(m->rec, "End")}, now = {0, 0};
		struct edition_truth t = edition_truth(al, was);
		enum edition_verdict verdict;

		if (m->state != MARK_LOST) {
			now.start = text_offset(b, m->at.start);
			now.end = text_offset(b, m->at.end);
		}
		verdict = edition_judge(&t, m->state, now);
		sum[verdict]++;
		if (told && verdict != EDITION_RIGHT &&
		    verdict != EDITION_GONE && verdict != EDITION_PARTLY)
			tell(m, now, &t, verdict, bytes);
	}
}

void
editions_run(const char *a, size_t n, const char *b, size_t m, size_t marks,
             struct dice *d, int told, size_t sum[EDITION_VERDICTS])
{
	struct alignment al;
	struct page old, new;
	struct mark_list list = {0};
	struct work_facts facts;
	struct marks *store;

	align(a, n, b, m, &al);
	page_open(&old, a, n);
	page_open(&new, b, m);
	store = make_marks(&old, a, &al.a, marks, d);
	facts = page_facts(&old);
	marks_place(store, marks_work(store, &facts), new.text, new.sha256,
	            page_kinds, &list);
	judge(&list, &al, new.text, b, told, sum);
	vec_clear(&list);
	marks_free(store);
	page_close(&old);
	page_close(&new);
	align_clear(&al);
}
