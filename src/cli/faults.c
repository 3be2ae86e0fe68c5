/* What is wrong with a text: gathered in any order, printed in the text's. */
#include "cli/faults.h"

#include <stdlib.h>

#include "base/vec.h"
#include "cli/tell.h"

void
faults_add(struct faults *f, text_pos at, struct buf *what)
{
	struct fault fault = {at, buf_take(what)};

	vec_push(f, fault);
}

static int
by_place(const void *va, const void *vb)
{
	const struct fault *a = va, *b = vb;

	return (a->at > b->at) - (a->at < b->at);
}

/* One walk through the text for all the numbers of lines. */
size_t
faults_print(struct faults *f, const struct opened *o, struct buf *out)
{
	size_t n = f->n, line = 1, i;
	text_pos p = 0, next;

	if (n)
		qsort(f->at, n, sizeof *f->at, by_place);
	for (i = 0; i < n; i++) {
		for (; p < o->text->n; p = next, line++) {
			text_line_end(o->text, p, &next);
			if (next > f->at[i].at)
				break;
		}
		tell_problem(out, o->name, line, f->at[i].what);
		free(f->at[i].what);
	}
	vec_clear(f);
	return n;
}
