/* A regular expression parsed into instructions. */
#include "text/regex_code.h"

#include <string.h>

#include "base/vec.h"
#include "text/fold.h"

enum {
	PATTERN_MAX = 1000, /* [byte] */
	NESTED_MAX = 50,
	REPEATS_MAX = 100,
	ATOMS_MAX = 10000, /* read, again for each repetition included */
	ENDLESS = -1
};

/*
 * A pattern being read. There is no tree: what an atom is repeated for is
 * compiled again from its place in the pattern, at most CODE_MOST instructions
 * in all. PREVIOUS is the letter just read, 0 for what is none.
 */
struct parser {
	const char *s;
	size_t i, n;
	unsigned how, nested, atoms;
	ucs previous;
	struct code_list *out;
	struct error *e;
	bool failed;
};

static void alternatives(struct parser *p);

static void
fail(struct parser *p, const char *what)
{
	if (!p->failed)
		error_set(p->e, NULL, 0, "re: %s", what);
	p->failed = true;
}

static size_t
emit(struct parser *p, enum code_op op, ucs c, size_t x, size_t y)
{
	struct code code = {op, c, x, y};

	if (p->out->n >= CODE_MOST)
		fail(p, "too large an expression");
	else
		vec_push(p->out, code);
	return p->out->n - 1;
}

/* Makes room for one instruction before the one at AT; what points behind it
 * was compiled with the room in mind already or is moved along. */
static void
insert_split(struct parser *p, size_t at)
{
	size_t i;

	emit(p, CODE_SPLIT, 0, 0, 0);
	if (p->failed)
		return;
	for (i = p->out->n - 1; i > at; i--) {
		struct code c = p->out->at[i - 1];

		if (c.op == CODE_SPLIT || c.op == CODE_JUMP)
			c.x += c.x >= at;
		if (c.op == CODE_SPLIT)
			c.y += c.y >= at;
		p->out->at[i] = c;
	}
	p->out->at[at] = (struct code){CODE_SPLIT, 0, at + 1, 0};
}

static ucs
peek(const struct parser *p)
{
	ucs c = 0;

	if (p->i < p->n)
		ucs_decode(p->s + p->i, p->n - p->i, &c);
	return c;
}

static ucs
take(struct parser *p)
{
	ucs c = 0;

	if (p->i < p->n)
		p->i += ucs_decode(p->s + p->i, p->n - p->i, &c);
	return c;
}

/* A letter as the text has it folded. A hyphen between letters is not there;
 * what folds to nothing matches nothing, that is, everywhere. */
static void
literal(struct parser *p, ucs c)
{
	char s[UCS_MAX_BYTES];
	struct fold f = {0};
	size_t i;

	if (ucs_is_space(c)) {
		emit(p, CODE_CHAR, ' ', 0, 0);
	} else if (c != '-' || !ucs_is_letter(p->previous) ||
	           !ucs_is_letter(peek(p))) {
		fold_bytes(s, ucs_encode(c, s), p->how, &f);
		for (i = 0; i < f.n; i++)
			emit(p, CODE_CHAR, f.c[i], 0, 0);
	}
	fold_clear(&f);
	p->previous = c;
}

static unsigned
class_of_letter(ucs c)
{
	switch (c | 0x20) {
	case 'd': return CLASS_DIGIT;
	case 's': return CLASS_SPACE;
	case 'w': return CLASS_WORD;
	default: return 0;
	}
}

static size_t
new_set(struct parser *p)
{
	struct code_set set = {{0}, 0, 0, false};

	vec_push(&p->out->sets, set);
	return p->out->sets.n - 1;
}

static void
escape(struct parser *p)
{
	ucs c = take(p);
	unsigned class = class_of_letter(c);
	size_t set;

	if (!c) {
		fail(p, "a backslash at the end takes nothing");
	} else if (c >= '1' && c <= '9') {
		fail(p, "references back are not possible");
	} else if (class && c < 0x80) {
		set = new_set(p);
		p->out->sets.at[set].classes = class;
		p->out->sets.at[set].negated = c < 'a';
		emit(p, CODE_SET, 0, set, 0);
	} else if (c == 'b' || c == 'B') {
		emit(p, c == 'b' ? CODE_EDGE : CODE_NO_EDGE, 0, 0, 0);
	} else if (c == 'n' || c == 't') {
		emit(p, CODE_CHAR, ' ', 0, 0);
	} else if (c < 0x80 && (ucs_is_letter(c) || c == '0')) {
		fail(p, "no such letter behind a backslash");
	} else {
		literal(p, c);
	}
}

static unsigned
class_named(const char *s, size_t n)
{
	static const struct {
		const char *name;
		unsigned class;
	} classes[] = {
		{"alpha", CLASS_ALPHA}, {"digit", CLASS_DIGIT},
		{"alnum", CLASS_ALNUM}, {"space", CLASS_SPACE},
		{"upper", CLASS_UPPER}, {"lower", CLASS_LOWER},
		{"punct", CLASS_PUNCT},
	};
	size_t i;

	for (i = 0; i < sizeof classes / sizeof *classes; i++)
		if (strlen(classes[i].name) == n &&
		    !memcmp(classes[i].name, s, n))
			return classes[i].class;
	return 0;
}

/* Behind "[" in a set, at ":". */
static void
named_class(struct parser *p, struct code_set *set)
{
	const char *s = p->s + p->i + 1, *end = strstr(s, ":]");
	unsigned class = end ? class_named(s, (size_t)(end - s)) : 0;

	if (!class) {
		fail(p, "no such class; there are alpha digit alnum space "
		     "upper lower punct");
		return;
	}
	set->classes |= class;
	p->i = (size_t)(end - p->s) + 2;
}

/* The code point C as the text has it, where it stays one. */
static ucs
folded(const struct parser *p, ucs c)
{
	char s[UCS_MAX_BYTES];
	struct fold f = {0};

	fold_bytes(s, ucs_encode(c, s), p->how, &f);
	if (f.n == 1)
		c = f.c[0];
	fold_clear(&f);
	return ucs_is_space(c) ? ' ' : c;
}

/* One character or range of a set; C is its first. */
static void
set_range(struct parser *p, struct code_set *set, ucs c)
{
	struct code_range range = {c, c};

	if (p->i + 1 < p->n && p->s[p->i] == '-' && p->s[p->i + 1] != ']') {
		p->i++;
		range.last = take(p);
		if (range.last < range.first)
			fail(p, "a range ends before it begins");
	} else {
		range.first = range.last = folded(p, c);
	}
	vec_push(&set->ranges, range);
}

static void
set_escape(struct parser *p, struct code_set *set)
{
	ucs c = take(p);
	unsigned class = class_of_letter(c);

	if (class && c < 0x80)
		*(c < 'a' ? &set->others : &set->classes) |= class;
	else if (c >= '0' && c < 0x80 && (ucs_is_letter(c) || c <= '9'))
		fail(p, "no such letter behind a backslash");
	else
		set_range(p, set, c);
}

/* Behind "[". */
static void
bracket(struct parser *p)
{
	size_t index = new_set(p);
	struct code_set *set = &p->out->sets.at[index];
	bool first = true;

	set->negated = peek(p) == '^';
	p->i += set->negated;
	for (; !p->failed; first = false) {
		ucs c = take(p);

		if (!c)
			fail(p, "[ without ]");
		else if (c == ']' && !first)
			break;
		else if (c == '[' && peek(p) == ':')
			named_class(p, set);
		else if (c == '\\')
			set_escape(p, set);
		else
			set_range(p, set, c);
	}
	emit(p, CODE_SET, 0, index, 0);
}

static void
group(struct parser *p)
{
	if (++p->nested > NESTED_MAX)
		fail(p, "too deep an expression");
	else
		alternatives(p);
	p->nested--;
	if (take(p) != ')')
		fail(p, "( without )");
}

static void
atom(struct parser *p)
{
	ucs c = take(p);

	/* repetitions of what is empty would have no other end */
	if (++p->atoms > ATOMS_MAX) {
		fail(p, "too large an expression");
		return;
	}
	if (c != '-')
		p->previous = ucs_is_letter(c) ? c : 0;
	switch (c) {
	case '(': group(p); break;
	case '[': bracket(p); break;
	case '.': emit(p, CODE_ANY, 0, 0, 0); break;
	case '^': emit(p, CODE_BEGIN, 0, 0, 0); break;
	case '$': emit(p, CODE_END, 0, 0, 0); break;
	case '\\': escape(p); break;
	case '*': case '+': case '?':
		fail(p, "nothing to repeat");
		break;
	default: literal(p, c); break;
	}
}

static int
number(struct parser *p)
{
	int n = 0;

	if (p->s[p->i] < '0' || p->s[p->i] > '9')
		return ENDLESS;
	while (p->s[p->i] >= '0' && p->s[p->i] <= '9' && n <= REPEATS_MAX)
		n = n * 10 + (p->s[p->i++] - '0');
	if (n > REPEATS_MAX)
		fail(p, "more than 100 times");
	return n;
}

/* How often what stands before is to be there; false when that is once. */
static bool
repeats(struct parser *p, int *least, int *most)
{
	ucs c = peek(p);

	*least = c == '+';
	*most = c == '?' ? 1 : ENDLESS;
	if (c != '*' && c != '+' && c != '?' && c != '{')
		return false;
	p->i++;
	if (c != '{')
		return true;
	*least = *most = number(p);
	if (peek(p) == ',') {
		p->i++;
		*most = number(p);
		*least = *least < 0 ? 0 : *least;
	}
	if (take(p) != '}' || *least < 0 || (*most >= 0 && *most < *least))
		fail(p, "a count is {3}, {3,} or {3,5}");
	return true;
}

/* The atom at place I of the pattern once more. */
static void
again(struct parser *p, size_t i)
{
	size_t here = p->i;

	p->i = i;
	atom(p);
	p->i = here;
}

/* The atom at I, compiled at START already, LEAST to MOST times. */
static void
repeat(struct parser *p, size_t i, size_t start, int least, int most)
{
	size_t from = start;
	int k;

	for (k = 1; k < least && !p->failed; k++) {
		from = p->out->n;
		again(p, i);
	}
	if (most == ENDLESS && least) {
		emit(p, CODE_SPLIT, 0, from, p->out->n + 1);
		return;
	}
	if (!most) {
		p->out->n = start;
		return;
	}
	for (k = least; k < (most == ENDLESS ? 1 : most) && !p->failed; k++) {
		from = k ? p->out->n : start;
		if (k)
			again(p, i);
		insert_split(p, from);
		if (most == ENDLESS)
			emit(p, CODE_JUMP, 0, from, 0);
		if (!p->failed)
			p->out->at[from].y = p->out->n;
	}
}

/* Atoms one after the other, up to | or ) or the end. */
static void
sequence(struct parser *p)
{
	int least, most;
	size_t i, start, repeated;

	while (p->i < p->n && !p->failed) {
		i = p->i;
		start = p->out->n;
		if (p->s[i] == '|' || (p->s[i] == ')' && p->nested))
			return;
		atom(p);
		for (repeated = 0; repeats(p, &least, &most); repeated++) {
			if (repeated)
				fail(p, "repeated twice");
			repeat(p, i, start, least, most);
			p->previous = 0;
		}
	}
}

static void
alternatives(struct parser *p)
{
	size_t start = p->out->n, jump;

	sequence(p);
	if (p->failed || p->i >= p->n || p->s[p->i] != '|')
		return;
	p->i++;
	p->previous = 0;
	insert_split(p, start);
	jump = emit(p, CODE_JUMP, 0, 0, 0);
	if (p->failed)
		return;
	p->out->at[start].y = p->out->n;
	alternatives(p);
	if (!p->failed)
		p->out->at[jump].x = p->out->n;
}

bool
code_make(const char *pattern, unsigned how, struct code_list *out,
          struct error *e)
{
	struct parser p = {.s = pattern, .n = strlen(pattern), .how = how,
	                   .out = out, .e = e};

	if (p.n > PATTERN_MAX)
		fail(&p, "too long an expression");
	else
		alternatives(&p);
	emit(&p, CODE_MATCH, 0, 0, 0);
	return !p.failed;
}

void
code_clear(struct code_list *l)
{
	size_t i;

	for (i = 0; i < l->sets.n; i++)
		vec_clear(&l->sets.at[i].ranges);
	vec_clear(&l->sets);
	vec_clear(l);
}

bool
code_is_of(ucs c, unsigned classes)
{
	return ((classes & CLASS_ALPHA) && ucs_is_letter(c)) ||
	       ((classes & CLASS_DIGIT) && ucs_is_digit(c)) ||
	       ((classes & CLASS_SPACE) && ucs_is_space(c)) ||
	       ((classes & CLASS_UPPER) && ucs_is_upper(c)) ||
	       ((classes & CLASS_LOWER) && ucs_is_lower(c)) ||
	       ((classes & CLASS_PUNCT) && ucs_is_punct(c)) ||
	       ((classes & CLASS_LINE) && c == '_');
}

bool
code_set_has(const struct code_set *s, ucs c)
{
	bool has = code_is_of(c, s->classes);
	size_t i;

	if (s->others && !code_is_of(c, s->others))
		has = true;
	for (i = 0; i < s->ranges.n && !has; i++)
		has = s->ranges.at[i].first <= c && c <= s->ranges.at[i].last;
	return has != s->negated;
}
