/* A text that is read already while more of it comes. */
#include "reader/grow.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout/pages.h"
#include "reader/anchoring.h"
#include "reader/annotate.h"
#include "reader/pane_fold.h"
#include "reader/reader.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/show.h"
#include "text/landmark.h"
#include "text/partial.h"

/* [byte] that should be known before and behind what is shown, so that a
 * movement by lines does not meet the end of what is known */
enum { AROUND = 16 * 1024 };

static struct span
widened(text_pos start, text_pos end)
{
	return (struct span){start > AROUND ? start - AROUND : 0,
	                     end + AROUND};
}

void
grow_look_around(struct reader *r)
{
	struct span shown = state_shown(r);
	text_pos p = r->top;

	if (!r->outline->partial)
		return;
	if (!show_knows(r, r->kept)) {
		p = r->kept;
		shown = (struct span){p, p};
	}
	if (!partial_knows(r->outline, widened(shown.start, shown.end),
	                   r->text->n))
		request_place(r, REQUEST_FIND, p);
}

bool
grow_is_whole(struct reader *r)
{
	if (r->outline->partial) {
		say(r, "marks come when the whole text has been read");
		return false;
	}
	anchoring_recognise(r);
	return true;
}

/* The words at which the text was read again may stand elsewhere. */
static void
find_landmark(struct reader *r)
{
	text_pos p = r->kept;

	if (r->landmark.words && p == r->landmark.at)
		p = landmark_find(r->text, r->landmark.words, p);
	if (p != r->kept)
		show_place(r, p);
	free(r->landmark.words);
	r->landmark.words = NULL;
}

/* The text is whole: now there can be marks, and it can be told whether it
 * has changed. */
static void
become_whole(struct reader *r, const struct reader_whole *whole)
{
	struct anchoring *a = &r->anchoring;

	free(r->sha256);
	r->sha256 = mem_copy(whole->sha256);
	annotate_refresh(r);
	anchoring_begin(r);
	if (r->sha256_was && !strcmp(r->sha256_was, r->sha256)) {
		a->news = a->compare = false;
		say(r, "the file has not changed");
	} else if (whole->changed && !a->news) {
		anchoring_compare(r, whole->paragraphs);
	}
}

void
reader_grow(struct reader *r, text_pos from, const struct reader_whole *whole)
{
	show_forget_before(r);
	lines_forget(r->layout);
	if (from != READER_NOWHERE)
		pages_cut(r->layout, from);
	/* the notes may have other numbers now */
	if (r->mode == MODE_FOOTNOTE)
		r->mode = MODE_READ;
	if (r->want.kind == WANT_NOTHING)
		show_again(r);
	show_wanted(r);
	pane_unfold(r);
	if (whole) {
		become_whole(r, whole);
		find_landmark(r);
	}
	state_fill_pane(r);
	grow_look_around(r);
}

void
reader_known(struct reader *r, text_pos place, bool changed,
             const char *paragraphs)
{
	if (changed)
		anchoring_compare(r, paragraphs);
	if (place != READER_NOWHERE && !r->touched)
		reader_go(r, place);
}
