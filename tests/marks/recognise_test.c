/* Knowing a work by its quotations. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "marks/recognise.h"

static const char voyage[] =
	"A VOYAGE\n\n"
	"We left the harbour at five, before anyone was up but the bakers, and\n"
	"the smell of bread went with us as far as the second buoy.\n\n"
	"The captain kept a parrot that had been to China twice and thought\n"
	"little of either visit, as it told everybody who stood still.\n\n"
	"On the third day the wind fell asleep. We played draughts on the\n"
	"hatch with buttons and washers until the washers were all lost.\n\n"
	"When at last the coast came up it was the wrong one, and the captain\n"
	"said that it would do just as well, and in the end it did.\n";

static const char voyage_revised[] =
	"PREFACE\r\n\r\nThis edition has been looked through once more.\r\n\r\n"
	"We left the harbor at five, before anyone was up but the bakers, "
	"and the smell of bread went with us as far as the second buoy.\r\n\r\n"
	"The captain kept a parrot that had been to China twice and thought "
	"little of either visit, as it told everybody that stood still.\r\n\r\n"
	"When at last the coast came up it was the wrong one, and the captain "
	"said that it would do just as well, and in the end it did.\r\n";

static const char review[] =
	"A REVIEW\n\nThe author has been at sea, and says so. \xE2\x80\x9CThe "
	"captain kept a parrot that had been to China twice\xE2\x80\x9D, we "
	"read; we should have liked to hear more of it. Of the bakers, the "
	"draughts and the coast there is too much.\n";

static void
mark_voyage(struct desk *d)
{
	desk_open(d, voyage, strlen(voyage));
	desk_highlight(d, "before anyone was up but the bakers");
	desk_highlight(d, "The captain kept a parrot that had been to China "
	                  "twice");
	desk_highlight(d, "the wind fell asleep");
	desk_highlight(d, "the wrong one, and the captain");
}

/* The text at another path, of which nothing is known. */
static struct work_facts
elsewhere(const struct desk *d)
{
	struct work_facts f = {NULL, NULL, "~/elsewhere.txt", d->sha256,
	                       d->text->file_n, NULL};

	return f;
}

static struct rec *
recognised_in(struct desk *d, const char *words)
{
	struct work_facts facts;

	desk_replace(d, words, strlen(words));
	facts = elsewhere(d);
	return marks_recognise(d->marks, &facts, d->text);
}

Test(recognise, knows_a_revised_text_at_another_path)
{
	struct desk d;
	struct work_facts facts;
	struct rec *work;

	mark_voyage(&d);
	work = recognised_in(&d, voyage_revised);
	cr_assert(ne(ptr, work, NULL));
	facts = elsewhere(&d);
	cr_assert(eq(ptr, marks_work(d.marks, &facts), work));
	cr_assert(marks_is_recognised(d.marks, work, &facts));
	marks_place(d.marks, work, d.text, d.sha256, desk_kinds, &d.list);
	cr_assert(eq(sz, d.list.n, 4));
	cr_assert(ne(int, d.list.at[0].state, MARK_LOST));
	cr_assert(ne(int, d.list.at[2].state, MARK_LOST));
	cr_assert(eq(int, d.list.at[3].state, MARK_LOST));
	/* reading alone changes nothing in the store */
	cr_assert(eq(str, (char *)rec_get(work, "Path"), (char *)"~/a.txt"));
	desk_clear(&d);
}

Test(recognise, takes_a_new_mark_into_the_work_it_knows)
{
	struct desk d;
	struct rec *work, *r;
	struct work_facts facts;
	struct stamp stamp;

	mark_voyage(&d);
	work = recognised_in(&d, voyage_revised);
	facts = elsewhere(&d);
	stamp = desk_stamp(&d);
	r = marks_add(d.marks, &facts, d.text, d.outline, MARK_HIGHLIGHT,
	              (struct span){0, 7}, "thesis", 0, &stamp);
	cr_assert(eq(str, (char *)rec_get(r, "Work"),
	             (char *)rec_get(work, "Id")));
	cr_assert(eq(str, (char *)rec_get(work, "Path"),
	             (char *)"~/elsewhere.txt"));
	desk_clear(&d);
}

Test(recognise, does_not_take_a_text_that_quotes_for_the_work)
{
	struct desk d;

	mark_voyage(&d);
	cr_assert(eq(ptr, recognised_in(&d, review), NULL));
	desk_clear(&d);
}

Test(recognise, does_not_take_another_text_for_the_work)
{
	static const char other[] =
		"A RECIPE\n\nTake two eggs and beat them until they are light. "
		"Fold in the flour, a spoon at a time, and a little salt.\n";
	struct desk d;

	mark_voyage(&d);
	cr_assert(eq(ptr, recognised_in(&d, other), NULL));
	cr_assert(eq(ptr, recognised_in(&d, ""), NULL));
	cr_assert(eq(ptr, recognised_in(&d, "\n"), NULL));
	desk_clear(&d);
}

Test(recognise, needs_a_lone_quotation_to_be_long_and_in_its_place)
{
	struct desk d;

	desk_open(&d, voyage, strlen(voyage));
	desk_highlight(&d, "The captain kept a parrot that had been to China");
	cr_assert(eq(ptr, recognised_in(&d, review), NULL));
	cr_assert(ne(ptr, recognised_in(&d, voyage_revised), NULL));
	desk_clear(&d);
	desk_open(&d, "Yes.\n", 5);
	desk_highlight(&d, "Yes");
	cr_assert(eq(ptr, recognised_in(&d, "No.\n\nYes.\n"), NULL));
	desk_clear(&d);
}

Test(recognise, knows_a_text_by_bookmarks_alone)
{
	struct desk d;
	size_t i;
	static const char *const at[] = {"before anyone", "The captain kept"};

	desk_open(&d, voyage, strlen(voyage));
	for (i = 0; i < 2; i++) {
		text_pos p = (text_pos)(strstr(voyage, at[i]) - voyage);

		desk_mark(&d, MARK_BOOKMARK, (struct span){p, p});
	}
	cr_assert(ne(ptr, recognised_in(&d, voyage_revised), NULL));
	desk_clear(&d);
}

Test(recognise, forgets_removed_marks)
{
	struct desk d;
	struct stamp s;
	size_t i;

	mark_voyage(&d);
	for (i = 0; i < d.marks->file->n; i++)
		if (rec_get(d.marks->file->at[i], "Work")) {
			s = desk_stamp(&d);
			marks_remove(d.marks, d.marks->file->at[i], &s);
		}
	cr_assert(eq(ptr, recognised_in(&d, voyage_revised), NULL));
	desk_clear(&d);
}
