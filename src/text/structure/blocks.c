/* The lines of a text become blocks, by the roles that they were given. */
#include "base/vec.h"
#include "text/structure/find.h"
#include "text/structure/shape.h"

enum { MOST_INDENT = 8 }; /* [col] */

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

/* [col] The least indent of N lines, less that of the body, as far as a
 * reader's measure bears. */
static uint16_t
indent_of(const struct survey *s, const struct line *l, size_t n)
{
	unsigned least = l->indent;

	for (size_t i = 1; i < n; i++)
		if (l[i].indent < least)
			least = l[i].indent;
	least = least > s->manner.indent ? least - s->manner.indent : 0;
	return (uint16_t)(least < MOST_INDENT ? least : MOST_INDENT);
}

/* Where sections and notes begin: each begins a block. */
struct starts {
	const struct outline *o;
	size_t section, note;
};

static bool
begins_block(struct starts *st, const struct line *l)
{
	const struct outline *o = st->o;

	while (st->section < o->sections.n &&
	       o->sections.at[st->section].at < l->at)
		st->section++;
	while (st->note < o->notes.n && o->notes.at[st->note].at < l->at)
		st->note++;
	return (st->section < o->sections.n &&
	        o->sections.at[st->section].at < line_end(l)) ||
	       (st->note < o->notes.n &&
	        o->notes.at[st->note].at < line_end(l));
}

/* Whether the paragraph that ended at line LAST goes on with line L, behind
 * page furniture: it stopped amid a sentence. */
static bool
goes_on(const struct line *last, const struct line *l)
{
	if (last == NULL || !line_is(l, LINE_LOWER_START))
		return false;
	switch (last->last) {
	case '.': case '!': case '?': case ':':
		return false;
	default:
		return true;
	}
}

/* How many of the N lines from FIRST on have its role, none of them but the
 * first beginning a section or a note. */
static size_t
same_role(const struct survey *s, struct starts *st, size_t first, size_t n)
{
	const struct line *l = &s->lines.at[first];
	size_t k = 1;

	while (k < n && l[k].role == l->role && !begins_block(st, &l[k]) &&
	       line_is(&l[k], LINE_RULE) == line_is(l, LINE_RULE))
		k++;
	return k;
}

static size_t
make_block(struct survey *s, struct outline *o, struct starts *st,
           size_t first, size_t n, const struct line **last)
{
	const struct line *l = &s->lines.at[first];
	enum block_kind kind = kind_of_role(l->role);
	size_t k = same_role(s, st, first, n);
	struct block b = {.start = l->at};

	if (l->role == ROLE_BODY && line_is(l, LINE_RULE))
		kind = BLOCK_RULE;
	else if (l->role == ROLE_BODY)
		k = shape_block(s, first, k, &kind);
	b.end = line_end(&l[k - 1]);
	b.kind = (uint8_t)kind;
	if (kind == BLOCK_QUOTE || kind == BLOCK_VERSE || kind == BLOCK_PRE ||
	    kind == BLOCK_ITEM)
		b.indent = indent_of(s, l, k);
	if (kind == BLOCK_PARAGRAPH && o->blocks.n > 0 &&
	    o->blocks.at[o->blocks.n - 1].kind == BLOCK_FURNITURE)
		b.continues = goes_on(*last, l);
	if (kind != BLOCK_FURNITURE)
		*last = kind == BLOCK_PARAGRAPH ? &l[k - 1] : NULL;
	push_block(s->t, o, b);
	return k;
}

void
make_blocks(struct survey *s, struct outline *o)
{
	struct starts st = {.o = o};
	const struct line *last = NULL;

	for (size_t g = 0; g < s->groups.n; g++) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = 0; i < group->n;)
			i += make_block(s, o, &st, group->first + i,
			                group->n - i, &last);
	}
}
