/* Examining a text: its sections and notes, and the marks made in it. */
#include "cli/check_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "cli/check_sections.h"
#include "cli/faults.h"
#include "cli/tell.h"

enum {
	FIGURES_MOST = 3, /* of a note's number: [1917] is a year */
	WORDS_SHOWN = 60, /* [byte] of a quotation */
};

/* Notes. */

/* A definition, and whether a mark of the text refers to it. */
struct defined {
	const struct note *note;
	bool cited;
};

static int
order_of_labels(const void *va, const void *vb)
{
	const struct defined *a = va, *b = vb;
	int order = strcmp(a->note->label, b->note->label);

	if (order)
		return order;
	return (a->note->at > b->note->at) - (a->note->at < b->note->at);
}

static struct defined *
defined_notes(const struct outline *o)
{
	struct defined *d = mem_new(o->notes.n * sizeof *d);
	size_t i;

	for (i = 0; i < o->notes.n; i++)
		d[i].note = &o->notes.at[i];
	for (i = 0; i < o->refs.n; i++)
		if (o->refs.at[i].note < o->notes.n)
			d[o->refs.at[i].note].cited = true;
	if (o->notes.n)
		qsort(d, o->notes.n, sizeof *d, order_of_labels);
	return d;
}

/* Chapters may count their notes anew: two of a label are a mistake only
 * where one of them is never cited. */
static void
find_uncited(const struct opened *o, struct faults *f)
{
	struct defined *d = defined_notes(o->outline);
	size_t n = o->outline->notes.n, i;

	for (i = 0; i < n; i++) {
		const char *label = d[i].note->label;
		bool twice =
			(i > 0 && !strcmp(d[i - 1].note->label, label)) ||
			(i + 1 < n && !strcmp(d[i + 1].note->label, label));
		struct buf what = {0};

		if (d[i].cited)
			continue;
		if (twice)
			buf_printf(&what, "note %s is not the only one of "
			           "this label, and never cited", label);
		else
			buf_printf(&what, "note %s is never cited", label);
		faults_add(f, d[i].note->at, &what);
	}
	free(d);
}

/* "[12]" at P: its bytes; else 0. */
static size_t
bracketed_number(const struct text *t, text_pos p)
{
	size_t n = 1;

	while (p + n < t->n && t->at[p + n] >= '0' && t->at[p + n] <= '9')
		n++;
	return n > 1 && n <= FIGURES_MOST + 1 && p + n < t->n &&
	       t->at[p + n] == ']' ? n + 1 : 0;
}

/* Whether the note mark at P is known: refers to a note, or begins one. */
static bool
is_known(const struct outline *o, text_pos p)
{
	size_t ref = outline_ref_from(o, p), note = outline_note_at(o, p);

	return (ref != OUTLINE_NONE && o->refs.at[ref].at == p) ||
	       (note != OUTLINE_NONE && o->notes.at[note].at == p);
}

static bool
begins_block(const struct outline *o, text_pos p)
{
	size_t b = outline_block_at(o, p);

	return b != OUTLINE_NONE && o->blocks.at[b].start == p;
}

static void
find_missing(const struct opened *o, struct faults *f)
{
	const struct text *t = o->text;
	const char *at = t->at, *end = t->at + t->n;

	while (at < end && (at = memchr(at, '[', (size_t)(end - at)))) {
		text_pos p = (text_pos)(at - t->at);
		size_t n = bracketed_number(t, p);
		struct buf what = {0};

		at += n ? n : 1;
		if (!n || is_known(o->outline, p))
			continue;
		buf_add(&what, t->at + p, n);
		buf_str(&what, begins_block(o->outline, p)
		                       ? " begins a note that is never cited"
		                       : " refers to a note that is missing");
		faults_add(f, p, &what);
	}
}

/* The number that a note is called by; 0 for "*" and "12a". */
static unsigned
number_of(const struct note *note)
{
	const char *p = note->label;
	unsigned value = 0;

	for (; *p >= '0' && *p <= '9' && p < note->label + FIGURES_MOST; p++)
		value = value * 10 + (unsigned)(*p - '0');
	return *p ? 0 : value;
}

/* Numbers left out. Where they begin again, or go back, nothing is known of
 * what should stand there. */
static void
find_note_gaps(const struct opened *o, struct faults *f)
{
	unsigned before = 0;

	for (size_t i = 0; i < o->outline->notes.n; i++) {
		const struct note *note = &o->outline->notes.at[i];
		unsigned number = number_of(note);
		struct buf what = {0};

		if (before && number > before + 1) {
			buf_printf(&what, "note %u follows note %u", number,
			           before);
			faults_add(f, note->at, &what);
		}
		before = number;
	}
}

size_t
check_text_parts(const struct opened *o, struct buf *out)
{
	struct faults f = {NULL, 0, 0};

	check_sections(o, &f);
	find_uncited(o, &f);
	find_missing(o, &f);
	find_note_gaps(o, &f);
	return faults_print(&f, o, out);
}

/* Marks. */

/* "highlight 01KAN0DA8R2M (\"The slogan of the ...\")" */
static void
name_mark(const struct mark *m, struct buf *out)
{
	const char *id = rec_get(m->rec, "Id");
	const char *words = rec_get(m->rec, "Quote");
	size_t n, i = 0;
	ucs c;

	if (!words)
		words = rec_get(m->rec, "Note");
	buf_printf(out, "%s %s", marks_kind_name(m->kind), id ? id : "?");
	n = words ? strlen(words) : 0;
	if (!n)
		return;
	buf_str(out, " (\"");
	while (i < n && i < WORDS_SHOWN) {
		i += ucs_decode(words + i, n - i, &c);
		buf_ucs(out, ucs_is_control(c) ? ' ' : c);
	}
	buf_str(out, i < n ? "...\")" : "\")");
}

static void
print_lost(const struct sitting *s, const struct mark *m, struct buf *out)
{
	struct buf what = {0};

	name_mark(m, &what);
	buf_printf(&what, " is not found in %s", s->text.name);
	tell_problem(out, s->store.path, m->rec->line, buf_text(&what));
	buf_clear(&what);
}

size_t
check_text_marks(struct sitting *s, struct buf *out)
{
	struct mark_list marks = {0};
	struct faults f = {NULL, 0, 0};
	struct buf what = {0};
	size_t i, n = 0;

	opened_marks(s, &s->text, &marks);
	for (i = 0; i < marks.n; i++) {
		const struct mark *m = &marks.at[i];

		if (m->state == MARK_LOST) {
			print_lost(s, m, out);
			n++;
		} else if (m->state == MARK_DOUBTFUL) {
			name_mark(m, &what);
			buf_str(&what, " is perhaps here");
			faults_add(&f, m->at.start, &what);
		}
	}
	vec_clear(&marks);
	return n + faults_print(&f, &s->text, out);
}
