/* Jumps and the way back from them. */
#include "reader/jump.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/grow.h"
#include "reader/reader.h"
#include "reader/request.h"
#include "reader/show.h"

struct jump
jump_here(const struct reader *r)
{
	return (struct jump){.kept = r->kept, .top = r->top,
	                     .paged = r->paged};
}

/* The first N stay. */
static void
forget_from(struct jumps *j, size_t n)
{
	while (j->n > n)
		free(j->at[--j->n].path);
}

void
jump_forget(struct reader *r)
{
	forget_from(&r->jumps, 0);
	r->jumps.here = 0;
}

void
jump_restore(struct reader *r, const struct jump *j)
{
	if (j->paged)
		show_place(r, j->kept);
	else
		show_lines_from(r, j->top);
}

void
jump_remember_from(struct reader *r, struct jump from)
{
	struct jumps *j = &r->jumps;

	forget_from(j, j->here);
	vec_push(j, from);
	j->here = j->n;
}

void
jump_remember(struct reader *r)
{
	jump_remember_from(r, jump_here(r));
}

void
jump_to(struct reader *r, text_pos p)
{
	jump_remember(r);
	show_place(r, p);
}

/* Where entry I is now, and there where one was; towards an entry of another
 * text that takes a request, and reader_came_from. */
static bool
trade(struct reader *r, size_t i, enum jump_way way)
{
	struct jump there = r->jumps.at[i];

	if (there.path) {
		r->jumps.way = way;
		request_add(r, REQUEST_RETURN, there.path, NULL);
		return false;
	}
	r->jumps.at[i] = jump_here(r);
	jump_restore(r, &there);
	return true;
}

bool
jump_back(struct reader *r, unsigned long count)
{
	struct jumps *j = &r->jumps;

	if (!j->here)
		return false;
	for (; count && j->here && trade(r, j->here - 1, JUMP_BACK); count--)
		j->here--;
	return true;
}

bool
jump_forward(struct reader *r, unsigned long count)
{
	struct jumps *j = &r->jumps;

	if (j->here == j->n)
		return false;
	for (; count && j->here < j->n && trade(r, j->here, JUMP_FORWARD);
	     count--)
		j->here++;
	return true;
}

bool
jump_swap(struct reader *r)
{
	if (!r->jumps.here)
		return false;
	trade(r, r->jumps.here - 1, JUMP_SWAP);
	return true;
}

/* FROM's places are now another text's, and those of R's text are R's. */
static void
take_over(struct reader *r, struct reader *from)
{
	struct jumps *j = &r->jumps;
	size_t i;

	jump_forget(r);
	vec_clear(j);
	*j = from->jumps;
	memset(&from->jumps, 0, sizeof from->jumps);
	for (i = 0; i < j->n; i++) {
		char *path = j->at[i].path;

		if (!path) {
			j->at[i].path = mem_copy(from->path);
		} else if (r->path && !strcmp(path, r->path)) {
			free(path);
			j->at[i].path = NULL;
		}
	}
}

/* The text may have become shorter since. */
static void
restore_within(struct reader *r, struct jump there)
{
	if (there.kept > r->text->n)
		there.kept = r->text->n;
	if (there.top > r->text->n)
		there.top = r->text->n;
	jump_restore(r, &there);
}

/* To where the other text asked to go; HERE is where it was left. */
static void
arrive(struct reader *r, struct jump here)
{
	struct jumps *j = &r->jumps;
	size_t i = j->way == JUMP_FORWARD ? j->here : j->here - 1;
	struct jump there = j->at[i];

	j->at[i] = here;
	if (j->way == JUMP_BACK)
		j->here--;
	else if (j->way == JUMP_FORWARD)
		j->here++;
	restore_within(r, there);
	free(there.path);
}

void
reader_came_from(struct reader *r, struct reader *from, bool returns)
{
	struct jump here = jump_here(from);

	if (!from->path)
		return;
	here.path = mem_copy(from->path);
	take_over(r, from);
	if (returns)
		arrive(r, here);
	else
		jump_remember_from(r, here);
	state_fill_pane(r);
	grow_look_around(r);
}
