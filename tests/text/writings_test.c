/* Whatever way a text and a query are written, the right bytes are found. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/search.h"

enum { UNITS = 60, ROUNDS = 20000, WAYS = 4 };

/* Letters, each of them known by a character of its own, and ways to write
 * them, the parts of which '|' tells apart. One that is several letters begins
 * or ends a match as a whole; one behind '~' is none. */
static const struct unit {
	const char *letters;
	const char *ways[WAYS];
} units[] = {
	{"a", {"a", "A", "\xC3\xA1", "a\xCC\x81"}},
	{"e", {"e", "E", "\xC3\xA9", "e\xCC\x81"}},
	{"i", {"i", "I", "\xC4\xB0", "i\xCC\x87"}},
	{"fi", {"f|i", "\xEF\xAC\x81", "F|I", "f|\xC4\xB0"}},
	{"ffi", {"f|f|i", "\xEF\xAC\x83", "f|\xEF\xAC\x81",
	         "\xEF\xAC\x80|i"}},
	{"ss", {"s|s", "\xC3\x9F", "S|S", "\xE1\xBA\x9E"}},
	{"S", {"\xCF\x83", "\xCF\x82", "\xCE\xA3", "\xCF\x82"}},
	{"W", {"\xCF\x89", "\xCF\x8E", "\xCF\x89\xCC\x81", "\xCE\xA9"}},
	{"H", {"\xED\x95\x9C", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
	       "\xED\x95\x98\xE1\x86\xAB", "\xED\x95\x9C"}},
	{"G", {"\xEA\xB5\xAD", "\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8",
	       "\xEA\xB5\xAC\xE1\x86\xA8", "\xEA\xB5\xAD"}},
	{"nn", {"n|~-\n|n", "n|n", "n|~\xC2\xAD|n", "n|~\xC2\xAD\n|n"}},
	{"'", {"'", "\xE2\x80\x99", "\xE2\x80\x98", "'"}},
	{"\"", {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"}},
	{"_", {" ", "\n", " \r\n  ", "\xC2\xA0"}},
	{",", {",", ",", ",", "\xEF\xBC\x8C"}},
};

enum { KINDS = sizeof units / sizeof *units };

static unsigned
next_random(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % below;
}

/* A text of units: its letters, and for each the bytes of its way. */
struct writing {
	struct buf bytes, letters;
	size_t begins[UNITS * 3], ends[UNITS * 3];
};

/* How many letters the part of N bytes at S is. */
static size_t
letters_of(const char *s, size_t n)
{
	static const char *const several[] = {
		"\xC3\x9F", "\xE1\xBA\x9E", "\xEF\xAC\x81", "\xEF\xAC\x80",
		"\xEF\xAC\x83",
	};
	size_t i;

	for (i = 0; i < sizeof several / sizeof *several; i++)
		if (n == strlen(several[i]) && !memcmp(s, several[i], n))
			return i == 4 ? 3 : 2;
	return *s != '~';
}

static void
write_unit(struct writing *w, const struct unit *u, const char *way)
{
	const char *letter = u->letters;
	size_t n, k, begin;

	for (; *way; way += n + (way[n] == '|')) {
		n = strcspn(way, "|");
		begin = w->bytes.n;
		buf_add(&w->bytes, way + (*way == '~'), n - (*way == '~'));
		for (k = letters_of(way, n); k; k--) {
			w->begins[w->letters.n] = begin;
			w->ends[w->letters.n] = w->bytes.n;
			buf_char(&w->letters, *letter++);
		}
	}
}

/* No blank at an edge nor two in a row, nor two quotation marks that are one
 * as ``this''. LEFT units are to come. */
static bool
may_follow(const struct unit *u, const struct writing *w, unsigned left)
{
	char last = w->letters.n ? w->letters.at[w->letters.n - 1] : '_';

	if (*u->letters == '_')
		return left && last != '_';
	return *u->letters != '\'' || last != '\'';
}

static void
write_text(unsigned *seed, unsigned n, struct writing *w)
{
	const struct unit *u;

	w->bytes.n = w->letters.n = 0;
	while (n--) {
		u = &units[next_random(seed, KINDS)];
		if (!may_follow(u, w, n))
			u = &units[0];
		write_unit(w, u, u->ways[next_random(seed, WAYS)]);
	}
	buf_text(&w->bytes);
	buf_text(&w->letters);
}

/* Where QUERY's letters stand in W, first or last; NULL: nowhere. */
static const char *
plainly(const struct writing *w, const struct writing *query, bool back)
{
	const char *found = NULL, *at = w->letters.at;

	while ((at = strstr(at, query->letters.at))) {
		found = at++;
		if (!back)
			break;
	}
	return found;
}

static void
compare(const struct text *t, const struct writing *w,
        const struct writing *query, bool back)
{
	const unsigned how = FOLD_CASE | FOLD_ACCENTS;
	const char *letter = plainly(w, query, back);
	struct span all = {0, t->n}, at = {0, 0};
	bool found = back ? search_prev(t, query->bytes.at, how, all, &at)
	                  : search_next(t, query->bytes.at, how, all, &at);
	size_t i;

	cr_assert(eq(int, found, letter != NULL), "<%s> in <%s>",
	          query->bytes.at, w->bytes.at);
	if (!found)
		return;
	i = (size_t)(letter - w->letters.at);
	cr_assert(eq(sz, at.start, w->begins[i]), "<%s> in <%s>",
	          query->bytes.at, w->bytes.at);
	cr_assert(eq(sz, at.end, w->ends[i + query->letters.n - 1]),
	          "<%s> in <%s>", query->bytes.at, w->bytes.at);
}

Test(writings, of_one_thing_are_found_with_the_bytes_of_each)
{
	static struct writing w, query;
	unsigned seed = 1, round, found = 0;

	for (round = 0; round < ROUNDS; round++) {
		struct text *t;

		write_text(&seed, 1 + next_random(&seed, UNITS - 1), &w);
		write_text(&seed, 1 + next_random(&seed, 3), &query);
		t = text_new(mem_text(w.bytes.at, w.bytes.n), w.bytes.n,
		             TEXT_UTF8);
		compare(t, &w, &query, false);
		compare(t, &w, &query, true);
		found += plainly(&w, &query, false) != NULL;
		text_free(t);
	}
	cr_assert(lt(uint, ROUNDS / 10, found));
	buf_clear(&w.bytes);
	buf_clear(&w.letters);
	buf_clear(&query.bytes);
	buf_clear(&query.letters);
}
