/* The record format: read tolerantly, written back byte for byte. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "awkward.h"
#include "base/mem.h"
#include "marks/rec.h"

static struct rec_file *
parse(const char *s)
{
	return rec_parse(s, strlen(s));
}

/* What F is written as; the caller frees it. */
static char *
written(const struct rec_file *f)
{
	struct buf out = {0};

	rec_write(f, &out);
	return buf_take(&out);
}

static char *
field(const struct rec_file *f, size_t record, const char *name)
{
	return (char *)rec_get(f->at[record], name);
}

Test(rec, reads_fields_and_continuation_lines)
{
	struct rec_file *f = parse("# head\n%rec: Mark\n\n"
	                           "Id: 1\nNote: a\n+ b\n+\n+   c\n+d\n"
	                           "Empty:\nTight:x\nLead:   y\n\n"
	                           "Id: 2\nLast: z");

	cr_assert(eq(sz, f->n, 2));
	cr_assert(eq(str, field(f, 0, "Id"), (char *)"1"));
	cr_assert(eq(str, field(f, 0, "Note"), (char *)"a\nb\n\n  c\nd"));
	cr_assert(eq(str, field(f, 0, "Empty"), (char *)""));
	cr_assert(eq(str, field(f, 0, "Tight"), (char *)"x"));
	cr_assert(eq(str, field(f, 0, "Lead"), (char *)"  y"));
	cr_assert(eq(str, field(f, 1, "Last"), (char *)"z"));
	cr_assert(eq(ptr, field(f, 1, "Note"), NULL));
	cr_assert(eq(sz, f->problems.n, 0));
	cr_assert(eq(sz, f->at[1]->line, 14));
	rec_free(f);
}

Test(rec, begins_a_record_at_a_second_id_without_an_empty_line)
{
	struct rec_file *f = parse("Id: 1\nNote: a\nId: 2\nNote: b\n");

	cr_assert(eq(sz, f->n, 2));
	cr_assert(eq(str, field(f, 0, "Note"), (char *)"a"));
	cr_assert(eq(str, field(f, 1, "Note"), (char *)"b"));
	rec_free(f);
}

Test(rec, names_bad_lines_and_reads_the_good_ones_around_them)
{
	static const char bytes[] =
		"\xEF\xBB\xBFId: 1\r\nBad-Name: x\nNote: good\n"
		"<<<<<<< HEAD\nstray text\nAs: \xFFz\n\n"
		"Id: 2\n+ more\nX: a\0b\n";
	struct rec_file *f = rec_parse(bytes, sizeof bytes - 1);
	size_t lines[] = {1, 1, 2, 4, 5, 6, 10}, i;

	cr_assert(eq(sz, f->n, 2));
	cr_assert(eq(str, field(f, 0, "Id"), (char *)"1"));
	cr_assert(eq(str, field(f, 0, "Note"), (char *)"good"));
	cr_assert(eq(str, field(f, 0, "As"), (char *)"\xEF\xBF\xBDz"));
	cr_assert(eq(str, field(f, 1, "Id"), (char *)"2\nmore"));
	cr_assert(eq(str, field(f, 1, "X"), (char *)"ab"));
	cr_assert(f->at[0]->damaged);
	cr_assert(eq(sz, f->problems.n, 7));
	for (i = 0; i < 7; i++)
		cr_assert(eq(sz, f->problems.at[i].line, lines[i]));
	rec_free(f);
}

Test(rec, keeps_what_is_no_record_between_records)
{
	const char *bytes = "stray\n\nId: 1\n\n# a comment\n\n%rec: Other\n"
	                    "+ of two lines\n\njunk\n\nId: 2\n";
	struct rec_file *f = parse(bytes);
	char *out = written(f);

	cr_assert(eq(sz, f->n, 2));
	cr_assert(eq(sz, f->problems.n, 2));
	cr_assert(eq(str, out, (char *)bytes));
	free(out);
	rec_set(f->at[0], "Id", "one");
	out = written(f);
	cr_assert(eq(str, out,
	             (char *)"stray\n\nId: one\n\n# a comment\n\n%rec: Other\n"
	                     "+ of two lines\n\njunk\n\nId: 2\n"));
	free(out);
	rec_free(f);
}

Test(rec, writes_only_the_field_that_was_set_anew)
{
	struct rec_file *f = parse("# why\nId:1\n# note\nOdd-Line: kept\n"
	                           "Note:  old\nlower: x\nBytes: \xFF");
	char *out;

	rec_set(f->at[0], "Note", "new\n\n# words\n");
	rec_set(f->at[0], "As", "thesis");
	out = written(f);
	cr_assert(eq(str, out,
	             (char *)"# why\nId:1\n# note\nOdd-Line: kept\n"
	                     "Note: new\n+\n+ # words\n+\nlower: x\n"
	                     "Bytes: \xFF\nAs: thesis\n"));
	free(out);
	rec_free(f);
}

Test(rec, separates_a_changed_record_from_those_it_was_glued_to)
{
	struct rec_file *f = parse("Id: 1\nId: 2\nId: 3\n");
	char *out;

	rec_set(f->at[1], "Note", "x");
	out = written(f);
	cr_assert(eq(str, out,
	             (char *)"Id: 1\n\nId: 2\nNote: x\n\nId: 3\n"));
	free(out);
	rec_set(rec_add(f), "Id", "4");
	out = written(f);
	cr_assert(eq(str, out, (char *)"Id: 1\n\nId: 2\nNote: x\n\nId: 3\n\n"
	                               "Id: 4\n"));
	free(out);
	rec_free(f);
}

Test(rec, drops_a_record_but_not_the_comments_that_follow_it)
{
	struct rec_file *f = parse("Id: 1\n\nId: 2\n\n# mine\n\nId: 3\n\n");
	char *out;

	rec_drop(f, f->at[0]);
	rec_drop(f, f->at[0]);
	out = written(f);
	cr_assert(eq(str, out, (char *)"\n# mine\n\nId: 3\n\n"));
	free(out);
	rec_free(f);
}

Test(rec, drops_a_record_between_glued_ones)
{
	struct rec_file *f = parse("Id: 1\nId: 2\nId: 3\n");
	char *out;

	rec_drop(f, f->at[1]);
	out = written(f);
	cr_assert(eq(str, out, (char *)"Id: 1\n\nId: 3\n"));
	free(out);
	rec_free(f);
}

Test(rec, takes_every_field_of_a_name_away)
{
	struct rec_file *f = parse("Id: 1\nTags: a\nNote: x\nTags: b\n");
	char *out;

	rec_set(f->at[0], "Tags", NULL);
	out = written(f);
	cr_assert(eq(str, out, (char *)"Id: 1\nNote: x\n"));
	free(out);
	rec_free(f);
}

Test(rec, refuses_a_name_that_the_format_has_not)
{
	struct rec_file *f = parse("");
	struct rec *r = rec_add(f);
	const char *names[] = {"", "a", "A-b", "1", "A b", "%rec", "\xC3\x84"};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		rec_set(r, names[i], "x");
	cr_assert(eq(sz, rec_fields(r)->n, 0));
	rec_free(f);
}

Test(rec, joins_lines_at_a_final_backslash_but_never_fields_or_records)
{
	struct rec_file *f = parse("Id: 1\nA: one\\\n two\nB: c:\\\nC: d\\ \n"
	                           "D: e\\\n\nId: 2\n");

	cr_assert(eq(sz, f->n, 2));
	cr_assert(eq(str, field(f, 0, "A"), (char *)"one two"));
	cr_assert(eq(str, field(f, 0, "B"), (char *)"c:\\"));
	cr_assert(eq(str, field(f, 0, "C"), (char *)"d\\"));
	cr_assert(eq(str, field(f, 0, "D"), (char *)"e\\"));
	cr_assert(eq(sz, f->problems.n, 2));
	cr_assert(eq(sz, f->problems.at[0].line, 4));
	cr_assert(eq(sz, f->problems.at[1].line, 6));
	rec_free(f);
}

Test(rec, reads_back_every_awkward_value)
{
	struct rec_file *f = parse("");
	struct rec *r = rec_add(f);
	struct buf name = {0}, out = {0};
	size_t i;

	for (i = 0; i < AWKWARD; i++) {
		buf_reset(&name);
		buf_printf(&name, "F%zu", i);
		rec_set(r, buf_text(&name), awkward[i]);
	}
	rec_write(f, &out);
	rec_free(f);
	f = rec_parse(out.at, out.n);
	cr_assert(eq(sz, f->n, 1));
	cr_assert(eq(sz, f->problems.n, 0));
	cr_assert(eq(sz, rec_fields(f->at[0])->n, AWKWARD));
	for (i = 0; i < AWKWARD; i++)
		cr_assert(eq(str, rec_fields(f->at[0])->at[i].value,
		             (char *)(strcmp(awkward[i], " ") ? awkward[i]
		                                              : "")));
	rec_free(f);
	buf_clear(&name);
	buf_clear(&out);
}

Test(rec, holds_no_carriage_return_trailing_blank_or_bad_byte)
{
	struct rec_file *f = parse("");
	struct rec *r = rec_add(f);

	rec_set(r, "Note", "a \t\r\nb\xFF\xC3\r\n ");
	cr_assert(eq(str, field(f, 0, "Note"),
	             (char *)"a\nb\xEF\xBF\xBD\xEF\xBF\xBD\n"));
	rec_free(f);
}

/* A small generator of our own, so that a failure can be repeated. */
static unsigned long seed;

static size_t
any(size_t n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(seed >> 33) % n;
}

static const struct {
	const char *at;
	size_t n;
} damage[] = {
#define LINE(s) {s, sizeof s - 1}
	LINE("Id: 1\n"), LINE("Id: 2\n"), LINE("Kind: highlight\n"),
	LINE("\n"), LINE("\n\n"), LINE("  \n"), LINE("Note: a\n"),
	LINE("+ more\n"), LINE("+\n"), LINE("+tight\n"), LINE("# comment\n"),
	LINE("#\n"), LINE("%rec: Mark\n"), LINE("%key: Id\n"),
	LINE("<<<<<<< HEAD\n"), LINE("=======\n"), LINE(">>>>>>> x\n"),
	LINE("Two-Words: x\n"), LINE("Crlf: x\r\n"), LINE("\r\n"),
	LINE("\xEF\xBB\xBF"), LINE("Nul: a\0b\n"), LINE("\0"),
	LINE("Bad: \xFF\xFE\n"), LINE("\xC3"), LINE("stray\n"),
	LINE("Slash: x\\\n"), LINE("Slash: x\\ \n"), LINE("\\\n"),
	LINE("Long"), LINE(":"), LINE(" "), LINE("\r"), LINE("Id:\n"),
	LINE("lower: x\n"), LINE("Unknown: kept\n"), LINE("\t\n"),
#undef LINE
};
enum { DAMAGE = sizeof damage / sizeof *damage };

static void
add_damaged(struct buf *b)
{
	size_t lines = any(40);

	while (lines-- > 0) {
		size_t i = any(DAMAGE);

		buf_add(b, damage[i].at, damage[i].n);
	}
}

Test(rec, writes_any_file_byte_for_byte_when_nothing_changed)
{
	unsigned long start;

	for (start = 1; start < 20000; start++) {
		struct buf in = {0}, out = {0};
		struct rec_file *f;

		seed = start;
		add_damaged(&in);
		f = rec_parse(buf_text(&in), in.n);
		rec_write(f, &out);
		cr_assert(in.n == out.n &&
		          memcmp(buf_text(&in), buf_text(&out), in.n) == 0,
		          "seed %lu", start);
		rec_free(f);
		buf_clear(&in);
		buf_clear(&out);
	}
}

/* The line at P before END, its length in *N. */
static const char *
line_of(const char *p, const char *end, size_t *n)
{
	const char *lf = memchr(p, '\n', (size_t)(end - p));

	*n = (size_t)((lf ? lf : end) - p);
	return p;
}

/* The file without a byte order mark. */
static const char *
unmarked(const struct buf *b)
{
	const char *s = buf_text(b);

	return strncmp(s, "\xEF\xBB\xBF", 3) == 0 ? s + 3 : s;
}

/* Whether the lines of A but empty ones are all in B, in their order. */
static bool
has_lines(const struct buf *a, const struct buf *b)
{
	const char *p = unmarked(a), *q = unmarked(b);
	const char *p_end = buf_text(a) + a->n, *q_end = buf_text(b) + b->n;
	size_t n, m;

	for (; p < p_end; p += n + 1) {
		line_of(p, p_end, &n);
		if (!n)
			continue;
		for (; q < q_end; q += m + 1) {
			line_of(q, q_end, &m);
			if (m == n && memcmp(p, q, n) == 0)
				break;
		}
		if (q >= q_end)
			return false;
		q += m + 1;
	}
	return true;
}

Test(rec, loses_no_line_when_records_of_a_damaged_file_change)
{
	unsigned long start;

	for (start = 1; start < 20000; start++) {
		struct buf in = {0}, out = {0};
		struct rec_file *f, *again;
		size_t i, n;

		seed = start;
		add_damaged(&in);
		f = rec_parse(buf_text(&in), in.n);
		n = f->n;
		for (i = 0; i < n; i++)
			if (any(2))
				rec_set(f->at[i], "New", "value");
		rec_set(rec_add(f), "Id", "last");
		rec_write(f, &out);
		cr_assert(has_lines(&in, &out), "seed %lu", start);
		again = rec_parse(out.at, out.n);
		cr_assert(again->n == n + 1, "seed %lu", start);
		for (i = 0; i < n; i++)
			cr_assert(eq(int, !rec_get(f->at[i], "New"),
			             !rec_get(again->at[i], "New")),
			          "seed %lu", start);
		rec_free(f);
		rec_free(again);
		buf_clear(&in);
		buf_clear(&out);
	}
}

static void
add_records(struct buf *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_printf(b, "Id: 01KAN0DA8%zu\nKind: highlight\n"
		              "Created: 2026-11-22T20:02:58.001Z\n"
		              "Work: 01KAMZ7Q2G8C\nStart: %zu\nEnd: %zu\n"
		              "Quote: The slogan of the reform of the\n"
		              "+ Comintern\nPrefix: for us\nSuffix: We\n\n",
		           i, i * 7, i * 7 + 60);
}

/* A quadratic reader would not come to an end (the time: make bench). */
Test(rec, reads_a_hundred_thousand_records)
{
	struct buf b = {0};
	struct rec_file *f;

	add_records(&b, 100000);
	f = rec_parse(b.at, b.n);
	cr_assert(eq(sz, f->n, 100000));
	rec_free(f);
	buf_clear(&b);
}

/* What is looked at without reading a record's fields. */
Test(rec, looks_at_a_value_as_it_reads_it)
{
	static const char bytes[] =
		"Kind: work\nId:1\nNote: a\n+ b\nA: c \t\nB:\nC:  d\\ \n"
		"D: e\\\nf\nKind: 2\n# X: no\n\nId: \xFF" "2\nKind: a\0b\n";
	static const char *const names[] = {
		"Kind", "Id", "Note", "A", "B", "C", "D", "X", "Ki", "",
	};
	size_t i, k;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		struct rec_file *f = rec_parse(bytes, sizeof bytes - 1);

		for (k = 0; k < f->n; k++) {
			struct rec_value v = rec_look(f->at[k], names[i]);
			char *looked = v.at ? mem_text(v.at, v.n) : NULL;

			cr_assert(eq(int, !looked, !field(f, k, names[i])));
			cr_assert(eq(int, rec_has(f->at[k], names[i]),
			             looked != NULL));
			if (looked)
				cr_assert(eq(str, looked,
				             field(f, k, names[i])));
			free(looked);
		}
		rec_free(f);
	}
}

Test(rec, tells_values_apart_by_every_byte)
{
	struct rec_file *f = parse("Id: ab\nNote: a\n+ b\n");

	cr_assert(rec_is(f->at[0], "Id", "ab"));
	cr_assert(not(rec_is(f->at[0], "Id", "a")));
	cr_assert(not(rec_is(f->at[0], "Id", "abc")));
	cr_assert(not(rec_is(f->at[0], "Id", NULL)));
	cr_assert(not(rec_is(f->at[0], "As", "")));
	cr_assert(rec_is(f->at[0], "Note", "a\nb"));
	rec_free(f);
}

Test(rec, lets_go_of_a_record_whose_fields_were_all_removed)
{
	struct rec_file *f = parse("Id: 1\n\nId: 2\n");

	rec_set(f->at[0], "Id", NULL);
	rec_sweep(f);
	cr_assert(eq(sz, f->n, 1));
	cr_assert(rec_is(f->at[0], "Id", "2"));
	rec_free(f);
}
