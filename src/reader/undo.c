/* Undoing changes of marks, and doing them again. */
#include "reader/undo.h"

#include <string.h>

#include "marks/anchor.h"
#include "reader/anchoring.h"
#include "reader/annotate.h"
#include "reader/jump.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/show.h"

/* What the change of FIELD was that made or unmade REC as it is now. */
static const char *
change_of(const struct rec *rec, const char *field, bool redo)
{
	bool removed = rec_get(rec, "Deleted") != NULL;

	if (!strcmp(field, "Deleted"))
		return removed == redo ? "removed" : "made";
	if (!strcmp(field, "Note") || !strcmp(field, "Tags"))
		return "its note";
	if (!strcmp(field, "As"))
		return "its kind";
	if (!strcmp(field, "Refused"))
		return "place refused";
	return "place confirmed";
}

static bool
is_of_this_text(const struct reader *r, const struct rec *rec)
{
	struct work_facts facts = {.path = r->path, .sha256 = r->sha256};
	const struct rec *work = marks_work(r->store, &facts);
	const char *id = work ? rec_get(work, "Id") : NULL;
	const char *of = rec_get(rec, "Work");

	return id && of && !strcmp(id, of);
}

/* Its place goes on the screen, also where it is no mark any more. */
static void
show_change(struct reader *r, const struct rec *rec)
{
	struct span at = {0, 0};
	bool placed = anchor_stands(rec, r->text, r->sha256, &at);
	size_t i;

	r->focus = OUTLINE_NONE;
	for (i = 0; i < r->marks.n; i++) {
		const struct mark *m = &r->marks.at[i];

		if (m->rec != rec || m->state == MARK_LOST ||
		    m->state == MARK_DOUBTFUL)
			continue;
		r->focus = i;
		placed = true;
		at = m->at;
	}
	if (placed && !show_holds(r, at.start))
		jump_to(r, at.start);
}

static void
say_change(struct reader *r, const struct rec *rec, bool redo)
{
	const char *kind = rec_get(rec, "Kind");
	bool here = is_of_this_text(r, rec);

	say(r, "%s: %s, %s%s \302\267 %s", redo ? "done again" : "undone",
	    kind ? kind : "mark",
	    change_of(rec, marks_undone_field(r->store), redo),
	    here ? "" : ", in another text",
	    redo ? "U undoes it" : "^R does it again");
}

static void
step(struct reader *r, bool redo, unsigned long count)
{
	struct rec *rec = NULL, *last = NULL;
	const char *kind;

	do {
		rec = redo ? marks_redo(r->store, &r->stamp)
		           : marks_undo(r->store, &r->stamp);
		last = rec ? rec : last;
	} while (rec && --count);
	if (!last) {
		say(r, redo ? "nothing to do again"
		            : "nothing to undo: no mark was changed");
		return;
	}
	kind = rec_get(last, "Kind");
	annotate_refresh(r);
	anchoring_begin(r);
	request_add(r, REQUEST_SAVE, NULL, NULL);
	if (kind && !strcmp(kind, marks_kind_name(MARK_SECTION)))
		request_add(r, REQUEST_OUTLINE, NULL, NULL);
	show_change(r, last);
	say_change(r, last, redo);
}

bool
undo_command(struct reader *r, enum command c, unsigned long count)
{
	if (c != COMMAND_UNDO && c != COMMAND_REDO)
		return false;
	step(r, c == COMMAND_REDO, count ? count : 1);
	return true;
}
