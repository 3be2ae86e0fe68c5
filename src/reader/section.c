/* `:section` and `:nosection`: the reader overrules the outline. */
#include "reader/section.h"

#include "reader/annotate.h"
#include "reader/request.h"
#include "reader/say.h"
#include "reader/show.h"
#include "reader/units.h"

/* The physical line that is meant, without blanks at its edges. */
static struct span
line_meant(const struct reader *r)
{
	text_pos p = r->mode == MODE_SELECT ? r->selection.at.start
	             : show_holds(r, r->kept) ? r->kept : r->top;
	struct span line;
	text_pos next;

	line.start = text_line_start(r->text, p);
	line.end = text_line_end(r->text, line.start, &next);
	return units_trimmed(r->text, line);
}

/* What was decided of the line before gives way. */
static void
remove_earlier(struct reader *r, struct span line)
{
	size_t i;

	for (i = r->marks.n; i-- > 0;) {
		const struct mark *m = &r->marks.at[i];

		if (m->kind == MARK_SECTION && m->state != MARK_LOST &&
		    m->at.start >= line.start && m->at.start < line.end)
			marks_remove(r->store, m->rec, &r->stamp);
	}
}

void
section_set(struct reader *r, unsigned level)
{
	struct span line = line_meant(r);
	char digits[] = {(char)('0' + level), '\0'};
	struct rec *rec;

	if (line.start == line.end) {
		say(r, "this line is empty");
		return;
	}
	remove_earlier(r, line);
	rec = annotate_add(r, MARK_SECTION, line);
	if (!rec)
		return;
	marks_set(r->store, rec, "Level", digits, &r->stamp);
	annotate_refresh(r);
	request_add(r, REQUEST_OUTLINE, NULL, NULL);
	r->mode = MODE_READ;
	r->kept = line.start;
	if (level)
		say(r, "this line is a section of level %u now", level);
	else
		say(r, "this line is no section now");
}
