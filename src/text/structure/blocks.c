/* The lines of a text become blocks, by the roles that they were given. */
#include "base/vec.h"
#include "text/structure/find.h"
#include "text/structure/markdown.h"
#include "text/structure/shape.h"

enum { MOST_INDENT = 8, QUOTE_INDENT = 4 }; /* [col] */

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
 * a line end or a blank if there is any, else between two code points. */
static text_pos
part_at(const struct text *t, text_pos start, text_pos most)
{
	text_pos p, least = start + most / 2;

	for (p = start + most; p > least; p--)
		if (t->at[p - 1] == '\n')
			return p;
	for (p = start + most; p > least; p--)
		if (t->at[p - 1] == ' ')
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
		if (l[i].n > 0 && l[i].indent < least)
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
 * page furniture: it stopped amid a sentence, and what follows begins with a
 * small letter, or stands in the same column below several lines: one alone
 * may be a row. */
static bool
goes_on(const struct survey *s, const struct line *last, const struct line *l)
{
	if (last == NULL)
		return false;
	switch (last->last) {
	case '.': case '!': case '?': case ':':
		return false;
	default:
		return line_is(l, LINE_LOWER_START) ||
		       (l->indent == last->indent && last > s->lines.at &&
		        last[-1].n > 0);
	}
}

static bool
is_headline(const struct line *l)
{
	return l->role == ROLE_HEADING || l->role == ROLE_TITLE;
}

/* Lines from a fence on up to the next, those that part groups with them; N
 * where there is no fence. */
static size_t
fence_lines(const struct survey *s, size_t first, size_t n)
{
	size_t k = first + 1;

	if (!shape_is_fence(s, first))
		return n;
	while (k < s->lines.n && !shape_is_fence(s, k))
		k++;
	return k < s->lines.n ? k + 1 - first : n;
}

/* How many of the N lines from FIRST on have its role, none of them but the
 * first beginning a section or a note. */
static size_t
same_role(const struct survey *s, struct starts *st, size_t first, size_t n)
{
	const struct line *l = &s->lines.at[first];
	size_t k = 1;

	while (k < n && l[k].role == l->role && !begins_block(st, &l[k]) &&
	       (line_is(&l[k], LINE_RULE) == line_is(l, LINE_RULE) ||
	        (s->manner.markdown && is_headline(l))))
		k++;
	return k;
}

/* [col] Quotations of Markdown are set in by as much as others are. */
static uint16_t
quote_indent(const struct survey *s, size_t line, unsigned indent)
{
	size_t taken;
	unsigned levels = markdown_quotes(s, line, &taken);

	indent += levels * QUOTE_INDENT;
	return (uint16_t)(indent < MOST_INDENT ? indent : MOST_INDENT);
}

/* What the making of blocks goes along with. */
struct maker {
	struct survey *s;
	struct outline *o;
	struct starts starts;
	const struct line *last; /* of the paragraph before, NULL for none */
	size_t group;
	size_t alike; /* line up to which all are of one role */
	size_t ruled; /* line up to which no table with rules was found */
	size_t defined; /* line that a definition begins with, behind a term */
	unsigned column; /* [col] of definitions, and what they are set in by */
	uint16_t set_in; /* [col] 0 where no term came before */
};

/* Whether a block of KIND right below one that is BEFORE, with no blank line
 * between them, has none in the reader either: items, front matter, and lines
 * that are kept as they stand. */
static bool
stands_close(unsigned kind, unsigned before)
{
	if (kind == BLOCK_FIELD || kind == BLOCK_FRONT)
		return before == BLOCK_FIELD || before == BLOCK_FRONT;
	return kind == before && (kind == BLOCK_ITEM || kind == BLOCK_PRE);
}

/* How B stands to the block before it, given whether it begins a group of
 * lines: without a gap, or as a part of it. */
static void
join_block(const struct maker *m, size_t first, bool begins_group,
           struct block *b)
{
	const struct line *l = &m->s->lines.at[first];
	unsigned before = m->o->blocks.n > 0
	                          ? m->o->blocks.at[m->o->blocks.n - 1].kind
	                          : (unsigned)BLOCK_RULE;

	b->tight = !begins_group && (stands_close(b->kind, before) ||
	                             first == m->defined);
	if (b->kind == BLOCK_RULE)
		b->continues = !begins_group && is_headline(l);
	if (b->kind != BLOCK_PARAGRAPH)
		return;
	if (before == BLOCK_FURNITURE)
		b->continues = goes_on(m->s, m->last, l);
	else
		b->continues = !begins_group && m->s->manner.markdown &&
		               markdown_breaks(m->s, first - 1);
}

/* [col] */
static uint16_t
block_indent(const struct survey *s, enum block_kind kind, size_t first,
             size_t n)
{
	uint16_t indent = indent_of(s, &s->lines.at[first], n);

	switch (kind) {
	case BLOCK_QUOTE:
		return s->manner.markdown ? quote_indent(s, first, indent)
		                          : indent;
	case BLOCK_VERSE:
	case BLOCK_PRE:
	case BLOCK_ITEM:
		return indent;
	default:
		return 0;
	}
}

/* Whether a paragraph of one line goes with the quotation above, as a short
 * name in a list of longer ones does: set in just as far. By itself such a
 * line may as well be a signature. */
static bool
joins_quotation(const struct maker *m, size_t first, size_t n)
{
	const struct outline *o = m->o;

	const struct group *g = &m->s->groups.at[m->group];

	return n == 1 && m->group > 0 && o->blocks.n > 0 &&
	       o->blocks.at[o->blocks.n - 1].kind == BLOCK_QUOTE &&
	       first == g->first &&
	       m->s->lines.at[g[-1].first + g[-1].n - 1].indent ==
	               m->s->lines.at[first].indent;
}

/* How many lines from FIRST on, which is of the body, are a table with rules or
 * a drawing: it stays whole. 0 for none; no line is looked at twice. */
static size_t
ruled_lines(struct maker *m, size_t first)
{
	const struct group *g = &m->s->groups.at[m->group];
	const struct line *l = &m->s->lines.at[first];
	size_t n, most = 0;
	unsigned flags = 0;

	if (first < m->ruled)
		return 0;
	for (; first + most < g->first + g->n && l[most].role == ROLE_BODY;
	     most++)
		flags |= l[most].flags;
	m->ruled = first + most;
	if (!(flags & LINE_RULE))
		return 0;
	for (n = 1; n < most && !begins_block(&m->starts, &l[n]); n++)
		;
	return n > 1 && shape_is_ruled(m->s, first, n) ? n : 0;
}

/* Whether line FIRST, of the body, is a term; what is below is its definition
 * then. */
static bool
is_term(struct maker *m, size_t first, size_t n)
{
	const struct line *l = &m->s->lines.at[first];
	unsigned by;

	if (l->indent < m->column)
		m->set_in = 0;
	if ((first != m->s->groups.at[m->group].first && !is_headline(l - 1)) ||
	    !shape_is_term(m->s, first, n))
		return false;
	by = l[1].indent - l->indent;
	m->defined = first + 1;
	m->column = l[1].indent;
	m->set_in = (uint16_t)(by < MOST_INDENT ? by : MOST_INDENT);
	return true;
}

/* Whether the N lines from FIRST on, a paragraph, are a definition or go on
 * with one. */
static bool
defines(const struct maker *m, size_t first, size_t n)
{
	const struct line *l = &m->s->lines.at[first];

	return m->set_in > 0 && l->indent == m->column &&
	       (n < 2 || l[1].indent == m->column);
}

/* What the K lines from FIRST on, of one role, are by their shape; how many of
 * them are one block. */
static size_t
shape_lines(struct maker *m, size_t first, size_t k, enum block_kind *kind)
{
	struct survey *s = m->s;
	const struct line *l = &s->lines.at[first];
	size_t ruled = l->role == ROLE_BODY ? ruled_lines(m, first) : 0;

	if (ruled > 0) {
		*kind = BLOCK_PRE;
		return ruled;
	}
	if (line_is(l, LINE_RULE) && (l->role == ROLE_BODY || is_headline(l)))
		*kind = BLOCK_RULE;
	else if (l->role == ROLE_FRONT)
		k = shape_front(s, first, k, kind);
	else if (l->role == ROLE_BODY && is_term(m, first, k))
		k = 1;
	else if (l->role == ROLE_BODY ||
	         (l->role == ROLE_CONTENTS && s->manner.markdown))
		k = shape_block(s, first, k, kind);
	return k;
}

/* The block that begins with line FIRST; how many lines it has. */
static size_t
make_block(struct maker *m, size_t first)
{
	struct survey *s = m->s;
	const struct group *g = &s->groups.at[m->group];
	const struct line *l = &s->lines.at[first];
	enum block_kind kind = kind_of_role(l->role);
	struct block b = {.start = l->at};
	unsigned set_in = 0;
	size_t k;

	/* what was found once is not looked through again */
	if (m->alike <= first)
		m->alike = first + same_role(s, &m->starts, first,
		                             g->first + g->n - first);
	k = m->alike - first;
	if (l->role == ROLE_PRE)
		k = fence_lines(s, first, k);
	k = shape_lines(m, first, k, &kind);
	if ((kind == BLOCK_PARAGRAPH || kind == BLOCK_QUOTE) &&
	    l->role == ROLE_BODY && defines(m, first, k)) {
		kind = BLOCK_QUOTE;
		set_in = m->set_in;
	}
	if (kind == BLOCK_PARAGRAPH && joins_quotation(m, first, k))
		kind = BLOCK_QUOTE;
	b.end = line_end(&l[k - 1]);
	b.kind = (uint8_t)kind;
	b.indent = set_in ? (uint16_t)set_in : block_indent(s, kind, first, k);
	join_block(m, first, first == g->first, &b);
	if (kind != BLOCK_FURNITURE)
		m->last = kind == BLOCK_PARAGRAPH ? &l[k - 1] : NULL;
	push_block(s->t, m->o, b);
	return k;
}

void
make_blocks(struct survey *s, struct outline *o)
{
	struct maker m = {.s = s, .o = o, .starts = {.o = o}};
	size_t done = 0; /* lines */

	/* each group is one at least */
	o->blocks.at = mem_room(o->blocks.at, &o->blocks.cap, s->groups.n,
	                        sizeof *o->blocks.at);
	for (; m.group < s->groups.n; m.group++) {
		const struct group *g = &s->groups.at[m.group];

		if (done < g->first)
			done = g->first;
		while (done < g->first + g->n)
			done += make_block(&m, done);
	}
}
