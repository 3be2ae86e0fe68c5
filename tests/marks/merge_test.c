/* Merging: two stores give the same in either order and lose no word. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "desk.h"
#include "marks/merge.h"
#include "marks/version.h"

static struct marks *
parse(const char *s)
{
	return marks_parse(s, strlen(s));
}

static char *
written(const struct marks *m)
{
	struct buf b = {0};

	marks_write(m, &b);
	return buf_take(&b);
}

static struct merge_report
merge(struct marks *m, const char *other)
{
	struct merge_report r;

	marks_merge(m, other, strlen(other), NULL, 0, &r);
	return r;
}

static void
expect(struct marks *m, const char *expected)
{
	char *out = written(m);

	cr_assert(eq(str, out, (char *)expected));
	free(out);
	marks_free(m);
}

Test(merge, adds_what_only_the_other_has)
{
	struct marks *m = parse("# mine\n\nId: 1\nNote: a\n\n");
	struct merge_report r = merge(m, "# theirs\n\nId: 2\n# why\nNote: b\n"
	                                 "Odd-Line: c\n");

	cr_assert(eq(sz, r.added, 1));
	cr_assert(m->changed);
	expect(m, "# mine\n\nId: 1\nNote: a\n\n\n# theirs\n\n"
	          "Id: 2\n# why\nNote: b\nOdd-Line: c\n");
}

Test(merge, keeps_comments_and_stray_words_between_records_once)
{
	const char *other = "# lectern marks, format 1. Plain.\n%rec: Mark\n\n"
	                    "# a thought\n\nId: 1\n\nstray words\n";
	struct marks *m = parse("Id: 1\n");

	merge(m, other);
	m->changed = false;
	merge(m, other);
	cr_assert(not(m->changed));
	expect(m, "Id: 1\n\n# a thought\n# stray words\n");
}

Test(merge, takes_the_version_that_was_made_out_of_mine)
{
	struct marks *m = parse("Id: 1\nUpdated: 2026-01-01T00:00:00.000Z\n"
	                        "Note: a\n");
	/* Its clock is behind. */
	struct merge_report r = merge(m,
		"Id: 1\nUpdated: 2025-01-01T00:00:00.000Z\n"
		"Was: 2026-01-01T00:00:00.000Z\nNote: b\n");

	cr_assert(eq(sz, r.updated, 1));
	cr_assert(eq(sz, r.doubled, 0));
	expect(m, "Id: 1\nUpdated: 2025-01-01T00:00:00.000Z\n"
	          "Was: 2026-01-01T00:00:00.000Z\nNote: b\n");
}

Test(merge, changes_nothing_where_mine_was_made_out_of_theirs)
{
	const char *mine = "Id: 1\nUpdated: 2026-01-02T00:00:00.000Z\n"
	                   "Was: 2026-01-01T00:00:00.000Z\nNote:  b\n";
	struct marks *m = parse(mine);

	merge(m, "Id: 1\nUpdated: 2026-01-01T00:00:00.000Z\nNote: a\n");
	cr_assert(not(m->changed));
	expect(m, mine);
}

Test(merge, keeps_both_of_two_notes_that_were_written_apart)
{
	struct marks *m = parse("Id: 1\nUpdated: 2026-01-02T00:00:00.000Z\n"
	                        "Note: mine\n");
	struct merge_report r = merge(m,
		"Id: 1\nUpdated: 2026-01-03T00:00:00.000Z\nNote: theirs\n");

	cr_assert(eq(sz, r.doubled, 1));
	expect(m, "Id: 1\nUpdated: 2026-01-03T00:00:00.000Z\nNote: theirs\n"
	          "Was: 2026-01-02T00:00:00.000Z\n\n"
	          "Id: 1~2026-01-02T00:00:00.000Z\n"
	          "Updated: 2026-01-02T00:00:00.000Z\nNote: mine\n");
}

Test(merge, keeps_no_double_of_words_that_the_later_note_has)
{
	struct marks *m = parse("Id: 1\nUpdated: 2026-01-02T00:00:00.000Z\n"
	                        "Note: one\n");
	struct merge_report r = merge(m,
		"Id: 1\nUpdated: 2026-01-03T00:00:00.000Z\nNote: one, two\n");

	cr_assert(eq(sz, r.doubled, 0));
	cr_assert(eq(str, (char *)rec_get(m->file->at[0], "Note"),
	             (char *)"one, two"));
	marks_free(m);
}

Test(merge, joins_records_that_a_union_merge_has_glued_together)
{
	struct marks *m = parse("Id: 1\nUpdated: 2026-01-02T00:00:00.000Z\n"
	                        "Was: 2026-01-01T00:00:00.000Z\nNote: b\n"
	                        "Id: 1\nUpdated: 2026-01-01T00:00:00.000Z\n"
	                        "Note: a\nId: 2\n");

	merge(m, "");
	cr_assert(eq(sz, m->file->n, 2));
	cr_assert(eq(str, (char *)rec_get(m->file->at[0], "Note"),
	             (char *)"b"));
	marks_free(m);
}

Test(merge, knows_a_record_without_an_id_by_what_it_says)
{
	struct marks *m = parse("Kind: bookmark\nNote: x\n");

	merge(m, "Note: x\nKind: bookmark\n\nNote: y\n");
	merge(m, "Note: y\n");
	cr_assert(eq(sz, m->file->n, 2));
	marks_free(m);
}

Test(merge, drops_what_was_purged_on_one_side_and_left_alone_on_the_other)
{
	const char *base = "Id: 1\nNote: a\n\nId: 2\nNote: b\n\nId: 3\n"
	                   "Updated: 2026-01-01T00:00:00.000Z\nNote: c\n";
	struct marks *m = parse("Id: 1\nNote: a\n\nId: 3\n"
	                        "Updated: 2026-01-01T00:00:00.000Z\n"
	                        "Note: c\n");
	const char *other = "Id: 2\nNote: b\n\nId: 3\n"
	                    "Updated: 2026-01-01T00:00:00.000Z\nNote: c\n";
	struct merge_report r;

	marks_merge(m, other, strlen(other), base, strlen(base), &r);
	cr_assert(eq(sz, r.dropped, 1));
	expect(m, "Id: 3\nUpdated: 2026-01-01T00:00:00.000Z\nNote: c\n");
}

Test(merge, leaves_a_read_only_store_alone)
{
	struct marks *m = parse("# lectern marks, format 2.\n\nId: 1\n");

	merge(m, "Id: 2\n");
	expect(m, "# lectern marks, format 2.\n\nId: 1\n");
}

/* Histories. */

enum { MACHINES = 3, STEPS = 40, HISTORIES = 2000, TEXTS_MAX = STEPS * 2 };

static const char words[] = "Some words that marks are made in.\n";

struct world {
	struct desk desk; /* its text; its own store is not used */
	struct marks *machine[MACHINES];
	uint64_t clock[MACHINES];
	/* Notes that were written, and whether one was put in their place. */
	struct {
		char at[16];
		bool replaced;
	} note[TEXTS_MAX];
	size_t notes;
	struct dice {
		uint64_t state;
	} dice;
};

static size_t
any(struct world *w, size_t n)
{
	w->dice.state = w->dice.state * 6364136223846793005u +
	                1442695040888963407u;
	return (size_t)(w->dice.state >> 33) % n;
}

static void
world_open(struct world *w, uint64_t seed)
{
	size_t i;

	memset(w, 0, sizeof *w);
	w->dice.state = seed;
	desk_open(&w->desk, words, strlen(words));
	for (i = 0; i < MACHINES; i++) {
		w->machine[i] = marks_parse("", 0);
		/* Some clocks are hours off. */
		w->clock[i] = 1795377778000 + any(w, 40000000);
	}
}

static void
world_close(struct world *w)
{
	size_t i;

	for (i = 0; i < MACHINES; i++)
		marks_free(w->machine[i]);
	desk_clear(&w->desk);
}

static struct stamp
tick(struct world *w, size_t i)
{
	struct stamp s = {w->clock[i], any(w, 1000000)};

	w->clock[i] += any(w, 5000);
	return s;
}

static void
forget(struct world *w, const char *note)
{
	size_t i;

	for (i = 0; note && i < w->notes; i++)
		if (strcmp(w->note[i].at, note) == 0)
			w->note[i].replaced = true;
}

static void
write_note(struct world *w, size_t i, struct rec *r)
{
	struct stamp s = tick(w, i);
	char *note = w->note[w->notes].at;

	forget(w, rec_get(r, "Note"));
	snprintf(note, sizeof w->note->at, "note %zu.", w->notes++);
	marks_set(w->machine[i], r, "Note", note, &s);
}

static struct rec *
any_mark(struct world *w, size_t i)
{
	struct rec_file *f = w->machine[i]->file;
	size_t k = f->n ? any(w, f->n) : 0, tries;

	for (tries = 0; tries < f->n; tries++, k = (k + 1) % f->n)
		if (strcmp(rec_get(f->at[k], "Kind"), "work") != 0)
			return f->at[k];
	return NULL;
}

static void
merge_into(struct world *w, size_t to, size_t from)
{
	char *bytes = written(w->machine[from]);

	merge(w->machine[to], bytes);
	free(bytes);
}

static void
act(struct world *w, size_t i)
{
	struct work_facts facts = desk_facts(&w->desk);
	struct marks *m = w->machine[i];
	struct rec *r = any_mark(w, i);
	struct stamp s = tick(w, i);
	struct span at = {any(w, 5), 10 + any(w, 10)};

	switch (any(w, 8)) {
	case 0: case 1:
		r = marks_add(m, &facts, w->desk.text, w->desk.outline,
		              MARK_HIGHLIGHT, at, "mark", 0, &s);
		write_note(w, i, r);
		break;
	case 2: case 3:
		if (r)
			write_note(w, i, r);
		break;
	case 4:
		if (r)
			marks_remove(m, r, &s);
		break;
	case 5:
		if (r)
			marks_set(m, r, "As", any(w, 2) ? "thesis" : "mark",
			          &s);
		break;
	case 6:
		if (r)
			marks_set(m, r, "Deleted", NULL, &s);
		break;
	default:
		merge_into(w, i, any(w, MACHINES));
		break;
	}
}

static int
order_of_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What M says, whatever the order of its records. */
static char *
said(const struct marks *m)
{
	struct {
		char **at;
		size_t n, cap;
	} all = {NULL, 0, 0};
	struct buf out = {0};
	size_t i;

	for (i = 0; i < m->file->n; i++) {
		struct buf b = {0};

		version_content(m->file->at[i], &b);
		vec_push(&all, buf_take(&b));
	}
	if (all.n)
		qsort(all.at, all.n, sizeof *all.at, order_of_strings);
	for (i = 0; i < all.n; i++) {
		buf_printf(&out, "%s\n", all.at[i]);
		free(all.at[i]);
	}
	vec_clear(&all);
	return buf_take(&out);
}

static struct marks *
copy(const struct marks *m)
{
	char *bytes = written(m);
	struct marks *c = parse(bytes);

	free(bytes);
	return c;
}

static void
expect_the_same_either_way(struct world *w, size_t a, size_t b, uint64_t seed)
{
	struct marks *ab = copy(w->machine[a]), *ba = copy(w->machine[b]);
	char *bytes_a = written(w->machine[a]);
	char *bytes_b = written(w->machine[b]);
	char *x, *y, *again;

	merge(ab, bytes_b);
	merge(ba, bytes_a);
	x = said(ab);
	y = said(ba);
	cr_assert(eq(str, x, y), "seed %lu", (unsigned long)seed);
	ab->changed = false;
	merge(ab, bytes_b);
	merge(ab, bytes_a);
	again = said(ab);
	cr_assert(eq(str, x, again), "seed %lu", (unsigned long)seed);
	cr_assert(not(ab->changed), "seed %lu", (unsigned long)seed);
	free(x);
	free(y);
	free(again);
	free(bytes_a);
	free(bytes_b);
	marks_free(ab);
	marks_free(ba);
}

static bool
has_note(const struct marks *m, const char *note)
{
	size_t i;

	for (i = 0; i < m->file->n; i++) {
		const char *is = rec_get(m->file->at[i], "Note");

		if (is && strcmp(is, note) == 0)
			return true;
	}
	return false;
}

/* Everybody hears from everybody, often enough. */
static void
gossip(struct world *w)
{
	size_t round, a, b;

	for (round = 0; round < 3; round++)
		for (a = 0; a < MACHINES; a++)
			for (b = 0; b < MACHINES; b++)
				merge_into(w, a, b);
}

Test(merge, loses_no_note_in_any_history_and_ends_the_same_everywhere,
     .timeout = 300)
{
	uint64_t seed;

	for (seed = 1; seed <= HISTORIES; seed++) {
		struct world w;
		size_t i, k;
		char *first, *other;

		world_open(&w, seed);
		for (i = 0; i < STEPS; i++)
			act(&w, any(&w, MACHINES));
		expect_the_same_either_way(&w, 0, 1, seed);
		expect_the_same_either_way(&w, 2, 1, seed);
		gossip(&w);
		first = said(w.machine[0]);
		for (k = 1; k < MACHINES; k++) {
			other = said(w.machine[k]);
			cr_assert(eq(str, first, other), "seed %lu",
			          (unsigned long)seed);
			free(other);
		}
		for (i = 0; i < w.notes; i++)
			cr_assert(w.note[i].replaced ||
			          has_note(w.machine[0], w.note[i].at),
			          "seed %lu: %s", (unsigned long)seed,
			          w.note[i].at);
		free(first);
		world_close(&w);
	}
}
