/* Moving by paragraphs. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "play.h"
#include "two_roads.h"

/* The text from the kept place on, to the end of its line. */
static char *
kept_line(const struct play *p)
{
	static char line[200];
	text_pos next;
	size_t n = text_line_end(p->text, p->r->kept, &next) - p->r->kept;

	memcpy(line, p->text->at + p->r->kept, n);
	line[n] = '\0';
	return line;
}

Test(paragraphs, go_on_from_a_heading_in_the_middle_of_a_page)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]");
	cr_assert(eq(str, kept_line(p), (char *)"The First Road"));
	play_keys(p, "}");
	cr_assert(eq(int, strncmp(kept_line(p), "One must not", 12), 0));
	play_keys(p, "}");
	cr_assert(eq(int, strncmp(kept_line(p), "Not one section", 15), 0));
	play_keys(p, "2{");
	cr_assert(eq(str, kept_line(p), (char *)"The First Road"));
	play_end(p);
}

Test(paragraphs, go_back_to_the_beginning_of_the_one_begun)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]}j");
	cr_assert(eq(int, strncmp(kept_line(p), "phrases.", 8), 0));
	play_keys(p, "{");
	cr_assert(eq(int, strncmp(kept_line(p), "One must not", 12), 0));
	play_end(p);
}
