/* Landmarks: a place is known again in a text that has changed. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/landmark.h"

static struct text *
text_of(const char *s)
{
	return text_new(mem_copy(s), strlen(s), TEXT_UTF8);
}

/* The place of BEFORE's WORDS is looked for in NOW from GUESS: what stands
 * there. */
static void
leads_to(const char *before, const char *words, const char *now,
         text_pos guess, const char *expected)
{
	struct text *a = text_of(before), *b = text_of(now);
	text_pos p = (text_pos)(strstr(a->at, words) - a->at);
	char *mark = landmark_at(a, p), *got;

	p = landmark_find(b, mark, guess);
	cr_assert(le(sz, p, b->n));
	got = mem_text(b->at + p, b->n - p);
	cr_expect(eq(str, got, (char *)expected));
	free(got);
	free(mark);
	text_free(a);
	text_free(b);
}

Test(landmark, is_found_where_words_were_put_before_it)
{
	leads_to("One. Two. Three.", "Two", "One. Some more. Two. Three.", 5,
	         "Two. Three.");
}

Test(landmark, is_found_where_words_before_it_are_gone)
{
	leads_to("One. Two. Three.", "Two", "Two. Three.", 5, "Two. Three.");
}

Test(landmark, is_found_in_lines_that_were_wrapped_anew)
{
	leads_to("One. Two\nand three.", "Two", "One.\nTwo and\nthree.", 5,
	         "Two and\nthree.");
}

Test(landmark, is_the_nearest_of_those_that_are_alike)
{
	leads_to("La la", "La", "1 La la 2 La la 3 La la", 9, "La la 3 La la");
	leads_to("La la", "La", "1 La la 2 La la 3 La la", 15, "La la");
	leads_to("La la", "La", "1 La la 2 La la 3 La la", 0,
	         "La la 2 La la 3 La la");
}

Test(landmark, cuts_no_character)
{
	/* 64 bytes from the first letter end within a letter of two */
	leads_to("aддддддддддддддддддддддддддддддддддддддддд.", "a",
	         "..aддддддддддддддддддддддддддддддддддддддддд.", 0,
	         "aддддддддддддддддддддддддддддддддддддддддд.");
}

Test(landmark, that_is_gone_leads_to_the_guess)
{
	leads_to("One. Two.", "Two", "One. Three.", 5, "Three.");
	leads_to("One. Two.", "Two", "One.", 50, "");
}

Test(landmark, of_the_end_leads_to_the_guess)
{
	struct text *t = text_of("One. Two.");
	char *mark = landmark_at(t, t->n);

	cr_assert(eq(str, mark, (char *)""));
	cr_assert(eq(sz, landmark_find(t, mark, 5), 5));
	free(mark);
	text_free(t);
}
