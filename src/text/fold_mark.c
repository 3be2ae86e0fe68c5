/* Letters and their marks folded to one composed form (UAX #15). */
#include "text/fold_mark.h"

enum { MARKS_MAX = 16 }; /* of one letter that are put in order */

/* Composes C[0..*N), a starter and marks in canonical order (UAX #15). */
static void
compose(ucs *c, size_t *n)
{
	size_t i, kept = 1;
	unsigned before = 0; /* class of the last mark kept */

	for (i = 1; i < *n; i++) {
		unsigned class = ucs_combining_class(c[i]);
		ucs both = 0;

		if (kept == 1 || before < class)
			both = ucs_compose(c[0], c[i]);
		if (both) {
			c[0] = both;
		} else {
			c[kept++] = c[i];
			before = class;
		}
	}
	*n = kept;
}

/* Adds C to C[0..*N) where its combining class belongs. */
static void
insert_mark(ucs *at, size_t *n, ucs c)
{
	unsigned class = ucs_combining_class(c);
	size_t i = *n;

	while (class && i > 1 && ucs_combining_class(at[i - 1]) > class) {
		at[i] = at[i - 1];
		i--;
	}
	at[i] = c;
	++*n;
}

static void
put(struct fold *out, ucs c, text_pos from)
{
	out->c[out->n] = c;
	out->from[out->n++] = from;
}

/* The letter that C stands on is taken apart and put together again. */
void
fold_mark(struct fold *out, ucs c, text_pos from)
{
	ucs all[MARKS_MAX + UCS_DECOMPOSED_MAX + 1];
	size_t start = out->n, n, i, was;

	while (start > 0 && out->n - start < MARKS_MAX - 1 &&
	       ucs_combining_class(out->c[start - 1]))
		start--;
	if (!start || out->c[out->n - 1] == ' ') {
		put(out, c, from);
		return;
	}
	was = out->n - --start;
	n = ucs_decompose(out->c[start], all);
	for (i = start + 1; i < out->n; i++)
		insert_mark(all, &n, out->c[i]);
	insert_mark(all, &n, c);
	compose(all, &n);
	for (; n < was; was--)
		out->n--;
	for (i = 0; i < n; i++) {
		if (i < was)
			out->c[start + i] = all[i];
		else
			put(out, all[i], from);
	}
}

bool
fold_may_combine(ucs c)
{
	return ucs_combining_class(c) || (c >= 0x1161 && c <= 0x11C2);
}
