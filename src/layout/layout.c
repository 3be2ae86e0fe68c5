/* A text set for a window: making and freeing it. */
#include "layout/layout.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

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
layout_use_stops(struct layout *l, const struct stops *stops)
{
	l->stops = stops;
}
