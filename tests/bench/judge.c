/* Highlights in a text that was changed, and whether they are right. */
#include "judge.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/ucs.h"

const char *const judgement_names[] = {
	"right", "near", "wrong", "doubtful", "lost", "gone", "attached",
	"half",
};

static int
is_word(ucs c)
{
	return ucs_is_letter(c) || ucs_is_digit(c);
}

struct span
judge_choose(const struct sheet *s, const size_t *byte, struct dice *d)
{
	size_t kind = dice_throw(d, 10), words = 4 + dice_throw(d, 5);
	size_t start, i, last, seen = 0;
	struct span span = {0, 0};

	if (kind >= 3)
		words = 8 + dice_throw(d, kind >= 8 ? 60 : 18);
	for (start = dice_throw(d, s->n); start < s->n; start++)
		if (is_word(s->at[start].c) &&
		    (!start || !is_word(s->at[start - 1].c) ||
		     ucs_is_unspaced(s->at[start].c)))
			break;
	for (i = last = start; i < s->n && seen < words; i++) {
		if (!is_word(s->at[i].c))
			continue;
		last = i;
		if (i + 1 == s->n || !is_word(s->at[i + 1].c) ||
		    (ucs_is_unspaced(s->at[i].c) && i % 2))
			seen++;
	}
	if (start < s->n) {
		span.start = byte[start];
		span.end = byte[last + 1];
	}
	return span;
}

size_t *
judge_write(const struct sheet *s, struct buf *out)
{
	size_t *byte = mem_resize(NULL, s->n + 1, sizeof *byte);
	size_t i;

	for (i = 0; i < s->n; i++) {
		byte[i] = out->n;
		buf_ucs(out, s->at[i].c);
	}
	byte[s->n] = out->n;
	return byte;
}

static bool
is_solid(uint32_t c)
{
	return c != ' ' && c != '\n' && c != '\r' && c != '\t';
}

/* How many of A up to B are no white space. */
static size_t
solid(const struct sheet *s, size_t a, size_t b)
{
	size_t n = 0;

	for (; a < b; a++)
		n += is_solid(s->at[a].c);
	return n;
}

/* Where the code points A up to B of the text before are now, in bytes; how
 * many of them there are in *KEPT, white space aside. A moved or deleted part
 * that was in the middle makes it less. */
static struct span
longest_run(const struct sheet *s, const size_t *byte, size_t a, size_t b,
      size_t *kept)
{
	struct span found = {0, 0}, best = {0, 0};
	size_t i, n = 0, most = 0, last = 0;

	for (i = 0; i < s->n; i++) {
		size_t from = s->at[i].from;

		if (from < a + 1 || from > b)
			continue;
		/* A run ends where the text goes on elsewhere. */
		if (!n || i - last > 64) {
			if (!is_solid(s->at[i].c))
				continue;
			n = 0;
			found.start = byte[i];
		}
		n += is_solid(s->at[i].c);
		last = i;
		if (is_solid(s->at[i].c))
			found.end = byte[i + 1];
		if (n > most) {
			most = n;
			best = found;
		}
	}
	*kept = most;
	return best;
}

static size_t
apart(text_pos a, text_pos b)
{
	return a > b ? a - b : b - a;
}

static enum judgement
judge_there(enum mark_state state, struct span at, struct span truth)
{
	size_t off = (truth.end - truth.start) / 10 + 3;

	if (state >= MARK_DOUBTFUL)
		return state == MARK_LOST ? JUDGED_LOST : JUDGED_DOUBTFUL;
	if (apart(at.start, truth.start) <= off &&
	    apart(at.end, truth.end) <= off)
		return JUDGED_RIGHT;
	return at.start < truth.end && truth.start < at.end ? JUDGED_NEAR
	                                                    : JUDGED_WRONG;
}

static void
count(struct tally *t, enum judgement j)
{
	t->there += j <= JUDGED_LOST;
	t->right += j == JUDGED_RIGHT;
	t->near += j == JUDGED_NEAR;
	t->wrong += j == JUDGED_WRONG;
	t->doubtful += j == JUDGED_DOUBTFUL;
	t->lost += j == JUDGED_LOST;
	t->gone += j == JUDGED_GONE || j == JUDGED_ATTACHED;
	t->attached += j == JUDGED_ATTACHED;
}

size_t
judge_index(const size_t *byte, size_t n, size_t at)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (byte[mid] < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

enum judgement
judge_mark(const struct judged *old, const struct judged *new,
           struct span was, enum mark_state state, struct span at,
           struct span *truth, struct tally *tally)
{
	enum judgement j = JUDGED_HALF;
	size_t a = judge_index(old->byte, old->sheet->n, was.start), kept;
	size_t b = judge_index(old->byte, old->sheet->n, was.end);

	*truth = longest_run(new->sheet, new->byte, a, b, &kept);
	if (!kept)
		j = state < MARK_DOUBTFUL ? JUDGED_ATTACHED : JUDGED_GONE;
	else if (kept * 10 >= solid(old->sheet, a, b) * 7)
		j = judge_there(state, at, *truth);
	count(tally, j);
	return j;
}

void
tally_add(struct tally *sum, const struct tally *t)
{
	sum->there += t->there;
	sum->right += t->right;
	sum->near += t->near;
	sum->wrong += t->wrong;
	sum->doubtful += t->doubtful;
	sum->lost += t->lost;
	sum->gone += t->gone;
	sum->attached += t->attached;
}

size_t
tally_share(size_t part, size_t whole)
{
	return whole ? part * 10000 / whole : 0;
}
