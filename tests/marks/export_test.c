/* Exports: what each format holds, lost marks included. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "marks/export.h"

static const char words[] =
	"A TITLE\n\nThe *first* sentence, \"quoted\", stands here.\n"
	"The second one follows.\n";

/* A highlight with a note and tags, one that is lost, a bookmark. */
static void
open_words(struct desk *d)
{
	struct stamp s;
	struct rec *r;

	desk_open(d, words, strlen(words));
	r = desk_highlight(d, "The *first* sentence, \"quoted\",");
	s = desk_stamp(d);
	marks_set(d->marks, r, "Note", "# of mine\n\nand, more #idea", &s);
	s = desk_stamp(d);
	marks_set(d->marks, r, "Tags", "one two", &s);
	r = desk_highlight(d, "The second one");
	s = desk_stamp(d);
	marks_refuse(d->marks, r, d->sha256, &s);
	rec_set(r, "Text", "000000000000");
	desk_mark(d, MARK_BOOKMARK, (struct span){9, 9});
	desk_place(d);
}

static char *
exported(struct desk *d, enum export_format format)
{
	struct work_facts facts = desk_facts(d);
	struct export_work w = {marks_work(d->marks, &facts), d->text,
	                        &d->list};
	struct buf b = {0};

	export_works(&b, &w, 1, format);
	return buf_take(&b);
}

static void
expect(enum export_format format, const char *const *parts, size_t n)
{
	struct desk d;
	const char *at;
	char *out;
	size_t i;

	open_words(&d);
	out = exported(&d, format);
	/* In this order. */
	for (at = out, i = 0; i < n; i++) {
		const char *next = strstr(at, parts[i]);

		cr_assert(next != NULL, "%s\nis not (here) in\n%s", parts[i],
		          out);
		at = next + strlen(parts[i]);
	}
	free(out);
	desk_clear(&d);
}

#define EXPECT(format, ...)                                              \
	do {                                                             \
		static const char *const parts[] = {__VA_ARGS__};        \
		expect(format, parts, sizeof parts / sizeof *parts);     \
	} while (0)

Test(export, writes_json_with_all_that_is_known_and_no_more)
{
	EXPECT(EXPORT_JSON, "[", "\"title\": \"A title\"",
	       "\"author\": \"An author\"", "\"path\": \"~/a.txt\"",
	       "\"sha256\": \"", "\"marks\": [", "\"kind\": \"bookmark\"",
	       "\"state\": \"exact\"", "\"start\": 9", "\"end\": 9",
	       "\"kind\": \"highlight\"", "\"as\": \"thesis\"",
	       "\"state\": \"exact\"", "\"start\": 9", "\"end\": 40",
	       "\"quote\": \"The *first* sentence, \\\"quoted\\\",\"",
	       "\"note\": \"# of mine\\n\\nand, more #idea\"",
	       "\"tags\": [\"one\", \"two\"]", "\"state\": \"lost\"",
	       "\"quote\": \"The second one\"", "]");
}

Test(export, leaves_the_place_of_a_lost_mark_out_of_json)
{
	struct desk d;
	char *out;

	open_words(&d);
	out = exported(&d, EXPORT_JSON);
	cr_assert(strstr(strstr(out, "\"lost\""), "\"start\"") == NULL);
	cr_assert(strstr(out, "null") == NULL);
	free(out);
	desk_clear(&d);
}

Test(export, writes_an_empty_array_for_no_works)
{
	struct buf b = {0};

	export_works(&b, NULL, 0, EXPORT_JSON);
	cr_assert(eq(str, b.at, (char *)"[]\n"));
	buf_clear(&b);
}

Test(export, writes_text_with_quotations_and_notes)
{
	EXPECT(EXPORT_TEXT, "A title\nAn author\n~/a.txt\n", "  bookmark",
	       "    ... The *first*", "second one ...\n", "  thesis, ", "2026-11-22",
	       "    The *first* sentence, \"quoted\",\n",
	       "    > # of mine\n    >\n    > and, more #idea\n",
	       "  thesis, lost", "    The second one\n");
}

Test(export, writes_markdown_in_which_a_quotation_means_what_it_says)
{
	EXPECT(EXPORT_MARKDOWN, "# A title\n\nAn author\n\n",
	       "... The \\*first\\* sentence, ", "second one ...\n\n*bookmark, ",
	       "> The \\*first\\* sentence, \"quoted\",\n\n",
	       "# of mine\n\nand, more #idea\n\n", "*thesis, ",
	       ", 2026-11-22*\n\n", "> The second one\n\n",
	       "*thesis, lost, 2026-11-22*\n");
}

Test(export, writes_csv_under_the_usual_headers)
{
	EXPECT(EXPORT_CSV, "Highlight,Title,Author,URL,Note,Location\n",
	       "\"... The *first* sentence, \"\"quoted\"\", stands here. The "
	       "second one ...\",\"A title\",\"An author\",\"\",\"\",9\n",
	       "\"The *first* sentence, \"\"quoted\"\",\",\"A title\","
	       "\"An author\",\"\",\"# of mine\n\nand, more #idea\",9\n",
	       "\"The second one\",\"A title\",\"An author\",\"\",\"\",\n");
}

Test(export, writes_org_in_which_no_line_becomes_a_heading)
{
	EXPECT(EXPORT_ORG, "* A title\n:PROPERTIES:\n:AUTHOR: An author\n"
	       ":FILE: ~/a.txt\n:END:\n",
	       "\n... The *first*", "second one ...\n/bookmark, ",
	       "#+begin_quote\nThe *first*",
	       "#+end_quote\n# of mine\n\nand, more #idea\n/thesis, ",
	       "The second one\n#+end_quote\n/thesis, lost");
}

static size_t
chosen(struct export_choice choice)
{
	struct desk d;
	size_t n;

	open_words(&d);
	export_choose(&d.list, &choice);
	n = d.list.n;
	desk_clear(&d);
	return n;
}

Test(export, chooses_by_tag_kind_and_time)
{
	cr_assert(eq(sz, chosen((struct export_choice){0}), 3));
	cr_assert(eq(sz, chosen((struct export_choice){.tag = "two"}), 1));
	cr_assert(eq(sz, chosen((struct export_choice){.tag = "#idea"}), 1));
	cr_assert(eq(sz, chosen((struct export_choice){.tag = "tw"}), 0));
	cr_assert(eq(sz, chosen((struct export_choice){.kind = "thesis"}), 2));
	cr_assert(eq(sz, chosen((struct export_choice){.kind = "bookmark"}),
	             1));
	cr_assert(eq(sz, chosen((struct export_choice){
	                     .since = 1795377778001 + 4000}), 2));
	cr_assert(eq(sz, chosen((struct export_choice){
	                     .since = 1895377778001}), 0));
}
