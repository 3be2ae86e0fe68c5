/* Marks in a text that has changed: found again while reading goes on. */
#include "reader/anchoring.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/recognise.h"
#include "reader/annotate.h"
#include "reader/request.h"
#include "reader/say.h"

enum {
	AT_ONCE = 4, /* steps before the first page is shown */
	A_ROUND = 32, /* steps until what they found is shown */
};

static bool
some_pending(const struct reader *r)
{
	size_t i;

	for (i = 0; i < r->marks.n; i++)
		if (r->marks.at[i].pending)
			return true;
	return false;
}

/* One step; those near the screen come first. */
static void
seek(struct reader *r)
{
	struct anchoring *a = &r->anchoring;

	a->seeking = marks_seek(r->store, r->top);
	if (++a->steps % A_ROUND == 0 || !a->seeking)
		annotate_refresh(r);
}

/* Whether the store does not know what text this is. */
static bool
is_unknown(const struct reader *r)
{
	struct work_facts facts = annotate_facts(r);

	return r->sha256 && !marks_work(r->store, &facts);
}

void
anchoring_begin(struct reader *r)
{
	unsigned i;

	r->anchoring.recognising = is_unknown(r);
	r->anchoring.steps = 0;
	r->anchoring.seeking = some_pending(r);
	r->anchoring.settling = true;
	if (!r->anchoring.seeking)
		return;
	for (i = 0; i < AT_ONCE && r->anchoring.seeking; i++)
		seek(r);
	annotate_refresh(r);
}

void
anchoring_compare(struct reader *r, const char *then)
{
	struct anchoring *a = &r->anchoring;

	a->news = true;
	a->compare = then != NULL;
	a->changes.n = 0;
	if (then)
		fingerprint_read(then, &a->then);
}

/* That the text is known only by the marks of another is told. */
static void
note_whose(struct reader *r, const struct rec *work)
{
	const char *whose = rec_get(work, "Path"), *slash;

	whose = whose ? whose : rec_get(work, "Title");
	if (!whose)
		return;
	slash = strrchr(whose, '/');
	free(r->anchoring.whose);
	r->anchoring.whose = mem_copy(slash && slash[1] ? slash + 1 : whose);
	r->anchoring.news = true;
}

/* One step; where the work was found its marks come in. */
static void
recognise(struct reader *r)
{
	struct anchoring *a = &r->anchoring;
	struct work_facts facts = annotate_facts(r);
	const struct rec *work;

	a->recognising = marks_recognise_step(r->store, &facts, r->text);
	work = a->recognising ? NULL : marks_work(r->store, &facts);
	if (!work)
		return;
	annotate_refresh(r);
	anchoring_begin(r);
	if (marks_is_recognised(r->store, work, &facts))
		note_whose(r, work);
	request_add(r, REQUEST_KNOWN, NULL, NULL);
}

void
anchoring_recognise(struct reader *r)
{
	while (r->anchoring.recognising)
		recognise(r);
}

bool
anchoring_work(struct reader *r, bool whole)
{
	struct anchoring *a = &r->anchoring;

	if (a->recognising) {
		/* told when the request was carried out */
		recognise(r);
		return true;
	}
	if (a->seeking) {
		seek(r);
	} else if (a->compare) {
		fingerprint_news(r->text, r->outline, &a->then, &a->changes);
		a->compare = false;
	} else if (whole && a->settling) {
		a->settling = marks_settle(r->store, r->text, r->sha256);
		a->settled = a->settled || a->settling;
		if (!a->settling && a->settled) {
			a->settled = false;
			request_add(r, REQUEST_SAVE, NULL, NULL);
		}
	}
	anchoring_tell(r);
	return a->seeking || a->compare || a->settling;
}

/* The news. */

static void
add_count(struct buf *out, size_t n, const char *words)
{
	if (n)
		buf_printf(out, "%s%zu %s", out->n ? ", " : "", n, words);
}

/* "4 moved, 2 changed"; how many of the marks are there at all in *FOUND. */
static void
count_marks(const struct reader *r, struct buf *out, size_t *found)
{
	size_t of[MARK_LOST + 1] = {0}, i;

	for (i = 0; i < r->marks.n; i++)
		of[r->marks.at[i].state]++;
	*found = r->marks.n - of[MARK_LOST];
	add_count(out, of[MARK_MOVED], "moved");
	add_count(out, of[MARK_CHANGED], "changed");
	add_count(out, of[MARK_DOUBTFUL], "doubtful");
	add_count(out, of[MARK_LOST], "lost");
}

/* What became of the marks; false where none is found. */
static bool
add_marks(const struct reader *r, struct buf *out)
{
	struct buf counts = {0};
	size_t found;

	count_marks(r, &counts, &found);
	if (counts.n)
		buf_printf(out, ": marks %s (A)", counts.at);
	else if (r->marks.n)
		buf_str(out, ": no mark moved");
	buf_clear(&counts);
	return found;
}

static void
add_changes(size_t n, bool first, struct buf *out)
{
	if (n)
		buf_printf(out, "%s %zu paragraph%s differ%s (:changes)",
		           first ? ":" : ";", n, n == 1 ? "" : "s",
		           n == 1 ? "s" : "");
}

/* Whether, where no mark is found, it may be another text. */
static bool
may_be_another(struct reader *r)
{
	struct fingerprints *then = &r->anchoring.then;

	return !then->n || fingerprint_is_another(r->text, r->outline, then);
}

static void
say_another(struct reader *r)
{
	if (r->marks.n == 1)
		say(r, "another text? your mark is not in it (A lists it)");
	else
		say(r, "another text? none of your %zu marks is in it (A "
		    "lists them)", r->marks.n);
}

/* In few words, the marks first: a narrow window cuts the end. */
static void
say_news(struct reader *r)
{
	const struct anchoring *a = &r->anchoring;
	struct buf out = {0};

	if (a->whose)
		buf_printf(&out, "known by your marks of %s", a->whose);
	else
		buf_str(&out, a->reread ? "read again, and it changed"
		                        : "the text changed");
	if (add_marks(r, &out) || !r->marks.n || !may_be_another(r)) {
		add_changes(a->changes.n, !r->marks.n, &out);
		say(r, "%s", buf_text(&out));
	} else {
		say_another(r);
	}
	buf_clear(&out);
}

void
anchoring_tell(struct reader *r)
{
	struct anchoring *a = &r->anchoring;

	if (!a->news || a->recognising || a->seeking || a->compare ||
	    r->message || r->prompt.kind != PROMPT_NONE)
		return;
	a->news = false;
	say_news(r);
	free(a->whose);
	a->whose = NULL;
}

void
anchoring_clear(struct reader *r)
{
	vec_clear(&r->anchoring.then);
	vec_clear(&r->anchoring.changes);
	free(r->anchoring.whose);
}
