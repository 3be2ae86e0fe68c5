/* Folding the outline: sections whose subsections are not shown. */
#include "reader/pane_fold.h"

#include <stdlib.h>

#include "base/mem.h"

static bool
has_subsections(const struct reader *r, size_t i)
{
	const struct outline *o = r->outline;

	return i + 1 < o->sections.n &&
	       o->sections.at[i + 1].level > o->sections.at[i].level;
}

bool
pane_is_folded(const struct reader *r, size_t i)
{
	return r->pane.folded && r->pane.folded[i] && has_subsections(r, i);
}

void
pane_unfold(struct reader *r)
{
	free(r->pane.folded);
	r->pane.folded = NULL;
	r->pane.filled = false;
}

/* The rows anew, the cursor on the row of section I or the one it is in. */
static void
fill_at(struct reader *r, size_t i)
{
	size_t row;

	r->pane.filled = false;
	state_fill_pane(r);
	for (row = 0; row < r->pane.sections; row++)
		if (r->pane.at[row].index <= i)
			r->pane.cursor = row;
}

static void
set_folded(struct reader *r, size_t i, bool folded)
{
	size_t n = r->outline->sections.n;

	if (!r->pane.folded)
		r->pane.folded = mem_new(n * sizeof *r->pane.folded);
	r->pane.folded[i] = folded;
	fill_at(r, i);
}

static void
fold_all(struct reader *r, size_t i)
{
	size_t n = r->outline->sections.n, k;

	pane_unfold(r);
	r->pane.folded = mem_new(n * sizeof *r->pane.folded);
	for (k = 0; k < n; k++)
		r->pane.folded[k] = true;
	fill_at(r, i);
}

/* The cursor goes to the section that I is in. */
static void
go_up(struct reader *r, size_t i)
{
	const struct outline *o = r->outline;
	size_t k = i;

	while (k-- > 0)
		if (o->sections.at[k].level < o->sections.at[i].level) {
			fill_at(r, k);
			return;
		}
}

bool
pane_fold_key(struct reader *r, uint32_t key)
{
	size_t i;

	if (r->pane.cursor >= r->pane.sections || r->pane.filter.text.n)
		return false;
	i = r->pane.at[r->pane.cursor].index;
	if (key == INPUT_LEFT && has_subsections(r, i) &&
	    !pane_is_folded(r, i)) {
		set_folded(r, i, true);
	} else if (key == INPUT_LEFT) {
		go_up(r, i);
	} else if (key == INPUT_RIGHT && pane_is_folded(r, i)) {
		set_folded(r, i, false);
	} else if (key == '-') {
		fold_all(r, i);
	} else if (key == '+') {
		pane_unfold(r);
		fill_at(r, i);
	} else {
		return false;
	}
	return true;
}
