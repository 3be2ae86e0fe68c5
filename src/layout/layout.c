/* A text set for a window: making and freeing it. */
#include "layout/layout.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/atoms.h"

enum { MEASURE_MAX = 32767 }; /* [col] widths of lines are 16 bits */

struct layout *
layout_new(const struct text *t, const struct outline *o, unsigned measure,
           unsigned height)
{
	struct layout *l = mem_new(sizeof *l);

	l->text = t;
	l->outline = o;
	l->measure = measure ? measure : 1;
	if (l->measure > MEASURE_MAX)
		l->measure = MEASURE_MAX;
	l->wide = l->measure;
	l->height = height ? height : 1;
	l->held_block = OUTLINE_NONE;
	return l;
}

void
layout_free(struct layout *l)
{
	if (!l)
		return;
	vec_clear(&l->held);
	vec_clear(&l->pages);
	vec_clear(&l->counts);
	free(l->pager);
	free(l);
}

void
layout_widen(struct layout *l, unsigned wide)
{
	if (wide > l->measure)
		l->wide = wide < MEASURE_MAX ? wide : MEASURE_MAX;
}

void
layout_show_markup(struct layout *l)
{
	l->shows_markup = true;
}

void
layout_take_counts(struct layout *l, const struct layout *other)
{
	bool all = l->wide == other->wide;
	size_t i;

	if (l->measure != other->measure ||
	    l->shows_markup != other->shows_markup || (l->counts.n && !all))
		return;
	for (i = 0; i < l->counts.n && i < other->counts.n; i++)
		if (!l->counts.at[i])
			l->counts.at[i] = other->counts.at[i];
	for (; i < other->counts.n; i++) {
		bool flows = atoms_flow(l->outline->blocks.at[i].kind);

		vec_push(&l->counts,
		         all || flows ? other->counts.at[i] : 0);
	}
}

void
layout_use_stops(struct layout *l, const struct stops *stops)
{
	l->stops = stops;
}
