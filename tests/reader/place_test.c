/* Places as people write them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/place.h"

/* Lines of '=' begin headings of that level, "[" notes; all others are
 * paragraphs of one line. */
static const char words[] =
	"Before all sections.\n"
	"=One\n"
	"The first of one.\n"
	"The second of one.\n"
	"=Two\n"
	"==Two One\n"
	"The first of two one.\n"
	"The second, of TWO\302\240one.\n"
	"==Two Two\n"
	"===Deeper\n"
	"==Two Three\n"
	"=Three\n"
	"The end.\n"
	"[*] A note.\n";

static struct text *text;
static struct outline outline;
static struct layout *layout;
static struct error problem;

static void
add_line(text_pos at, text_pos end)
{
	struct block b = {.start = at, .end = end};
	struct section s = {.at = at, .end = end};
	struct note n = {.label = (char *)"*", .at = at, .end = end};

	while (text->at[at + s.level] == '=')
		s.level++;
	if (s.level) {
		b.kind = BLOCK_HEADING;
		vec_push(&outline.sections, s);
	} else if (text->at[at] == '[') {
		b.kind = BLOCK_NOTE;
		vec_push(&outline.notes, n);
	}
	vec_push(&outline.blocks, b);
}

static void
set_up(void)
{
	text_pos at, next;

	text = text_new(mem_copy(words), strlen(words), TEXT_UTF8);
	for (at = 0; at < text->n; at = next) {
		text_pos end = text_line_end(text, at, &next);

		add_line(at, end);
	}
	layout = layout_new(text, &outline, 40, 5);
}

static void
tear_down(void)
{
	layout_free(layout);
	text_free(text);
	vec_clear(&outline.blocks);
	vec_clear(&outline.sections);
	vec_clear(&outline.notes);
	error_clear(&problem);
}

TestSuite(place, .init = set_up, .fini = tear_down);

/* The beginning of the line that S names. */
static char *
line_of(const char *s)
{
	static char line[80];
	text_pos p = 0, next;
	size_t n;

	cr_assert(place_parse(layout, s, &p, &problem), "%s: %s", s,
	          problem.what);
	n = text_line_end(text, p, &next) - p;
	memcpy(line, text->at + p, n);
	line[n] = '\0';
	return line;
}

static char *
refusal(const char *s)
{
	text_pos p = 7;

	cr_assert(not(place_parse(layout, s, &p, &problem)), "%s", s);
	cr_assert(eq(sz, p, 7));
	return problem.what;
}

Test(place, is_a_page)
{
	cr_assert(eq(str, line_of("1"), (char *)"Before all sections."));
	cr_assert(ne(str, line_of("2"), (char *)"Before all sections."));
	cr_assert(eq(int, strncmp(refusal("99"), "there is no page 99; ", 21),
	             0));
}

Test(place, is_a_printed_page)
{
	struct printed page = {.at = 21, .end = 22, .from = 21, .label = "xii"};

	cr_assert(eq(str, refusal("p.9"),
	             (char *)"the text names no printed pages"));
	vec_push(&outline.printed, page);
	cr_assert(eq(str, line_of("p.xii"), line_of("p. XII")));
	cr_assert(eq(int, strncmp(refusal("p.9"), "there is no printed page 9",
	                          26), 0));
	vec_clear(&outline.printed);
}

Test(place, is_a_share_of_the_text)
{
	text_pos p;

	cr_assert(place_parse(layout, "0%", &p, &problem));
	cr_assert(eq(sz, p, 0));
	cr_assert(place_parse(layout, "50%", &p, &problem));
	cr_assert(eq(sz, p, text->n / 2));
	cr_assert(place_parse(layout, "100%", &p, &problem));
	cr_assert(eq(sz, p, text->n));
	cr_assert(eq(str, refusal("101%"), (char *)"101% is past the end"));
}

Test(place, is_a_section)
{
	cr_assert(eq(str, line_of("§1"), (char *)"=One"));
	cr_assert(eq(str, line_of("§3"), (char *)"=Three"));
	cr_assert(eq(str, line_of("§2.1"), (char *)"==Two One"));
	cr_assert(eq(str, line_of("§2.3"), (char *)"==Two Three"));
	cr_assert(eq(str, line_of("§2.2.1"), (char *)"===Deeper"));
	cr_assert(eq(str, refusal("§4"),
	             (char *)"there is no section 4; this text has 7"));
	cr_assert(eq(str, refusal("§1.1"),
	             (char *)"there is no section 1.1; this text has 7"));
	cr_assert(eq(str, refusal("§2.4"),
	             (char *)"there is no section 2.4; this text has 7"));
}

Test(place, is_a_paragraph)
{
	cr_assert(eq(str, line_of("¶1"), (char *)"Before all sections."));
	cr_assert(eq(str, line_of("¶3"), (char *)"The second of one."));
	cr_assert(eq(str, line_of("§1¶2"), (char *)"The second of one."));
	cr_assert(eq(str, line_of("§2.1¶1"),
	             (char *)"The first of two one."));
	cr_assert(eq(str, line_of("§3¶1"), (char *)"The end."));
	cr_assert(eq(str, refusal("¶7"), (char *)"there is no paragraph 7 "
	             "there; the last one is 6"));
	cr_assert(eq(str, refusal("§2¶1"), (char *)"there is no paragraph 1 "
	             "there; the last one is 0"));
}

Test(place, is_a_note)
{
	cr_assert(eq(str, line_of("note:*"), (char *)"[*] A note."));
	cr_assert(eq(str, refusal("note:1"),
	             (char *)"there is no note '1'; this text has 1"));
}

Test(place, is_where_words_stand_first)
{
	cr_assert(eq(str, line_of("/the second/"),
	             (char *)"The second of one."));
	cr_assert(eq(str, line_of("/the second,   OF two one"),
	             (char *)"The second, of TWO\302\240one."));
	/* words go on over the end of a line */
	cr_assert(eq(str, line_of("/one. the second/"), (char *)"one."));
	cr_assert(eq(str, refusal("/nowhere/"), (char *)"the text does not "
	             "have the words 'nowhere'"));
}

Test(place, is_none_of_that)
{
	static const char *const bad[] = {
		"", "0", "x", "12x", "-1", "%", "§", "§0", "§x", "§1.",
		"§1.x", "§1¶", "§1¶x", "§1x", "¶", "¶0", "¶1x", "note:", "/",
		"//", "99999999999999999999999", "§99999999999999999999999",
		"40%%", "\302",
	};
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		cr_assert(ne(ptr, refusal(bad[i]), NULL));
	cr_assert(strstr(refusal("§"), "'§' is no place;") != NULL);
	cr_assert(eq(str, refusal("x"), (char *)"'x' is no place; write one "
	             "as 12 (page), 40%, §3, §2.1¶7, ¶120, note:4, "
	             "p.9 (printed) or /words/"));
}
