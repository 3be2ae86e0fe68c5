/* Regular expressions: all ways to match are followed at once (Thompson), so
 * that no text takes longer than its length times the expression's. */
#include "text/regex.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/regex_code.h"

/* Matching has come to the instruction PC, from START on. */
struct thread {
	size_t pc, start;
};

/* Those that have come equally far, the earliest START first, each
 * instruction once: the first that comes to it is the best. */
struct threads {
	struct thread *at;
	size_t n;
};

struct regex {
	struct code_list code;
	unsigned how;
	struct threads now, next;
	size_t *seen; /* by instruction: the place it was last come to, + 1 */
	/* where a match may begin: with these of ASCII, or with others */
	bool first[0x80], anywhere;
};

/* The text being matched, and the best match so far. */
struct match {
	const uint32_t *c;
	size_t n, i;
	bool found;
	size_t start, end;
};

/* Whether case is to count; the letters behind a backslash are none. */
static bool
holds_capital(const char *s)
{
	size_t n = strlen(s), i, length;
	ucs c;

	if (strstr(s, "[:upper:]") || strstr(s, "[:lower:]"))
		return true;
	for (i = 0; i < n; i += length) {
		length = ucs_decode(s + i, n - i, &c);
		if (c == '\\' && i + 1 < n)
			length++;
		if (ucs_is_upper(c))
			return true;
	}
	return false;
}

static bool
takes(const struct regex *x, const struct code *code, ucs c)
{
	switch (code->op) {
	case CODE_CHAR: return code->c == c;
	case CODE_ANY: return true;
	case CODE_SET: return code_set_has(&x->code.sets.at[code->x], c);
	default: return false;
	}
}

/* Notes what a match can begin with at PC. */
static void
note_first(struct regex *x, size_t pc)
{
	const struct code *code = &x->code.at[pc];
	ucs c;

	if (x->seen[pc])
		return;
	x->seen[pc] = 1;
	switch (code->op) {
	case CODE_SPLIT:
		note_first(x, code->y);
		/* fall through */
	case CODE_JUMP:
		note_first(x, code->x);
		break;
	case CODE_CHAR:
	case CODE_ANY:
	case CODE_SET:
		for (c = 0; c < 0x80; c++)
			x->first[c] |= takes(x, code, c);
		break;
	case CODE_MATCH:
		x->anywhere = true;
		break;
	default:
		note_first(x, pc + 1);
		break;
	}
}

struct regex *
regex_new(const char *pattern, struct error *e)
{
	struct regex *x = mem_new(sizeof *x);

	x->how = FOLD_ACCENTS | (holds_capital(pattern) ? 0 : FOLD_CASE);
	if (!code_make(pattern, x->how, &x->code, e)) {
		regex_free(x);
		return NULL;
	}
	x->now.at = mem_resize(NULL, x->code.n, sizeof *x->now.at);
	x->next.at = mem_resize(NULL, x->code.n, sizeof *x->next.at);
	x->seen = mem_new(x->code.n * sizeof *x->seen);
	note_first(x, 0);
	return x;
}

void
regex_free(struct regex *x)
{
	if (!x)
		return;
	code_clear(&x->code);
	free(x->now.at);
	free(x->next.at);
	free(x->seen);
	free(x);
}

unsigned
regex_how(const struct regex *x)
{
	return x->how;
}

size_t
regex_size(const struct regex *x)
{
	return x->code.n;
}

static bool
is_in_word(const struct match *m, size_t i)
{
	return i < m->n && code_is_of(m->c[i], CLASS_WORD);
}

/* Whether an instruction that takes no code point lets pass. */
static bool
holds(const struct match *m, enum code_op op)
{
	bool edge = (m->i && is_in_word(m, m->i - 1)) != is_in_word(m, m->i);

	switch (op) {
	case CODE_BEGIN: return m->i == 0;
	case CODE_END: return m->i == m->n;
	case CODE_EDGE: return edge;
	case CODE_NO_EDGE: return !edge;
	default: return false;
	}
}

static void
note_match(struct match *m, size_t start)
{
	if (m->i == start || (m->found && start > m->start))
		return;
	m->found = true;
	m->start = start;
	m->end = m->i;
}

/* Comes to PC and to all that follows from it without a code point. */
static void
come_to(struct regex *x, struct threads *list, struct match *m, size_t pc,
        size_t start)
{
	const struct code *code = &x->code.at[pc];

	if (x->seen[pc] == m->i + 1)
		return;
	x->seen[pc] = m->i + 1;
	switch (code->op) {
	case CODE_CHAR:
	case CODE_ANY:
	case CODE_SET:
		list->at[list->n++] = (struct thread){pc, start};
		break;
	case CODE_SPLIT:
		come_to(x, list, m, code->x, start);
		come_to(x, list, m, code->y, start);
		break;
	case CODE_JUMP:
		come_to(x, list, m, code->x, start);
		break;
	case CODE_MATCH:
		note_match(m, start);
		break;
	default:
		if (holds(m, code->op))
			come_to(x, list, m, pc + 1, start);
		break;
	}
}

/* Takes the code point at m->i. */
static void
step(struct regex *x, struct match *m)
{
	struct threads next = x->next;
	ucs c = m->c[m->i];
	size_t i;

	next.n = 0;
	m->i++;
	for (i = 0; i < x->now.n; i++) {
		const struct thread *t = &x->now.at[i];

		if ((m->found && t->start > m->start) ||
		    m->i - t->start > REGEX_LONGEST)
			continue;
		if (takes(x, &x->code.at[t->pc], c))
			come_to(x, &next, m, t->pc + 1, t->start);
	}
	x->next = x->now;
	x->now = next;
}

bool
regex_match(struct regex *x, const uint32_t *c, size_t n, size_t from,
            size_t limit, size_t *start, size_t *end)
{
	struct match m = {.c = c, .n = n, .i = from};

	memset(x->seen, 0, x->code.n * sizeof *x->seen);
	x->now.n = 0;
	for (; m.i < n; step(x, &m)) {
		bool begins = !m.found && m.i < limit;

		if (!x->now.n) {
			while (begins && !x->anywhere && c[m.i] < 0x80 &&
			       !x->first[c[m.i]])
				begins = ++m.i < limit && m.i < n;
			if (!begins)
				break;
		}
		if (begins)
			come_to(x, &x->now, &m, 0, m.i);
	}
	if (!m.found)
		return false;
	*start = m.start;
	*end = m.end;
	return true;
}
