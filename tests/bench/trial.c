/* A trial of anchoring. */
#include "trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "marks/probe.h"
#include "page.h"

/* NEW as it is opened: the text of PAGE begins SHIFT bytes later. */
struct outcome {
	const struct judged *old, *new;
	const struct page *page;
	size_t shift;
};

static void
print_words(const char *name, const struct text *t, struct span s)
{
	printf("    %s %zu-%zu: %.*s\n", name, s.start, s.end,
	       (int)(s.end - s.start), t->at + s.start);
}

static const char *
field(const struct rec *r, const char *name)
{
	const char *s = rec_get(r, name);

	return s ? s : "-";
}

static void
tell_best(const struct rec *r, const struct text *t)
{
	struct span none = {0, 0};
	struct verdict v = {0};
	struct fold f = {0};
	struct probe p;

	if (!probe_init(&p, r))
		return;
	fold_span(t, (struct span){0, t->n}, FOLD_CASE, &f);
	probe_weigh(&p, t, &f, 0, f.n, true, none, &v);
	printf("    of %zu, %zu alike, the best: %.3f = q %.3f, %.3f before, "
	       "%.3f behind; second %.3f\n", v.n, v.twins, v.best.score,
	       v.best.q, v.best.before, v.best.behind, v.second);
	if (v.n)
		print_words("best", t, v.best.at);
	fold_clear(&f);
	probe_clear(&p);
}

static void
tell(const struct mark *m, enum judgement j, struct span truth,
     const struct outcome *o)
{
	const struct text *t = o->page->text;

	printf("--- %s %zu: %s | %s | %s\n", judgement_names[j],
	       strlen(field(m->rec, "Quote")), field(m->rec, "Prefix"),
	       field(m->rec, "Quote"), field(m->rec, "Suffix"));
	printf("    alike %s, twin %s\n", field(m->rec, "Alike"),
	       field(m->rec, "Twin"));
	tell_best(m->rec, t);
	truth.start += o->shift;
	truth.end += o->shift;
	print_words("truth", t, truth);
	if (m->state < MARK_DOUBTFUL)
		print_words("found", t, m->at);
}

static void
judge(const struct mark_list *list, const struct outcome *o, bool told,
      struct tally *tally)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct mark *m = &list->at[i];
		struct span was, at = {0, 0}, truth;
		enum judgement j;

		was.start = strtoull(rec_get(m->rec, "Start"), NULL, 10);
		was.end = strtoull(rec_get(m->rec, "End"), NULL, 10);
		if (m->state != MARK_LOST)
			at = (struct span){m->at.start - o->shift,
				           m->at.end - o->shift};
		j = judge_mark(o->old, o->new, was, m->state, at, &truth,
		               tally);
		if (told && ((j > JUDGED_RIGHT && j <= JUDGED_LOST) ||
		             j == JUDGED_ATTACHED))
			tell(m, j, truth, o);
	}
}

static struct marks *
make_marks(const struct page *p, const struct sheet *s, const size_t *byte,
           size_t marks, struct dice *d)
{
	const struct work_facts facts = page_facts(p);
	struct marks *m = marks_parse("", 0);

	while (marks-- > 0) {
		struct stamp stamp = {1 + marks, marks};
		struct span at = judge_choose(s, byte, d);

		if (at.start < at.end)
			marks_add(m, &facts, p->text, p->outline,
			          MARK_HIGHLIGHT, at, "a", 0, &stamp);
	}
	page_settle(m, p);
	return m;
}

void
trial_run(const char *bytes, size_t n, enum mutation mutation, size_t marks,
          struct dice *d, bool told, struct tally *tally)
{
	struct sheet before = {0}, after = {0};
	struct buf b = {0}, c = {0}, file = {0};
	struct page old, new;
	struct mark_list list = {0};
	struct work_facts facts;
	struct marks *m;
	struct judged was = {&before, NULL}, is = {&after, NULL};
	struct outcome o = {&was, &is, &new, 0};
	size_t *byte, *byte_after;

	sheet_read(&before, bytes, n);
	byte = judge_write(&before, &b);
	page_open(&old, bytes, n);
	m = make_marks(&old, &before, byte, marks, d);
	facts = page_facts(&old);
	sheet_read(&after, bytes, n);
	sheet_mutate(&after, mutation, d);
	byte_after = judge_write(&after, &c);
	if (mutation == MUTATE_ENCODING)
		sheet_write_utf16(&after, &file, NULL);
	else
		buf_add(&file, c.at, c.n);
	page_open(&new, file.at, file.n);
	o.shift = new.text->n - c.n; /* a byte order mark */
	marks_place(m, marks_work(m, &facts), new.text, new.sha256,
	            page_kinds, &list);
	was.byte = byte;
	is.byte = byte_after;
	judge(&list, &o, told, tally);
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
