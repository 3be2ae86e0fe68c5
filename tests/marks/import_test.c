/* Marks out as JSON and in again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "marks/export.h"
#include "marks/import.h"

static const char walk[] =
	"A WALK\n\n"
	"In the morning we went down to the harbour, where the boats lay\n"
	"on their sides in the mud and waited for the tide to come back.\n\n"
	"At noon the wind turned. The water came in over the flats so\n"
	"quickly that the gulls rose all together and complained.\n";

static void
export_desk(struct desk *d, struct buf *out)
{
	struct work_facts facts = desk_facts(d);
	struct export_work w = {.text = d->text, .marks = &d->list};

	desk_place(d);
	w.work = marks_work(d->marks, &facts);
	buf_reset(out);
	export_works(out, &w, 1, EXPORT_JSON);
}

static bool
import(struct desk *d, const char *json, struct import_fault *fault)
{
	struct merge_report report;

	return marks_import(d->marks, json, strlen(json), &report, fault);
}

/* Marks of every kind and state, with whatever a field can hold. */
static void
fill_desk(struct desk *d)
{
	struct stamp s;
	struct rec *r;

	desk_open(d, walk, strlen(walk));
	r = desk_highlight(d, "the boats lay");
	s = desk_stamp(d);
	marks_set(d->marks, r, "Note", "\"so\"\\\n\n + #x \xF0\x9F\x90\xA6",
	          &s);
	rec_set(r, "Tags", "odd,  ones");
	rec_set(r, "Colour", "blue\tand green");
	rec_set(desk_highlight(d, "wind turned"), "Tags", "sea harbour");
	desk_highlight(d, "waited for the tide");
	rec_set(desk_mark(d, MARK_BOOKMARK, (struct span){30, 30}), "Letter",
	        "q");
	rec_set(desk_mark(d, MARK_SECTION, (struct span){0, 6}), "Level", "2");
	rec_set(desk_mark(d, MARK_NOTE, (struct span){90, 90}), "Note", "n");
	s = desk_stamp(d);
	marks_remove(d->marks, desk_highlight(d, "the gulls"), &s);
}

Test(import, brings_back_all_that_was_exported)
{
	struct buf first = {0}, second = {0};
	struct import_fault fault;
	struct desk d, e;
	static const char changed[] =
		"A LONG WALK\n\n"
		"In the morning we went down to the harbour, where the boats "
		"lay on their sides in the mud and waited there for the tide "
		"to come back.\n\nThe gulls complained.\n";

	fill_desk(&d);
	/* moved, changed, lost */
	desk_replace(&d, changed, strlen(changed));
	export_desk(&d, &first);
	desk_open(&e, changed, strlen(changed));
	cr_assert(import(&e, first.at, &fault), "%zu: %s", fault.line,
	          fault.what);
	export_desk(&e, &second);
	cr_assert(eq(str, second.at, first.at));
	cr_assert(strstr(first.at, "\"state\": \"lost\"") != NULL);
	cr_assert(strstr(first.at, "\"quote\": \"the gulls") == NULL);
	buf_clear(&first);
	buf_clear(&second);
	desk_clear(&d);
	desk_clear(&e);
}

Test(import, changes_nothing_the_second_time)
{
	struct buf json = {0}, before = {0}, after = {0};
	struct import_fault fault;
	struct desk d;

	fill_desk(&d);
	export_desk(&d, &json);
	marks_write(d.marks, &before);
	d.marks->changed = false;
	cr_assert(import(&d, json.at, &fault));
	cr_assert_not(d.marks->changed);
	marks_write(d.marks, &after);
	cr_assert(eq(str, after.at, before.at));
	buf_clear(&json);
	buf_clear(&before);
	buf_clear(&after);
	desk_clear(&d);
}

Test(import, loses_nothing_that_the_store_has)
{
	struct buf json = {0};
	struct import_fault fault;
	struct desk d;
	struct stamp s;
	struct rec *r, *removed;

	fill_desk(&d);
	export_desk(&d, &json);
	r = d.list.at[1].rec;
	removed = d.list.at[2].rec;
	s = desk_stamp(&d);
	marks_set(d.marks, r, "Note", "later", &s);
	s = desk_stamp(&d);
	marks_remove(d.marks, removed, &s);
	desk_highlight(&d, "At noon");
	cr_assert(import(&d, json.at, &fault));
	cr_assert(eq(str, (char *)rec_get(r, "Note"), (char *)"later"));
	cr_assert(rec_get(removed, "Deleted") != NULL);
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 6));
	buf_clear(&json);
	desk_clear(&d);
}

Test(import, gives_what_comes_without_ids_the_same_ids_each_time)
{
	static const char json[] =
		"[{\"title\": \"T\", \"path\": \"~/a.txt\", \"other\": [1, {}],\n"
		"  \"marks\": [{\"kind\": \"highlight\", \"quote\": \"At noon\","
		" \"page\": -1.5e3, \"note\": null, \"as\": \"thesis\"}]}]";
	struct import_fault fault;
	struct desk d;
	size_t n;

	desk_open(&d, walk, strlen(walk));
	cr_assert(import(&d, json, &fault), "%s", fault.what);
	n = d.marks->file->n;
	cr_assert(import(&d, json, &fault));
	cr_assert(eq(sz, d.marks->file->n, n));
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 1));
	cr_assert(ne(int, d.list.at[0].state, MARK_LOST));
	/* a work that the store knows is that one */
	desk_highlight(&d, "the gulls");
	cr_assert(import(&d, json, &fault));
	desk_place(&d);
	cr_assert(eq(sz, d.list.n, 2));
	desk_clear(&d);
}

Test(import, tells_the_line_of_what_is_wrong_and_takes_nothing)
{
	static const struct {
		const char *json;
		size_t line;
	} trials[] = {
		{"", 1}, {"{}", 1}, {"[", 1}, {"[]x", 1}, {"[1]", 1},
		{"[\n{\"marks\": [}]", 2},
		{"[{\"marks\": [\n\n{\"kind\": \"highlight\",}]}]", 3},
		{"[{\"marks\": [\n{\"kind\": \"hightlight\"}]}]", 2},
		{"[{\"marks\": [{\"quote\": \"x\"}]}]", 1},
		{"[{\"title\": \"a\nb\"}]", 1},
		{"[{\"title\": \"a\\x\"}]", 1},
		{"[{\"title\": \"a", 1},
		{"[{\"title\": tru}]", 1},
		{"[{\"title\": {}}]", 1},
		{"[{\"title\" \"a\"}]", 1},
		{"[{\"marks\": [{\"kind\": \"note\", \"start\": \"x\"}]}]", 1},
		{"[{\"more\": {\"no-name\": \"x\"}}]", 1},
		{"[{} {}]", 1}, {"[{},]", 1}, {"[\"\\uD8\"]", 1},
	};
	struct import_fault fault;
	struct desk d;
	size_t i;

	desk_open(&d, walk, strlen(walk));
	for (i = 0; i < sizeof trials / sizeof *trials; i++) {
		cr_assert_not(import(&d, trials[i].json, &fault), "%s",
		              trials[i].json);
		cr_assert(ne(ptr, (char *)fault.what, NULL));
		cr_assert(eq(sz, fault.line, trials[i].line), "%s: %s",
		          trials[i].json, fault.what);
	}
	cr_assert(eq(sz, d.marks->file->n, 0));
	cr_assert_not(d.marks->changed);
	desk_clear(&d);
}

Test(import, reads_every_escape_of_a_string)
{
	static const char json[] =
		"\xEF\xBB\xBF [{\"title\": \"\\\"\\\\\\/\\b\\f\\n\\t\\u00e9"
		"\\ud83d\\ude00\\ud800\\u0041\\udc00\\u0000\xFF\","
		" \"marks\": []}] ";
	struct import_fault fault;
	struct desk d;
	const char *title;

	desk_open(&d, walk, strlen(walk));
	cr_assert(import(&d, json, &fault), "%s", fault.what);
	title = rec_get(d.marks->file->at[0], "Title");
	cr_assert(strstr(title, "\xC3\xA9\xF0\x9F\x98\x80\xEF\xBF\xBD"
	                        "A\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") !=
	          NULL, "%s", title);
	desk_clear(&d);
}
