/* A mark that may be here: confirmed or refused. */
#include "reader/doubt.h"

#include <stdlib.h>

#include "reader/annotate.h"
#include "reader/jump.h"
#include "reader/move.h"
#include "reader/say.h"
#include "reader/units.h"

/* The keys, and the words as they were, which the text no longer shows. */
static void
ask(struct reader *r)
{
	const char *quote = rec_get(r->doubt, "Quote");
	const char *note = rec_get(r->doubt, "Note");

	say(r, "maybe here: Enter it is  x it is not  Esc later%s%s%s",
	    quote ? "  it was: \342\200\234" : note ? "  note: " : "",
	    quote ? quote : note ? note : "", quote ? "\342\200\235" : "");
}

/* What has no words of its own shows as the word at its place. */
static struct span
region(struct reader *r, const struct mark *m)
{
	struct span at = m->at;

	if (at.start == at.end)
		at.end = units_on(r, UNIT_WORD, at.start, true);
	return at;
}

void
doubt_begin(struct reader *r, size_t i)
{
	const struct mark *m = &r->marks.at[i];

	jump_to(r, m->at.start);
	r->focus = OUTLINE_NONE;
	r->doubt = m->rec;
	r->selection.at = region(r, m);
	r->mode = MODE_DOUBT;
	ask(r);
}

static size_t
index_of(const struct reader *r)
{
	size_t i;

	for (i = 0; i < r->marks.n; i++)
		if (r->marks.at[i].rec == r->doubt)
			return i;
	return OUTLINE_NONE;
}

void
doubt_key(struct reader *r, uint32_t key)
{
	size_t i = index_of(r);
	bool prefix;
	enum command c;

	r->mode = MODE_READ;
	if (i == OUTLINE_NONE || key == INPUT_ESCAPE)
		return;
	if (key == INPUT_ENTER || key == '\n' || key == 'c') {
		annotate_confirm(r, i);
	} else if (key == 'x') {
		annotate_refuse(r, i);
	} else {
		c = keymap_command(&r->settings->keys, key, 0, false, &prefix);
		if (!move_command(r, c, 1))
			return;
		r->mode = MODE_DOUBT;
		ask(r);
	}
}
