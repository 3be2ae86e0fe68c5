/* The lines of a text become blocks, by the roles that they were given. */
#include "base/vec.h"
#include "text/structure/find.h"

static enum block_kind
kind_of_role(enum line_role role)
{
	static const uint8_t kinds[] = {
		[ROLE_BODY] = BLOCK_PARAGRAPH, [ROLE_TITLE] = BLOCK_TITLE,
		[ROLE_FRONT] = BLOCK_FRONT,    [ROLE_HEADING] = BLOCK_HEADING,
		[ROLE_NOTE] = BLOCK_NOTE,      [ROLE_CONTENTS] = BLOCK_PRE,
		[ROLE_FURNITURE] = BLOCK_FURNITURE,
		[ROLE_RULE] = BLOCK_RULE,      [ROLE_PRE] = BLOCK_PRE,
	};

	return kinds[role];
}

/* A place to part a block that reaches from START over MOST bytes: behind
 * white space if there is any, else between two code points. */
static text_pos
part_at(const struct text *t, text_pos start, text_pos most)
{
	text_pos p = start + most;

	while (p > start + most / 2 && t->at[p - 1] != ' ' &&
	       t->at[p - 1] != '\n')
		p--;
	if (p > start + most / 2)
		return p;
	return ucs_before(t->at, start + most + 1);
}

/* Appends the block B, in pieces when it is too long. */
static void
push_block(const struct text *t, struct outline *o,
                       struct block b)
{
	text_pos end = b.end;

	while (end - b.start > OUTLINE_BLOCK_MAX) {
		text_pos next = part_at(t, b.start, OUTLINE_BLOCK_MAX - 1);

		b.end = next;
		while (b.end > b.start + 1 && (t->at[b.end - 1] == ' ' ||
		                               t->at[b.end - 1] == '\n' ||
		                               t->at[b.end - 1] == '\r'))
			b.end--;
		vec_push(&o->blocks, b);
		while (next < end && (t->at[next] == ' ' ||
		                      t->at[next] == '\n' ||
		                      t->at[next] == '\r'))
			next++;
		b.start = next;
		b.continues = true;
	}
	b.end = end;
	if (b.start < b.end)
		vec_push(&o->blocks, b);
}

void
make_blocks(struct survey *s, struct outline *o)
{
	for (size_t g = 0; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];
		const struct line *l = &s->lines.at[group->first];

		for (size_t i = 0; i < group->n;) {
			size_t k = i + 1;
			struct block b = {0};

			while (k < group->n && l[k].role == l[i].role &&
			       l[k].role != ROLE_NOTE &&
			       !(l[k - 1].width > 120))
				k++;
			b.start = l[i].at;
			b.end = line_end(&l[k - 1]);
			b.kind = (uint8_t)kind_of_role(l[i].role);
			push_block(s->t, o, b);
			i = k;
		}
	}
}
