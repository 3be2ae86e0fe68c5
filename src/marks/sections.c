/* Headings as the reader decided them: what outline_find is to obey. */
#include "marks/sections.h"

#include <stdlib.h>

#include "base/vec.h"

struct override_list {
	struct override *at;
	size_t n, cap;
};

static bool
has_sections(const struct marks *m, const char *work)
{
	enum mark_kind kind;
	size_t i;

	for (i = 0; i < m->file->n; i++)
		if (marks_is_mark(m->file->at[i], work, &kind) &&
		    kind == MARK_SECTION)
			return true;
	return false;
}

/* In the order of their places, as marks_place gives them. */
static void
gather(const struct mark_list *marks, struct override_list *out)
{
	size_t i;

	for (i = 0; i < marks->n; i++) {
		const struct mark *m = &marks->at[i];
		const char *level = rec_get(m->rec, "Level");
		struct override o;

		if (m->kind != MARK_SECTION || m->state == MARK_LOST ||
		    m->state == MARK_DOUBTFUL || !level)
			continue;
		o.at = m->at.start;
		o.level = (unsigned)strtoul(level, NULL, 10);
		vec_push(out, o);
	}
}

struct outline *
sections_obeyed(struct marks *m, const struct work_facts *facts,
                const struct text *t, struct outline *found)
{
	static const char *const kinds[MARK_KINDS] = {"", "", "", "", ""};
	struct rec *work = marks_work(m, facts);
	const char *id = work ? rec_get(work, "Id") : NULL;
	struct override_list overrides = {0};
	struct mark_list marks = {0};

	if (!id || !has_sections(m, id))
		return found;
	marks_place(m, work, t, facts->sha256, kinds, &marks);
	gather(&marks, &overrides);
	if (overrides.n) {
		outline_free(found);
		found = outline_find(t, overrides.at, overrides.n);
	}
	vec_clear(&marks);
	vec_clear(&overrides);
	return found;
}
