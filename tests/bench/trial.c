/* A trial of anchoring. */
#include "trial.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "page.h"

static int
is_word(ucs c)
{
	return ucs_is_letter(c) || ucs_is_digit(c);
}

/* A span of whole words: a phrase, a sentence's length, or a long one. Where
 * no blanks stand, of that many characters. */
static struct span
choose_span(const struct sheet *s, const text_pos *byte, struct dice *d)
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

/* Where each code point of S begins in its UTF-8, and where the last ends. */
static text_pos *
write_sheet(const struct sheet *s, struct buf *out)
{
	text_pos *byte = mem_resize(NULL, s->n + 1, sizeof *byte);
	size_t i;

	for (i = 0; i < s->n; i++) {
		byte[i] = out->n;
		buf_ucs(out, s->at[i].c);
	}
	byte[s->n] = out->n;
	return byte;
}

static void
write_utf16(const struct sheet *s, struct buf *out)
{
	size_t i;

	buf_add(out, "\xFF\xFE", 2);
	for (i = 0; i < s->n; i++) {
		uint32_t c = s->at[i].c, unit[2] = {c, 0};
		int n = 1, k;

		if (c >= 0x10000) {
			unit[0] = 0xD800 + ((c - 0x10000) >> 10);
			unit[1] = 0xDC00 + (c & 0x3FF);
			n = 2;
		}
		for (k = 0; k < n; k++) {
			buf_char(out, (char)(unit[k] & 0xFF));
			buf_char(out, (char)(unit[k] >> 8));
		}
	}
}

/* Where the code points A up to B of the text before are now, in bytes; how
 * many per cent of them there are in *KEPT. A moved or deleted part that was
 * in the middle makes it less. */
static struct span
truth(const struct sheet *s, const text_pos *byte, size_t a, size_t b,
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
			n = 0;
			found.start = byte[i];
		}
		n++;
		last = i;
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

static void
count(struct tally *t, const struct mark *m, struct span truth, size_t shift)
{
	size_t off = (truth.end - truth.start) / 10 + 3;
	struct span at = {m->at.start - shift, m->at.end - shift};

	t->there++;
	if (m->state == MARK_LOST)
		t->lost++;
	else if (m->state == MARK_DOUBTFUL)
		t->doubtful++;
	else if (apart(at.start, truth.start) <= off &&
	         apart(at.end, truth.end) <= off)
		t->right++;
	else if (at.start < truth.end && truth.start < at.end)
		t->near++;
	else
		t->wrong++;
}

/* How many of A up to B are no white space. */
static size_t
solid(const struct sheet *s, size_t a, size_t b)
{
	size_t n = 0;

	for (; a < b; a++)
		n += s->at[a].c != ' ' && s->at[a].c != '\n' &&
		     s->at[a].c != '\r' && s->at[a].c != '\t';
	return n;
}

static size_t
index_of(const text_pos *byte, size_t n, text_pos at)
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

static void
judge(const struct mark_list *list, const struct sheet *before,
      const text_pos *byte, const struct sheet *after,
      const text_pos *byte_after, size_t shift, struct tally *tally)
{
	size_t i, kept;

	for (i = 0; i < list->n; i++) {
		const struct mark *m = &list->at[i];
		size_t a = index_of(byte, before->n,
		                    strtoull(rec_get(m->rec, "Start"), NULL,
		                             10));
		size_t b = index_of(byte, before->n,
		                    strtoull(rec_get(m->rec, "End"), NULL,
		                             10));
		struct span t = truth(after, byte_after, a, b, &kept);
		size_t whole = solid(before, a, b);

		if (!kept) {
			tally->gone++;
			tally->attached += m->state < MARK_DOUBTFUL;
		} else if (kept * 10 >= whole * 7) {
			count(tally, m, t, shift);
		}
	}
}

static struct marks *
make_marks(const struct page *p, const struct sheet *s, const text_pos *byte,
           size_t marks, struct dice *d)
{
	const struct work_facts facts = page_facts(p);
	struct marks *m = marks_parse("", 0);

	while (marks-- > 0) {
		struct stamp stamp = {1 + marks, marks};
		struct span at = choose_span(s, byte, d);

		if (at.start < at.end)
			marks_add(m, &facts, p->text, p->outline,
			          MARK_HIGHLIGHT, at, "a", 0, &stamp);
	}
	page_settle(m, p);
	return m;
}

void
trial_run(const char *bytes, size_t n, enum mutation mutation, size_t marks,
          struct dice *d, struct tally *tally)
{
	struct sheet before = {0}, after = {0};
	struct buf b = {0}, c = {0}, file = {0};
	struct page old, new;
	struct mark_list list = {0};
	struct work_facts facts;
	struct marks *m;
	text_pos *byte, *byte_after;
	size_t shift;

	sheet_read(&before, bytes, n);
	byte = write_sheet(&before, &b);
	page_open(&old, bytes, n);
	m = make_marks(&old, &before, byte, marks, d);
	facts = page_facts(&old);
	sheet_read(&after, bytes, n);
	sheet_mutate(&after, mutation, d);
	byte_after = write_sheet(&after, &c);
	if (mutation == MUTATE_ENCODING)
		write_utf16(&after, &file);
	else
		buf_add(&file, c.at, c.n);
	page_open(&new, file.at, file.n);
	shift = new.text->n - c.n; /* a byte order mark */
	marks_place(m, marks_work(m, &facts), new.text, new.sha256,
	            page_kinds, &list);
	judge(&list, &before, byte, &after, byte_after, shift, tally);
	vec_clear(&list);
	marks_free(m);
	page_close(&old);
	page_close(&new);
	buf_clear(&b);
	buf_clear(&c);
	buf_clear(&file);
	sheet_clear(&before);
	sheet_clear(&after);
	free(byte);
	free(byte_after);
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
