/* A trial of anchoring. */
#include "trial.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "page.h"

static void
judge(const struct mark_list *list, const struct judged *old,
      const struct judged *new, size_t shift, struct tally *tally)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct mark *m = &list->at[i];
		struct span was, at = {0, 0};

		was.start = strtoull(rec_get(m->rec, "Start"), NULL, 10);
		was.end = strtoull(rec_get(m->rec, "End"), NULL, 10);
		if (m->state != MARK_LOST)
			at = (struct span){m->at.start - shift,
				           m->at.end - shift};
		judge_mark(old, new, was, m->state, at, tally);
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
          struct dice *d, struct tally *tally)
{
	struct sheet before = {0}, after = {0};
	struct buf b = {0}, c = {0}, file = {0};
	struct page old, new;
	struct mark_list list = {0};
	struct work_facts facts;
	struct marks *m;
	struct judged was = {&before, NULL}, is = {&after, NULL};
	size_t *byte, *byte_after, shift;

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
	shift = new.text->n - c.n; /* a byte order mark */
	marks_place(m, marks_work(m, &facts), new.text, new.sha256,
	            page_kinds, &list);
	was.byte = byte;
	is.byte = byte_after;
	judge(&list, &was, &is, shift, tally);
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
