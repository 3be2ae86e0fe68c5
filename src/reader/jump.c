/* Jumps and the way back from them. */
#include "reader/jump.h"

#include "base/vec.h"
#include "reader/show.h"

struct jump
jump_here(const struct reader *r)
{
	return (struct jump){r->kept, r->top, r->paged};
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

	j->n = j->here;
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

/* Goes to entry I, which from now on holds where one was. */
static void
trade(struct reader *r, size_t i)
{
	struct jump there = r->jumps.at[i];

	r->jumps.at[i] = jump_here(r);
	jump_restore(r, &there);
}

bool
jump_back(struct reader *r, unsigned long count)
{
	struct jumps *j = &r->jumps;

	if (!j->here)
		return false;
	for (; count && j->here; count--)
		trade(r, --j->here);
	return true;
}

bool
jump_forward(struct reader *r, unsigned long count)
{
	struct jumps *j = &r->jumps;

	if (j->here == j->n)
		return false;
	for (; count && j->here < j->n; count--)
		trade(r, j->here++);
	return true;
}

bool
jump_swap(struct reader *r)
{
	if (!r->jumps.here)
		return false;
	trade(r, r->jumps.here - 1);
	return true;
}
